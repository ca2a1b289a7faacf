"""The cells of columns in one batch of rows, as recognizers see them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache

import polars as pl

from hxlguard.cells import asked_of, every_row, is_filled, may_begin_with_letter, rows_at, taken
from hxlguard.matching import contains_any, is_ascii
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.normalising import ODD, normalised
from hxlguard.recognizers import RECOGNIZERS

CONFIRMING = tuple(kind for kind in RECOGNIZERS if kind.candidate)
"""Kinds that values alone can show."""

PLAIN = r"^-?(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,6})?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""Small numbers and dates: seen as they are written, and no kind's candidates."""

OF_NUMBERS = tuple(kind for kind in CONFIRMING if kind.bare_number)
OF_WORDS = tuple(kind for kind in CONFIRMING if kind.vocabulary)
OF_TEXTS = tuple(kind for kind in CONFIRMING if not kind.bare_number and not kind.vocabulary)

OF_ANY_NUMBER = tuple(kind.candidate or "" for kind in OF_NUMBERS)
OF_ANY_TEXT = tuple(kind.candidate or "" for kind in OF_TEXTS)
_TRIED, _SOME, _REPEATS, _MOSTLY = 10_000, 2_000, 0.2, 0.8
_FIRST, _UNLIKE = 500, 0.96
"""Of so few cells hardly two are alike where there are more values than repeat in ten thousand."""

_CELLS_TOGETHER, _WORTH_A_THREAD = 2**20, 2**16
"""In short columns the calls to polars take longer than what they do, so columns share them; with
more cells than the latter the columns are shared out among threads first."""


def together(wanted: Mapping[str, Collection[str]], height: int) -> list[list[str]]:
    """Names of columns that are best looked at together: short ones of which the same is wanted.

    Args:
        wanted: name of a column to what is looked for in it.
        height: how many rows the columns have.
    """
    alike: dict[frozenset[str], list[str]] = {}
    for name, entities in wanted.items():
        alike.setdefault(frozenset(entities), []).append(name)
    most = max(1, _CELLS_TOGETHER // max(1, height))
    return [part for names in alike.values() for part in _shared_out(names, height, most)]


def _shared_out(names: list[str], height: int, most: int) -> list[list[str]]:
    if len(names) * height > _WORTH_A_THREAD:
        most = min(most, math.ceil(len(names) / pl.thread_pool_size()))
    return [names[at : at + most] for at in range(0, len(names), most)]


def most_cells(groups: Sequence[Sequence[str]], height: int) -> int:
    """How many cells the columns of the largest group have."""
    return height * max(map(len, groups), default=0)


class ColumnCells:
    """The filled cells of one column, or of a few of the same height, one behind the other.

    A column that repeats itself is looked at value by value; what it shows is the same.

    Attributes:
        count: how many columns there are.
        values: the normalised cells, or the distinct ones of columns that repeat themselves.
        suspects: positions in `values`; nothing but these can be a candidate of any kind.
        suspected: the values there.
        textual: positions in `suspected`; nothing but these can be a candidate of `OF_TEXTS`.
        ascii_only: whether no value holds a character beyond ASCII.
    """

    def __init__(
        self, columns: Sequence[pl.Series], first_row: int, *, by_value: bool | None = None
    ) -> None:
        """Take the cells of a batch whose first row has the number `first_row`.

        `by_value` decides for one of the two ways; by default it is the faster one of each column.
        """
        self.count = len(columns)
        self._columns = columns
        self._first_row = first_row
        self._by_value = [_repeats(cells) if by_value is None else by_value for cells in columns]
        self._parts = [
            cells.unique(maintain_order=True) if repeats else cells
            for cells, repeats in zip(columns, self._by_value, strict=True)
        ]
        ends = [*itertools.accumulate(map(len, self._parts))]
        self._starts = pl.Series([0, *ends[:-1]], dtype=pl.UInt32)
        self._raw = pl.concat(self._parts) if self.count > 1 else self._parts[0]
        self._is_filled = is_filled(self._raw)
        self._is_whole = bool(self._is_filled.all())
        self._filled = self._raw if self._is_whole else self._raw.filter(self._is_filled)
        self.suspects, self.textual = _suspects(self._filled)
        written = taken(self._filled, self.suspects)
        self.suspected = _with(written, self.textual, normalised(taken(written, self.textual)))
        # What is no suspect is not odd either.
        self.ascii_only = is_ascii(self.suspected)
        self.values = self._filled
        if self.suspected is not written:
            self.values = self._filled.clone().scatter(self.suspects, self.suspected)

    def filled(self) -> list[Rows]:
        """For each column the rows whose cells are not blank."""
        return self.rows_of(pl.int_range(len(self.values), dtype=pl.UInt32, eager=True))

    def rows(self, hits: pl.Series) -> list[Rows]:
        """For each column the rows whose value `hits` marks; it is as long as `values`."""
        return self.rows_of(hits.arg_true())

    def rows_of(self, positions: pl.Series) -> list[Rows]:
        """For each column the rows whose value is at one of `positions` in `values`, ascending."""
        if positions.is_empty():
            return [NO_ROWS] * self.count
        found = positions if self._is_whole else self._is_filled.arg_true().gather(positions)
        parts = _cut(found, found.search_sorted(self._starts))
        return [
            self._rows_of_column(column, part - start) if len(part) else NO_ROWS
            for column, (part, start) in enumerate(zip(parts, self._starts, strict=True))
        ]

    def of_columns(self, values: pl.Series, positions: pl.Series) -> list[pl.Series]:
        """Share out `values` that stand at `positions` of `self.values`, ascending, by column."""
        if self.count == 1:
            return [values]
        starts = self._starts
        if not self._is_whole:
            starts = self._is_filled.arg_true().search_sorted(starts)
        return _cut(values, positions.search_sorted(starts))

    def _rows_of_column(self, column: int, at: pl.Series) -> Rows:
        """The rows of a column that hold what is at some positions of its cells or values."""
        if not self._by_value[column]:
            return rows_at(at, self._first_row)
        cells, values = self._columns[column], self._parts[column]
        if len(at) == len(values) and not values.null_count():
            return every_row(len(cells), self._first_row)
        if len(at) == len(values) - values.null_count():
            return rows_at(cells.is_not_null().arg_true(), self._first_row)
        return rows_at(cells.is_in(values.gather(at).implode()).arg_true(), self._first_row)


def may_be_words(values: pl.Series) -> pl.Series:
    """For each value whether a vocabulary of any kind has it."""
    return asked_of(may_begin_with_letter(values), values, _is_any_word)


def _is_any_word(values: pl.Series) -> pl.Series:
    return values.str.strip_chars(" ").is_in(_any_word().implode())


@cache
def _any_word() -> pl.Series:
    return pl.Series(sorted(frozenset().union(*(kind.vocabulary for kind in OF_WORDS))))


def _cut(values: pl.Series, starts: pl.Series) -> list[pl.Series]:
    bounds = itertools.pairwise([*starts.to_list(), len(values)])
    return [values.slice(start, end - start) for start, end in bounds]


def _repeats(cells: pl.Series) -> bool:
    if cells.head(_FIRST).n_unique() > _UNLIKE * _FIRST:
        return False
    tried = cells.head(_TRIED)
    return tried.n_unique() <= _REPEATS * len(tried)


def _with(texts: pl.Series, at: pl.Series, changed: pl.Series) -> pl.Series:
    return changed if len(at) == len(texts) else texts.clone().scatter(at, changed)


def _suspects(filled: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Where they are, and which of them are texts; a few questions to every cell.

    Which ones are the fastest shows in some cells. What has to be normalised counts as a text.
    """
    some = filled.gather_every(len(filled) // _SOME + 1)
    if _are_mostly(some.str.contains(PLAIN)):
        at = (~filled.str.contains(PLAIN)).arg_true()
        return at, pl.int_range(len(at), dtype=pl.UInt32, eager=True)
    if _are_mostly(contains_any(some, OF_ANY_NUMBER)):
        textual = contains_any(filled, (ODD, *OF_ANY_TEXT))
        suspect = textual | contains_any(filled, OF_ANY_NUMBER)
    else:
        suspect = textual = contains_any(filled, (ODD, *OF_ANY_NUMBER, *OF_ANY_TEXT))
    if not suspect.all():
        suspect |= may_be_words(filled)
    at = suspect.arg_true()
    return at, taken(textual, at).arg_true()


def _are_mostly(hits: pl.Series) -> bool:
    return bool(hits.sum() >= _MOSTLY * len(hits))
