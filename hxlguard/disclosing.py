"""Measures of disclosure of one table: records are grouped once for all that share their key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from hxlguard.cells import filled_rows, numbered_batches
from hxlguard.costs import charged
from hxlguard.helping import options
from hxlguard.measures import MEASURES, OF_COUNTS
from hxlguard.measures.classes import Classes, Numbering, Partial, merged, partial
from hxlguard.measures.measure import Measured
from hxlguard.model.disclosure import MeasureAsked, MeasureFound, Option, breaks
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.table import TaggedTable
from hxlguard.questions import Key, Question, question

Records = Iterator[tuple[pl.Series, pl.DataFrame]]
"""Batches of records: the number of each row in the file, and its cells."""


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
        questions = [question(columns, each) for each in asked if each.measure in MEASURES]
        groups = _grouped(table, questions)
        classes = _Classes(groups)
        answers = [_answer(each, classes, columns) for each in questions]
        found = {each.asked: each for each in _with_rows(table, answers, groups)}
        return tuple(found.get(each) or _of_counts(table, columns, each) for each in asked)


@dataclass(frozen=True, slots=True)
class _Answer:
    question: Question
    measured: Measured
    options: tuple[Option, ...] = ()

    @property
    def blames(self) -> bool:
        """Whether any records are to blame."""
        worst, households = self.measured.worst, self.measured.households
        classes = worst is not None and bool(worst.any())
        return classes or (households is not None and bool(len(households)))

    @property
    def tells_classes_apart(self) -> bool:
        """Whether some classes are to blame and others are not."""
        worst = self.measured.worst
        return worst is not None and bool(worst.any()) and not worst.all()

    def blamed(self, records: pl.DataFrame, classes: pl.Series | None, group: Partial) -> pl.Series:
        """Which records are to blame; `classes` has the class of each, where that matters."""
        worst, households = self.measured.worst, self.measured.households
        if worst is not None and classes is not None:
            blamed = worst.gather(classes)
        else:
            blamed = pl.repeat(worst is not None and bool(worst.all()), records.height, eager=True)
        if households is not None:
            household = str(self.question.roles.household)
            names = group.sides[household].texts.gather(households)
            members = records[household].str.strip_chars().is_in(names.implode())
            blamed = blamed | members.fill_null(value=False)
        return blamed


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


def _grouped(table: TaggedTable, questions: Sequence[Question]) -> Mapping[Key, Partial]:
    """The records by every key that is asked for, gone through once."""
    sides: dict[Key, dict[str, None]] = {}
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

    groups: Mapping[Key, Partial]
    made: dict[object, Classes] = field(default_factory=dict)

    def of(self, question: Question) -> Classes:
        """The classes that a question is about."""
        known = question.made_from
        if known not in self.made:
            self.made[known] = question.classes(self.groups[question.key])
        return self.made[known]


def _answer(question: Question, classes: _Classes, columns: Sequence[ColumnProfile]) -> _Answer:
    if question.obstacle:
        return _Answer(question, Measured(None, question.obstacle))
    of_table, asked = classes.of(question), question.asked
    measured = question.measure.measured(of_table, asked)
    if measured.value is None or not breaks(measured.value, asked):
        return _Answer(question, measured)
    helping = options(classes.groups[question.key], question, columns)
    return _Answer(question, measured, helping)


def _with_rows(
    table: TaggedTable, answers: Sequence[_Answer], groups: Mapping[Key, Partial]
) -> Iterator[MeasureFound]:
    """The answers with the rows of the worst records, for which the table is read again."""
    rows = [NO_ROWS] * len(answers)
    blaming = [each for each in answers if each.blames]
    keys = {each.question.key for each in blaming}
    telling = {each.question.key for each in blaming if each.tells_classes_apart}
    numberings = {key: Numbering.of(groups[key].keys) for key in telling}
    names = dict.fromkeys(name for each in blaming for name in each.question.read)
    for numbers, records in _records(table, list(names)):
        coarse = {key: key.coarse(records) for key in keys}
        classes = {key: each.numbers(coarse[key]) for key, each in numberings.items()}
        for at, answer in enumerate(answers):
            if answer.blames:
                key = answer.question.key
                blamed = answer.blamed(coarse[key], classes.get(key), groups[key])
                found = numbers.filter(blamed)
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
