"""How finely one cell speaks: decimals of coordinates, precision of dates."""

from __future__ import annotations

import re

from hxlguard.model.profile import DatePrecision

NOISE_DECIMALS = 12
"""More decimals than any instrument gives: the tail of a binary fraction, as in 8.249999999998."""

_FRACTION = re.compile(r"\d[.,](\d+)")
_DEGREES = re.compile(r"\d\s?[°º]")
_SECONDS = re.compile("[\"\u2033\u201d]|['\u2032\u2019]\\s?\\d")
_PLAIN_NUMBER = re.compile(r"^\s*[-+]?\d{1,3}\s*$")

_MONTH_WORD = (
    r"(?:jan|feb|fév|fev|ene|mar|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aoû|aou|ago|sep|set|oct"
    r"|out|nov|dec|déc|dic|dez|يناير|فبراير|مارس|ابريل|أبريل|مايو|يونيو|يوليو|اغسطس|أغسطس|سبتمبر"
    r"|اكتوبر|أكتوبر|نوفمبر|ديسمبر|كانون|شباط|اذار|آذار|نيسان|ايار|أيار|حزيران|تموز|آب|ايلول|أيلول"
    r"|تشرين)[^\W\d_]*\.?(?:\s(?:الاول|الأول|الثاني))?"
)
_DATE_FORMS: tuple[tuple[DatePrecision, re.Pattern[str]], ...] = tuple(
    (precision, re.compile(rf"\s*(?:{form})\s*", re.IGNORECASE))
    for precision, form in (
        (DatePrecision.YEAR, r"(?:19|20)\d\d|(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d"),
        (
            DatePrecision.QUARTER,
            r"(?:19|20)\d\d\s?[-/ ]?\s?[QT][1-4]|[QT][1-4]\s?[-/ ]?\s?(?:20)?\d\d",
        ),
        (
            DatePrecision.MONTH,
            r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d",
        ),
        (DatePrecision.MONTH, rf"{_MONTH_WORD}(?:[\s,./-]*(?:19|20)?\d\d)?"),
        (
            DatePrecision.DAY,
            r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?|(?:19|20)\d{6}"
            r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:\s.*)?",
        ),
        (
            DatePrecision.DAY,
            rf"\d{{1,2}}(?:st|nd|rd|th|er)?[\s./-]*(?:de\s|d')?{_MONTH_WORD}[\s,./-]*(?:de\s)?(?:\d{{2}}|\d{{4}})?",
        ),
        (DatePrecision.DAY, rf"{_MONTH_WORD}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"),
        (DatePrecision.DAY, r"\d{4}-\d{2}-\d{2}\s?(?:/|to|-|\u2013)\s?\d{4}-\d{2}-\d{2}"),
    )
)


def date_precision(text: str) -> DatePrecision | None:
    """How fine a date is, or None when the text is no date that is understood here.

    Forms of ISO 8601, of spreadsheets, and with month words in English, French, Spanish,
    Portuguese and Arabic.
    """
    if len(text) > 60:
        return None
    return next((precision for precision, form in _DATE_FORMS if form.fullmatch(text)), None)


def coordinate_decimals(text: str) -> int | None:
    """Significant decimal degrees of the finest number in a cell, or None without a coordinate.

    Trailing zeros and the noise of binary fractions do not count. Minutes count as 2 decimals,
    seconds as 4 (about 30 m), fractions of either on top.
    """
    fractions = [_significant(found) for found in _FRACTION.findall(text)]
    finest = max(fractions, default=0)
    if _DEGREES.search(text) and _SECONDS.search(text):
        return 4 + finest
    if _DEGREES.search(text) and "'" in text:
        return 2 + finest
    if fractions:
        return finest
    return 0 if _PLAIN_NUMBER.match(text) else None


def _significant(fraction: str) -> int:
    if len(fraction) >= NOISE_DECIMALS:
        fraction = f"{round(float('0.' + fraction), NOISE_DECIMALS - 2):.{NOISE_DECIMALS - 2}f}"[2:]
    return len(fraction.rstrip("0"))
