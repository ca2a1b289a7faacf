from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.model.location import ColumnRef
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import ClauseRef, Fact, Transfer, Violation
from hxlguard.reports._folding import Entry, folded, told_once
from tests.facts import DAY
from tests.strategies import documents, sources

DROP: dict[str, Fact] = {"do": "drop"}
TAG: dict[str, Fact] = {"do": "tag"}
ROUND: dict[str, Fact] = {"do": "round_coordinates", "decimals": 1}
DENY, CEILING, UNTAGGED = "field-not-permitted", "sensitivity-too-high", "untagged-column"


def found(
    kind: str, *columns: int, at: str | None, remedies: tuple[dict[str, Fact], ...] = (DROP,)
) -> Violation:
    return Violation(
        kind=kind,
        message="it is wrong",
        severity=Severity.HIGH,
        clause=ClauseRef(kind, pointer=at),
        source="a.csv",
        table="a",
        columns=tuple(ColumnRef(index, None) for index in columns),
        remedies=remedies,
    )


FORBIDDEN = found("forbidden-field", 1, 2, at="/1")
ROUNDED = found("coordinates-too-precise", 1, 2, at="/2", remedies=(ROUND, DROP))


@pytest.mark.parametrize(
    ("violations", "told"),
    [
        ([FORBIDDEN, found(DENY, 1, 2, at=None)], [[f"{DENY} [{DENY}]"]]),
        ([FORBIDDEN, found(DENY, 2, at=None)], [[f"{DENY} [{DENY}] in B"]]),
        ([FORBIDDEN, found(DENY, 2, 3, at=None)], [[], []]),
        ([FORBIDDEN, found(CEILING, 1, at="/3")], [[], []]),
        ([FORBIDDEN, found("hidden-content", 1, at=None)], [[], []]),
        ([FORBIDDEN, found("hidden-content", at=None)], [[], []]),
        ([found(CEILING, 1, at=None), found(UNTAGGED, 1, at=None)], [[], []]),
        (
            [FORBIDDEN, ROUNDED, found(CEILING, 1, 2, at=None)],
            [[f"{CEILING} [{CEILING}]"], [f"{CEILING} [{CEILING}]"]],
        ),
    ],
)
def test_folds_what_only_repeats_columns_that_the_text_condemns(
    violations: list[Violation], told: list[list[str]]
) -> None:
    assert [list(entry.repeated()) for entry in folded(violations)] == told


@pytest.mark.parametrize(
    ("repeat", "remedies"),
    [
        (found(DENY, 1, 2, at=None), (DROP,)),
        (found(DENY, 1, at=None), (ROUND, DROP)),
        (found(UNTAGGED, 1, 2, at=None, remedies=(TAG, DROP)), (ROUND, DROP)),
    ],
)
def test_where_a_repeat_leaves_only_dropping_nothing_else_is_advised(
    repeat: Violation, remedies: tuple[dict[str, Fact], ...]
) -> None:
    (entry,) = folded([ROUNDED, repeat])
    assert entry.remedies == remedies


def test_another_table_is_not_repeated() -> None:
    elsewhere = found(DENY, 1, at=None)
    other = Violation(
        elsewhere.kind, "", Severity.HIGH, elsewhere.clause, "b.csv", "b", elsewhere.columns
    )
    assert [entry.also for entry in folded([FORBIDDEN, other])] == [(), ()]


def everything(entry: Entry) -> tuple[Violation, ...]:
    return entry.violation, *entry.alike, *entry.also


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(documents(), sources())
def test_no_violation_is_lost(made: dict[str, Any], source: SourceProfile) -> None:
    report = evaluate(load_agreement(made), (source,), Transfer(), DAY)
    entries = folded(report.violations)
    shown = {each.fingerprint for entry in entries for each in everything(entry)}
    assert shown == {each.fingerprint for each in report.violations}


def of(agreement: str, violation: Violation) -> Violation:
    return replace(violation, clause=replace(violation.clause, agreement=agreement))


def test_clauses_that_say_the_same_stand_together_each_once() -> None:
    first, second = of("parent", FORBIDDEN), of("child", FORBIDDEN)
    (entry,) = folded([first, second, first])
    assert entry.clauses == (first.clause, second.clause)
    assert len(folded([first, of("child", ROUNDED)])) == 2


def test_what_is_waived_stands_apart_from_what_is_not() -> None:
    waived = [replace(FORBIDDEN, waiver=name) for name in ("w-1", "w-2", "w-1")]
    assert [entry.violation.waiver for entry in told_once(waived)] == ["w-1", "w-2"]
