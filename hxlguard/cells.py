"""Small questions about cells and rows of cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import polars as pl

from hxlguard.model.location import FIRST_ROWS, Rows
from hxlguard.model.table import Grid, TaggedTable

_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"[-+]?[\d\s.,]*%?")

MOST_ROWS, MOST_CELLS = 2**19, 2**24
"""Looked at together: enough to be fast, few enough to stay small in memory."""

Question = Callable[[pl.Series], pl.Series]
"""What is asked of each of some cells, to be answered with yes or no."""

Cells = Sequence[str | None]
"""One row; None stands for an empty cell."""


def is_blank(cell: str | None) -> bool:
    """True for an empty cell or one of white space alone."""
    return cell is None or not cell.strip()


def filled_rows(cells: pl.DataFrame) -> pl.Series:
    """For each row, whether any cell is filled."""
    if not cells.width:
        return pl.Series(dtype=pl.Boolean)
    whole = next((column for column in cells if not column.null_count()), None)
    if whole is not None and is_filled(whole).all():
        return pl.repeat(value=True, n=cells.height, dtype=pl.Boolean, eager=True)
    return cells.select(pl.any_horizontal(filled(pl.all())).alias("filled"))["filled"]


def filled(cells: pl.Expr) -> pl.Expr:
    """For each cell, whether it holds more than white space."""
    return (cells.str.strip_chars() != "").fill_null(value=False)


def begins_oddly(cells: pl.Expr) -> pl.Expr:
    """For each cell, whether it may begin with white space or any kind of `#`; a cheap question."""
    return (cells < "$") | (cells >= "\x7f")


def may_begin_with_letter(cells: pl.Series) -> pl.Series:
    """For each cell, whether it may begin with a letter or white space; a cheap question."""
    return (cells >= "A") | (cells < "!")


def asked_of(marked: pl.Series, cells: pl.Series, question: Question) -> pl.Series:
    """For each cell, whether it is marked and the answer is yes; no other cell is asked."""
    at = marked.arg_true()
    if len(at) == len(cells):
        return question(cells)
    return marked.scatter(at, question(cells.gather(at))) if len(at) else marked


def is_filled(cells: pl.Series) -> pl.Series:
    """For each cell, whether it holds more than white space."""
    column = pl.col("cells")
    frame = cells.alias("cells").to_frame()
    odd = frame.select(begins_oddly(column).any()).item()
    return frame.select(filled(column) if odd else column.is_not_null()).to_series()


def taken(cells: pl.Series, positions: pl.Series) -> pl.Series:
    """The cells at `positions`, ascending; without a copy where these are all."""
    return cells if len(positions) == len(cells) else cells.gather(positions)


def rows_at(positions: pl.Series, first_row: int) -> Rows:
    """Rows at `positions` (ascending) of a batch that begins with row number `first_row`."""
    return Rows(
        len(positions), tuple(at + first_row for at in positions.head(FIRST_ROWS).to_list())
    )


def every_row(count: int, first_row: int) -> Rows:
    """So many rows, the first of which has number `first_row`."""
    return Rows(count, tuple(range(first_row, first_row + min(count, FIRST_ROWS))))


def filled_count(cells: Cells) -> int:
    """How many cells of a row are filled."""
    return sum(not is_blank(cell) for cell in cells)


def is_number(text: str) -> bool:
    """True for a plain number, with separators, a sign or a percent sign."""
    stripped = text.strip()
    return (
        len(stripped) <= _LONGEST_NUMBER
        and any(char.isdigit() for char in stripped)
        and _NUMBER.fullmatch(stripped) is not None
    )


def first_rows(grid: Grid, count: int) -> pl.DataFrame:
    """The first `count` rows, or all there are."""
    frames: list[pl.DataFrame] = []
    for frame in grid.batches():
        frames.append(frame.head(count - sum(known.height for known in frames)))
        if sum(known.height for known in frames) >= count:
            break
    return pl.concat(frames) if frames else pl.DataFrame()


def batches_from(
    grid: Grid, start: int, columns: Sequence[str] | None = None
) -> Iterator[tuple[int, pl.DataFrame]]:
    """All rows from position `start` on, each batch with the position of its first row."""
    position = 0
    for frame in grid.batches(columns):
        below = frame.slice(max(0, start - position))
        if below.height:
            yield max(start, position), below
        position += frame.height


def numbered_batches(
    grid: Grid, first_row: int, columns: Sequence[str]
) -> Iterator[tuple[int, pl.DataFrame]]:
    """Rows from number `first_row` on, many at once, with the first one's number."""
    most = min(MOST_ROWS, MOST_CELLS // max(1, len(columns)) + 1)
    number, waiting = first_row, list[pl.DataFrame]()
    for _, frame in batches_from(grid, first_row - 1, columns):
        for piece in frame.iter_slices(most):
            if waiting and sum(held.height for held in waiting) + piece.height > most:
                batch = pl.concat(waiting, rechunk=True)
                yield number, batch
                number, waiting = number + batch.height, []
            waiting.append(piece)
    if waiting:
        yield number, pl.concat(waiting, rechunk=True)


def rows_with_strays(
    table: TaggedTable, columns: Sequence[str]
) -> Iterator[tuple[int, pl.DataFrame]]:
    """What stands in the tag row without being a tag, and all rows of data; as above."""
    if table.strays.height:
        yield table.tag_row or 1, table.strays.select(columns)
    yield from numbered_batches(table.grid, table.first_data_row, columns)


def next_filled_row(grid: Grid, start: int) -> Cells:
    """The first row from position `start` on that is not blank; empty when there is none."""
    for _, frame in batches_from(grid, start):
        first = filled_rows(frame).arg_true()
        if len(first):
            return frame.row(int(first[0]))
    return ()
