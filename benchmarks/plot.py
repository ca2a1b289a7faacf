"""Draws how the cost of a cell grows, from results/speed.json, in the environment of the peers.

python -m benchmarks.plot
"""

from __future__ import annotations

import json

import matplotlib

from benchmarks.contenders import BY_COLUMNS, BY_ROWS, LIBHXL, POLARS, PRESIDIO, SECOND_CALL, Size
from benchmarks.figures import Row
from benchmarks.readme_table import RESULTS

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "hxlguard"
from matplotlib import pyplot  # noqa: E402 (after the choice of what it draws with)

PLOT = RESULTS.with_name("growth.svg")
SHOWN = (SECOND_CALL, POLARS, LIBHXL, PRESIDIO)


def main() -> None:
    """Draw both plots side by side."""
    rows = [Row(**row) for row in json.loads(RESULTS.read_text("utf-8"))["rows"]]
    figure, (by_rows, by_columns) = pyplot.subplots(1, 2, figsize=(10, 4), sharey=True)
    _draw(by_rows, rows, BY_ROWS, "rows")
    _draw(by_columns, rows, BY_COLUMNS, "columns")
    by_rows.set_ylabel("nanoseconds per cell")
    by_rows.set_xlabel(f"rows, of {BY_ROWS[0].columns} columns")
    by_columns.set_xlabel(f"columns, of {BY_COLUMNS[0].cells:,} cells in all")
    by_rows.legend()
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})


def _draw(axes: pyplot.Axes, rows: list[Row], sizes: tuple[Size, ...], along: str) -> None:
    for name in SHOWN:
        costs = {
            getattr(row.size, along): row.nanoseconds_per_cell
            for row in rows
            if row.name == name and row.size in sizes and row.nanoseconds_per_cell
        }
        axes.plot(sorted(costs), [costs[at] for at in sorted(costs)], marker="o", label=name)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.grid(visible=True, alpha=0.3)


if __name__ == "__main__":
    main()
