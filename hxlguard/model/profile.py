"""Value-free facts about a source: all that evaluation and reports ever see."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from hxlguard.model.anomaly import Anomaly
from hxlguard.model.disclosure import MeasureFound
from hxlguard.model.finding import ColumnFinding
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.ner import NerModel
from hxlguard.model.row_filter import RowFilter


class DatePrecision(IntEnum):
    """How fine a date is, finest first: a higher number protects more."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    YEAR = 4


class UnitOfRecord(StrEnum):
    """What one row is about."""

    INDIVIDUAL = "individual"
    HOUSEHOLD = "household"
    EVENT = "event"
    SITE = "site"
    ACTIVITY = "activity"
    AGGREGATE = "aggregate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Observed:
    """How finely some cells of a column speak; the finest of them is what leaves.

    Attributes:
        value: significant coordinate decimals, or admin level, or `DatePrecision`.
        rows: the rows whose cells are exactly as fine as `value`.
    """

    value: int
    rows: Rows


@dataclass(frozen=True, slots=True)
class Banded:
    """How the filled cells of a column compare with bands that an agreement asks for.

    Attributes:
        cuts: where the agreed bands begin, ascending.
        finer: rows of numbers, and of bands that are no agreed bands joined.
        unread: rows of cells that are neither a number nor a band.
    """

    cuts: tuple[int, ...]
    finer: Rows
    unread: Rows


@dataclass(frozen=True, slots=True)
class InRows:
    """Whether the filled cells of a column stand in the rows that a filter names.

    Attributes:
        filter: which rows are meant.
        some: one of the cells stands in a row that names a word of the filter.
        perhaps_some: one does, or stands in a row that says nothing or such a word beside others.
        every: each stands in a row that a real tag says to name such words and nothing else.
        perhaps_every: each stands in a row that names such a word, or says nothing.
    """

    filter: RowFilter
    some: bool
    perhaps_some: bool
    every: bool
    perhaps_every: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many rows are alike in what tells people apart: traits, places and dates.

    Attributes:
        traits: columns that describe people without counting them, by position from 1.
        counts: columns that count people, by position from 1.
        rows: how many rows have a trait, a place or a date.
        distinct: how many of them differ from every row before them in these.
    """

    traits: tuple[int, ...]
    counts: tuple[int, ...]
    rows: int
    distinct: int


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """A finding with the protections observed in the column's cells.

    Attributes:
        finding: what detection says.
        decimals: one entry for each number of significant decimals seen in coordinates
            (0 upwards); empty where the column holds none.
        dates: one entry for each `DatePrecision` seen; empty where the column holds none.
        undated: rows of a date column whose cells could not be read as a date.
        unlocated: rows of a coordinate column whose cells could not be read as coordinates.
        admin_level: 0 (country) to 5, 6 for a named site; None where it names no place.
        banded: one entry for each set of cuts that was asked for.
        not_pseudonyms: rows of cells without the shape of a pseudonym; None where nobody asked.
        not_masked: rows of cells that show too much; None where nobody asked.
        in_rows: one entry for each row filter that was asked for and can be told.
    """

    finding: ColumnFinding
    decimals: tuple[Observed, ...] = ()
    dates: tuple[Observed, ...] = ()
    undated: Rows = NO_ROWS
    unlocated: Rows = NO_ROWS
    admin_level: int | None = None
    banded: tuple[Banded, ...] = ()
    not_pseudonyms: Rows | None = None
    not_masked: Rows | None = None
    in_rows: tuple[InRows, ...] = ()


@dataclass(frozen=True, slots=True)
class TableProfile:
    """All facts about one table.

    Attributes:
        name: sheet or file stem; replaced by its position where a detector hits it.
        hidden: True for a hidden or very hidden sheet.
        rows: data rows.
        tag_row: row number from 1, or None.
        unit: what one row is about, as the table suggests.
        unit_confidence: 0 to 1.
        columns: every column.
        anomalies: what is odd.
        subsets: one for each row filter that was asked for and can be told.
        likeness: how many rows are alike; None where nobody asked.
        measures: one for each measure of disclosure that was asked for.
    """

    name: str
    hidden: bool
    rows: int
    tag_row: int | None
    unit: UnitOfRecord
    unit_confidence: float
    columns: tuple[ColumnProfile, ...]
    anomalies: tuple[Anomaly, ...] = ()
    subsets: tuple[Subset, ...] = ()
    likeness: Likeness | None = None
    measures: tuple[MeasureFound, ...] = ()


@dataclass(frozen=True, slots=True)
class Subset:
    """The rows of a table that a filter names, profiled as a table; row numbers are the file's.

    Attributes:
        filter: which rows are meant.
        rows: the rows that name one of its words.
        table: what they hold.
        doubtful: what they hold together with the rows that say nothing; None without such rows.
    """

    filter: RowFilter
    rows: Rows
    table: TableProfile
    doubtful: TableProfile | None = None


@dataclass(frozen=True, slots=True)
class UnreadPart:
    """Something that could not be read or checked, and so holds.

    Attributes:
        part: sheet, member or table, or an empty string for the whole source.
        kind: the unknown's kind, such as `sheet-not-read`.
        reason: one sentence with the remedy.
        columns: column numbers from 1 where it is about columns.
    """

    part: str
    kind: str
    reason: str
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """All facts about one source.

    Attributes:
        name: file name without folders.
        media_type: what it really is.
        sha256: digest of its bytes.
        tables: every table.
        anomalies: about the file as a whole.
        unread: what could not be read or checked.
        ner: the model for names that every text was looked at with, or None.
    """

    name: str
    media_type: str
    sha256: str
    tables: tuple[TableProfile, ...] = field(default=())
    anomalies: tuple[Anomaly, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
    ner: NerModel | None = None
