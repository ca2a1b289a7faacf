"""One walk over the XML of an xlsx worksheet: its extent, and what nobody sees on the screen.

Elements and attributes are those of ECMA-376 part 1, section 18.3.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from hxlguard.inputs.loose import literals, xml_texts
from hxlguard.inputs.workbook_cells import number
from hxlguard.inputs.workbook_xml import broken_xml, local, require_plain

_FILLED = rb"(?!\s*<)[^<]+"
_NUMBER = rb"(?!\s*[<-])[^<&]+"
_FORMULA = rb"(?:<f[^<>]*>[^<]*</f>)?"
_PLAIN_CELL = re.compile(
    rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?/>'
    rb'|<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]+")?'
    rb'(?:(?: t="[bns]")?>' + _FORMULA + rb"<v>" + _NUMBER + rb"</v>"
    rb'| t="str">' + _FORMULA + rb"<v>" + _FILLED + rb"</v>"
    rb'| t="inlineStr"><is><t(?: xml:space="preserve")?>' + _FILLED + rb"</t></is>)</c>"
)
_NEGATIVE_CELL = re.compile(
    rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?(?: t="n")?>'
    + _FORMULA
    + rb"<v>-[0-9.eE+-]+</v></c>"
)
_FORMULA_TEXT = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>([^<]+)</")
_UNPLACED_CELL = re.compile(rb"<c(?:>|\s(?!r=))")
_LETTERS = re.compile(r"[A-Z]{1,3}", re.IGNORECASE)
_TRUE = ("1", "true")


@dataclass(slots=True, repr=False)
class SheetScan:
    """What the walk found; rows and columns count from 1.

    Attributes:
        height: the last row with a value, or 0.
        width: the last column with a value, or 0.
        filled: how many values there are that are not blank.
        hidden_rows: spans of hidden rows.
        hidden_columns: spans of hidden columns.
        texts: by row and column what calamine would lose: errors such as `#N/A`, and negative
            numbers, of which it makes a time of day under a date format.
        uncomputed: how many formulas carry no computed value.
        loose: what stands outside of the values: attributes, headers, rules, texts of formulas.
    """

    height: int = 0
    width: int = 0
    filled: int = 0
    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: int = 0
    loose: set[str] = field(default_factory=set)


def scan(part: bytes, *, where: str) -> SheetScan:
    """Walk over the part of a worksheet.

    Raises:
        SourceError: the part is not well-formed or not plain, or a cell has an impossible place.
    """
    require_plain(part, where=where)
    rest, columns, rows, filled = _without_plain_cells(part)
    walk = _Walk()
    try:
        walk.parser.Parse(rest, True)
        walk.found.width = max(map(_column_number, walk.columns | columns), default=0)
    except (expat.ExpatError, ValueError):
        raise broken_xml(where) from None
    walk.found.height = max(walk.found.height, *rows)
    walk.found.filled += filled
    walk.found.loose = xml_texts(_NEGATIVE_CELL.sub(b"", rest)) | _quoted(part)
    return walk.found


def _quoted(part: bytes) -> set[str]:
    """The texts in the formulas of all cells."""
    formulas = {formula.decode() for formula in _FORMULA_TEXT.findall(part)}
    return {text for formula in formulas for text in literals(formula)}


def _without_plain_cells(part: bytes) -> tuple[bytes, set[str], set[int], int]:
    """Take the cells out that need no closer look; give the rest, and where they were.

    Nearly all cells of a large sheet are such, and a pattern is many times faster than the walk.
    What it takes out is whole elements, so the rest is well-formed if the part was. A cell whose
    place depends on the one before it needs that one to stay.
    """
    if _UNPLACED_CELL.search(part):
        return part, set(), {0}, 0
    pieces = _PLAIN_CELL.split(part)
    letters, digits = pieces[1::3], pieces[2::3]
    columns = {letter.decode() for letter in set(letters) if letter}
    rows = {int(digit) for digit in set(digits) if digit}
    return b"".join(pieces[::3]), columns, rows | {0}, len(letters) - letters.count(None)


class _Walk:
    """The state of the walk over what is left."""

    def __init__(self) -> None:
        self.found = SheetScan()
        self.columns: set[str] = set()
        self.names = _LocalNames()
        self.row = 0
        self.row_text = ""
        self.letters = ""
        self.kind = ""
        self.in_cell = self.is_formula = self.has_value = False
        self.text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match self.names[name]:
            case "c":
                self.start_cell(attributes)
            case "v" | "is":
                self.start_value()
            case "f":
                self.is_formula = self.in_cell
            case "row":
                self.start_row(attributes)
            case "col":
                self.start_columns(attributes)

    def end(self, name: str) -> None:
        match self.names[name]:
            case "v" | "is":
                self.end_value()
            case "c":
                is_lost = self.is_formula and not self.has_value and self.kind != "str"
                self.found.uncomputed += is_lost
                self.in_cell = self.is_formula = False

    def start_cell(self, attributes: dict[str, str]) -> None:
        if not self.row:
            raise ValueError("a cell outside every row")
        reference = attributes.get("r", "")
        if reference:
            self.letters = reference.removesuffix(self.row_text)
        else:
            self.letters = _column_letters(_column_number(self.letters) + 1 if self.letters else 1)
        self.kind = attributes.get("t", "")
        self.in_cell, self.has_value = True, False

    def start_value(self) -> None:
        self.columns.add(self.letters)
        self.found.height = max(self.found.height, self.row)
        self.text = []
        self.parser.CharacterDataHandler = self.text.append

    def end_value(self) -> None:
        self.parser.CharacterDataHandler = None
        text = "".join(self.text).strip()
        if text:
            self.has_value = True
            self.found.filled += 1
        is_negative = self.kind in ("", "n") and text.startswith("-")
        if is_negative:
            text = number(float(text))
        if text and (is_negative or self.kind == "e"):
            self.found.texts[self.row, _column_number(self.letters)] = text

    def start_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes.get("r") or self.row + 1)
        self.row_text, self.letters = str(self.row), ""
        if _is_hidden(attributes, "ht"):
            self.found.hidden_rows.append(range(self.row, self.row + 1))

    def start_columns(self, attributes: dict[str, str]) -> None:
        if _is_hidden(attributes, "width"):
            first, last = int(attributes.get("min", "")), int(attributes.get("max", ""))
            self.found.hidden_columns.append(range(first, last + 1))


class _LocalNames(dict[str, str]):
    def __missing__(self, name: str) -> str:
        self[name] = local(name)
        return self[name]


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden", "") in _TRUE or float(attributes.get(size) or 1) == 0


def _column_number(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise ValueError("no column letters")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _column_letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
