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
"""Kinds that values alone can show."""

_OF_NUMBERS = tuple(kind for kind in CONFIRMING if kind.bare_number)
_OF_TEXTS = tuple(kind for kind in CONFIRMING if not kind.bare_number)
_ANY_TEXT, _ANY = (
    "|".join(f"(?:{kind.candidate})" for kind in kinds) for kinds in (_OF_TEXTS, CONFIRMING)
)
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
        self._raw = cells.unique(maintain_order=True) if self._by_value else cells
        self._is_filled = is_filled(self._raw)
        whole = self._is_filled.all()
        self._filled = self._raw if whole else self._raw.filter(self._is_filled)
        self.values = normalised(self._filled)

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


def scan_cells(cells: ColumnCells, expected: Collection[str]) -> ColumnScan:
    """Look at every cell; count the shapes of the `expected` entities."""
    values = cells.values
    if values.is_empty():
        return ColumnScan()
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
    hits = values.str.contains(kind.candidate or "$^")
    if kind.exclude is None or not hits.any():
        return hits
    at = hits.arg_true()
    return hits.scatter(at, ~values.gather(at).str.contains(kind.exclude))


def merged(one: Mapping[Any, Any], other: Mapping[Any, Any], none: Any) -> dict[Any, Any]:
    """Join two mappings, value by value."""
    return {key: one.get(key, none) | other.get(key, none) for key in {**one, **other}}


def _candidates(cells: ColumnCells) -> dict[str, Rows]:
    """Whether any kind hits is asked first: most columns hold nothing, or numbers alone."""
    at = cells.values.str.contains(_ANY).arg_true()
    values = cells.values.gather(at)
    texts = _OF_TEXTS if values.str.contains(_ANY_TEXT).any() else ()
    return _found(
        (kind.entity, cells.rows_of(at.filter(candidates(kind, values))))
        for kind in (*_OF_NUMBERS, *texts)
        if len(at)
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
