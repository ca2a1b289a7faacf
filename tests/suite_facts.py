"""The facts of a case of tests/suite -> the facts that evaluation takes, defaults filled in."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from hxlguard.model.finding import ColumnFinding
from hxlguard.model.profile import SourceProfile
from tests.facts import ROWS

_FINDING = {field.name for field in fields(ColumnFinding)}
_SOURCES = TypeAdapter(tuple[SourceProfile, ...])


def sources_of(facts: dict[str, Any]) -> tuple[SourceProfile, ...]:
    """Read `{"sources": [...]}`; what is left out is as the README of the suite says."""
    text = json.dumps([_source(source) for source in facts.get("sources", [])])
    return _SOURCES.validate_json(text, strict=True)


def _source(given: dict[str, Any]) -> dict[str, Any]:
    tables = [_table(table) for table in given.get("tables", [])]
    absent = {"name": "data.csv", "media_type": "text/csv", "sha256": "0" * 64}
    unread = [{"part": "", "reason": "not read", **part} for part in given.get("unread", [])]
    return {**absent, **given, "tables": tables, "unread": unread}


def _table(given: dict[str, Any]) -> dict[str, Any]:
    columns = [_column(index, each) for index, each in enumerate(given.get("columns", []), start=1)]
    absent = {"name": "data", "hidden": False, "rows": ROWS, "tag_row": 2}
    unit = {"unit": "unknown", "unit_confidence": 0.0}
    subsets = [_subset(each) for each in given.get("subsets", [])]
    return {**absent, **unit, **given, "columns": columns, "subsets": subsets}


def _subset(given: dict[str, Any]) -> dict[str, Any]:
    tables = {key: _table(given[key]) for key in ("table", "doubtful") if key in given}
    return {**given, **tables}


def _column(index: int, given: dict[str, Any]) -> dict[str, Any]:
    filled = given.get("filled", ROWS)
    absent = {
        "index": index,
        "header": None,
        "tag": None,
        "proposed_tag": None,
        "filled": filled,
        "filled_rows": _rows(filled),
        "category": "non-personal",
        "level": "low",
        "confidence": 0.9,
    }
    whole = {**absent, **given}
    whole["detections"] = [_detection(each, filled) for each in given.get("detections", [])]
    finding = {key: value for key, value in whole.items() if key in _FINDING}
    measured = {key: value for key, value in whole.items() if key not in _FINDING}
    return {"finding": finding, **measured}


def _detection(given: dict[str, Any], filled: int) -> dict[str, Any]:
    matched = given.get("matched", 3)
    coverage = matched / filled if filled else 0.0
    absent = {"via": ["value"], "matched": matched, "coverage": coverage, "confidence": 0.95}
    return {**absent, "rows": _rows(matched), **given}


def _rows(count: int) -> dict[str, Any]:
    return {"count": count, "first": list(range(3, 3 + min(count, 5)))}
