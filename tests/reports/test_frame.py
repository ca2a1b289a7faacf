from __future__ import annotations

from dataclasses import replace

import polars as pl

from hxlguard.model.report import Inspection, Report


def test_columns_are_one_row_each(inspection: Inspection) -> None:
    frame = inspection.to_frame()
    assert frame.columns == [
        "source",
        "table",
        "index",
        "header",
        "tag",
        "category",
        "level",
        "confidence",
    ]
    assert frame["index"].to_list() == [1, 2, 7, 24]
    assert frame.row(3, named=True) == {
        "source": "camps.xlsx",
        "table": "Sheet1",
        "index": 24,
        "header": None,
        "tag": "#contact+name",
        "category": "direct-identifier",
        "level": "severe",
        "confidence": 0.976,
    }


def test_findings_are_violations_then_unknowns(report: Report) -> None:
    frame = report.to_frame()
    assert frame["status"].to_list() == ["violation", "waived", "unknown"]
    assert frame["kind"].to_list()[0] == "coordinates-too-precise"
    assert frame["columns"].to_list() == [[7], [1, 2, 3, 4, 6, 28], []]
    assert frame["rows"].to_list() == [398, 0, 0]
    assert frame["clause"].to_list() == ["c-no-coords", "publish.default-deny", None]
    assert frame["severity"].to_list()[2] is None


def test_nothing_found_keeps_the_columns_and_their_types(report: Report) -> None:
    empty = replace(report, violations=(), unknowns=()).to_frame()
    assert empty.schema == report.to_frame().schema
    assert empty.height == 0
    assert Inspection(()).to_frame().schema["index"] == pl.Int64
