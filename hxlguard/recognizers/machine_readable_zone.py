"""Machine-readable zones of passports and identity cards (ICAO Doc 9303, check digits 7-3-1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_SECOND_OF_TWO = re.compile(
    r"([A-Z0-9<]{9})([0-9])[A-Z<]{3}([0-9]{6})([0-9])[MFX<]([0-9]{6})([0-9])"
)
_SECOND_OF_THREE = re.compile(r"([0-9]{6})([0-9])[MFX<]([0-9]{6})([0-9])[A-Z<]{3}")
_FIRST = r"[PIACV][A-Z<][A-Z<]{3}[A-Z]+<<?[A-Z<]{5,}"
_SECOND = (
    r"[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{7}[MFX<][0-9]{7}[A-Z0-9<]{2,16}"
    r"|[0-9]{7}[MFX<][0-9]{7}[A-Z<]{3}[A-Z0-9<]{11}[0-9]"
)

CANDIDATE = f"{_FIRST}|{_SECOND}"
MATCHES = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "7408122F1204159UTO<<<<<<<<<<<6",
)
MISSES = ("L898902C36UTO7408123F1204159ZE184226B<<<<<10", "A1234567", "PROTECTION<<<", "P<")


def confirm(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of whole zones and of each of their lines."""
    return scored_pattern(
        "PASSPORT", f"(?<![A-Z0-9<])(?:{_FIRST}|{_SECOND})", _score, ignore_case=False
    )


def derived(texts: Sequence[str]) -> tuple[str, ...]:
    """The second line tells the date of birth and the sex."""
    telling = [text for text in texts if _checks(text)]
    return ("birth-date", "sex") if texts and 2 * len(telling) > len(texts) else ()


def _score(text: str) -> float | None:
    if "<" in text[:2] or (text[5:].count("<") > 4 and not any(map(str.isdigit, text))):
        return 0.9
    return 0.95 if _checks(text) else None


def _checks(text: str) -> bool:
    """Whether every check digit of a second line is right."""
    found = _SECOND_OF_TWO.search(text) or _SECOND_OF_THREE.search(text)
    if not found:
        return False
    fields = found.groups()
    return all(
        _check(field) == int(digit) for field, digit in zip(fields[::2], fields[1::2], strict=True)
    )


def _check(field: str) -> int:
    values = (0 if char == "<" else int(char, 36) for char in field)
    return sum(value * (7, 3, 1)[at % 3] for at, value in enumerate(values)) % 10
