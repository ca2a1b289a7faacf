"""Individual risk: how likely the record most at risk is told to be one person."""

from __future__ import annotations

from hxlguard.measures._risks import risks
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest risk of a record; without weights `1 / fk`, as in a census."""
    return most(risks(classes), asked, records=classes.records)


MEASURE = Measure("individual_risk", measured, ("population",))
