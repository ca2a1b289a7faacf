"""Waivers relabel exactly what they name, for their days, when enough people approved."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.model.ordered import Verdict
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.report import Report, Status, Transfer
from tests import facts
from tests.facts import ALL, cited, column, document, forbid, permit

DAY = dt.date(2026, 5, 10)
GOVERNANCE = {
    "waiver_authorities": [
        {"id": "dpo", "party": "rei", "role": "Data Protection Officer"},
        {"id": "chair", "party": "imwg", "role": "Chair"},
    ],
    "waiver_policy": {"max_duration": "P30D", "approvers_required": 2},
}
WAIVER: dict[str, Any] = {
    "id": "w",
    "clauses": ["no-coords"],
    "scope": {"flow": "publish", "dataset": "camps", "tags": ["#geo"]},
    "reason": "Camps are known to everybody.",
    "requested_by": {"party": "rei", "role": "IM Officer"},
    "approvals": [
        {"authority": "dpo", "date": "2026-05-02"},
        {"authority": "chair", "date": "2026-05-03"},
    ],
    "from": "2026-05-03",
    "expires": "2026-05-31",
}
NO_COORDS = {**forbid(id="no-coords", tags=["#geo", "#contact"]), "clause": "C.2"}
GEO = column(7, "#geo+lat")


def waiver(scope: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(WAIVER), **changes, "scope": {**WAIVER["scope"], **(scope or {})}}


def report(
    *columns: ColumnProfile,
    waivers: list[dict[str, Any]] | None = None,
    rules: tuple[dict[str, Any], ...] = (ALL, NO_COORDS),
    on: dt.date = DAY,
    governance: dict[str, Any] | None = None,
) -> Report:
    made = document(
        *rules,
        governance={**GOVERNANCE, **(governance or {})},
        waivers=[waiver()] if waivers is None else waivers,
    )
    source = facts.source(facts.table(*columns))
    return evaluate(load_agreement(made), (source,), Transfer(), on)


def standing(made: Report) -> list[tuple[str, list[int]]]:
    return [
        (found.clause.id, [ref.index for ref in found.columns])
        for found in made.violations
        if found.status is Status.VIOLATION
    ]


def waived(made: Report) -> list[tuple[str, list[int]]]:
    return [
        (found.clause.id, [ref.index for ref in found.columns])
        for found in made.violations
        if found.waiver == "w"
    ]


def test_a_waived_violation_stays_in_the_report_and_does_not_block() -> None:
    made = report(GEO)
    (found,) = made.violations
    assert (found.status, found.waiver) == (Status.WAIVED, "w")
    assert (made.verdict, made.clauses[Status.WAIVED]) == (Verdict.CLEAR, 1)
    (note,) = made.waivers
    assert (note.id, note.applied, note.why, note.standing) == ("w", True, (), ())
    assert "w: applied" in made.to_text()


def test_only_the_columns_that_it_covers_are_relabelled() -> None:
    made = report(GEO, column(8, "#contact"))
    assert (waived(made), standing(made)) == ([("no-coords", [7])], [("no-coords", [8])])
    assert made.verdict is Verdict.BLOCK
    assert made.clauses[Status.VIOLATION] == 1
    messages = {found.status: found.message for found in made.violations}
    assert messages[Status.WAIVED].endswith("; waived for column G `#geo+lat`")
    assert messages[Status.VIOLATION].endswith("; not waived for column H `#contact`")
    assert len({found.fingerprint for found in made.violations}) == 2


def test_two_waivers_may_cover_two_columns() -> None:
    other = waiver({"tags": ["#contact"]}, id="v")
    made = report(GEO, column(8, "#contact"), waivers=[waiver(), other])
    assert {found.waiver for found in made.violations} == {"w", "v"}
    assert made.verdict is Verdict.CLEAR


def test_without_tags_it_covers_every_column() -> None:
    scope = {"flow": "publish"}
    made = report(GEO, column(8, "#contact"), waivers=[{**waiver(), "scope": scope}])
    assert waived(made) == [("no-coords", [7, 8])]


def test_an_untagged_column_is_covered_by_no_tag() -> None:
    anything = waiver({"tags": ["#*"]}, clauses=["publish.untagged"])
    assert standing(report(column(1, None), waivers=[anything])) == [("publish.untagged", [1])]


def test_clauses_that_it_does_not_name_still_stand_and_are_told() -> None:
    made = report(GEO, rules=(permit("#org"), NO_COORDS))
    assert cited(made) == {"no-coords", "publish.default-deny"}
    assert standing(made) == [("publish.default-deny", [7])]
    (note,) = made.waivers
    assert (note.applied, note.standing) == (True, ("publish.default-deny",))
    assert "w: applied; still violated: publish.default-deny" in made.to_text()
    both = waiver(clauses=["no-coords", "publish.default-deny"])
    clear = report(GEO, rules=(permit("#org"), NO_COORDS), waivers=[both])
    assert clear.verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"from": "2026-05-11"}, "it begins on 2026-05-11"),
        ({"expires": "2026-05-09"}, "it expired on 2026-05-09"),
        (
            {"from": "2026-04-01"},
            "it began on 2026-04-01, and the agreement lets a waiver last 30 days",
        ),
        ({"approvals": []}, "it has 0 of 2 approvals"),
        ({"approvals": WAIVER["approvals"][:1]}, "it has 1 of 2 approvals"),
        ({"approvals": WAIVER["approvals"][:1] * 2}, "it has 1 of 2 approvals"),
        (
            {"approvals": [*WAIVER["approvals"][:1], {"authority": "x", "date": "2026-05-01"}]},
            "`x` is no waiver authority of the agreement",
        ),
        (
            {
                "approvals": [
                    *WAIVER["approvals"][:1],
                    {"authority": "chair", "date": "2026-05-11"},
                ]
            },
            "`chair` approves it on 2026-05-11 only",
        ),
        (
            {"requested_by": {"party": "rei", "role": " Data  protection officer "}},
            "`dpo` requested it and may not approve it",
        ),
        (
            {"requested_by": {"party": "rei", "role": "data protection officer"}},
            "`dpo` requested it and may not approve it",
        ),
        ({"requested_by": {"party": "rei"}}, "`dpo` requested it and may not approve it"),
        ({"scope": {"dataset": "others"}}, "it is about the dataset `others` alone"),
        ({"scope": {"dataset": "camps.xlsx"}}, "it is about the dataset `camps.xlsx` alone"),
        (
            {"scope": {"dataset_sha256": "1" * 64}},
            f"it is about the file with the digest {'1' * 64} alone",
        ),
        ({"scope": {"tags": ["#geo+lon"]}}, "it is about none of the columns concerned"),
    ],
)
def test_a_waiver_that_lacks_something_waives_nothing_and_says_so(
    changes: dict[str, Any], why: str
) -> None:
    made = report(GEO, waivers=[waiver(**changes)])
    assert (waived(made), standing(made)) == ([], [("no-coords", [7])])
    (note,) = made.waivers
    assert not note.applied
    assert why in note.why
    assert f"w: not applied; {note.why[0]}" in " ".join(made.to_text().split())


def test_the_first_and_the_last_day_count() -> None:
    for day in ("2026-05-03", "2026-05-31"):
        assert report(GEO, on=dt.date.fromisoformat(day)).verdict is Verdict.CLEAR
    for day in ("2026-05-02", "2026-06-01"):
        assert report(GEO, on=dt.date.fromisoformat(day)).verdict is Verdict.BLOCK


def test_a_waiver_of_another_flow_is_not_even_told() -> None:
    made = document(ALL, NO_COORDS, governance=GOVERNANCE, waivers=[waiver({"flow": "other"})])
    made["flows"].append({**copy.deepcopy(made["flows"][0]), "id": "other", "rules": []})
    source = facts.source(facts.table(GEO))
    found = evaluate(load_agreement(made), (source,), Transfer(flow="publish"), DAY)
    assert (found.waivers, found.verdict) == ((), Verdict.BLOCK)


def test_the_requester_may_approve_where_the_agreement_lets_it() -> None:
    policy = {"waiver_policy": {"requester_may_approve": True, "approvers_required": 2}}
    own = waiver(requested_by={"party": "rei", "role": "Data Protection Officer"})
    assert report(GEO, waivers=[own]).verdict is Verdict.BLOCK
    assert report(GEO, waivers=[own], governance=policy).verdict is Verdict.CLEAR


def test_what_is_not_waivable_stands_and_is_told() -> None:
    made = report(GEO, rules=(ALL, {**NO_COORDS, "waivable": False}))
    assert standing(made) == [("no-coords", [7])]
    assert made.waivers[0].why == ("clause `no-coords` cannot be waived",)


@pytest.mark.parametrize(
    ("clause", "transfer"),
    [
        ("publish.recipient", Transfer(recipient="police")),
        ("publish.purpose", Transfer(purpose="trade")),
        ("publish.sender", Transfer(sender="someone")),
    ],
)
def test_the_transfer_itself_is_never_waived(clause: str, transfer: Transfer) -> None:
    anything = {**waiver(clauses=[clause]), "scope": {"flow": "publish"}}
    made = document(ALL, governance=GOVERNANCE, waivers=[anything], flow={"sender": "rei"})
    found = evaluate(load_agreement(made), (facts.source(),), transfer, DAY)
    assert (found.verdict, cited(found)) == (Verdict.BLOCK, {clause})
    assert found.waivers[0].why == (f"clause `{clause}` cannot be waived",)


def test_an_agreement_that_is_not_valid_is_never_waived() -> None:
    anything = {**waiver(clauses=["publish.validity", "publish.status"])}
    anything["scope"] = {"flow": "publish"}
    made = document(
        ALL,
        governance=GOVERNANCE,
        waivers=[anything],
        metadata={"status": "draft"},
        validity={"until": "2026-05-09"},
    )
    assert evaluate(load_agreement(made), (), Transfer(), DAY).verdict is Verdict.BLOCK


def test_the_digest_pins_the_file() -> None:
    pinned = waiver({"dataset_sha256": "0" * 64})
    assert report(GEO, waivers=[pinned]).verdict is Verdict.CLEAR
    made = document(ALL, NO_COORDS, governance=GOVERNANCE, waivers=[pinned])
    one = facts.source(facts.table(GEO))
    twin = replace(one, sha256="2" * 64)
    both = evaluate(load_agreement(made), (one, twin), Transfer(), DAY)
    assert both.verdict is Verdict.BLOCK, "two files of one name cannot be told apart"


def test_an_unknown_is_never_waived() -> None:
    doubt = facts.detection("PERSON_NAME", confidence=0.5)
    named = forbid(id="no-coords", entities=["PERSON_NAME"])
    made = report(column(7, "#geo+lat", detections=(doubt,)), rules=(ALL, named))
    assert (made.verdict, made.waivers) == (Verdict.HOLD, ())


def test_a_parents_clause_is_waived_by_no_child() -> None:
    base = load_agreement(document(ALL, NO_COORDS, metadata={"id": "base"}))
    pin = {"id": "base", "version": "1.0", "sha256": base.sha256}
    written = document(ALL, governance=GOVERNANCE, waivers=[waiver()], extends=[pin])
    child = load_agreement(written, parents=[base])
    found = evaluate(child, (facts.source(facts.table(GEO)),), Transfer(), DAY)
    assert [(v.clause.agreement, v.waiver) for v in found.violations] == [("base", None)]


@given(st.dates(), st.dates(), st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
def test_an_expired_waiver_is_no_waiver(first: dt.date, last: dt.date, day: dt.date) -> None:
    dated = waiver(**{"from": first.isoformat()}, expires=last.isoformat())
    made = report(GEO, waivers=[dated], on=day)
    if not first <= day <= last:
        assert made.verdict is Verdict.BLOCK
