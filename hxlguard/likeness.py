"""How many rows of a table are alike in what tells people apart.

A total says how many people it is about. Rows that describe people, count nobody and hardly ever
repeat are people, whatever the file is called.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from hxlguard.cells import filled
from hxlguard.confirming import Batches
from hxlguard.costs import charged
from hxlguard.model.finding import TRAITS
from hxlguard.model.profile import ColumnProfile, Likeness
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.scanning import SEED

_COUNTS = tuple(
    TagPattern.parse(text)
    for text in (
        "#affected",
        "#beneficiary",
        "#inneed",
        "#population",
        "#reached",
        "#targeted",
        "#*+num",
        "#*+total",
        "#*+ind",
        "#*+hh",
        "#*+f",
        "#*+m",
    )
)
_NUMBER = r"^\s*[0-9][0-9\s.,]*$"
_MOSTLY = 0.8


def likeness(batches: Batches, columns: Sequence[ColumnProfile]) -> Likeness:
    """Compare the rows of a table.

    Args:
        batches: the rows, as often as they are needed.
        columns: all its columns.
    """
    with charged("measure"):
        counts = _counts(batches, [column for column in columns if _may_count(column)])
        traits = [
            column.finding.index
            for column in columns
            if column.finding.filled
            and column.finding.category in TRAITS
            and column.finding.index not in counts
        ]
        compared = [c.finding.index for c in columns if c.finding.index in traits or _places(c)]
        rows, distinct = _compared(batches, [str(index) for index in compared])
        return Likeness(tuple(traits), counts, rows, distinct)


def _may_count(column: ColumnProfile) -> bool:
    tag = _tag(column)
    return tag is not None and any(pattern.matches(tag) for pattern in _COUNTS)


def _places(column: ColumnProfile) -> bool:
    tag = _tag(column)
    is_date = bool(column.dates) or (tag is not None and tag.hashtag == "#date")
    is_place = column.admin_level is not None or bool(column.decimals)
    return is_date or is_place


def _tag(column: ColumnProfile) -> TagSpec | None:
    text = column.finding.likely_tag
    return TagSpec.parse(text) if text else None


def _counts(batches: Batches, columns: Sequence[ColumnProfile]) -> tuple[int, ...]:
    """Those of the columns whose cells are mostly numbers."""
    names = [str(column.finding.index) for column in columns]
    numbers = dict.fromkeys(names, 0)
    for _, frame in batches(names) if names else ():
        for name in names:
            numbers[name] += int(frame[name].str.contains(_NUMBER).sum())
    return tuple(
        column.finding.index
        for column, name in zip(columns, names, strict=True)
        if numbers[name] and numbers[name] >= _MOSTLY * column.finding.filled
    )


def _compared(batches: Batches, names: Sequence[str]) -> tuple[int, int]:
    """How many rows have one of the columns filled, and how many of these differ."""
    rows, seen = 0, pl.Series(dtype=pl.UInt64)
    for _, frame in batches(names) if names else ():
        cells = frame.select(
            pl.when(filled(pl.col(names))).then(pl.col(names).str.strip_chars()).name.keep()
        )
        written = cells.filter(~pl.all_horizontal(pl.all().is_null()))
        rows += written.height
        seen = pl.concat([seen, written.hash_rows(SEED).rename("")]).unique()
    return rows, len(seen)
