"""International bank account numbers (ISO 13616, check digits modulo 97)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer.predefined_recognizers import IbanRecognizer

    recognizer: EntityRecognizer = IbanRecognizer()
    return recognizer


RECOGNIZER = Recognizer(
    entity="IBAN_CODE",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=("#*+iban",),
    headers={
        "en": ("iban", "bank account", "account number"),
        "fr": ("iban", "compte bancaire", "numero de compte"),
        "es": ("iban", "cuenta bancaria", "numero de cuenta"),
        "ar": ("رقم الحساب", "حساب بنكي"),
    },
    shape=r"(?i)[0-9]{6,}|[a-z]{2}[ -]?[0-9]{2}",
    candidate=r"(?i)[a-z]{2}[0-9]{2}(?:[ -]?[a-z0-9]{4}){2}",
    confirm=_confirm,
    chance=1 / 97,
    matches=("GB82 WEST 1234 5698 7654 32", "DE89370400440532013000"),
    misses=("DE89370400440532013001", "LY0106", "GT01 sacos de 85 libras"),
)
