"""Every byte of a zip container belongs to a member, or the container holds."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hxlguard import inputs
from hxlguard.inputs.package import Package
from hxlguard.inputs.reader import Payload

SECRET = b"amina@relief.example"


def entry(name: str = "a.csv", extra: bytes = b"", comment: bytes = b"") -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
    made.extra, made.comment = extra, comment
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def zipped(*members: tuple[zipfile.ZipInfo, bytes], comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as container:
        for info, content in members:
            container.writestr(info, content)
        container.comment = comment
    return target.getvalue()


def with_removed(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as container:
        for name in ("a.csv", "b.csv", "c.csv"):
            container.writestr(name, SECRET)
        container.filelist = [info for info in container.filelist if info.filename not in names]
    return target.getvalue()


def field(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def doubts(data: bytes) -> list[str]:
    return [one.reason for one in Package(Payload.of("x.zip", data)).doubts]


PLAIN = (entry(), b"x,y\n")
DIRECTORY = b"PK\x01\x02"


@pytest.mark.parametrize(
    "data",
    [
        zipped(PLAIN, comment=SECRET),
        zipped(PLAIN) + SECRET,
        zipped((entry(comment=SECRET), b"x")),
        zipped((entry(extra=field(0x4242, SECRET)), b"x")),
        zipped((entry(extra=field(0x5455, SECRET * 2)), b"x")),
        zipped((entry(extra=field(0xCAFE, SECRET)), b"x")),
        zipped((entry(extra=field(0xA220, b"\x28\xa0\4\0" + SECRET)), b"x")),
        zipped((entry(extra=field(0x7075, b"\1\0\0\0\0" + SECRET)), b"x")),
        zipped((entry("folder/"), SECRET)),
        with_removed("b.csv"),
        with_removed("c.csv"),
        zipped(PLAIN).replace(b"a.csv", b"b.csv", 1),
    ],
    ids=[
        "comment",
        "behind",
        "member-comment",
        "unknown-field",
        "long-field",
        "mark",
        "padding",
        "path",
        "folder",
        "removed-between",
        "removed-last",
        "two-names",
    ],
)
def test_what_belongs_to_no_member_holds(data: bytes) -> None:
    (reason,) = doubts(data)
    assert SECRET.decode() not in reason
    assert reason.endswith("; save or pack it again")


class Pipe(io.BytesIO):
    """Cannot seek, so zipfile writes sizes behind each member."""

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def streamed(*, large: bool) -> bytes:
    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name in ("a.csv", "b.csv"):
            with container.open(entry(name), "w", force_zip64=large) as member:
                member.write(b"x,y\n" * 100)
    return target.getvalue()


def unmarked(data: bytes) -> bytes:
    """A stream of one member whose sizes come without the mark, which is optional."""
    lean = data.replace(b"PK\x07\x08", b"", 1)
    end = len(lean) - 22
    directory = lean.index(DIRECTORY)
    return lean[: end + 16] + struct.pack("<I", directory) + lean[end + 20 :]


def streamed_once() -> bytes:
    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("a.csv", b"x,y\n" * 100)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        zipped(PLAIN),
        zipped(),
        zipped((entry("folder/"), b""), (entry("folder/a.csv"), b"x")),
        zipped((entry("é.csv"), b"x")),
        zipped((entry(extra=field(0x5455, bytes(5)) + field(0x7875, bytes(11))), b"x")),
        zipped((entry(extra=field(0x000A, bytes(32))), b"x")),
        zipped((entry(extra=field(0xA220, b"\x28\xa0\4\0" + bytes(40))), b"x")),
        zipped((entry(extra=field(0x7075, b"\1\0\0\0\0a.csv")), b"x")),
        zipped((entry(extra=bytes(3)), b"x")),
        streamed(large=False),
        streamed(large=True),
        streamed_once(),
        unmarked(streamed_once()),
    ],
)
def test_what_programs_write_is_plain(data: bytes) -> None:
    assert doubts(data) == []


@settings(deadline=None)
@given(st.data())
def test_bytes_put_anywhere_hold_or_are_refused(draw: st.DataObject) -> None:
    data = zipped(PLAIN, (entry("b.csv"), b"1,2\n"))
    at = draw.draw(st.integers(0, len(data)))
    changed = data[:at] + SECRET + data[at:]
    assert refused_or_doubted(lambda: doubts(changed))


def refused_or_doubted(look: Callable[[], list[str]]) -> bool:
    from hxlguard.errors import SourceError

    try:
        return bool(look())
    except SourceError:
        return True


def test_real_packages_are_plain(shared: Path) -> None:
    seen = 0
    for path in (shared / "data" / "real").iterdir():
        data = path.read_bytes()
        if data.startswith(b"PK\x03\x04"):
            assert doubts(data) == [], path.name
            seen += 1
    assert seen > 10


@pytest.mark.parametrize("mimetype", [b"", b"application/vnd.oasis.opendocument.spreadsheet"])
def test_a_workbook_with_stray_bytes_holds(shared: Path, mimetype: bytes) -> None:
    data = (shared / "data" / "real" / "libhxl__input-valid.xlsx").read_bytes()
    if mimetype:
        content = (entry("content.xml"), b"<a/>")
        data = zipped((entry("mimetype"), mimetype), content)
    end = len(data) - 2
    commented = data[:end] + struct.pack("<H", len(SECRET)) + SECRET
    assert inputs.read(data).unread == ()
    (unread,) = inputs.read(commented).unread
    assert unread.kind == "part-not-read"
