"""How long a person waits: whole processes, timed in turn, with ratios against Python itself.

    python benchmarks/start_up.py [RUNS]

Prints the median wall time of each and its ratio to `python -c pass` of the same run. Loading
Presidio alone is among them, because it is most of what a short check costs.
"""

from __future__ import annotations

import csv
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HEADER = ("Org", "Sector", "Province", "Start", "Reached", "Latitude", "Longitude", "Phone", "Note")
TAGS = (
    "#org",
    "#sector",
    "#adm1+code",
    "#date+start",
    "#reached",
    "#geo+lat",
    "#geo+lon",
    "#contact+phone",
    "#description",
)
CHECK = ("-m", "hxlguard", "check", "{csv}", "--agreement", "public-3w", "--on", "2026-11-21")
COMMANDS: dict[str, tuple[str, ...]] = {
    "python -c pass": ("-c", "pass"),
    "import hxlguard": ("-c", "import hxlguard"),
    "hxlguard --help": ("-m", "hxlguard", "--help"),
    "import presidio_analyzer": ("-c", "import presidio_analyzer"),
    "hxlguard check, 1,000 rows": CHECK,
}


def write_made_up_rows(path: Path, rows: int) -> None:
    """Write a table whose phones, coordinates and notes all have to be looked at."""
    pick = random.Random(2026)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerows((HEADER, TAGS))
        for number in range(rows):
            writer.writerow(
                (
                    pick.choice(("Relief Example", "Water Example")),
                    pick.choice(("WASH", "Health")),
                    f"SY{pick.randint(1, 14):02d}",
                    f"2026-{pick.randint(1, 12):02d}-{pick.randint(1, 28):02d}",
                    pick.randint(1, 9999),
                    round(pick.uniform(32, 37), 5),
                    round(pick.uniform(35, 42), 5),
                    f"+963 944 55{pick.randint(0, 9999):04d}",
                    f"distribution {number} went as planned",
                )
            )


def seconds(arguments: tuple[str, ...], table: Path) -> float:
    """Wall time of one whole process."""
    command = [sys.executable, *(part.format(csv=table) for part in arguments)]
    start = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Time every command `runs` times in turn, after one turn that does not count."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "3w.csv"
        write_made_up_rows(table, 1_000)
        turns = [
            {name: seconds(command, table) for name, command in COMMANDS.items()}
            for _ in range(runs + 1)
        ][1:]
    medians = {name: statistics.median(turn[name] for turn in turns) for name in COMMANDS}
    floor = medians["python -c pass"]
    for name, median in medians.items():
        print(f"{name:28}{median:8.3f} s{median / floor:8.1f} x python")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
