"""l-diversity: how many sensitive values stand in each class, distinct or well represented.

Machanavajjhala, A., Kifer, D., Gehrke, J., Venkitasubramaniam, M. (2007). l-diversity: privacy
beyond k-anonymity. ACM Transactions on Knowledge Discovery from Data 1(1).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.coding import CLASS, COUNT
from hxlguard.measures.measure import Measure, Measured, least
from hxlguard.measures.sensitive import (
    SHARE,
    OfClasses,
    least_of,
    most_frequent,
    shares,
    sum_in,
    values_of,
)
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The least l of all classes."""
    if asked.variant == "recursive" and asked.c is None:
        return Measured(None, "recursive l-diversity goes with a factor; give it as `c`")
    by_variant: Mapping[str, OfClasses] = {
        "distinct": _distinct,
        "entropy": _entropy,
        "recursive": partial(_recursive, asked.c or 0),
    }
    figures, details = least_of(classes, by_variant[asked.variant or "distinct"])
    return least(figures, asked, **details)


def _distinct(classes: Classes, name: str) -> pl.Series:
    return values_of(classes.sensitive[name])


def _entropy(classes: Classes, name: str) -> pl.Series:
    """The exponential of the entropy, which is l where l values are equally frequent."""
    side = shares(classes, name)
    return (-sum_in(side, side[SHARE] * side[SHARE].log())).exp()


def _recursive(c: float, classes: Classes, name: str) -> pl.Series:
    """The greatest l for which the first count is below c times the sum of the l-th and later.

    It is 0 where not even all of them suffice.
    """
    side = classes.sensitive[name]
    ends = classes.fk.cum_sum().gather(side[CLASS])
    tails = ends - side[COUNT].cum_sum() + side[COUNT]
    first = most_frequent(side).gather(side[CLASS])
    return sum_in(side, (first < c * tails).cast(pl.Int64))


MEASURE = Measure(
    "l_diversity", measured, needs=("sensitive",), variants=("distinct", "entropy", "recursive")
)
