"""What would help where a limit is broken: leaving out or coarsening each quasi-identifier.

Computed from the classes, not guessed; a few groupings of them for each quasi-identifier at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import comb

import polars as pl

from hxlguard.coarsening import are_points, banded, halved, parents, rounded, shortened, understood
from hxlguard.measures._minimal_uniques import USUAL_SIZE
from hxlguard.measures.classes import Partial, recoded
from hxlguard.measures.coding import Column
from hxlguard.measures.wildcards import masks
from hxlguard.model.disclosure import AT_LEAST, Change, MeasureAsked, Option, Period
from hxlguard.model.profile import ColumnProfile
from hxlguard.questions import Question

_USUAL_BANDS = (0, 5, 12, 18, 60)
_USUAL_DECIMALS = (2, 1)
_HIGHEST, _DEEPEST = 2, 5
"""Administrative levels that have one above them to tell of."""
_SEARCHING = frozenset({"suda", "dis_suda"})
_MOST_WORK = 150_000_000
"""Classes that all options together may look at; more of them is minutes of waiting."""
_WORK_OF_A_GROUPING = 20_000

Keys = Mapping[str, Column]


def options(
    group: Partial, question: Question, columns: Sequence[ColumnProfile]
) -> tuple[Option, ...]:
    """Every single change of a quasi-identifier with what it brings, best first.

    Empty where all of them would take too long to compute, as they may for SUDA and for blanks
    that agree with every value.
    """
    changes = list(_changes(group, {str(each.finding.index): each for each in columns}))
    groupings = len(changes) * _groupings(group, question.asked)
    if groupings * (len(group.counts) + _WORK_OF_A_GROUPING) > _MOST_WORK:
        return ()
    found = [_option(recoded(group, keys), change, question) for change, keys in changes]
    return tuple(sorted(found, key=lambda option: _rank(option, question.asked)))


def _groupings(group: Partial, asked: MeasureAsked) -> int:
    """How often a change has the classes grouped anew; 0 where that hardly takes time."""
    searched = 0
    if asked.measure in _SEARCHING:
        most = min(asked.size or USUAL_SIZE, len(group.keys))
        searched = sum(comb(len(group.keys), size) for size in range(1, most + 1))
    return searched + (masks(group.keys) ** 2 if asked.blanks == "wildcard" else 0)


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
    return Option(change.do, change.column, change.to, value, uniques, change.also)


def _changes(group: Partial, columns: Mapping[str, ColumnProfile]) -> Iterator[tuple[Option, Keys]]:
    """Each change, as an option without figures, with the keys that it makes."""
    for name, column in group.keys.items():
        others = {other: each for other, each in group.keys.items() if other != name}
        if others:
            yield _change("drop", [name]), others
        for do, to, texts in _coarser(column.texts):
            yield _change(do, [name], to), {**group.keys, name: _recoded(column, texts)}
    yield from _rounded(group.keys, columns)
    yield from _larger_places(group.keys, columns)


def _change(do: Change, names: Sequence[str], to: str = "") -> Option:
    first, *others = map(int, names)
    return Option(do, first, to, None, 0, tuple(others))


def _recoded(column: Column, texts: pl.Series) -> Column:
    """The same rows by other texts, one for each that the column has."""
    inner = Column.of(texts)
    return Column(inner.codes.gather(column.codes), inner.texts)


def _coarser(texts: pl.Series) -> Iterator[tuple[Change, str, pl.Series]]:
    """The next coarser form of numbers, bands or dates; nothing for any other column."""
    numbers, dates = understood(texts)
    if numbers:
        for cuts in (_USUAL_BANDS, halved(_USUAL_BANDS)):
            coarse = banded(texts, cuts)
            if _says_less(coarse, texts):
                yield "band", ", ".join(map(str, cuts)), coarse
                return
    if dates:
        periods: tuple[Period, ...] = ("month", "year")
        for period in periods:
            coarse = shortened(texts, period)
            if _says_less(coarse, texts):
                yield "truncate_date", period, coarse
                return


def _rounded(keys: Keys, columns: Mapping[str, ColumnProfile]) -> Iterator[tuple[Option, Keys]]:
    """All coordinates with fewer decimals, as one of them alone still tells where it is."""
    names = [name for name in keys if columns[name].decimals and are_points(keys[name].texts)]
    for decimals in _USUAL_DECIMALS:
        coarse = {name: rounded(keys[name].texts, decimals) for name in names}
        if any(_says_less(coarse[name], keys[name].texts) for name in names):
            made = {name: _recoded(keys[name], coarse[name]) for name in names}
            yield _change("round_coordinates", names, str(decimals)), {**keys, **made}


def _larger_places(
    keys: Keys, columns: Mapping[str, ColumnProfile]
) -> Iterator[tuple[Option, Keys]]:
    """The p-codes of each level as those of the level above; what else names such places goes."""
    for level in range(_HIGHEST, _DEEPEST + 1):
        names = [name for name in keys if columns[name].admin_level == level]
        above = {name: parents(keys[name].texts, level) for name in names}
        made = {
            name: _recoded(keys[name], texts) for name, texts in above.items() if texts is not None
        }
        if made:
            others = {name: each for name, each in keys.items() if name not in names}
            changed = sorted(names, key=lambda name: name not in made)
            yield _change("generalise_location", changed, str(level - 1)), {**others, **made}


def _says_less(coarse: pl.Series, texts: pl.Series) -> bool:
    return coarse.n_unique() < texts.n_unique()
