"""However a table is gone through, the findings are the same, and none of Presidio's is missing."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import cells, column_cells, matching, threads
from hxlguard.analysis import Analyzer, analyzer
from hxlguard.cells import numbered_batches
from hxlguard.confirming import Batches
from hxlguard.detection import detect
from hxlguard.inputs import delimited_grid, parquet, read
from hxlguard.model.asked import NOTHING_ASKED, Asked
from hxlguard.model.profile import SourceProfile
from hxlguard.model.table import Held, RawSource, RawTable
from hxlguard.normalising import normalised
from hxlguard.profiling import profile_source, regions
from hxlguard.recognizers import RECOGNIZERS, person_name
from hxlguard.tagging import tag_table
from tests.effort import effort
from tests.facts import everything_asked
from tests.test_detection import CELLS

CONFIRMING = [kind.entity for kind in RECOGNIZERS if kind.confirm]
Patch = pytest.MonkeyPatch
TINY, SMALL = 1_000, 3_000


ASKED = everything_asked()


def profiled(raw: RawSource, wanted: Asked = NOTHING_ASKED) -> SourceProfile:
    return profile_source(raw, [tag_table(table) for table in raw.tables], wanted)


def real_files(shared: Path) -> Iterator[Path]:
    return (path for path in sorted((shared / "data" / "real").iterdir()) if path.is_file())


def by_value(patch: Patch) -> None:
    patch.setattr(column_cells, "_CELLS_TOGETHER", 0)
    patch.setattr(column_cells, "_repeats", lambda column: True)
    patch.setattr(matching, "_FEW", 0)
    patch.setattr(cells, "MOST_ROWS", 300)
    patch.setattr(threads, "_CELLS_FOR_THREADS", 0)


def cell_by_cell(patch: Patch) -> None:
    patch.setattr(column_cells, "_CELLS_TOGETHER", 0)
    patch.setattr(column_cells, "_repeats", lambda column: False)
    patch.setattr(column_cells, "is_ascii", lambda texts: False)
    patch.setattr(threads, "_CELLS_FOR_THREADS", 2**40)


def streamed(patch: Patch) -> None:
    patch.setattr(delimited_grid, "HELD_BYTES", 0)
    patch.setattr(parquet, "HELD_BYTES", 0)
    patch.setattr(delimited_grid, "_FINE_BYTES", 2**12)
    patch.setattr(delimited_grid, "_COARSE_BYTES", 2**14)


@pytest.mark.parametrize(
    ("most_bytes", "wanted", "least"),
    [
        pytest.param(TINY, NOTHING_ASKED, 15, id="small"),
        pytest.param(SMALL, ASKED, 25, id="asked", marks=pytest.mark.thorough),
        pytest.param(2**40, NOTHING_ASKED, 60, id="all", marks=pytest.mark.thorough),
    ],
)
def test_real_files_show_the_same_in_every_way(
    most_bytes: int, wanted: Asked, least: int, shared: Path, monkeypatch: Patch
) -> None:
    paths = [path for path in real_files(shared) if path.stat().st_size <= most_bytes]
    assert len(paths) > least
    for path in paths:
        usual = profiled(read(path), wanted)
        for way in (by_value, cell_by_cell, streamed):
            with monkeypatch.context() as patch:
                way(patch)
                assert profiled(read(path), wanted) == usual, (path.name, way.__name__)


@effort(1 / 5)
@given(
    st.lists(st.tuples(CELLS, CELLS), max_size=30),
    st.lists(st.integers(0, 31), max_size=4),
    st.sampled_from([by_value, cell_by_cell]),
)
def test_random_tables_show_the_same_in_every_way(
    rows: list[tuple[str | None, ...]], cuts: list[int], way: Callable[[Patch], None]
) -> None:
    table = [("Sector", "Note"), *rows]
    cells = pl.DataFrame(table, schema={"1": pl.String, "2": pl.String}, orient="row")
    bounds = itertools.pairwise([0, *sorted(cuts), len(table)])
    parts = tuple(cells[start:end] for start, end in bounds)

    def source(*frames: pl.DataFrame) -> RawSource:
        return RawSource("x.csv", "text/csv", "0" * 64, (RawTable("x", Held(frames)),))

    usual = profiled(source(cells), ASKED)
    with pytest.MonkeyPatch.context() as patch:
        way(patch)
        assert profiled(source(*parts), ASKED) == usual


def all_asked(rows: Batches, names: list[str], looker: Analyzer) -> Counter[tuple[str, str]]:
    """By column and entity how many cells Presidio confirms when it is asked about every one."""
    found: Counter[tuple[str, str]] = Counter()
    for _, frame in rows(names):
        for column in frame:
            texts = Counter(normalised(column.drop_nulls()))
            with pytest.MonkeyPatch.context() as patch:
                names_told_at_once(texts, patch)
                for entity, (text, count) in itertools.product(CONFIRMING, texts.items()):
                    if looker.score(entity, text):
                        found[column.name, entity] += count
    return found


def names_told_at_once(texts: Iterable[str], patch: Patch) -> None:
    """One text takes as long as hundreds together; `test_naming.py` shows it to be the same."""
    alone, listed = person_name._scores, list(texts)
    known = dict(zip(listed, alone(pl.Series(listed, dtype=pl.String)), strict=True))

    def scores(asked: pl.Series) -> pl.Series:
        return pl.Series([known[asked[0]]]) if asked[0] in known else alone(asked)

    patch.setattr(person_name, "_scores", scores)


def test_nothing_of_presidios_is_lost_on_real_files(shared: Path) -> None:
    compared = 0
    for path in real_files(shared):
        tables = [tag_table(table) for table in read(path).tables]
        looker = analyzer(regions(tables))
        for table in tables:
            names = [column.name for column in table.columns]
            rows = partial(numbered_batches, table.grid, table.first_data_row)
            seen = dict(zip(names, detect(rows, dict.fromkeys(names, ()), looker), strict=True))
            for (name, entity), count in all_asked(rows, names, looker).items():
                hits = seen[name].confirmed.hits[entity]
                assert hits.rows.count == count or hits.sample, (path.name, name, entity)
                assert hits.rows.count >= count, (path.name, name, entity)
                compared += 1
    assert compared >= 15
