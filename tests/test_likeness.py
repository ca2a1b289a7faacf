"""Totals count people; a list of people that calls itself totals does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import cells, check
from hxlguard.model.asked import Asked
from hxlguard.model.ordered import Verdict
from tests.facts import ALL, agreement, unknown
from tests.test_row_filters import Row, profiled

ASKED = Asked(likeness=True)
LIST: list[Row] = [
    ("#adm2", "#date", "#respondee+gender"),
    ("North", "2026-01-01", "f"),
    ("North", "2026-01-02", "m"),
    ("South", "2026-01-03", "f"),
    ("South", "2026-01-03", "f"),
]


def as_csv(rows: list[Row]) -> bytes:
    return "\n".join(",".join(cell or "" for cell in row) for row in rows).encode()


def test_rows_are_compared_in_traits_places_and_dates() -> None:
    told = profiled(LIST, asked=ASKED).likeness
    assert told is not None
    assert (told.traits, told.counts, told.rows, told.distinct) == ((3,), (), 4, 3)


def test_nobody_compares_them_unasked() -> None:
    assert profiled(LIST, asked=Asked()).likeness is None


@pytest.mark.parametrize(
    ("tag", "cells", "counts"),
    [
        ("#affected", ["12", "1,300", "5"], (2,)),
        ("#reached+f", ["12", "0", None], (2,)),
        ("#indicator+num", ["1.5", "2", "3"], (2,)),
        ("#population+type", ["idps", "host", "idps"], ()),
        ("#beneficiary+name", ["12", "x", "y"], ()),
        ("#value", ["12", "3", "4"], ()),
    ],
)
def test_a_column_counts_people_by_its_tag_and_its_numbers(
    tag: str, cells: list[str | None], counts: tuple[int, ...]
) -> None:
    told = profiled([("#adm1", tag), *(("a", cell) for cell in cells)], asked=ASKED).likeness
    assert told is not None
    assert told.counts == counts


row = st.tuples(*[st.sampled_from((None, " ", "a", "b"))] * 3)


@given(st.lists(row, min_size=1, max_size=12), st.lists(st.integers(0, 13), max_size=3))
def test_rows_that_differ_are_counted_in_batches_of_any_size(
    rows: list[Row], cuts: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "MOST_ROWS", 3)
        told = profiled([("#adm1", "#adm2", "#date"), *rows], *cuts, asked=ASKED).likeness
    plain = [tuple((cell or "").strip() for cell in row) for row in rows]
    written = [row for row in plain if any(row)]
    assert told is not None
    assert told.rows == len(written)
    assert told.distinct == len({*written})


def test_a_list_of_people_that_calls_itself_totals_holds() -> None:
    under = agreement(ALL, flow={"unit_of_record": "aggregate"})
    report = check(as_csv(LIST), agreement=under, on="2026-11-21", name="list.csv")
    assert report.verdict is Verdict.HOLD
    held = unknown(report, "publish.unit-of-record")
    assert held.kind == "unit-of-record-contradicted"


@pytest.mark.parametrize(
    "rows",
    [
        # who does what where: no trait of a person
        [("#org", "#sector", "#adm2"), ("a", "WASH", "North"), ("b", "Health", "South")],
        # totals by sex, counted
        [("#adm1", "#group+sex", "#affected"), ("North", "f", "12"), ("North", "m", "9")],
        # one row a district: unique, and about no person
        [("#adm2", "#severity"), ("North", "3"), ("South", "4")],
        # rows that repeat
        [("#adm1", "#group"), *[("North", "a")] * 5],
    ],
)
def test_totals_and_activities_do_not(rows: list[Row]) -> None:
    under = agreement(ALL, flow={"unit_of_record": "aggregate"})
    report = check(as_csv(rows), agreement=under, on="2026-11-21", name="totals.csv")
    assert "unit-of-record-contradicted" not in {word.kind for word in report.unknowns}
