"""Measures of disclosure of one table: records are grouped once for all that share their key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from hxlguard.cells import filled_rows, numbered_batches
from hxlguard.costs import charged
from hxlguard.measures import MEASURES
from hxlguard.measures.classes import Classes, Partial, classes_of, merged, partial
from hxlguard.measures.coarsening import banded, shortened
from hxlguard.measures.measure import Measure, Measured
from hxlguard.measures.options import options
from hxlguard.model.disclosure import Bands, MeasureAsked, MeasureFound, Period, Roles
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.table import TaggedTable
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.roles import roles, unclear

Records = Iterator[tuple[pl.Series, pl.DataFrame]]
"""Batches of records: the number of each row in the file, and its cells."""

_NO_WEIGHT_NEEDED = MeasureAsked("k_anonymity")


def measures_found(
    table: TaggedTable, columns: Sequence[ColumnProfile], asked: Sequence[MeasureAsked]
) -> tuple[MeasureFound, ...]:
    """Measure a table.

    Args:
        table: its records; rows without any cell are none.
        columns: all columns.
        asked: what is measured.

    Returns:
        One answer for each that is asked, in the same order.
    """
    with charged("measure"):
        questions = [_question(columns, each) for each in asked]
        groups = _grouped(table, questions)
        answers = [_answered(each, groups) for each in questions]
        return _with_rows(table, answers)


@dataclass(frozen=True, slots=True)
class _Key:
    """What records are grouped by.

    Attributes:
        quasi: names of the quasi-identifiers.
        cuts: for some of them the bands that numbers are counted in.
        dates: what dates are shortened to, or None.
    """

    quasi: tuple[str, ...]
    cuts: tuple[tuple[str, tuple[int, ...]], ...]
    dates: Period | None

    def coarse(self, records: pl.DataFrame) -> pl.DataFrame:
        """The records as they are compared."""
        for name, cuts in self.cuts:
            records = records.with_columns(banded(records[name], cuts).alias(name))
        if self.dates is not None:
            dates = [shortened(records[name], self.dates).alias(name) for name in self.quasi]
            records = records.with_columns(dates)
        return records


@dataclass(frozen=True, slots=True)
class _Question:
    asked: MeasureAsked
    measure: Measure
    roles: Roles
    key: _Key
    obstacle: str

    @property
    def sides(self) -> tuple[str, ...]:
        """The further columns that it needs."""
        others = (self.roles.weight, self.roles.household)
        return tuple(map(str, (*self.roles.sensitive, *(each for each in others if each))))


def _question(columns: Sequence[ColumnProfile], asked: MeasureAsked) -> _Question:
    measure = MEASURES[asked.measure]
    found = roles(columns, asked)
    needs_more = {"population", "household"} & {*measure.needs}
    used = replace(
        found,
        sensitive=found.sensitive if "sensitive" in measure.needs else (),
        weight=found.weight if "population" in measure.needs else None,
        household=found.household if "household" in measure.needs else None,
        counts=(),
    )
    key = _Key(tuple(map(str, used.quasi)), _cuts(columns, used, asked.bands), asked.dates)
    obstacle = unclear(columns, asked) if needs_more else None
    return _Question(asked, measure, used, key, obstacle or "")
