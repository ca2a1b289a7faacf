"""Excel workbooks: every cell as text, every sheet, and all that hides beside the cells."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from hxlguard.errors import SourceError
from hxlguard.inputs import workbook_cells
from hxlguard.inputs.package import pack
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_xlsx import READER
from hxlguard.model.anomaly import Anomaly, AnomalyKind

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "application/vnd.openxmlformats-officedocument."
SHEET = "xl/worksheets/sheet1.xml"
SECRET = "Amina Example"


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def read(data: bytes) -> Parts:
    payload = Payload.of("camp.xlsx", data)
    assert READER.accepts(payload)
    return READER.read(payload)


def workbook(*rows: list[Any]) -> dict[str, bytes]:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return parts_of(saved(book))


def with_sheet(content: str, head: str = "") -> bytes:
    """A workbook whose only sheet has this content, written by hand."""
    sheet = f"<worksheet {NAMESPACE}>{head}<sheetData>{content}</sheetData></worksheet>"
    return pack(workbook() | {SHEET: sheet.encode()})


def with_part(name: str, content: bytes, content_type: str) -> bytes:
    parts = workbook(["a"])
    entry = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", entry.encode())
    return pack(parts | {name: content, "[Content_Types].xml": types})


def cells(data: bytes, table: int = 0) -> list[tuple[str | None, ...]]:
    return read(data).tables[table].cells.rows()


def kinds(anomalies: tuple[Anomaly, ...]) -> dict[AnomalyKind, int]:
    return {found.kind: found.count for found in anomalies}


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("text", None, "text"),
        ("  kept  ", None, "  kept  "),
        ("two\nlines", None, "two\nlines"),
        ("1.10", None, "1.10"),
        ("=", None, "="),
        ("مخيم", None, "مخيم"),
        (12.5, None, "12.5"),
        (4.0, None, "4"),
        (-3, None, "-3"),
        (962791234567, None, "962791234567"),
        (9007199254740991, None, "9007199254740991"),
        (1e21, None, "1" + "0" * 21),
        (1e-7, None, "0.0000001"),
        (36.123456, "0.0", "36.123456"),
        (962791234567, "yyyy-mm-dd", "962791234567"),
        (-36.5, "yyyy-mm-dd", "-36.5"),
        (-1e-7, "[h]:mm", "-0.0000001"),
        (True, None, "TRUE"),
        (False, None, "FALSE"),
        (dt.date(2022, 1, 5), None, "2022-01-05"),
        (dt.datetime(2022, 1, 5), None, "2022-01-05"),
        (dt.datetime(2022, 1, 5, 13, 30), None, "2022-01-05 13:30:00"),
        (dt.time(13, 30), None, "13:30:00"),
        (dt.timedelta(hours=30), None, "30:00:00"),
        ("#N/A", None, "#N/A"),
        ("#DIV/0!", None, "#DIV/0!"),
        (CellRichText("a ", TextBlock(InlineFont(b=True), "bold"), " c"), None, "a bold c"),
    ],
)
def test_a_cell_is_the_text_that_the_file_holds(
    value: Any, number_format: str | None, text: str
) -> None:
    book = openpyxl.Workbook()
    cell = book.active.cell(3, 2, value)
    if number_format:
        cell.number_format = number_format
    parts = read(saved(book))
    assert parts.tables[0].cells.rows() == [(None, None), (None, None), (None, text)]
    assert parts.unread == ()


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])).filter(
    # A cell of blanks alone is an empty one: openpyxl writes it without `xml:space`.
    lambda text: not re.match(r"[=#]|.*_x[0-9A-Fa-f]{4}_| +$", text)
)


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=4))
def test_any_text_reads_back_in_its_place(rows: list[list[str]]) -> None:
    found = read(pack(workbook(*rows)))
    placed = {
        (i, j): text
        for i, row in enumerate(found.tables[0].cells.rows())
        for j, text in enumerate(row)
        if text
    }
    assert placed == {(i, j): x for i, row in enumerate(rows) for j, x in enumerate(row) if x}
    assert found.unread == ()


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53))
def test_a_number_loses_no_digit_and_has_no_exponent(value: float) -> None:
    [(text,)] = cells(with_sheet(f'<row r="1"><c r="A1"><v>{value!r}</v></c></row>'))
    assert text is not None
    assert "e" not in text.lower()
    assert float(text) == value


def test_cells_without_a_reference_stand_after_the_one_before() -> None:
    content = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r='3'><c r='B3'><v>5</v></c></row>"
    assert cells(with_sheet(content)) == [("1", None, "3"), (None, None, None), (None, "5", None)]


def test_every_sheet_is_read_and_says_whether_it_hides() -> None:
    book = openpyxl.Workbook()
    for state in ("visible", "hidden", "veryHidden"):
        sheet = book.create_sheet(state)
        sheet.sheet_state = state
        sheet["A1"] = state
    tables = read(saved(book)).tables
    assert [(table.name, table.hidden, table.cells.rows()) for table in tables] == [
        ("Sheet", False, []),
        ("visible", False, [("visible",)]),
        ("hidden", True, [("hidden",)]),
        ("veryHidden", True, [("veryHidden",)]),
    ]
    assert tables[1].anomalies == ()
    assert tables[2].anomalies == (Anomaly(AnomalyKind.HIDDEN_SHEET),)
    assert tables[3].anomalies == (Anomaly(AnomalyKind.VERY_HIDDEN_SHEET),)


def test_hidden_rows_and_columns_are_listed_when_they_hold_anything() -> None:
    head = '<cols><col min="2" max="2" width="0"/><col min="4" max="16384" hidden="1"/></cols>'
    content = "".join(
        f'<row r="{i}" {attribute}>'
        + (f'<c r="A{i}"><v>1</v></c><c r="B{i}"><v>2</v></c><c r="D{i}"><v>3</v></c>' * (i != 4))
        + "</row>"
        for i, attribute in enumerate(["", 'hidden="1"', "ht='0'", 'hidden="true"', ""], 1)
    )
    [table] = read(with_sheet(content, head)).tables
    assert table.anomalies == (
        Anomaly(AnomalyKind.HIDDEN_ROWS, 2, rows=(2, 3)),
        Anomaly(AnomalyKind.HIDDEN_COLUMNS, 2, columns=(2, 4)),
    )


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1" hidden = "&#49;"><c r="A1"><v>1</v></c></row>',
        "<x:row xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main' r='1' "
        "hidden='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row>",
    ],
)
def test_a_hidden_row_does_not_hide_behind_its_spelling(row: str) -> None:
    [table] = read(with_sheet(row)).tables
    assert kinds(table.anomalies) == {AnomalyKind.HIDDEN_ROWS: 1}


def test_comments_are_counted_with_their_rows() -> None:
    book = openpyxl.Workbook()
    for place in ("A2", "C2", "B7"):
        book.active[place].comment = Comment(SECRET, SECRET)
    [table] = read(saved(book)).tables
    assert table.anomalies == (Anomaly(AnomalyKind.COMMENTS, 3, rows=(2, 7)),)


def test_properties_and_names_are_counted() -> None:
    book = openpyxl.Workbook()
    book.properties.creator = SECRET
    book.properties.lastModifiedBy = SECRET
    book.defined_names["Camps"] = DefinedName("Camps", attr_text="Sheet!$A$1:$A$9")
    book.active.print_title_rows = "1:1"
    assert kinds(read(saved(book)).anomalies) == {
        AnomalyKind.DOCUMENT_PROPERTIES: 2,
        AnomalyKind.DEFINED_NAMES: 1,
    }


COMMENTS = "spreadsheetml.comments+xml"
BOX = b'<d xmlns:a="a"><a:t>text in a box</a:t></d>'
FALLBACK = b'<d xmlns:m="m"><m:Fallback><t>for old programs</t></m:Fallback></d>'
CUSTOM = b"<Properties><property><lpwstr>x</lpwstr></property></Properties>"
MAIL = b'<Relationships><Relationship Target="mailto:amina@example.org"/></Relationships>'
WEB = b'<Relationships><Relationship Target="https://example.org"/></Relationships>'
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


@pytest.mark.parametrize(
    ("name", "content", "content_type", "kind"),
    [
        ("xl/media/image1.png", b"", "image/png", AnomalyKind.EMBEDDED_OBJECTS),
        ("xl/embeddings/o.bin", b"", OFFICE + "oleObject", AnomalyKind.EMBEDDED_OBJECTS),
        ("xl/model/item.data", b"", "", AnomalyKind.EMBEDDED_OBJECTS),
        ("xl/styles2.xml", b"<x/>", "application/xml", AnomalyKind.EMBEDDED_OBJECTS),
        ("xl/drawings/d.xml", BOX, OFFICE + "drawing+xml", AnomalyKind.EMBEDDED_OBJECTS),
        ("xl/drawings/d.xml", FALLBACK, OFFICE + "drawing+xml", None),
        (
            "xl/vbaProject.bin",
            b"",
            "application/vnd.ms-office.vbaProject",
            AnomalyKind.MACROS,
        ),
        (
            "xl/pivotCache/p.xml",
            b"<x/>",
            OFFICE + "spreadsheetml.pivotCacheDefinition+xml",
            AnomalyKind.PIVOT_CACHES,
        ),
        (
            "xl/links/e.xml",
            b"<x/>",
            OFFICE + "spreadsheetml.externalLink+xml",
            AnomalyKind.EXTERNAL_LINKS,
        ),
        (
            "docProps/custom.xml",
            CUSTOM,
            OFFICE + "custom-properties+xml",
            AnomalyKind.DOCUMENT_PROPERTIES,
        ),
        ("customXml/item1.xml", b"<x/>", "application/xml", AnomalyKind.DOCUMENT_PROPERTIES),
        ("xl/worksheets/_rels/x.rels", MAIL, RELATIONSHIPS, AnomalyKind.EXTERNAL_LINKS),
        ("xl/worksheets/_rels/x.rels", WEB, RELATIONSHIPS, None),
        ("xl/stray.xml", b"<c><comment ref='A1'/></c>", OFFICE + COMMENTS, "comments"),
        ("xl/printer.bin", b"", OFFICE + "spreadsheetml.printerSettings", None),
    ],
)
def test_what_leaves_beside_the_cells_is_told_by_type(
    name: str, content: bytes, content_type: str, kind: AnomalyKind | None
) -> None:
    before = kinds(read(pack(workbook(["a"]))).anomalies)
    after = kinds(read(with_part(name, content, content_type)).anomalies)
    gained = {found: after[found] - before.get(found, 0) for found in after}
    assert {found for found, count in gained.items() if count} == ({kind} if kind else set())


def test_a_chart_sheet_is_an_object_and_no_table() -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Chart")
    found = read(saved(book))
    assert [table.name for table in found.tables] == ["Sheet"]
    assert kinds(found.anomalies)[AnomalyKind.EMBEDDED_OBJECTS] == 1
    assert found.unread == ()


def test_a_sheet_that_no_list_names_holds() -> None:
    content_type = OFFICE + "spreadsheetml.worksheet+xml"
    found = read(with_part("xl/worksheets/old.xml", b"<worksheet/>", content_type))
    assert [(one.part, one.kind) for one in found.unread] == [
        ("xl/worksheets/old.xml", "sheet-not-read")
    ]


FORMULA = '<c r="A1"{kind}><f>1+1</f>{value}</c>'


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        (FORMULA.format(kind="", value="<v>2</v>"), False),
        (FORMULA.format(kind=' t="str"', value="<v></v>"), False),
        (FORMULA.format(kind=' t="str"', value="<v>a &amp; b</v>"), False),
        (FORMULA.format(kind="", value="<v></v>"), True),
        (FORMULA.format(kind="", value=""), True),
        (FORMULA.format(kind="", value="<v/>"), True),
    ],
)
def test_a_formula_without_its_value_holds(cell: str, held: bool) -> None:
    tail = "<extLst><ext><f>Sheet1!A1</f></ext></extLst>"
    found = read(with_sheet(f'<row r="1">{cell}</row></sheetData>{tail}<sheetData>'))
    assert bool(found.unread) is held


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>96279<!-- -->1234567</v></c>',
        '<c r="A1"><v><![CDATA[962791234567]]></v></c>',
        '<c r="A1"><v>9<?x y?>62791234567</v></c>',
        '<c r="A1"><v>&#57;62791234567</v></c>',
        '<c r="A1"><v><x/>-962791234567</v></c>',
        '<c r="A1"><v>962791234567</v><v>1</v></c>',
        '<c r="A1"><v>962791234567</v></c><c r="A1"><v>1</v></c>',
        '<c r="A1" t="inlineStr"><v>962791234567</v></c>',
        '<c r="A1" t="e"><v>962791234567</v></c>',
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="1A"><v>962791234567</v></c>',
        '</row><row r="0"><c><v>-962791234567</v></c>',
    ],
)
def test_a_cell_that_would_be_lost_holds(cell: str) -> None:
    found = read(with_sheet(f'<row r="1">{cell}</row>'))
    assert [one.kind for one in found.unread] == ["sheet-not-read"]
    assert "96279" not in str(found.unread)


def with_shared_strings(items: str, count: int) -> bytes:
    """A workbook whose first row refers to each of `count` shared strings."""
    row = "".join(f'<c r="{chr(65 + i)}1" t="s"><v>{i}</v></c>' for i in range(count))
    sheet = f'<worksheet {NAMESPACE}><sheetData><row r="1">{row}</row></sheetData></worksheet>'
    parts = workbook()
    listing = "xl/_rels/workbook.xml.rels"
    link = '<Relationship Type="x/sharedStrings" Target="strings.xml" Id="s"/></Relationships>'
    return pack(
        parts
        | {
            SHEET: sheet.encode(),
            "xl/strings.xml": f"<sst {NAMESPACE}>{items}</sst>".encode(),
            listing: parts[listing].replace(b"</Relationships>", link.encode()),
        }
    )


def test_shared_strings_are_read_wherever_they_are() -> None:
    rich = "<si><r><t>a</t></r><r><t xml:space='preserve'> b</t></r></si>"
    found = read(with_shared_strings(f"{rich}<si><t>&lt;c&gt; &#233;</t></si>", 2))
    assert found.tables[0].cells.rows() == [("a b", "<c> é")]
    assert found.unread == ()


def test_empty_shared_strings_are_no_loss() -> None:
    found = read(with_shared_strings("<si><t>a</t></si><si><t/></si><si/><si><t> </t></si>", 4))
    assert found.tables[0].cells.row(0)[0] == "a"
    assert found.unread == ()


def test_broken_shared_strings_are_refused_without_their_text() -> None:
    with pytest.raises(SourceError, match="cannot be read") as caught:
        read(with_shared_strings("<si><t>Amina Example</si>", 1))
    assert "Amina" not in str(caught.value)


@pytest.mark.parametrize(
    "far",
    ['<c r="XFD1048576"><v>1</v></c>', "<c r='XFD1048576' t='str'><v> </v></c>"],
)
def test_two_cells_far_apart_do_not_fill_the_memory(far: str) -> None:
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{far}</row>'
    found = read(with_sheet(rows))
    assert found.tables == ()
    assert [one.kind for one in found.unread] == ["limit-exceeded"]


def test_all_sheets_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells.CellBudget.__init__, "__defaults__", (5,))
    book = openpyxl.Workbook()
    book.active.append([1, 2, 3])
    book.create_sheet("Second").append([1, 2, 3])
    found = read(saved(book))
    assert [table.name for table in found.tables] == ["Sheet"]
    assert [(one.part, one.kind) for one in found.unread] == [("Second", "limit-exceeded")]


def test_a_broken_sheet_holds_while_the_others_are_read() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = SECRET
    book.create_sheet("Second")["A1"] = "b"
    parts = parts_of(saved(book))
    found = read(pack(parts | {SHEET: parts[SHEET][:-30]}))
    assert [table.name for table in found.tables] == ["Second"]
    assert [(one.part, one.kind) for one in found.unread] == [("Sheet", "sheet-not-read")]


def dropped(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: {key: part for key, part in parts.items() if key != name}


def replaced(name: str, part: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: parts | {name: part}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (replaced(SHEET, b"<!DOCTYPE x><worksheet/>"), "entities"),
        (replaced("xl/workbook.xml", b"Amina Example"), "not well-formed"),
        (replaced("[Content_Types].xml", b"\xff\xfe"), "not well-formed"),
        (dropped("_rels/.rels"), "not well-formed"),
        (dropped("xl/_rels/workbook.xml.rels"), None),
    ],
)
def test_a_broken_workbook_is_refused_without_its_text(
    change: Callable[[dict[str, bytes]], dict[str, bytes]], what: str | None
) -> None:
    data = pack(change(workbook([SECRET])))
    if what is None:
        assert read(data).unread
        return
    with pytest.raises(SourceError, match=what) as caught:
        read(data)
    assert "Amina" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("value", "number_format"),
    [(962791234567, "[h]:mm"), (10**15, "[h]:mm"), (-(10**15), "yyyy-mm-dd"), (1e300, "[h]:mm")],
)
def test_a_number_beyond_every_calendar_is_kept_or_holds_without_a_word(
    value: float, number_format: str, capfd: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.active["A1"].number_format = number_format
    book.create_sheet("Second")["A1"] = "b"
    found = read(saved(book))
    is_kept = [table.cells.row(0) for table in found.tables] == [(f"{value:.0f}",), ("b",)]
    holds = [(one.part, one.kind) for one in found.unread] == [("Sheet", "sheet-not-read")]
    assert is_kept or holds
    assert capfd.readouterr() == ("", "")


def test_a_binary_workbook_is_refused_with_a_remedy() -> None:
    data = pack({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b""})
    with pytest.raises(SourceError, match=r"xlsb.*save it as xlsx"):
        read(data)


@pytest.mark.parametrize(
    "name",
    [
        "hxlproxy__multisheet-dataset.xlsx",
        "libhxl__input-merged.xlsx",
        "libhxl__input-quality.xlsx",
        "covidviz__whowhatwhere_3w_as_of_may_2021.xlsx",
        "covidviz__iom_dtm_dtm_sudan_idps_master_list_round_3.xlsx",
        "ukrviz__hno_ukraine_2023_hno_pin_and_severity_for_hdx_20230215.xlsx",
    ],
)
def test_real_files_agree_with_openpyxl_in_every_cell(shared: Path, name: str) -> None:
    path = shared / "data" / "real" / name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    found = read(path.read_bytes())
    assert [table.name for table in found.tables] == book.sheetnames
    assert found.unread == ()
    for table in found.tables:
        extent = {"max_row": table.cells.height, "max_col": table.cells.width}
        rows = book[table.name].iter_rows(**extent, values_only=True) if table.cells.width else ()
        assert workbook_cells.frame(rows).equals(table.cells), table.name
        everything = book[table.name].iter_rows(values_only=True)
        assert count_filled(everything) == count_filled(table.cells.iter_rows()), table.name


def count_filled(rows: Iterable[tuple[Any, ...]]) -> int:
    return sum(value not in (None, "") for row in rows for value in row)
