"""README.md says what benchmarks/results/speed.json says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.readme_table import BEGIN, END, RESULTS, speed_section, with_section

RESULTS_OF_TWO_TABLES = {
    "machine": {"cores": 2, "python": "3.11.7", "load": 0.1},
    "versions": {"polars": "2.1.0"},
    "targets": [
        {"text": "fast", "figure": 3.21, "reached": True},
        {"text": "small", "figure": 1.75, "reached": False},
        {"text": "large", "figure": None, "reached": None},
    ],
    "rows": [
        {
            "name": "hxlguard check, whole process",
            "rows": rows,
            "columns": 12,
            "runs": 3,
            "seconds": seconds,
            "nanoseconds_per_cell": 600.0,
            "to_polars": 8.04,
            "peak_bytes": 1_234_000_000,
        }
        for rows, seconds in ((1_000, 1.5), (1_000_000, 7.25))
    ]
    + [
        {
            "name": "Presidio on every cell",
            "rows": 1_000_000,
            "columns": 12,
            "runs": 3,
            "seconds": 2_345.6,
            "nanoseconds_per_cell": 2e5,
            "extrapolated_from": 1_000,
            "peak_bytes": 240_000_000,
        },
        {"name": "DataProfiler", "rows": 1_000_000, "columns": 12, "failure": "not installed"},
        {"name": "hxlguard --help", "rows": 1_000, "columns": 12, "runs": 3, "seconds": 0.1},
    ],
}


def test_the_section_shows_the_main_table() -> None:
    assert speed_section(RESULTS_OF_TWO_TABLES).splitlines() == [
        "1,000,000 made-up rows of 12 columns, on 2 cores with Python 3.11.7 and Polars 2.1.0:",
        "",
        "| | seconds | times polars' read | peak memory |",
        "|---|---|---|---|",
        "| hxlguard check, whole process | 7.25 | 8.04 | 1.23 GB |",
        "| Presidio on every cell, extrapolated from 1,000 rows | 2,346 | - | 0.24 GB |",
        "| DataProfiler | not installed | | |",
        "",
        "1,000 rows take 1.50 s as a whole process, `hxlguard --help` takes 0.100 s.",
        "",
        "Targets reached: 1 of 2; not reached:",
        "",
        "- small: 1.75",
    ]


def test_the_section_says_when_the_machine_was_busy() -> None:
    busy = {**RESULTS_OF_TWO_TABLES, "machine": {"cores": 2, "python": "3.11.7", "load": 3.0}}
    assert "busy with other work (load 3.0 on 2 cores at its start)" in speed_section(busy)
    assert "busy" not in speed_section(RESULTS_OF_TWO_TABLES)


def test_the_section_stands_between_its_markers_and_nothing_else_moves() -> None:
    readme = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    once = with_section(readme, "new")
    assert once == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    assert with_section(once, "new") == once


@pytest.mark.parametrize("readme", ["", BEGIN, END, f"{BEGIN}{BEGIN}{END}"])
def test_missing_or_doubled_markers_are_refused(readme: str) -> None:
    with pytest.raises(ValueError, match="unpack"):
        with_section(readme, "new")


def test_the_readme_agrees_with_the_results(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    section = speed_section(json.loads(RESULTS.read_text("utf-8")))
    assert with_section(readme, section) == readme, "run `python -m benchmarks.readme_table`"
