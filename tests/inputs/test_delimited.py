"""Delimited text: no row, no cell and no character may be lost, and what is doubtful must hold."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import inputs
from hxlguard.errors import SourceError
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.table import RawSource, RawTable

DELIMITERS = [",", ";", "\t", "|"]
CELL = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from(',;\t|"\r\n')),
    max_size=12,
)


def read(data: bytes) -> RawSource:
    return inputs.read(data, name="camps.csv")


def table(data: bytes) -> RawTable:
    (only,) = read(data).tables
    return only


def rows(data: bytes) -> list[list[str | None]]:
    return [list(row) for row in table(data).cells.rows()]


def written(cells: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(cells)
    return out.getvalue()


def padded(cells: list[list[str]]) -> list[list[str | None]]:
    width = max(1, *map(len, cells))
    return [[cell or None for cell in row] + [None] * (width - len(row)) for row in cells]


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@given(body=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6))
def test_a_rectangle_comes_back_as_it_was_written(
    delimiter: str, encoding: str, body: list[list[str]]
) -> None:
    cells = [["row id", "place of work", "note"], *without_rivals(body, delimiter)]
    source = read(written(cells, delimiter).encode(encoding))
    assert [list(row) for row in source.tables[0].cells.rows()] == padded(cells)
    assert source.unread == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@given(body=st.lists(st.lists(st.text('ab1é\n", ', max_size=9), min_size=3, max_size=3)))
def test_utf16_without_a_mark(encoding: str, body: list[list[str]]) -> None:
    cells = [["row id", "place of work", "note"], *body]
    assert rows(written(cells).encode(encoding)) == padded(cells)


@given(body=st.lists(st.lists(CELL, max_size=5), min_size=1, max_size=8))
def test_ragged_and_blank_rows_come_back_as_they_were_written(body: list[list[str]]) -> None:
    """Blank lines at the end are no rows."""
    cells = [["x", "y"], *without_rivals(body, ",")]
    while not cells[-1]:
        cells.pop()
    assert rows(written(cells).encode()) == padded(cells)


def without_rivals(cells: list[list[str]], delimiter: str) -> list[list[str]]:
    """Leave out the delimiters that would make the text ambiguous."""
    rivals = dict.fromkeys(ord(other) for other in DELIMITERS if other != delimiter)
    return [[cell.translate(rivals) for cell in row] for row in cells]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]]),
        ("1,5;2,5;3,5\n4,5;5,5;6,5\n", [["1,5", "2,5", "3,5"], ["4,5", "5,5", "6,5"]]),
        ("1,2,3\n4,5,6\n", [["1", "2", "3"], ["4", "5", "6"]]),
        ("x,WASH;Health,3\ny,WASH;Food,4\n", [["x", "WASH;Health", "3"], ["y", "WASH;Food", "4"]]),
        ("Roe, Jan\t5\nDoe, Ann\t6\n", [["Roe, Jan", "5"], ["Doe, Ann", "6"]]),
        ('"a,b,c";d\n"e,f,g";h\n', [["a,b,c", "d"], ["e,f,g", "h"]]),
        ('a,"x;y;z"\nb,"x;y;z"\n', [["a", "x;y;z"], ["b", "x;y;z"]]),
        ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ("name\nAnn\nJan\n", [["name"], ["Ann"], ["Jan"]]),
        ("\na,b\n\n1,2\n", [[None, None], ["a", "b"], [None, None], ["1", "2"]]),
        ("a,b\n\n1,2\n\n\n", [["a", "b"], [None, None], ["1", "2"]]),
        (" a , b \n", [[" a ", " b "]]),
        ('a,"two\nlines"\n1,2\n', [["a", "two\nlines"], ["1", "2"]]),
        ('a,b "quoted" c\n1,"say ""hi"""\n', [["a", 'b "quoted" c'], ["1", 'say "hi"']]),
        (",,\n,,\nx,,\n", [[None] * 3, [None] * 3, ["x", None, None]]),
    ],
)
def test_cells_are_told_apart(text: str, expected: list[list[str | None]]) -> None:
    source = read(text.encode())
    assert [list(row) for row in source.tables[0].cells.rows()] == expected
    assert source.unread == ()


def test_a_table_is_named_after_its_file_and_knows_no_names() -> None:
    found = table(b"a,b\n1,2\n")
    assert (found.name, found.names_first, found.hidden) == ("camps", False, False)
    assert found.cells.columns == ["1", "2"]


def test_rows_wider_than_usual_are_kept_and_reported() -> None:
    found = table(b"title\n\na,b\n1,2\n3,4,left over\n5,6,,\n7,8\n")
    assert found.cells.row(4) == ("3", "4", "left over", None)
    assert found.anomalies == (Anomaly(AnomalyKind.RAGGED_CELLS, 1, (5,)),)


def test_short_rows_are_not_ragged() -> None:
    assert table(b"a,b,c\n1,2,3\n4\n").anomalies == ()


@pytest.mark.parametrize(
    ("text", "row", "line"),
    [
        ('a,b\n1,"x\n2,3\n', 2, 2),
        ('a,b\n"two\nlines",2\n3,"x\n4,5', 3, 4),
        ('"', 1, 1),
        ('a,b\n1,2\n"', 3, 3),
        ('a,b\n1,"', 2, 2),
    ],
)
def test_a_quote_left_open_holds(text: str, row: int, line: int) -> None:
    source = read(text.encode())
    (unread,) = source.unread
    assert unread.kind == "part-not-read"
    assert unread.reason.startswith(f"row {row} opens a quote that is never closed")
    assert f"line {line}," in unread.reason
    assert source.tables[0].cells.height == row


def test_what_an_open_quote_swallows_is_kept() -> None:
    assert rows(b'a,b\n1,"x\n2,3\n')[1] == ["1", "x\n2,3\n"]


def test_null_characters_hold() -> None:
    source = read(b"a,b\n1,2\n3,x\0y\n")
    (unread,) = source.unread
    assert (unread.kind, "1 row, first row 3" in unread.reason) == ("bytes-not-decoded", True)
    assert source.tables[0].cells.row(2) == ("3", "x\0y")


def test_broken_utf8_holds_and_keeps_the_rest() -> None:
    text = "nom,lieu\nZoé,à côté\n".encode() + b"Eve,\xff\n"
    source = read(text)
    (unread,) = source.unread
    assert unread.kind == "bytes-not-decoded"
    assert "(1 row, first row 3)" in unread.reason
    assert source.tables[0].cells.rows()[1:] == [("Zoé", "à côté"), ("Eve", "\ufffd")]


def test_a_cell_of_five_megabytes_leaves_the_limit_of_the_csv_module_alone() -> None:
    before = csv.field_size_limit()
    found = table(b'a,b\n"' + b"x" * 5_000_000 + b'",2\n')
    assert len(found.cells.item(1, 0)) == 5_000_000
    assert csv.field_size_limit() == before


def test_ten_thousand_columns() -> None:
    line = ",".join(map(str, range(10_000)))
    found = table(f"{line}\n{line}\n".encode())
    assert found.cells.shape == (2, 10_000)
    assert found.cells.item(1, 9_999) == "9999"


def test_rows_beyond_one_chunk_keep_their_order() -> None:
    count = 120_000
    found = table("".join(f"{number},x\n" for number in range(count)).encode())
    assert found.cells["1"].to_list() == [str(number) for number in range(count)]


def test_a_line_of_commas_is_refused() -> None:
    with pytest.raises(SourceError, match="more than 32,768 columns"):
        read(b"a,b\n" + b"," * 40_000)


def test_one_wide_row_does_not_blow_up_a_long_table() -> None:
    with pytest.raises(SourceError, match="more than 268,435,456 cells empty"):
        read(b"," * 20_000 + b"\n" + b"x\n" * 20_000)


def test_content_decides_over_the_name() -> None:
    source = inputs.read(b"a,b\n1,2\n", name="broken.xls")
    assert (source.media_type, source.tables[0].name) == ("text/csv", "broken")
