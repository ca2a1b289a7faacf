"""One walk over the content of an OpenDocument spreadsheet.

Elements and attributes are those of OpenDocument 1.3 part 3 (OASIS). A run of equal cells or rows
is written once with a number of repetitions; it is spread out only after its size was judged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from hxlguard.inputs.workbook_cells import number
from hxlguard.inputs.workbook_xml import broken_xml
from hxlguard.model.anomaly import AnomalyKind
from hxlguard.model.table import Unread

_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,](\d+))?S")
_ZERO_SIZE = re.compile(r"0*\.?0*[a-z]*")
_NUMERIC = ("float", "currency", "percentage")
_ADDRESSES_OF_PEOPLE = ("mailto:", "tel:", "sip:", "sms:")
_KINDS = {
    "table:named-range": AnomalyKind.DEFINED_NAMES,
    "table:named-expression": AnomalyKind.DEFINED_NAMES,
    "table:data-pilot-table": AnomalyKind.PIVOT_CACHES,
    "table:table-source": AnomalyKind.EXTERNAL_LINKS,
    "table:cell-range-source": AnomalyKind.EXTERNAL_LINKS,
    "table:dde-link": AnomalyKind.EXTERNAL_LINKS,
}
_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "http://www.w3.org/1999/xlink": "xlink",
}
_CHANGES = (
    "table:cell-content-change",
    "table:deletion",
    "table:insertion",
    "table:movement",
)
_CELLS = ("table:table-cell", "table:covered-table-cell")


@dataclass(slots=True, repr=False)
class OdsSheet:
    """One sheet; rows and columns count from 1.

    Attributes:
        name: as its tab shows it.
        is_hidden: True when its style takes it off the screen.
        height: the last row with a filled cell, or 0.
        runs: for each run of equal rows its length and its cells, again as runs.
        hidden_rows: spans of hidden rows.
        hidden_columns: spans of hidden columns.
        commented_rows: the row of every comment.
        uncomputed: how many formulas carry no computed value.
    """

    name: str
    is_hidden: bool
    height: int = 0
    runs: list[tuple[int, list[tuple[int, str]]]] = field(default_factory=list)
    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    commented_rows: list[int] = field(default_factory=list)
    uncomputed: int = 0

    @property
    def width(self) -> int:
        """How many columns there are up to the last filled one."""
        return max((sum(length for length, _ in cells) for _, cells in self.runs), default=0)

    def rectangle(self) -> Iterator[list[str]]:
        """Every row, all of the same width."""
        width = self.width
        for length, cells in self.runs:
            row = [text for times, text in cells for _ in range(times)]
            row += [""] * (width - len(row))
            for _ in range(length):
                yield row


@dataclass(slots=True, repr=False)
class Content:
    """All sheets, with what the file holds besides them."""

    sheets: list[OdsSheet] = field(default_factory=list)
    counts: Counter[AnomalyKind] = field(default_factory=Counter)
    unread: list[Unread] = field(default_factory=list)


def read_content(part: bytes, *, where: str) -> Content:
    """Walk over `content.xml`.

    Raises:
        SourceError: the part is not well-formed.
    """
    walk = _Walk()
    try:
        walk.parser.Parse(part, True)
    except (expat.ExpatError, ValueError, IndexError):
        raise broken_xml(where) from None
    return walk.finished()


class _Walk:
    def __init__(self) -> None:
        self.content = Content()
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.in_table = False
        self.paragraphs = 0
        self.changes = 0
        self.aside = 0
        self.column = self.row = 1
        self.row_length = 1
        self.cells: list[tuple[int, str]] = []
        self.cell: dict[str, str] | None = None
        self.text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def finished(self) -> Content:
        for sheet in self.content.sheets:
            if sheet.uncomputed:
                self.hold(
                    sheet.name,
                    "sheet-not-read",
                    f"{sheet.uncomputed:,} of its formulas carry no computed value;"
                    " open it in a spreadsheet program and save it again",
                )
        if self.changes:
            self.hold(
                "",
                "part-not-read",
                f"its change history keeps {self.changes:,} former states;"
                " accept all changes and stop recording them",
            )
        return self.content

    def hold(self, part: str, kind: str, reason: str) -> None:
        self.content.unread.append(Unread(part, kind, reason))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _prefixed(name)
        if self.aside or name == "office:annotation" or name.startswith("draw:"):
            self.start_aside(name)
            return
        found = {_prefixed(key): value for key, value in attributes.items()}
        if name in _CELLS:
            self.cell, self.text = found, []
        elif name == "table:table-row":
            self.start_row(found)
        elif name == "table:table":
            self.start_table(found)
        elif name == "table:table-column":
            self.start_columns(found)
        elif name == "style:style":
            self.style = f"{found.get('style:family')} {found.get('style:name')}"
        elif name.startswith("style:table-"):
            self.start_style(found)
        elif name.startswith("text:"):
            self.start_text(name, found)
        elif name in _CHANGES:
            self.changes += 1
        elif name in _KINDS:
            self.content.counts[_KINDS[name]] += 1

    def end(self, name: str) -> None:
        name = _prefixed(name)
        if self.aside:
            self.aside -= 1
        elif name in _CELLS:
            self.end_cell()
        elif name == "table:table-row":
            self.end_row()
        elif name == "table:table":
            self.in_table = False
        elif name == "text:p":
            self.paragraphs -= 1

    def characters(self, text: str) -> None:
        if self.paragraphs and not self.aside:
            self.text.append(text)

    def start_aside(self, name: str) -> None:
        """Step into a comment or a drawing: its text is not the text of the cell."""
        if not self.aside and name == "office:annotation" and self.content.sheets:
            self.content.sheets[-1].commented_rows.append(self.row)
        elif not self.aside:
            self.content.counts[AnomalyKind.EMBEDDED_OBJECTS] += 1
        self.aside += 1

    def start_table(self, found: dict[str, str]) -> None:
        name = found.get("table:name", "")
        if self.in_table:
            self.aside = 1
            self.hold(name, "sheet-not-read", "it is a table inside a cell; move it to a sheet")
            return
        self.in_table = True
        is_hidden = f"table {found.get('table:style-name')}" in self.hidden_styles
        self.content.sheets.append(OdsSheet(name, is_hidden))
        self.column = self.row = 1

    def start_columns(self, found: dict[str, str]) -> None:
        length = _repeated(found, "table:number-columns-repeated")
        if self.is_hidden(found, "table-column"):
            span = range(self.column, self.column + length)
            self.content.sheets[-1].hidden_columns.append(span)
        self.column += length

    def start_row(self, found: dict[str, str]) -> None:
        self.row_length = _repeated(found, "table:number-rows-repeated")
        if self.is_hidden(found, "table-row"):
            span = range(self.row, self.row + self.row_length)
            self.content.sheets[-1].hidden_rows.append(span)
        self.cells = []

    def start_style(self, found: dict[str, str]) -> None:
        sizes = [found.get("style:column-width"), found.get("style:row-height")]
        has_no_size = any(size and _ZERO_SIZE.fullmatch(size) for size in sizes)
        if found.get("table:display") == "false" or has_no_size:
            self.hidden_styles.add(self.style)

    def start_text(self, name: str, found: dict[str, str]) -> None:
        if name == "text:p":
            self.paragraphs += 1
            self.text += ["\n"] if self.text else []
        elif name == "text:line-break":
            self.text.append("\n")
        elif name == "text:tab":
            self.text.append("\t")
        elif name == "text:s":
            self.text.append(" " * min(_repeated(found, "text:c"), 1000))
        elif found.get("xlink:href", "").lower().startswith(_ADDRESSES_OF_PEOPLE):
            self.content.counts[AnomalyKind.EXTERNAL_LINKS] += 1

    def end_cell(self) -> None:
        found, self.cell = self.cell or {}, None
        text = _value(found, "".join(self.text))
        if "table:formula" in found and not text and "office:value-type" not in found:
            self.content.sheets[-1].uncomputed += 1
        self.cells.append((_repeated(found, "table:number-columns-repeated"), text))

    def end_row(self) -> None:
        while self.cells and not self.cells[-1][1]:
            self.cells.pop()
        sheet = self.content.sheets[-1]
        if self.cells:
            sheet.runs += [(self.row - 1 - sheet.height, []), (self.row_length, self.cells)]
            sheet.height = self.row - 1 + self.row_length
        self.row += self.row_length

    def is_hidden(self, found: dict[str, str], family: str) -> bool:
        visibility = found.get("table:visibility", "visible")
        style = f"{family} {found.get('table:style-name')}"
        return visibility != "visible" or style in self.hidden_styles


def _value(found: dict[str, str], text: str) -> str:
    kind = found.get("office:value-type")
    if kind in _NUMERIC:
        return _number(found.get("office:value", text))
    if kind == "date":
        return found.get("office:date-value", text).replace("T", " ").removesuffix(" 00:00:00")
    if kind == "time":
        return _time(found.get("office:time-value", text))
    if kind == "boolean":
        return found.get("office:boolean-value", text).upper()
    return found.get("office:string-value", text)


def _number(text: str) -> str:
    return number(float(text)) if "e" in text.lower() else text


def _time(text: str) -> str:
    parts = _TIME.fullmatch(text)
    if not parts:
        return text
    hours, minutes, seconds, fraction = parts.groups()
    clock = f"{hours.zfill(2)}:{minutes.zfill(2)}:{seconds.zfill(2)}"
    return f"{clock}.{fraction}" if fraction and int(fraction) else clock


def _repeated(found: dict[str, str], name: str) -> int:
    return max(int(found.get(name, 1)), 1)


@lru_cache(maxsize=1024)
def _prefixed(name: str) -> str:
    namespace, _, local_name = name.rpartition("}")
    return f"{_PREFIXES.get(namespace, namespace)}:{local_name}"
