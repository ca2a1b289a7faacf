"""Numbers that states give to people, by part of the world.

The tuples below are the registry: a country's number is one entry in the file of its region.
"""

from __future__ import annotations

from hxlguard.recognizers.national_ids import africa, americas, asia, europe, middle_east

FORMATS = (
    *africa.FORMATS,
    *americas.FORMATS,
    *asia.FORMATS,
    *europe.FORMATS,
    *middle_east.FORMATS,
)
"""Numbers that identify a person to the state."""

TAX_FORMATS = (
    *africa.TAX_FORMATS,
    *americas.TAX_FORMATS,
    *asia.TAX_FORMATS,
    *europe.TAX_FORMATS,
)
"""Numbers that taxpayers have, people and others."""
