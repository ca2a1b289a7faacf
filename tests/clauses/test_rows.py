"""Clauses that are about some rows of a table."""

from __future__ import annotations

from typing import Any

import pytest

from hxlguard.model.ordered import Verdict
from hxlguard.model.profile import ColumnProfile, InRows, Subset
from hxlguard.model.row_filter import RowFilter
from tests.facts import (
    ALL,
    agreement,
    cited,
    column,
    doubted,
    forbid,
    judge,
    permit,
    require,
    rows,
    table,
    unknown,
    violation,
)

WANTED = RowFilter(tag="#sector", any_of=("Protection",))
WHEN: dict[str, Any] = {"when": {"row_filter": {"tag": "#sector", "any_of": ["Protection"]}}}
ADMIN1 = {"do": "generalise_location", "admin_level": 1}
AT_ADMIN1 = {**require(ADMIN1, location="named"), **WHEN}

TO_ADMIN1, TO_ADMIN3 = column(1, "#adm1", admin_level=1), column(1, "#adm3", admin_level=3)
NOTHING = column(1, "#adm3", admin_level=3, filled=0)


def subset(column: ColumnProfile, doubtful: ColumnProfile | None = None) -> Subset:
    count = column.finding.filled
    perhaps = table(doubtful) if doubtful else None
    return Subset(WANTED, rows(count), table(column, count=count), perhaps)


def in_rows(some: str, every: str) -> tuple[InRows, ...]:
    """Each of the two is `no`, `perhaps` or `yes`."""
    return (InRows(WANTED, some == "yes", some != "no", every == "yes", every != "no"),)


@pytest.mark.parametrize(
    ("subsets", "expected"),
    [
        ((subset(NOTHING),), Verdict.CLEAR),
        ((subset(TO_ADMIN1),), Verdict.CLEAR),
        ((subset(TO_ADMIN3),), Verdict.BLOCK),
        ((subset(NOTHING, TO_ADMIN3),), Verdict.HOLD),
        ((subset(TO_ADMIN1, TO_ADMIN1),), Verdict.CLEAR),
        ((subset(TO_ADMIN3, TO_ADMIN3),), Verdict.BLOCK),
        ((), Verdict.HOLD),
    ],
)
def test_only_the_rows_of_the_clause_are_judged(
    subsets: tuple[Subset, ...], expected: Verdict
) -> None:
    assert judge(agreement(ALL, AT_ADMIN1), TO_ADMIN3, subsets=subsets).verdict is expected


def test_the_rows_are_those_of_the_file() -> None:
    few = column(1, "#adm3", admin_level=3, filled=2)
    found = violation(judge(agreement(ALL, AT_ADMIN1), TO_ADMIN3, subsets=(subset(few),)), "r")
    assert (found.rows.count, found.rows.first) == (2, (3, 4))


def test_without_a_column_that_tells_all_rows_must_be_fine() -> None:
    under = agreement(ALL, AT_ADMIN1)
    assert judge(under, TO_ADMIN1).verdict is Verdict.CLEAR
    held = unknown(judge(under, TO_ADMIN3), "r")
    assert (held.kind, "no column under `#sector`" in held.reason) == ("rows-not-known", True)


def test_blank_cells_of_the_filter_may_be_any_word() -> None:
    report = judge(agreement(ALL, AT_ADMIN1), TO_ADMIN3, subsets=(subset(NOTHING, TO_ADMIN3),))
    held = unknown(report, "r")
    assert (held.kind, held.rows.count) == ("rows-not-known", 20)
    assert "nothing under `#sector`" in held.reason


def test_what_is_said_of_rows_that_are_known_is_not_said_again() -> None:
    report = judge(agreement(ALL, AT_ADMIN1), TO_ADMIN3, subsets=(subset(TO_ADMIN3, TO_ADMIN3),))
    assert (cited(report), report.unknowns) == ({"r"}, ())


def test_a_forbid_is_about_its_rows_too() -> None:
    under = agreement(ALL, {**forbid(tags=["#adm3"]), **WHEN})
    assert judge(under, TO_ADMIN3, subsets=(subset(NOTHING),)).verdict is Verdict.CLEAR
    assert cited(judge(under, TO_ADMIN3, subsets=(subset(TO_ADMIN3),))) == {"f"}


@pytest.mark.parametrize(
    ("every", "expected"),
    [("yes", Verdict.CLEAR), ("perhaps", Verdict.HOLD), ("no", Verdict.BLOCK)],
)
def test_a_permit_for_some_rows_permits_no_other(every: str, expected: Verdict) -> None:
    under = agreement({**permit("#adm3"), **WHEN})
    told = column(1, "#adm3", in_rows=in_rows("yes", every))
    assert judge(under, told).verdict is expected


def test_a_permit_for_rows_that_nobody_can_tell_holds() -> None:
    report = judge(agreement({**permit("#adm3"), **WHEN}), TO_ADMIN3)
    assert doubted(report) == {("rows-not-known", "publish.default-deny")}


@pytest.mark.parametrize(
    ("every", "expected"),
    [("yes", Verdict.CLEAR), ("perhaps", Verdict.HOLD), ("no", Verdict.BLOCK)],
)
def test_a_low_level_for_some_rows_leaves_the_others_unclassified(
    every: str, expected: Verdict
) -> None:
    rule = {"id": "s", "level": "low", "match": {"tags": ["#adm3"]}, **WHEN}
    under = agreement(
        ALL,
        flow={"sensitivity_ceiling": "moderate"},
        classification={"unclassified": "high", "rules": [rule]},
    )
    assert judge(under, column(1, "#adm3", in_rows=in_rows("yes", every))).verdict is expected


def test_a_level_for_some_rows_raises_a_column_that_is_classified() -> None:
    rules = [
        {"id": "s1", "level": "low", "match": {"tags": ["#adm3"]}},
        {"id": "s2", "level": "severe", "match": {"tags": ["#adm3"]}, **WHEN},
    ]
    under = agreement(
        ALL,
        flow={"sensitivity_ceiling": "moderate"},
        classification={"unclassified": "high", "rules": rules},
    )
    verdicts = [
        judge(under, column(1, "#adm3", in_rows=in_rows(some, "no"))).verdict
        for some in ("no", "perhaps", "yes")
    ]
    assert verdicts == [Verdict.CLEAR, Verdict.HOLD, Verdict.BLOCK]


def test_treatments_that_cannot_go_together_clash_in_the_rows_of_both() -> None:
    mask = {**require({"do": "mask"}, id="m", tags=["#adm3"]), **WHEN}
    pseudonym = require({"do": "pseudonymise"}, id="p", tags=["#adm3"])
    shown = column(1, "#adm3", not_pseudonyms=rows(0), not_masked=rows(20))
    report = judge(agreement(ALL, pseudonym, mask), shown, subsets=(subset(shown),))
    assert violation(report, "m").kind == "must-be-dropped"
    assert unknown(report, "p").kind == "treatment-not-proven"
