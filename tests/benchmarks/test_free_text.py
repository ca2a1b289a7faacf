"""The made-up remarks are the same every time, and in both halves."""

from __future__ import annotations

from benchmarks.detection.free_text import ENTITIES, remarks


def test_the_same_seed_makes_the_same_remarks() -> None:
    assert remarks(1) == remarks(1) != remarks(2)


def test_every_slot_is_filled_and_stands_in_some_remark() -> None:
    made = remarks()
    assert not any("{" in remark.text or "#" in remark.text for remark in made)
    assert {slot for remark in made for slot in remark.slots} == set(ENTITIES)
    assert {remark.language for remark in made} == {"en", "fr", "es", "ar", "uk"}
    assert {remark.held for remark in made} == {True, False}
