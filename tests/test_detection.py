"""A scan looks at every cell, and the scans of any split add up to the scan of the whole."""

from __future__ import annotations

import itertools

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.analysis import analyzer
from hxlguard.detection import Seen, detect_in
from hxlguard.normalising import normalised
from hxlguard.recognizers import RECOGNIZERS

LOOKER = analyzer(("JO", "SY"))
ENTITIES = frozenset(kind.entity for kind in RECOGNIZERS)
CELLS = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "Aleppo", "12", "١٢٣", "3.5"]),
    st.sampled_from([text for kind in RECOGNIZERS for text in kind.matches + kind.misses]),
    st.text(max_size=12),
)


def scan(cells: list[str | None], first_row: int = 1) -> Seen:
    column = pl.DataFrame({"x": cells}, schema={"x": pl.String})
    return detect_in(column, first_row, LOOKER, [ENTITIES])[0]


@given(st.lists(CELLS, max_size=30), st.data())
def test_the_whole_is_the_merge_of_any_split_in_any_order(
    cells: list[str | None], data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(cells)), max_size=3)))
    bounds = [0, *cuts, len(cells)]
    parts = [scan(cells[start:end], start + 1) for start, end in itertools.pairwise(bounds)]
    merged = Seen()
    for part in data.draw(st.permutations(parts)):
        merged = merged | part
    assert merged == scan(cells)


@given(st.lists(CELLS, max_size=12))
def test_finds_all_that_presidio_finds_cell_by_cell(cells: list[str | None]) -> None:
    found = scan(cells)
    for kind in (kind for kind in RECOGNIZERS if kind.confirm):
        expected = [
            row
            for row, cell in enumerate(cells, start=1)
            if cell and cell.strip() and LOOKER.score(kind.entity, normalised(pl.Series([cell]))[0])
        ]
        rows = (
            found.confirmed.hits[kind.entity].rows if kind.entity in found.confirmed.hits else None
        )
        assert (rows.count if rows else 0) == len(expected)
        assert list(rows.first if rows else ()) == expected[:5]


def test_one_cell_in_a_hundred_thousand_is_found() -> None:
    cells = [f"activity {n % 97}" for n in range(100_000)]
    cells[87_654] = "ask amina@relief.example for the list"
    hits = scan(cells).confirmed.hits["EMAIL_ADDRESS"]
    assert (hits.rows.count, hits.rows.first) == (1, (87_655,))


def test_digits_of_other_scripts_and_invisible_characters_do_not_hide_a_number() -> None:
    cells = [
        "+٩٦٣ ٩٤٤ ٥٥٥ ١٢٣",
        "+९६३ ९४४ ५५५ १२३",
        "'+963944555123",
        "+963\u200b944\u200b555\u200b123",
    ]
    assert scan(cells).confirmed.hits["PHONE_NUMBER"].rows.count == 4


def test_a_number_written_as_a_float_weighs_as_much_as_the_number() -> None:
    numbers = [f"96394455512{last}" for last in range(6)]
    whole = scan(numbers).confirmed.hits["PHONE_NUMBER"]
    assert scan([f"{number}.0" for number in numbers]).confirmed.hits["PHONE_NUMBER"] == whole
    assert (
        scan([f"{int(number):.11E}" for number in numbers]).confirmed.hits["PHONE_NUMBER"] == whole
    )


def test_marks_around_a_number_do_not_make_it_less_sure() -> None:
    bare = scan(["+963 944 555 123"]).confirmed.hits["PHONE_NUMBER"].score
    for cell in ("\u202a+963 944 555 123\u202c", "Tel:+963 944 555 123", "(+963) 944 555 123"):
        assert scan([cell]).confirmed.hits["PHONE_NUMBER"].score == bare


def test_no_repr_shows_a_cell() -> None:
    assert "amina" not in repr(scan(["amina@relief.example"]))
