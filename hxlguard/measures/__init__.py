"""Measures of disclosure, one a file. The tuple is the registry: a new file, a new import line."""

from __future__ import annotations

from collections.abc import Mapping

from hxlguard.measures import (
    dis_suda,
    expected_reidentifications,
    global_risk,
    household_risk,
    individual_risk,
    k_anonymity,
    population_uniqueness,
    share_above_risk,
    suda,
)
from hxlguard.measures.measure import Measure
from hxlguard.model.disclosure import MeasureName

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
    )
}
"""Every measure of classes by its name."""
