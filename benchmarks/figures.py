"""From runs to figures: medians, ratios pair by pair, growth, and the targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median

from benchmarks.contenders import (
    BESIDE_LIBHXL,
    BY_COLUMNS,
    BY_ROWS,
    CHECK,
    HELP,
    LIBHXL,
    MAIN,
    POLARS,
    POLARS_PROCESS,
    PRESIDIO,
    SECOND_CALL,
    Contender,
    Figure,
    Size,
)
from benchmarks.processes import Run


def rounded(value: object) -> object:
    """Four digits of a measured figure are more than it can be trusted with."""
    return float(f"{value:.4g}") if isinstance(value, float) else value


Turns = Mapping[int, float]
"""The number of a turn to seconds."""


@dataclass(frozen=True)
class Row:
    """One row of the table.

    Attributes:
        name: what was timed.
        rows: data rows of the table.
        columns: its columns.
        failure: why there are no figures, or None.
        runs: how many counted.
        seconds: median; for a sample, extrapolated to the whole table.
        fastest: the shortest run.
        slowest: the longest run.
        nanoseconds_per_cell: `seconds` over the cells, or None where no cells are read.
        to_polars: how many times as long as polars took to read the same file in the same turn,
            whole process to whole process and work to work.
        presidio_to_this: how many times as long Presidio takes for the same cells.
        libhxl_to_this: how many times as long libhxl takes to validate the same file.
        peak_bytes: the most memory that a run held.
        extrapolated_from: data rows of the sample, or None.
    """

    name: str
    rows: int
    columns: int
    failure: str | None = None
    runs: int = 0
    seconds: float | None = None
    fastest: float | None = None
    slowest: float | None = None
    nanoseconds_per_cell: float | None = None
    to_polars: float | None = None
    presidio_to_this: float | None = None
    libhxl_to_this: float | None = None
    peak_bytes: int | None = None
    extrapolated_from: int | None = None

    @property
    def size(self) -> Size:
        """Extent of the table."""
        return Size(self.rows, self.columns)

    def as_json(self) -> dict[str, object]:
        """Without what it does not have."""
        return {key: rounded(value) for key, value in asdict(self).items() if value is not None}


@dataclass(frozen=True)
class Target:
    """A promise about speed.

    Attributes:
        text: the promise.
        figure: what was measured, or None when it was not.
        reached: whether it holds, or None.
    """

    text: str
    figure: float | None
    reached: bool | None


def seconds_of(run: Run, figure: Figure, cells: int) -> float:
    """One time of a run, extrapolated when it saw fewer cells than the table has."""
    if figure is Figure.PROCESS:
        return run.process_seconds
    seconds = run.told["seconds" if figure is Figure.WORK else "again_seconds"]
    return seconds * cells / run.told.get("cells", cells)


def paired_ratio(one: Turns, other: Turns) -> float | None:
    """The median over the turns in which both ran of how many times as long `one` took."""
    both = sorted(one.keys() & other.keys())
    return median(one[turn] / other[turn] for turn in both) if both else None


def rows_of(
    size: Size,
    runs: Sequence[tuple[Contender, Mapping[int, Run]]],
    failures: Mapping[str, str],
) -> list[Row]:
    """All rows about one table.

    Args:
        size: its extent.
        runs: each contender with its counted runs by turn.
        failures: name of a row to why it failed.
    """
    turns = {
        name: {turn: seconds_of(run, figure, size.cells) for turn, run in each.items()}
        for contender, each in runs
        for figure, name in contender.rows.items()
        if name not in failures
    }
    return [
        Row(name, size.rows, size.columns, failure=failures[name])
        if name in failures
        else _row(
            name, figure, contender, size, turns, max(run.peak_bytes for run in each.values())
        )
        for contender, each in runs
        for figure, name in contender.rows.items()
    ]


def _row(
    name: str,
    figure: Figure,
    contender: Contender,
    size: Size,
    turns: Mapping[str, Turns],
    peak_bytes: int,
) -> Row:
    seconds = list(turns[name].values())
    row = Row(
        name,
        size.rows,
        size.columns,
        runs=len(seconds),
        seconds=median(seconds),
        fastest=min(seconds),
        slowest=max(seconds),
        peak_bytes=peak_bytes,
        extrapolated_from=_sample(contender, size),
    )
    if not contender.reads:
        return row
    polars = POLARS_PROCESS if figure is Figure.PROCESS else POLARS
    return replace(
        row,
        nanoseconds_per_cell=median(seconds) / size.cells * 1e9,
        to_polars=paired_ratio(turns[name], turns.get(polars, {})),
        presidio_to_this=paired_ratio(turns.get(PRESIDIO, {}), turns[name]),
        libhxl_to_this=paired_ratio(turns.get(LIBHXL, {}), turns[name]),
    )


def _sample(contender: Contender, size: Size) -> int | None:
    sampled = contender.sample is not None and contender.sample < size.rows
    return contender.sample if sampled else None


def growth(costs: Sequence[float]) -> float | None:
    """How many times as much a later cost is as an earlier one, at worst; 1 is flat."""
    pairs = [later / sooner for at, sooner in enumerate(costs) for later in costs[at + 1 :]]
    return max(pairs, default=None)


FLAT = 1.5
"""A cost per cell that grows by less than this is called flat."""


def targets(rows: Sequence[Row]) -> list[Target]:
    """What is promised, and whether it was reached."""
    found = {(row.name, row.size): row for row in rows if not row.failure}
    small, main, large = BY_ROWS[0], MAIN, BY_ROWS[-1]

    def seconds(name: str, size: Size) -> float | None:
        row = found.get((name, size))
        return row.seconds if row else None

    def to_polars(name: str) -> float | None:
        row = found.get((name, main))
        return row.to_polars if row else None

    def gigabytes(size: Size) -> float | None:
        row = found.get((CHECK, size))
        return row.peak_bytes / 1e9 if row and row.peak_bytes else None

    def cost_growth(sizes: Sequence[Size]) -> float | None:
        measured = [found[SECOND_CALL, size] for size in sizes if (SECOND_CALL, size) in found]
        return growth([row.seconds / row.size.cells for row in measured if row.seconds])

    checked = found.get((CHECK, main))
    by_rows = [size for size in BY_ROWS[1:] if (SECOND_CALL, size) in found]
    beside_libhxl = found.get((CHECK, BESIDE_LIBHXL))
    at_main = f"{main.rows:,} x {main.columns}"
    return [
        _at_most(f"{at_main}, whole process: at most 10 x polars' read", to_polars(CHECK), 10),
        _at_most(f"{at_main}, second call: at most 10 x polars' read", to_polars(SECOND_CALL), 10),
        _at_least(
            f"{at_main}, whole process: at least 300 x faster than Presidio",
            checked.presidio_to_this if checked else None,
            300,
        ),
        _at_least(
            f"{BESIDE_LIBHXL.rows:,} x {BESIDE_LIBHXL.columns}, whole process: faster than"
            " libhxl's validation",
            beside_libhxl.libhxl_to_this if beside_libhxl else None,
            1,
        ),
        _at_most(f"{at_main}: peak memory under 1.5 GB", gigabytes(main), 1.5),
        _at_most(f"{large.rows:,} x {large.columns}: peak memory under 2 GB", gigabytes(large), 2),
        _at_most(
            f"{small.rows:,} x {small.columns}, whole process: under 2 s", seconds(CHECK, small), 2
        ),
        _at_most(f"{HELP}: under 0.3 s", seconds(HELP, small), 0.3),
        _at_most(
            f"cost per cell grows less than {FLAT} x from {BY_ROWS[1].rows:,} to"
            f" {max(by_rows, default=large).rows:,} rows",
            cost_growth(by_rows),
            FLAT,
        ),
        _at_most(
            f"cost per cell grows less than {FLAT} x from 5 to 500 columns",
            cost_growth(BY_COLUMNS),
            FLAT,
        ),
    ]


def _at_most(text: str, figure: float | None, bound: float) -> Target:
    return Target(text, figure, None if figure is None else figure <= bound)


def _at_least(text: str, figure: float | None, bound: float) -> Target:
    return Target(text, figure, None if figure is None else figure >= bound)
