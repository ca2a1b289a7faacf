"""frictionless resources: what leaves is the file or the data behind the descriptor."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Resource

from hxlguard import inputs
from hxlguard.errors import SourceError


def test_the_file_behind_it_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "visits.csv"
    file.write_text("a;b\n1;2\n3;4;left over\n")
    resource = Resource(path="visits.csv", basepath=str(tmp_path), name="other")
    source = inputs.read(resource)
    assert source.name == "visits.csv"
    assert source.sha256 == inputs.read(file).sha256
    assert source.tables[0].cells.row(2) == ("3", "4", "left over")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([["a", "b"], [1, dt.date(2022, 1, 5)]], [("a", "b"), ("1", "2022-01-05")]),
        ([{"a": 1.5}, {"b": "x"}], [("a", "b"), ("1.5", None), (None, "x")]),
        (b"a,b\n1,2\n", [("a", "b"), ("1", "2")]),
        (pd.DataFrame({"a": [1]}), [("a",), ("1",)]),
    ],
    ids=["rows", "objects", "bytes", "frame"],
)
def test_carried_data(data: object, expected: list[tuple[str | None, ...]]) -> None:
    options = {"format": "csv"} if isinstance(data, bytes) else {}
    source = inputs.read(Resource(data, **options), name="visits")
    assert source.name == "visits"
    assert source.tables[0].cells.rows() == expected


@pytest.mark.parametrize(
    "options",
    [
        {"path": "https://example.org/visits.csv"},
        {"path": "s3://bucket/visits.csv"},
        {"path": "a.csv", "extrapaths": ["b.csv"]},
    ],
)
def test_what_is_elsewhere_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(SourceError, match="not one local file"):
        inputs.read(Resource(**options))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        inputs.read(Resource(path="gone.csv", basepath=str(tmp_path)))


def test_carried_data_that_are_no_rows_are_refused() -> None:
    with pytest.raises(SourceError, match="are not rows"):
        inputs.read(Resource(data=[{("a", "b"): 1}]))
