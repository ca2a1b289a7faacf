"""A delimited text as a grid: kept in memory while it is small, else read again for each walk."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import takewhile
from operator import not_
from typing import NamedTuple

import polars as pl

from hxlguard.inputs.delimited_feed import Feed, feeding
from hxlguard.inputs.delimited_rows import (
    CarefulRows,
    careful_rows,
    parsed,
    plain_cells,
)
from hxlguard.inputs.encoding import Decoding
from hxlguard.inputs.limits import HELD_BYTES, VIEW_BYTES, check_widths
from hxlguard.inputs.reader import Payload
from hxlguard.inputs.rectangle import (
    blank_frame,
    fitted,
    frames_of_rows,
    in_large_frames,
    names_of,
    without_empty,
)
from hxlguard.model.table import Grid, Held

_COARSE_BYTES = 2**22
_BLOCK_CELLS = 2**20
_BLOCKS_AHEAD = 2
_FINE_BYTES = 2**18
"""Blocks of this size where polars and the csv module might not agree."""


@dataclass(frozen=True, slots=True, repr=False)
class Dialect:
    """How to read a text: its encoding and its delimiter."""

    decoding: Decoding
    delimiter: str


class Piece(NamedTuple):
    """A run of whole rows.

    Attributes:
        size: how many bytes of UTF-8 they take.
        height: how many rows they are.
        width: how many cells the widest has.
        is_plain: True when polars reads them as the csv module does.
    """

    size: int
    height: int
    width: int
    is_plain: bool


@dataclass(slots=True, repr=False)
class Scan:
    """What the first walk over a text finds.

    Attributes:
        pieces: all of its rows, in order.
        widths: how many rows there are of each width.
        blank_ending: how many blank rows are the last ones so far.
        sha256: the digest of the bytes.
        has_nulls: True when there is any null character.
        open_line: the line at which the last row begins, from 1 and counted within the last piece,
            when it opens a quote that is never closed.
    """

    pieces: list[Piece] = field(default_factory=list)
    widths: Counter[int] = field(default_factory=Counter)
    blank_ending: int = 0
    sha256: str = ""
    has_nulls: bool = False
    open_line: int | None = None

    @property
    def width(self) -> int:
        """How many cells the widest row has; a table of blank rows has one column."""
        return max(self.widths, default=0) or 1

    @property
    def height(self) -> int:
        """How many rows there are."""
        return self.widths.total()

    def add_plain(self, size: int, cells: pl.DataFrame) -> None:
        """Take note of rows of one width, none of them blank."""
        self.pieces.append(Piece(size, cells.height, cells.width, is_plain=True))
        self.widths[cells.width] += cells.height
        self.blank_ending = 0

    def add_careful(self, read: CarefulRows) -> None:
        """Take note of rows of any width."""
        widths = Counter(map(len, read.rows))
        self.pieces.append(Piece(read.size, len(read.rows), max(widths), is_plain=False))
        self.widths.update(widths)
        blank = sum(1 for _ in takewhile(not_, reversed(read.rows)))
        self.blank_ending = blank + (self.blank_ending if blank == len(read.rows) else 0)
        self.open_line = read.open_line

    def growth_to(self, size: int) -> float:
        """How many times as much as up to here a file of `size` bytes holds, about."""
        return max(1.0, size / max(_COARSE_BYTES, sum(piece.size for piece in self.pieces)))

    def block_size(self) -> int:
        """How many bytes the next block may have for its cells to be of bounded number."""
        last = self.pieces[-1]
        fitting = _BLOCK_CELLS * last.size // max(1, last.height * last.width)
        return max(_FINE_BYTES, min(_COARSE_BYTES, fitting))

    def leave_out_blank_ending(self) -> None:
        """A spreadsheet does not count the blank lines after the last row."""
        self.widths[0] -= self.blank_ending
        self.widths += Counter()


@dataclass(frozen=True, slots=True, repr=False)
class Streamed:
    """A grid that is read again from its file for each walk over it."""

    payload: Payload
    dialect: Dialect
    found: Scan

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self.found.width

    @property
    def height(self) -> int:
        """How many rows there are."""
        return self.found.height

    def batches(self, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
        """All rows from the first to the last, of some columns or of all.

        Raises:
            SourceError: the file is no longer what it was when it was first read.
        """
        names = names_of(self.width) if columns is None else columns
        left = self.height
        with feeding(self.payload, self.dialect.decoding) as feed:
            for frame in self._frames(feed, names):
                yield from fitted(frame.head(left), names)
                left -= min(frame.height, left)
            if feed.take(1) or feed.sha256 != self.found.sha256:
                raise self.payload.changed()

    def _frames(self, feed: Feed, names: Sequence[str]) -> Iterator[pl.DataFrame]:
        """The rows of each piece, the next plain ones parsed beside the work on each."""
        ahead: deque[Future[pl.DataFrame]] = deque()
        with ThreadPoolExecutor(_BLOCKS_AHEAD) as workers:
            for piece in self.found.pieces:
                if piece.is_plain:
                    block = feed.take(piece.size)
                    ahead.append(workers.submit(self._plain_frame, piece, block, names))
                while len(ahead) > (_BLOCKS_AHEAD if piece.is_plain else 0):
                    yield ahead.popleft().result()
                if not piece.is_plain:
                    yield from self._careful_frames(piece, feed.take(piece.size), feed)
            while ahead:
                yield ahead.popleft().result()

    def _plain_frame(self, piece: Piece, block: bytes, names: Sequence[str]) -> pl.DataFrame:
        wanted = [int(name) - 1 for name in names if int(name) <= piece.width]
        if not wanted:
            return blank_frame(piece.height)
        cells = parsed(block, self.dialect.delimiter, sorted(set(wanted)))
        if cells is None or cells.height != piece.height:
            raise self.payload.changed()
        return without_empty(cells) if b'""' in block else cells

    def _careful_frames(self, piece: Piece, block: bytes, feed: Feed) -> Iterator[pl.DataFrame]:
        try:
            read = careful_rows(block, self.dialect.delimiter, feed, where=self.payload.name)
        except UnicodeDecodeError:
            raise self.payload.changed() from None
        if (read.size, len(read.rows)) != (piece.size, piece.height):
            raise self.payload.changed()
        yield from frames_of_rows(read.rows)


def scan(payload: Payload, dialect: Dialect) -> tuple[Scan, Grid]:
    """Walk over a text for the first time: what there is, and its cells.

    Raises:
        SourceError: it cannot be read, is too wide, or holds a row that is too long.
        UnicodeDecodeError: it was said to be UTF-8 and is not.
    """
    found = Scan()
    kept: list[pl.DataFrame] | None = []
    text_bytes = 0.0
    with feeding(payload, dialect.decoding) as feed:
        for frame in _first_walk(payload, dialect, feed, found):
            check_widths(found.widths, where=payload.name)
            if kept is None:
                continue
            kept.append(frame)
            text_bytes += frame.estimated_size()
            held_bytes = text_bytes + VIEW_BYTES * found.height * found.width
            if held_bytes * found.growth_to(payload.size) > HELD_BYTES:
                kept = None
        feed.refuse_unless_whole()
        found.sha256, found.has_nulls = feed.sha256, feed.has_nulls
        found.leave_out_blank_ending()
    if kept is None:
        return found, Streamed(payload, dialect, found)
    return found, Held(tuple(in_large_frames(_rectangle(kept, found))))


def _first_walk(
    payload: Payload, dialect: Dialect, feed: Feed, found: Scan
) -> Iterator[pl.DataFrame]:
    """Take coarse blocks while they are well-formed, and one that is not in fine blocks."""
    not_well_formed = _FINE_BYTES
    while not_well_formed:
        yield from _fine_walk(payload, dialect, feed, found, not_well_formed)
        not_well_formed = yield from _coarse_walk(dialect, feed, found)


def _fine_walk(
    payload: Payload, dialect: Dialect, feed: Feed, found: Scan, size: int
) -> Iterator[pl.DataFrame]:
    """At least the next `size` bytes; where polars is not proven right, by the csv module."""
    while size > 0 and (block := feed.cut(_FINE_BYTES, mind_quotes=True)):
        cells = plain_cells(block, dialect.delimiter)
        if cells is None:
            read = careful_rows(block, dialect.delimiter, feed, where=payload.name)
            found.add_careful(read)
            check_widths(found.widths, where=payload.name)
            yield from frames_of_rows(read.rows)
        else:
            found.add_plain(len(block), cells)
            yield cells
        size -= found.pieces[-1].size


def _coarse_walk(dialect: Dialect, feed: Feed, found: Scan) -> Generator[pl.DataFrame, None, int]:
    """Well-formed blocks, the next one parsed beside the work on each.

    Gives back the size of the first block that is not well-formed, or 0 at the end of the text.
    """
    ahead: deque[tuple[bytes, Future[pl.DataFrame | None]]] = deque()
    with ThreadPoolExecutor(_BLOCKS_AHEAD) as workers:
        while True:
            while len(ahead) < _BLOCKS_AHEAD and (block := feed.cut(found.block_size())):
                ahead.append((block, workers.submit(plain_cells, block, dialect.delimiter)))
            if not ahead:
                return 0
            block, parsing = ahead.popleft()
            cells = parsing.result()
            if cells is None:
                for later, _ in reversed(ahead):
                    feed.put_back(later)
                feed.put_back(block)
                return len(block)
            found.add_plain(len(block), cells)
            yield cells


def _rectangle(frames: list[pl.DataFrame], found: Scan) -> Iterator[pl.DataFrame]:
    """Frames of one width, without the blank rows at the end."""
    left = found.height
    while frames:
        frame = frames.pop(0).head(left)
        left -= frame.height
        yield from fitted(frame, names_of(found.width))
