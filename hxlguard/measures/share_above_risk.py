"""The share of the records whose individual risk is too high."""

from __future__ import annotations

from hxlguard.measures._risks import risks
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, settled
from hxlguard.model.disclosure import MeasureAsked

_USUAL = 0.05


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The share of records above `risk`, or else `1 / k`, or else 5 %."""
    threshold = _threshold(asked)
    above = settled(risks(classes)) > threshold
    records = int(classes.counts.filter(above).sum())
    return Measured(
        records / classes.records, "", above, {"threshold": threshold, "above": records}
    )


def _threshold(asked: MeasureAsked) -> float:
    if asked.risk is not None:
        return asked.risk
    return _USUAL if asked.k is None else 1 / asked.k


MEASURE = Measure("share_above_risk", measured, ("population",))
