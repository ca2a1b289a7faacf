"""SUDA and DIS-SUDA: published scores, the definitions, blanks, degenerate tables."""

from __future__ import annotations

from functools import partial as bound

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures import MEASURES
from hxlguard.measures._minimal_uniques import minimal_uniques, scores
from hxlguard.measures.classes import Classes, classes_of, merged, partial
from hxlguard.measures.dis_suda import calibrated
from hxlguard.measures.measure import Measured
from hxlguard.measures.suda import msu_score
from hxlguard.model.disclosure import Blanks, MeasureAsked, MeasureName
from tests.measures import risk_oracles
from tests.measures.risk_oracles import Key
from tests.measures.risk_tables import TEN, of_records

GUIDE: list[Key] = [key for key, _ in TEN]
SDCMICRO: list[Key] = [("2", "0", "0"), ("1", "3", "6"), ("1", "0", "0")]
"""The table of a test of sdcMicro's `suda2`."""


def table(keys: list[Key]) -> pl.DataFrame:
    names = [str(at) for at in range(1, len(keys[0]) + 1)]
    return pl.DataFrame(keys, schema=dict.fromkeys(names, pl.String), orient="row")


def classes(keys: list[Key], cut: int = 0) -> Classes:
    """Grouped at once, or in two parts."""
    parts = [table(part) for part in (keys[:cut], keys[cut:]) if part]
    return classes_of(merged(partial(part, part.columns) for part in parts))


def measured(name: MeasureName, keys: list[Key], **asked: object) -> Measured:
    return MEASURES[name].measured(classes(keys), MeasureAsked(name, **asked))  # type: ignore[arg-type]


def suda(keys: list[Key], size: int, blanks: Blanks = "value") -> list[float]:
    found = classes(keys)
    uniques = minimal_uniques(found, MeasureAsked("suda", size=size, blanks=blanks))
    figures = scores(found, uniques, bound(msu_score, len(keys[0]), size))
    return of_records(found, figures, table(keys))


def dis_suda(keys: list[Key], size: int, fraction: float) -> list[float]:
    found = classes(keys)
    uniques = minimal_uniques(found, MeasureAsked("dis_suda", size=size))
    return of_records(found, calibrated(found, uniques, fraction), table(keys))


# published values


@pytest.mark.parametrize("size", [3, 4])
def test_published_scores(size: int) -> None:
    assert suda(GUIDE, size) == [0, 0, 6, 0, 12, 0, 6, 10, 0, 0]


def test_published_chances() -> None:
    """Of a sampling fraction of 1 %, as sdcMicro takes it where none is given."""
    found = [round(chance, 4) for chance in dis_suda(GUIDE, 3, 0.01)]
    assert found == [0, 0, 0.0051, 0, 0.0107, 0, 0.0051, 0.0088, 0, 0]


def test_published_minimal_sample_uniques() -> None:
    found = classes(GUIDE)
    fifth = of_records(found, pl.int_range(len(found.counts), eager=True), table(GUIDE))[4]
    sets = {
        unique.attributes
        for unique in minimal_uniques(found, MeasureAsked("suda", size=3))
        if fifth in unique.at
    }
    assert sets == {("1",), ("3", "4"), ("2", "4"), ("2", "3")}


def test_published_contributions() -> None:
    details = measured("suda", SDCMICRO).details
    assert [details[f"contribution_{column}"] for column in "123"] == [0.5, 0.375, 0.375]


# the definitions


def keys_of(values: list[str | None]) -> st.SearchStrategy[list[Key]]:
    return st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.tuples(*[st.sampled_from(values)] * width), min_size=1, max_size=20
        )
    )


@given(keys_of(["a", "b", "c"]), st.integers(1, 6))
def test_scores_are_those_of_the_definition(keys: list[Key], size: int) -> None:
    assert suda(keys, size) == risk_oracles.suda(keys, size)
    assert measured("suda", keys, size=size).value == max(risk_oracles.suda(keys, size))


@given(keys_of([None, "a", "b"]), st.integers(1, 5))
def test_a_blank_is_a_value_or_singles_out_nobody(keys: list[Key], size: int) -> None:
    assert suda(keys, size, "wildcard") == risk_oracles.suda(keys, size)
    named: list[Key] = [tuple(value or "blank" for value in key) for key in keys]
    assert suda(keys, size, "value") == risk_oracles.suda(named, size)


@given(keys_of(["a", "b", "c"]), st.integers(1, 5), st.floats(0.001, 1))
def test_chances_are_those_of_the_definition(keys: list[Key], size: int, fraction: float) -> None:
    naive = risk_oracles.dis_suda(keys, size, fraction)
    assert dis_suda(keys, size, fraction) == pytest.approx(naive)
    answer = measured("dis_suda", keys, size=size, sampling_fraction=fraction)
    assert answer.value == (pytest.approx(max(naive)) if len(keys[0]) > 1 else None)


@given(keys_of(["a", "b", "c"]), st.integers(1, 5))
def test_the_worst_records_are_those_above_the_limit(keys: list[Key], limit: int) -> None:
    worst = measured("suda", keys, at_most=limit).worst
    assert worst is not None
    at = classes(keys).positions(table(keys), worst).to_list()
    assert at == [row for row, score in enumerate(risk_oracles.suda(keys, 3)) if score > limit]


@given(keys_of([None, "a", "b", "c"]), st.integers(0, 20), st.sampled_from(["value", "wildcard"]))
def test_parts_add_up_to_the_whole(keys: list[Key], cut: int, blanks: Blanks) -> None:
    for name in ("suda", "dis_suda"):
        asked = MeasureAsked(name, blanks=blanks, sampling_fraction=0.3)
        whole = MEASURES[name].measured(classes(keys), asked)
        parts = MEASURES[name].measured(classes(keys, cut), asked)
        assert (parts.value, parts.details) == (whole.value, whole.details)


def test_what_one_measure_searched_the_other_need_not() -> None:
    """Though one of them goes with weights; another size or kind of blanks is another search."""
    frame = table(GUIDE).with_columns(pl.Series("w", [weight for _, weight in TEN]))
    grouped = partial(frame, ["1", "2", "3", "4"], ["w"])
    plain, weighted = classes_of(grouped), classes_of(grouped, weight="w")
    once = minimal_uniques(plain, MeasureAsked("suda"))
    assert minimal_uniques(weighted, MeasureAsked("dis_suda")) is once
    assert minimal_uniques(weighted, MeasureAsked("dis_suda", size=2)) is not once
    assert minimal_uniques(weighted, MeasureAsked("dis_suda", blanks="wildcard")) is not once


# degenerate tables


def test_one_record_is_unique_in_every_attribute() -> None:
    assert measured("suda", [("a", "b", "c", "d")]).value == 4 * 6


def test_records_that_are_all_alike_have_no_score() -> None:
    answer = measured("suda", [("a", "b")] * 3)
    assert (answer.value, answer.details["scored"]) == (0, 0)
    assert measured("dis_suda", [("a", "b")] * 3, sampling_fraction=0.5).value == 0


def test_all_blank() -> None:
    nothing: list[Key] = [(None, None, None)]
    assert measured("suda", nothing).value == 6
    assert measured("suda", nothing, blanks="wildcard").value == 0


@pytest.mark.parametrize("fraction", [None, 0.0, -0.5, 1.5, float("nan"), float("inf"), 5e-324])
def test_chances_need_a_sampling_fraction(fraction: float | None) -> None:
    answer = measured("dis_suda", GUIDE, sampling_fraction=fraction)
    assert answer.value is None
    assert "sampling_fraction" in answer.reason


def test_weights_give_the_sampling_fraction() -> None:
    frame = table(GUIDE).with_columns(pl.Series("w", [weight for _, weight in TEN]))
    found = classes_of(partial(frame, ["1", "2", "3", "4"], ["w"]), weight="w")
    answer = MEASURES["dis_suda"].measured(found, MeasureAsked("dis_suda"))
    assert answer.details["sampling_fraction"] == 10 / 1570
    assert answer.value == measured("dis_suda", GUIDE, sampling_fraction=10 / 1570).value


@pytest.mark.parametrize("width", [1, 28])
def test_too_few_or_too_many_attributes_cannot_be_calibrated(width: int) -> None:
    keys: list[Key] = [tuple("a" * width), tuple("b" * width)]
    answer = measured("dis_suda", keys, size=2, sampling_fraction=0.1)
    assert answer.value is None
    assert "quasi-identifiers" in answer.reason


@pytest.mark.parametrize("size", [0, -1])
def test_a_size_below_one_is_no_size(size: int) -> None:
    assert "`max_size`" in measured("suda", GUIDE, size=size).reason


@pytest.mark.parametrize(("width", "size"), [(60, 30), (60, 3), (300, 300)])
def test_more_sets_than_anybody_would_wait_for_are_refused(width: int, size: int) -> None:
    answer = measured("suda", [tuple("a" * width)], size=size)
    assert answer.value is None
    assert "fewer quasi-identifiers" in answer.reason
