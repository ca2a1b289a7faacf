"""The sentences of the design's "Decisions", one test each, and the properties that must hold."""

from __future__ import annotations

import copy
import datetime as dt
import json
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hxlguard.agreements import load_agreement
from hxlguard.agreements.reading import read_text
from hxlguard.evaluation import evaluate
from hxlguard.model.ordered import Level, Severity, Verdict
from hxlguard.model.profile import SourceProfile, UnreadPart
from hxlguard.model.report import Status, Transfer
from tests import facts
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
    source,
    table,
    violation,
)
from tests.strategies import CERTAIN, IGNORED, UNCERTAIN, documents, permits, restrictions, sources

FAST = settings(suppress_health_check=[HealthCheck.too_slow])


def verdict(made: dict[str, Any], source: SourceProfile) -> Verdict:
    return evaluate(load_agreement(made), (source,), Transfer(), facts.DAY).verdict


def test_a_permitted_table_is_clear() -> None:
    report = judge(agreement(permit("#org", "#adm1")), column(1, "#org"), column(2, "#adm1"))
    assert (report.verdict, report.violations, report.unknowns) == (Verdict.CLEAR, (), ())
    assert report.clauses[Status.VIOLATION] == report.clauses[Status.UNKNOWN] == 0
    assert report.transfer == Transfer("publish", None, "public", "public-information")
    assert report.on == "2026-11-21"


def test_no_permit_means_drop_and_all_such_columns_stand_in_one_violation() -> None:
    report = judge(agreement(permit("#org")), *(column(i, f"#x_{i}") for i in range(1, 6)))
    found = violation(report, "publish.default-deny")
    assert [ref.index for ref in found.columns] == [1, 2, 3, 4, 5]
    assert found.message == "no clause permits columns A-E"
    assert report.verdict is Verdict.BLOCK


def test_a_forbid_beats_a_permit() -> None:
    report = judge(agreement(ALL, forbid(tags=["#geo"])), column(1, "#geo+lat"))
    assert cited(report) == {"f"}


def test_every_clause_that_decides_is_cited() -> None:
    under = agreement(
        forbid(id="f1", tags=["#geo"]),
        forbid(id="f2", location="coordinates"),
        require({"do": "round_coordinates", "decimals": 1}, tags=["#geo+lat"]),
        flow={"sensitivity_ceiling": "low"},
    )
    report = judge(under, column(1, "#geo+lat", decimals={5: 20}, level=Level.HIGH))
    assert cited(report) == {"f1", "f2", "r", "publish.default-deny", "publish.ceiling"}


def test_the_contract_example_comes_out_as_written() -> None:
    rule = require(
        {"do": "round_coordinates", "decimals": 1}, id="c-no-coords", location="coordinates"
    )
    under = agreement(permit("#geo"), {**rule, "clause": "C.2", "text": "No coordinates."})
    report = judge(under, column(7, "#geo+lat", decimals={5: 15, 1: 5}))
    (found,) = report.violations
    assert (found.kind, found.status, found.severity) == (
        "coordinates-too-precise",
        Status.VIOLATION,
        Severity.HIGH,
    )
    assert (found.clause.id, found.clause.number, found.clause.text, found.clause.pointer) == (
        "c-no-coords",
        "C.2",
        "No coordinates.",
        "/flows/0/rules/1",
    )
    assert (found.source, found.table) == ("camps.xlsx", "Sheet1")
    assert [(ref.index, ref.tag) for ref in found.columns] == [(7, "#geo+lat")]
    assert (found.observed, found.required) == ({"decimals": 5}, {"decimals": 1})
    assert list(found.remedies) == [{"do": "round_coordinates", "decimals": 1}, {"do": "drop"}]
    assert (found.rows.count, found.waivable, found.waiver) == (15, True, None)
    assert len(found.fingerprint) == 16
    assert int(found.fingerprint, 16) >= 0


def test_an_entirely_empty_column_counts_as_dropped() -> None:
    under = agreement(forbid(tags=["#contact"]), require({"do": "drop"}, tags=["#contact"]))
    assert judge(under, column(1, "#contact", filled=0)).verdict is Verdict.CLEAR
    assert judge(under, column(1, None, filled=0)).verdict is Verdict.CLEAR


def test_a_table_that_holds_nothing_is_not_applicable() -> None:
    report = judge(agreement(forbid(tags=["#contact"])), column(1, "#contact", filled=0), count=0)
    assert report.verdict is Verdict.CLEAR
    assert report.clauses[Status.NOT_APPLICABLE] == 4  # f, default-deny, untagged, unit-of-record


def test_a_tag_never_lowers_what_values_show() -> None:
    rule = {**forbid(entities=["PERSON_NAME"]), "clause": "Art. 5.1"}
    under = agreement({**permit("#sector"), "clause": "C.1"}, rule)
    report = judge(under, column(1, "#sector", detections=(detection("PERSON_NAME"),)))
    found = violation(report, "f")
    assert found.message == (
        "permitted as A `#sector` (C.1), but PERSON_NAME was detected in 3 cells of A (Art. 5.1)"
    )
    assert (found.kind, found.observed, found.rows.first) == (
        "forbidden-entity",
        {"PERSON_NAME": 3},
        (5, 6, 7),
    )


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(0.34, Verdict.CLEAR), (0.35, Verdict.HOLD), (0.59, Verdict.HOLD), (0.60, Verdict.BLOCK)],
)
def test_a_detection_between_hold_at_and_act_at_holds(confidence: float, expected: Verdict) -> None:
    seen = detection("PERSON_NAME", confidence=confidence, matched=1)
    report = judge(
        agreement(ALL, forbid(entities=["PERSON_NAME"])), column(1, "#org", detections=(seen,))
    )
    assert report.verdict is expected
    assert doubted(report) == (
        {("detection-uncertain", "f")} if expected is Verdict.HOLD else set()
    )


def test_where_both_worlds_agree_it_is_decided() -> None:
    seen = detection("PERSON_NAME", confidence=UNCERTAIN)
    under = agreement(ALL, forbid(id="f", tags=["#org"]))
    report = judge(under, column(1, "#org", detections=(seen,)))
    assert (report.verdict, report.unknowns) == (Verdict.BLOCK, ())


def test_a_proposed_tag_forbids_but_never_permits() -> None:
    under = agreement(permit("#org"), forbid(tags=["#contact"]))
    report = judge(under, column(1, None, proposed_tag="#contact+phone"))
    assert cited(report) == {"f", "publish.untagged"}
    assert violation(report, "f").message.endswith("by its header A is `#contact+phone`")
    assert cited(judge(under, column(1, None, proposed_tag="#org"))) == {"publish.untagged"}


def test_a_flow_may_permit_an_untagged_column_by_its_header() -> None:
    rule = {"id": "p", "effect": "permit", "match": {"headers": ["Name of  SECTOR"]}}
    under = agreement(rule)
    assert judge(under, column(1, None, header="name of sector")).verdict is Verdict.CLEAR
    assert cited(judge(under, column(1, None, header=None))) == {"publish.untagged"}


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2025-12-31", "agreement-not-yet-valid"),
        ("2026-01-01", None),
        ("2026-12-31", None),
        ("2027-01-01", "agreement-expired"),
    ],
)
def test_validity_includes_its_first_and_last_day(day: str, kind: str | None) -> None:
    report = judge(agreement(ALL), column(1, "#org"), on=dt.date.fromisoformat(day))
    assert [found.kind for found in report.violations] == ([kind] if kind else [])


@pytest.mark.parametrize("status", ["draft", "proposed", "suspended", "superseded", "terminated"])
def test_only_an_active_agreement_counts(status: str) -> None:
    report = judge(agreement(ALL, metadata={"status": status}), column(1, "#org"))
    assert violation(report, "publish.status").kind == "agreement-not-active"


def test_a_clause_counts_once_with_its_worst_status() -> None:
    maybe = (detection("PERSON_NAME", confidence=UNCERTAIN),)
    sure = (detection("PERSON_NAME"),)
    columns = (column(1, "#a", detections=sure), column(2, "#b", detections=maybe), column(3, "#c"))
    report = judge(agreement(ALL, forbid(entities=["PERSON_NAME"])), *columns)
    assert (cited(report), doubted(report)) == ({"f"}, {("detection-uncertain", "f")})
    assert (report.clauses[Status.VIOLATION], report.clauses[Status.UNKNOWN]) == (1, 0)


def test_what_must_hold_before_release_and_is_not_decided_yet_holds() -> None:
    made = document(
        ALL,
        flow={
            "disclosure": [{"id": "k", "measure": "k_anonymity", "at_least": 5}],
            "schema": {"required": ["#org"]},
            "transfer": [{"id": "t", "require": "encrypted-container"}],
            "obligations": [
                {"id": "before", "code": "dpia"},
                {"id": "after", "code": "no-reidentification", "phase": "after-release"},
            ],
            "retention": {"id": "keep", "max_after_receipt": "P12M"},
            "onward_sharing": {"id": "onward", "allowed": False},
        },
    )
    report = judge(load_agreement(made), column(1, "#org"))
    assert report.verdict is Verdict.HOLD
    assert doubted(report) == {
        ("measure-not-computed", "k"),
        ("safeguard-not-proven", "t"),
        ("duty-not-proven", "before"),
    }
    assert [duty.id for duty in report.obligations] == ["after", "keep", "onward"]


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ({"retention": {"id": "keep", "delete_by": "2027-06-30"}}, ["delete"]),
        ({"retention": {"id": "keep", "text": "Delete it when the response ends."}}, ["retention"]),
        ({"onward_sharing": {"id": "on", "allowed": False}}, ["no-onward-sharing"]),
        (
            {"onward_sharing": {"id": "on", "allowed": True, "prior_written_consent_of": ["rei"]}},
            ["onward-sharing-with-consent"],
        ),
        ({"onward_sharing": {"id": "on", "allowed": True}}, []),
    ],
)
def test_what_people_must_keep_afterwards_is_listed(
    section: dict[str, Any], codes: list[str]
) -> None:
    report = judge(agreement(ALL, flow=section), column(1, "#org"))
    assert [duty.code for duty in report.obligations] == codes


def test_advisory_changes_the_verdict_in_nothing() -> None:
    report = judge(agreement(defaults={"enforcement": "advisory"}), column(1, "#org"))
    assert (report.verdict, report.enforcement) == (Verdict.BLOCK, "advisory")


def test_worst_first_then_source_table_column_and_clause() -> None:
    under = agreement(
        ALL,
        {**forbid(id="b", tags=["#org"]), "severity": "low"},
        {**forbid(id="a", tags=["#adm1"]), "severity": "critical"},
        forbid(id="d", tags=["#sector"]),
        forbid(id="c", tags=["#sector"]),
    )
    columns = (column(1, "#org"), column(2, "#sector"), column(3, "#adm1"))
    report = judge(under, *columns)
    assert [found.clause.id for found in report.violations] == ["a", "c", "d", "b"]


def test_several_sources_are_one_decision() -> None:
    under = agreement(permit("#org"))
    clear = facts.source(facts.table(column(1, "#org")), name="a.csv")
    blocked = facts.source(facts.table(column(1, "#contact")), name="b.csv")
    report = evaluate(under, (clear, blocked), Transfer(), facts.DAY)
    assert [(found.source, found.clause.id) for found in report.violations] == [
        ("b.csv", "publish.default-deny")
    ]
    assert report.clauses[Status.VIOLATION] == 1


def test_a_fingerprint_does_not_depend_on_rows() -> None:
    under = agreement(permit("#org"))
    few = judge(under, column(1, "#contact", filled=2))
    many = judge(under, column(1, "#contact", filled=19))
    other = judge(under, column(2, "#contact", filled=2))
    marks = [violation(report, "publish.default-deny").fingerprint for report in (few, many, other)]
    assert marks[0] == marks[1] != marks[2]


# Properties


@FAST
@given(documents(), sources(), st.randoms())
def test_the_order_of_rules_changes_nothing(
    made: dict[str, Any], source: SourceProfile, luck: random.Random
) -> None:
    mixed = copy.deepcopy(made)
    luck.shuffle(mixed["flows"][0]["rules"])
    luck.shuffle(mixed.get("classification", {}).get("rules", []))
    one, other = (
        evaluate(load_agreement(d), (source,), Transfer(), facts.DAY) for d in (made, mixed)
    )
    assert (one.verdict, one.clauses) == (other.verdict, other.clauses)
    assert [(v.clause.id, v.fingerprint, v.message) for v in one.violations] == [
        (v.clause.id, v.fingerprint, v.message) for v in other.violations
    ]
    assert doubted(one) == doubted(other)


@FAST
@given(documents(), permits(), sources())
def test_adding_a_permit_never_tightens(
    made: dict[str, Any], rule: dict[str, Any], source: SourceProfile
) -> None:
    more = copy.deepcopy(made)
    more["flows"][0]["rules"].append({**rule, "id": "added"})
    assert verdict(more, source) <= verdict(made, source)


@FAST
@given(documents(), restrictions(), sources())
def test_adding_a_forbid_or_require_never_loosens(
    made: dict[str, Any], rule: dict[str, Any], source: SourceProfile
) -> None:
    more = copy.deepcopy(made)
    more["flows"][0]["rules"].append({**rule, "id": "added"})
    assert verdict(more, source) >= verdict(made, source)


@FAST
@given(documents(), sources(), st.lists(permits(), max_size=3))
def test_no_permit_beats_a_forbid(
    made: dict[str, Any], source: SourceProfile, granted: list[dict[str, Any]]
) -> None:
    rules = made["flows"][0]["rules"] = [{**rule, "id": f"p{n}"} for n, rule in enumerate(granted)]
    rules += [forbid(id="never", tags=["#*"]), ALL]
    tagged = any(c.finding.tag and c.finding.filled for c in source.tables[0].columns)
    report = evaluate(load_agreement(made), (source,), Transfer(), facts.DAY)
    assert ("never" in cited(report)) or not tagged


@FAST
@given(documents(), sources())
def test_more_detection_never_loosens_and_doubt_lies_between(
    made: dict[str, Any], source: SourceProfile
) -> None:
    without = facts.with_confidence(source, {UNCERTAIN: IGNORED})
    confirmed = facts.with_confidence(source, {UNCERTAIN: CERTAIN})
    assert verdict(made, without) <= verdict(made, source) <= verdict(made, confirmed)


@FAST
@given(documents(), sources())
def test_a_higher_level_never_loosens(made: dict[str, Any], source: SourceProfile) -> None:
    shown = source.tables[0]
    raised = tuple(
        replace(c, finding=replace(c.finding, level=Level.SEVERE, confidence=CERTAIN))
        for c in shown.columns
    )
    severe = replace(source, tables=(replace(shown, columns=raised),))
    assert verdict(made, severe) >= verdict(made, source)


@FAST
@given(documents(), sources())
def test_an_untagged_column_never_passes_silently(
    made: dict[str, Any], source: SourceProfile
) -> None:
    if any(c.finding.filled and not c.finding.tag for c in source.tables[0].columns):
        assert verdict(made, source) is not Verdict.CLEAR


@FAST
@given(documents(), sources())
def test_yaml_and_json_decide_alike(made: dict[str, Any], source: SourceProfile) -> None:
    text = json.dumps(made, indent=1).encode()
    assert read_text(text, is_json=False).value == read_text(text, is_json=True).value == made
    assert read_text(text, is_json=False).lines == read_text(text, is_json=True).lines


@FAST
@given(documents(), sources())
def test_evaluation_is_pure(made: dict[str, Any], source: SourceProfile) -> None:
    under = load_agreement(made)
    once, again = (evaluate(under, (source,), Transfer(), facts.DAY) for _ in range(2))
    assert once == again


def test_what_every_agreement_doubts_in_the_same_words_is_said_once() -> None:
    unread = UnreadPart("Chart1", "sheet-not-read", "a chart sheet has no cells; delete it")
    facts_read = source(table(column(1, "#org")), unread=(unread,))
    other = agreement(ALL, metadata={"id": "other"})
    report = evaluate([agreement(ALL), other], (facts_read,), Transfer(), facts.DAY)
    (doubt,) = report.unknowns
    assert doubt.clause is not None
    assert (doubt.kind, doubt.clause.agreement) == ("sheet-not-read", None)
    assert report.verdict is Verdict.HOLD
