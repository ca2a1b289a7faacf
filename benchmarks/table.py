"""The figures as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.contenders import Size
from benchmarks.figures import Row, Target


def table_lines(size: Size, file_bytes: int, rows: Sequence[Row]) -> list[str]:
    """All rows about one table under its extent."""
    head = ("seconds", "x polars", "Presidio/this", "ns/cell", "peak MB", "runs")
    titles = "".join(f"{title:>{14 if '/' in title else 10}}" for title in head)
    return [
        "",
        f"{size.rows:,} rows x {size.columns} columns, {file_bytes / 1e6:,.1f} MB",
        f"  {'':40}{titles}",
        *(_line(row) for row in rows),
    ]


BUSY = 0.3
"""Load for each core, before anything is timed, from which other work shows in the figures."""


def busy_lines(load: float, cores: int) -> list[str]:
    """What to say when the machine had other work as well."""
    if load / cores < BUSY:
        return []
    return [
        f"The machine was busy with other work (load {load:.1f} on {cores} cores at its start),"
        " so these seconds are too many and the ratios waver."
    ]


def _line(row: Row) -> str:
    if row.failure:
        return f"  {row.name:40}{row.failure}"
    peak = row.peak_bytes / 1e6 if row.peak_bytes else None
    figures = (
        f"{short(row.seconds):>10}",
        f"{short(row.to_polars):>10}",
        f"{short(row.presidio_to_this):>14}",
        f"{short(row.nanoseconds_per_cell):>14}",
        f"{short(peak):>10}",
        f"{row.runs:>10}",
    )
    return f"  {row.name:40}{''.join(figures)}{extrapolated(row)}"


def extrapolated(row: Row) -> str:
    """Where the figure comes from when it was not measured whole."""
    return f"  extrapolated from {row.extrapolated_from:,} rows" if row.extrapolated_from else ""


def target_lines(targets: Sequence[Target]) -> list[str]:
    """Every target with its figure, and whether it was reached."""
    words = {True: "reached", False: "NOT reached", None: "not measured"}
    return [
        "",
        "Targets",
        *(f"  {words[each.reached]:14}{short(each.figure):>10}  {each.text}" for each in targets),
    ]


def short(figure: float | None) -> str:
    """Three digits that count, or all digits before the point."""
    if figure is None:
        return "-"
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.{2 if figure < 10 else 1}f}" if figure >= 1 else f"{figure:.3f}"
