"""Bands: how they are written, and which are those that were agreed."""

from __future__ import annotations

import itertools

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.bands import finer, read_bands, unread

OLDEST = 120
AGES = range(OLDEST + 1)
CUTS = (0, 5, 12, 18, 60)


def judged(text: str, cuts: tuple[int, ...] = CUTS) -> str:
    bands = read_bands(pl.Series([text]))
    if unread(bands).item():
        return "unread"
    return "finer" if finer(bands, cuts).item() else "fits"


@pytest.mark.parametrize(
    "text",
    [
        "0-4",
        " 5 \u2013 11 ",
        "12 to 17",
        "12 TO 17 years",
        "60+",
        "60 +",
        ">= 60",
        "\u2265 60",
        "60 and over",
        "60 ans et plus",
        "60 years and older",
        "at least 60",
        "over 59",
        "> 59",
        "<5",
        "under 5",
        "moins de 5 ans",
        "menos de 5 años",
        "<= 4",
        "up to 4",
        "[5,12)",
        "[5, 12[",
        "[5,11]",
        "(4,11]",
        "[60,)",
        "[60, \u221e)",
        "between 5 and 11",
        "5-17",
        "0-59",
        "<18",
        "18-59 y",
    ],
)
def test_agreed_bands_and_coarser_ones_fit(text: str) -> None:
    assert judged(text) == "fits"


@pytest.mark.parametrize(
    "text",
    [
        "34",
        "0",
        "34.5",
        "34 years",
        "34y",
        "-5",
        "0-5",
        "5-12",
        "6-11",
        "5-10",
        "[5,12]",
        "60-120",
        "61+",
        ">60",
        "<=5",
        "<6",
        "1999-2004",
        "0-0",
    ],
)
def test_numbers_and_other_bands_are_finer(text: str) -> None:
    assert judged(text) == "finer"


@pytest.mark.parametrize(
    "text",
    [
        "adult",
        "11-5",
        "11 May",
        "1984-02-03",
        "5-11; 12-17",
        "5 11",
        "",
        "<0",
        "unknown",
        "0-11 months",
        "5-11 " + "x" * 40,
    ],
)
def test_what_is_neither_is_said(text: str) -> None:
    assert judged(text) == "unread"


def test_a_band_from_0_on_is_one_without_a_beginning() -> None:
    assert judged("0-17", (18, 60)) == judged("<18", (18, 60)) == "fits"
    assert judged("0-17", (-5, 18)) == "finer"


def test_no_band_fits_where_clauses_have_no_cut_in_common() -> None:
    assert {judged(text, ()) for text in ("0-4", "60+", "<5", "34")} == {"finer"}


cuts = st.sets(st.integers(0, 90), min_size=1, max_size=6).map(lambda found: tuple(sorted(found)))
ends = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted)


def ages_of(first: int, last: int) -> frozenset[int]:
    return frozenset(age for age in AGES if first <= age <= last)


def agreed_bands(made: tuple[int, ...]) -> list[frozenset[int]]:
    bounds = [0, *made, OLDEST + 1]
    bands = (ages_of(first, end - 1) for first, end in itertools.pairwise(bounds))
    return [band for band in bands if band]


def is_joined(ages: frozenset[int], made: tuple[int, ...]) -> bool:
    """By brute force: every agreed band lies in these ages as a whole, or not at all."""
    return all(band <= ages or not band & ages for band in agreed_bands(made))


@given(ends, cuts, st.sampled_from(["{0}-{1}", "{0} to {1}", "[{0},{1}]", "[{0},{2})", "{0}–{1}y"]))
def test_a_band_fits_exactly_when_agreed_bands_make_it_up(
    band: list[int], made: tuple[int, ...], form: str
) -> None:
    first, last = band
    fits = judged(form.format(first, last, last + 1), made) == "fits"
    assert fits == is_joined(ages_of(first, last), made)


@given(st.integers(1, 90), cuts, st.sampled_from(["{0}+", ">={0}", "over {1}", "[{0},)"]))
def test_so_does_one_without_an_end(first: int, made: tuple[int, ...], form: str) -> None:
    fits = judged(form.format(first, first - 1), made) == "fits"
    assert fits == is_joined(ages_of(first, OLDEST), made)


@given(st.integers(1, 90), cuts, st.sampled_from(["<{0}", "under {0}", "<= {1}", "up to {1}"]))
def test_and_one_without_a_beginning(end: int, made: tuple[int, ...], form: str) -> None:
    fits = judged(form.format(end, end - 1), made) == "fits"
    assert fits == is_joined(ages_of(0, end - 1), made)


@given(ends, cuts, cuts)
def test_two_clauses_together_ask_for_the_cuts_they_share(
    band: list[int], one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    text = f"{band[0]}-{band[1]}"
    both = tuple(sorted({*one} & {*other}))
    if band[0] > 0:
        fits = [judged(text, made) == "fits" for made in (one, other, both)]
        assert fits[2] == (fits[0] and fits[1])
