"""Zip containers: told apart by content, inflated under limits, refused when they lie."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.errors import SourceError
from hxlguard.inputs import package as package_module
from hxlguard.inputs.package import MAX_MEMBERS, Family, Package, family, pack
from hxlguard.inputs.reader import Payload

ODS = b"application/vnd.oasis.opendocument.spreadsheet"
TEXT = b"application/vnd.oasis.opendocument.text"


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as container:
        for name, content in members:
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            container.writestr(entry, content, compress_type=method)
    return target.getvalue()


def read_all(data: bytes) -> None:
    package = opened(data)
    for name in package.names:
        package.read(name)


def opened(data: bytes) -> Package:
    return Package(Payload.of("camp.zip", data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b"")), Family.XLSX),
        (zipped(("[content_types].xml", b""), ("XL\\Workbook.xml", b"")), Family.XLSX),
        (zipped(("[Content_Types].xml", b""), ("xl/workbook.bin", b"")), Family.XLSB),
        (zipped(("[Content_Types].xml", b""), ("word/document.xml", b"")), Family.DOCUMENT),
        (zipped(("mimetype", ODS), ("content.xml", b"")), Family.ODS),
        (zipped(("mimetype", ODS + b"-template"), ("content.xml", b"")), Family.ODS),
        (zipped(("mimetype", TEXT), ("content.xml", b"")), Family.DOCUMENT),
        (zipped(("camps.csv", b"a,b\n")), Family.ARCHIVE),
        (zipped(("mimetype", b"a note of somebody"), ("camps.csv", b"")), Family.ARCHIVE),
        (zipped(), Family.ARCHIVE),
        (zipped(("camps.csv", b"a,b\n" * 9))[:40], Family.BROKEN),
        (b"PK\x03\x04", Family.BROKEN),
        (b"a,b\n1,2\n", None),
        (b"", None),
    ],
)
def test_content_decides_what_a_container_is(data: bytes, expected: Family | None) -> None:
    assert family(Payload.of("x", data)) is expected


@given(st.dictionaries(st.text("abc/", min_size=1), st.binary(), min_size=1))
def test_packed_parts_come_back_as_they_were(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(parts))) as container:
        assert {name: container.read(name) for name in container.namelist()} == parts


def test_a_folder_is_no_member() -> None:
    assert opened(zipped(("data/", b""), ("data/camps.csv", b"x"))).names == ("data/camps.csv",)


def encrypted(data: bytes) -> bytes:
    """Set the flag for encryption in the local and in the central header."""
    return _flagged(_flagged(data, b"PK\x03\x04", 6), b"PK\x01\x02", 8)


def _flagged(data: bytes, signature: bytes, offset: int) -> bytes:
    changed = bytearray(data)
    changed[changed.index(signature) + offset] |= 1
    return bytes(changed)


def renamed_locally(data: bytes) -> bytes:
    """Let the local header name another member than the directory does."""
    return data.replace(b"camps.csv", b"clean.csv", 1)


def declared_shorter(data: bytes) -> bytes:
    """Let the directory declare one byte although there are more."""
    changed = bytearray(data)
    place = changed.index(b"PK\x01\x02") + 24
    changed[place : place + 4] = (1).to_bytes(4, "little")
    return bytes(changed)


SMALL = zipped(("camps.csv", b"a,b\n1,2\n"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04 and no directory", "broken or truncated"),
        (SMALL[:-30], "broken or truncated"),
        (renamed_locally(SMALL), "broken or truncated"),
        (declared_shorter(SMALL), "broken or truncated"),
        (encrypted(SMALL), "protected by a password"),
        (b"left over" + SMALL, "outside its members"),
        (zipped(("a.csv", b"1")) + SMALL, "outside its members"),
        (zipped(("a.csv", b"1"), ("A.CSV", b"2")), "two members of the same name"),
        (zipped(("x/a.csv", b"1"), ("/x\\a.csv", b"2")), "two members of the same name"),
        (zipped(*((f"{i}", b"") for i in range(MAX_MEMBERS + 1))), "more than 10,000 members"),
        (zipped(("camps.csv", b"0" * 40_000_000)), "more than 200 times"),
    ],
)
def test_an_unsafe_container_is_refused_in_one_sentence(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        read_all(data)
    assert caught.value.where == "camp.zip"
    assert caught.value.remedy


def test_the_budget_counts_all_members_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MAX_UNPACKED_BYTES", 1500)
    package = opened(zipped(("a", b"x" * 1000), ("b", b"y" * 1000)))
    package.read("a")
    with pytest.raises(SourceError, match="unpacks to more than"):
        package.read("b")


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (BOMB, "entities"),
        (b'<?xml version="1.0"?>\n' + BOMB, "entities"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>', "entities"),
        (BOMB.decode().encode("utf-16"), "not in UTF-8"),
        (BOMB.decode().encode("utf-32"), "not in UTF-8"),
        (b'<?xml version="1.0" encoding="UTF-7"?><x/>', "not in UTF-8"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><x/>", "not in UTF-8"),
    ],
)
def test_xml_with_entities_or_in_another_encoding_is_refused(part: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        opened(zipped(("part.xml", part))).read_xml("part.xml")


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf", b'<?xml version="1.0" encoding="utf-8"?>'])
def test_plain_xml_is_let_in(head: bytes) -> None:
    part = opened(zipped(("part.xml", head + b"<x>\xc3\xa9</x>"))).read_xml("part.xml")
    assert part.endswith(b"<x>\xc3\xa9</x>")
