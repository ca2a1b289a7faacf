"""The rows are about what the flow declares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.clause import MET, Case, Clause, Doubt, Word, filled, named, refs
from hxlguard.model.finding import TRAITS
from hxlguard.model.kind import Kind
from hxlguard.model.profile import ColumnProfile, TableProfile, UnitOfRecord

CONTRADICTED = Kind(
    id="unit-of-record-contradicted",
    meaning="The flow is for totals, activities or sites, and the rows look like people.",
    why="A list of people that travels as statistics slips past every rule made for people.",
    mend="Check what a row is; share a list of people only through a flow made for it.",
)
KINDS = (CONTRADICTED,)

_SURE = 0.8
_PEOPLE = (UnitOfRecord.INDIVIDUAL, UnitOfRecord.HOUSEHOLD)
_NEARLY_UNIQUE = 0.5
"""The part of the rows that differ from all others, from which on they are nearly unique."""


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause, where the flow declares a unit that is not people."""
    if case.flow.unit_of_record not in (None, *_PEOPLE):
        text = f"One row is one {case.flow.unit_of_record}."
        ref = case.implicit("unit-of-record", text)
        yield Clause(ref, of_table=partial(_judge, case))


def _judge(case: Case, table: TableProfile) -> Iterator[Word]:
    declared = case.flow.unit_of_record
    if table.unit in _PEOPLE and table.unit_confidence >= _SURE:
        reason = f"rows look like one {table.unit} each, the flow declares `{declared}`"
        yield Doubt(CONTRADICTED.id, f"{reason}; check what a row is")
    elif declared == "aggregate" and (traits := _uncounted_people(table)):
        reason = f"no column counts the people of {named(traits)}, and hardly any row repeats"
        yield Doubt(CONTRADICTED.id, f"{reason}; check what a row is", refs(traits))
    else:
        yield MET


def _uncounted_people(table: TableProfile) -> list[ColumnProfile]:
    """The columns that describe people, where nothing counts them and rows are nearly unique."""
    told = table.likeness
    if told is None:
        return [column for column in filled(table) if column.finding.category in TRAITS]
    if told.counts or told.distinct < _NEARLY_UNIQUE * told.rows:
        return []
    return [column for column in table.columns if column.finding.index in told.traits]
