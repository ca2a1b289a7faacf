"""Measures of disclosure, one a file. The tuple is the registry: a new file, a new import line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hxlguard.confirming import Batches
from hxlguard.measures import (
    alpha_k_anonymity,
    beta_likeness,
    class_sizes,
    contributions,
    delta_disclosure,
    dis_suda,
    expected_reidentifications,
    global_risk,
    household_risk,
    individual_risk,
    k_anonymity,
    l_diversity,
    min_cell_count,
    population_uniqueness,
    risk_bands,
    sample_uniques,
    share_above_risk,
    suda,
    t_closeness,
)
from hxlguard.measures.measure import Measure
from hxlguard.model.disclosure import MeasureAsked, MeasureFound, MeasureName
from hxlguard.model.profile import ColumnProfile

MEASURES: Mapping[MeasureName, Measure] = {
    measure.name: measure
    for measure in (
        alpha_k_anonymity.MEASURE,
        beta_likeness.MEASURE,
        class_sizes.MEASURE,
        delta_disclosure.MEASURE,
        dis_suda.MEASURE,
        expected_reidentifications.MEASURE,
        global_risk.MEASURE,
        household_risk.MEASURE,
        individual_risk.MEASURE,
        k_anonymity.MEASURE,
        l_diversity.MEASURE,
        population_uniqueness.MEASURE,
        risk_bands.MEASURE,
        sample_uniques.NUMBER,
        sample_uniques.SHARE,
        share_above_risk.MEASURE,
        suda.MEASURE,
        t_closeness.MEASURE,
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
