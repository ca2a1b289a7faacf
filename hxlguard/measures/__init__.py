"""Measures of disclosure, one a file. The tuple is the registry: a new file, a new import line."""

from __future__ import annotations

from collections.abc import Mapping

from hxlguard.measures import k_anonymity
from hxlguard.measures.measure import Measure
from hxlguard.model.disclosure import MeasureName

MEASURES: Mapping[MeasureName, Measure] = {
    measure.name: measure for measure in (k_anonymity.MEASURE,)
}
"""Every measure of classes by its name."""
