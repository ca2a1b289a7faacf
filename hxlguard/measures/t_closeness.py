"""t-closeness: how far the sensitive values of a class are from those of the whole table.

Li, N., Li, T., Venkatasubramanian, S. (2007). t-closeness: privacy beyond k-anonymity and
l-diversity. ICDE 2007. The distance is the Earth Mover's: with an ordered ground distance for
numbers, a hierarchical one for codes whose groups are given, and the equal one, which is never
smaller, for everything else.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.coding import CLASS, COUNT, NUMBER, VALUE, summed
from hxlguard.measures.measure import Measure, Measured, greatest, most
from hxlguard.measures.sensitive import OfClasses, by_code, greatest_of, sum_in
from hxlguard.model.disclosure import MeasureAsked

_RANK = "rank"
_UNTIL = "until"
_FIRST = "first"
_REACHED = "reached"
_SIZE = "size"
_TURN = "turn"


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest distance of all classes; of the variants `ordered`, `hierarchical` and `equal`.

    Without a variant an attribute with a hierarchy is hierarchical, and any other one ordered where
    all its cells are numbers.
    """
    names = [*classes.sensitive]
    if asked.variant == "ordered" and not all(_all_numbers(classes, name) for name in names):
        return Measured(None, "a sensitive attribute has cells that are no numbers; use `equal`")
    if asked.variant == "hierarchical" and not all(name in classes.levels for name in names):
        return Measured(None, "a sensitive attribute has no groups; give them with `hierarchy`")
    figures, details = greatest_of(
        classes, lambda all_of, name: _DISTANCES[_kind(all_of, name, asked)](all_of, name)
    )
    return most(figures, asked, **details)


def _kind(classes: Classes, name: str, asked: MeasureAsked) -> str:
    if asked.variant is not None:
        return asked.variant
    if name in classes.levels:
        return "hierarchical"
    return "ordered" if _all_numbers(classes, name) else "equal"


def _all_numbers(classes: Classes, name: str) -> bool:
    return not classes.overall[name][NUMBER].null_count()


def _equal(classes: Classes, name: str) -> pl.Series:
    """Half of what the shares differ by, which is what they exceed those overall by.

    Shares are multiplied by both numbers of records: whole numbers add up the same in any order.
    """
    return _moved(classes, classes.sensitive[name], classes.overall[name])


def _moved(classes: Classes, side: pl.DataFrame, overall: pl.DataFrame) -> pl.Series:
    expected = by_code(overall[VALUE], overall[COUNT]).gather(side[VALUE])
    excess = side[COUNT] * classes.records - expected * classes.fk.gather(side[CLASS])
    return sum_in(side, excess.clip(0)) / (classes.fk * classes.records)


def _hierarchical(classes: Classes, name: str) -> pl.Series:
    """The mean of the equal distances of all levels, the values themselves among them.

    Two values are as far apart as the levels at which they differ are many. What has to go from one
    group to another is, level by level, what the equal distance counts.
    """
    side, overall, levels = classes.sensitive[name], classes.overall[name], classes.levels[name]
    total = _equal(classes, name)
    for level in levels:
        extent = int(greatest(level)) + 1
        groups = level.gather(side[VALUE])
        within = summed(side[CLASS], groups, extent, side[COUNT])
        whole = overall.select(level.gather(overall[VALUE]).alias(VALUE), COUNT)
        sums = whole.group_by(VALUE).agg(pl.sum(COUNT))
        total = total + _moved(classes, within, sums)
    return total / (len(levels) + 1)


def _ordered(classes: Classes, name: str) -> pl.Series:
    """The mean difference of the cumulated shares, over all ranks but the last.

    From one value of a class to its next its cumulated share stays and that of the table grows, so
    that their difference changes its sign at most once: there the two parts are added up apart.
    """
    overall = classes.overall[name]
    ranks = overall[NUMBER].rank("dense").cast(pl.Int64) - 1
    extent = int(greatest(ranks)) + 1
    if extent == 1:
        return pl.repeat(0.0, len(classes.fk), eager=True)
    sums = pl.DataFrame({_RANK: ranks, COUNT: overall[COUNT]}).group_by(_RANK).agg(pl.sum(COUNT))
    table = sums.sort(_RANK)[COUNT].cum_sum()
    below = pl.Series([0], dtype=pl.Int64).append(table.cum_sum())

    rows = _rows(classes, name, by_code(overall[VALUE], ranks), extent)
    rank, until, reached, size = rows[_RANK], rows[_UNTIL], rows[_REACHED], rows[_SIZE]
    passed = table.search_sorted(reached * classes.records // size, side="right").cast(pl.Int64)
    turn = rows.select(passed.clip(rank, until).alias(_TURN))[_TURN]
    own = ((turn - rank) - (until - turn)) * (reached / size)
    others = below.gather(until) - 2 * below.gather(turn) + below.gather(rank)
    first = below.gather(rank).zip_with(rows[_FIRST], pl.repeat(0, len(rank), eager=True))
    cost = own + (others + first) / classes.records
    return sum_in(rows, cost) / (extent - 1)


def _rows(classes: Classes, name: str, ranks: pl.Series, extent: int) -> pl.DataFrame:
    """Each class at each of its ranks: how many of its records it reached, and until where."""
    side = classes.sensitive[name]
    pairs = summed(side[CLASS], ranks.gather(side[VALUE]), extent, side[COUNT])
    merged = pairs.cast({VALUE: pl.Int64})
    earlier = (classes.fk.cum_sum() - classes.fk).gather(merged[CLASS])
    stays = pl.col(CLASS) == pl.col(CLASS).shift(-1)
    return merged.select(
        CLASS,
        pl.col(VALUE).alias(_RANK),
        pl.when(stays).then(pl.col(VALUE).shift(-1)).otherwise(extent).alias(_UNTIL),
        (pl.col(CLASS) != pl.col(CLASS).shift(1)).fill_null(value=True).alias(_FIRST),
        (merged[COUNT].cum_sum() - earlier).alias(_REACHED),
        classes.fk.gather(merged[CLASS]).alias(_SIZE),
    )


_DISTANCES: Mapping[str, OfClasses] = {
    "ordered": _ordered,
    "hierarchical": _hierarchical,
    "equal": _equal,
}
MEASURE = Measure("t_closeness", measured, needs=("sensitive",), variants=tuple(_DISTANCES))
