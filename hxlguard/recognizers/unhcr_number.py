"""UNHCR registration group (case) and individual numbers.

The forms were observed in public code for Lebanon (field notes, section 4); no check digit is
known. The generic form is the same with any three-character office code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_LEBANON = re.compile(r"(245|380|568|705|781|909|947|954|LEB|LB1|LB2|LBE|B6A)-", re.IGNORECASE)


def _score(number: str) -> float:
    if _LEBANON.match(number):
        return 0.95
    return 0.8 if number.count("-") == 2 or "C" in number[4:].upper() else 0.6


def _confirm(regions: Regions) -> EntityRecognizer:
    case = r"[0-9A-Z]{3}-\d{2}[C-]\d{5,6}"
    individual = r"[0-9A-Z]{3}-\d{8}"
    return scored_pattern("UNHCR_NUMBER", rf"(?<![\w-])(?:{case}|{individual})(?![\w-])", _score)


RECOGNIZER = Recognizer(
    entity="UNHCR_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": ("unhcr", "progres id", "registration group", "case no", "case number", "file no"),
        "fr": ("hcr", "numero de dossier"),
        "es": ("acnur", "numero de caso"),
        "ar": ("رقم المفوضيه", "رقم الملف"),
    },
    doubtful=("count", "total", "partner", "funded"),
    shape=r"(?i)[0-9A-Z]{3}-\d{2}[C-]?\d{5,6}|\d{6,}",
    candidate=r"(?i)[0-9A-Z]{3}-\d{2}(?:[C-]\d{5}|\d{6})",
    confirm=_confirm,
    bare_number=True,
    matches=("245-14C01234", "LEB-19-012345", "case 901-18C00712 referred", "LB1-00123456"),
    misses=("2021-03-04", "MLI-14/E/65276", "A245-14C012345", "FL-2018-000123"),
)
