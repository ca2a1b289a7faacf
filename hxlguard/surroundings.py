"""What the other columns of a table describe: a person, or things such as facilities and prices.

It is told from a first look at every column by itself, and only where that is clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hxlguard.model.finding import ColumnFinding
from hxlguard.model.profile import UnitOfRecord
from hxlguard.roles import names_household
from hxlguard.units import describes_person

LEAST = 0.6
"""How sure the unit of record must be before it says something about a column."""

_PEOPLE = (UnitOfRecord.INDIVIDUAL, UnitOfRecord.HOUSEHOLD)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the neighbours of one column describe; where neither, nobody can tell.

    Attributes:
        people: they describe persons or households.
        things: they describe sites, activities, events or totals.
        incidents: these things are events, of which some happen to people.
    """

    people: bool = False
    things: bool = False
    incidents: bool = False


NOTHING_KNOWN = Surroundings()


def surroundings(
    findings: Sequence[ColumnFinding], unit: UnitOfRecord, confidence: float
) -> Iterator[Surroundings]:
    """For each column, what the others describe."""
    known = unit is not UnitOfRecord.UNKNOWN and confidence >= LEAST
    personal = {
        found.index for found in findings if describes_person(found) or names_household(found)
    }
    for finding in findings:
        of_people = known and unit in _PEOPLE and bool(personal - {finding.index})
        of_incidents = known and unit is UnitOfRecord.EVENT
        yield Surroundings(of_people, known and unit not in _PEOPLE, of_incidents)
