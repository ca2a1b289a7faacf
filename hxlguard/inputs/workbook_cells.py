"""Values of spreadsheet cells as text, the same for every kind of workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import polars as pl

from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import FIRST_ROWS
from hxlguard.model.table import Unread

MAX_WORKBOOK_CELLS = 30_000_000
"""Rows times columns, all sheets of a file together: 30 columns over a million rows.

A cell of a workbook takes about 100 bytes while it is on its way into a table.
Two cells at opposite corners of a sheet span 17,000,000,000; a rectangle of them fills any memory.
"""


class CellBudget:
    """How many cells one file may still fill."""

    def __init__(self, limit: int = MAX_WORKBOOK_CELLS) -> None:
        self._limit = self._left = limit

    def refusal(self, sheet: str, height: int, width: int) -> Unread | None:
        """Take `height` times `width` cells; says why not when they are too many."""
        if height * width > self._left:
            return Unread(
                sheet,
                "limit-exceeded",
                f"its cells span a rectangle that goes beyond {self._limit:,} cells in one file;"
                " remove stray cells far from the table, or split the file",
            )
        self._left -= height * width
        return None


def frame(rows: Iterable[Sequence[object]]) -> pl.DataFrame:
    """Turn a rectangle of values into text columns named "1", "2", ...; empty text is null.

    A number keeps all its digits whatever its display format hides, because the digits leave with
    the file. A number is never written in scientific notation; what a spreadsheet stores beyond 17
    significant digits is not a number it can show, and is rounded as any reader rounds it.
    """
    columns = zip(*rows, strict=True)
    return pl.DataFrame(
        [pl.Series(str(i), _texts(cells), dtype=pl.String) for i, cells in enumerate(columns, 1)]
    )


def hidden(
    cells: pl.DataFrame, rows: Sequence[range], columns: Sequence[range]
) -> tuple[Anomaly, ...]:
    """Anomalies for the hidden rows and columns (numbers from 1) that hold anything.

    Empty ones are left out: hiding everything beside the table is a habit that conceals nothing.
    """
    if not cells.width:
        return ()
    filled = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    hidden_rows = [
        number
        for span in rows
        for number in range(span.start, min(span.stop, cells.height + 1))
        if filled[number - 1]
    ]
    hidden_columns = [
        number
        for span in columns
        for number in range(span.start, min(span.stop, cells.width + 1))
        if cells.to_series(number - 1).null_count() < cells.height
    ]
    found = []
    if hidden_rows:
        listed = tuple(hidden_rows[:FIRST_ROWS])
        found.append(Anomaly(AnomalyKind.HIDDEN_ROWS, len(hidden_rows), rows=listed))
    if hidden_columns:
        listed = tuple(hidden_columns)
        found.append(Anomaly(AnomalyKind.HIDDEN_COLUMNS, len(hidden_columns), columns=listed))
    return tuple(found)


def comments(rows: Iterable[int]) -> tuple[Anomaly, ...]:
    """The anomaly for comments on cells of these rows (from 1), if there are any."""
    listed = sorted(rows)
    if not listed:
        return ()
    first = tuple(sorted(set(listed))[:FIRST_ROWS])
    return (Anomaly(AnomalyKind.COMMENTS, len(listed), rows=first),)


def counted(kind: AnomalyKind, count: int) -> tuple[Anomaly, ...]:
    """The anomaly for `count` things, if there are any."""
    return (Anomaly(kind, count),) if count else ()


def number(value: float) -> str:
    """A number with all its digits, without exponent and without a needless `.0`."""
    shortest = repr(value)
    if "e" in shortest:
        shortest = format(Decimal(shortest), "f")
    return shortest.removesuffix(".0")


def moment(value: dt.datetime) -> str:
    """A point in time; the date alone at midnight."""
    is_date = value.time() == dt.time()
    return value.date().isoformat() if is_date else value.isoformat(sep=" ")


def duration(value: dt.timedelta) -> str:
    """A length of time as hours, minutes and seconds, such as `30:00:00`."""
    sign, seconds = ("-", -value) if value < dt.timedelta() else ("", value)
    minutes, rest = divmod(seconds.total_seconds(), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{sign}{hours:02}:{minutes:02}:{number(rest).zfill(2)}"


_TO_TEXT: Mapping[type, Callable[..., str]] = {
    str: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    int: str,
    float: number,
    dt.date: dt.date.isoformat,
    dt.datetime: moment,
    dt.time: dt.time.isoformat,
    dt.timedelta: duration,
}


def _texts(cells: Iterable[object]) -> list[str | None]:
    return [_TO_TEXT[type(cell)](cell) or None if cell is not None else None for cell in cells]
