"""Blocks of delimited text into rows: by polars where that is proven right, else by `csv`.

What the rows of a text are is what Python's csv module says. polars reads twenty times as fast and
agrees with it about every well-formed block; so a block is looked at before and after.
"""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from typing import NamedTuple

import polars as pl

from hxlguard.inputs.delimited_feed import Feed, refuse_long_row
from hxlguard.inputs.encoding import is_utf8
from hxlguard.inputs.rectangle import names_of, without_empty

_NEXT_BYTES = 2**18

_field_limit = threading.Lock()


class Quotes(NamedTuple):
    """The quotes of a well-formed block.

    Attributes:
        total: how many there are.
        doubled: how many stand for one in a cell, and another one right behind them.
        around_nothing: True when there is a quoted cell with nothing in it.
    """

    total: int
    doubled: int
    around_nothing: bool


@dataclass(frozen=True, slots=True, repr=False)
class CarefulRows:
    """The rows that the csv module finds.

    Attributes:
        rows: their cells.
        size: how many bytes of text they take.
        open_line: the line, from 1, at which the last row begins when its quote is never closed.
    """

    rows: list[list[str]]
    size: int
    open_line: int | None


def plain_cells(block: bytes, delimiter: str) -> pl.DataFrame | None:
    """The cells of whole rows of one width, or None where that is not proven.

    Together these say that every cell is what the csv module would give:

    - every quoted cell begins after a delimiter or line end and ends before one, the quotes inside
      it are doubled, and no other cell holds a quote; every line end is `\\n` or `\\r\\n`.
    - no cell lacks a byte: all bytes together are those of the cells, of the quotes around them,
      and of as many delimiters and line ends as so many whole rows have.
    - no row is short, because its last cell would be null: then no row can be wide, and no blank
      line can be passed over. Where there are such cells, every line is as long as its row.
    """
    returns = block.count(b"\r") if b"\r" in block else 0
    if not is_utf8(block) or (returns and returns != block.count(b"\r\n")):
        return None
    quotes = _well_formed_quotes(block, delimiter)
    if quotes is None:
        return None
    cells = parsed(block, delimiter)
    if cells is None or not _is_whole(cells, block, quotes, returns):
        return None
    return without_empty(cells) if quotes.around_nothing else cells


def parsed(block: bytes, delimiter: str, columns: list[int] | None = None) -> pl.DataFrame | None:
    """What polars makes of a block, of some columns (from 0) or of all."""
    try:
        cells = pl.read_csv(
            block,
            has_header=False,
            infer_schema=False,
            separator=delimiter,
            columns=columns,
        )
    except pl.exceptions.PolarsError:
        return None
    cells.columns = names_of(cells.width) if columns is None else [str(at + 1) for at in columns]
    return cells


def careful_rows(block: bytes, delimiter: str, feed: Feed, *, where: str) -> CarefulRows:
    """Read with the csv module, and on to the end of the row when a quote is open at the end.

    Raises:
        SourceError: a row is longer than one row may be.
        UnicodeDecodeError: the text is not in UTF-8.
    """
    lines = _Lines(block, feed, where)
    rows: list[list[str]] = []
    open_line, begins = None, 1
    with cells_of_any_length():
        reader = csv.reader(lines, delimiter=delimiter)
        for row in reader:
            rows.append(row)
            lines.in_row = False
            open_line = begins if lines.is_open else None
            begins = reader.line_num + 1
    return CarefulRows(rows, lines.size_of_rows(), open_line)


class _Lines:
    """Gives the csv module the lines of a block, and of the next ones while a quote is open."""

    def __init__(self, block: bytes, feed: Feed, where: str) -> None:
        self._text = StringIO(block.decode(), newline="")
        self._feed = feed
        self._where = where
        self._size = len(block)
        self._goes_on = False
        self.in_row = self.is_open = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._goes_on and not self.in_row:
            raise StopIteration
        line = self._text.readline() or (self._next_line() if self.in_row else "")
        if not line:
            raise StopIteration
        self.in_row = True
        return line

    def size_of_rows(self) -> int:
        """How many bytes the rows took; the rest goes back to the feed."""
        rest = self._text.read().encode()
        self._feed.put_back(rest)
        return self._size - len(rest)

    def _next_line(self) -> str:
        self._goes_on = True
        refuse_long_row(self._size, where=self._where)
        block = self._feed.cut(_NEXT_BYTES)
        self._size += len(block)
        self._text = StringIO(block.decode(), newline="")
        self.is_open = not block
        return self._text.readline()


@contextmanager
def cells_of_any_length() -> Iterator[None]:
    """Lift the csv module's limit, which is global, and put it back."""
    with _field_limit:
        before = csv.field_size_limit(2**31 - 1)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _is_whole(cells: pl.DataFrame, block: bytes, quotes: Quotes, returns: int) -> bool:
    """True when the cells make up the whole block, row by row."""
    cut_short = not block.endswith(b"\n")
    delimiters = cells.height * (cells.width - 1)
    around = quotes.total - quotes.doubled
    inside = _returns_inside(cells) if returns and quotes.total else 0
    ends = cells.height - cut_short + returns - inside
    text = sum(cells.select(pl.all().str.len_bytes().sum()).row(0))
    if text + around + delimiters + ends != len(block):
        return False
    if not cells.to_series(-1).has_nulls():
        return True
    lengths = _lengths(cells, are_doubled=quotes.doubled > 0)
    return cells.width > 1 and lengths.equals(_line_lengths(block))


def _lengths(cells: pl.DataFrame, *, are_doubled: bool) -> pl.Series:
    """How many bytes every row takes, its quotes left out."""
    text = pl.sum_horizontal(pl.all().str.len_bytes())
    doubled = pl.sum_horizontal(pl.all().str.count_matches('"', literal=True))
    length = text - doubled if are_doubled else text
    return cells.select(length.cast(pl.Int64).alias("") + cells.width - 1).to_series()


def _line_lengths(block: bytes) -> pl.Series:
    """How many bytes every line takes, all quotes left out; a cell of several lines is one."""
    pieces = block.split(b'"')
    pieces[1::2] = [piece.replace(b"\n", b" ") for piece in pieces[1::2]]
    bare = b"".join(pieces).replace(b"\r\n", b"\n").removesuffix(b"\n")
    text = pl.Series([bare], dtype=pl.Binary).cast(pl.String)
    lines: pl.Series = text.str.split("\n").item()
    return lines.str.len_bytes().cast(pl.Int64).alias("")


def _returns_inside(cells: pl.DataFrame) -> int:
    return sum(cells.select(pl.all().str.count_matches("\r", literal=True).sum()).row(0))


def _well_formed_quotes(block: bytes, delimiter: str) -> Quotes | None:
    """The quotes of a block, or None when it is not well-formed.

    Every second one opens a cell, or continues it right behind the last one: a doubled quote.
    """
    if b'"' not in block:
        return Quotes(0, 0, around_nothing=False)
    import numpy as np

    characters = np.frombuffer(b"\n%b\n" % block, dtype=np.uint8)
    quotes = np.flatnonzero(characters == ord('"'))
    opening, closing = quotes[::2], quotes[1::2]
    if len(opening) != len(closing):
        return None
    is_doubled = closing[:-1] + 1 == opening[1:]
    first = np.append(True, ~is_doubled)
    last = np.append(~is_doubled, True)
    before, after = characters[opening[first] - 1], characters[closing[last] + 1]
    ends = [ord(delimiter), ord("\n")]
    if not (np.isin(before, ends).all() and np.isin(after, [*ends, ord("\r")]).all()):
        return None
    around_nothing = bool((first & last & (opening + 1 == closing)).any())
    return Quotes(len(quotes), int(is_doubled.sum()), around_nothing)
