"""How many records have which individual risk."""

from __future__ import annotations

from hxlguard.measures._risks import risks
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured
from hxlguard.model.disclosure import RISK_BANDS, MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The number of records, and those of each band of `RISK_BANDS` as `above_0.05` ..."""
    found = risks(classes)
    above = [int(classes.counts.filter(found > bound).sum()) for bound in RISK_BANDS]
    return Measured(
        classes.records,
        details={
            f"above_{bound}": here - higher
            for bound, here, higher in zip(RISK_BANDS, above, [*above[1:], 0], strict=True)
        },
    )


MEASURE = Measure("risk_bands", measured, ("population",))
