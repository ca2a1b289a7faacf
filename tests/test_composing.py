"""Several agreements decide together: the strictest wins, whatever their order."""

from __future__ import annotations

import copy
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hxlguard.agreements import load_agreement
from hxlguard.errors import UsageError
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement
from hxlguard.model.ordered import Level, Verdict
from hxlguard.model.profile import ColumnProfile, SourceProfile
from hxlguard.model.report import Report, Transfer
from hxlguard.pipeline import check
from tests import facts
from tests.facts import ALL, cited, column, detection, document, forbid, permit, require
from tests.strategies import documents, sources

FAST = settings(suppress_health_check=[HealthCheck.too_slow])


def made(name: str, *rules: dict[str, Any], **sections: Any) -> dict[str, Any]:
    """A document of that id; `flow={...}` changes its one flow."""
    written = document(*rules, **sections)
    written["metadata"] = {**written["metadata"], "id": name}
    return written


def extending(child: dict[str, Any], *parents: Agreement, permits: str = "restate") -> Agreement:
    pins = [
        {"id": each.id, "version": each.version, "sha256": each.sha256, "permits": permits}
        for each in parents
    ]
    return load_agreement({**child, "extends": pins}, parents=parents)


def together(
    agreements: list[Agreement], *columns: ColumnProfile, transfer: Transfer | None = None
) -> Report:
    source = facts.source(facts.table(*columns))
    return evaluate(agreements, (source,), transfer or Transfer(), facts.DAY)


def decided(report: Report) -> tuple[Any, ...]:
    """What must not depend on the order of agreements."""
    return (
        report.verdict,
        sorted((v.clause.agreement or "", v.clause.id, v.fingerprint) for v in report.violations),
        sorted(
            (u.clause.agreement or "", u.clause.id, u.kind) for u in report.unknowns if u.clause
        ),
        dict(report.clauses),
    )


# parents


def test_a_parent_must_allow_it_too() -> None:
    base = load_agreement(made("base", permit("#org")))
    child = extending(made("child", permit("#org", "#adm1")), base)
    report = together([child], column(1, "#org"), column(2, "#adm1"))
    (found,) = report.violations
    assert (found.clause.agreement, found.clause.id) == ("base", "publish.default-deny")
    assert [each.id for each in report.agreements] == ["child", "base"]
    assert report.agreement == report.agreements[0]


@pytest.mark.parametrize(
    ("permits", "verdict"), [("restate", Verdict.BLOCK), ("inherit", Verdict.CLEAR)]
)
def test_inherited_permits_need_not_be_repeated(permits: str, verdict: Verdict) -> None:
    base = load_agreement(made("base", permit("#org")))
    child = extending(made("child"), base, permits=permits)
    assert together([child], column(1, "#org")).verdict is verdict


def test_inherited_permits_come_down_all_the_way() -> None:
    top = load_agreement(made("top", permit("#org")))
    middle = extending(made("middle"), top, permits="inherit")
    child = extending(made("child"), middle, permits="inherit")
    assert together([child], column(1, "#org")).verdict is Verdict.CLEAR
    assert together([extending(made("child"), middle)], column(1, "#org")).verdict is Verdict.BLOCK


def test_an_inherited_permit_holds_when_it_would_if_it_were_repeated() -> None:
    of_totals = {**permit("#org"), "when": {"unit_of_record": ["aggregate"]}}
    base = load_agreement(made("base", of_totals, flow={"unit_of_record": "aggregate"}))
    flow = {"flow": {"unit_of_record": "household"}}
    for child in (
        extending(made("child", **flow), base, permits="inherit"),
        extending(made("child", of_totals, **flow), base),
    ):
        (found,) = together([child], column(1, "#org")).violations
        assert (found.clause.agreement, found.clause.id) == ("child", "publish.default-deny")


def test_inheriting_widens_nothing_that_the_parent_forbids() -> None:
    base = load_agreement(made("base", permit("#org"), forbid(tags=["#org+name"])))
    child = extending(made("child", permit("#adm1")), base, permits="inherit")
    report = together([child], column(1, "#org+name"), column(2, "#adm1"))
    assert {(v.clause.agreement, v.clause.id) for v in report.violations} == {
        ("base", "f"),
        ("base", "publish.default-deny"),
    }


def test_a_parents_flow_of_the_same_id_is_the_one_that_is_meant() -> None:
    base = made("base", permit("#org"))
    other = {**copy.deepcopy(base["flows"][0]), "id": "other", "rules": []}
    base["flows"].append(other)
    child = extending(made("child", permit("#org")), load_agreement(base))
    report = together([child], column(1, "#org"))
    assert (report.verdict, report.agreements[1].flow) == (Verdict.CLEAR, "publish")


def test_several_flows_of_a_parent_hold() -> None:
    base = made("base", permit("#org", id="x"))
    base["flows"][0]["id"] = "one"
    base["flows"].append({**copy.deepcopy(base["flows"][0]), "id": "two", "rules": []})
    child = extending(made("child", permit("#org")), load_agreement(base))
    report = together([child], column(1, "#org"))
    assert [(u.kind, u.clause.agreement) for u in report.unknowns if u.clause] == [
        ("flow-not-decided", "base")
    ]
    assert report.verdict is Verdict.HOLD


def test_no_flow_of_a_parent_blocks() -> None:
    base = made("base", permit("#org", id="x"))
    base["flows"][0].update(id="one", recipients=["partner"])
    base["flows"].append({**copy.deepcopy(base["flows"][0]), "id": "two", "rules": []})
    child = extending(made("child", permit("#org")), load_agreement(base))
    report = together([child], column(1, "#org"))
    assert [(v.kind, v.clause.agreement) for v in report.violations] == [("no-flow", "base")]


def test_what_a_parent_leaves_no_choice_about_is_filled_in() -> None:
    base = load_agreement(made("base", ALL, flow={"sender": "rei", "recipients": ["b", "c"]}))
    child = extending(made("child", ALL, flow={"recipients": ["a", "b"]}), base)
    report = together([child], column(1, "#org"))
    assert report.verdict is Verdict.CLEAR
    assert (report.transfer.sender, report.transfer.recipient) == ("rei", "b")


# several agreements


def test_each_clause_says_which_agreement_holds_it() -> None:
    one, other = load_agreement(made("one", ALL)), load_agreement(made("other"))
    report = together([one, other], column(1, "#org"))
    assert [(v.clause.agreement, v.clause.id) for v in report.violations] == [
        ("other", "publish.default-deny")
    ]
    assert "under one 1.0 and other 1.0" in report.headline()
    alone = together([other], column(1, "#org"))
    assert alone.violations[0].clause.agreement is None
    assert alone.violations[0].fingerprint != report.violations[0].fingerprint


@pytest.mark.parametrize(
    ("one", "other", "clauses"),
    [
        ({"recipients": ["a", "b"]}, {"recipients": ["b", "c"]}, set()),
        ({"recipients": ["a"]}, {"recipients": ["c"]}, {"publish.recipient"}),
        (
            {"purposes": {"permit": ["x", "y"]}},
            {"purposes": {"permit": ["y", "z"]}},
            set(),
        ),
        ({"purposes": {"permit": ["x"]}}, {"purposes": {"permit": ["z"]}}, {"publish.purpose"}),
        ({"sender": "a"}, {"sender": "c"}, {"publish.sender"}),
    ],
)
def test_the_intersection_counts_and_an_empty_one_blocks(
    one: dict[str, Any], other: dict[str, Any], clauses: set[str]
) -> None:
    agreements = [
        load_agreement(made(name, ALL, flow=flow)) for name, flow in (("a", one), ("b", other))
    ]
    for order in itertools.permutations(agreements):
        report = together([*order], column(1, "#org"))
        assert cited(report) == clauses
        assert {v.clause.agreement for v in report.violations} == ({"a", "b"} if clauses else set())


def test_validity_is_that_of_all() -> None:
    spring = {"from": "2026-01-01", "until": "2026-06-30"}
    autumn = {"from": "2026-06-01", "until": "2026-12-31"}
    agreements = [
        load_agreement(made("a", ALL, validity=spring)),
        load_agreement(made("b", ALL, validity=autumn)),
    ]
    report = together(agreements, column(1, "#org"))
    assert [(v.kind, v.clause.agreement) for v in report.violations] == [("agreement-expired", "a")]


def test_purposes_follow_the_vocabulary_of_each_agreement() -> None:
    words = {"purposes": {"help": {}, "analysis": {"broader": "help"}}}
    wide = made("wide", ALL, vocabulary=words, flow={"purposes": {"permit": ["help"]}})
    narrow = made("narrow", ALL, flow={"purposes": {"permit": ["analysis"]}})
    report = together([load_agreement(wide), load_agreement(narrow)], column(1, "#org"))
    assert (report.verdict, report.transfer.purpose) == (Verdict.CLEAR, "analysis")


def test_what_one_agreement_leaves_no_choice_about_narrows_the_flows_of_another() -> None:
    wide = made("wide", ALL)
    wide["flows"].append({**copy.deepcopy(wide["flows"][0]), "id": "share", "rules": []})
    wide["flows"][1]["recipients"] = ["partner"]
    narrow = load_agreement(made("narrow", ALL, flow={"id": "only", "recipients": ["partner"]}))
    report = together([load_agreement(wide), narrow], column(1, "#org"))
    assert [each.flow for each in report.agreements] == ["share", "only"]


def test_the_flow_that_is_named_is_taken_where_there_is_one() -> None:
    one = made("one", ALL, flow={"id": "publish"})
    other = made("other", ALL, flow={"id": "outside"})
    agreements = [load_agreement(other), load_agreement(one)]
    report = together(agreements, column(1, "#org"), transfer=Transfer(flow="publish"))
    assert [each.flow for each in report.agreements] == ["outside", "publish"]
    with pytest.raises(UsageError, match="`other`, `one` have no flow `publsh`; did you mean"):
        together(agreements, column(1, "#org"), transfer=Transfer(flow="publsh"))


def test_the_strictest_thresholds_count_for_all() -> None:
    strict = {"detection": {"act_at": "0.40", "hold_at": "0.30"}}
    names = made("names", ALL, forbid(entities=["PERSON_NAME"]))
    seen = column(1, "#org", detections=(detection("PERSON_NAME", confidence=0.5),))
    assert together([load_agreement(names)], seen).verdict is Verdict.HOLD
    other = load_agreement(made("other", ALL, defaults=strict))
    assert together([load_agreement(names), other], seen).verdict is Verdict.BLOCK


def test_the_highest_level_counts_for_all() -> None:
    level = {"unclassified": "low", "rules": []}
    high = {
        "unclassified": "low",
        "rules": [{"id": "h", "level": "high", "match": {"tags": ["#org"]}}],
    }
    ceiling = {"sensitivity_ceiling": "moderate"}
    low = load_agreement(made("low", ALL, classification=level, flow=ceiling))
    above = load_agreement(made("above", ALL, classification=high))
    assert together([low], column(1, "#org", level=Level.LOW)).verdict is Verdict.CLEAR
    report = together([low, above], column(1, "#org"))
    assert [(v.clause.agreement, v.clause.id) for v in report.violations] == [
        ("low", "publish.ceiling")
    ]


def test_what_cannot_go_together_is_dropped_across_agreements() -> None:
    one = load_agreement(made("one", ALL, require({"do": "pseudonymise"}, tags=["#meta+id"])))
    other = load_agreement(made("other", ALL, require({"do": "mask"}, tags=["#meta+id"])))
    report = together([one, other], column(1, "#meta+id"))
    assert [(v.kind, v.clause.agreement) for v in report.violations] == [
        ("must-be-dropped", "one"),
        ("must-be-dropped", "other"),
    ]


@pytest.mark.parametrize(
    ("modes", "expected"),
    [
        (("advisory", "advisory"), "advisory"),
        (("advisory", "binding"), "binding"),
        (("binding", "advisory"), "binding"),
    ],
)
def test_one_binding_agreement_binds(modes: tuple[str, str], expected: str) -> None:
    agreements = [
        load_agreement(made(f"a{number}", defaults={"enforcement": mode}))
        for number, mode in enumerate(modes)
    ]
    report = together(agreements, column(1, "#org"))
    assert (report.verdict, report.enforcement) == (Verdict.BLOCK, expected)


def test_what_people_owe_comes_from_all() -> None:
    kept = {"retention": {"id": "keep", "max_after_receipt": "P12M"}}
    agreements = [load_agreement(made(name, ALL, flow=kept)) for name in ("a", "b")]
    owed = together(agreements, column(1, "#org")).obligations
    assert [(duty.id, duty.agreement) for duty in owed] == [("keep", "a"), ("keep", "b")]


# Properties


def named(draw: dict[str, Any], name: str) -> Agreement:
    return load_agreement({**draw, "metadata": {**draw["metadata"], "id": name}})


@FAST
@given(documents(), documents(), sources())
def test_the_order_of_agreements_changes_nothing(
    one: dict[str, Any], other: dict[str, Any], source: SourceProfile
) -> None:
    agreements = [named(one, "a"), named(other, "b")]
    there, back = (
        evaluate(each, (source,), Transfer(), facts.DAY) for each in (agreements, agreements[::-1])
    )
    assert decided(there) == decided(back)


@FAST
@given(documents(), sources())
def test_an_agreement_twice_is_the_agreement(one: dict[str, Any], source: SourceProfile) -> None:
    under = load_agreement(one)
    once = evaluate(under, (source,), Transfer(), facts.DAY)
    assert evaluate([under, under], (source,), Transfer(), facts.DAY) == once


@FAST
@given(documents(), documents(), sources())
def test_together_is_never_below_a_part(
    one: dict[str, Any], other: dict[str, Any], source: SourceProfile
) -> None:
    parts = [named(one, "a"), named(other, "b")]
    whole = evaluate(parts, (source,), Transfer(), facts.DAY)
    for part in parts:
        alone = evaluate(part, (source,), Transfer(), facts.DAY)
        assert whole.verdict >= alone.verdict
        held = {v.clause.id for v in whole.violations if v.clause.agreement == part.id}
        assert cited(alone) <= held


@FAST
@given(documents(), documents(), sources(), st.sampled_from(["inherit", "restate"]))
def test_a_child_never_allows_what_its_parent_does_not(
    one: dict[str, Any], other: dict[str, Any], source: SourceProfile, permits: str
) -> None:
    base = named(one, "base")
    child = extending(
        {**other, "metadata": {**other["metadata"], "id": "child"}}, base, permits=permits
    )
    report = evaluate(child, (source,), Transfer(), facts.DAY)
    assert report.verdict >= evaluate(base, (source,), Transfer(), facts.DAY).verdict


@pytest.mark.parametrize(
    ("ages", "blocking"),
    [
        (("0-17", "18-59"), set()),
        (("0-4", "5-17"), {"coarse"}),
        (("0-11", "12-17"), {"fine", "coarse"}),
    ],
)
def test_only_the_bands_that_all_agreements_have_may_leave(
    ages: tuple[str, ...], blocking: set[str]
) -> None:
    agreements = [
        load_agreement(made(name, ALL, require({"do": "band", "cuts": cuts}, tags=["#*+age"])))
        for name, cuts in (("fine", [0, 5, 18, 60]), ("coarse", [0, 18, 60]))
    ]
    data = "\n".join(["Org,Age", "#org,#affected+age", *(f"Relief Example,{age}" for age in ages)])
    report = check(data.encode(), agreement=agreements, on="2026-11-21")
    assert {v.clause.agreement for v in report.violations if v.clause.id == "r"} == blocking
