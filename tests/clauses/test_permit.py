"""Which fields may travel."""

from __future__ import annotations

from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.model.ordered import Verdict
from tests.facts import agreement, cited, column, document, doubted, judge, permit


@pytest.mark.parametrize(
    ("match", "tag", "allowed"),
    [
        ({"tags": ["#org"]}, "#org+name", True),
        ({"tags": ["#org!"]}, "#org+name", False),
        ({"tags": ["#org"], "except": ["#org+person"]}, "#org+person", False),
        ({"tags": ["#*"]}, "#anything", True),
        ({"headers": ["Name"]}, "#x", True),
        ({"tags": ["#org"], "headers": ["Other"]}, "#org", False),
    ],
)
def test_a_permit_names_fields(match: dict[str, Any], tag: str, allowed: bool) -> None:
    rule = {"id": "p", "effect": "permit", "match": match}
    report = judge(agreement(rule), column(1, tag, header="name"))
    assert cited(report) == (set() if allowed else {"publish.default-deny"})


def test_columns_allow_is_a_permit_for_all_that_is_tagged() -> None:
    under = agreement(defaults={"columns": "allow"})
    assert judge(under, column(1, "#x")).verdict is Verdict.CLEAR
    assert cited(judge(under, column(1, None))) == {"publish.untagged"}


def test_a_permit_that_depends_on_what_is_not_declared_holds() -> None:
    made = document({**permit("#org"), "when": {"unit_of_record": ["activity"]}})
    assert judge(load_agreement(made), column(1, "#org")).verdict is Verdict.CLEAR
    del made["flows"][0]["unit_of_record"]
    report = judge(load_agreement(made), column(1, "#org"))
    assert (cited(report), doubted(report)) == (
        set(),
        {("context-undeclared", "publish.default-deny")},
    )


def test_a_doubtful_permit_by_header_holds_an_untagged_column() -> None:
    rule = {"id": "p", "effect": "permit", "match": {"headers": ["Name"]}}
    made = document({**rule, "when": {"unit_of_record": ["activity"]}})
    del made["flows"][0]["unit_of_record"]
    report = judge(load_agreement(made), column(1, None, header="name"))
    assert (cited(report), doubted(report)) == (
        set(),
        {("context-undeclared", "publish.untagged")},
    )


def test_a_doubtful_permit_beside_a_sure_one_holds_nothing() -> None:
    made = document(
        {**permit("#org", id="a"), "when": {"unit_of_record": ["activity"]}}, permit("#org")
    )
    del made["flows"][0]["unit_of_record"]
    assert judge(load_agreement(made), column(1, "#org")).verdict is Verdict.CLEAR
