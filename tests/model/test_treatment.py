"""The lattice of protections: its laws, and its chains in the order that protects more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from hxlguard.model.profile import DatePrecision
from hxlguard.model.treatment import (
    DROPPED,
    NOTHING,
    Identifier,
    Protection,
    Treatment,
    protection,
)

protections = st.just(DROPPED) | st.builds(
    Protection,
    decimals=st.none() | st.integers(0, 6),
    admin_level=st.none() | st.integers(0, 5),
    date=st.none() | st.sampled_from(DatePrecision),
    cuts=st.none() | st.frozensets(st.integers(0, 4), max_size=3),
    identifier=st.none() | st.sampled_from(Identifier),
)


@given(protections, protections, protections)
def test_the_laws_of_a_join(one: Protection, other: Protection, third: Protection) -> None:
    assert one | one == one
    assert one | other == other | one
    assert (one | other) | third == one | (other | third)
    assert one | NOTHING == one
    assert one | DROPPED == DROPPED


@given(protections, protections, protections)
def test_the_join_is_the_least_upper_bound(
    one: Protection, other: Protection, third: Protection
) -> None:
    joined = one | other
    assert one <= joined
    assert other <= joined
    if one <= third and other <= third:
        assert joined <= third


@given(protections, protections, protections)
def test_the_laws_of_an_order(one: Protection, other: Protection, third: Protection) -> None:
    assert NOTHING <= one <= one <= DROPPED
    assert (one == other) == (one <= other <= one)
    if one <= other <= third:
        assert one <= third


@given(protections, protections)
def test_more_protection_is_more_in_every_respect(one: Protection, other: Protection) -> None:
    respects = (
        other.decimals is None or (one.decimals is not None and one.decimals <= other.decimals),
        other.admin_level is None
        or (one.admin_level is not None and one.admin_level <= other.admin_level),
        other.date is None or (one.date is not None and one.date >= other.date),
        other.cuts is None or (one.cuts is not None and one.cuts <= other.cuts),
        other.identifier is None or one.identifier == other.identifier,
    )
    assert (other <= one) == (one.drop or (not other.drop and all(respects)))


def treatments(*made: dict[str, object]) -> Protection:
    adapter: TypeAdapter[tuple[Treatment, ...]] = TypeAdapter(tuple[Treatment, ...])
    return protection(adapter.validate_python(made))


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ({"do": "round_coordinates", "decimals": 2}, {"do": "round_coordinates", "decimals": 1}),
        (
            {"do": "generalise_location", "admin_level": 3},
            {"do": "generalise_location", "admin_level": 2},
        ),
        ({"do": "truncate_date", "to": "month"}, {"do": "truncate_date", "to": "quarter"}),
        ({"do": "band", "cuts": [0, 5, 18]}, {"do": "band", "cuts": [0, 18]}),
        ({"do": "mask"}, {"do": "drop"}),
        ({"do": "pseudonymise"}, {"do": "drop"}),
    ],
)
def test_a_chain_has_its_order(weaker: dict[str, object], stronger: dict[str, object]) -> None:
    assert treatments(weaker) <= treatments(stronger)
    assert not treatments(stronger) <= treatments(weaker)
    assert treatments(weaker, stronger) == treatments(stronger)


def test_a_pseudonym_and_a_mask_together_mean_drop() -> None:
    assert treatments({"do": "pseudonymise"}, {"do": "mask"}) == DROPPED


def test_bands_join_to_the_cuts_that_both_have() -> None:
    joined = treatments({"do": "band", "cuts": [0, 5, 18]}, {"do": "band", "cuts": [0, 12, 18]})
    assert joined.cuts == {0, 18}
