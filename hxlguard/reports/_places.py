"""Where something was found, with the headers that reports show: nobody has to count columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hxlguard.clauses.clause import letters
from hxlguard.model.anomaly import AnomalyKind
from hxlguard.model.location import ColumnRef, Rows
from hxlguard.model.profile import SourceProfile, TableProfile
from hxlguard.model.report import Unknown, Violation
from hxlguard.reports import _words as words
from hxlguard.terminal import fit, neutral, width
from hxlguard.wording import plural

LISTED_COLUMNS = 4
"""Up to so many columns are named with header and tag; more are listed as ranges."""
LONGEST_HEADER = 40

Place = tuple[str, str]
"""Names of source and table; empty where it is about the transfer or the whole file."""


def place_of(found: Violation | Unknown) -> Place:
    """The source and table that it is about."""
    return found.source or "", found.table or ""


@dataclass(frozen=True, slots=True)
class Places:
    """The tables of a report by place; two of the same name are left out."""

    tables: dict[Place, TableProfile]

    @classmethod
    def of(cls, sources: Iterable[SourceProfile]) -> Places:
        """Find the tables of these sources by name."""
        named = [((each.name, table.name), table) for each in sources for table in each.tables]
        count = Counter(place for place, _ in named)
        return cls({place: table for place, table in named if count[place] == 1})

    def told(self, found: Violation | Unknown) -> str:
        """Say where: file, sheet, columns by letter, header and tag, rows as they are numbered."""
        table = self.tables.get(place_of(found))
        parts = (
            found.source,
            words.table_name(found.source, found.table),
            _columns(found.columns, shown_headers(table)),
            _rows(found.rows, table),
        )
        return ", ".join(part for part in parts if part)

    @property
    def hidden(self) -> frozenset[Place]:
        """The tables that stand on hidden sheets."""
        return frozenset(place for place, table in self.tables.items() if table.hidden)


def shown_headers(table: TableProfile | None) -> dict[int, str]:
    """The headers that may be shown, by position."""
    findings = [column.finding for column in table.columns] if table else []
    return {each.index: each.header for each in findings if each.header}


def _columns(refs: Sequence[ColumnRef], headers: dict[int, str]) -> str:
    if len(refs) > LISTED_COLUMNS:
        return words.columns([each.index for each in refs])
    named = [named_column(each, headers.get(each.index)) for each in refs]
    noun = "column" if len(named) == 1 else "columns"
    return f"{noun} {', '.join(named)}" if named else ""


def named_column(ref: ColumnRef, header: str | None) -> str:
    """Name a column by letter, header where it may be shown, and tag."""
    shown = f" `{_shortened(header)}`" if header else ""
    return f"{letters(ref.index)}{shown} {ref.tag or 'without tag'}"


def short_name(table: TableProfile, index: int) -> str:
    """Name a column by letter and tag; by header where it has no tag."""
    finding = next(each.finding for each in table.columns if each.finding.index == index)
    shown = f"`{_shortened(finding.header)}`" if finding.header else "without tag"
    return f"{letters(index)} {finding.tag or shown}"


def _shortened(header: str) -> str:
    text = neutral(header)
    return text if width(text) <= LONGEST_HEADER else fit(text, LONGEST_HEADER).rstrip()


def _rows(rows: Rows, table: TableProfile | None) -> str:
    if table and rows.first and rows.count == table.rows and not _has_titles(table):
        return f"all {rows.count} rows" if rows.count > 1 else "the only row"
    if rows.count and not rows.first:
        return plural(rows.count, "row")
    return words.rows(rows.first, rows.count)


def _has_titles(table: TableProfile) -> bool:
    """Rows above the header count when something is detected there, but are no data rows."""
    return any(each.kind is AnomalyKind.TITLE_ROWS for each in table.anomalies)
