"""How many records stand in classes of which size."""

from __future__ import annotations

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured
from hxlguard.model.disclosure import CLASS_SIZES, MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The number of classes, and the records of each band of `CLASS_SIZES` as `from_1` ..."""
    at_least = [int(classes.counts.filter(classes.fk >= size).sum()) for size in CLASS_SIZES]
    return Measured(
        len(classes.fk),
        details={
            f"from_{size}": here - above
            for size, here, above in zip(CLASS_SIZES, at_least, [*at_least[1:], 0], strict=True)
        },
    )


MEASURE = Measure("class_sizes", measured)
