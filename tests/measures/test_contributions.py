"""Dominance and the p% rule, beside a naive reading of both."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures.contributions import dominance, p_percent
from hxlguard.model.disclosure import MeasureAsked
from tests.measures.tables import FIRST_ROW, Row, batches, columns

TAGS = ("#adm1", "#org", "#reached")
ROWS: list[Row] = [
    ("North", "a", "60"),
    ("North", "b", "30"),
    ("North", "c", "10"),
    ("South", "a", "50"),
    ("South", "b", "30"),
    ("South", "c", "20"),
    ("South", "a", "100"),
    ("West", "d", "0"),
]


def asked(measure: Any, **more: Any) -> MeasureAsked:
    return MeasureAsked(measure, **{"quasi": ("#adm1",), **more})


@pytest.mark.parametrize(
    ("limits", "value", "rows"),
    [
        ({}, 0.75, (6, 7, 8, 9)),
        ({"at_most": 0.5}, 0.75, (3, 4, 5, 6, 7)),
        ({"at_most": 0.75}, 0.75, ()),
        ({"largest": 2}, 0.9, (3, 4, 5, 6, 7)),
    ],
)
def test_dominance(limits: dict[str, Any], value: float, rows: tuple[int, ...]) -> None:
    told = dominance(batches(ROWS), columns(*TAGS), asked("dominance", **limits))
    assert (told.value, told.rows.first, told.reason) == (value, rows, "")


def test_p_percent() -> None:
    told = p_percent(batches(ROWS), columns(*TAGS), asked("p_percent", at_least=15))
    assert told.value == pytest.approx(100 * 20 / 150)
    assert told.rows.first == (6, 7, 8, 9)
    assert told.details == {"cells": 2, "breaking": 1}


@pytest.mark.parametrize("measure", [dominance, p_percent])
@pytest.mark.parametrize(
    ("tags", "rows", "more", "reason"),
    [
        (TAGS, ROWS, {"quasi": None}, "no column says which cell a row is part of"),
        (TAGS, ROWS, {"quasi": ("#adm4",)}, "no column says which cell a row is part of"),
        (("#adm1", "#org", "#value"), ROWS, {}, "no column is known to hold contributions"),
        (("#adm1", "#sector", "#reached"), ROWS, {}, "no column says who contributed"),
        (TAGS, ROWS, {"quasi": ("#org",)}, "no column says who contributed"),
        (TAGS, [*ROWS, ("West", "e", None)], {}, "a contribution is blank"),
        (TAGS, [*ROWS, ("West", "e", "<5")], {}, "a contribution is blank"),
        (TAGS, [*ROWS, ("West", "e", "-3")], {}, "a contribution is blank"),
    ],
)
def test_what_cannot_be_told_says_why(
    measure: Any, tags: Row, rows: list[Row], more: dict[str, Any], reason: str
) -> None:
    told = measure(batches(rows), columns(*tags), asked("dominance", **more))
    assert told.value is None
    assert told.reason.startswith(reason)


@pytest.mark.parametrize("rows", [[(None, None, None)], [(None, " ", None)] * 3])
def test_a_table_without_records_says_so(rows: list[Row]) -> None:
    for read in (batches(rows), lambda names: ()):
        told = dominance(read, columns(*TAGS), asked("dominance"))
        assert told.value is None
        assert told.reason


def test_nothing_was_put_in_anywhere() -> None:
    told = dominance(batches([("West", "d", "0")]), columns(*TAGS), asked("dominance"))
    assert (told.value, told.reason, told.rows.count) == (None, "", 0)


row = st.tuples(
    st.sampled_from(("a", "b", None)),
    st.sampled_from(("x", "y", "z", " ")),
    st.integers(0, 9).map(str),
)


@given(
    st.lists(row, min_size=1, max_size=12),
    st.lists(st.integers(0, 12), max_size=3),
    st.integers(1, 3),
)
def test_any_split_tells_the_same_as_a_naive_reading(
    rows: list[Row], cuts: list[int], largest: int
) -> None:
    cells: dict[str | None, dict[str, int]] = {}
    for place, who, count in rows:
        cell = cells.setdefault(place, {})
        cell[who or ""] = cell.get(who or "", 0) + int(count or 0)
    put = [sorted(cell.values(), reverse=True) for cell in cells.values() if sum(cell.values())]
    shares = [sum(each[:largest]) / sum(each) for each in put]
    others = [100 * sum(each[2:]) / each[0] for each in put]
    told = dominance(batches(rows, *cuts), columns(*TAGS), asked("dominance", largest=largest))
    assert told.value == (pytest.approx(max(shares)) if shares else None)
    told = p_percent(batches(rows, *cuts), columns(*TAGS), asked("p_percent"))
    assert told.value == (pytest.approx(min(others)) if others else None)
    if others:
        worst = {place for place, cell in cells.items() if sum(cell.values())}
        assert set(told.rows.first) <= {
            FIRST_ROW + at for at, (place, *_) in enumerate(rows) if place in worst
        }
