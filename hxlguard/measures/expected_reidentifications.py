"""Expected re-identifications: how many records somebody may expect to recognise."""

from __future__ import annotations

from hxlguard.measures._risks import expected, risks
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, settled
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The sum of the individual risks; the records with the greatest ones are the worst."""
    found = settled(risks(classes))
    return Measured(expected(classes, found), "", found == found.max())


MEASURE = Measure("expected_reidentifications", measured, ("population",))
