"""One walk over the data rows of a table: what tagging has to know of every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from hxlguard.cells import Cells, batches_from, begins_oddly, filled, filled_rows, rows_at
from hxlguard.lexicon.countries import country
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.table import Grid
from hxlguard.tag_row import TagRow, hashed, only_looks_like_tags, tag_row_at

_ROWS_TRIED = 100
_NO_TEXTS = pl.Series(dtype=pl.String)


@dataclass(slots=True, repr=False)
class Survey:
    """What the rows below the tags and headers show.

    Attributes:
        rows: how many have a filled cell.
        after_blank: those of them that stand below a blank row.
        holds: for each column whether any of its cells is filled.
        tag_rows: row numbers of further tag rows; each may begin another table.
        countries: ISO 3166-1 alpha-2 codes of the countries that place columns name.
    """

    rows: int = 0
    after_blank: Rows = NO_ROWS
    holds: list[bool] = field(default_factory=list)
    tag_rows: list[int] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)


def survey(grid: Grid, start: int, places: Sequence[str]) -> Survey:
    """Walk over all rows from position `start` on; `places` are columns that may name countries."""
    found = Survey(holds=[False] * grid.width)
    blank_seen = False
    further = _FurtherTagRows()
    texts: set[str] = set()
    for position, frame in batches_from(grid, start):
        written = filled_rows(frame)
        found.rows += int(written.sum())
        found.holds = _holding(frame, found.holds)
        blank = 0 if blank_seen else written.arg_min()
        if blank is not None and (blank_seen or not written[blank]):
            blank_seen = True
            after = written.arg_true().filter(written.arg_true() >= blank)
            found.after_blank |= rows_at(after, position + 1)
        further.look_at(position, frame, written)
        texts.update(pl.concat([_NO_TEXTS, *frame.select(places)]).drop_nulls().unique().to_list())
    found.tag_rows = further.finish()
    found.countries = {code for code in map(country, texts) if code}
    return found


def _holding(frame: pl.DataFrame, known: Sequence[bool]) -> list[bool]:
    """For each column whether it was known to hold something, or does here."""
    holds = dict(zip(frame.columns, known, strict=True))
    for rows in (frame.head(_ROWS_TRIED), frame):
        left = [name for name, held in holds.items() if not held]
        if left:
            holds |= rows.select(filled(pl.col(left)).any()).row(0, named=True)
    return list(holds.values())


class _FurtherTagRows:
    """Finds tag rows; whether one is genuine shows in the next row, maybe of another batch."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self._undecided: tuple[TagRow, Cells] | None = None
        self._last: Cells = ()

    def look_at(self, position: int, frame: pl.DataFrame, written: pl.Series) -> None:
        """Look at the next rows; `written` says which of them are not blank."""
        filled_at = written.arg_true()
        if self._undecided and len(filled_at):
            self._decide(*self._undecided, frame.row(int(filled_at[0])))
        for at in _hashed_rows(frame):
            row = tag_row_at(position + at, frame.row(at))
            if row is None:
                continue
            above = frame.row(at - 1) if at else self._last
            below = filled_at.search_sorted(at, side="right")
            if below < len(filled_at):
                self._decide(row, above, frame.row(int(filled_at[below])))
            else:
                self._undecided = (row, above)
        self._last = frame.row(-1)

    def finish(self) -> list[int]:
        """The row numbers of all that are genuine."""
        if self._undecided:
            self._decide(*self._undecided, ())
        return self.rows

    def _decide(self, row: TagRow, above: Cells, below: Cells) -> None:
        self._undecided = None
        if not only_looks_like_tags(row, above, below):
            self.rows.append(row.position + 1)


def _hashed_rows(frame: pl.DataFrame) -> pl.Series:
    odd = frame.select(begins_oddly(pl.all()).any()).row(0)
    columns = [name for name, is_odd in zip(frame.columns, odd, strict=True) if is_odd]
    if not columns:
        return pl.Series(dtype=pl.UInt32)
    return frame.select(pl.any_horizontal(hashed(pl.col(columns)))).to_series().arg_true()
