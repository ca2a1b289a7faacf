"""Looks at every cell of a column for candidates, whole columns at a time.

A scan of some rows is a value that merges with the scan of others, in any order, so that a file
can be scanned in batches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from hxlguard.cells import is_filled, rows_at
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.normalising import normalised
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Recognizer

FEW_VALUES = 1_000
"""Distinct values are counted up to here; beyond it a column simply has many."""

LONGEST_VALUE = 40
"""Bytes; a longer cell is text, in which anything may stand."""

CONFIRMING = tuple(kind for kind in RECOGNIZERS if kind.candidate)

_ANY_CANDIDATE = "|".join(f"(?:{kind.candidate})" for kind in CONFIRMING)
_REPEATS, _ROWS_TRIED = 0.2, 10_000


@dataclass(frozen=True, slots=True, repr=False)
class ColumnScan:
    """What the cells of one column show at first sight; scans of disjoint rows merge.

    Attributes:
        filled: cells that are not blank.
        long: how many of them are longer than `LONGEST_VALUE`.
        shaped: entity to cells of the shape that the entity would have, for expected entities.
        candidates: entity to cells that its candidate pattern hits.
        distinct: hashes of the distinct values, or None when there are more than `FEW_VALUES`.
    """

    filled: Rows = NO_ROWS
    long: int = 0
    shaped: Mapping[str, Rows] = field(default_factory=dict)
    candidates: Mapping[str, Rows] = field(default_factory=dict)
    distinct: frozenset[int] | None = frozenset()

    def __or__(self, other: ColumnScan) -> ColumnScan:
        return ColumnScan(
            self.filled | other.filled,
            self.long + other.long,
            merged(self.shaped, other.shaped, NO_ROWS),
            merged(self.candidates, other.candidates, NO_ROWS),
            _few(self.distinct, other.distinct),
        )


class ColumnCells:
    """The filled cells of one column in one batch of rows, as recognizers see them.

    A column that repeats itself is looked at value by value; the scan is the same.

    Attributes:
        values: the cells, or the distinct ones of a column that repeats itself.
    """

    def __init__(self, cells: pl.Series, first_row: int, *, by_value: bool | None = None) -> None:
        """Take the cells of a batch whose first row has the number `first_row`.

        `by_value` decides for one of the two ways; by default it is the faster one.
        """
        self._cells = cells
        self._first_row = first_row
        self._by_value = _repeats(cells) if by_value is None else by_value
        raw = cells.unique(maintain_order=True) if self._by_value else cells
        self._is_filled = is_filled(raw)
        self._filled = raw if self._is_filled.all() else raw.filter(self._is_filled)
        self.values = normalised(self._filled)

    def filled(self) -> Rows:
        """The rows whose cells are not blank."""
        return self.rows(pl.repeat(value=True, n=len(self.values), dtype=pl.Boolean, eager=True))

    def rows(self, hits: pl.Series) -> Rows:
        """The rows whose value `hits` marks; it is as long as `values`."""
        if not hits.any():
            return NO_ROWS
        if self._by_value:
            found = self._cells.is_in(self._filled.filter(hits).implode()).arg_true()
        elif len(self._filled) < len(self._cells):
            found = self._is_filled.arg_true().filter(hits)
        else:
            found = hits.arg_true()
        return rows_at(found, self._first_row)


def scan_cells(cells: ColumnCells, expected: Collection[str]) -> ColumnScan:
    """Look at every cell; count the shapes of the `expected` entities."""
    values = cells.values
    return ColumnScan(
        filled=cells.filled(),
        long=cells.rows(values.str.len_bytes() > LONGEST_VALUE).count,
        shaped=_found(
            (kind.entity, cells.rows(values.str.contains(kind.shape)))
            for kind in RECOGNIZERS
            if kind.shape and kind.entity in expected
        ),
        candidates=_candidates(cells),
        distinct=_distinct(values),
    )


def candidates(kind: Recognizer, values: pl.Series) -> pl.Series:
    """For each value, whether `kind` has to be asked about it."""
    return values.alias("text").to_frame().select(kind.candidates()).to_series()


def merged(one: Mapping[Any, Any], other: Mapping[Any, Any], none: Any) -> dict[Any, Any]:
    """Join two mappings, value by value."""
    return {key: one.get(key, none) | other.get(key, none) for key in {**one, **other}}


def _candidates(cells: ColumnCells) -> dict[str, Rows]:
    """Ask for any candidate first: most columns hold none."""
    hits = cells.values.str.contains(_ANY_CANDIDATE)
    if not hits.any():
        return {}
    at = hits.arg_true()
    values = cells.values.gather(at)
    none = pl.repeat(value=False, n=len(hits), dtype=pl.Boolean, eager=True)
    return _found(
        (kind.entity, cells.rows(none.scatter(at, candidates(kind, values)))) for kind in CONFIRMING
    )


def _found(rows: Iterable[tuple[str, Rows]]) -> dict[str, Rows]:
    return {entity: found for entity, found in rows if found.count}


def _distinct(values: pl.Series) -> frozenset[int] | None:
    if values.head(_ROWS_TRIED).n_unique() > FEW_VALUES:
        return None
    return _few(frozenset(values.hash(0).unique()), frozenset())


def _few(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None or len(one | other) > FEW_VALUES:
        return None
    return one | other


def _repeats(cells: pl.Series) -> bool:
    tried = cells.head(_ROWS_TRIED)
    return tried.n_unique() <= _REPEATS * len(tried)
