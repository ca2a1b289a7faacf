"""Rows of text of any length into the rectangle that a `RawTable` holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import polars as pl

from hxlguard.errors import SourceError
from hxlguard.inputs.limits import check_extent
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import Rows
from hxlguard.model.table import Held, RawTable

Row = Sequence[str | None]

_CHUNK_CELLS = 50_000
"""Python holds this many cells at once; Arrow holds the rest in a quarter of the memory."""

_CHUNK_ROWS = 100
"""Of a wide table it holds this many rows at least, because each chunk costs time per column."""

_WIDE_CHUNK_CELLS = 4_000_000


def table_of_rows(
    name: str, rows: Iterable[Row], *, where: str, names_first: bool = False
) -> RawTable:
    """Build a table as wide as its widest row; empty text becomes null.

    Args:
        name: the table's name.
        rows: each row as long as it likes.
        where: the file's name, for messages.
        names_first: True when the first row holds column names for sure.

    Raises:
        SourceError: there are too many cells, or a cell is not Unicode text.
    """
    widths: Counter[int] = Counter()
    chunks = []
    for chunk in _chunks(rows):
        widths.update(map(len, chunk))
        check_extent(widths.total(), max(widths), where=where)
        try:
            chunks.append(_frame(chunk))
        except UnicodeEncodeError:
            raise SourceError(
                "a cell holds half a character, which no encoding can write",
                where=f"{where}, rows {widths.total() - len(chunk) + 1} to {widths.total()}",
                remedy="save the data again as UTF-8",
            ) from None
    cells = pl.concat(chunks, how="diagonal", rechunk=True) if chunks else pl.DataFrame()
    return RawTable(name, Held((cells,)), names_first=names_first, anomalies=_ragged(cells, widths))


def rows_where(cells: pl.DataFrame, condition: pl.Expr) -> list[int]:
    """Row numbers, from 1, of the rows where `condition` holds."""
    return (cells.select(condition.alias("hit")).to_series().arg_true() + 1).to_list()


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    held = 0
    for row in rows:
        chunk.append(row)
        held += len(row) + 1
        if held >= _CHUNK_CELLS and (len(chunk) >= _CHUNK_ROWS or held >= _WIDE_CHUNK_CELLS):
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _frame(chunk: list[Row]) -> pl.DataFrame:
    columns = list(zip_longest(*chunk)) or [(None,) * len(chunk)]
    frame = pl.DataFrame(
        [pl.Series(str(index), values, dtype=pl.String) for index, values in enumerate(columns, 1)]
    )
    return frame.with_columns(pl.when(pl.all() != "").then(pl.all()))


def _ragged(cells: pl.DataFrame, widths: Counter[int]) -> tuple[Anomaly, ...]:
    usual = next((width for width, _ in widths.most_common() if width), 0)
    beyond = cells.columns[usual:]
    if not beyond:
        return ()
    filled = pl.any_horizontal(pl.col(beyond).is_not_null())
    ragged = Rows.of(rows_where(cells, filled))
    return (Anomaly(AnomalyKind.RAGGED_CELLS, ragged.count, ragged.first),) if ragged.count else ()
