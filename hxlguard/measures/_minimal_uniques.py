"""Which records few attributes are enough to single out.

A minimal sample unique (MSU) is a set of attributes on which a record is like no other, while it is
like another one on every smaller set: Elliot, M. J., Manning, A. M. and Ford, R. W. (2002), A
computational algorithm for handling the special uniques problem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from math import comb

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.model.disclosure import MeasureAsked

USUAL_SIZE = 3
_MOST_WORK = 2_000_000_000
_WORK_OF_A_SET = 100_000
"""What a set of attributes costs beside its records; more than the most is minutes of waiting."""
_AT, _RECORDS, _TIMES = "at", "records", "times"

_Unique = Mapping[tuple[str, ...], pl.Series]
"""For each set of attributes the classes that it singles out, minimal or not."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class MinimalUniques:
    """The records that one set of attributes singles out, and no smaller set of them.

    Attributes:
        attributes: names of quasi-identifiers.
        at: the numbers of their classes, ascending from 0.
    """

    attributes: tuple[str, ...]
    at: pl.Series


def search_limit(classes: Classes, asked: MeasureAsked) -> int:
    """The largest set of attributes to look at."""
    return min(USUAL_SIZE if asked.size is None else asked.size, len(classes.keys))


def obstacle(classes: Classes, asked: MeasureAsked) -> str:
    """Why not to search, or nothing."""
    limit = search_limit(classes, asked)
    if limit < 1:
        return "no set of quasi-identifiers is that small; give a `max_size` of at least 1"
    sets = _MOST_WORK // (len(classes.counts) + _WORK_OF_A_SET)
    if _are_more(len(classes.keys), limit, sets):
        return (
            f"so many records leave time for {sets:,} sets of quasi-identifiers, and there are "
            "more; name fewer quasi-identifiers or a smaller `max_size`"
        )
    return ""


def _are_more(attributes: int, limit: int, sets: int) -> bool:
    found = accumulate(comb(attributes, size) for size in range(1, limit + 1))
    return any(count > sets for count in found)


def minimal_uniques(classes: Classes, asked: MeasureAsked) -> list[MinimalUniques]:
    """Search all sets of attributes up to the limit, once for all that ask for it.

    Where a blank is no value of its own, it singles nobody out, and no other value is like it.
    """
    name = ("minimal uniques", search_limit(classes, asked), asked.blanks)
    if name not in classes.known:
        classes.known[name] = _searched(classes, asked)
    found: list[MinimalUniques] = classes.known[name]
    return found


def _searched(classes: Classes, asked: MeasureAsked) -> list[MinimalUniques]:
    """All sets of attributes, the small ones first."""
    height = len(classes.counts)
    codes = classes.table
    if asked.blanks == "wildcard":
        codes = codes.select(pl.when(pl.all() > 0).then(pl.all()))
    numbered = codes.with_columns(
        classes.counts.alias(_RECORDS), pl.int_range(height, eager=True).alias(_AT)
    )
    found: list[MinimalUniques] = []
    smaller: _Unique = {}
    for size in range(1, search_limit(classes, asked) + 1):
        unique = {}
        for attributes in combinations(classes.keys, size):
            already = _singled_out(smaller, attributes, height)
            known = numbered.select(*attributes, _RECORDS, _AT)
            at = _singles(known.filter(~already), attributes)
            unique[attributes] = already | _mask(at, height)
            found.append(MinimalUniques(attributes, at))
        smaller = unique
    return found


def scores(
    classes: Classes, found: Sequence[MinimalUniques], score: Callable[[int], float]
) -> pl.Series:
    """For each class the sum of the scores of its minimal sample uniques.

    Args:
        classes: of all records.
        found: all their minimal sample uniques.
        score: of one that has so many attributes.
    """
    height = len(classes.counts)
    added = pl.zeros(height, dtype=pl.Int64, eager=True)
    for size in sorted({len(unique.attributes) for unique in found}):
        at = pl.concat(unique.at for unique in found if len(unique.attributes) == size)
        times = at.value_counts(name=_TIMES)
        counted = pl.zeros(height, dtype=pl.Int64, eager=True).scatter(times[_AT], times[_TIMES])
        added = added + counted * score(size)
    return added


def _singled_out(unique: _Unique, attributes: tuple[str, ...], height: int) -> pl.Series:
    """The classes that a smaller set singles out; they are like nobody on this one either."""
    found = _mask(pl.Series(dtype=pl.Int64), height)
    for smaller in combinations(attributes, len(attributes) - 1):
        found = found | unique[smaller] if smaller else found
    return found


def _singles(numbered: pl.DataFrame, attributes: tuple[str, ...]) -> pl.Series:
    return (
        numbered.lazy()
        .drop_nulls(attributes)
        .group_by(attributes)
        .agg(pl.col(_RECORDS).sum(), pl.col(_AT).first())
        .filter(pl.col(_RECORDS) == 1)
        .collect()[_AT]
        .sort()
    )


def _mask(at: pl.Series, height: int) -> pl.Series:
    return pl.zeros(height, dtype=pl.Int8, eager=True).scatter(at, 1).cast(pl.Boolean)
