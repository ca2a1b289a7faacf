"""What stands beside figures: limits that others go by, and what bands are called."""

from __future__ import annotations

from collections.abc import Mapping

from hxlguard.model.disclosure import MeasureName
from hxlguard.model.risk import Band

IN_USE: Mapping[MeasureName, str] = {
    "k_anonymity": "at least 3 or 5 (guides)",
    "individual_risk": "at most 5 % (guides), 15 % (a UNHCR tool)",
    "global_risk": "under 3 % (HDX)",
    "share_above_risk": "none (HDX: nobody at high risk)",
    "min_cell_count": "at least 5 or 10 (3 to 16 occur)",
}
"""An agreement says which limit holds; these are told so that a figure means something."""


def size_band(band: Band) -> str:
    """How many records are alike: `1`, `3 to 4`, `100 or more`."""
    if band.end is None:
        return f"{band.start:.0f} or more"
    last = band.end - 1
    return f"{band.start:.0f}" if last == band.start else f"{band.start:.0f} to {last:.0f}"


def risk_band(band: Band) -> str:
    """Risk in per cent: `0 to 1 %`, the upper end included."""
    return f"{100 * band.start:.0f} to {100 * (band.end or 1):.0f} %"
