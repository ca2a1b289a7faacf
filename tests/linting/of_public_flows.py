"""Examples for the lints about flows to everybody, and about thresholds."""

from __future__ import annotations

from typing import Any

from hxlguard.model.finding import Category
from hxlguard.recognizers import RECOGNIZERS
from tests.facts import document, forbid, require
from tests.linting.example import Example

IDENTIFIERS = [one.entity for one in RECOGNIZERS if one.category is Category.DIRECT_IDENTIFIER]
ALL_BUT_ONE = forbid("all-but-one", entities=[e for e in IDENTIFIERS if e != "EMAIL_ADDRESS"])
EMAILS = {"entities": ["EMAIL_ADDRESS"]}
NAMED = {"audience": "named-parties", "recipients": ["ngo"]}
PARTIES = [{"id": "ngo", "kind": "ingo"}, {"id": "all", "kind": "public"}]


def measured(*measures: dict[str, Any], unit: str = "activity", **flow: Any) -> dict[str, Any]:
    numbered = [{"id": f"d{index}", **measure} for index, measure in enumerate(measures)]
    flow = {"unit_of_record": unit, "disclosure": numbered, **flow}
    return document(forbid(entities=IDENTIFIERS), flow=flow)


def expecting(max_rows: int = 100, **rows: int) -> dict[str, Any]:
    return measured(schema={"max_rows": max_rows, "expected_rows": rows})


def limit(measure: str, **bounds: Any) -> dict[str, Any]:
    return {"measure": measure, **bounds}


def without(document: dict[str, Any], key: str) -> dict[str, Any]:
    del document["flows"][0][key]
    return document


K = limit("k_anonymity", at_least=5)
RISK = limit("individual_risk", at_most="0.05")
CELL = limit("min_cell_count", at_least=10)

EXAMPLES = (
    Example(
        "HXA401",
        "forgotten",
        document(ALL_BUT_ONE),
        document(ALL_BUT_ONE, forbid(**EMAILS)),
        "no clause forbids `EMAIL_ADDRESS`",
    ),
    Example(
        "HXA401",
        "only where tags say so",
        document(ALL_BUT_ONE, forbid(**EMAILS, tags=["#contact"])),
        document(ALL_BUT_ONE, require({"do": "drop"}, **EMAILS)),
        "no clause forbids `EMAIL_ADDRESS`",
    ),
    Example(
        "HXA401",
        "only in lists of people",
        document(ALL_BUT_ONE, {**forbid(**EMAILS), "when": {"unit_of_record": ["household"]}}),
        document(ALL_BUT_ONE, {**forbid(**EMAILS), "when": {"unit_of_record": ["activity"]}}),
        "no clause forbids `EMAIL_ADDRESS`",
    ),
    Example(
        "HXA401",
        "by level: e-mail addresses are of high sensitivity",
        document(ALL_BUT_ONE, forbid(sensitivity={"at_least": "severe"})),
        document(ALL_BUT_ONE, forbid(sensitivity={"at_least": "high"})),
        "no clause forbids `EMAIL_ADDRESS`",
    ),
    Example(
        "HXA401",
        "public by the kind of a party",
        document(ALL_BUT_ONE, flow={"recipients": ["all"]}, parties=PARTIES),
        document(ALL_BUT_ONE, flow={"recipients": ["ngo"]}, parties=PARTIES),
        "no clause forbids `EMAIL_ADDRESS`",
    ),
    Example(
        "HXA401",
        "public by its audience",
        document(ALL_BUT_ONE, flow={**NAMED, "audience": "public"}),
        document(ALL_BUT_ONE, flow=NAMED),
        "no clause forbids `EMAIL_ADDRESS`",
    ),
    Example(
        "HXA402",
        "no cell",
        measured(unit="aggregate"),
        measured(CELL, unit="aggregate"),
        "publishes totals without",
    ),
    Example("HXA402", "totals", measured(unit="aggregate"), measured(), "publishes totals without"),
    Example(
        "HXA403",
        "no k",
        measured(RISK, unit="household"),
        measured(RISK, K, unit="household"),
        "without `k_anonymity`",
    ),
    Example(
        "HXA404",
        "no risk",
        measured(K, unit="individual"),
        measured(K, RISK, unit="individual"),
        "without `global_risk` or `individual_risk`",
    ),
    Example("HXA405", "no unit", without(measured(), "unit_of_record"), measured(), "what one row"),
    Example(
        "HXA310",
        "k of 1",
        measured(limit("k_anonymity", at_least=1)),
        measured(limit("k_anonymity", at_least="1.5")),
        "of at least 1 is met",
    ),
    Example(
        "HXA310",
        "risk of 100 %",
        measured(limit("global_risk", at_most="1.0")),
        measured(limit("global_risk", at_most="0.99")),
        "of at most 1.0 is met",
    ),
    Example(
        "HXA310",
        "the wrong side",
        measured(limit("l_diversity", at_most=2)),
        measured(limit("l_diversity", at_least=2)),
        "has no `at_least`",
    ),
    Example(
        "HXA310",
        "no number",
        measured(limit("suda")),
        measured(limit("suda", at_most=3)),
        "has no `at_most`",
    ),
    Example(
        "HXA310",
        "no coverage",
        document(forbid(entities=["PERSON_NAME"], min_coverage="0.0")),
        document(forbid(entities=["PERSON_NAME"], min_coverage="0.1")),
        "`min_coverage` of 0 in `f`",
    ),
    Example(
        "HXA311",
        "no risk at all",
        measured(limit("individual_risk", at_most="0.00")),
        measured(limit("sample_uniques_share", at_most="0.00")),
        "is above 0 in every table",
    ),
    Example(
        "HXA311",
        "crossed",
        measured(limit("k_anonymity", at_least=5, at_most=4)),
        measured(limit("k_anonymity", at_least=5, at_most=5)),
        "of at least 5 and at most 4",
    ),
    Example(
        "HXA311",
        "more than the rows",
        measured(K, schema={"max_rows": 4}),
        measured(K, schema={"max_rows": 5}),
        "more than the 4 rows",
    ),
    Example(
        "HXA310",
        "any number of rows",
        expecting(at_least=0),
        expecting(at_least=1),
        "flow `publish` expects any number of rows",
    ),
    Example(
        "HXA311",
        "fewer rows than the least",
        expecting(at_least=5, at_most=4),
        expecting(at_least=5, at_most=5),
        "flow `publish` expects a number of rows that no table has",
    ),
    Example(
        "HXA311",
        "more rows than may leave",
        expecting(max_rows=4, at_least=5),
        expecting(max_rows=5, at_least=5),
        "expects a number of rows that no table has",
    ),
    Example("HXA311", "no row", expecting(at_most=0), expecting(at_most=1), "that no table has"),
)
