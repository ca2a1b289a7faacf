"""What would help where a limit is broken: leaving out or coarsening each quasi-identifier.

Computed from the classes, not guessed; two groupings of them for each quasi-identifier at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from hxlguard.coarsening import banded, halved, shortened, understood
from hxlguard.measures.classes import Partial, recoded
from hxlguard.measures.coding import Column
from hxlguard.model.disclosure import AT_LEAST, MeasureAsked, Option, Period
from hxlguard.questions import Question

_USUAL_BANDS = (0, 5, 12, 18, 60)
_TOO_DEAR = frozenset({"suda", "dis_suda"})
"""Measures that look at far more than the classes themselves."""


def options(group: Partial, question: Question) -> tuple[Option, ...]:
    """Every single change of a quasi-identifier with what it brings, best first.

    Empty where each would take too long to compute: for SUDA, and for blanks as wildcards.
    """
    asked = question.asked
    if asked.measure in _TOO_DEAR or asked.blanks == "wildcard":
        return ()
    found = [
        _option(recoded(group, keys), change, question) for change, keys in _changes(group, asked)
    ]
    return tuple(sorted(found, key=lambda option: _rank(option, asked)))


def _rank(option: Option, asked: MeasureAsked) -> tuple[bool, float, int, int, str]:
    value = option.value
    if value is None:
        return True, 0.0, option.uniques, option.column, option.do
    sign = -1 if asked.measure in AT_LEAST else 1
    return False, sign * value, option.uniques, option.column, option.do


def _option(group: Partial, change: Option, question: Question) -> Option:
    classes = question.classes(group)
    uniques = int(classes.counts.filter(classes.fk == 1).sum())
    value = question.measure.measured(classes, question.asked).value
    return Option(change.do, change.column, change.to, value, uniques)


def _changes(group: Partial, asked: MeasureAsked) -> Iterator[tuple[Option, Mapping[str, Column]]]:
    """Each change, as an option without figures, with the keys that it makes."""
    for name, column in group.keys.items():
        others = {other: each for other, each in group.keys.items() if other != name}
        if others:
            yield Option("drop", int(name), "", None, 0), others
        for change, texts in _coarser(int(name), column.texts, asked):
            inner = Column.of(texts)
            coarse = Column(inner.codes.gather(column.codes), inner.texts)
            yield change, {**group.keys, name: coarse}


def _coarser(
    index: int, texts: pl.Series, asked: MeasureAsked
) -> Iterator[tuple[Option, pl.Series]]:
    """The next coarser form of numbers, bands or dates; nothing for any other column."""
    numbers, dates = understood(texts)
    if numbers:
        for cuts in (_USUAL_BANDS, halved(_USUAL_BANDS)):
            coarse = banded(texts, cuts)
            if coarse.n_unique() < texts.n_unique():
                to = ", ".join(map(str, cuts))
                yield Option("band", index, to, None, 0), coarse
                return
    if dates:
        periods: tuple[Period, ...] = ("month", "year")
        for period in periods:
            coarse = shortened(texts, period)
            if coarse.n_unique() < texts.n_unique():
                yield Option("truncate_date", index, period, None, 0), coarse
                return
