"""Measures of disclosure of one table: records are grouped once for all that share their key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from hxlguard.cells import filled_rows, numbered_batches
from hxlguard.coarsening import banded, shortened
from hxlguard.costs import charged
from hxlguard.helping import made, options
from hxlguard.measures import MEASURES, OF_COUNTS
from hxlguard.measures.classes import Classes, Partial, merged, partial
from hxlguard.measures.measure import NO_QUASI, Measure, Measured
from hxlguard.model.disclosure import (
    Bands,
    MeasureAsked,
    MeasureFound,
    Option,
    Period,
    Roles,
    breaks,
)
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.table import TaggedTable
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.roles import roles, unclear

Records = Iterator[tuple[pl.Series, pl.DataFrame]]
"""Batches of records: the number of each row in the file, and its cells."""

_UNWEIGHTED = frozenset(
    {
        "k_anonymity",
        "alpha_k_anonymity",
        "l_diversity",
        "t_closeness",
        "beta_likeness",
        "delta_disclosure",
        "sample_uniques",
        "sample_uniques_share",
        "suda",
    }
)
"""Measures of the records alone, whatever the population is."""


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
    if not asked:
        return ()
    with charged("measure"):
        questions = [_question(columns, each) for each in asked if each.measure in MEASURES]
        classes = _Classes(_grouped(table, questions))
        answers = [_answer(each, classes) for each in questions]
        found = {each.asked: each for each in _with_rows(table, answers)}
        return tuple(found.get(each) or _of_counts(table, columns, each) for each in asked)


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


@dataclass(frozen=True, slots=True)
class _Answer:
    question: _Question
    measured: Measured
    classes: Classes | None = None
    options: tuple[Option, ...] = ()


def _question(columns: Sequence[ColumnProfile], asked: MeasureAsked) -> _Question:
    measure, found = MEASURES[asked.measure], roles(columns, asked)
    weighted = asked.measure not in _UNWEIGHTED
    used = replace(
        found,
        sensitive=found.sensitive if "sensitive" in measure.needs else (),
        weight=found.weight if weighted else None,
        household=found.household if "household" in measure.needs else None,
        counts=(),
    )
    key = _Key(tuple(map(str, used.quasi)), tuple(_cuts(columns, used, asked.bands)), asked.dates)
    obstacle = NO_QUASI if not used.quasi else unclear(columns, asked) if weighted else None
    return _Question(asked, measure, used, key, obstacle or "")


def _cuts(
    columns: Sequence[ColumnProfile], used: Roles, bands: Bands
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The bands of each quasi-identifier that has any: those of the first pattern that fits."""
    for column in columns:
        tag = column.finding.tag or column.finding.proposed_tag
        if tag is None or column.finding.index not in used.quasi:
            continue
        spec = TagSpec.parse(tag)
        fitting = (cuts for text, cuts in bands if TagPattern.parse(text).matches(spec))
        if cuts := next(fitting, None):
            yield str(column.finding.index), cuts


def _of_counts(
    table: TaggedTable, columns: Sequence[ColumnProfile], asked: MeasureAsked
) -> MeasureFound:
    """A measure that needs no classes."""

    def batches(names: Sequence[str]) -> Iterator[tuple[int, pl.DataFrame]]:
        return numbered_batches(table.grid, table.first_data_row, names)

    return OF_COUNTS[asked.measure](batches, columns, asked)


@dataclass(slots=True)
class _Gathered:
    """Partials of batches, merged whenever those that wait are as long as the rest."""

    whole: Partial
    waiting: list[Partial] = field(default_factory=list)

    def add(self, part: Partial) -> None:
        self.waiting.append(part)
        if sum(len(each.counts) for each in self.waiting) >= len(self.whole.counts):
            self.whole = self.merged()

    def merged(self) -> Partial:
        self.whole, self.waiting = merged([self.whole, *self.waiting]), []
        return self.whole


def _grouped(table: TaggedTable, questions: Sequence[_Question]) -> Mapping[_Key, Partial]:
    """The records by every key that is asked for, gone through once."""
    sides: dict[_Key, dict[str, None]] = {}
    for each in questions:
        sides.setdefault(each.key, {}).update(dict.fromkeys(each.sides))
    names = dict.fromkeys(name for key in sides for name in (*key.quasi, *sides[key]))
    none = pl.DataFrame(schema=dict.fromkeys(names, pl.String))
    gathered = {key: _Gathered(partial(none, key.quasi, [*more])) for key, more in sides.items()}
    for _, records in _records(table, list(names)):
        for key, more in sides.items():
            gathered[key].add(partial(key.coarse(records), key.quasi, [*more]))
    return {key: each.merged() for key, each in gathered.items()}


def _records(table: TaggedTable, names: Sequence[str]) -> Records:
    """All rows of data that hold anything."""
    if not names:
        return
    whole = table.grid.height - table.first_data_row + 1 == table.rows
    wanted = names if whole else [column.name for column in table.columns]
    for number, frame in numbered_batches(table.grid, table.first_data_row, wanted):
        rows = pl.int_range(number, number + frame.height, dtype=pl.Int64, eager=True)
        written = None if whole else filled_rows(frame)
        records = frame.select(names)
        if written is None:
            yield rows, records
        else:
            yield rows.filter(written), records.filter(written)


@dataclass(slots=True)
class _Classes:
    """The classes of groups, made once for all questions that share them."""

    groups: Mapping[_Key, Partial]
    made: dict[object, Classes] = field(default_factory=dict)

    def of(self, question: _Question) -> Classes:
        """The classes that a question is about."""
        known = (question.key, question.roles, question.asked.blanks)
        if known not in self.made:
            self.made[known] = made(self.groups[question.key], question.roles, question.asked)
        return self.made[known]


def _answer(question: _Question, classes: _Classes) -> _Answer:
    if question.obstacle:
        return _Answer(question, Measured(None, question.obstacle))
    of_table, asked = classes.of(question), question.asked
    measured = question.measure.measured(of_table, asked)
    if measured.value is None or not breaks(measured.value, asked):
        return _Answer(question, measured, of_table)
    group = classes.groups[question.key]
    helping = options(group, question.measure, question.roles, asked)
    return _Answer(question, measured, of_table, helping)


def _with_rows(table: TaggedTable, answers: Sequence[_Answer]) -> Iterator[MeasureFound]:
    """The answers with the rows of the worst records, for which the table is read again."""
    rows = [NO_ROWS] * len(answers)
    blaming = [
        (at, answer.question.key, answer.classes, worst)
        for at, answer in enumerate(answers)
        for worst in [answer.measured.worst]
        if answer.classes is not None and worst is not None and worst.any()
    ]
    names = dict.fromkeys(name for _, key, _, _ in blaming for name in key.quasi)
    for numbers, records in _records(table, list(names)):
        for at, key, classes, worst in blaming:
            found = numbers.gather(classes.positions(key.coarse(records), worst))
            rows[at] |= Rows(len(found), tuple(found.head(FIRST_ROWS).to_list()))
    for answer, worst_rows in zip(answers, rows, strict=True):
        yield MeasureFound(
            asked=answer.question.asked,
            value=answer.measured.value,
            reason=answer.measured.reason,
            roles=answer.question.roles,
            rows=worst_rows,
            details=answer.measured.details,
            options=answer.options,
        )
