"""Yes, no and a status: data under `pregnant`, nothing under `phone`."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard.column_cells import ColumnCells
from hxlguard.lexicon.answers import ANSWER, ANSWERS
from hxlguard.scanning import scan_cells

CELLS = ["yes", "no", "Confirmed", " active ", "N/A"]


def shaped(entity: str, cells: list[str]) -> int:
    """How many of the cells have the shape of the entity."""
    (scan,) = scan_cells(ColumnCells([pl.Series(cells)], 2), [entity], {})
    rows = scan.shaped.get(entity)
    return rows.count if rows else 0


@pytest.mark.parametrize("word", [word for words in ANSWERS.values() for word in words])
def test_every_answer_is_one_in_any_case(word: str) -> None:
    cells = pl.Series([word, word.upper(), f" {word} ", f"{word} Khalil"])
    assert cells.str.contains(ANSWER).to_list() == [True, True, True, False]


@pytest.mark.parametrize(
    "entity", ["PERSON_NAME", "EMAIL_ADDRESS", "DEVICE_ID", "STREET_ADDRESS", "OCCUPATION"]
)
def test_answers_have_no_shape_of_names_and_numbers(entity: str) -> None:
    assert shaped(entity, CELLS) == 0


@pytest.mark.parametrize("entity", ["PREGNANCY", "DISABILITY", "PROTECTION_CASE", "DETENTION"])
def test_answers_about_a_person_are_data(entity: str) -> None:
    assert shaped(entity, CELLS) == len(CELLS)


def test_counts_are_no_answers_about_a_person() -> None:
    assert shaped("PREGNANCY", ["120", "333", "1,204"]) == 0
    assert shaped("DISABILITY", ["120", "333", "1,204"]) == 0
