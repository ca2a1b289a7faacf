"""Forms save time and change no measure."""

from __future__ import annotations

import itertools

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.column_cells import ColumnCells
from hxlguard.measuring import Measured, measure_cells
from hxlguard.precision import MEASURES

COORDINATES = st.one_of(
    st.decimals(-180, 180, places=6).map(str),
    st.from_regex(r"[-+]?[0-9]{1,3}[.,][0-9]{0,15}", fullmatch=True),
    st.text("0123456789.,;-+°' NSEWeE()", max_size=24),
    st.sampled_from(
        ["33.51380, 36.27650", "POINT (36.2765 33.5138)", "33°30'49\"N", "8.24999999999998"]
    ),
)
DATES = st.one_of(
    st.dates().map(str),
    st.datetimes().map(str),
    st.from_regex(r"\s?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.+Z]{0,60}", fullmatch=True),
    st.text("0123456789-/. TZQJanmr", max_size=24),
)


@pytest.mark.parametrize(
    ("entity", "texts"), [("GEO_COORDINATES", COORDINATES), ("DATE_OF_BIRTH", DATES)]
)
def test_what_is_faster_measures_the_same(entity: str, texts: st.SearchStrategy[str]) -> None:
    measure = MEASURES[entity]

    @given(st.lists(texts, min_size=1, max_size=8))
    def same(cells: list[str]) -> None:
        column = pl.Series(cells)
        values = list(map(measure.measure, cells))
        assert list(map(measure.measure, measure.form(column))) == values
        for quick, value in zip(measure.quickly(column), values, strict=True):
            assert quick in (None, value)

    same()


@given(st.lists(st.one_of(st.none(), COORDINATES), max_size=20), st.integers(0, 20))
def test_the_whole_is_the_merge_of_any_split(cells: list[str | None], cut: int) -> None:
    def measured(start: int, end: int) -> Measured:
        part = ColumnCells([pl.Series(cells[start:end], dtype=pl.String)], start + 1)
        (found,) = measure_cells(part, MEASURES["GEO_COORDINATES"])
        return found

    bounds = itertools.pairwise([0, min(cut, len(cells)), len(cells)])
    first, second = (measured(start, end) for start, end in bounds)
    assert second | first == measured(0, len(cells))
