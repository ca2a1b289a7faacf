"""Whatever the blocks, and whether rows are kept or read again: the csv module's very cells."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from unittest import mock

import polars as pl
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from hxlguard import inputs
from hxlguard.errors import SourceError
from hxlguard.inputs import delimited, delimited_feed, delimited_grid, delimited_rows, limits
from hxlguard.inputs.delimited_rows import plain_cells
from hxlguard.inputs.encoding import find_decoding, is_text
from hxlguard.inputs.reader import Payload
from hxlguard.model.table import Held, RawTable
from tests.effort import effort

ROOT = Path(__file__).parents[2]
REAL = ROOT / os.environ.get("HXLGUARD_SHARED", "../shared") / "data" / "real"

Cells = list[tuple[str | None, ...]]


def rows_of(data: bytes, delimiter: str) -> Cells:
    """All rows by the csv module alone, from the whole text at once."""
    decoding = find_decoding(Payload.of("x", data))
    text = data.decode(decoding.codec, errors="replace")
    return rows_of_text(text.removeprefix("\ufeff"), delimiter)


def rows_of_text(text: str, delimiter: str) -> Cells:
    before = csv.field_size_limit(2**31 - 1)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    csv.field_size_limit(before)
    while rows and not rows[-1]:
        rows.pop()
    width = max(1, *map(len, rows)) if rows else 1
    return [tuple(cell or None for cell in row) + (None,) * (width - len(row)) for row in rows]


@contextmanager
def blocks_of(coarse: int, fine: int, *, held: int = limits.HELD_BYTES) -> Iterator[None]:
    with (
        mock.patch.object(delimited_grid, "_COARSE_BYTES", coarse),
        mock.patch.object(delimited_grid, "_FINE_BYTES", fine),
        mock.patch.object(delimited_rows, "_NEXT_BYTES", fine),
        mock.patch.object(delimited_feed, "_READ_BYTES", fine),
        mock.patch.object(delimited_grid, "HELD_BYTES", held),
    ):
        yield


def table(data: bytes) -> RawTable:
    (only,) = inputs.read(data, name="x.csv").tables
    return only


def delimiter_of(data: bytes) -> str:
    payload = Payload.of("x", data)
    return delimited._find_delimiter(payload, find_decoding(payload))


PIECES = st.sampled_from(
    [*'abé,,,;"""\n\n\n\r', "\r\n", '""', '","', '"\n', '\n"', "1,2\n", '"x","y"\n', "\0", "\ufeff"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(lambda pieces: "a,b\n" + "".join(pieces))
SIZES = st.tuples(st.integers(1, 40), st.integers(1, 12))
CELL = st.text('ab",\n\ré1', max_size=4)
FORMS = st.fixed_dictionaries(
    {
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
        "lineterminator": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


@effort(4)
@given(TEXTS, SIZES, st.sampled_from([0, limits.HELD_BYTES]))
@example('a,b\n1,"x\n2,3\n"y"z,4\n5,6\n', (9, 3), 0)
@example("a,b\n1\n\n2,\n3,4\n", (30, 4), 0)
@example('a,b\n"1\r\n2",3\r\n4,5\r\n', (30, 4), 0)
def test_any_text_at_any_border(text: str, sizes: tuple[int, int], held: int) -> None:
    data = text.encode()
    assume(is_text(Payload.of("x.csv", data)))
    with blocks_of(*sizes, held=held):
        found = table(data)
        assert found.cells.rows() == rows_of(data, delimiter_of(data))
    assert found.cells.columns == [str(index + 1) for index in range(found.grid.width)]
    assert found.cells.height == found.grid.height


@effort(2)
@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=12),
    FORMS,
    SIZES,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
)
def test_well_formed_text_at_any_border(
    body: list[list[str]], form: dict[str, object], sizes: tuple[int, int], encoding: str
) -> None:
    out = io.StringIO()
    csv.writer(out, **form).writerows([["row id", "place", "note of it"], *body])  # type: ignore[arg-type]
    data = out.getvalue().encode(encoding)
    with blocks_of(*sizes, held=0):
        found = table(data)
        assert found.cells.rows() == rows_of(data, delimiter_of(data))


@effort(4)
@given(TEXTS)
@example('"a,"b",c"\n')
@example('a,b\n"a"b"c",d\n')
@example("a,b\n\n,,")
@example("a,b\n1\n2,3,\n")
@example('a,5" x\nb,6" y\n')
@example("a,b,c\n1\n\n2,3,4\n")
@example("a,b\n\n1\n")
def test_what_is_proven_is_what_the_csv_module_says(text: str) -> None:
    cells = plain_cells(text.encode(), ",")
    if cells is not None:
        assert cells.rows() == rows_of_text(text, ",")


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n3,4\n",
        "a,b\r\n1,2\r\n3,4\r\n",
        "a,b\n,\n3,\n",
        'a,b\n"1","2,5"\n3,"4\n5"\n',
        'a,b\r\n"1","2,5"\r\n3,"4\r\n5"\r\n',
        'a,b\n"x ""y"" z",""\n',
        "é,ب\n1,2\n",
        "a,b\n1,2",
        "a\n1\n2\n",
    ],
)
def test_well_formed_text_needs_no_csv_module(text: str) -> None:
    cells = plain_cells(text.encode(), ",")
    assert cells is not None
    assert cells.rows() == rows_of(text.encode(), ",")


TEXT_FILES = sorted(
    path.name
    for path in (REAL.iterdir() if REAL.is_dir() else [])
    if path.suffix in {".csv", ".tsv", ".txt"}
)


@pytest.mark.parametrize("name", TEXT_FILES)
def test_real_files(name: str) -> None:
    data = (REAL / name).read_bytes()
    expected = rows_of(data, delimiter_of(data))
    assert table(data).cells.rows() == expected
    with blocks_of(5_000, 700, held=0):
        assert table(data).cells.rows() == expected


WALKED = b'a,b,c\n1,2,3\n4,"x\ny"\n\n5,6,7,8\n' + b"p,q,r\n" * 50


@pytest.mark.parametrize("held", [0, limits.HELD_BYTES])
@pytest.mark.parametrize("columns", [None, [], ["1"], ["4"], ["3", "1"], ["4", "2"]])
def test_some_columns(columns: list[str] | None, held: int) -> None:
    with blocks_of(60, 12, held=held):
        grid = table(WALKED).grid
        assert isinstance(grid, Held) == (held > 0)
        (*_, last) = batches = list(grid.batches(columns))
    wanted = [str(index) for index in range(1, 5)] if columns is None else columns
    assert last.columns == wanted
    width = rows_of(WALKED, ",")
    expected = pl.DataFrame(width, orient="row", schema=["1", "2", "3", "4"]).select(wanted)
    assert pl.concat(batches).equals(expected)


@pytest.mark.parametrize("held", [0, limits.HELD_BYTES])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_doubts_and_anomalies_do_not_depend_on_what_is_kept(held: int, encoding: str) -> None:
    text = "a,b\n" + "1,2\n" * 40 + "3,x\0y\n" + '4,5,6\n\n7,8\n9,"open\n1,2\n'
    whole = inputs.read(text.encode(encoding))
    with blocks_of(30, 8, held=held):
        found = inputs.read(text.encode(encoding))
        assert (found.unread, found.tables[0].anomalies, found.sha256) == (
            whole.unread,
            whole.tables[0].anomalies,
            whole.sha256,
        )
    assert [one.reason.partition(",")[0] for one in found.unread] == [
        "row 46 opens a quote that is never closed",
        "it holds null characters (1 row",
    ]
    assert "line 46," in found.unread[0].reason


def edited(path: Path, old: bytes, new: bytes) -> None:
    path.write_bytes(path.read_bytes().replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"q\n", b"z\n"),
        (b"q\n", b"q\n\n"),
        (b"q\n", b"q,q\n"),
        (b"q\n", b'"q\n'),
        (b"q\n", b"\xff\n"),
        (b"p,q\n", b""),
        (b"\n", b"\r"),
        (b'"open', b"shut"),
    ],
)
@pytest.mark.parametrize("columns", [None, ["1"], []])
def test_a_file_that_changes_is_noticed(
    tmp_path: Path, old: bytes, new: bytes, columns: list[str] | None
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\n" + b"p,q\n" * 20_000 + b'1,"open\n')
    with blocks_of(30_000, 9_000, held=0):
        grid = inputs.read(path).tables[0].grid
        edited(path, old, new)
        with pytest.raises(SourceError, match="changed while it was read") as caught:
            list(grid.batches(columns))
    assert caught.value.remedy


def test_a_file_that_goes_away_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\n" * 20_000)
    with blocks_of(30_000, 9_000, held=0):
        grid = inputs.read(path).tables[0].grid
    path.unlink()
    with pytest.raises(SourceError, match="cannot be read"):
        list(grid.batches())


@pytest.mark.parametrize("data", [b"a,b\n" + b"x" * 5_000, b'a,b\n1,"' + b"x\n" * 2_500])
def test_a_row_without_end_is_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_feed, "MAX_ROW_BYTES", 2_000)
    with blocks_of(600, 300), pytest.raises(SourceError, match="a row is longer than"):
        inputs.read(data)


def test_a_file_of_old_line_ends_is_cut_too() -> None:
    data = b"a,b\r" * 500
    with blocks_of(70, 30, held=0):
        assert table(data).cells.rows() == [("a", "b")] * 500
        assert max(piece.size for piece in delimited_grid.scan(*dialect(data))[0].pieces) <= 70


def dialect(data: bytes) -> tuple[Payload, delimited_grid.Dialect]:
    payload = Payload.of("x", data)
    return payload, delimited_grid.Dialect(find_decoding(payload), ",")


@pytest.mark.parametrize(
    ("limit", "width", "height"),
    [
        (10_000, 300, 100),
        pytest.param(limits.MAX_CELLS, 30_000, 20_000, marks=pytest.mark.thorough),
    ],
)
def test_a_wide_row_above_many_is_refused_before_it_takes_memory(
    limit: int, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", limit)
    with pytest.raises(SourceError, match=f"more than {limit:,} cells empty"):
        inputs.read(b"," * width + b"\n" + b"x\n" * height)


@pytest.mark.parametrize(("size", "fine"), list(product([1, 2, 3, 5], [1, 2, 3])))
def test_the_smallest_blocks(size: int, fine: int) -> None:
    data = 'a,b\r\n"é\r\n","x ""y"""\r\n\r\n1,2,3\r\n'.encode()
    with blocks_of(size, fine, held=0):
        assert table(data).cells.rows() == rows_of(data, ",")
