"""delta-disclosure privacy: how far the frequency of a sensitive value is from that overall.

Brickell, J., Shmatikov, V. (2008). The cost of privacy: destruction of data-mining utility in
anonymized data publishing. KDD '08.
"""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most
from hxlguard.measures.sensitive import (
    OVERALL,
    SHARE,
    beyond_any,
    greatest_of,
    most_in,
    shares,
    values_of,
)
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest `|ln(p / q)|` of all values in all classes.

    A value that a class lacks is infinitely far, so that no delta is enough.
    """
    figures, details = greatest_of(classes, _greatest_distance)
    lacking, _ = greatest_of(classes, _lacking)
    reason = "a class lacks a sensitive value, so that no delta is enough; merge classes"
    return beyond_any(most(figures, asked, **details), lacking > 0, asked, reason)


def _greatest_distance(classes: Classes, name: str) -> pl.Series:
    side = shares(classes, name)
    return most_in(side, (side[SHARE] / side[OVERALL]).log().abs())


def _lacking(classes: Classes, name: str) -> pl.Series:
    return classes.overall[name].height - values_of(classes.sensitive[name])


MEASURE = Measure("delta_disclosure", measured, needs=("sensitive",))
