"""Each shipped agreement decides its cases as its README promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.agreements.reading import read_text
from hxlguard.pipeline import check
from hxlguard.shipped import policy_names

POLICIES = Path(__file__).parent.parent / "policies"


def cases() -> Iterator[Any]:
    for policy in sorted(folder.name for folder in POLICIES.iterdir() if folder.is_dir()):
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
    )
    assert report.verdict == case["verdict"], report.headline()
    assert {*case.get("blocked_by", ())} <= {found.clause.id for found in report.violations}


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
