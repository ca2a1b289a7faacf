"""Levels: the classification says what a tag means, everything else can only raise it."""

from __future__ import annotations

from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.model.ordered import Level, Verdict
from hxlguard.model.profile import ColumnProfile
from tests.facts import (
    ALL,
    agreement,
    cited,
    column,
    detection,
    document,
    doubted,
    forbid,
    judge,
    violation,
)

AT_LEAST_HIGH = {"at_least": "high"}
CLASSIFICATION = {
    "unclassified": "high",
    "rules": [
        {"id": "low", "level": "low", "match": {"tags": ["#org", "#adm1"]}},
        {"id": "moderate", "level": "moderate", "match": {"tags": ["#adm1+code"]}},
        {"id": "names", "level": "severe", "match": {"entities": ["PERSON_NAME"]}},
        {"id": "harmless", "level": "low", "match": {"entities": ["URL"]}},
        {"id": "fine", "level": "severe", "match": {"admin_level": {"at_least": 4}}},
        {"id": "coarse", "level": "low", "match": {"admin_level": {"at_least": 0}}},
        {
            "id": "people",
            "level": "high",
            "match": {"tags": ["#*"]},
            "when": {"unit_of_record": ["household"]},
        },
    ],
}


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (column(1, "#org"), Level.LOW),
        (column(1, "#adm1+code"), Level.MODERATE),
        (column(1, "#x"), Level.HIGH),
        (column(1, "#org", level=Level.SEVERE, confidence=0.9), Level.SEVERE),
        (column(1, "#org", level=Level.SEVERE, confidence=0.1), Level.LOW),
        (column(1, "#org", detections=(detection("PERSON_NAME"),)), Level.SEVERE),
        (column(1, "#x", detections=(detection("URL"),)), Level.HIGH),
        (column(1, None, proposed_tag="#org"), Level.HIGH),
        (column(1, "#x", admin_level=1), Level.HIGH),
        (column(1, "#adm1", admin_level=3), Level.LOW),
        (column(1, "#adm1", admin_level=4), Level.SEVERE),
        (column(1, None, proposed_tag="#adm1", admin_level=4), Level.SEVERE),
    ],
)
def test_the_level_of_a_column(facts: ColumnProfile, level: Level) -> None:
    for ceiling in Level:
        under = agreement(ALL, classification=CLASSIFICATION, flow=_ceiling(ceiling))
        above = "publish.ceiling" in cited(judge(under, facts))
        assert above == (level > ceiling), ceiling


def test_without_a_classification_the_finding_decides() -> None:
    facts = column(1, "#x", level=Level.HIGH, confidence=0.1)
    assert cited(judge(agreement(ALL, flow=_ceiling(Level.MODERATE)), facts)) == {"publish.ceiling"}
    assert judge(agreement(ALL, flow=_ceiling(Level.HIGH)), facts).verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("household", {"publish.ceiling"}), ("activity", set())],
)
def test_a_rule_may_depend_on_the_unit(unit: str, expected: set[str]) -> None:
    flow = {**_ceiling(Level.MODERATE), "unit_of_record": unit}
    under = agreement(ALL, classification=CLASSIFICATION, flow=flow)
    assert cited(judge(under, column(1, "#org"))) == expected


def test_an_uncertain_level_holds() -> None:
    under = agreement(ALL, classification=CLASSIFICATION, flow=_ceiling(Level.MODERATE))
    for facts in (
        column(1, "#org", level=Level.SEVERE, confidence=0.5),
        column(1, "#org", detections=(detection("PERSON_NAME", confidence=0.5),)),
    ):
        report = judge(under, facts)
        assert doubted(report) == {("detection-uncertain", "publish.ceiling")}


def test_what_no_world_allows_is_decided_even_in_doubt() -> None:
    """Unclassified is high and so is the doubtful rule, so nothing hangs on the doubt."""
    made = document(ALL, classification=CLASSIFICATION, flow=_ceiling(Level.MODERATE))
    del made["flows"][0]["unit_of_record"]
    report = judge(load_agreement(made), column(1, "#x"))
    assert (cited(report), doubted(report)) == ({"publish.ceiling"}, set())


def test_the_violation_says_observed_and_allowed() -> None:
    under = agreement(ALL, flow=_ceiling(Level.LOW))
    report = judge(under, column(1, "#x", level=Level.HIGH), column(2, "#y", level=Level.SEVERE))
    found = violation(report, "publish.ceiling")
    assert (found.observed, found.required) == ({"level": "severe"}, {"level": "low"})
    assert [ref.index for ref in found.columns] == [1, 2]


UNCLASSIFIED = " because the agreement does not classify "


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            (column(1, None), column(2, None, level=Level.SEVERE), column(3, None)),
            [
                (f"columns A, C of sensitivity `high`{UNCLASSIFIED}them", ["tag", "drop"]),
                ("column B of sensitivity `severe`", ["drop"]),
            ],
        ),
        (
            (column(1, "#x"), column(2, "#y", level=Level.SEVERE), column(3, "#z")),
            [
                (
                    "column B `#y` of sensitivity `severe`;"
                    f" columns A `#x`, C `#z` of sensitivity `high`{UNCLASSIFIED}them",
                    ["drop"],
                ),
            ],
        ),
        (
            (column(1, None, level=Level.SEVERE, confidence=0.1),),
            [(f"column A of sensitivity `high`{UNCLASSIFIED}it", ["tag", "drop"])],
        ),
        (
            (column(1, "#adm1", detections=(detection("PERSON_NAME"),)),),
            [("column A `#adm1` of sensitivity `severe`", ["drop"])],
        ),
    ],
)
@pytest.mark.parametrize("clause", ["publish.ceiling", "f"])
def test_tagging_helps_only_where_no_rule_and_nothing_found_says_so(
    columns: tuple[ColumnProfile, ...], told: list[tuple[str, list[str]]], clause: str
) -> None:
    flow = _ceiling(Level.MODERATE if clause == "publish.ceiling" else Level.SEVERE)
    rules = [ALL] if clause == "publish.ceiling" else [ALL, forbid(sensitivity=AT_LEAST_HIGH)]
    report = judge(agreement(*rules, classification=CLASSIFICATION, flow=flow), *columns)
    found = [each for each in report.violations if each.clause.id == clause]
    assert [(each.message, [r["do"] for r in each.remedies]) for each in found] == told


def test_the_highest_ceiling_is_no_clause() -> None:
    report = judge(agreement(ALL, flow=_ceiling(Level.SEVERE)), column(1, "#x", level=Level.SEVERE))
    assert report.verdict is Verdict.CLEAR


def _ceiling(level: Level) -> dict[str, Any]:
    return {"sensitivity_ceiling": level.value}
