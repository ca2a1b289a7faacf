"""A zip of data files: every member is read, and what cannot be read holds."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from hxlguard.errors import SourceError
from hxlguard.inputs import archive, delimited_grid, package, read_payload
from hxlguard.inputs.archive import READER
from hxlguard.inputs.package import pack
from hxlguard.inputs.reader import Parts, Payload

CSV = b"name,age\nA,1\n"
APPLE_DOUBLE = b"\0\x05\x16\x07\0\2\0\0"
DESKTOP_STORE = b"\0\0\0\1Bud1\0\0"


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Camps"
    book.active.append(["name", "age"])
    book.create_sheet("Staff").append(["name"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(**members: bytes) -> Parts:
    payload = Payload.of("release.zip", pack(members))
    assert READER.accepts(payload)
    return READER.read(payload)


def test_every_member_is_read_under_its_own_name() -> None:
    members = {"camps.csv": CSV, "data/staff.csv": CSV, "camp.xlsx": workbook()}
    found = read(**members)
    assert [(table.name, table.cells.shape) for table in found.tables] == [
        ("camps.csv", (2, 2)),
        ("data/staff.csv", (2, 2)),
        ("camp.xlsx/Camps", (1, 2)),
        ("camp.xlsx/Staff", (1, 1)),
    ]
    assert found.unread == ()


def test_what_an_operating_system_adds_is_skipped() -> None:
    litter = {
        "__MACOSX/x/._camps.csv": APPLE_DOUBLE + b"https://relief.example/x",
        "x/.DS_Store": DESKTOP_STORE,
    }
    found = read(**litter, **{"camps.csv": CSV})
    assert [table.name for table in found.tables] == ["camps.csv"]
    assert found.unread == ()
    assert "relief.example/x" in found.loose_texts


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/camps.csv", "__MACOSX/._camps.csv", ".DS_Store", "desktop.ini", "x/Thumbs.db"],
)
def test_a_name_does_not_make_data_litter(name: str) -> None:
    assert name in [table.name for table in read(**{"camps.csv": CSV, name: CSV}).tables]


@pytest.mark.parametrize("name", ["._camps.csv", "x/__MACOSX/._camps.csv", "Thumbs.db"])
def test_litter_out_of_place_holds(name: str) -> None:
    found = read(**{"camps.csv": CSV, name: APPLE_DOUBLE + b"\0\2"})
    assert [(one.part, one.kind) for one in found.unread] == [(name, "part-not-read")]


def test_the_names_of_members_and_folders_are_looked_at() -> None:
    found = READER.read(Payload.of("x.zip", pack({"camp/": b"", "camp/a.csv": CSV})))
    assert found.loose_texts == ("camp/a.csv", "camp/")


@pytest.mark.parametrize(
    "member",
    [
        b"",
        b"%PDF-1.7 a scanned list",
        b"\x89PNG\r\n\x1a\n\0\0",
        pack({"inner.csv": CSV}),
        pack({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        b"PK\x03\x04 half a zip",
        workbook()[:2000],
    ],
)
def test_a_member_that_cannot_be_read_holds(member: bytes) -> None:
    found = read(**{"camps.csv": CSV, "other": member})
    assert [table.name for table in found.tables] == ["camps.csv"]
    assert [(one.part, one.kind) for one in found.unread] == [("other", "part-not-read")]
    assert found.unread[0].reason.count("\n") == 0


def test_what_a_member_could_not_read_is_named_by_its_place() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    target = io.BytesIO()
    book.save(target)
    found = read(**{"camp.xlsx": target.getvalue()})
    assert [(one.part, one.kind) for one in found.unread] == [("camp.xlsx/Sheet", "sheet-not-read")]


def test_all_members_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_CELLS", 5)
    found = read(**{"a.csv": CSV, "b.csv": CSV})
    assert [table.name for table in found.tables] == ["a.csv"]
    assert [(one.part, one.kind) for one in found.unread] == [("b.csv", "limit-exceeded")]


def test_a_member_beyond_memory_is_read_again_and_counted_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = b"name,age\n" + b"A,1\n" * 50_000
    monkeypatch.setattr(delimited_grid, "HELD_BYTES", 0)
    monkeypatch.setattr(package, "MAX_UNPACKED_BYTES", len(rows) + len(CSV))
    monkeypatch.setattr(archive, "MAX_CELLS", 5)
    found = read(**{"a.csv": rows, "b.csv": CSV})
    assert found.unread == ()
    for _ in range(2):
        assert sum(batch.height for batch in found.tables[0].grid.batches(["1"])) == 50_001


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (pack({}), "empty archive"),
        (pack({".DS_Store": DESKTOP_STORE}), "empty archive"),
        (pack({"camps.csv": CSV})[:-9], "broken or truncated"),
        (pack({"[Content_Types].xml": b"", "word/document.xml": b""}), "office document"),
    ],
)
def test_an_archive_without_data_is_refused(data: bytes, what: str) -> None:
    payload = Payload.of("release.zip", data)
    assert READER.accepts(payload)
    with pytest.raises(SourceError, match=what) as caught:
        READER.read(payload)
    assert caught.value.remedy


def test_a_workbook_is_no_archive() -> None:
    payload = Payload.of("camp.zip", workbook())
    assert not READER.accepts(payload)
    media_type, parts = read_payload(payload)
    assert media_type.endswith("spreadsheetml.sheet")
    assert [table.name for table in parts.tables] == ["Camps", "Staff"]


@pytest.mark.parametrize("name", ["libhxl__input-valid-csv.zip", "libhxl__input-zip-invalid.zip"])
def test_real_archives_are_read(shared: Path, name: str) -> None:
    found = READER.read(Payload.of(name, (shared / "data" / "real" / name).read_bytes()))
    assert [table.cells.shape for table in found.tables] == [(7, 9)]
    assert found.unread == ()
