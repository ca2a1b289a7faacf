"""Every lint finds what it is for and nothing that is hardly different."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

from hxlguard.agreements import load_agreement
from hxlguard.errors import AgreementError, UsageError
from hxlguard.linting import LINTS, lint_agreement
from hxlguard.linting.lint import Lint
from hxlguard.model.lint import LintFinding, LintLevel
from hxlguard.shipped import policy_names
from tests.facts import DAY, document, permit
from tests.linting import of_documents, of_parents, of_public_flows, of_rules, of_waivers
from tests.linting.example import Example
from tests.strategies import documents

EXAMPLES = (
    *of_documents.EXAMPLES,
    *of_parents.EXAMPLES,
    *of_public_flows.EXAMPLES,
    *of_rules.EXAMPLES,
    *of_waivers.EXAMPLES,
)


def of_code(code: str, findings: tuple[LintFinding, ...]) -> list[LintFinding]:
    return [finding for finding in findings if finding.code == code]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.code} {one.name}")
def test_a_lint_finds_what_it_is_for_and_nothing_hardly_different(example: Example) -> None:
    found, near = (
        of_code(example.code, lint_agreement(load_agreement(each, parents=example.parents), on=DAY))
        for each in (example.found, example.near)
    )
    assert [example.message in one.message for one in found] == [True]
    assert near == []


@pytest.mark.parametrize("lint", LINTS.values(), ids=lambda lint: lint.code)
def test_every_lint_has_an_example_and_says_what_why_and_how_to_mend(lint: Lint) -> None:
    assert lint.code in {example.code for example in EXAMPLES}
    assert re.fullmatch(r"HXA[1-5]\d\d", lint.code)
    assert LINTS[lint.code] is lint
    for text in (lint.meaning, lint.why, lint.mend):
        assert text[0].isupper()
        assert text.endswith(".")
        assert text.count(". ") == 0
        assert "\n" not in text


def test_no_two_lints_share_their_words() -> None:
    assert max(Counter(lint.meaning for lint in LINTS.values()).values()) == 1


def test_findings_come_by_line_with_place_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "apiVersion: hxlguard/v1\n"
        "kind: SharingAgreement\n"
        'metadata: {id: a, version: "1", title: A}\n'
        'validity: {from: "2026-01-01", until: "2026-02-01"}\n'
        "flows:\n"
        "  - {id: f, recipients: [us], purposes: {permit: [p]}, rules: [\n"
        '      {id: r, effect: permit, match: {tags: ["#org"]}}]}\n'
    )
    findings = lint_agreement(path, on="2026-11-21")
    assert [(one.code, one.line, one.pointer) for one in findings] == [
        ("HXA103", 3, "/metadata"),
        ("HXA201", 4, "/validity/until"),
        ("HXA101", 7, "/flows/0/rules/0"),
    ]
    assert all(one.remedy == LINTS[one.code].mend for one in findings)
    assert max(one.level for one in findings) is LintLevel.ERROR


def test_an_agreement_from_no_text_has_no_lines() -> None:
    assert {one.line for one in lint_agreement(document(permit("#org")), on=DAY)} == {None}


@given(documents())
def test_the_same_document_and_day_give_the_same_findings(made: dict[str, object]) -> None:
    assert lint_agreement(made, on=DAY) == lint_agreement(made, on=DAY)


def test_a_document_that_cannot_be_used_is_no_finding() -> None:
    with pytest.raises(AgreementError):
        lint_agreement({"apiVersion": "hxlguard/v1"}, on=DAY)
    with pytest.raises(UsageError):
        lint_agreement(document(), on="tomorrow")


def test_today_is_the_day_in_the_time_zone_of_the_agreement() -> None:
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=2)
    made = document(validity={"from": tomorrow.isoformat(), "until": "2999-12-31"})
    assert of_code("HXA202", lint_agreement(made))


def test_the_example_of_the_design_has_no_error(shared: Path) -> None:
    path = shared / "design" / "isp-sahelia.example.yaml"
    findings = lint_agreement(path, on="2026-11-21")
    assert all(one.level < LintLevel.ERROR for one in findings)
    assert {("HXA203", "/review/due"), ("HXA501", "/waivers/0/expires")} <= {
        (one.code, one.pointer) for one in findings
    }
    assert ("HXA320", "/clauses/1") in {(one.code, one.pointer) for one in findings}
    early = {one.code for one in lint_agreement(path, on="2026-05-10")}
    assert not {"HXA203", "HXA501"} & early


@pytest.mark.parametrize("name", policy_names())
def test_in_an_agreement_that_ships_nothing_is_found(name: str) -> None:
    assert [(one.code, one.pointer) for one in lint_agreement(name, on=DAY)] == []
