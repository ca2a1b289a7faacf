"""Excel 97-2003 workbooks (xls): every worksheet, and what hides beside the cells.

One library, xlrd, gives the values and the inventory, so both speak about the same cells.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError

from hxlguard.errors import SourceError
from hxlguard.inputs.loose import outside
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_cells import CellBudget, comments, counted, frame, hidden
from hxlguard.inputs.workbook_xls_records import XlsRecords, read_records
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.table import Held, RawTable, Unread

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    XLRDError,
    CompDocError,
    FormulaError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
_HIDDEN_STATES = {
    1: (Anomaly(AnomalyKind.HIDDEN_SHEET),),
    2: (Anomaly(AnomalyKind.VERY_HIDDEN_SHEET),),
}


class XlsReader:
    """Reads xls; refuses the other documents that share its container, with a remedy."""

    media_type = "application/vnd.ms-excel"

    def accepts(self, payload: Payload) -> bool:
        """True for a compound file, the container of all old Office documents."""
        return payload.head.startswith(_SIGNATURE)

    def read(self, payload: Payload) -> Parts:
        """Read every worksheet, hidden ones too.

        Raises:
            SourceError: it is not a workbook, is encrypted, or cannot be read.
        """
        try:
            records = read_records(payload.data, where=payload.name)
            book = xlrd.open_workbook(
                file_contents=payload.data,
                formatting_info=True,
                on_demand=True,
                ragged_rows=True,
                logfile=io.StringIO(),
            )
        except _BROKEN:
            raise SourceError(
                "it is a broken or truncated workbook",
                where=payload.name,
                remedy="open it and save it as xlsx",
            ) from None
        return _read_book(book, records, payload.name)


READER = XlsReader()


def _read_book(book: Any, records: XlsRecords, where: str) -> Parts:
    budget = CellBudget()
    tables: list[RawTable] = []
    unread = list(records.unread)
    for position, name in enumerate(book.sheet_names()):
        try:
            found = _read_sheet(book, position, budget)
        except _BROKEN:
            found = Unread(name, "sheet-not-read", "it is broken; open it and save it as xlsx")
        if isinstance(found, Unread):
            unread.append(found)
        else:
            tables.append(found)
        book.unload_sheet(position)
    if not tables and not unread:
        raise SourceError("it holds no worksheet", where=where, remedy="save it as xlsx")
    names = sum(not name.builtin for name in book.name_obj_list)
    anomalies = (*records.anomalies(), *counted(AnomalyKind.DEFINED_NAMES, names))
    loose = outside({*records.texts, *_shared_strings(book)}, tables)
    return Parts(tuple(tables), anomalies, tuple(unread), loose)


def _shared_strings(book: Any) -> list[str]:
    """The list of strings that cells refer to; a removed cell may have left its own there."""
    strings: list[str] = book._sharedstrings
    return strings


def _read_sheet(book: Any, position: int, budget: CellBudget) -> RawTable | Unread:
    sheet = book.sheet_by_index(position)
    lengths = [_filled_length(sheet.row_types(row)) for row in range(sheet.nrows)]
    width = max(lengths, default=0)
    height = max((row for row, length in enumerate(lengths, 1) if length), default=0)
    refusal = budget.refusal(sheet.name, height, width)
    if refusal:
        return refusal
    cells = frame(_row(book, sheet.row(row)[:width], width) for row in range(height))
    concealed = _HIDDEN_STATES.get(sheet.visibility, ())
    anomalies = (
        *concealed,
        *hidden(cells, _hidden(sheet.rowinfo_map, "height"), _hidden(sheet.colinfo_map, "width")),
        *comments(row + 1 for row, _column in sheet.cell_note_map),
    )
    return RawTable(sheet.name, Held((cells,)), bool(concealed), anomalies=anomalies)


def _filled_length(kinds: Sequence[int]) -> int:
    empty = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
    return max((column for column, kind in enumerate(kinds, 1) if kind not in empty), default=0)


def _row(book: Any, cells: Sequence[Any], width: int) -> list[object]:
    return [_value(book, cell) for cell in cells] + [None] * (width - len(cells))


def _value(book: Any, cell: Any) -> object:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _moment(cell.value, book.datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    return cell.value


def _moment(value: float, datemode: int) -> object:
    """A date or time; the number itself where no calendar has such a day."""
    try:
        moment = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return value
    return moment.time() if 0 <= value < 1 else moment


def _hidden(infos: dict[int, Any], size: str) -> list[range]:
    """Spans of hidden rows or columns from 1, also those without any height or width."""
    return [
        range(position + 1, position + 2)
        for position, info in sorted(infos.items())
        if info.hidden or getattr(info, size) == 0
    ]
