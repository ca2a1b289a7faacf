"""The made-up remarks are the same every time, and in both halves."""

from __future__ import annotations

import pytest

from benchmarks.detection.free_text import ENTITIES, remarks, wilson


def test_the_same_seed_makes_the_same_remarks() -> None:
    assert remarks(1) == remarks(1) != remarks(2)


def test_every_slot_is_filled_and_stands_in_some_remark() -> None:
    made = remarks()
    assert not any("{" in remark.text or "#" in remark.text for remark in made)
    assert {slot for remark in made for slot in remark.slots} == set(ENTITIES)
    assert {remark.language for remark in made} == {"en", "fr", "es", "ar", "uk"}
    assert {remark.held for remark in made} == {True, False}


@pytest.mark.parametrize(
    ("hits", "total", "expected"), [(0, 10, (0.0, 0.278)), (81, 263, (0.255, 0.366))]
)
def test_intervals_are_those_of_wilson(
    hits: int, total: int, expected: tuple[float, float]
) -> None:
    assert wilson(hits, total) == pytest.approx(expected, abs=0.001)
