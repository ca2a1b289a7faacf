"""Which share of the population the records are."""

from __future__ import annotations

from math import isfinite

from hxlguard.measures.classes import Classes
from hxlguard.model.disclosure import MeasureAsked

NO_FRACTION = "the share of the population is not known; give `sampling_fraction` or usable weights"


def sampling_fraction(classes: Classes, asked: MeasureAsked) -> float | None:
    """The fraction that is asked with, else that of the weights, else None.

    Weights that add up to fewer people than there are records speak of a census. Where blanks agree
    with every value, the weights of one person count for several keys, and say nothing of it.
    """
    fraction = asked.sampling_fraction
    if fraction is None and classes.weighted and classes.population is not None:
        if asked.blanks == "wildcard":
            return None
        fraction = min(1.0, classes.records / float(classes.population.sort().sum()))
    if fraction is None or not 0 < fraction <= 1:
        return None
    return fraction if isfinite(classes.records / fraction) else None
