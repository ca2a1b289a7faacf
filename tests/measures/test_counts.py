"""Counts as people write them, signs of suppression, and what is neither."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard.measures.counts import read_counts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12", 12),
        (" 7 ", 7),
        ("+7", 7),
        ("0", 0),
        ("12.0", 12),
        ("5.", 5),
        ("0.5", 0.5),
        ("12,5", 12.5),
        ("1,2", 1.2),
        ("0,125", 0.125),
        ("1,234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u202f234", 1234),
        ("1'234", 1234),
        ("1\u2019234", 1234),
        ("1,234,567", 1_234_567),
        ("1,23,456", 123_456),
        ("12,345.67", 12_345.67),
        ("1.234.567", 1_234_567),
        ("1.234,5", 1234.5),
        ("1.2E+05", 120_000),
        ("\u0661\u0662", 12),
    ],
)
def test_numbers(text: str, count: float) -> None:
    assert read_counts(pl.Series([text])).rows() == [(count, False, None)]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (None, None),
        (" ", None),
        *[(sign, None) for sign in (".", "..", "...", "\u2026", "*", "**", ":", "-", "\u2013")],
        *[(word, None) for word in ("c", "X", "s", "z", "n/a", "NA", "NaN", "null", "None")],
        *[(word, None) for word in ("Suppressed", "supprimé", "confidencial", "محجوب")],
        ("<5", 4),
        ("< 10", 9),
        ("less than 5", 4),
        ("moins de 5", 4),
        ("\u2264 4", 4),
        ("<= 4", 4),
        ("1-4", 4),
        ("1 \u2013 4", 4),
        ("<0", 0),
    ],
)
def test_signs_of_suppression(text: str | None, most: int | None) -> None:
    assert read_counts(pl.Series([text], dtype=pl.String)).rows() == [(None, True, most)]


@pytest.mark.parametrize(
    "text",
    [
        "1.234",  # a thousand, or a little more than one
        "12.345",
        "-3",
        "inf",
        "12%",
        "12 people",
        "about 12",
        "10-49",
        "1e5",
        "5+",
        "one",
        "1234567890123456789",
        "1,23,4",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert read_counts(pl.Series([text])).rows() == [(None, False, None)]


def test_a_column_is_read_cell_by_cell() -> None:
    cells = pl.Series(["7", None, "7", "<5", "?"])
    assert read_counts(cells)["count"].to_list() == [7, None, 7, None, None]
    assert read_counts(cells)["held"].to_list() == [False, True, False, True, False]
    assert read_counts(cells.head(0)).is_empty()
