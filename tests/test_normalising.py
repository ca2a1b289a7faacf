"""Cells are seen without what hides their text."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.normalising import normalised
from tests.test_detection import CELLS


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("963944555123.0", "963944555123"),
        ("963944555123,00", "963944555123"),
        ("+963944555123.0; 0944555123.0", "+963944555123; 0944555123"),
        ("9.63944555123E+11", "963944555123"),
        ("9,63944555123e11", "963944555123"),
        ("3.351380E+01", "33.5138"),
        ("33.51380", "33.51380"),
        ("12.0", "12.0"),
        ("1234567.05", "1234567.05"),
        ("1.0.0E", "1.0.0E"),
        ("a\r\nb\tc", "a b c"),
        ("a\u2028b\u0085c", "a b c"),
        ("a\x00b\x7fc", "abc"),
        ("\u202aa\u202c\u2067b\u2069\u061c", "ab"),
        ("a\u2063b\u034fc\u3164d\ufe0fe\U000e0020\U000e0101", "abcde"),
        ("߉\u0e59\U0001e959", "999"),
        ("33\u00ba30'49\u2033", "33°30'49\""),
        ("33\u066b5\u060c 36", "33.5, 36"),
        ("\u2019+963944555123", "+963944555123"),
        ("`0944555123", "0944555123"),
        ('="0944555123"', "0944555123"),
        ("=A1+B2", "=A1+B2"),
        ("\u2018Abd", "\u2018Abd"),
        ("34201\u20130891231\u20118", "34201-0891231-8"),
        ("1E+12", "1000000000000"),
        ("9.63944555123E+011", "963944555123"),
        ("1E12", "1E12"),
        ("٠٩٤٤ ۰۹۴۴ ०९४४ ০৯৪৪ ၀၉၄၄", "0944 0944 0944 0944 0944"),
    ],
)
def test_cells_are_seen_without_what_hides_their_text(cell: str, seen: str) -> None:
    assert normalised(pl.Series([cell])).to_list() == [seen]


@given(st.lists(CELLS, max_size=6))
def test_what_a_cell_is_seen_as_does_not_hang_on_its_neighbours(cells: list[str | None]) -> None:
    alone = [normalised(pl.Series([cell], dtype=pl.String))[0] for cell in cells]
    assert normalised(pl.Series(cells, dtype=pl.String)).to_list() == alone
