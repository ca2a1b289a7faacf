"""Texts outside of cells are collected from every kind of workbook, and nothing that is a cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, StrData, StrRef, StrVal
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from hxlguard import inputs, inspect
from hxlguard.inputs.loose import binary_texts, literals, outside, xml_texts
from hxlguard.inputs.package import pack
from hxlguard.model.table import Held, RawTable

NOTE = "amina@relief.example"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def header(sheet: Any) -> None:
    sheet.oddHeader.center.text = f" {NOTE}"


def validation(sheet: Any) -> None:
    rule = DataValidation(type="list", formula1=f'"{NOTE},x"')
    rule.add("A2")
    sheet.add_data_validation(rule)


def prompt(sheet: Any) -> None:
    rule = DataValidation(type="whole", prompt=NOTE)
    rule.add("A2")
    sheet.add_data_validation(rule)


def conditional_format(sheet: Any) -> None:
    sheet.conditional_formatting.add("A2", FormulaRule(formula=[f'A2="{NOTE}"']))


def defined_name(sheet: Any) -> None:
    sheet.parent.defined_names["x"] = DefinedName("x", attr_text=f'"{NOTE}"')


def number_format(sheet: Any) -> None:
    sheet["A2"].number_format = f'"{NOTE}"'


def link(sheet: Any) -> None:
    sheet["A2"].hyperlink = "https://relief.example/?u=amina%40relief.example"


def tooltip(sheet: Any) -> None:
    sheet["A2"].hyperlink = Hyperlink(ref="A2", location="Sheet!A1", tooltip=NOTE)


def chart_title(sheet: Any) -> None:
    chart = BarChart()
    chart.title = NOTE
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart, "D5")


def chart_cache(sheet: Any) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    cache = StrData(ptCount=1, pt=[StrVal(idx=0, v=NOTE)])
    chart.series[0].cat = AxDataSource(strRef=StrRef(f="gone!$A$1", strCache=cache))
    sheet.add_chart(chart, "D5")


def table_comment(sheet: Any) -> None:
    table = Table(displayName="t", ref="A1:A2")
    table.comment = NOTE
    sheet.add_table(table)


def filter_value(sheet: Any) -> None:
    sheet.auto_filter.ref = "A1:A2"
    sheet.auto_filter.add_filter_column(0, [NOTE])


def properties(sheet: Any) -> None:
    sheet.parent.properties.description = NOTE


def comment(sheet: Any) -> None:
    sheet["A2"].comment = Comment(NOTE, "x")


def workbook(add: Callable[[Any], None] = lambda _sheet: None) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Org"])
    book.active.append(["Relief"])
    add(book.active)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def edited(part: str, before: str, after: str) -> bytes:
    parts = parts_of(workbook())
    assert before.encode() in parts[part]
    parts[part] = parts[part].replace(before.encode(), after.encode(), 1)
    return pack(parts)


def with_strings(*items: str) -> bytes:
    """The cell A2 refers to the first of these shared strings."""
    parts = parts_of(edited(SHEET, RELIEF, '<c r="A2" t="s"><v>0</v></c>'))
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = f'<Relationship Id="strings" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b"</Relationships>", link.encode())
    content_type = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    entry = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b"/></Types>' % content_type
    types = parts["[Content_Types].xml"].replace(b"</Types>", entry)
    strings = f'<sst xmlns="{namespace}">{"".join(items)}</sst>'
    return pack(parts | {"[Content_Types].xml": types, STRINGS: strings.encode()})


RELIEF = '<c r="A2" t="inlineStr"><is><t>Relief</t></is></c>'
CUT = "<r><t>amina@</t></r><r><t>relief.example</t></r>"
FORMULA = f'<c r="A2" t="str"><f>IF(1,"Relief","{NOTE}")</f><v>Relief</v></c>'


@pytest.mark.parametrize(
    "data",
    [
        *map(workbook, (header, validation, prompt, conditional_format, defined_name)),
        *map(workbook, (number_format, link, tooltip, chart_title, chart_cache, table_comment)),
        *map(workbook, (filter_value, properties, comment)),
        edited(SHEET, RELIEF, FORMULA),
        edited(SHEET, RELIEF, FORMULA.replace('"Relief","', "&quot;Relief&quot;,&quot;")),
        edited(SHEET, RELIEF, RELIEF.replace(" t=", f' note="{NOTE}" t=', 1)),
        edited(SHEET, "</worksheet>", f"<extLst><t>{NOTE}</t></extLst></worksheet>"),
        edited(SHEET, "<sheetPr>", f'<sheetPr codeName="{NOTE}">'),
        with_strings("<si><t>Relief</t></si>", f"<si><t>{NOTE}</t></si>"),
        with_strings("<si><t>Relief</t></si>", f"<si>{CUT}</si>"),
        with_strings(f'<si><t>Relief</t><rPh sb="0" eb="1"><t>{NOTE}</t></rPh></si>'),
        edited("xl/styles.xml", 'name="Normal"', f'name="{NOTE}"'),
        edited("xl/workbook.xml", "<sheets>", f'<fileSharing userName="{NOTE}"/><sheets>'),
        edited("xl/workbook.xml", "<sheets>", f"<!-- {NOTE} --><sheets>"),
    ],
)
def test_a_workbook_speaks_outside_of_its_cells_too(data: bytes) -> None:
    source = inputs.read(data)
    assert any(NOTE in text for text in source.loose_texts)
    assert NOTE not in str(source.tables[0].cells.rows())
    assert NOTE not in repr(source)


def written_note(sheet: Any) -> None:
    sheet["A2"] = NOTE


def linked_note(sheet: Any) -> None:
    sheet["A2"] = NOTE
    sheet["A2"].hyperlink = f"mailto:{NOTE}"


def rich_note(sheet: Any) -> None:
    sheet["A2"] = CellRichText("amina", TextBlock(InlineFont(b=True), "@relief.example"))


@pytest.mark.parametrize(
    "data",
    [
        *map(workbook, (written_note, linked_note, rich_note)),
        with_strings(f"<si><t>{NOTE}</t></si>"),
        with_strings(f"<si>{CUT}</si>"),
    ],
)
def test_what_a_cell_says_is_not_outside(data: bytes) -> None:
    source = inputs.read(data)
    assert NOTE in str(source.tables[0].cells.rows())
    assert not any("@" in text for text in source.loose_texts)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (b"<a b='Amina K'>text</a>", {"Amina K", "text"}),
        (b"<a><!--Amina K--><?x Amina L?></a>", {"Amina K", "Amina L", ""}),
        (b"<a><p><r>Ami</r><r>na</r></p>tail</a>", {"Amina", "tail", ""}),
        (b"<a><si><t>x</t><rPh><t>y</t></rPh></si></a>", {"x", "y", ""}),
        (b"<a>one<b>two</b>three</a>", {"onethree", "two"}),
        (b"<a><br>Amina &amp; K", {"Amina & K", "br"}),
        ("<a>Amina K</a>".encode("utf-16"), {"Amina K"}),
        (b"<!DOCTYPE a [<!ENTITY x 'Amina K'>]><a>&x;&x;</a>", {"Amina K"}),
    ],
)
def test_every_text_of_a_part_is_found(part: bytes, text: set[str]) -> None:
    found = xml_texts(part)
    assert all(any(wanted in one for one in found) for wanted in text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ()),
        ("abcd", ()),
        ("Amina", ("Amina",)),
        ("963944555123", ()),
        ("12.7109375", ()),
        ("+963944555123", ("+963944555123",)),
        ("{5B4D6C1E-9A3F-4B2C-8D7E-123456789ABC}", ()),
        ("$A$1:$XFD$1048576", ()),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", ()),
        ("http://schemas.openxmlformats.org/?u=amina", ("schemas.openxmlformats.org/?u=amina",)),
        ("LibreOffice/6.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2", ()),
        ("https://x.example/?u=a%40b.example", ("x.example/?u=a@b.example",)),
        ("in a cell", ()),
        (" second line ", ()),
    ],
)
def test_what_programs_write_and_what_cells_say_is_left_out(
    text: str, kept: tuple[str, ...]
) -> None:
    table = RawTable(
        "x", Held((pl.DataFrame({"1": ["in a cell", "first line\nsecond line", None]}),))
    )
    assert outside([text], [table]) == kept


def test_a_long_text_takes_no_long_time() -> None:
    assert len(outside(["a" * 1_000_000], [])) == 1


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le", "utf-16-be"])
def test_runs_of_characters_are_found_in_any_bytes(encoding: str) -> None:
    assert NOTE in binary_texts(b"\x01\x02" + NOTE.encode(encoding) + b"\x03\x04\x05")


def test_literals_of_a_formula() -> None:
    assert literals("IF(A1=\"a b\",'x y'!A1,&quot;c&quot;)") == ["a b", "x y", "c"]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


@pytest.mark.parametrize("part", ["content", "meta", "styles", "settings"])
def test_an_opendocument_workbook_does_too(part: str) -> None:
    names = " ".join(f'xmlns:{n}="{OFFICE}{n}:1.0"' for n in ("office", "table", "text"))
    row = (
        "<table:table-row><table:table-cell><text:p>Relief</text:p></table:table-cell>"
        "</table:table-row>"
    )
    parts = dict.fromkeys(("meta", "styles", "settings"), f"<a {names}>" + "{}</a>")
    parts["content"] = (
        f"<office:x {names}>{{}}<table:table table:name='S'>{row}</table:table></office:x>"
    )
    note = f"<table:content-validation table:condition='\"{NOTE}\"'/>"
    texts = {
        f"{name}.xml": text.format(note if name == part else "").encode()
        for name, text in parts.items()
    }
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    source = inputs.read(pack({"mimetype": mimetype, **texts}))
    assert any(NOTE in text for text in source.loose_texts)
    assert "Relief" not in source.loose_texts


def test_an_old_workbook_does_too(shared: Path) -> None:
    data = (shared / "data" / "real" / "libhxl__input-valid.xls").read_bytes()
    assert any("Page &P" in text for text in inputs.read(data).loose_texts)
    assert not any("WASH" in text for text in inputs.read(data).loose_texts)


def test_real_workbooks_hold_no_address_outside_of_their_cells(shared: Path) -> None:
    for path in sorted((shared / "data" / "real").iterdir()):
        if path.suffix in (".xlsx", ".xls", ".zip"):
            (source,) = inspect(path).sources
            assert "text-outside-cells" not in {part.kind for part in source.unread}, path.name
