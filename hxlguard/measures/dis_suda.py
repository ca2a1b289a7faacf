"""DIS-SUDA: SUDA's scores as chances that a match with a record is right.

Data intrusion simulation (Skinner, C. J. and Elliot, M. J. (2002), A measure of disclosure risk for
microdata) estimates that chance for all unique records together, from how many records are unique,
how many are in pairs, and which share of the population they are. The scores spread it over the
records (Elliot, M. J. (2000), DIS: a new approach to the measurement of statistical disclosure
risk). Their weights and power are those of sdcMicro's `suda2` with `original_scores = FALSE`, which
the published example of the SDC Practice guide goes with, and not the weights of `suda`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import comb

import polars as pl

from hxlguard.measures._fraction import NO_FRACTION, sampling_fraction
from hxlguard.measures._minimal_uniques import MinimalUniques, minimal_uniques, obstacle, scores
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most, total
from hxlguard.model.disclosure import MeasureAsked

_FEWEST, _MOST = 2, 27
"""One attribute leaves no scores, and with 28 the power of the scores is no longer above zero."""


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest chance of a record; a unique record that is not scored has none."""
    fraction = sampling_fraction(classes, asked)
    if fraction is None:
        return Measured(None, NO_FRACTION)
    reason = obstacle(classes, asked)
    if reason:
        return Measured(None, reason)
    if not _FEWEST <= len(classes.keys) <= _MOST:
        return Measured(
            None, f"scores of {_FEWEST} to {_MOST} quasi-identifiers are calibrated; name as many"
        )
    chances = calibrated(classes, minimal_uniques(classes, asked), fraction)
    return most(
        chances,
        asked,
        scored=int((chances > 0).sum()),
        uniques=int((classes.counts == 1).sum()),
        sampling_fraction=fraction,
    )


def calibrated(classes: Classes, found: Sequence[MinimalUniques], fraction: float) -> pl.Series:
    """The chance that a match with each record is right, zero where nothing singles it out.

    Args:
        classes: of all records.
        found: all their minimal sample uniques.
        fraction: the share of the population that the records are, above 0 and 1 at most.
    """
    attributes = len(classes.keys)
    figures = scores(classes, found, partial(msu_weight, attributes))
    special = figures ** (1 + (8 - attributes) / 20)
    spread = total(1 / special.filter(figures > 0))
    paired = int(classes.counts.filter(classes.counts == 2).sum())
    chances = 1 / (1 + paired * (1 - fraction) / fraction / (special * spread))
    return chances.zip_with(figures > 0, pl.zeros(len(figures), dtype=pl.Float64, eager=True))


def msu_weight(attributes: int, size: int) -> float:
    """How special a minimal sample unique makes a record: more the smaller it is.

    Args:
        attributes: how many quasi-identifiers there are.
        size: how many of them the minimal sample unique has.
    """
    return ((1 << attributes - size) - 1) / comb(attributes, size)


MEASURE = Measure("dis_suda", measured)
