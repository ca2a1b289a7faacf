"""beta-likeness: how much more frequent a sensitive value is in a class than overall.

Cao, J., Karras, P. (2012). Publishing microdata with a robust privacy guarantee. PVLDB 5(11).
"""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most
from hxlguard.measures.sensitive import OVERALL, SHARE, beyond_any, greatest_of, most_in, shares
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest gain, `(p - q) / q`, of any value; of the variants `basic` and `enhanced`.

    The enhanced one also allows no gain above `-ln q`, whatever beta is.
    """
    figures, details = greatest_of(classes, _greatest_gain)
    found = most(figures, asked, **details)
    if asked.variant != "enhanced":
        return found
    excess, _ = greatest_of(classes, _excess)
    reason = "a value gains more than enhanced beta-likeness allows with any beta; merge classes"
    return beyond_any(found, excess > 0, asked, reason)


def _greatest_gain(classes: Classes, name: str) -> pl.Series:
    return most_in(shares(classes, name), _gains(classes, name))


def _excess(classes: Classes, name: str) -> pl.Series:
    side = shares(classes, name)
    return most_in(side, (_gains(classes, name) + side[OVERALL].log()).round(9))


def _gains(classes: Classes, name: str) -> pl.Series:
    side = shares(classes, name)
    return side[SHARE] / side[OVERALL] - 1


MEASURE = Measure("beta_likeness", measured, needs=("sensitive",), variants=("basic", "enhanced"))
