"""What never travels."""

from __future__ import annotations

from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.model.finding import Detection, Via
from hxlguard.model.ordered import Level, Severity, Verdict
from hxlguard.model.report import Status
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
    permit,
    require,
    unknown,
    violation,
)


@pytest.mark.parametrize(
    ("match", "tag", "hit"),
    [
        ({"tags": ["#contact"]}, "#contact+phone", True),
        ({"tags": ["#contact"]}, "#org", False),
        ({"tags": ["#contact"], "except": ["#contact+org"]}, "#contact+org", False),
        ({"tags": ["#contact"], "except": ["#contact+org"]}, "#contact+name", True),
        ({"tags": ["#*+phone"]}, "#org+phone", True),
        ({"tags": ["#org!"]}, "#org+name", False),
        ({"tags": ["#org", "#sector"]}, "#sector", True),
        ({"headers": ["Full  NAME"]}, "#org", True),
        ({"tags": ["#contact"], "headers": ["full name"]}, "#org", False),
    ],
)
def test_by_tag_and_header(match: dict[str, Any], tag: str, hit: bool) -> None:
    report = judge(agreement(ALL, forbid(**match)), column(1, tag, header="Full name"))
    assert cited(report) == ({"f"} if hit else set())
    assert all(found.kind == "forbidden-field" for found in report.violations)


@pytest.mark.parametrize(
    ("level", "hit"), [(None, False), (0, False), (2, False), (3, True), (6, True)]
)
def test_by_how_fine_a_place_is(level: int | None, hit: bool) -> None:
    under = agreement(ALL, forbid(admin_level={"at_least": 3}))
    report = judge(under, column(1, "#x", admin_level=level))
    assert cited(report) == ({"f"} if hit else set())


def test_how_fine_a_place_is_and_its_tag_hold_together() -> None:
    rule = forbid(tags=["#*"], **{"except": ["#loc"], "admin_level": {"at_least": 3}})
    columns = column(1, "#loc", admin_level=6), column(2, "#adm4", admin_level=4)
    report = judge(agreement(ALL, rule), *columns)
    assert [ref.index for ref in violation(report, "f").columns] == [2]


@pytest.mark.parametrize(
    ("seen", "hit"),
    [
        (detection("PERSON_NAME", matched=1), True),
        (detection("PERSON_NAME", matched=0, via=(Via.TAG,)), True),
        (detection("PERSON_NAME", matched=0, via=(Via.HEADER,), confidence=0.3), False),
        (detection("PHONE_NUMBER"), False),
    ],
)
def test_one_confirmed_cell_or_an_announcement_is_enough(seen: Detection, hit: bool) -> None:
    report = judge(
        agreement(ALL, forbid(entities=["PERSON_NAME"])), column(1, "#x", detections=(seen,))
    )
    assert cited(report) == ({"f"} if hit else set())


@pytest.mark.parametrize(
    ("seen", "hit"),
    [
        (detection("PERSON_NAME", matched=1), False),
        (detection("PERSON_NAME", matched=4), True),
        (detection("PERSON_NAME", matched=0, via=(Via.TAG,)), True),
    ],
)
def test_a_least_coverage_is_about_cells_not_about_announcements(
    seen: Detection, hit: bool
) -> None:
    under = agreement(ALL, forbid(entities=["PERSON_NAME"], min_coverage="0.20"))
    assert cited(judge(under, column(1, "#x", detections=(seen,)))) == ({"f"} if hit else set())


def test_entities_are_counted_over_all_columns_of_the_clause() -> None:
    under = agreement(
        permit("#org"), {**forbid(entities=["PERSON_NAME", "PHONE_NUMBER"]), "clause": "5"}
    )
    columns = (
        column(1, "#org", detections=(detection("PERSON_NAME", matched=2),)),
        column(2, "#x", detections=(detection("PHONE_NUMBER"), detection("PERSON_NAME"))),
    )
    found = violation(judge(under, *columns), "f")
    assert (found.observed, found.severity) == (
        {"PERSON_NAME": 5, "PHONE_NUMBER": 3},
        Severity.CRITICAL,
    )
    assert found.message == (
        "permitted as A `#org` (p), but PERSON_NAME was detected in 2 cells of A,"
        " PHONE_NUMBER was detected in 3 cells of B, PERSON_NAME was detected in 3 cells of B (5)"
    )


def test_an_announced_entity_concerns_every_filled_row() -> None:
    seen = detection("PERSON_NAME", matched=0, via=(Via.HEADER,))
    under = agreement(permit("#org"), forbid(entities=["PERSON_NAME"]))
    found = violation(judge(under, column(1, "#x", detections=(seen,))), "f")
    assert found.rows.count == 20
    assert found.message == "PERSON_NAME was announced by the tag or header of A `#x` (f)"


@pytest.mark.parametrize(
    ("seen", "message"),
    [
        (
            (("PHONE_NUMBER", "#z"), ("DATE_OF_BIRTH", None)),
            "PHONE_NUMBER was detected in 3 cells of A `#z`,"
            " DATE_OF_BIRTH was detected in 3 cells of B (f)",
        ),
        (
            tuple(("PHONE_NUMBER", None) for _ in range(6)),
            ", ".join(f"PHONE_NUMBER was detected in 3 cells of {x}" for x in "ABCD")
            + " and 2 more (f)",
        ),
    ],
)
def test_entities_stand_beside_their_columns_in_order(
    seen: tuple[tuple[str, str | None], ...], message: str
) -> None:
    columns = [
        column(index, tag, detections=(detection(entity),))
        for index, (entity, tag) in enumerate(seen, start=1)
    ]
    under = agreement(forbid(entities=["PHONE_NUMBER", "DATE_OF_BIRTH"]))
    assert violation(judge(under, *columns), "f").message == message


def test_proposed_tags_stand_beside_their_columns_in_order() -> None:
    columns = (column(2, None, proposed_tag="#x+z"), column(3, None, proposed_tag="#x+a"))
    assert violation(judge(agreement(ALL, forbid(tags=["#x"])), *columns), "f").message == (
        "columns B, C must not leave (f); by their headers B is `#x+z`, C is `#x+a`"
    )


@pytest.mark.parametrize(
    ("match", "tag", "holds"),
    [
        ({"headers": ["Full name"]}, "#org", True),
        ({"headers": ["Full name"], "tags": ["#org"]}, "#org", True),
        ({"headers": ["Full name"], "tags": ["#sector"]}, "#org", False),
    ],
)
@pytest.mark.parametrize("effect", ["forbid", "require"])
def test_a_header_that_is_not_shown_may_be_any_header(
    match: dict[str, Any], tag: str, holds: bool, effect: str
) -> None:
    rule = forbid(**match) if effect == "forbid" else require({"do": "drop"}, id="f", **match)
    report = judge(agreement(ALL, rule), column(1, tag, header=None))
    assert doubted(report) == ({("header-not-shown", "f")} if holds else set())
    assert report.verdict is (Verdict.HOLD if holds else Verdict.CLEAR)


def test_an_entity_that_nothing_looks_for_holds() -> None:
    report = judge(agreement(ALL, forbid(entities=["PERSON_NAMES"])), column(1, "#x"))
    assert report.verdict is Verdict.HOLD
    held = unknown(report, "f")
    assert (held.kind, held.reason) == (
        "entity-not-detected",
        "nothing looks for `PERSON_NAMES`; did you mean `PERSON_NAME`?",
    )
    assert report.clauses[Status.UNKNOWN] == 1


def test_by_sensitivity() -> None:
    under = agreement(ALL, forbid(sensitivity={"at_least": "severe"}))
    report = judge(under, column(1, "#x", level=Level.SEVERE), column(2, "#y", level=Level.HIGH))
    found = violation(report, "f")
    assert (found.kind, found.observed, found.required) == (
        "sensitivity-too-high",
        {"level": "severe"},
        {"level": "high"},
    )
    assert [ref.index for ref in found.columns] == [1]


def test_guardrails_hold_for_every_flow() -> None:
    under = agreement(ALL, clauses=[forbid(id="guard", tags=["#contact"])])
    found = violation(judge(under, column(1, "#contact")), "guard")
    assert found.clause.pointer == "/clauses/0"


def test_a_condition_on_the_unit_holds_where_it_is_not_declared() -> None:
    rule = {**forbid(tags=["#x"]), "when": {"unit_of_record": ["household"]}}
    for unit, expected in (("household", Verdict.BLOCK), ("activity", Verdict.CLEAR)):
        under = agreement(ALL, rule, flow={"unit_of_record": unit})
        assert judge(under, column(1, "#x")).verdict is expected
    made = document(ALL, rule)
    del made["flows"][0]["unit_of_record"]
    assert doubted(judge(load_agreement(made), column(1, "#x"))) == {("context-undeclared", "f")}
