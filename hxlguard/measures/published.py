"""A table of counts in memory, as margins see it: its categories and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from hxlguard.cells import filled_rows, is_filled
from hxlguard.confirming import Batches
from hxlguard.lexicon.hxl import COUNT_PATTERNS
from hxlguard.lexicon.totals import TOTAL
from hxlguard.lexicon.words import tokens
from hxlguard.measures.counts import plain, read_counts
from hxlguard.measures.margins import Counted
from hxlguard.measures.unsuppressing import TooIntricate
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.tag import TagPattern, TagSpec

MOST_CELLS = 3_000_000
"""Cells of a table whose margins are looked at."""

_NO_CATEGORY = (
    *COUNT_PATTERNS,
    *map(
        TagPattern.parse,
        (
            "#meta",
            "#description",
            "#geo",
            "#contact",
            "#indicator",
            "#severity",
            "#*+comment",
            "#*+comments",
            "#*+text",
            "#*+uuid",
        ),
    ),
)
_LEVELS = frozenset({"level", "niveau", "nivel", "مستوي"})
_NUMBER = r"^[-+]?[0-9][0-9\s,.]*%?$"
_REPEATED = 3
"""How often numbers of an untagged column repeat at least, where they are a category."""


@dataclass(frozen=True, slots=True, repr=False)
class Published:
    """The rows of a table of counts that are not blank.

    Attributes:
        rows: the number of each row in the file.
        table: the rows as margins see them.
        most: for each column of counts the greatest number that a sign of suppression leaves open.
    """

    rows: pl.Series
    table: Counted
    most: pl.DataFrame


def published(
    batches: Batches, columns: Sequence[ColumnProfile], counts: Sequence[str]
) -> Published:
    """Read all rows.

    Raises:
        TooIntricate: there are too many cells.
    """
    names = {_name(column): column for column in columns}
    categories = [name for name, each in names.items() if name not in counts and _may_sort(each)]
    whole, rows = _held(batches, [*categories, *counts])
    read = {name: read_counts(whole[name]) for name in counts}
    texts = pl.DataFrame({name: _category(whole[name]) for name in categories})
    sorting = [
        name for name in categories if _sorts(texts[name], tagged=_tag(names[name]) is not None)
    ]
    return Published(
        rows=rows,
        table=Counted(
            texts.select(sorting),
            frozenset(
                name
                for name in sorting
                if names[name].admin_level is not None or _has_total(whole[name])
            ),
            pl.DataFrame({name: each["count"] for name, each in read.items()}),
            {name: _tag(names[name]) for name in counts},
        ),
        most=pl.DataFrame({name: each["most"] for name, each in read.items()}),
    )


def _held(batches: Batches, names: Sequence[str]) -> tuple[pl.DataFrame, pl.Series]:
    """All rows that are not blank, and their numbers."""
    frames, rows = [], []
    for first_row, frame in batches(names):
        written = filled_rows(frame)
        frames.append(frame.filter(written))
        rows.append((written.arg_true() + first_row).cast(pl.Int64))
        if sum(each.height for each in frames) * len(names) > MOST_CELLS:
            raise TooIntricate
    return pl.concat(frames), pl.concat(rows)


def _category(cells: pl.Series) -> pl.Series:
    """Texts as they are compared; null where they say all."""
    text = plain(cells)
    says_all = ~is_filled(cells) | text.str.contains(TOTAL).fill_null(value=True)
    return pl.Series([None], dtype=pl.String).zip_with(says_all, text)


def _has_total(cells: pl.Series) -> bool:
    return bool(plain(cells).str.contains(TOTAL).any())


def _may_sort(column: ColumnProfile) -> bool:
    tag = _tag(column)
    if tag is not None and any(pattern.matches(tag) for pattern in _NO_CATEGORY):
        return False
    return bool(column.finding.filled) and not _LEVELS & {*tokens(column.finding.header or "")}


def _sorts(texts: pl.Series, *, tagged: bool) -> bool:
    """Whether a column sorts rows: two rows may be alike in it, and it is no further figure."""
    distinct = texts.n_unique()
    if not texts.null_count() and distinct == len(texts):
        return False
    figures = texts.drop_nulls().str.contains(_NUMBER)
    return tagged or not figures.all() or distinct * _REPEATED <= len(texts)


def _name(column: ColumnProfile) -> str:
    return str(column.finding.index)


def _tag(column: ColumnProfile) -> TagSpec | None:
    text = column.finding.tag or column.finding.proposed_tag
    return TagSpec.parse(text) if text else None
