"""Household risk: how likely at least one member is recognised, and with them the household."""

from __future__ import annotations

import polars as pl

from hxlguard.measures._risks import risks
from hxlguard.measures.classes import Classes
from hxlguard.measures.coding import CLASS, COUNT, VALUE
from hxlguard.measures.measure import Measure, Measured, greatest, settled, total
from hxlguard.model.disclosure import Figure, MeasureAsked

_RISK = "risk"


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest `1 - prod(1 - r)` over the members of a household."""
    side = classes.households
    if side is None or (side.pairs[VALUE] == 0).any():
        return Measured(None, "a record names no household; fill in the household of every record")
    members, limit = side.pairs, asked.at_most
    found = together(
        members.select(VALUE, COUNT, risks(classes).gather(members[CLASS]).alias(_RISK))
    )
    value, mean = greatest(found[_RISK]), total(found[_RISK] * found[COUNT]) / classes.records
    worst = found.filter(pl.col(_RISK) == value if limit is None else pl.col(_RISK) > limit)
    details: dict[str, Figure] = {"households": found.height, "mean_of_records": mean}
    if limit is not None:
        details["above"] = worst.height
    return Measured(value, details=details, households=worst[VALUE])


def together(members: pl.DataFrame) -> pl.DataFrame:
    """The `risk` of each household and `n`, how many members it has.

    Args:
        members: the household as `value`, the `risk` of each of `n` members.
    """
    escape = (-pl.col(_RISK)).log1p() * pl.col(COUNT)
    households = (
        members.sort(VALUE, _RISK)
        .group_by(VALUE, maintain_order=True)
        .agg((1 - escape.sum().exp()).alias(_RISK), pl.col(COUNT).sum())
    )
    return households.with_columns(settled(households[_RISK]))


MEASURE = Measure("household_risk", measured, ("population", "household"))
