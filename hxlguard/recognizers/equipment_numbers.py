"""Numbers of telephones, network cards and SIM cards, and the device ids of data collection apps.

IMEI: 3GPP TS 23.003, Luhn. MAC address: IEEE 802. ICCID: ITU-T E.118, begins with 89, Luhn.
KoboCollect and ODK Collect write `collect:` and 16 letters and digits, Enketo its server's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from hxlguard.matching import contains
from hxlguard.recognizers.check_digits import luhn
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_IMEI = r"[0-9]{15}|[0-9]{2}-[0-9]{6}-[0-9]{6}-[0-9]"
IMEI_CANDIDATE = rf"(?:^|[^\p{{L}}0-9_.+/-])(?:{_IMEI})(?:$|[^\p{{L}}0-9_/-])"
_FIRST_IMEI = IMEI_CANDIDATE.replace("(?:" + _IMEI, "(" + _IMEI)
IMEI_CHANCE = 0.1

_IMEI_SCORE = 0.5
_MAC = r"(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}"
_ICCID = r"89[0-9]{17,18}"
_COLLECT = r"collect:[0-9A-Za-z]{12,}|(?:ee|enketo)[.a-z0-9-]*:[0-9A-Za-z]{12,}|imei:[0-9]{14,16}"
DEVICE_CANDIDATE = (
    rf"(?:^|[^\p{{L}}0-9_.:-])(?:{_MAC}|{_ICCID}|(?i:{_COLLECT}))(?:$|[^\p{{L}}0-9_.:-])"
)


def imei_scores(texts: pl.Series, regions: Regions) -> pl.Series:
    """The score of each text; null where its first number is none and there may be others."""
    numbers = texts.str.extract(_FIRST_IMEI).str.replace_all("-", "", literal=True)
    at = numbers.is_not_null().arg_true()
    right = at.filter(_is_imei(numbers.gather(at)))
    has_others = texts.str.count_matches(_IMEI) > 1
    scores = pl.repeat(0.0, len(texts), eager=True).set(has_others, None)
    return scores.scatter(right, _IMEI_SCORE)


def confirm_imei(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of IMEI numbers."""

    def score(number: str) -> float | None:
        plain = number.replace("-", "")
        return _IMEI_SCORE if _is_imei(pl.Series([plain])).item() else None

    return scored_pattern(
        "IMEI_HARDWARE_ID",
        rf"(?<![\p{{L}}0-9_.+/-])(?:{_IMEI})(?![\p{{L}}0-9_/-])",
        score,
        ignore_case=False,
    )


def confirm_device(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of device ids that their form gives away."""
    return scored_pattern(
        "DEVICE_ID",
        rf"(?<![\p{{L}}0-9_.:-])(?:{_MAC}|{_ICCID}|(?i:{_COLLECT}))(?![\p{{L}}0-9_.:-])",
        lambda number: 0.85 if len(set(number)) > 4 else None,
        ignore_case=False,
    )


def _is_imei(numbers: pl.Series) -> pl.Series:
    """Luhn over fifteen digits, of a reporting body that exists."""
    if numbers.is_empty():
        return pl.Series([], dtype=pl.Boolean)
    return luhn(numbers) & contains(numbers, "^(?:0[1-9]|[1-689][0-9])[0-9]*[1-9]")
