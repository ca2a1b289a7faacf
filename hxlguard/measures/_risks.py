"""How likely a record is told to be one person of the population, class by class.

Benedetti and Franconi's posterior mean of `1 / F`, where a key is held by `fk` records of the
sample and by `F`, which nobody knows, people of the population: Benedetti, R. and Franconi, L.
(1998), Statistical and technological solutions for controlled data dissemination.
"""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import total

_NEAR = 0.001
"""How near to a census the formula of pairs subtracts numbers so alike that digits are lost."""
_TERMS = 6


def risks(classes: Classes) -> pl.Series:
    """For each class, which has a population, the risk of each of its records."""
    frame = pl.DataFrame({"fk": classes.fk, "people": classes.population})
    return frame.select(record_risk(pl.col("fk"), pl.col("people"))).to_series()


def expected(classes: Classes, found: pl.Series) -> float:
    """The sum of the risks of all records."""
    return total(found * classes.counts)


def record_risk(fk: pl.Expr, people: pl.Expr) -> pl.Expr:
    """The risk of each record of a class, from 0 to 1.

    Args:
        fk: how many records share the key.
        people: the sum of their weights, above zero; a census where it is `fk`.
    """
    p = fk / people
    q = 1 - p
    unique = p / q * -p.log()
    pair = pl.when(q.abs() < _NEAR).then(_pair_near(p)).otherwise(p / q * (1 - unique))
    risk = (
        pl.when(q == 0)
        .then(1 / fk)
        .when(fk == 1)
        .then(unique)
        .when(fk == 2)
        .then(pair)
        .otherwise(p / (fk - q))
    )
    return risk.clip(0.0, 1.0).fill_nan(1.0)  # nearly no people: `p` is too great to be written


def _pair_near(p: pl.Expr) -> pl.Expr:
    """The formula of pairs as the series that is left when `-ln(1 - q)` is written as one."""
    series = pl.lit(0.0)
    for term in reversed(range(_TERMS)):
        series = series * (1 - p) + 1 / (term + 2)
    return p - p**2 * series
