"""Payment card numbers (ISO/IEC 7812, Luhn check digit)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer

    recognizer: EntityRecognizer = CreditCardRecognizer()
    return recognizer


RECOGNIZER = Recognizer(
    entity="CREDIT_CARD",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": ("credit card", "card number", "debit card", "atm card"),
        "fr": ("carte bancaire", "carte de credit"),
        "es": ("tarjeta de credito", "numero de tarjeta"),
        "ar": ("بطاقه ائتمان", "رقم البطاقه البنكيه"),
    },
    shape=r"\d{4}[- ]?\d{4}",
    candidate=r"\d{4}[- ]?\d{3,4}[- ]?\d{3,4}[- ]?\d{3,5}",
    confirm=_confirm,
    chance=0.1,
    matches=("4111 1111 1111 1111", "paid with 5500-0000-0000-0004"),
    misses=("4111 1111 1111 1112", "2018 2019 2020 2021", "1999"),
)
