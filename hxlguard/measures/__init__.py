"""Measures of disclosure, one a file. The tuple is the registry: a new file, a new import line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hxlguard.measures import (
    class_sizes,
    dis_suda,
    expected_reidentifications,
    global_risk,
    household_risk,
    individual_risk,
    k_anonymity,
    population_uniqueness,
    risk_bands,
    share_above_risk,
    suda,
)
from hxlguard.measures.measure import Measure
from hxlguard.model.disclosure import MeasureAsked, MeasureFound, MeasureName
from hxlguard.model.profile import ColumnProfile

MEASURES: Mapping[MeasureName, Measure] = {
    measure.name: measure
    for measure in (
        k_anonymity.MEASURE,
        individual_risk.MEASURE,
        global_risk.MEASURE,
        expected_reidentifications.MEASURE,
        share_above_risk.MEASURE,
        household_risk.MEASURE,
        population_uniqueness.MEASURE,
        suda.MEASURE,
        dis_suda.MEASURE,
        class_sizes.MEASURE,
        risk_bands.MEASURE,
    )
}
"""Every measure of classes by its name."""

OfCounts = Callable[[Batches, Sequence[ColumnProfile], MeasureAsked], MeasureFound]

OF_COUNTS: Mapping[MeasureName, OfCounts] = {
    "min_cell_count": min_cell_count.measured,
    "dominance": contributions.dominance,
    "p_percent": contributions.p_percent,
}
"""Every measure of a table of counts, from its rows and all its columns."""
