"""Numbers as bands and dates as periods; what is not understood stays apart."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.coarsening import are_points, banded, parents, rounded, shortened, understood
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


@pytest.mark.parametrize(
    ("texts", "decimals", "groups"),
    [
        (["12.34", " 12.26", "12.24"], 1, [["12.34", " 12.26"], ["12.24"]]),
        (
            ["1.21, 3.39", "1.2 3.4 410 4.5", "1.2;3.3"],
            1,
            [["1.21, 3.39", "1.2 3.4 410 4.5"], ["1.2;3.3"]],
        ),
        (["-0.01", "0.01", "0"], 1, [["-0.01", "0.01", "0"]]),
        (
            ["1.21", "1.21 N", "1.24 N", "1,21", None],
            1,
            [["1.21"], ["1.21 N"], ["1.24 N"], ["1,21"], [None]],
        ),
    ],
)
def test_points_that_round_to_one_become_it(
    texts: list[str | None], decimals: int, groups: list[list[str | None]]
) -> None:
    assert same(texts, rounded(pl.Series(texts, dtype=pl.String), decimals)) == groups


@given(st.lists(st.floats(-180, 180).map(lambda number: f"{number:.6f}"), max_size=9))
def test_rounding_makes_alike_what_rounds_to_the_same(texts: list[str]) -> None:
    coarse = rounded(pl.Series(texts, dtype=pl.String), 1)
    by_number: dict[float, list[str | None]] = {}
    for text, made in zip(texts, coarse.to_list(), strict=True):
        number = float(made.removeprefix("\x00"))
        assert abs(number - float(text)) <= 0.05 + 1e-9
        by_number.setdefault(number, []).append(text)
    assert same([*texts], coarse) == list(by_number.values())


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (["1.25", "-33", None], True),
        (["1.25, 3.5", "1.2,3", "1;3", "1.2 3.5 400 4.9"], True),
        (["1.25", "north"], False),
        (["1,25"], False),
        (["1 2 3 4 5"], False),
        ([None], False),
        ([], False),
    ],
)
def test_points_are_degrees_in_every_cell(cells: list[str | None], points: bool) -> None:
    assert are_points(pl.Series(cells, dtype=pl.String)) is points


@pytest.mark.parametrize(
    ("codes", "level", "groups"),
    [
        (["SD01001", "SD01002", "SD02001", None], 2, [["SD01001", "SD01002"], ["SD02001"], [None]]),
        (["UA0102003", "UA0102004", "UA0103003"], 3, [["UA0102003", "UA0102004"], ["UA0103003"]]),
        (["NER001001", "NER001024", "NER002001"], 2, [["NER001001", "NER001024"], ["NER002001"]]),
        (["AF0101", " AF0102 "], 2, [["AF0101", " AF0102 "]]),
    ],
)
def test_a_p_code_begins_with_that_of_the_place_around_it(
    codes: list[str | None], level: int, groups: list[list[str | None]]
) -> None:
    above = parents(pl.Series(codes, dtype=pl.String), level)
    assert above is not None
    assert same(codes, above) == groups


@pytest.mark.parametrize(
    "codes", [[], [None], ["SD01001", "SD0101"], ["SD01001", "Nyala"], ["101"]]
)
def test_codes_of_several_lengths_or_none_name_no_place_around(codes: list[str | None]) -> None:
    assert parents(pl.Series(codes, dtype=pl.String), 2) is None
