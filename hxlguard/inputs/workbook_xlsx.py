"""Excel workbooks (xlsx, xlsm, xltx): every worksheet, and what hides beside the cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from hxlguard.errors import SourceError
from hxlguard.inputs.loose import outside
from hxlguard.inputs.package import Family, Package, canonical, family
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_cells import CellBudget, comments, counted, frame, hidden
from hxlguard.inputs.workbook_xlsx_parts import Parts as XlsxParts
from hxlguard.inputs.workbook_xlsx_parts import Relationship
from hxlguard.inputs.workbook_xlsx_sheet import SheetScan, scan
from hxlguard.inputs.workbook_xml import Element, require_plain, unusual_xml
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.table import Held, RawTable, Unread

_BUILT_IN_NAME = "_xlnm."
_CELL_ROW = re.compile(r"[0-9]+")
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True, repr=False)
class _Sheet:
    """One entry of the workbook's list of sheets."""

    name: str
    state: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True, repr=False)
class _Scanned:
    """A worksheet that is fit to be read."""

    sheet: _Sheet
    found: SheetScan


class XlsxReader:
    """Reads xlsx; refuses xlsb, the binary variant, with a remedy."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def accepts(self, payload: Payload) -> bool:
        """True for a zip container with the parts of an Excel workbook."""
        return family(payload) in (Family.XLSX, Family.XLSB)

    def read(self, payload: Payload) -> Parts:
        """Read every worksheet, hidden ones too.

        Raises:
            SourceError: no worksheet can be read, or the container is not safe.
        """
        if family(payload) is Family.XLSB:
            raise SourceError(
                "it is a binary workbook (xlsb)", where=payload.name, remedy="save it as xlsx"
            )
        return _Workbook(XlsxParts(Package(payload))).read()


READER = XlsxReader()


class _Workbook:
    def __init__(self, parts: XlsxParts) -> None:
        self._parts = parts
        documents = (
            link.target
            for link in parts.relationships("").values()
            if link.kind == "officeDocument"
        )
        self._main = next(documents, "")
        self._elements = parts.elements(self._main)
        self._links = parts.relationships(self._main)
        self._sheets = [self._sheet(found) for found in self._elements if found.name == "sheet"]
        self._unread: list[Unread] = []
        self._budget = CellBudget()
        self._examined: set[str] = set()

    def read(self) -> Parts:
        scanned = [found for sheet in self._sheets if (found := self._scan(sheet))]
        tables = self._tables(scanned)
        self._report_other_sheets()
        if not tables and not self._unread:
            raise SourceError(
                "it holds no worksheet", where=self._parts.where, remedy="save it again as xlsx"
            )
        unread = (*self._parts.doubts, *self._unread)
        texts = self._parts.loose_texts().union(*(one.found.loose for one in scanned))
        return Parts(tables, self._anomalies(), unread, outside(texts, tables))

    def _sheet(self, entry: Element) -> _Sheet:
        link = self._links.get(entry.attributes.get("id", ""), Relationship("", "", False))
        name, state = entry.attributes.get("name", ""), entry.attributes.get("state", "visible")
        return _Sheet(name, state, link.kind, link.target)

    def _scan(self, sheet: _Sheet) -> _Scanned | None:
        if sheet.kind == "chartsheet":
            return None
        if sheet.kind != "worksheet":
            self._hold(sheet.name, "it is not a worksheet; move its content to one or delete it")
            return None
        if canonical(sheet.part) in self._examined:
            self._hold(sheet.name, "it shares its content with another sheet; copy or delete it")
            return None
        self._examined.add(canonical(sheet.part))
        content = self._parts.xml(sheet.part)
        try:
            found = scan(content, where=self._parts.where)
        except SourceError as error:
            self._hold(sheet.name, f"{error.what}; {error.remedy}")
            return None
        refusal = self._budget.refusal(sheet.name, found.height, found.width)
        if refusal:
            self._unread.append(refusal)
            return None
        if found.uncomputed:
            self._hold(
                sheet.name,
                f"{found.uncomputed:,} of its formulas carry no computed value;"
                " open it in a spreadsheet program and save it again",
            )
        return _Scanned(sheet, found)

    def _tables(self, scanned: Sequence[_Scanned]) -> tuple[RawTable, ...]:
        from hxlguard.inputs.workbook_calamine import Values

        shared = {
            link.kind: self._parts.xml(link.target)
            for link in self._links.values()
            if link.kind in ("sharedStrings", "styles")
        }
        for part in shared.values():
            require_plain(part, where=self._parts.where)
        sheets = [self._parts.xml(one.sheet.part) for one in scanned]
        values = Values(sheets, shared, date1904=self._date1904(), where=self._parts.where)
        tables = []
        for position, one in enumerate(scanned):
            try:
                table = self._table(one, values.rows(position))
            except SourceError as error:
                self._hold(one.sheet.name, f"{error.what}; {error.remedy}")
                continue
            tables.append(table)
            missing = one.found.filled - _filled(table.cells)
            if missing > 0 and missing > values.empty_strings(position):
                self._hold(
                    one.sheet.name,
                    "some of its cells are written in an unusual way and could not be read;"
                    " open it in a spreadsheet program and save it again",
                )
        return tuple(tables)

    def _table(self, one: _Scanned, rows: list[list[object]]) -> RawTable:
        cells = frame(_with_texts(rows, one.found.texts, self._parts.where))
        concealed = _concealed(one.sheet.state)
        anomalies = (
            *concealed,
            *hidden(cells, one.found.hidden_rows, one.found.hidden_columns),
            *comments(self._commented_rows(one.sheet.part)),
        )
        return RawTable(one.sheet.name, Held((cells,)), bool(concealed), anomalies=anomalies)

    def _commented_rows(self, part: str) -> list[int]:
        listings = [
            link.target
            for link in self._parts.relationships(part).values()
            if link.kind in ("comments", "threadedComment")
        ]
        self._examined.update(map(canonical, listings))
        cells = set().union(*map(self._commented_cells, listings))
        return [int(row.group()) for cell in cells if (row := _CELL_ROW.search(cell))]

    def _commented_cells(self, part: str) -> set[str]:
        return {
            found.attributes.get("ref", "")
            for found in self._parts.elements(part)
            if found.name in ("comment", "threadedComment")
        }

    def _date1904(self) -> bool:
        return any(
            found.name == "workbookPr" and found.attributes.get("date1904") in _TRUE
            for found in self._elements
        )

    def _report_other_sheets(self) -> None:
        for part in self._parts.of_type("worksheet+xml"):
            if canonical(part) not in self._examined:
                self._hold(part, "no list of sheets names it, so no program shows it; delete it")

    def _anomalies(self) -> tuple[Anomaly, ...]:
        names = sum(
            found.name == "definedName"
            and not found.attributes.get("name", "").startswith(_BUILT_IN_NAME)
            for found in self._elements
        )
        stray = sum(
            len(self._commented_cells(part))
            for part in self._parts.of_type("comments+xml")
            if canonical(part) not in self._examined
        )
        return (
            *self._parts.inventory(),
            *counted(AnomalyKind.DEFINED_NAMES, names),
            *counted(AnomalyKind.COMMENTS, stray),
        )

    def _hold(self, part: str, reason: str) -> None:
        self._unread.append(Unread(part, "sheet-not-read", reason))


def _with_texts(
    rows: list[list[object]], texts: Mapping[tuple[int, int], str], where: str
) -> list[list[object]]:
    try:
        for (row, column), text in texts.items():
            rows[row - 1][column - 1] = text
    except IndexError:
        raise unusual_xml(where) from None
    return rows


def _concealed(state: str) -> tuple[Anomaly, ...]:
    if state == "visible":
        return ()
    very = state == "veryHidden"
    return (Anomaly(AnomalyKind.VERY_HIDDEN_SHEET if very else AnomalyKind.HIDDEN_SHEET),)


def _filled(cells: pl.DataFrame) -> int:
    return cells.height * cells.width - sum(column.null_count() for column in cells)
