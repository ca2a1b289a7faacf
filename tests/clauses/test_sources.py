"""Untagged columns, hidden content, what was not read, and rows that are not what was declared."""

from __future__ import annotations

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.model.anomaly import HIDDEN_CONTENT, Anomaly, AnomalyKind
from hxlguard.model.ordered import Verdict
from hxlguard.model.profile import SourceProfile, UnitOfRecord, UnreadPart
from hxlguard.model.report import ColumnRef, Report, Transfer
from tests.facts import (
    ALL,
    DAY,
    agreement,
    cited,
    column,
    document,
    doubted,
    judge,
    source,
    table,
    unknown,
    violation,
)


def decide(facts: SourceProfile, **defaults: str) -> Report:
    under = agreement(ALL, defaults=defaults) if defaults else agreement(ALL)
    return evaluate(under, (facts,), Transfer(), DAY)


def test_untagged_columns_stand_in_one_violation() -> None:
    found = violation(judge(agreement(ALL), column(1, None), column(4, None)), "publish.untagged")
    assert (found.kind, found.columns) == (
        "untagged-column",
        (ColumnRef(1, None), ColumnRef(4, None)),
    )
    assert list(found.remedies) == [{"do": "tag"}, {"do": "drop"}]


def test_untagged_columns_may_hold_instead() -> None:
    report = judge(agreement(ALL, defaults={"untagged": "hold"}), column(1, None))
    assert (report.verdict, doubted(report)) == (
        Verdict.HOLD,
        {("untagged-column", "publish.untagged")},
    )


@pytest.mark.parametrize("kind", sorted(HIDDEN_CONTENT))
def test_hidden_content_holds_unless_it_is_forbidden(kind: AnomalyKind) -> None:
    hidden = (Anomaly(kind, 3, rows=(4, 9, 11), columns=(1,)),)
    in_table = source(table(column(1, "#org"), anomalies=hidden))
    held = decide(in_table)
    assert doubted(held) == {("hidden-content", "publish.hidden-content")}
    assert unknown(held, "publish.hidden-content").table == "Sheet1"
    found = violation(decide(in_table, hidden="forbid"), "publish.hidden-content")
    assert (found.observed, found.table) == ({kind.value: 3}, "Sheet1")
    assert (found.columns, found.rows.count) == ((ColumnRef(1, "#org"),), 3)
    of_file = decide(source(table(column(1, "#org")), anomalies=hidden), hidden="forbid")
    assert violation(of_file, "publish.hidden-content").table is None


def test_a_hidden_sheet_counts_even_without_data_rows() -> None:
    facts = source(table(column(1, "#org")), table(name="Old", count=0, hidden=True))
    assert unknown(decide(facts), "publish.hidden-content").table == "Old"


@pytest.mark.parametrize("kind", sorted({*AnomalyKind} - HIDDEN_CONTENT))
def test_other_oddities_are_not_hidden_content(kind: AnomalyKind) -> None:
    facts = source(table(column(1, "#org"), anomalies=(Anomaly(kind),)))
    assert decide(facts).verdict is Verdict.CLEAR


def test_what_was_not_read_holds_with_its_reason() -> None:
    unread = UnreadPart("Sheet1", "check-failed", "a check broke; report it", (1, 9))
    report = decide(source(table(column(1, "#org")), unread=(unread,)))
    held = unknown(report, "publish.everything-read")
    assert (report.verdict, held.kind, held.reason) == (
        Verdict.HOLD,
        "check-failed",
        "a check broke; report it",
    )
    assert (held.source, held.table, held.columns) == (
        "camps.xlsx",
        "Sheet1",
        (ColumnRef(1, "#org"), ColumnRef(9, None)),
    )


@pytest.mark.parametrize(
    ("declared", "shown", "confidence", "holds"),
    [
        ("activity", UnitOfRecord.HOUSEHOLD, 0.8, True),
        ("aggregate", UnitOfRecord.INDIVIDUAL, 0.9, True),
        ("site", UnitOfRecord.INDIVIDUAL, 0.9, True),
        ("activity", UnitOfRecord.HOUSEHOLD, 0.79, False),
        ("activity", UnitOfRecord.SITE, 1.0, False),
        ("household", UnitOfRecord.INDIVIDUAL, 1.0, False),
    ],
)
def test_rows_of_people_in_a_flow_of_figures_hold(
    declared: str, shown: UnitOfRecord, confidence: float, holds: bool
) -> None:
    under = agreement(ALL, flow={"unit_of_record": declared})
    report = judge(under, column(1, "#org"), unit=shown, unit_confidence=confidence)
    expected = {("unit-of-record-contradicted", "publish.unit-of-record")} if holds else set()
    assert doubted(report) == expected


def test_an_undeclared_unit_contradicts_nothing() -> None:
    made = document(ALL)
    del made["flows"][0]["unit_of_record"]
    report = judge(
        load_agreement(made), column(1, "#org"), unit=UnitOfRecord.HOUSEHOLD, unit_confidence=1.0
    )
    assert (report.verdict, cited(report)) == (Verdict.CLEAR, set())
