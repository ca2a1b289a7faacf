"""Population uniqueness by Zayatz's model: its formula in fractions, and degenerate tables."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures import MEASURES
from hxlguard.measures.classes import Classes, classes_of, partial
from hxlguard.measures.measure import Measured
from hxlguard.measures.population_uniqueness import chance_alone
from hxlguard.model.disclosure import MeasureAsked
from tests.measures import risk_oracles


def classes(sizes: list[int], weight: str | None = None) -> Classes:
    """One class of each size."""
    keys = [str(number) for number, size in enumerate(sizes) for _ in range(size)]
    frame = pl.DataFrame({"1": keys, "2": pl.Series([weight] * len(keys), dtype=pl.String)})
    named = None if weight is None else "2"
    return classes_of(partial(frame, ["1"], ["2"]), weight=named)


def measured(found: Classes, fraction: float | None, **asked: object) -> Measured:
    question = MeasureAsked("population_uniqueness", sampling_fraction=fraction, **asked)  # type: ignore[arg-type]
    return MEASURES["population_uniqueness"].measured(found, question)


sizes_drawn = st.lists(st.integers(1, 6), min_size=1, max_size=12)


@given(sizes_drawn, st.integers(0, 300))
def test_the_chance_is_that_of_the_formula(sizes: list[int], others: int) -> None:
    people = sum(sizes) + others
    naive = float(risk_oracles.zayatz(sizes, people)) if 1 in sizes else 0.0
    assert chance_alone(classes(sizes), float(people)) == pytest.approx(naive)


@given(sizes_drawn)
def test_in_a_census_the_unique_are_unique(sizes: list[int]) -> None:
    answer = measured(classes(sizes), 1.0)
    assert answer.value == sizes.count(1) / sum(sizes)
    assert answer.worst is not None
    assert answer.worst.to_list().count(True) == sizes.count(1)


def test_the_smaller_the_sample_the_fewer_are_unique() -> None:
    values = [measured(classes([1, 1, 1, 2, 3]), fraction).value for fraction in (1, 0.5, 0.1)]
    assert values == sorted((value or 0 for value in values), reverse=True)
    assert len(set(values)) == 3


def test_figures_beside_the_share() -> None:
    details = measured(classes([1, 1, 2]), 1.0).details
    assert details == {"sample_uniques": 2, "chance_alone": 1.0, "sampling_fraction": 1.0}


def test_weights_give_the_sampling_fraction() -> None:
    assert measured(classes([1, 2], "4"), None).details["sampling_fraction"] == 0.25
    assert measured(classes([1, 2], "0.5"), None).details["sampling_fraction"] == 1.0


@pytest.mark.parametrize("weight", [None, "0", "-3", "many"])
def test_without_a_fraction_there_is_no_figure(weight: str | None) -> None:
    answer = measured(classes([1, 2], weight), None)
    assert answer.value is None
    assert "sampling_fraction" in answer.reason


def test_weights_of_keys_that_overlap_give_no_fraction() -> None:
    assert measured(classes([1, 2], "4"), None, blanks="wildcard").value is None


@pytest.mark.parametrize("fraction", [1e-9, 1e-300])
def test_next_to_no_sample(fraction: float) -> None:
    assert measured(classes([1, 2]), fraction).value == pytest.approx((1 / 3) ** 2)
