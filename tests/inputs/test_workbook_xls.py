"""Excel 97-2003 workbooks: every cell, every sheet, and what hides beside the cells."""

from __future__ import annotations

import datetime as dt
import io
import struct
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from xlwt.CompoundDoc import XlsDoc

from hxlguard.errors import HxlguardError, SourceError
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_xls import READER
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from tests.effort import effort

SECRET = "Amina Example"


def saved(book: xlwt.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def book_of(*rows: list[Any]) -> xlwt.Workbook:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Camps")
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            sheet.write(i, j, value)
    return book


def with_record(kind: int, body: bytes) -> bytes:
    """A workbook with one more record right after the first one."""
    stream = book_of(["a"]).get_biff_data()
    end = 4 + struct.unpack_from("<H", stream, 2)[0]
    record = struct.pack("<HH", kind, len(body)) + body
    target = io.BytesIO()
    XlsDoc().save(target, stream[:end] + record + stream[end:])
    return target.getvalue()


def with_stream_called(name: str) -> bytes:
    """The same container with another name for its only stream."""
    data = bytearray(saved(book_of(["a"])))
    place = data.index("Workbook".encode("utf-16-le"))
    encoded = name.encode("utf-16-le")
    data[place : place + 64] = encoded.ljust(64, b"\0")
    data[place + 64 : place + 66] = struct.pack("<H", len(encoded) + 2)
    return bytes(data)


def read(data: bytes) -> Parts:
    payload = Payload.of("camp.xls", data)
    assert READER.accepts(payload)
    return READER.read(payload)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("text", None, "text"),
        ("  kept  ", None, "  kept  "),
        ("مخيم", None, "مخيم"),
        (12.5, None, "12.5"),
        (4.0, None, "4"),
        (962791234567, None, "962791234567"),
        (36.123456, "0.0", "36.123456"),
        (962791234567, "YYYY-MM-DD", "962791234567"),
        (True, None, "TRUE"),
        (dt.date(2022, 1, 5), "YYYY-MM-DD", "2022-01-05"),
        (dt.datetime(2022, 1, 5, 13, 30), "YYYY-MM-DD HH:MM", "2022-01-05 13:30:00"),
        (dt.time(13, 30), "HH:MM", "13:30:00"),
    ],
)
def test_a_cell_is_the_text_that_the_file_holds(
    value: Any, number_format: str | None, text: str
) -> None:
    book = xlwt.Workbook()
    style = xlwt.easyxf(num_format_str=number_format) if number_format else xlwt.XFStyle()
    book.add_sheet("Camps").write(2, 1, value, style)
    assert read(saved(book)).tables[0].cells.rows() == [(None, None), (None, None), (None, text)]


def test_an_error_is_shown_as_the_spreadsheet_shows_it() -> None:
    book = xlwt.Workbook()
    book.add_sheet("Camps").row(0).set_cell_error(0, "#DIV/0!")
    assert read(saved(book)).tables[0].cells.rows() == [("#DIV/0!",)]


TEXT = st.text(st.characters(codec="utf-8", max_codepoint=0xFFFF, exclude_categories=["Cs"]))


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=4))
def test_any_text_reads_back_in_its_place(rows: list[list[str]]) -> None:
    found = read(saved(book_of(*rows))).tables[0].cells.rows()
    placed = {(i, j): x for i, row in enumerate(found) for j, x in enumerate(row) if x}
    assert placed == {(i, j): x for i, row in enumerate(rows) for j, x in enumerate(row) if x}


def test_every_sheet_is_read_and_says_whether_it_hides() -> None:
    book = xlwt.Workbook()
    for visibility, name in enumerate(("shown", "hidden", "very hidden")):
        sheet = book.add_sheet(name)
        sheet.write(0, 0, name)
        sheet.visibility = visibility
    tables = read(saved(book)).tables
    assert [(table.name, table.hidden, table.anomalies) for table in tables] == [
        ("shown", False, ()),
        ("hidden", True, (Anomaly(AnomalyKind.HIDDEN_SHEET),)),
        ("very hidden", True, (Anomaly(AnomalyKind.VERY_HIDDEN_SHEET),)),
    ]
    assert [table.cells.rows() for table in tables] == [
        [("shown",)],
        [("hidden",)],
        [("very hidden",)],
    ]


def test_hidden_rows_and_columns_are_listed() -> None:
    book = book_of(["a", "b", "c"], ["a", "b", "c"], ["a", "b", "c"])
    sheet = book.get_sheet(0)
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    sheet.col(2).width = 0
    sheet.col(9).hidden = True
    [table] = read(saved(book)).tables
    assert table.anomalies == (
        Anomaly(AnomalyKind.HIDDEN_ROWS, 1, rows=(2,)),
        Anomaly(AnomalyKind.HIDDEN_COLUMNS, 2, columns=(2, 3)),
    )


PICTURE, CHART = b"\x15\x00\x12\x00\x08\x00", b"\x15\x00\x12\x00\x05\x00"


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (0x5D, PICTURE, AnomalyKind.EMBEDDED_OBJECTS),
        (0x5D, CHART, None),
        (0x1AE, b"\x01\x00\x05\x00\x00other", AnomalyKind.EXTERNAL_LINKS),
        (0x1AE, b"\x01\x00\x01\x04", None),
    ],
)
def test_what_leaves_beside_the_cells_is_counted(
    kind: int, body: bytes, expected: AnomalyKind | None
) -> None:
    found = {anomaly.kind: anomaly.count for anomaly in read(with_record(kind, body)).anomalies}
    assert found == ({expected: 1} if expected else {})


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (with_record(0x2F, b"\0" * 6), "protected by a password"),
        (with_stream_called("EncryptedPackage"), "protected by a password"),
        (with_stream_called("WordDocument"), "not a workbook"),
        (saved(book_of([SECRET] * 50))[:3000], "broken or truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + SECRET.encode() * 100, "broken or truncated"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    data: bytes, what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        read(data)
    assert "Amina" not in str(caught.value)
    assert caught.value.remedy
    assert capfd.readouterr() == ("", "")


@effort(2)
@given(st.data())
def test_no_damage_ends_in_a_traceback(data: st.DataObject) -> None:
    damaged = bytearray(DAMAGEABLE)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(8, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    with suppress(HxlguardError):
        read(bytes(damaged))


DAMAGEABLE = saved(book_of([SECRET, 1.5, True], [SECRET, 2.5, False]))


def test_a_real_file_is_read(shared: Path) -> None:
    found = read((shared / "data" / "real" / "libhxl__input-valid.xls").read_bytes())
    assert [table.cells.shape for table in found.tables] == [(7, 9)]
    assert found.unread == ()
