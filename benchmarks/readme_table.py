"""Writes the figures of results/speed.json into README.md, between two markers.

python -m benchmarks.readme_table
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.contenders import (
    BY_ROWS,
    CHECK,
    COLUMNS,
    HELP,
    MAIN,
)
from benchmarks.figures import Row
from benchmarks.processes import ROOT
from benchmarks.table import busy_lines, short

RESULTS = Path(__file__).parent / "results" / "speed.json"
README = ROOT / "README.md"
BEGIN, END = "<!-- speed: `make bench` writes from here -->", "<!-- speed: to here -->"


def speed_section(results: Mapping[str, Any]) -> str:
    """The figures of the main table as Markdown, or of the longest that was measured."""
    rows = [Row(**row) for row in results["rows"]]
    size = max(
        row.size for row in rows if row.columns == COLUMNS and row.rows <= MAIN.rows and row.seconds
    )
    machine, targets = results["machine"], results["targets"]
    measured = [each for each in targets if each["reached"] is not None]
    missed = [
        f"- {each['text']}: {short(each['figure'])}" for each in measured if not each["reached"]
    ]
    lines = [
        f"{size.rows:,} made-up rows of {size.columns} columns, on {machine['cores']} cores with"
        f" Python {machine['python']} and Polars {results['versions']['polars']}:",
        "",
        "| | seconds | times polars' read | peak memory |",
        "|---|---|---|---|",
        *(_line(row) for row in rows if row.size == size and _shown(row)),
        "",
        *_small(rows),
        *(line for busy in busy_lines(machine["load"], machine["cores"]) for line in (busy, "")),
        f"Targets reached: {len(measured) - len(missed)} of {len(measured)}"
        + ("; not reached:" if missed else "."),
        *([""] if missed else []),
        *missed,
    ]
    return "\n".join(lines)


def _shown(row: Row) -> bool:
    return bool(row.failure or row.nanoseconds_per_cell)


def _line(row: Row) -> str:
    if row.failure:
        return f"| {row.name} | {row.failure} | | |"
    sample = f", extrapolated from {row.extrapolated_from:,} rows" if row.extrapolated_from else ""
    peak = f"{row.peak_bytes / 1e9:.2f} GB" if row.peak_bytes else "-"
    return f"| {row.name}{sample} | {short(row.seconds)} | {short(row.to_polars)} | {peak} |"


def _small(rows: list[Row]) -> list[str]:
    """What a person waits for on a small file."""
    seconds = {row.name: row.seconds for row in rows if row.size == BY_ROWS[0] and row.seconds}
    if not {CHECK, HELP} <= seconds.keys():
        return []
    return [
        f"{BY_ROWS[0].rows:,} rows take {short(seconds[CHECK])} s as a whole process,"
        f" `{HELP}` takes {short(seconds[HELP])} s.",
        "",
    ]


def with_section(readme: str, section: str) -> str:
    """README.md with the section between its markers.

    Raises:
        ValueError: it does not hold each marker once, in order.
    """
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{section}\n{END}{after}"


def main() -> None:
    """Write README.md anew."""
    section = speed_section(json.loads(RESULTS.read_text("utf-8")))
    README.write_text(with_section(README.read_text("utf-8"), section), encoding="utf-8")


if __name__ == "__main__":
    main()
