"""Population uniqueness: which share of the records nobody else in the population is like.

Zayatz, L. (1991), Estimation of the percent of unique population elements on a microdata file using
the sample. The classes of the population are taken to be as large as those of the sample, so that
it mostly says too much rather than too little, the more so the smaller the sample.
"""

from __future__ import annotations

import polars as pl

from hxlguard.measures._fraction import NO_FRACTION, sampling_fraction
from hxlguard.measures.classes import Classes
from hxlguard.measures.coding import COUNT
from hxlguard.measures.measure import Measure, Measured, total
from hxlguard.model.disclosure import MeasureAsked

_SIZE = "size"


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The share of records that are expected to be unique in the population."""
    fraction = sampling_fraction(classes, asked)
    if fraction is None:
        return Measured(None, NO_FRACTION)
    people = float(round(classes.records / fraction))
    uniques = int(classes.counts.filter(classes.fk == 1).sum())
    alone = chance_alone(classes, people)
    return Measured(
        alone * uniques / classes.records,
        "",
        classes.fk == 1,
        {"sample_uniques": uniques, "chance_alone": alone, "sampling_fraction": fraction},
    )


def chance_alone(classes: Classes, people: float) -> float:
    """The chance that a record which is unique among the records is so among all people.

    Args:
        classes: of all records.
        people: how many people the population has.
    """
    sizes = (
        pl.DataFrame({_SIZE: classes.fk, COUNT: classes.counts})
        .group_by(_SIZE)
        .agg(pl.col(COUNT).sum())
        .sort(_SIZE)
    )
    if sizes[_SIZE][0] != 1:
        return 0.0
    others_missed = _others_missed(sizes[_SIZE][-1], classes.records, people)
    drawn_once = sizes[COUNT] * others_missed.gather(sizes[_SIZE] - 1)
    return float(sizes[COUNT][0]) / total(drawn_once)


def _others_missed(largest: int, records: int, people: float) -> pl.Series:
    """For each size of a class up to the largest: the chance that a sample which holds one of it
    holds no other one, drawing without putting back."""
    drawn = pl.int_range(largest - 1, eager=True).cast(pl.Float64)
    missed = ((people - records - drawn) / (people - 1 - drawn)).clip(0.0, 1.0)
    return pl.Series([1.0]).append(missed.log().cum_sum().exp())


MEASURE = Measure("population_uniqueness", measured)
