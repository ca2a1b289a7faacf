"""Cells made coarser: numbers as bands, dates as months, points rounded, places as larger ones.

What is not understood stays as it is, so that no two records become alike by mistake.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import polars as pl

from hxlguard.bands import read_bands
from hxlguard.model.disclosure import Period

_MARK = "\x00"
"""Begins what is made here, so that it is never like a cell."""

_FIRST_NUMBER = r"^\+?([0-9]{1,9}(?:[.,][0-9]+)?)"
_FRACTION = r"[.,][0-9]"
_DATE = r"^(\d{4})-(\d{2})(?:-\d{2}(?:[T ].*)?)?$"
_DEGREES = r"[-+]?[0-9]{1,3}(?:\.[0-9]+)?"
_HIGH = r"(?:\s+[-+]?[0-9.]+){0,2}"
_POINT = (
    rf"^(?:({_DEGREES})|([-+]?[0-9]{{1,3}}\.[0-9]+),({_DEGREES}){_HIGH}"
    rf"|({_DEGREES})(?:\s*;\s*|,?\s+)({_DEGREES}){_HIGH})$"
)
"""One coordinate, or two with an altitude and an accuracy behind them; `1,25` may be either."""
_PCODE = r"^[A-Za-z]{2,3}([0-9]{2,12})$"
_FIRST = 100
"""Cells that tell whether all have to be looked at."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def banded(cells: pl.Series, cuts: Sequence[int]) -> pl.Series:
    """Numbers, and bands within one of the bands that begin at `cuts` (ascending), as that band."""
    values = cells.unique().drop_nulls()
    begin, end = _ends(values)
    bands = [_band_of(first, after, cuts) for first, after in zip(begin, end, strict=True)]
    return _replaced(cells, values, bands)


def _ends(values: pl.Series) -> tuple[list[float | None], list[float | None]]:
    """The first number of each cell, and the first one behind it; null where not understood."""
    read = read_bands(values)
    exact = values.str.strip_chars().str.extract(_FIRST_NUMBER, 1).str.replace(",", ".")
    number = exact.cast(pl.Float64, strict=False)
    found = read.with_columns(number=number).select(
        begin=pl.when("exact").then("number").otherwise(pl.col("begin").cast(pl.Float64)),
        end=pl.when("exact").then(pl.col("number")).otherwise(pl.col("end").cast(pl.Float64)),
    )
    return found["begin"].to_list(), found["end"].to_list()


def _band_of(first: float | None, after: float | None, cuts: Sequence[int]) -> str | None:
    """The band that holds all of `first` up to `after`, or None."""
    if first is None and after is None:
        return None
    at = bisect_right(cuts, 0 if first is None else first)
    limit = cuts[at] if at < len(cuts) else None
    if limit is not None and (after is None or after > limit):
        return None
    return f"{_MARK}{at}"


def shortened(cells: pl.Series, period: Period) -> pl.Series:
    """Dates as `YYYY-MM-DD` or `YYYY-MM`, with or without a time, as the period they lie in."""
    values = cells.unique().drop_nulls()
    text = values.str.strip_chars()
    month = text.str.extract(_DATE, 2).cast(pl.Int64, strict=False)
    part = ((month - 1) // _MONTHS[period]).cast(pl.String)
    return _replaced(cells, values, _MARK + text.str.extract(_DATE, 1) + " " + part)


def rounded(points: pl.Series, decimals: int) -> pl.Series:
    """Degrees with fewer decimals; of points with an altitude the place alone."""
    values = points.unique().drop_nulls()
    groups = values.str.strip_chars().str.extract_groups(_POINT).struct.unnest()
    degrees = pl.all().cast(pl.Float64).round(decimals)
    unsigned = pl.when(degrees == 0).then(degrees.abs()).otherwise(degrees).cast(pl.String)
    kept = groups.select(unsigned).select(pl.concat_str(pl.all(), separator=" ", ignore_nulls=True))
    texts = kept.to_series()
    return _replaced(points, values, (_MARK + texts).set(texts == "", None))


def are_points(cells: pl.Series) -> bool:
    """Whether every filled cell is a coordinate or a pair of them in decimal degrees."""
    values = cells.unique().drop_nulls().str.strip_chars()
    return bool(len(values)) and bool(values.str.contains(_POINT).all())


def parents(cells: pl.Series, level: int) -> pl.Series | None:
    """P-codes as those of the places one level up; None where they are none of one length.

    The digits of a p-code are shared out among its levels, and the last one has no fewer than the
    others.

    Args:
        cells: null where blank.
        level: the administrative level of the places, at least 2.
    """
    values = cells.unique().drop_nulls()
    digits = values.str.strip_chars().str.extract(_PCODE, 1).str.len_chars()
    if not len(values) or digits.null_count() or digits.n_unique() > 1:
        return None
    of_last_level = (digits[0] + level - 1) // level
    shorter = values.str.strip_chars().str.head(-of_last_level)
    return _replaced(cells, values, _MARK + shorter)


def understood(cells: pl.Series) -> tuple[bool, bool]:
    """Whether every filled cell is a whole number or a band, and whether each is such a date."""
    values = cells.unique().drop_nulls()
    if not len(values):
        return False, False
    first = values.head(_FIRST)
    return _understood(values) if any(_understood(first)) else (False, False)


def _understood(values: pl.Series) -> tuple[bool, bool]:
    begin, end = _ends(values)
    numbers = all(each != (None, None) for each in zip(begin, end, strict=True))
    fractions = values.str.contains(_FRACTION).any()
    return numbers and not fractions, bool(values.str.strip_chars().str.contains(_DATE).all())


def halved(cuts: Sequence[int]) -> tuple[int, ...]:
    """Every other of the cuts: bands joined two by two."""
    return tuple(cuts[::2])


def _replaced(
    cells: pl.Series, values: pl.Series, instead: pl.Series | Sequence[str | None]
) -> pl.Series:
    coarse = pl.Series(instead, dtype=pl.String)
    kept = coarse.zip_with(coarse.is_not_null(), values)
    return cells.replace_strict(values, kept, default=None, return_dtype=pl.String)
