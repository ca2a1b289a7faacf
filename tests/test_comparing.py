"""Cells beside the protections that an agreement asks for, in batches of any size."""

from __future__ import annotations

import itertools

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.column_cells import ColumnCells
from hxlguard.comparing import Compared, compare, compare_cells
from hxlguard.model.asked import NOTHING_ASKED, Asked
from hxlguard.model.location import NO_ROWS, Rows

PSEUDONYM = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
OTHER = "9a6b1c7d2e8f304152637485960a1b2c"
ASKED = Asked(cuts=((0, 5, 18), (0, 18)), pseudonyms=True, masks=True)

texts = st.none() | st.sampled_from(
    (" ", "0-4", "0-17", "34", "adult", "18+", PSEUDONYM, OTHER, "****12", "Amina", "\u0663\u0664")
)


def compared(cells: list[str | None], row: int = 1, *, by_value: bool | None = None) -> Compared:
    column = pl.Series(cells, dtype=pl.String)
    return compare_cells(ColumnCells([column], row, by_value=by_value), ASKED)


def test_every_respect_has_its_rows() -> None:
    found = compared(["0-4", "34", "adult", None, PSEUDONYM, "****12"])
    assert [(one.cuts, one.finer.first, one.unread.first) for one in found.banded(ASKED)] == [
        ((0, 5, 18), (2,), (3, 5, 6)),
        ((0, 18), (1, 2), (3, 5, 6)),
    ]
    assert found.not_pseudonyms == Rows(4, (1, 2, 3, 6))
    assert found.not_masked.first == (1, 2, 3, 5)


def test_identifiers_that_are_only_counted_up_are_no_pseudonyms() -> None:
    counted = [f"{PSEUDONYM[:28]}{number:04x}" for number in range(0x1000, 0x1100)]
    assert compared(counted).not_pseudonyms.count == len(counted)
    halves = compared(counted[:100]) | compared(counted[100:], 101)
    assert halves == compared(counted)
    assert compared([PSEUDONYM, PSEUDONYM, OTHER]).not_pseudonyms == NO_ROWS


@given(st.lists(texts, max_size=20), st.lists(st.integers(0, 20), max_size=4), st.booleans())
def test_the_whole_is_the_sum_of_its_parts(
    cells: list[str | None], cuts: list[int], by_value: bool
) -> None:
    bounds = itertools.pairwise([0, *sorted(min(cut, len(cells)) for cut in cuts), len(cells)])
    merged = Compared()
    for start, end in bounds:
        merged |= compared(cells[start:end], start + 1, by_value=by_value)
    whole = compared(cells)
    assert merged.banded(ASKED) == whole.banded(ASKED)
    assert (merged.not_pseudonyms, merged.not_masked) == (whole.not_pseudonyms, whole.not_masked)


@pytest.mark.parametrize("asked", [NOTHING_ASKED, Asked(likeness=True)])
def test_no_row_is_read_where_nothing_is_asked(asked: Asked) -> None:
    def batches(names: object) -> list[tuple[int, pl.DataFrame]]:
        raise AssertionError

    assert compare(batches, ["1"], asked) == {"1": Compared()}


def test_it_shows_no_cell() -> None:
    assert "Amina" not in repr(compared(["Amina"]))
    assert PSEUDONYM not in repr(compared([PSEUDONYM]))
