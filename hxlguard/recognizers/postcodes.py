"""Postal codes whose form nothing else has: of the United Kingdom and of Canada.

A code of digits alone, such as `90210`, could count anything and needs its header.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_FORMS = (
    r"(?:[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY]?)"
    r" [0-9][ABD-HJLNP-UW-Z]{2}",
    "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]",
)
CANDIDATE = "|".join(_FORMS)
MATCHES = ("SW1A 1AA", "M1 1AE", "K1A 0B1")
MISSES = ("90210", "1012AB", "SW1A", "A1B2C3", "C-12", "2021-03", "SW1A 1AAX")


def confirm(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of postal codes."""
    return scored_pattern(
        "ZIPCODE",
        rf"(?<![\w-])(?:{CANDIDATE})(?![\w-])",
        lambda code: 0.45,
        within=0.3,
        ignore_case=False,
    )
