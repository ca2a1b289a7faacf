"""Times SUDA and the measures of risk on made-up records.

python -m benchmarks.risks

Each line says what was measured and the seconds of its best run, grouping left out; the last one is
a plain group-by of the same million records, to compare with. It ends with 1
where a target was missed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import polars as pl

from benchmarks.made_up import Chance
from hxlguard.measures import MEASURES
from hxlguard.measures.classes import Classes, classes_of, partial
from hxlguard.model.disclosure import MeasureAsked, MeasureName

RUNS = 3
VALUES = (73, 2, 16, 7, 15, 9, 5, 42)
"""How many values each quasi-identifier has, as in the Adult data."""
WEIGHT, HOUSEHOLD = "weight", "household"
TARGETS = ((4_580, 7, 1.0), (32_561, 8, 10.0))
"""Records, quasi-identifiers, and the seconds that SUDA of three of them may take."""
RISKS: tuple[MeasureName, ...] = (
    "individual_risk",
    "global_risk",
    "expected_reidentifications",
    "share_above_risk",
    "household_risk",
    "population_uniqueness",
)


def records(rows: int, attributes: int) -> pl.DataFrame:
    """Made-up people: low values are frequent, five live in a household."""
    row = pl.int_range(rows, dtype=pl.UInt64)
    columns = {
        str(at + 1): Chance(row, at).below(VALUES[at])
        * Chance(row, at).below(VALUES[at], 1)
        // VALUES[at]
        for at in range(attributes)
    }
    columns[WEIGHT] = Chance(row, attributes).below(400) + 1
    columns[HOUSEHOLD] = row // 5
    return pl.select(**columns).cast(pl.String)


def grouped(people: pl.DataFrame) -> Classes:
    """Their classes, with weights and households."""
    keys = [name for name in people.columns if name not in (WEIGHT, HOUSEHOLD)]
    whole = partial(people, keys, [WEIGHT, HOUSEHOLD])
    return classes_of(whole, weight=WEIGHT, household=HOUSEHOLD)


def seconds(work: Callable[[], object]) -> float:
    """The best run of some."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def measure(classes: Classes, name: MeasureName) -> float:
    """The seconds of one measure."""
    return seconds(lambda: MEASURES[name].measured(classes, MeasureAsked(name, size=3)))


def main() -> int:
    """Print every line; 1 where SUDA missed its target."""
    missed = False
    for rows, attributes, target in TARGETS:
        classes = grouped(records(rows, attributes))
        for name in ("suda", "dis_suda"):
            took = measure(classes, name)
            missed = missed or took > target
            print(f"{name} of {rows:,} x {attributes}: {took:.3f} s, at most {target:g}")
    people = records(1_000_000, 6)
    classes = grouped(people)
    for name in (*RISKS, "suda"):
        print(f"{name} of 1,000,000 x 6: {measure(classes, name):.3f} s")
    plain = seconds(lambda: people.group_by("1", "2", "3", "4", "5", "6").len())
    print(f"plain group-by of 1,000,000 x 6: {plain:.3f} s")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
