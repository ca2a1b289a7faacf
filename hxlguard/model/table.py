"""The only values that hold cells. Nothing that speaks about data may import this module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from hxlguard.model.anomaly import Anomaly
from hxlguard.model.tag import TagSpec


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a source that could not be read; it holds the release.

    Attributes:
        part: the sheet, member or table by name, or an empty string for the whole source.
        kind: `sheet-not-read`, `part-not-read`, `bytes-not-decoded` or `limit-exceeded`.
        reason: one sentence in lower case, with the remedy; never the text of a cell.
    """

    part: str
    kind: str
    reason: str


class Grid(Protocol):
    """A rectangle of text that can be gone through as often as needed, some rows at a time.

    Row `i` (from 0) is row `i + 1` of the spreadsheet, so blank rows are kept, and the column at
    position `j` is column `j + 1`. Every column is `pl.String`, named "1", "2", ...; an empty
    cell is null.
    """

    @property
    def width(self) -> int:
        """How many columns there are."""

    @property
    def height(self) -> int:
        """How many rows there are."""

    def batches(self, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
        """All rows from the first to the last, of some columns or of all.

        Raises:
            SourceError: the file is no longer what it was when it was first read.
        """


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """A grid in memory.

    Attributes:
        frames: its rows, in order; every frame has the same columns.
    """

    frames: tuple[pl.DataFrame, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self.frames[0].width if self.frames else 0

    @property
    def height(self) -> int:
        """How many rows there are."""
        return sum(frame.height for frame in self.frames)

    def batches(self, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
        """All rows from the first to the last, of some columns or of all."""
        for frame in self.frames:
            is_whole = columns is None or [*columns] == frame.columns
            yield frame if is_whole else frame.select(columns)


@dataclass(frozen=True, slots=True, repr=False)
class RawTable:
    """One sheet, file or frame as it was read: a rectangle of text, nothing interpreted.

    Attributes:
        name: the sheet's name, or the file's stem.
        grid: its cells.
        hidden: True for a hidden or very hidden sheet.
        names_first: True when row 1 holds column names for sure (a frame, parquet, JSON objects).
        anomalies: what the reader noticed: hidden rows, comments, ragged cells ...
    """

    name: str
    grid: Grid
    hidden: bool = False
    names_first: bool = False
    anomalies: tuple[Anomaly, ...] = ()

    @property
    def cells(self) -> pl.DataFrame:
        """All cells at once, for tables that are known to be small enough."""
        frames = list(self.grid.batches())
        return pl.concat(frames) if frames else pl.DataFrame()

    def __repr__(self) -> str:
        return f"<RawTable {self.grid.height} rows x {self.grid.width} columns>"


@dataclass(frozen=True, slots=True, repr=False)
class RawSource:
    """Everything that one file, byte string or object holds.

    Attributes:
        name: the file's name without its folders, or `<bytes>`, `<frame>`, `<stdin>` ...
        media_type: IANA media type of what it really is, whatever its name says.
        sha256: hexadecimal digest of the bytes (of the cells as JSON for a frame).
        tables: every sheet of every member, in the order of the file.
        anomalies: about the file as a whole: document properties, defined names ...
        unread: what could not be read.
        loose_texts: texts that leave with the file outside of every cell: headers and footers,
            names, charts, properties, keys ... They are looked at and never shown.
    """

    name: str
    media_type: str
    sha256: str
    tables: tuple[RawTable, ...]
    anomalies: tuple[Anomaly, ...] = ()
    unread: tuple[Unread, ...] = ()
    loose_texts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<RawSource {self.media_type}, {len(self.tables)} tables>"


@dataclass(frozen=True, slots=True, repr=False)
class TaggedColumn:
    """A column with its header and its tag.

    Attributes:
        index: from 1.
        header: the text of the header cell, or None. It may be personal: screen it before showing.
        tag: the tag spec of the file or one supplied beside it, or None.
        above: the cells of further header rows over the column.
        proposed: what the header suggests for an untagged column; never a tag by itself.
        supplied: True when the tag was given beside the file.
    """

    index: int
    header: str | None
    tag: TagSpec | None
    above: tuple[str, ...] = ()
    proposed: TagSpec | None = None
    supplied: bool = False

    @property
    def name(self) -> str:
        """What its grid calls it."""
        return str(self.index)

    def __repr__(self) -> str:
        return f"<TaggedColumn {self.index} {self.tag or 'untagged'}>"


@dataclass(frozen=True, slots=True, repr=False)
class TaggedTable:
    """A table whose tag row and header row are known.

    Attributes:
        name: as in `RawTable`.
        hidden: as in `RawTable`.
        columns: every column, tagged or not.
        grid: all rows, those above the data included.
        rows: how many data rows there are; a row without any cell does not count.
        first_data_row: the row number of the first data row, from 1.
        tag_row: the row number of the tag row, from 1, or None.
        header_row: the row number of the header row, from 1, or None.
        header_certain: False when the header row may be one more row of data, so that its cells
            must not be shown.
        preamble: the rows above the data, from row 1, with the tag row blank.
        strays: one row with the cells of the tag row that are no tags, or no row at all.
        countries: ISO 3166-1 alpha-2 codes of the countries that its place columns name.
        anomalies: the reader's and the tagging's.
    """

    name: str
    hidden: bool
    columns: tuple[TaggedColumn, ...]
    grid: Grid
    rows: int
    first_data_row: int
    tag_row: int | None
    header_row: int | None
    header_certain: bool
    preamble: pl.DataFrame
    strays: pl.DataFrame
    countries: frozenset[str]
    anomalies: tuple[Anomaly, ...]

    def __repr__(self) -> str:
        return f"<TaggedTable {self.rows} rows x {len(self.columns)} columns>"
