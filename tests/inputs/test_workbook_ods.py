"""OpenDocument spreadsheets, written by hand: every cell, and what hides beside the cells."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.errors import SourceError
from hxlguard.inputs.package import pack
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_ods import READER
from hxlguard.model.anomaly import Anomaly, AnomalyKind

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{URN}:office:1.0",
        "table": f"{URN}:table:1.0",
        "text": f"{URN}:text:1.0",
        "style": f"{URN}:style:1.0",
        "draw": f"{URN}:drawing:1.0",
        "meta": f"{URN}:meta:1.0",
        "manifest": f"{URN}:manifest:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def document(body: str, styles: str = "", **parts: bytes) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    named = {name.replace("__", "/"): part for name, part in parts.items()}
    return pack({"mimetype": MIMETYPE, "content.xml": content.encode(), **named})


def table(rows: str, name: str = "Camps", style: str = "") -> str:
    named = f'table:name="{name}" table:style-name="{style}"'
    return f"<table:table {named}>{rows}</table:table>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", attributes: str = "") -> str:
    paragraphs = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {attributes}>{paragraphs}</table:table-cell>"


def read(data: bytes) -> Parts:
    payload = Payload.of("camp.ods", data)
    assert READER.accepts(payload)
    return READER.read(payload)


def kinds(anomalies: tuple[Anomaly, ...]) -> dict[AnomalyKind, int]:
    return {found.kind: found.count for found in anomalies}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (cell("plain", 'office:value-type="string"'), "plain"),
        (cell("untyped"), "untyped"),
        (cell("a</text:p><text:p>b"), "a\nb"),
        (cell("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d"), "a  b\tc\nd"),
        (cell("a <text:span>b</text:span> c"), "a b c"),
        ("<table:table-cell>\n <text:p>x</text:p>\n</table:table-cell>", "x"),
        (cell("12.50", 'office:value-type="float" office:value="12.5"'), "12.5"),
        (cell("1E3", 'office:value-type="float" office:value="9.62791234567E+11"'), "962791234567"),
        (cell("50%", 'office:value-type="percentage" office:value="0.5"'), "0.5"),
        (cell("5 $", 'office:value-type="currency" office:value="5"'), "5"),
        (cell("x", 'office:value-type="date" office:date-value="2022-01-05"'), "2022-01-05"),
        (
            cell("x", 'office:value-type="date" office:date-value="2022-01-05T00:00:00"'),
            "2022-01-05",
        ),
        (
            cell("x", 'office:value-type="date" office:date-value="2022-01-05T13:30:00"'),
            "2022-01-05 13:30:00",
        ),
        (cell("x", 'office:value-type="time" office:time-value="PT13H30M00S"'), "13:30:00"),
        (cell("x", 'office:value-type="time" office:time-value="PT30H00M00.50S"'), "30:00:00.50"),
        (cell("x", 'office:value-type="boolean" office:boolean-value="true"'), "TRUE"),
        (cell("#N/A", 'office:value-type="string"'), "#N/A"),
        (cell("covered").replace("table-cell", "covered-table-cell"), "covered"),
    ],
)
def test_a_cell_is_the_text_that_the_file_holds(written: str, text: str) -> None:
    found = read(document(table(row(cell()) + row(cell(), written))))
    assert found.tables[0].cells.rows() == [(None, None), (None, text)]
    assert found.unread == ()


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]))


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=4))
def test_any_text_reads_back_in_its_place(rows: list[list[str]]) -> None:
    body = "".join(row(*(cell(escape(text)) for text in texts)) for texts in rows)
    found = read(document(table(body))).tables[0].cells.rows()
    placed = {(i, j): x for i, texts in enumerate(found) for j, x in enumerate(texts) if x}
    assert placed == {(i, j): x for i, texts in enumerate(rows) for j, x in enumerate(texts) if x}


def test_repeated_cells_and_rows_are_spread_out_and_empty_margins_are_not() -> None:
    body = (
        row(cell(), attributes='table:number-rows-repeated="2"')
        + row(
            cell(attributes='table:number-columns-repeated="2"'),
            cell("x", 'table:number-columns-repeated="2"'),
            cell(attributes='table:number-columns-repeated="16380"'),
            attributes='table:number-rows-repeated="2"',
        )
        + row(cell(), attributes='table:number-rows-repeated="1048572"')
    )
    empty, full = (None,) * 4, (None, None, "x", "x")
    assert read(document(table(body))).tables[0].cells.rows() == [empty, empty, full, full]


@pytest.mark.parametrize(
    "body",
    [
        row(cell("x", 'table:number-columns-repeated="99999999999"')),
        row(cell("x"), attributes='table:number-rows-repeated="99999999999"'),
        row(cell(attributes='table:number-columns-repeated="16383"'), cell("x"))
        + row(cell(), attributes='table:number-rows-repeated="1048570"')
        + row(cell("x")),
    ],
)
def test_a_repetition_does_not_fill_the_memory(body: str) -> None:
    found = read(document(table(body)))
    assert found.tables == ()
    assert [one.kind for one in found.unread] == ["limit-exceeded"]


def test_a_hidden_sheet_is_read_and_says_so() -> None:
    styles = (
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    shown, hidden = table(row(cell("a")), "A", "ta1"), table(row(cell("b")), "B", "ta2")
    tables = read(document(shown + hidden, styles)).tables
    assert [(one.name, one.hidden, one.anomalies) for one in tables] == [
        ("A", False, ()),
        ("B", True, (Anomaly(AnomalyKind.HIDDEN_SHEET),)),
    ]


def test_hidden_rows_and_columns_and_comments_are_listed() -> None:
    styles = (
        '<style:style style:name="co9" style:family="table-column">'
        '<style:table-column-properties style:column-width="0in"/></style:style>'
    )
    note = "<office:annotation><text:p>Amina</text:p></office:annotation>"
    body = (
        '<table:table-column/><table:table-column table:style-name="co9"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
        + row(cell("a"), cell("b"), cell("c"))
        + row(cell("a"), attributes='table:visibility="collapse"')
        + row(cell("a"), attributes='table:visibility="filter" table:number-rows-repeated="2"')
        + row(f"<table:table-cell>{note}<text:p>own text</text:p></table:table-cell>")
    )
    [found] = read(document(table(body), styles)).tables
    assert found.cells.row(4)[0] == "own text"
    assert found.anomalies == (
        Anomaly(AnomalyKind.HIDDEN_ROWS, 3, rows=(2, 3, 4)),
        Anomaly(AnomalyKind.HIDDEN_COLUMNS, 2, columns=(2, 3)),
        Anomaly(AnomalyKind.COMMENTS, 1, rows=(5,)),
    )


META = f"<m {NAMESPACES}><dc:creator>Amina</dc:creator><dc:title/></m>".encode()
FRAME = row("<table:table-cell><draw:frame><text:p>box</text:p></draw:frame></table:table-cell>")
LINK = row(cell('<text:a xlink:href="mailto:amina@example.org">write</text:a>'))
RANGE = '<table:named-expressions><table:named-range table:name="x"/></table:named-expressions>'
PILOT = "<table:data-pilot-tables><table:data-pilot-table/></table:data-pilot-tables>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (document(table(FRAME)), AnomalyKind.EMBEDDED_OBJECTS),
        (document(table(row()), Pictures__1=b""), AnomalyKind.EMBEDDED_OBJECTS),
        (document(table(row()), Basic__x=b""), AnomalyKind.MACROS),
        (document(table(LINK)), AnomalyKind.EXTERNAL_LINKS),
        (document(table(row()) + RANGE), AnomalyKind.DEFINED_NAMES),
        (document(table(row()) + PILOT), AnomalyKind.PIVOT_CACHES),
        (document(table(row()), Thumbnails__t=b"", Configurations2__c=b""), None),
    ],
)
def test_what_leaves_beside_the_cells_is_counted(data: bytes, kind: AnomalyKind | None) -> None:
    assert kinds(read(data).anomalies) == ({kind: 1} if kind else {})


def test_properties_are_counted_when_filled() -> None:
    parts = {"mimetype": MIMETYPE, "content.xml": b"<x/>", "meta.xml": META}
    assert kinds(read(pack(parts)).anomalies) == {AnomalyKind.DOCUMENT_PROPERTIES: 1}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (table(row(cell("", 'table:formula="of:=1+1"'))), "sheet-not-read"),
        (
            table(row(f"<table:table-cell>{table(row(cell('in')))}</table:table-cell>"), "A"),
            "sheet-not-read",
        ),
        (
            "<table:tracked-changes><table:cell-content-change/></table:tracked-changes>"
            + table(row(cell("a"))),
            "part-not-read",
        ),
    ],
)
def test_what_cannot_be_read_holds(body: str, kind: str) -> None:
    assert [one.kind for one in read(document(body)).unread] == [kind]


def test_a_formula_with_its_value_does_not_hold() -> None:
    computed = cell("2", 'table:formula="of:=1+1" office:value-type="float" office:value="2"')
    empty = cell("", 'table:formula="of:=&quot;&quot;" office:value-type="string"')
    assert read(document(table(row(computed, empty)))).unread == ()


ENCRYPTED = (
    f"<manifest:manifest {NAMESPACES}><manifest:file-entry><manifest:encryption-data/>"
    "</manifest:file-entry></manifest:manifest>"
).encode()


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"META-INF/manifest.xml": ENCRYPTED, "content.xml": b"noise"}, "password"),
        ({"encrypted-package": b"noise"}, "password"),
        ({"content.xml": b"<a><b></a>"}, "not well-formed"),
        ({"content.xml": b"<!DOCTYPE x><x/>"}, "entities"),
        ({}, "no content"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(parts: dict[str, bytes], what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        read(pack({"mimetype": MIMETYPE, **parts}))
    assert caught.value.remedy
