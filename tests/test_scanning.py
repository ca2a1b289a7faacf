"""A scan looks at every cell, whichever way is the faster one."""

from __future__ import annotations

import itertools

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.cells import asked_of, may_begin_with_letter
from hxlguard.column_cells import CONFIRMING, OF_WORDS, PLAIN, ColumnCells, together
from hxlguard.lexicon.answers import ANSWERS
from hxlguard.normalising import normalised
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.scanning import SAMPLE_SIZE, ColumnScan, candidates, candidates_in, scan_cells
from tests.test_detection import CELLS, ENTITIES

REGIONS = ("JO", "SY")


def scan(
    cells: list[str | None], first_row: int = 1, *, by_value: bool | None = None
) -> ColumnScan:
    column = ColumnCells([pl.Series(cells, dtype=pl.String)], first_row, by_value=by_value)
    (found,) = scan_cells(column, ENTITIES, candidates_in(column, REGIONS))
    return found


@given(st.lists(CELLS, max_size=40))
def test_value_by_value_or_cell_by_cell_is_the_same(cells: list[str | None]) -> None:
    assert scan(cells, by_value=True) == scan(cells, by_value=False)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=15))
def test_columns_together_show_what_each_shows_alone(rows: list[tuple[str | None, ...]]) -> None:
    columns = [[row[at] for row in rows] for at in range(3)]
    alone = [scan(cells, 7) for cells in columns]
    for by_value in (None, True, False):
        series = [pl.Series(cells, dtype=pl.String) for cells in columns]
        side_by_side = ColumnCells(series, 7, by_value=by_value)
        found = candidates_in(side_by_side, REGIONS)
        assert scan_cells(side_by_side, ENTITIES, found) == alone


@given(
    st.dictionaries(st.text(max_size=3), st.sets(st.sampled_from(["AGE", "GENDER"]))),
    st.sampled_from([0, 1, 20_000, 2**20]),
)
def test_only_columns_of_which_the_same_is_wanted_go_together(
    wanted: dict[str, set[str]], height: int
) -> None:
    groups = together(wanted, height)
    assert sorted(name for names in groups for name in names) == sorted(wanted)
    for names in groups:
        assert len({frozenset(wanted[name]) for name in names}) == 1
        assert len(names) == 1 or height < 2**20


@given(st.lists(CELLS, max_size=40), st.data())
def test_the_whole_is_the_merge_of_any_split(cells: list[str | None], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(cells)), max_size=3)))
    bounds = list(itertools.pairwise([0, *cuts, len(cells)]))
    merged = ColumnScan()
    for start, end in data.draw(st.permutations(bounds)):
        merged |= scan(cells[start:end], start + 1)
    assert merged == scan(cells)


@given(st.lists(CELLS.filter(bool), min_size=1, max_size=12))
def test_only_suspects_are_rewritten_or_candidates(cells: list[str]) -> None:
    texts = pl.Series(cells, dtype=pl.String).filter(pl.Series([bool(c.strip()) for c in cells]))
    column = ColumnCells([texts], 1, by_value=False)
    seen = normalised(texts)
    assert column.values.equals(seen)
    cleared = [at for at in range(len(texts)) if at not in set(column.suspects)]
    for kind in CONFIRMING:
        assert not candidates(kind, seen.gather(cleared), REGIONS).any()


@given(st.lists(st.from_regex(PLAIN, fullmatch=True), min_size=1))
def test_plain_numbers_and_dates_are_nothing_else(cells: list[str]) -> None:
    texts = pl.Series([cell.rstrip("\n") for cell in cells])
    assert normalised(texts).equals(texts)
    for kind in CONFIRMING:
        assert not candidates(kind, texts, REGIONS).any()


def test_one_odd_cell_among_plain_numbers_is_found() -> None:
    cells = [f"{at % 90}.5" for at in range(20_000)]
    cells[17_123] = "0944 555 123"
    assert scan(cells).candidates["PHONE_NUMBER"].first == (17_124,)


def test_the_sample_is_small_and_hangs_on_the_values_alone() -> None:
    cells: list[str | None] = [f"w{at}@relief.example" for at in range(5_000)]
    found = scan(cells).samples["EMAIL_ADDRESS"]
    assert len(found) == SAMPLE_SIZE
    assert scan(cells[::-1]).samples["EMAIL_ADDRESS"] == found
    assert scan(cells + cells).samples["EMAIL_ADDRESS"] == found


def test_every_kind_that_values_show_has_a_candidate_pattern() -> None:
    assert {kind.entity for kind in RECOGNIZERS if kind.confirm} == {k.entity for k in CONFIRMING}


def test_every_word_of_a_vocabulary_and_every_answer_may_begin_with_a_letter() -> None:
    words = [word for kind in OF_WORDS for word in kind.vocabulary]
    answers = [word for listed in ANSWERS.values() for word in listed]
    spaced = [f"{blank}{word}" for word in [*words, *answers] for blank in ("", " ", "\t")]
    assert may_begin_with_letter(pl.Series(spaced)).all()


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9))))
def test_only_what_is_marked_is_asked(marked: list[tuple[bool, int]]) -> None:
    marks = pl.Series([mark for mark, _ in marked], dtype=pl.Boolean)
    numbers = pl.Series([number for _, number in marked], dtype=pl.Int64)
    found = asked_of(marks, numbers, lambda some: some > 4)
    assert found.to_list() == [mark and number > 4 for mark, number in marked]
