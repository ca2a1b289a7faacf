"""Numbers as bands and dates as periods; what is not understood stays apart."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.coarsening import banded, shortened, understood
from hxlguard.model.disclosure import Period

CUTS = (0, 5, 12, 18, 60)


def same(texts: list[str | None], coarse: pl.Series) -> list[list[str | None]]:
    """The texts that have become alike, in the order of the first of each."""
    groups: dict[object, list[str | None]] = {}
    for text, made in zip(texts, coarse.to_list(), strict=True):
        groups.setdefault(made, []).append(text)
    return list(groups.values())


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (["0", "4", "4.9", "under 5", "5"], [["0", "4", "4.9", "under 5"], ["5"]]),
        (["18", "18-59", "59 years", "60", "60+"], [["18", "18-59", "59 years"], ["60", "60+"]]),
        (["18-70", "20", "15-17"], [["18-70"], ["20"], ["15-17"]]),
        (["adult", "Adult", "30"], [["adult"], ["Adult"], ["30"]]),
        (["-3", "3", None, ""], [["-3"], ["3"], [None], [""]]),
    ],
)
def test_numbers_and_bands_within_a_band_become_it(
    texts: list[str | None], groups: list[list[str | None]]
) -> None:
    assert same(texts, banded(pl.Series(texts, dtype=pl.String), CUTS)) == groups


@pytest.mark.parametrize(
    ("period", "groups"),
    [
        ("month", [["2026-01-05", "2026-01", "2026-01-31T10:00"], ["2026-03"], ["2027-01"]]),
        ("quarter", [["2026-01-05", "2026-01", "2026-01-31T10:00", "2026-03"], ["2027-01"]]),
        ("year", [["2026-01-05", "2026-01", "2026-01-31T10:00", "2026-03"], ["2027-01"]]),
    ],
)
def test_dates_become_their_period(period: Period, groups: list[list[str]]) -> None:
    rest = ["5 March 2026", "2026", "05/03/2026", None]
    texts = [*(text for group in groups for text in group), *rest]
    assert same(texts, shortened(pl.Series(texts), period)) == [*groups, *([each] for each in rest)]


@given(st.lists(st.none() | st.text(max_size=6) | st.integers(-9, 99).map(str)))
def test_what_is_alike_stays_alike_and_a_blank_stays_one(texts: list[str | None]) -> None:
    cells = pl.Series(texts, dtype=pl.String)
    for coarse in (banded(cells, CUTS), shortened(cells, "month")):
        assert coarse.is_null().to_list() == cells.is_null().to_list()
        assert coarse.n_unique() <= cells.n_unique()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["3", "18-59", None], (True, False)),
        (["2.5", "3"], (False, False)),
        (["2026-01-05", "2026-02"], (False, True)),
        (["a"], (False, False)),
        ([None], (False, False)),
    ],
)
def test_a_column_is_numbers_or_dates_only_as_a_whole(
    texts: list[str | None], expected: tuple[bool, bool]
) -> None:
    assert understood(pl.Series(texts, dtype=pl.String)) == expected
