"""A scan looks at every cell, and the scans of any split add up to the scan of the whole."""

from __future__ import annotations

import itertools

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hxlguard.analysis import analyzer
from hxlguard.detection import ColumnScan, normalised, scan_columns
from hxlguard.recognizers import RECOGNIZERS

LOOKER = analyzer(("JO", "SY"))
ENTITIES = frozenset(kind.entity for kind in RECOGNIZERS)
CELLS = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "Aleppo", "12", "١٢٣", "3.5"]),
    st.sampled_from([text for kind in RECOGNIZERS for text in kind.matches + kind.misses]),
    st.text(max_size=12),
)


def scan(cells: list[str | None], first_row: int = 1) -> ColumnScan:
    rows = pl.Series(range(first_row, first_row + len(cells)), dtype=pl.UInt32)
    return scan_columns(
        pl.DataFrame([pl.Series("x", cells, dtype=pl.String)]), rows, LOOKER, [ENTITIES]
    )[0]


@settings(max_examples=150)
@given(st.lists(CELLS, max_size=30), st.data())
def test_the_whole_is_the_merge_of_any_split_in_any_order(
    cells: list[str | None], data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(cells)), max_size=3)))
    bounds = [0, *cuts, len(cells)]
    parts = [scan(cells[start:end], start + 1) for start, end in itertools.pairwise(bounds)]
    merged = ColumnScan()
    for part in data.draw(st.permutations(parts)):
        merged = merged | part
    whole = scan(cells)
    assert merged.filled == whole.filled
    assert merged.candidates == whole.candidates
    assert merged.confirmed == whole.confirmed
    assert merged.distinct == whole.distinct
    assert merged.shaped == whole.shaped


@settings(max_examples=150)
@given(st.lists(CELLS, max_size=12))
def test_finds_all_that_presidio_finds_cell_by_cell(cells: list[str | None]) -> None:
    found = scan(cells)
    for kind in (kind for kind in RECOGNIZERS if kind.confirm):
        expected = [
            row
            for row, cell in enumerate(cells, start=1)
            if cell and cell.strip() and LOOKER.score(kind.entity, normalised(pl.Series([cell]))[0])
        ]
        rows = found.confirmed[kind.entity].rows if kind.entity in found.confirmed else None
        assert (rows.count if rows else 0) == len(expected)
        assert list(rows.first if rows else ()) == expected[:5]


def test_one_cell_in_a_hundred_thousand_is_found() -> None:
    cells = [f"activity {n % 97}" for n in range(100_000)]
    cells[87_654] = "ask amina@relief.example for the list"
    hits = scan(cells).confirmed["EMAIL_ADDRESS"]
    assert (hits.rows.count, hits.rows.first) == (1, (87_655,))


def test_digits_of_other_scripts_and_invisible_characters_do_not_hide_a_number() -> None:
    cells = [
        "+٩٦٣ ٩٤٤ ٥٥٥ ١٢٣",
        "+९६३ ९४४ ५५५ १२३",
        "'+963944555123",
        "+963\u200b944\u200b555\u200b123",
    ]
    assert scan(cells).confirmed["PHONE_NUMBER"].rows.count == 4


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
    ],
)
def test_cells_are_seen_without_what_hides_their_text(cell: str, seen: str) -> None:
    assert normalised(pl.Series([cell])).to_list() == [seen]


@given(st.lists(CELLS, max_size=6))
def test_what_a_cell_is_seen_as_does_not_hang_on_its_neighbours(cells: list[str | None]) -> None:
    alone = [normalised(pl.Series([cell], dtype=pl.String))[0] for cell in cells]
    assert normalised(pl.Series(cells, dtype=pl.String)).to_list() == alone


def test_a_number_written_as_a_float_weighs_as_much_as_the_number() -> None:
    numbers = [f"96394455512{last}" for last in range(6)]
    whole = scan(numbers).confirmed["PHONE_NUMBER"]
    assert scan([f"{number}.0" for number in numbers]).confirmed["PHONE_NUMBER"] == whole
    assert scan([f"{int(number):.11E}" for number in numbers]).confirmed["PHONE_NUMBER"] == whole


def test_marks_around_a_number_do_not_make_it_less_sure() -> None:
    bare = scan(["+963 944 555 123"]).confirmed["PHONE_NUMBER"].score
    for cell in ("\u202a+963 944 555 123\u202c", "Tel:+963 944 555 123", "(+963) 944 555 123"):
        assert scan([cell]).confirmed["PHONE_NUMBER"].score == bare


def test_no_repr_shows_a_cell() -> None:
    assert "amina" not in repr(scan(["amina@relief.example"]))
