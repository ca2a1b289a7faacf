"""(alpha, k)-anonymity: which share of a class the most frequent sensitive value has at most.

Wong, R. C.-W., Li, J., Fu, A. W.-C., Wang, K. (2006). (alpha, k)-anonymity: an enhanced k-anonymity
model for privacy preserving data publishing. KDD '06.
"""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most, smallest
from hxlguard.measures.sensitive import greatest_of, most_frequent
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest share; classes below the `k` that is asked for count as the worst too."""
    figures, details = greatest_of(classes, _greatest_share)
    found = most(figures, asked, k=int(smallest(classes.fk)), **details)
    if asked.k is None or found.worst is None:
        return found
    return replace(found, worst=found.worst | (classes.fk < asked.k))


def _greatest_share(classes: Classes, name: str) -> pl.Series:
    return most_frequent(classes.sensitive[name]) / classes.fk


MEASURE = Measure("alpha_k_anonymity", measured, needs=("sensitive",))
