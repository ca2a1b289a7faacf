"""Global risk: the share of the records that somebody may expect to recognise."""

from __future__ import annotations

from hxlguard.measures._risks import expected, risks
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The mean of the individual risks; the records above the limit are what raises it."""
    found = risks(classes)
    value = expected(classes, found) / classes.records
    return Measured(value, "", most(found, asked).worst, {"records": classes.records})


MEASURE = Measure("global_risk", measured, ("population",))
