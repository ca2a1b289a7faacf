"""Phone numbers and mobile money accounts, which are phone numbers (ITU-T E.164)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer, RecognizerResult
    from presidio_analyzer.nlp_engine import NlpArtifacts

_INTERNATIONAL = re.compile(r"^\s*(?:\+|00)")
_NATIONAL = re.compile(r"^\s*\(?0|\d[\s().\-/]+\d")
_DECIMAL_OR_DATE = (
    r"^\s*[-+]?\d+[.,]\d+\s*$"
    r"|^\s*\d{4}-\d{2}-\d{2}(?:[T ][0-9:.]+Z?)?\s*$|^\s*\d{1,2}[/.]\d{1,2}[/.]\d{4}\s*$"
)
_NOT_A_PHONE = re.compile(_DECIMAL_OR_DATE)


def _score(number: str) -> float:
    """How sure a valid number is one, from the way it is written."""
    if _INTERNATIONAL.match(number):
        return 0.9
    return 0.5 if _NATIONAL.search(number) else 0.25


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    class RegionalPhoneRecognizer(PhoneRecognizer):
        """Presidio's, in the table's own countries, scored by how the number is written."""

        def analyze(
            self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
        ) -> list[RecognizerResult]:
            if _NOT_A_PHONE.match(text):
                return []
            results: list[RecognizerResult] = super().analyze(text, entities)
            written = [(found, text[max(0, found.start - 1) : found.end]) for found in results]
            for found, number in written:
                found.score = _score(number)
            return [found for found, number in written if not _NOT_A_PHONE.match(number)]

    # An unknown region leaves only numbers with a country code, which need no region.
    return RegionalPhoneRecognizer(supported_regions=regions or ("ZZ",))


RECOGNIZER = Recognizer(
    entity="PHONE_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=("#*+phone", "#phone", "#*+tel", "#*+mobile"),
    headers={
        "en": (
            "phone",
            "telephone",
            "mobile",
            "cell phone",
            "cellphone",
            "whatsapp",
            "msisdn",
            "tel",
            "contact number",
            "contact no",
        ),
        "fr": ("telephone", "tel", "portable", "numero de contact"),
        "es": ("telefono", "celular", "movil"),
        "ar": ("رقم الهاتف", "الهاتف", "رقم الجوال", "الجوال", "الموبايل", "واتساب"),
    },
    whole_headers={"en": ("cell", "contact")},
    unless=("count", "total", "has", "access", "own", "clinic", "clinics", "unit", "units"),
    shape=r"\d(?:[^\p{L}\d]{0,4}\d){5,}",
    candidate=r"\d(?:(?:[^\p{L}\d]|[xX]){0,5}\d){4,}",
    exclude=_DECIMAL_OR_DATE,
    confirm=_confirm,
    bare_number=True,
    matches=("+963 944 555 123", "call 00 962 7 9012 3456 after noon"),
    misses=("12.345678", "2021-03-04", "1,234", "IQG01Q01"),
)
