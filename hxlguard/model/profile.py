"""Value-free facts about a source: all that evaluation and reports ever see."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from hxlguard.model.anomaly import Anomaly
from hxlguard.model.finding import ColumnFinding
from hxlguard.model.location import NO_ROWS, Rows


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
    """

    finding: ColumnFinding
    decimals: tuple[Observed, ...] = ()
    dates: tuple[Observed, ...] = ()
    undated: Rows = NO_ROWS
    unlocated: Rows = NO_ROWS
    admin_level: int | None = None


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
    """

    name: str
    hidden: bool
    rows: int
    tag_row: int | None
    unit: UnitOfRecord
    unit_confidence: float
    columns: tuple[ColumnProfile, ...]
    anomalies: tuple[Anomaly, ...] = ()


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
    """

    name: str
    media_type: str
    sha256: str
    tables: tuple[TableProfile, ...] = field(default=())
    anomalies: tuple[Anomaly, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
