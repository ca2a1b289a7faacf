from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.terminal import fit, is_hidden, neutral, width, wrap

LINES = st.integers(min_value=12, max_value=120)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Contact\nName", "Contact Name"),
        ("a\x1b[31mred", "a\\u001b[31mred"),
        ("a\x9b31m", "a\\u009b31m"),
        ("gnp.\u202exslx", "gnp.\\u202exslx"),
        ("tag\U000e0041", "tag\\udb40\\udc41"),
        ("3w\udcff.csv", "3w\\udcff.csv"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u2028b", "a b"),
    ],
)
def test_neutral_shows_what_a_terminal_would_obey(text: str, shown: str) -> None:
    assert neutral(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("營地", 4), ("مخيم", 4), ("é", 1), ("e\u0301", 1)]
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(), LINES)
def test_fit_takes_exactly_its_cells_and_hides_nothing(text: str, cells: int) -> None:
    fitted = fit(text, cells)
    assert width(fitted) == cells
    assert not any(map(is_hidden, fitted))


@given(st.text(), LINES)
def test_wrap_keeps_its_width_and_every_character(text: str, cells: int) -> None:
    lines = wrap(text, cells, first="- ", rest="  ")
    assert all(width(line) <= cells for line in lines)
    assert not any(map(is_hidden, "".join(lines)))
    kept = "".join(line[2:] for line in lines).replace(" ", "")
    assert kept == "".join(neutral(text).split())


def test_wrap_breaks_between_words() -> None:
    assert wrap("one two three", 9, first="a: ", rest="   ") == ["a: one", "   two", "   three"]
