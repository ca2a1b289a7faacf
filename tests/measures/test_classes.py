from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures.classes import Classes, Partial, classes_of, merged, partial
from hxlguard.measures.coding import Column
from hxlguard.model.disclosure import Blanks
from tests.measures import oracles

KEYS = ("1", "2", "3")
SIDES = ("4", "5")
CELLS = st.sampled_from([None, "", " ", "a", " a", "b ", "c", "10", "é"])
WEIGHTS = st.sampled_from(["1", "2.5", " 3 ", "1e2", "0.1"])
RECORDS = st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, WEIGHTS), max_size=12)
BLANKS: tuple[Blanks, ...] = ("value", "wildcard")

TEN = (
    "Urban Female SecInc Employed 180 2 360",
    "Urban Female SecInc Employed 180 2 360",
    "Urban Female PriInc Non-LF 215 1 215",
    "Urban Male SecCom Employed 76 2 152",
    "Rural Female SecCom Unemployed 186 1 186",
    "Urban Male SecCom Employed 76 2 152",
    "Urban Female PriCom Non-LF 180 1 180",
    "Urban Male PostSec Unemployed 215 1 215",
    "Urban Female SecInc Non-LF 186 2 262",
    "Urban Female SecInc Non-LF 76 2 262",
)
EIGHT = (
    "1 2 5 1 18 2 110",
    "1 2 1 1 45.5 2 84.5",
    "1 2 1 1 39 2 84.5",
    "3 3 1 5 17 1 17",
    "4 3 1 4 541 1 541",
    "4 3 1 1 8 1 8",
    "6 2 1 5 5 1 5",
    "1 2 5 1 92 2 110",
)


def frame(rows: Sequence[Sequence[str | None]], width: int = 5) -> pl.DataFrame:
    names = [str(at) for at in range(1, width + 1)]
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def dicts(records: pl.DataFrame) -> list[oracles.Record]:
    return records.to_dicts()


def of_records(classes: Classes, records: pl.DataFrame, figures: pl.Series) -> list[object]:
    """The figure of the class of each record."""
    found: list[object] = [None] * records.height
    for at, figure in enumerate(figures):
        chosen = pl.int_range(len(figures), eager=True) == at
        for position in classes.positions(records, chosen):
            found[position] = figure
    return found


@pytest.mark.parametrize("table", [TEN, EIGHT], ids=["ten", "eight"])
@pytest.mark.parametrize("blanks", BLANKS)
def test_the_published_sizes_and_sums_of_weights(table: Sequence[str], blanks: Blanks) -> None:
    records = frame([line.split() for line in table], width=7)
    grouped = partial(records, ["1", "2", "3", "4"], ["5"])
    classes = classes_of(grouped, weight="5", blanks=blanks)
    assert of_records(classes, records, classes.fk) == [int(row[5]) for row in records.rows()]
    assert classes.population is not None
    sums = of_records(classes, records, classes.population)
    assert sums == pytest.approx([float(row[6]) for row in records.rows()])


@given(rows=RECORDS, blanks=st.sampled_from(BLANKS))
def test_classes_are_what_records_say_that_agree(
    rows: list[tuple[str | None, ...]], blanks: Blanks
) -> None:
    records = frame(rows)
    classes = classes_of(partial(records, KEYS, SIDES), sensitive=["4"], weight="5", blanks=blanks)
    groups = oracles.groups(dicts(records), KEYS, blanks)
    assert classes.records == len(rows)
    assert of_records(classes, records, classes.fk) == [len(group) for group in groups]
    assert classes.population is not None
    assert of_records(classes, records, classes.population) == pytest.approx(
        [sum(float(record["5"] or "") for record in group) for group in groups]
    )
    said = classes.sensitive["4"].partition_by("class", as_dict=True)
    counts = pl.Series([sorted(said[at,]["n"]) for at in range(len(classes.fk))], dtype=pl.Object)
    assert of_records(classes, records, counts) == [
        sorted(oracles.counted(group, "4").values()) for group in groups
    ]
    assert sorted(classes.overall["4"]["n"]) == sorted(
        oracles.counted(dicts(records), "4").values()
    )


def contents(grouped: Partial) -> tuple[Counter[object], ...]:
    """What a partial says, without the order in which it says it."""
    keys = pl.DataFrame({n: c.texts.gather(c.codes) for n, c in grouped.keys.items()})
    rows = keys.rows() or [()] * len(grouped.counts)
    return (
        Counter(zip(rows, grouped.counts, strict=True)),
        *(
            Counter((rows[at], side.texts[code], n) for at, code, n in side.pairs.rows())
            for side in grouped.sides.values()
        ),
    )


@given(rows=RECORDS, cuts=st.lists(st.integers(0, 12), max_size=4), seed=st.integers(0, 99))
def test_any_split_in_any_order_gives_the_whole(
    rows: list[tuple[str | None, ...]], cuts: list[int], seed: int
) -> None:
    records = frame(rows)
    whole = partial(records, KEYS, SIDES)
    ends = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    parts = [partial(records[start:end], KEYS, SIDES) for start, end in pairwise(ends)]
    random.Random(seed).shuffle(parts)
    assert contents(merged(parts)) == contents(whole)
    one_by_one = parts[0]
    for part in parts[1:]:
        one_by_one |= part
    assert contents(one_by_one) == contents(whole)


@pytest.mark.parametrize("weight", ["0", "-1", "two", "", None, "nan", "inf", "1,5", "1e999"])
def test_a_weight_that_is_none_leaves_no_population(weight: str | None) -> None:
    records = frame([("a", "b", "c", "d", "1"), ("a", "b", "c", "d", weight)])
    classes = classes_of(partial(records, KEYS, SIDES), weight="5")
    assert classes.population is None
    assert classes.fk.to_list() == [2]


def test_weights_whose_sum_is_infinite_leave_no_population() -> None:
    records = frame([("a", "b", "c", "d", "1e308")] * 2)
    assert classes_of(partial(records, KEYS, SIDES), weight="5").population is None


def test_without_weights_the_records_are_the_population() -> None:
    classes = classes_of(partial(frame([("a", "b", "c", "d", "1")] * 3), KEYS))
    assert not classes.weighted
    assert classes.population is not None
    assert classes.population.to_list() == [3.0]


def test_many_wide_columns_are_told_apart_beyond_the_range_of_a_number() -> None:
    names = [str(at) for at in range(12)]
    rows = 100
    records = pl.DataFrame({name: [f"{name}-{at}" for at in range(rows)] for name in names})
    twice = pl.concat([records, records])
    grouped = partial(twice, names)
    assert grouped.counts.to_list() == [2] * rows
    assert merged([grouped, grouped]).counts.to_list() == [4] * rows


def test_categories_of_others_do_not_matter() -> None:
    others = pl.Series(["c", "z", "a"]).cast(pl.Categorical)
    column = Column.of(pl.Series("1", ["a", None, "b", "a"]))
    assert column.texts.gather(column.codes).to_list() == ["a", None, "b", "a"]
    assert len(column.texts) == 3
    assert len(others) == 3


def test_classes_come_in_the_same_order_whatever_was_grouped_before() -> None:
    records = frame([(*"zxy", "d", "1"), (*"azx", "d", "1"), (*"zxy", "c", "1")])
    once = classes_of(partial(records, KEYS, SIDES), sensitive=["4"])
    others = pl.Series([*"yxwvaz"]).cast(pl.Categorical)
    again = classes_of(partial(records, KEYS, SIDES), sensitive=["4"])
    assert once.table.equals(again.table)
    assert once.sensitive["4"].equals(again.sensitive["4"])
    assert len(others) == 6


def test_nothing_shows_a_cell() -> None:
    records = frame([("secret",) * 5])
    grouped = partial(records, KEYS, SIDES)
    classes = classes_of(grouped, sensitive=["4"])
    for shown in (grouped, grouped.keys["1"], grouped.sides["4"], classes):
        assert "secret" not in repr(shown)
