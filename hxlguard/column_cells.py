"""The cells of one column in one batch of rows, as recognizers see them."""

from __future__ import annotations

import polars as pl

from hxlguard.cells import is_filled, rows_at, taken
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.normalising import ODD, normalised
from hxlguard.recognizers import RECOGNIZERS

CONFIRMING = tuple(kind for kind in RECOGNIZERS if kind.candidate)
"""Kinds that values alone can show."""

PLAIN = r"^-?(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,6})?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""Small numbers and dates: seen as they are written, and no kind's candidates."""

_SUSPECT = "|".join((ODD, *(f"(?:{kind.candidate})" for kind in CONFIRMING)))
_TRIED, _REPEATS, _MOSTLY = 10_000, 0.2, 0.8


class ColumnCells:
    """The filled cells of a column.

    A column that repeats itself is looked at value by value; what it shows is the same.

    Attributes:
        values: the normalised cells, or the distinct ones of a column that repeats itself.
        suspects: positions in `values`; nothing but these can be a candidate of any kind.
        suspected: the values there.
    """

    def __init__(self, cells: pl.Series, first_row: int, *, by_value: bool | None = None) -> None:
        """Take the cells of a batch whose first row has the number `first_row`.

        `by_value` decides for one of the two ways; by default it is the faster one.
        """
        self._cells = cells
        self._first_row = first_row
        self._by_value = _repeats(cells) if by_value is None else by_value
        self._raw = cells.unique(maintain_order=True) if self._by_value else cells
        self._is_filled = is_filled(self._raw)
        whole = self._is_filled.all()
        self._filled = self._raw if whole else self._raw.filter(self._is_filled)
        self.suspects = _suspects(self._filled)
        written = taken(self._filled, self.suspects)
        self.suspected = normalised(written)
        self.values = self._filled
        if self.suspected is not written:
            self.values = self._filled.clone().scatter(self.suspects, self.suspected)

    def filled(self) -> Rows:
        """The rows whose cells are not blank."""
        if self._by_value and (self._is_filled | self._raw.is_null()).all():
            return rows_at(self._cells.is_not_null().arg_true(), self._first_row)
        return self.rows(pl.repeat(value=True, n=len(self.values), dtype=pl.Boolean, eager=True))

    def rows(self, hits: pl.Series) -> Rows:
        """The rows whose value `hits` marks; it is as long as `values`."""
        return self.rows_of(hits.arg_true())

    def rows_of(self, positions: pl.Series) -> Rows:
        """The rows whose value stands at one of `positions` in `values`, ascending."""
        if positions.is_empty():
            return NO_ROWS
        if self._by_value:
            found = self._cells.is_in(self._filled.gather(positions).implode()).arg_true()
        elif len(self._filled) < len(self._cells):
            found = self._is_filled.arg_true().gather(positions)
        else:
            found = positions
        return rows_at(found, self._first_row)


def _repeats(cells: pl.Series) -> bool:
    tried = cells.head(_TRIED)
    return tried.n_unique() <= _REPEATS * len(tried)


def _suspects(filled: pl.Series) -> pl.Series:
    """One question to every cell; which one is faster shows in the first cells."""
    first = filled.head(_TRIED)
    if first.str.contains(PLAIN).sum() >= _MOSTLY * len(first):
        return (~filled.str.contains(PLAIN)).arg_true()
    return filled.str.contains(_SUSPECT).arg_true()
