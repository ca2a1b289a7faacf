"""Cells read as bands of numbers, and whether these are the ones that an agreement asks for.

Bands are written as for ages: `5-11` has both its ends in it, so the next band begins at 12. A band
joined of agreed ones is coarser, and fits. What is banded is a count, an age or the like, so no
number lies below zero, and a band that begins at 0 begins where all numbers do.
"""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

_N = r"([0-9]{1,9})"
_TO = r"\s*(?:[-\x{2010}-\x{2015}\x{2212}]|\.{2,3}|\bto\b|\ba\b|\bà)\s*"
_YEARS = r"(?:\s*(?:years?|yrs?|y|ans?|años?)(?:\s+old)?)?"
_MORE = (
    r"\s*(?:\+|plus|(?:and|or) (?:over|above|older|more)|et plus|y más|y mas|ou plus|o más|o mas)"
)
_ENDLESS = r"(?:\+?inf(?:inity)?|\x{221e})?"

_FORMS: tuple[tuple[str, int, int], ...] = (
    (rf"^{_N}{_YEARS}{_TO}{_N}{_YEARS}$", 0, 1),
    (rf"^between {_N} and {_N}{_YEARS}$", 0, 1),
    (rf"^\[\s*{_N}\s*[,;]\s*{_N}\s*\]$", 0, 1),
    (rf"^\[\s*{_N}\s*[,;]\s*{_N}\s*[)\[]$", 0, 0),
    (rf"^[(\]]\s*{_N}\s*[,;]\s*{_N}\s*\]$", 1, 1),
    (rf"^{_N}{_YEARS}{_MORE}{_YEARS}()$", 0, 0),
    (rf"^(?:>\s?=|\x{{2265}}|from|at least)\s*{_N}{_YEARS}()$", 0, 0),
    (rf"^\[\s*{_N}\s*[,;]\s*{_ENDLESS}\s*[)\[]()$", 0, 0),
    (rf"^(?:>|over|above|older than|more than|plus de|más de|mas de)\s*{_N}{_YEARS}()$", 1, 0),
    (rf"^()(?:<\s?=|\x{{2264}}|up to|at most)\s*{_N}{_YEARS}$", 0, 1),
    (rf"^()(?:<|under|below|younger than|less than|moins de|menos de)\s*{_N}{_YEARS}$", 0, 0),
)
"""Forms with the first and the last number, and what makes of them the first number in the band and
the first one behind it."""

_NUMBER = rf"^[-+]?[0-9]+(?:[.,][0-9]+)?{_YEARS}$"
_LONGEST = 40


def read_bands(texts: pl.Series) -> pl.DataFrame:
    """Read every cell.

    Args:
        texts: cells as recognizers see them.

    Returns:
        For each cell `begin`, the first number of its band, `end`, the first number behind it, and
        `exact`, whether it is a single number. A band without a first or a last number has null
        there; what is neither a band nor a number has null in both and is not exact.
    """
    text = texts.str.strip_chars().str.to_lowercase().str.replace_all(r"\s+", " ")
    exact = text.str.contains(_NUMBER)
    maybe = text.str.contains("[0-9]") & ~exact & (text.str.len_chars() <= _LONGEST)
    at = maybe.arg_true()
    begin = pl.repeat(None, len(text), dtype=pl.Int64, eager=True)
    end = begin.clone()
    if len(at):
        ends = _ends(text.gather(at))
        begin, end = begin.scatter(at, ends["begin"]), end.scatter(at, ends["end"])
    return pl.DataFrame({"begin": begin, "end": end, "exact": exact})


def _ends(text: pl.Series) -> pl.DataFrame:
    """The ends of each band; null for both where there is none."""
    begin = pl.repeat(None, len(text), dtype=pl.Int64, eager=True)
    end = begin
    for form, from_first, from_last in _FORMS:
        hits = text.str.contains(form)
        if hits.any():
            begin = (_number(text, form, 1) + from_first).zip_with(hits, begin)
            end = (_number(text, form, 2) + from_last).zip_with(hits, end)
    forwards = (begin.fill_null(0) < end).fill_null(value=True)
    nothing = pl.Series([None], dtype=pl.Int64)
    return pl.DataFrame(
        {"begin": begin.zip_with(forwards, nothing), "end": end.zip_with(forwards, nothing)}
    )


def unread(bands: pl.DataFrame) -> pl.Series:
    """For each cell, whether it is neither a band nor a number; `bands` come from `read_bands`."""
    return bands.select(
        (pl.col("begin").is_null() & pl.col("end").is_null() & ~pl.col("exact")).alias("unread")
    )["unread"]


def finer(bands: pl.DataFrame, cuts: Collection[int]) -> pl.Series:
    """For each cell, whether it is a number, or a band that is no agreed bands joined.

    Args:
        bands: come from `read_bands`.
        cuts: where the agreed bands begin.
    """
    agreed = pl.Series(sorted(cuts), dtype=pl.Int64).implode()
    begins = [*cuts, 0] if min(cuts, default=0) >= 0 else [*cuts]
    agreed_begins = pl.Series(sorted(begins), dtype=pl.Int64).implode()
    begins_elsewhere = ~bands["begin"].is_in(agreed_begins).fill_null(value=True)
    ends_elsewhere = ~bands["end"].is_in(agreed).fill_null(value=True)
    return bands["exact"] | begins_elsewhere | ends_elsewhere


def _number(text: pl.Series, form: str, group: int) -> pl.Series:
    return text.str.extract(form, group).cast(pl.Int64, strict=False)
