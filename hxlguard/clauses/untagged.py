"""A column without a tag is never silently allowed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.clause import (
    DROP,
    MET,
    Breach,
    Case,
    Clause,
    Doubt,
    Word,
    filled,
    filled_rows,
    named,
    refs,
)
from hxlguard.clauses.matching import doubts, granted, judged, sure
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import ColumnProfile, TableProfile

UNTAGGED_COLUMN = Kind(
    id="untagged-column",
    meaning="A column with data has no HXL tag, so no permit can speak about it.",
    why="In real exports the national id, the income and the parents' names are untagged.",
    mend="Tag the column (`hxlguard tag` proposes tags), name it by `headers:`, or drop it.",
    severity=Severity.HIGH,
)
KINDS = (UNTAGGED_COLUMN,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("untagged", "A column without a tag does not leave unnoticed.")
    yield Clause(ref, of_table=partial(_judge, case))


def _judge(case: Case, table: TableProfile) -> Iterator[Word]:
    columns = judged(
        (column for column in filled(table) if not column.finding.tag),
        lambda column: granted(column, case),
    )
    if untagged := [column for column, truth in columns if not truth.perhaps]:
        yield _word(case, untagged)
    yield from doubts(columns, "whether a clause permits {columns} depends on what is not known")
    if len(columns) < len(filled(table)) or sure(columns):
        yield MET


def _word(case: Case, untagged: list[ColumnProfile]) -> Word:
    message = f"{named(untagged)} without a tag"
    where = refs(untagged), filled_rows(untagged)
    if case.agreement.document.defaults.untagged == "hold":
        return Doubt(UNTAGGED_COLUMN.id, f"{message}; tag or drop what it holds", *where)
    return Breach(UNTAGGED_COLUMN, message, *where, remedies=({"do": "tag"}, DROP))
