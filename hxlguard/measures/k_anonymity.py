"""k-anonymity: how many records are alike at least.

Sweeney, L. (2002). k-anonymity: a model for protecting privacy. International Journal of
Uncertainty, Fuzziness and Knowledge-Based Systems 10(5).
"""

from __future__ import annotations

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, least
from hxlguard.model.disclosure import MeasureAsked

_USUAL = (2, 3, 5)


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The size of the smallest class, and how many records break 2-, 3- and 5-anonymity."""
    below = {f"below_{k}": int(classes.counts.filter(classes.fk < k).sum()) for k in _USUAL}
    return least(classes.fk, asked, classes=len(classes.fk), records=classes.records, **below)


MEASURE = Measure("k_anonymity", measured)
