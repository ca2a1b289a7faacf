"""Published tables, and figures of classes told record by record."""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes

Record = tuple[tuple[str | None, ...], str | None]
"""A key and a weight."""

TEN: list[Record] = [
    (("Urban", "Female", "Secondary incomplete", "Employed"), "180"),
    (("Urban", "Female", "Secondary incomplete", "Employed"), "180"),
    (("Urban", "Female", "Primary incomplete", "Non-LF"), "215"),
    (("Urban", "Male", "Secondary complete", "Employed"), "76"),
    (("Rural", "Female", "Secondary complete", "Unemployed"), "186"),
    (("Urban", "Male", "Secondary complete", "Employed"), "76"),
    (("Urban", "Female", "Primary complete", "Non-LF"), "180"),
    (("Urban", "Male", "Post-secondary", "Unemployed"), "215"),
    (("Urban", "Female", "Secondary incomplete", "Non-LF"), "186"),
    (("Urban", "Female", "Secondary incomplete", "Non-LF"), "76"),
]
"""The records of the SDC Practice guide."""

FRANCDAT: list[Record] = [
    (("1", "2", "5", "1"), "18"),
    (("1", "2", "1", "1"), "45.5"),
    (("1", "2", "1", "1"), "39"),
    (("3", "3", "1", "5"), "17"),
    (("4", "3", "1", "4"), "541"),
    (("4", "3", "1", "1"), "8"),
    (("6", "2", "1", "5"), "5"),
    (("1", "2", "5", "1"), "92"),
]
"""sdcMicro's francdat."""


def of_records(found: Classes, figures: pl.Series, records: pl.DataFrame) -> list[float]:
    """A figure of each class as a figure of each of its records."""
    each: list[float] = [0] * records.height
    for number, figure in enumerate(figures):
        chosen = pl.int_range(len(figures), eager=True) == number
        for at in found.positions(records, chosen):
            each[at] = figure
    return each
