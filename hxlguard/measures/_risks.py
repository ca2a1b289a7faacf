"""How likely a record is told to be one person of the population, class by class.

Benedetti and Franconi's posterior mean of `1 / F`, where a key is held by `fk` records of the
sample and by `F`, which nobody knows, people of the population: Benedetti, R. and Franconi, L.
(1998), Statistical and technological solutions for controlled data dissemination.
"""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import settled, total

_NEAR = 0.01
"""How near to a census the closed forms subtract numbers so alike that no digit is left."""
_TERMS = 10


def risks(classes: Classes) -> pl.Series:
    """The risk of each record of each class that has a population."""
    frame = pl.DataFrame({"fk": classes.fk, "people": classes.population})
    return settled(frame.select(record_risk(pl.col("fk"), pl.col("people"))).to_series())


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
    near_a_census = pl.when((1 - p).abs() < _NEAR)
    risk = (
        pl.when(fk == 1)
        .then(near_a_census.then(_unique_near(p)).otherwise(_unique(p)))
        .when(fk == 2)
        .then(near_a_census.then(_pair_near(p)).otherwise(_pair(p)))
        .otherwise(p / (fk - (1 - p)))
    )
    return risk.clip(0.0, 1.0)


def _unique(p: pl.Expr) -> pl.Expr:
    return p / (1 - p) * -p.log()


def _pair(p: pl.Expr) -> pl.Expr:
    odds = p / (1 - p)
    return odds - odds**2 * -p.log()


def _unique_near(p: pl.Expr) -> pl.Expr:
    return p * _logarithm(1 - p, 1)


def _pair_near(p: pl.Expr) -> pl.Expr:
    return p - p**2 * _logarithm(1 - p, 2)


def _logarithm(q: pl.Expr, first: int) -> pl.Expr:
    """`1/first + q/(first+1) + ...`: what is left of the series of `-ln(1 - q)`."""
    total = pl.lit(0.0)
    for power in reversed(range(_TERMS)):
        total = total * q + 1 / (first + power)
    return total
