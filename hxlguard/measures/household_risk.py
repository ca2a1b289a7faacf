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
    members = classes.households
    if members is None or (members[VALUE] == 0).any():
        return Measured(None, "a record names no household; fill in the household of every record")
    found = together(
        members.select(VALUE, COUNT, risks(classes).gather(members[CLASS]).alias(_RISK))
    )
    mean = total(found[_RISK] * found[COUNT]) / classes.records
    details: dict[str, Figure] = {"households": found.height, "mean_of_records": mean}
    if asked.at_most is not None:
        details["above"] = int((found[_RISK] > asked.at_most).sum())
    return Measured(greatest(found[_RISK]), details=details)


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
