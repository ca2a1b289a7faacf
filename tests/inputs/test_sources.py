"""The entry point: which sources come in, and how the others are refused."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import ClassVar

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import inputs
from hxlguard.errors import SourceError
from hxlguard.inputs import opening
from hxlguard.inputs.reader import Payload
from tests.effort import effort

DATA = b"a,b\n1,2\n"
ROWS = [("a", "b"), ("1", "2")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "camps.2026.csv"
    path.write_bytes(DATA)
    return path


def test_paths(file: Path) -> None:
    for path in (file, str(file)):
        source = inputs.read(path)
        assert (source.name, source.tables[0].name) == ("camps.2026.csv", "camps.2026")
        assert source.sha256 == hashlib.sha256(DATA).hexdigest()
        assert source.tables[0].cells.rows() == ROWS


def test_a_given_name_counts(file: Path) -> None:
    assert inputs.read(file, name="visits.csv").name == "visits.csv"


@pytest.mark.parametrize("data", [DATA, bytearray(DATA), memoryview(DATA)])
def test_bytes(data: object) -> None:
    source = inputs.read(data)
    assert (source.name, source.tables[0].cells.rows()) == ("<bytes>", ROWS)


def test_a_file_is_read_from_its_beginning_and_left_where_it_stood(file: Path) -> None:
    with file.open("rb") as opened:
        opened.seek(5)
        source = inputs.read(opened)
        assert opened.tell() == 5
    assert (source.name, source.tables[0].cells.rows()) == ("camps.2026.csv", ROWS)


def test_a_pipe_is_read_to_its_end() -> None:
    class Trickle(io.RawIOBase):
        def __init__(self) -> None:
            self.left = DATA

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1, /) -> bytes:
            piece, self.left = self.left[:3], self.left[3:]
            return piece

    assert inputs.read(Trickle(), name="<stdin>").tables[0].cells.rows() == ROWS


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("https://example.org/camps.csv", "opens no network connection"),
        ("FTP://example.org/camps.csv", "opens no network connection"),
        ("s3://bucket/camps.csv", "opens no network connection"),
        ("no-such-file.csv", "there is no such file"),
        (os.curdir, "it is a directory"),
        ("nul\0l.csv", "it cannot be opened"),
        (io.StringIO("a,b"), "it is open as text"),
        (None, "this is no source of data"),
        ([["a"]], "this is no source of data"),
        (b"", "it is empty"),
        (b" \r\n\t\n", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
        ("\ufeff \n".encode("utf-16-le"), "it is empty"),
        (b"%PDF-1.7\nx", "it is a PDF document"),
        (b"{\\rtf1 x}", "it is a rich text document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "it is a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "it is a JPEG image"),
        (b"\x1f\x8b\x08" + bytes(50), "it is a gzip archive"),
        (b"SQLite format 3\0" + bytes(50), "it is an SQLite database"),
        (b"  <!DOCTYPE html><html>", "it is a web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "it is an XML document"),
        (bytes(range(256)) * 20, "binary data of an unknown kind"),
        (b"\x00" * 64 + b"x", "binary data of an unknown kind"),
    ],
)
def test_what_is_refused_says_why_and_what_to_do(source: object, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        inputs.read(source)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


SECRET = ("Amina", " ", "Khalil")
"""In pieces, so that a line of code in a traceback does not hold it."""


class Failing:
    """Fails in every way that a reader may ask it to work, and quotes a cell."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        raise self.error


class FailingFile(Failing):
    __arrow_c_stream__ = property()  # type: ignore[assignment]

    def read(self, size: int = -1) -> bytes:
        raise self.error


class FailingProperty(Failing):
    @property
    def __arrow_c_stream__(self) -> object:  # type: ignore[override]
        raise self.error


@pytest.mark.parametrize("kind", [Failing, FailingFile, FailingProperty])
@pytest.mark.parametrize(
    "error",
    [
        RuntimeError,
        AttributeError,
        LookupError,
        AssertionError,
        MemoryError,
        StopIteration,
        RecursionError,
        OSError,
        ValueError,
        ArithmeticError,
        pl.exceptions.ComputeError,
    ],
)
def test_what_an_object_raises_does_not_come_through(
    kind: type[Failing], error: type[Exception]
) -> None:
    with pytest.raises(SourceError) as caught:
        inputs.read(kind(error("".join(SECRET))))
    assert "".join(SECRET) not in "".join(traceback.format_exception(caught.value))
    assert caught.value.remedy


@pytest.mark.parametrize("wish", [KeyboardInterrupt, SystemExit])
def test_a_wish_to_stop_comes_through(wish: type[BaseException]) -> None:
    with pytest.raises(wish):
        inputs.read(FailingFile(wish()))


def test_a_closed_file_and_one_for_writing_are_refused(tmp_path: Path) -> None:
    closed = io.BytesIO(DATA)
    closed.close()
    with (tmp_path / "x.csv").open("wb") as writing:
        for file in (closed, writing):
            with pytest.raises(SourceError, match="it cannot be read"):
                inputs.read(file)


def test_a_pipe_that_has_nothing_yet_has_not_ended() -> None:
    class Slow:
        pieces: ClassVar[list[bytes | None]] = [DATA, None, b"amina,3\n", b""]

        def read(self, size: int = -1) -> bytes | None:
            return self.pieces.pop(0)

    with pytest.raises(SourceError, match="without blocking"):
        inputs.read(Slow())


OPENINGS = [
    b"",
    b"PAR1",
    b"[",
    b'{"a":',
    b"PK\x03\x04",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b'"',
    b"a,b\n",
]


@effort(3)
@given(st.sampled_from(OPENINGS), st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(opening: bytes, rest: bytes) -> None:
    try:
        tables: object = inputs.read(opening + rest).tables
    except SourceError as error:
        tables = error.remedy
    assert tables


def test_credentials_in_a_url_are_not_repeated() -> None:
    with pytest.raises(SourceError) as caught:
        inputs.read("https://someone:secret@example.org/x.csv")
    assert "secret" not in str(caught.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(file: Path) -> None:
    file.chmod(0)
    with pytest.raises(SourceError, match="you may not read it"):
        inputs.read(file)


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(opening, "MAX_FILE_BYTES", 4)
    with pytest.raises(SourceError, match="larger than"):
        inputs.read(file)


def test_nothing_shows_its_text() -> None:
    source = inputs.read(b"secret,other\n1,2\n")
    shown = [repr(source), repr(source.tables[0]), repr(Payload.of("x", b"secret"))]
    assert not any("secret" in text for text in shown)


def test_text_is_tried_last() -> None:
    assert inputs.READERS[-1] is inputs.delimited.READER


def test_reading_loads_no_library_that_it_does_not_need() -> None:
    code = (
        "import sys; from hxlguard import inputs; inputs.read(b'a,b')\n"
        "unwanted = {'hxl', 'frictionless', 'pandas', 'duckdb', 'presidio_analyzer', 'requests'}\n"
        "print(sorted(unwanted & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
