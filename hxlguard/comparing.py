"""Compares cells with the protections that an agreement asks for: bands, pseudonyms, masks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from hxlguard.bands import finer, read_bands, unread
from hxlguard.column_cells import ColumnCells
from hxlguard.confirming import Batches
from hxlguard.costs import charged
from hxlguard.identifiers import are_counted_up, is_masked, looks_like_pseudonym
from hxlguard.model.asked import Asked, Cuts
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.profile import Banded
from hxlguard.scanning import merged
from hxlguard.threads import on_each


@dataclass(frozen=True, slots=True, repr=False)
class Compared:
    """What the cells of one column lack; what disjoint rows lack merges.

    Attributes:
        finer: cuts to rows that are finer than their bands.
        unread: rows of cells that are neither a number nor a band.
        strangers: rows without the shape of a pseudonym.
        lookalikes: rows with it.
        first, last: of their texts, in the order of the alphabet; the only texts in here.
        not_masked: rows that show too much.
    """

    finer: Mapping[Cuts, Rows] = field(default_factory=dict)
    unread: Rows = NO_ROWS
    strangers: Rows = NO_ROWS
    lookalikes: Rows = NO_ROWS
    first: str | None = None
    last: str | None = None
    not_masked: Rows = NO_ROWS

    def __or__(self, other: Compared) -> Compared:
        return Compared(
            merged(self.finer, other.finer, NO_ROWS),
            self.unread | other.unread,
            self.strangers | other.strangers,
            self.lookalikes | other.lookalikes,
            min(filter(None, (self.first, other.first)), default=None),
            max(filter(None, (self.last, other.last)), default=None),
            self.not_masked | other.not_masked,
        )

    @property
    def not_pseudonyms(self) -> Rows:
        """Rows that hold no pseudonym: all of them where texts were only counted up."""
        counted_up = self.first and self.last and are_counted_up(self.first, self.last)
        return self.strangers | self.lookalikes if counted_up else self.strangers

    def banded(self, asked: Asked) -> tuple[Banded, ...]:
        """One entry for each set of cuts that is asked for."""
        return tuple(
            Banded(cuts, self.finer.get(cuts, NO_ROWS), self.unread) for cuts in asked.cuts
        )


def compare(batches: Batches, columns: Sequence[str], asked: Asked) -> dict[str, Compared]:
    """Compare every filled cell of some columns, by name, with whatever is asked for."""
    found = dict.fromkeys(columns, Compared())
    if not (columns and (asked.cuts or asked.pseudonyms or asked.masks)):
        return found
    for first_row, frame in batches(columns):

        def look(name: str, frame: pl.DataFrame = frame, row: int = first_row) -> Compared:
            with charged("measure", name):
                return compare_cells(ColumnCells([frame[name]], row), asked)

        for name, more in zip(columns, on_each(look, columns, cells=frame.height), strict=True):
            found[name] |= more
    return found


def compare_cells(cells: ColumnCells, asked: Asked) -> Compared:
    """Compare every filled cell of one column in one batch of rows."""
    values = cells.values
    if values.is_empty():
        return Compared()
    found = _bands_compared(cells, asked.cuts) if asked.cuts else Compared()
    if asked.pseudonyms:
        found |= _pseudonyms_compared(cells)
    if asked.masks:
        found |= Compared(not_masked=_rows(cells, ~is_masked(values)))
    return found


def _pseudonyms_compared(cells: ColumnCells) -> Compared:
    alike = looks_like_pseudonym(cells.values)
    texts: list[str] = cells.values.filter(alike).unique().sort().to_list()
    return Compared(
        strangers=_rows(cells, ~alike),
        lookalikes=_rows(cells, alike),
        first=texts[0] if texts else None,
        last=texts[-1] if texts else None,
    )


def _bands_compared(cells: ColumnCells, asked: tuple[Cuts, ...]) -> Compared:
    bands = read_bands(cells.values)
    not_read = unread(bands)
    rows = {cuts: _rows(cells, finer(bands, cuts) & ~not_read) for cuts in asked}
    return Compared(rows, _rows(cells, not_read))


def _rows(cells: ColumnCells, hits: pl.Series) -> Rows:
    (rows,) = cells.rows(hits)
    return rows
