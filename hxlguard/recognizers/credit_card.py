"""Payment card numbers (ISO/IEC 7812, Luhn check digit)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer
    from presidio_analyzer.nlp_engine import NlpArtifacts


_FRACTION = r"^\s*-?\d{0,9}[.,]\d+\s*$"


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer import RecognizerResult
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer

    class OutsideOfFractions(CreditCardRecognizer):
        """Presidio's, but for the digits of one number behind its decimal point."""

        def analyze(
            self,
            text: str,
            entities: list[str],
            nlp_artifacts: NlpArtifacts | None = None,
            regex_flags: int | None = None,
        ) -> list[RecognizerResult]:
            if re.match(_FRACTION, text):
                return []
            return super().analyze(text, entities, nlp_artifacts, regex_flags)

    return OutsideOfFractions()


RECOGNIZER = Recognizer(
    entity="CREDIT_CARD",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": phrases(
            "credit card, credit card number, card number, debit card, atm card, payment "
            "card, prepaid card, prepaid card number, bank card, bank card number, cash "
            "card number, cc number, ccnum, card pan"
        ),
        "fr": phrases(
            "carte bancaire, carte de credit, carte de debit, carte prepayee, numero de "
            "carte bancaire"
        ),
        "es": phrases(
            "tarjeta de credito, tarjeta de debito, numero de tarjeta, tarjeta bancaria, "
            "tarjeta prepago"
        ),
        "pt": phrases(
            "cartao de credito, cartao de debito, cartao bancario, numero do cartao, cartao "
            "pre pago"
        ),
        "ar": phrases("بطاقه ائتمان, بطاقة الصراف, بطاقة بنكية, رقم البطاقه البنكيه"),
        "uk": phrases("кредитна картка, банківська картка, номер картки"),
        "ru": phrases("кредитная карта, банковская карта, номер карты"),
        "sw": phrases("kadi ya benki, namba ya kadi ya benki, kadi ya mkopo"),
    },
    shape=r"\d{4}[- ]?\d{4}",
    candidate=r"\d{4}[- ]?\d{3,4}[- ]?\d{3,4}[- ]?\d{3,5}",
    exclude=_FRACTION,
    confirm=_confirm,
    chance=0.1,
    matches=("4111 1111 1111 1111", "paid with 5500-0000-0000-0004"),
    misses=("4111 1111 1111 1112", "2018 2019 2020 2021", "2.4111111111111111", "1999"),
)
