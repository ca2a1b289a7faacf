"""How fast risk of disclosure is measured, beside a plain group-by and pycanon.

python -m benchmarks.disclosure [--peers PYTHON] [--runs 5]

Records are made up, as many as in the census extract that papers call Adult and then a million,
with six quasi-identifiers of about as many values. Seconds are those of the processor, the least
of several runs, ours and the group-by in turn. A peer that is not installed is said to. It ends
with 1 where a target was missed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import polars as pl

from benchmarks.processes import ROOT, RunFailed, run
from hxlguard.measures import MEASURES
from hxlguard.measures.classes import classes_of, partial
from hxlguard.model.disclosure import MeasureAsked

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

Timed = dict[str, float]


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
    print(f"{'':<34}{'seconds':>10}{'group-bys':>12}")
    base, *_, whole = seconds.values()
    for name, taken in seconds.items():
        print(f"{name:<34}{taken:>10.3f}{taken / base:>12.2f}")
    return table.height == MILLION and whole > MOST_GROUP_BYS * base


def in_turn(work: Mapping[str, Callable[[], object]], runs: int) -> Timed:
    """The best of several runs of each, one after the other, so that a busy machine slows all."""
    best = dict.fromkeys(work, float("inf"))
    for _ in range(runs):
        for name, each in work.items():
            start = time.process_time()
            each()
            best[name] = min(best[name], time.process_time() - start)
    return best


def beside_pycanon(table: pl.DataFrame, peers: Path, runs: int) -> bool:
    """k-anonymity and t-closeness; True where ours is too slow, or says something else."""
    print(f"{table.height:,} records beside pycanon\n")
    print(f"{'':<10}{'seconds':>10}{'pycanon':>10}{'faster':>10}{'apart':>12}")
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.csv"
        table.write_csv(path)
        for name, asked in (("k", K), ("t", T)):
            ours = in_turn({name: lambda asked=asked: measured(table, [asked])}, runs)[name]
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


if __name__ == "__main__":
    sys.exit(main())
