"""Each shipped agreement decides its cases as its README promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.agreements.reading import read_text
from hxlguard.evaluation import evaluate
from hxlguard.model.report import Transfer
from hxlguard.model.rule import Permit
from hxlguard.pipeline import check
from hxlguard.shipped import policy_names
from tests.facts import DAY, column, source, table

POLICIES = Path(__file__).parent.parent / "policies"
EXTENDING = ("bilateral-microdata", "facility-list", "public-3w", "public-microdata")


def cases() -> Iterator[Any]:
    for policy in policy_names():
        listed: Any = read_text(
            (POLICIES / policy / "cases" / "cases.yaml").read_bytes(), is_json=False
        ).value
        for number, case in enumerate(listed, start=1):
            yield pytest.param(policy, case, id=f"{policy}-{number}-{case['file']}")


@pytest.mark.parametrize(("policy", "case"), list(cases()))
def test_a_case_is_decided_as_expected(policy: str, case: dict[str, Any]) -> None:
    report = check(
        POLICIES / policy / "cases" / case["file"],
        agreement=policy,
        flow=case["flow"],
        recipient=case["recipient"],
        purpose=case["purpose"],
        on=case["on"],
        classification=case.get("classification"),
        attest=stated(case),
    )
    assert report.verdict == case["verdict"], report.to_text()
    assert {*case.get("blocked_by", ())} <= {found.clause.id for found in report.violations}
    left_open = {found.clause.id for found in report.unknowns if found.clause}
    assert {*case.get("held_by", ())} <= left_open


def stated(case: dict[str, Any]) -> dict[str, Any] | None:
    """The attestations of a case as the document that a person would write."""
    if "attest" not in case:
        return None
    kind = {"apiVersion": "hxlguard/v1", "kind": "Attestations"}
    return {**kind, "attestations": case["attest"]}


@pytest.mark.parametrize("policy", policy_names())
def test_a_policy_says_what_it_is(policy: str) -> None:
    made = load_agreement(policy)
    assert made.id == policy
    rules = [rule for flow in made.document.flows for rule in flow.rules]
    assert all(rule.clause and rule.text for rule in (*made.document.clauses, *rules))
    readme = (POLICIES / policy / "README.md").read_text(encoding="utf-8")
    assert "What is not machine-readable" in readme
    verdicts = {case.values[1]["verdict"] for case in cases() if case.values[0] == policy}
    assert {"CLEAR", "BLOCK"} <= verdicts
    decided = {case.values[1]["flow"] for case in cases() if case.values[0] == policy}
    assert {flow.id for flow in made.document.flows} <= decided


def test_the_others_extend_the_baseline_as_it_is() -> None:
    baseline = load_agreement("organisation-baseline")
    extending = {name: load_agreement(name) for name in policy_names()}
    pins = {name: made.document.extends for name, made in extending.items() if made.parents}
    assert tuple(sorted(pins)) == EXTENDING
    for name, (pin,) in pins.items():
        assert pin.sha256 == baseline.sha256, f"{name}: pin {baseline.sha256}"


@pytest.mark.parametrize("policy", EXTENDING)
def test_the_baseline_lets_pass_what_an_agreement_that_extends_it_permits(policy: str) -> None:
    made = load_agreement(policy)
    for flow in made.document.flows:
        tags = {
            re.sub("-.*|!", "", tag)
            for rule in flow.rules
            if isinstance(rule, Permit)
            for tag in rule.match.tags or ()
        }
        columns = (column(index, tag) for index, tag in enumerate(sorted(tags), start=1))
        transfer = Transfer(flow.id, flow.sender, flow.recipients[0], flow.purposes.permit[0])
        report = evaluate(made, (source(table(*columns)),), transfer, DAY)
        denied = {
            ref.tag
            for found in report.violations
            if found.kind in ("field-not-permitted", "no-flow", "purpose-not-allowed")
            for ref in found.columns or (None,)
        }
        assert denied == set(), flow.id
        assert "flow-not-decided" not in {found.kind for found in report.unknowns}
