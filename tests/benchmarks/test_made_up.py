"""The made-up tables are the same everywhere, tagged, and of the kinds that they promise."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path

import polars as pl
import pytest

import hxlguard as hg
from benchmarks import made_up

THOUSAND_ROWS = "b047717eabb3756928deb82d2a3fb132e9650312ab2fedc754a3fcf1f5d07009"


def written(path: Path, rows: int, columns: int = 12) -> bytes:
    made_up.write_table(path, rows, columns)
    return path.read_bytes()


def test_the_bytes_are_the_same_every_time(tmp_path: Path) -> None:
    data = written(tmp_path / "table.csv", 1_000)
    assert hashlib.sha256(data).hexdigest() == THOUSAND_ROWS, "figures before and after differ"


def test_a_short_table_begins_a_long_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = written(tmp_path / "short.csv", 300)
    monkeypatch.setattr(made_up, "BATCH_ROWS", 70)
    assert written(tmp_path / "long.csv", 500).startswith(short)


@pytest.mark.parametrize("columns", [5, 10, 12, 24])
def test_every_column_has_a_header_of_its_own_and_the_tag_of_its_kind(
    tmp_path: Path, columns: int
) -> None:
    path = tmp_path / "table.csv"
    made_up.write_table(path, 50, columns)
    with path.open(encoding="utf-8", newline="") as lines:
        header, tags, *rows = csv.reader(lines)
    assert len(set(header)) == len(header) == columns
    repeated = made_up.KINDS if columns % 5 else made_up.FIVE
    assert tags == [repeated[at % len(repeated)].tag for at in range(columns)]
    assert {len(row) for row in rows} == {columns}
    assert len(rows) == 50


def test_hxlguard_sees_the_tags_and_the_kinds(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    made_up.write_table(path, 500)
    (table,) = json.loads(hg.inspect(path).to_json())["sources"][0]["tables"]
    assert (table["tag_row"], table["rows"]) == (2, 500)
    found = {each["entity"] for column in table["columns"] for each in column["detections"]}
    assert {"PHONE_NUMBER", "EMAIL_ADDRESS", "PERSON_NAME"} <= found


def test_a_small_share_of_the_notes_holds_what_it_should() -> None:
    notes = made_up.cells(0, 20_000, 12)["Note"]
    shares = {
        r"Mrs \p{Lu}\p{Ll}+ \p{Lu}": made_up.WITH_NAME,
        r"call back on (?:\+963 9|09)\d": made_up.WITH_NUMBER,
        r"[a-z]+\.[a-z]+@example\.org": made_up.WITH_EMAIL,
    }
    for pattern, percent in shares.items():
        assert notes.str.contains(pattern).sum() / 200 == pytest.approx(percent, rel=0.2)
    assert notes.str.contains('[,"]').sum() / 200 > 20


def test_repeated_kinds_hold_other_cells() -> None:
    table = made_up.cells(0, 100, 24)
    assert table["Phone"].to_list() != table["Phone 2"].to_list()
    assert table["Phone"].n_unique() == 100


def test_coordinates_have_five_decimals_and_a_row_weighs_what_is_said(tmp_path: Path) -> None:
    rows = made_up.cells(0, 2_000, 12)
    for name, least, most in (("Latitude", 32, 37), ("Longitude", 35, 42)):
        assert rows[name].str.contains(r"^\d\d\.\d{5}$").all()
        assert rows[name].cast(pl.Float64).is_between(least, most).all()
    data = written(tmp_path / "table.csv", 2_000)
    assert len(data) / 2_000 == pytest.approx(137, rel=0.02)


def test_nothing_is_left_when_writing_was_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(start: int, stop: int, columns: int) -> pl.DataFrame:
        raise OSError("the disk is full")

    monkeypatch.setattr(made_up, "cells", broken)
    with pytest.raises(OSError, match="full"):
        made_up.write_table(tmp_path / "table.csv", 10)
    assert not (tmp_path / "table.csv").exists()
    assert re.fullmatch(r"table\.part", next(tmp_path.iterdir()).name)
