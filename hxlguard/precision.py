"""How finely one cell speaks: decimals of coordinates, precision of dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from hxlguard.lexicon.words import folded
from hxlguard.model.profile import DatePrecision

_FINE = 3
"""Decimals that no word beside them explains away (about 100 m)."""

NOISE_DECIMALS = 12
"""More decimals than any instrument gives: the tail of a binary fraction, as in 8.249999999998."""

_ROUNDED = rf"\d{{{NOISE_DECIMALS}}}"
_PLAIN_NUMBER = rf"^[-+]?[0-9]{{1,3}}\.[0-9]{{1,{NOISE_DECIMALS - 1}}}$"
_DAY_AND_TIME = r"^\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?$"
_UNKNOWN = pl.Series([None], dtype=pl.Int32)
_LONGEST_DATE = 60

_MINUTES, _SECONDS = 2, 4
"""Decimals that minutes and seconds of arc are worth (about 2 km and 30 m)."""

_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u00ba\u02da", "°"),
        **dict.fromkeys("\u2032\u2019\u2018\u02b9\u00b4`", "'"),
        **dict.fromkeys('\u2033\u201d\u201c\u02ba"', "''"),
    }
)
_SIXTIETHS = r"(\d{1,2}(?:[.,]\d+)?)(?![.,]?\d)(?!\s*°)"
_ARC = re.compile(
    r"[-+]?(\d{1,3}(?:[.,]\d+)?)\s*(?:°|\bdeg\b\.?)\s*"
    rf"(?:{_SIXTIETHS}(?!\s*'')\s*'?\s*(?:{_SIXTIETHS}\s*(?:'')?)?)?"
)
_NUMBER = re.compile(r"(?<![\d.,])[-+]?(\d{1,3})(?:[.,](\d+))?(?![.,]?\d)")
_POINTS = re.compile(r"(?:point|linestring|polygon)[\sZM]*\(|\bcoordinates\W", re.IGNORECASE)
_KNOWN_WORDS = re.compile(
    r"\b(?:srid=\d+|(?:multi)?(?:point|linestring|polygon)z?m?|geometrycollection|zm?|m|type"
    r"|coordinates|lat(?:itude?)?|lon|lng|long(?:itude?)?)\b|(?<![^\W\d_])[xynsewo](?![^\W\d_])",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s,;:=|/'(){}\[\]]*")
_EXPONENT = re.compile(r"\d[eE][-+]?\d")
_DEGREES, _BESIDE_ARCS = re.compile(r"[01]|\.+0{0,2}|\.1"), re.compile(r"\.*")
"""Numbers in a cell, fractions as `.`: ODK writes an altitude and an accuracy of 0 behind two.

Other whole numbers behind one another may be degrees, minutes and seconds.
"""

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|janv|févr|fév|avr|juil|déc"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre"
    "|diciembre|ene|abr|ago|set|dic"
    "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|out|dez"
    "|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر"
    "|كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|آب|ايلول|تشرين الاول|تشرين الثاني|كانون الاول"
    "|جانفي|فيفري|افريل|ماي|جوان|جويلية|اوت"
)
_MONTH_WORD = rf"(?:{folded(_MONTHS)})\b\.?"
_YEAR = r"(?:[\s,./-]*(?:19|20)\d\d|\s?['\u2019-]\s?\d\d|[\s./]+(?:3[2-9]|[4-9]\d))"
"""A year behind a month; bare digits up to 31 may be a day, so they are none."""

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
        (DatePrecision.MONTH, rf"{_MONTH_WORD}{_YEAR}?"),
        (
            DatePrecision.DAY,
            r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?|(?:19|20)\d{6}"
            r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:\s.*)?",
        ),
        (
            DatePrecision.DAY,
            rf"\d{{1,2}}(?:st|nd|rd|th|er|[°ºo])?[\s./-]*(?:de\s|d')?{_MONTH_WORD}[\s,./-]*(?:de\s)?(?:\d{{2}}|\d{{4}})?",
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
    if len(text) > _LONGEST_DATE:
        return None
    date = folded(text)
    return next((precision for precision, form in _DATE_FORMS if form.fullmatch(date)), None)


def coordinate_decimals(text: str) -> int | None:
    """Significant decimal degrees of the finest number in a cell, or None when not understood.

    Trailing zeros and the noise of binary fractions do not count. Minutes count as 2 decimals,
    seconds as 4 (about 30 m), fractions of either on top. Beside what is not understood a number
    counts only when it is fine, and other digits then count as seconds.
    """
    if _EXPONENT.search(text):
        return None
    marked = text.translate(_MARKS)
    arcs = [_arc_decimals(*parts) for parts in _ARC.findall(marked)]
    decimal_comma = "." not in marked and not _POINTS.search(marked)
    apart = re.sub(r",\s|,$" if decimal_comma else ",", " ", _ARC.sub(" ", marked))
    rest = _KNOWN_WORDS.sub(" ", apart)
    numbers = _NUMBER.findall(rest)
    finest = max([*arcs, *(_significant(fraction) for _, fraction in numbers)], default=0)
    left = _NUMBER.sub("", rest)
    known = _is_known(marked, arcs, numbers) and not re.search(r"\d", left)
    if known and _SEPARATORS.fullmatch(left):
        return finest
    if finest < _FINE:
        return None
    return finest if known else max(finest, _SECONDS)


def _is_known(text: str, arcs: list[int], numbers: list[tuple[str, str]]) -> bool:
    """True when each number has its place: in a geometry, beside degree signs, or in degrees."""
    if numbers and _POINTS.search(text):
        return True
    forms = "".join(
        "." if fraction else "0" if whole == "0" else "1" for whole, fraction in numbers
    )
    return (_BESIDE_ARCS if arcs else _DEGREES).fullmatch(forms) is not None


def _arc_decimals(degrees: str, minutes: str, seconds: str) -> int:
    if seconds:
        return _SECONDS + _decimals(seconds)
    return max(_decimals(degrees), _MINUTES + _decimals(minutes) if minutes else 0)


def _decimals(number: str) -> int:
    return _significant(re.sub(r"^\d+[.,]?", "", number))


def _significant(fraction: str) -> int:
    if len(fraction) >= NOISE_DECIMALS:
        fraction = f"{round(float('0.' + fraction), NOISE_DECIMALS - 2):.{NOISE_DECIMALS - 2}f}"[2:]
    return len(fraction.rstrip("0"))


@dataclass(frozen=True)
class Measure:
    """How one kind of data is measured.

    Attributes:
        measure: the value of one cell, or None when it cannot be told.
        quickly: the same for whole columns; null where `measure` has to be asked.
        form: turns cells that `measure` is asked about into fewer ones of the same values.
    """

    measure: Callable[[str], int | None]
    quickly: Callable[[pl.Series], pl.Series]
    form: Callable[[pl.Series], pl.Series]


def _decimals_of_plain_numbers(texts: pl.Series) -> pl.Series:
    significant = texts.str.strip_chars_end("0").str.len_bytes().cast(pl.Int32)
    decimals = significant - texts.str.find(".", literal=True).cast(pl.Int32) - 1
    return decimals.zip_with(texts.str.contains(_PLAIN_NUMBER), _UNKNOWN)


def _without_digits(texts: pl.Series) -> pl.Series:
    """Only zeros are told from other digits, save in long fractions, which are rounded."""
    masked = texts.str.replace_all("[1-9]", "1")
    return texts.zip_with(texts.str.contains(_ROUNDED), masked)


def _days(texts: pl.Series) -> pl.Series:
    is_day = texts.str.contains(_DAY_AND_TIME) & (texts.str.len_chars() <= _LONGEST_DATE)
    day = pl.Series([DatePrecision.DAY.value], dtype=pl.Int32)
    return day.zip_with(is_day, _UNKNOWN)


MEASURES = {
    "GEO_COORDINATES": Measure(coordinate_decimals, _decimals_of_plain_numbers, _without_digits),
    "DATE_OF_BIRTH": Measure(date_precision, _days, lambda texts: texts),
}
"""By the entity of the recognizer."""
