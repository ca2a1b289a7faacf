"""Every real file gets an answer or one clear sentence, and no row or column is lost."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from hxlguard import SourceError, check, inspect, load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.inputs import read
from hxlguard.model.report import Transfer
from hxlguard.model.table import TaggedTable
from hxlguard.source_facts import read_tagged
from hxlguard.tag_row import parse_tag

UNDER = load_agreement("public-3w")
SMALL = 100_000
"""Bytes of a file that is looked at twice."""

REFUSED: set[str] = set()
"""None: what libhxl and others refuse among these files can be read, if one looks at the bytes."""
COUNTED_OTHERWISE = {
    "covidviz__out_daily_hxl_header_rows.json": "nested: the manifest counts the outer object",
    "libhxl__input-valid-nested.json": "nested: the manifest counts the outer object",
    "libhxl__input-valid-objects.json": "the keys are a row of their own here",
    "libhxl__input-broken.xlsx": "the manifest counts its data rows alone",
    "onadata__sample.geojson": "the geometry is a column here, the properties are spread",
}


def manifest(shared: Path) -> dict[str, dict[str, str]]:
    with (shared / "data" / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row for row in csv.DictReader(lines)}


def files(shared: Path) -> list[Path]:
    return sorted((shared / "data" / "real").iterdir())


def test_inspect_and_check_answer_for_every_file(shared: Path) -> None:
    refused: dict[str, SourceError] = {}
    for path in files(shared):
        try:
            inspection = inspect(path)
        except SourceError as error:
            refused[path.name] = error
            continue
        assert inspection.sources[0].tables
        report = evaluate(UNDER, inspection.sources, Transfer(), dt.date(2026, 11, 21))
        if path.stat().st_size <= SMALL:
            assert check(path, agreement=UNDER, on="2026-11-21") == report
    assert len(files(shared)) == 64
    assert refused.keys() == REFUSED
    for name, error in refused.items():
        assert name in str(error)
        assert error.remedy
        assert "\n" not in str(error)


def test_rows_columns_and_tags_agree_with_the_manifest(shared: Path) -> None:
    compared = 0
    for name, row in manifest(shared).items():
        if not row["columns"] or name in COUNTED_OTHERWISE:
            continue
        raw = read(shared / "data" / "real" / name)
        sizes = {(table.cells.height, table.cells.width) for table in raw.tables}
        assert (int(row["rows"]), int(row["columns"])) in sizes, name
        compared += 1
    assert compared >= 50


def test_tags_agree_with_the_manifest(shared: Path) -> None:
    for name, row in manifest(shared).items():
        if not row["hxl_tag_row"].isdigit() or "FALSE HXL" in row["notes"]:
            continue
        _, tables = read_tagged(shared / "data" / "real" / name, None, {})
        expected = {normal(tag) for tag in row["tags"].split() if parse_tag(tag)}
        assert expected in map(tags_of, tables), name


def normal(tag: str) -> str:
    hashtag, *attributes = tag.lower().split("+")
    return "+".join([hashtag, *sorted(attributes)])


def tags_of(table: TaggedTable) -> set[str]:
    return {str(column.tag) for column in table.columns if column.tag}


@pytest.mark.parametrize(
    ("name", "unread"),
    [
        ("hdxscraper__education_closures_broken.xls", 0),
        ("libhxl__input-broken.xlsx", 0),
        ("libhxl__input-zip-invalid.zip", 0),
    ],
)
def test_files_that_other_readers_refuse_are_read(shared: Path, name: str, unread: int) -> None:
    source = inspect(shared / "data" / "real" / name).sources[0]
    assert sum(table.rows for table in source.tables) > 0
    assert len(source.unread) == unread
