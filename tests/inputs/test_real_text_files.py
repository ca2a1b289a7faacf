"""Public files as they are found in the field, compared with the manifest beside them."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from hxlguard import inputs

ROOT = Path(__file__).parents[2]
SHARED = ROOT / os.environ.get("HXLGUARD_SHARED", "../shared") / "data"
pytestmark = pytest.mark.skipif(
    not (SHARED / "real").is_dir(), reason="the shared data are not here: set HXLGUARD_SHARED"
)

TEXT_SUFFIXES = {".csv", ".tsv", ".json", ".geojson"}
FOUND = sorted(path.name for path in SHARED.glob("real/*") if path.suffix in TEXT_SUFFIXES)


@pytest.fixture(scope="module")
def manifest() -> dict[str, dict[str, str]]:
    with (SHARED / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", FOUND)
def test_rows_and_columns(name: str, manifest: dict[str, dict[str, str]]) -> None:
    """The manifest counts JSON objects without the row of their names."""
    source = inputs.read(SHARED / "real" / name)
    table = source.tables[0]
    assert source.unread == ()
    counted = (str(table.cells.height - table.names_first), str(table.cells.width))
    if table.name == Path(name).stem:
        assert counted == (manifest[name]["rows"], manifest[name]["columns"])
    else:
        assert table.names_first


def test_a_workbook_that_is_text() -> None:
    source = inputs.read(SHARED / "real" / "hdxscraper__education_closures_broken.xls")
    assert (source.media_type, source.tables[0].cells.shape) == ("text/csv", (4, 5))
