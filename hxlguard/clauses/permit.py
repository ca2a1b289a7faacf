"""Which fields may travel; a tagged field that no permit names may not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.clause import (
    DROP,
    MET,
    Breach,
    Case,
    Clause,
    Word,
    filled,
    filled_rows,
    named,
    refs,
)
from hxlguard.clauses.matching import doubts, granted, judged, permitted, sure
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import TableProfile
from hxlguard.model.rule import Permit

FIELD_NOT_PERMITTED = Kind(
    id="field-not-permitted",
    meaning="No clause of the flow permits a field of the table.",
    why="An agreement lists what may travel, so that whatever was forgotten stays at home.",
    mend="Drop the field, or agree on a permit for it.",
    severity=Severity.HIGH,
)
KINDS = (FIELD_NOT_PERMITTED,)


def clauses(case: Case) -> Iterator[Clause]:
    """Every permit, and the implicit clause that denies the rest."""
    for pointer, rule in case.permits:
        yield Clause(case.written(pointer, rule), of_table=partial(_use, case, rule))
    if case.agreement.document.defaults.columns == "deny":
        ref = case.implicit("default-deny", "Only the fields that a clause permits may leave.")
        yield Clause(ref, of_table=partial(_deny, case))


def _use(case: Case, rule: Permit, table: TableProfile) -> Iterator[Word]:
    if any(permitted(rule, column, case).surely for column in filled(table)):
        yield MET


def _deny(case: Case, table: TableProfile) -> Iterator[Word]:
    tagged = (column for column in filled(table) if column.finding.tag)
    columns = judged(tagged, lambda column: granted(column, case))
    if denied := [column for column, truth in columns if not truth.perhaps]:
        yield Breach(
            FIELD_NOT_PERMITTED,
            f"no clause permits {named(denied)}",
            refs(denied),
            filled_rows(denied),
            remedies=(DROP,),
        )
    yield from doubts(columns, "whether a clause permits {columns} depends on what is not known")
    if sure(columns):
        yield MET
