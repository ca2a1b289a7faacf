"""The arithmetic between runs and what is claimed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.contenders import (
    ALL_SIZES,
    BESIDE_LIBHXL,
    BY_COLUMNS,
    BY_ROWS,
    CHECK,
    CONTENDERS,
    HELP,
    MAIN,
    POLARS,
    POLARS_PROCESS,
    PRESIDIO,
    SECOND_CALL,
    SIZES,
    Contender,
    Figure,
    Size,
)
from benchmarks.figures import Row, growth, paired_ratio, rows_of, seconds_of, targets
from benchmarks.made_up import FIVE, kinds
from benchmarks.processes import Run

TEN_THOUSAND = Size(10_000, 12)


def contender(name: str) -> Contender:
    return next(each for each in CONTENDERS if name in each.rows.values())


def run(process: float, work: float = 0.0, **told: float) -> Run:
    return Run(process, 100_000_000, {"seconds": work, **told})


def test_a_sample_is_extrapolated_by_its_cells() -> None:
    assert seconds_of(run(9.0, 2.0, cells=1_000), Figure.WORK, 10_000) == 20.0
    assert seconds_of(run(9.0, 2.0), Figure.WORK, 10_000) == 2.0
    assert seconds_of(run(9.0, 2.0, cells=1_000), Figure.PROCESS, 10_000) == 9.0
    assert seconds_of(run(9.0, 2.0, again_seconds=1.5), Figure.AGAIN, 10_000) == 1.5


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ({1: 10.0, 2: 40.0, 3: 30.0}, {1: 1.0, 2: 2.0, 3: 3.0}, 10.0),
        ({1: 10.0, 2: 80.0}, {1: 1.0, 2: 8.0, 3: 100.0}, 10.0),
        ({1: 10.0}, {2: 1.0}, None),
        ({}, {1: 1.0}, None),
    ],
)
def test_ratios_are_taken_turn_by_turn(
    one: dict[int, float], other: dict[int, float], ratio: float | None
) -> None:
    assert paired_ratio(one, other) == ratio


def test_a_row_compares_like_with_like() -> None:
    size = TEN_THOUSAND
    runs = [
        (contender(POLARS), {1: run(0.5, 0.1), 2: run(1.0, 0.2)}),
        (contender(CHECK), {1: run(5.0), 2: run(8.0)}),
        (contender(SECOND_CALL), {1: run(9.0, 4.0, again_seconds=1.0)}),
        (contender(PRESIDIO), {1: run(5.0, 2.0, cells=12_000), 2: run(5.0, 4.0, cells=12_000)}),
    ]
    rows = {row.name: row for row in rows_of(size, runs, {})}
    assert rows[CHECK].seconds == 6.5
    assert rows[CHECK].to_polars == 9.0  # of 10 and 8
    assert rows[CHECK].presidio_to_this == 4.5  # of 20 / 5 and 40 / 8
    assert rows[CHECK].nanoseconds_per_cell == pytest.approx(6.5e9 / 120_000)
    assert rows[SECOND_CALL].to_polars == 10.0
    assert rows[POLARS_PROCESS].to_polars == rows[POLARS].to_polars == 1.0
    assert rows[PRESIDIO].seconds == 30.0
    assert rows[PRESIDIO].extrapolated_from == 1_000
    assert rows[CHECK].extrapolated_from is None


def test_a_failure_takes_the_figures_and_no_other_row() -> None:
    runs = [(contender(POLARS), {}), (contender(CHECK), {1: run(5.0)})]
    failures = {POLARS: "not installed", POLARS_PROCESS: "not installed"}
    rows = {row.name: row for row in rows_of(TEN_THOUSAND, runs, failures)}
    assert rows[POLARS].failure == "not installed"
    assert rows[POLARS].seconds is None
    assert (rows[CHECK].seconds, rows[CHECK].to_polars) == (5.0, None)


def test_what_reads_no_cells_has_no_cost_per_cell() -> None:
    (row,) = rows_of(BY_ROWS[0], [(contender(HELP), {1: run(0.2)})], {})
    assert (row.seconds, row.nanoseconds_per_cell, row.to_polars) == (0.2, None, None)


@pytest.mark.parametrize(
    ("costs", "worst"),
    [([4.0, 2.0, 1.0], 0.5), ([1.0, 3.0, 2.0], 3.0), ([5.0, 1.0, 2.0], 2.0), ([1.0], None)],
)
def test_growth_is_the_worst_rise(costs: list[float], worst: float | None) -> None:
    assert growth(costs) == worst


def row(name: str, size: Size, seconds: float, **more: Any) -> Row:
    return replace(Row(name, size.rows, size.columns, seconds=seconds), **more)


def test_targets_are_judged_only_where_they_were_measured() -> None:
    assert {each.reached for each in targets([])} == {None}
    rows = [
        row(CHECK, MAIN, 7.0, to_polars=8.0, presidio_to_this=250.0, peak_bytes=1_400_000_000),
        row(CHECK, BESIDE_LIBHXL, 9.0, libhxl_to_this=1.2),
        row(HELP, BY_ROWS[0], 0.4),
        *(row(SECOND_CALL, size, size.cells * 1e-6) for size in BY_COLUMNS),
    ]
    told = {each.text: each.reached for each in targets(rows)}
    assert told["1,000,000 x 12, whole process: at most 10 x polars' read"] is True
    assert told["1,000,000 x 12, second call: at most 10 x polars' read"] is None
    assert told["1,000,000 x 12, whole process: at least 300 x faster than Presidio"] is False
    assert told["1,000,000 x 12: peak memory under 1.5 GB"] is True
    assert told["100,000 x 10, whole process: faster than libhxl's validation"] is True
    assert told["hxlguard --help: under 0.3 s"] is False
    assert told["cost per cell grows less than 1.5 x from 5 to 500 columns"] is True


def test_sizes_cover_what_is_promised_and_every_contender_takes_one() -> None:
    assert {size.rows for size in BY_ROWS} == {10**power for power in range(3, 8)}
    assert {size.cells for size in BY_COLUMNS} == {MAIN.cells}
    assert (BY_COLUMNS[0].columns, BY_COLUMNS[-1].columns) == (5, 500)
    assert {frozenset(kinds(size.columns)) for size in BY_COLUMNS} == {frozenset(FIVE)}
    assert set(ALL_SIZES) - set(SIZES) == {BY_ROWS[-1]}
    assert all(any(map(each.takes, SIZES)) for each in CONTENDERS)


@pytest.mark.parametrize("text", ["1000", "0x5", "x", "1000x", "10 x 5", "-1x5"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Size.parse(text)
