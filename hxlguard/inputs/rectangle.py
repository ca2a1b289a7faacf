"""Rows of text of any length into the rectangle that a `RawTable` holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import polars as pl

from hxlguard.errors import SourceError
from hxlguard.inputs.limits import check_extent
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.table import Grid, Held, RawTable

Row = Sequence[str | None]

_CHUNK_CELLS = 50_000
"""Python holds this many cells at once; Arrow holds the rest in a quarter of the memory."""

_CHUNK_ROWS = 100
"""Of a wide table it holds this many rows at least, because each chunk costs time per column."""

_WIDE_CHUNK_CELLS = 4_000_000
"""But never more than this many, those included that are empty because another row is wider."""

_BATCH_CELLS = 2**24
"""A frame of this many cells takes 256 MiB even when they are empty."""

_LARGE_CELLS = 2**22
"""With as many cells, what a question costs besides the answers no longer counts."""


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
    grid = Held((cells,))
    return RawTable(name, grid, names_first=names_first, anomalies=ragged(grid, widths))


def frames_of_rows(rows: Iterable[Row]) -> Iterator[pl.DataFrame]:
    """Frames of some rows each, every one as wide as its own widest row."""
    return map(_frame, _chunks(rows))


def names_of(width: int) -> list[str]:
    """The names of so many columns."""
    return [str(index) for index in range(1, width + 1)]


def blank_frame(height: int) -> pl.DataFrame:
    """A frame of so many rows of one empty cell."""
    return pl.DataFrame({"1": pl.repeat(None, height, dtype=pl.String, eager=True)})


def fitted(frame: pl.DataFrame, names: Sequence[str]) -> Iterator[pl.DataFrame]:
    """The columns `names` of a frame, those that it lacks empty, in parts of bounded memory."""
    is_fit, known = frame.columns == [*names], set(frame.columns)
    for part in frame.iter_slices(max(1, _BATCH_CELLS // max(1, len(names)))):
        if is_fit:
            yield part
            continue
        empty = pl.repeat(None, part.height, dtype=pl.String)
        yield part.select(pl.col(name) if name in known else empty.alias(name) for name in names)


def in_large_frames(frames: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The same rows in fewer frames: much that is asked of a frame costs the same in any height."""
    small: list[pl.DataFrame] = []
    for frame in frames:
        small.append(frame)
        if sum(each.height * each.width for each in small) >= _LARGE_CELLS:
            yield pl.concat(small, rechunk=True)
            small = []
    if small:
        yield pl.concat(small, rechunk=True)


def without_empty(cells: pl.DataFrame) -> pl.DataFrame:
    """Empty text becomes null."""
    return cells.with_columns(pl.when(pl.all() != "").then(pl.all()))


def rows_where(grid: Grid, condition: pl.Expr, columns: Sequence[str] | None = None) -> Rows:
    """The rows where `condition` holds for the cells of some columns or of all."""
    found, above = NO_ROWS, 0
    for batch in grid.batches(columns):
        hits = batch.select(condition.alias("hit")).to_series().arg_true() + above + 1
        found |= Rows(len(hits), tuple(hits.head(FIRST_ROWS)))
        above += batch.height
    return found


def ragged(grid: Grid, widths: Counter[int]) -> tuple[Anomaly, ...]:
    """The anomaly for rows with cells beyond the usual width, if there are any."""
    usual = next((width for width, _ in widths.most_common() if width), 0)
    beyond = names_of(grid.width)[usual:]
    if not beyond:
        return ()
    rows = rows_where(grid, pl.any_horizontal(pl.all().is_not_null()), beyond)
    return (Anomaly(AnomalyKind.RAGGED_CELLS, rows.count, rows.first),) if rows.count else ()


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    held = widest = 0
    for row in rows:
        chunk.append(row)
        held += len(row) + 1
        widest = max(widest, len(row))
        is_full = held >= _CHUNK_CELLS and len(chunk) >= _CHUNK_ROWS
        if is_full or len(chunk) * widest >= _WIDE_CHUNK_CELLS:
            yield chunk
            chunk, held, widest = [], 0, 0
    if chunk:
        yield chunk


def _frame(chunk: list[Row]) -> pl.DataFrame:
    columns = list(zip_longest(*chunk)) or [(None,) * len(chunk)]
    frame = pl.DataFrame(
        [pl.Series(str(index), values, dtype=pl.String) for index, values in enumerate(columns, 1)]
    )
    return without_empty(frame)
