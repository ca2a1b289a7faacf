"""How fast risk of disclosure is measured, beside a plain group-by and pycanon.

python -m benchmarks.disclosure [--peers PYTHON] [--runs 5]

Records are made up, as many as in the census extract that papers call Adult and then a million,
with six quasi-identifiers of about as many values; seven and eight for SUDA. Seconds are the
least of several runs, ours and the group-by in turn, on the clock and of the processor. A peer that
is not installed is said to. It ends with 1 where a target was missed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import polars as pl

from benchmarks.made_up import Chance
from benchmarks.processes import ROOT, RunFailed, run
from hxlguard.measures import MEASURES
from hxlguard.measures.classes import Classes, classes_of, partial
from hxlguard.model.disclosure import MeasureAsked, MeasureName

PEERS = ROOT / ".venv-peers" / "bin" / "python"
ADULT, MILLION = 32_561, 1_000_000
VALUES = {"age": 73, "work": 9, "education": 16, "marital": 7, "race": 5, "sex": 2}
KEYS = tuple(VALUES)
SENSITIVE, SENSITIVE_VALUES = "occupation", 15
SEED = 2026

K = MeasureAsked("k_anonymity")
T = MeasureAsked("t_closeness")
ALL = (
    K,
    MeasureAsked("sample_uniques"),
    MeasureAsked("sample_uniques_share"),
    MeasureAsked("l_diversity"),
    MeasureAsked("l_diversity", variant="entropy"),
    MeasureAsked("l_diversity", variant="recursive", c=2.0),
    T,
    MeasureAsked("alpha_k_anonymity"),
    MeasureAsked("beta_likeness"),
    MeasureAsked("beta_likeness", variant="enhanced"),
    MeasureAsked("delta_disclosure"),
)
MOST_GROUP_BYS = 5.0
LEAST_FASTER = {"k": 5.0, "t": 50.0}

SUDA_VALUES = (73, 2, 16, 7, 15, 9, 5, 42)
"""How many values each quasi-identifier has for SUDA."""
WEIGHT, HOUSEHOLD = "weight", "household"
MOST_SECONDS_OF_SUDA = ((4_580, 7, 1.0), (ADULT, 8, 10.0))
"""Records, quasi-identifiers, and the seconds that SUDA of three of them may take."""
RISKS: tuple[MeasureName, ...] = (
    "individual_risk",
    "global_risk",
    "expected_reidentifications",
    "share_above_risk",
    "household_risk",
    "population_uniqueness",
    "suda",
)


@dataclass(frozen=True, slots=True)
class Seconds:
    """What the best run took."""

    clock: float
    processor: float


Timed = dict[str, Seconds]


def main() -> int:
    """Print the tables; 1 where a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.disclosure")
    parser.add_argument("--peers", type=Path, default=PEERS, help="Python of the peers")
    parser.add_argument("--runs", type=int, default=5, help="runs of which the best counts")
    given = parser.parse_args()
    adult, million = records(ADULT), records(MILLION)
    missed = beside_pycanon(adult, given.peers, given.runs)
    for table in (adult, million):
        missed |= beside_group_by(table, given.runs)
    missed |= special_records(given.runs)
    risks(given.runs)
    return int(missed)


def records(rows: int) -> pl.DataFrame:
    """Made-up people: some values are frequent and some rare, as they are."""
    chance = random.Random(SEED)
    columns = {**VALUES, SENSITIVE: SENSITIVE_VALUES}
    return pl.DataFrame(
        {
            name: chance.choices(
                [f"{name} {value}" for value in range(count)],
                cum_weights=list(accumulate(1 / (value + 1) for value in range(count))),
                k=rows,
            )
            for name, count in columns.items()
        }
    )


def measured(table: pl.DataFrame, asked: Sequence[MeasureAsked]) -> list[float | None]:
    """What is timed: grouped once, then measured."""
    sensitive = (SENSITIVE,) if any(MEASURES[each.measure].needs for each in asked) else ()
    classes = classes_of(partial(table, KEYS, sensitive), sensitive=sensitive)
    return [MEASURES[each.measure].measured(classes, each).value for each in asked]


def beside_group_by(table: pl.DataFrame, runs: int) -> bool:
    """All measures of classes; True where they take too long."""
    seconds = in_turn(
        {
            "polars groups by six columns": lambda: table.group_by(KEYS).len(),
            "k-anonymity": lambda: measured(table, [K]),
            f"all {len(ALL)} measures of classes": lambda: measured(table, ALL),
        },
        runs,
    )
    print(f"\n{table.height:,} records, {table.n_unique(KEYS):,} classes\n")
    print(f"{'':<34}{'clock':>10}{'group-bys':>12}{'processor':>12}{'group-bys':>12}")
    base, *_, whole = seconds.values()
    for name, taken in seconds.items():
        clock, processor = taken.clock / base.clock, taken.processor / base.processor
        figures = f"{taken.clock:>10.3f}{clock:>12.2f}{taken.processor:>12.3f}{processor:>12.2f}"
        print(f"{name:<34}{figures}")
    return table.height == MILLION and whole.clock > MOST_GROUP_BYS * base.clock


def in_turn(work: Mapping[str, Callable[[], object]], runs: int) -> Timed:
    """The best of several runs of each, one after the other, so that a busy machine slows all."""
    clock, processor = (dict.fromkeys(work, float("inf")) for _ in range(2))
    for _ in range(runs):
        for name, each in work.items():
            started, used = time.perf_counter(), time.process_time()
            each()
            clock[name] = min(clock[name], time.perf_counter() - started)
            processor[name] = min(processor[name], time.process_time() - used)
    return {name: Seconds(clock[name], processor[name]) for name in work}


def beside_pycanon(table: pl.DataFrame, peers: Path, runs: int) -> bool:
    """k-anonymity and t-closeness; True where ours is too slow, or says something else."""
    print(f"{table.height:,} records beside pycanon\n")
    print(f"{'':<10}{'seconds':>10}{'pycanon':>10}{'faster':>10}{'apart':>12}")
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.csv"
        table.write_csv(path)
        for name, asked in (("k", K), ("t", T)):
            timed = in_turn({name: lambda asked=asked: measured(table, [asked])}, runs)
            ours = timed[name].processor
            script = ("-m", "benchmarks.peers.pycanon_measure", str(path), name, SENSITIVE)
            try:
                told = run([str(peers), *script]).told
            except RunFailed as failed:
                print(f"{name:<10}{ours:>10.4f}  pycanon: {failed}")
                continue
            (value,) = measured(table, [asked])
            apart = abs((value or 0.0) - told["value"])
            faster = told["seconds"] / ours
            print(f"{name:<10}{ours:>10.4f}{told['seconds']:>10.3f}{faster:>10.1f}{apart:>12.1e}")
            missed |= faster < LEAST_FASTER[name] or apart > 1e-9
    return missed


def surveyed(rows: int, attributes: int) -> Classes:
    """Made-up people with weights, five in a household; low values are frequent."""
    row = pl.int_range(rows, dtype=pl.UInt64)
    columns = {
        str(at + 1): Chance(row, at).below(SUDA_VALUES[at])
        * Chance(row, at).below(SUDA_VALUES[at], 1)
        // SUDA_VALUES[at]
        for at in range(attributes)
    }
    keys = [*columns]
    columns[WEIGHT] = Chance(row, attributes).below(400) + 1
    columns[HOUSEHOLD] = row // 5
    people = pl.select(**columns).cast(pl.String)
    grouped = partial(people, keys, [WEIGHT, HOUSEHOLD])
    return classes_of(grouped, weight=WEIGHT, household=HOUSEHOLD)


def special_records(runs: int) -> bool:
    """SUDA and DIS-SUDA; True where one takes too long."""
    missed = False
    print(f"\n{'':<34}{'clock':>10}{'at most':>12}")
    for rows, attributes, most in MOST_SECONDS_OF_SUDA:
        classes = surveyed(rows, attributes)
        for name, taken in of_classes(classes, ("suda", "dis_suda"), runs).items():
            print(f"{f'{name} of {rows:,} x {attributes}':<34}{taken.clock:>10.3f}{most:>12g}")
            missed |= taken.clock > most
    return missed


def risks(runs: int) -> None:
    """The measures of risk, grouping left out."""
    print(f"\n{f'of {MILLION:,} x 6':<34}{'clock':>10}")
    for name, taken in of_classes(surveyed(MILLION, 6), RISKS, runs).items():
        print(f"{name:<34}{taken.clock:>10.3f}")


def of_classes(classes: Classes, names: Sequence[MeasureName], runs: int) -> Timed:
    """Each measure by itself, as if nothing were known from another."""

    def measure(name: MeasureName) -> None:
        classes.known.clear()
        MEASURES[name].measured(classes, MeasureAsked(name, size=3))

    return in_turn({name: lambda name=name: measure(name) for name in names}, runs)


if __name__ == "__main__":
    sys.exit(main())
