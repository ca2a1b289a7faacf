"""No field is more sensitive than the flow allows."""

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
from hxlguard.clauses.matching import at_least, doubts, judged, level_of, sure, undetectable
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Level, Severity
from hxlguard.model.profile import ColumnProfile, TableProfile

SENSITIVITY_TOO_HIGH = Kind(
    id="sensitivity-too-high",
    meaning="A field is more sensitive than the clause allows.",
    why="The level says how much harm the data can do in the wrong hands.",
    mend="Drop the field, or share it through a flow made for this level.",
    severity=Severity.HIGH,
)
KINDS = (SENSITIVITY_TOO_HIGH,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause, unless the flow allows every level."""
    allowed = case.flow.sensitivity_ceiling
    above = [level for level in Level if level > allowed]
    if above:
        ref = case.implicit("ceiling", f"Nothing above the sensitivity `{allowed}` leaves.")
        yield Clause(
            ref, of_transfer=partial(_check_names, case), of_table=partial(_judge, case, min(above))
        )


def too_sensitive(case: Case, columns: list[ColumnProfile], limit: Level) -> Breach:
    """Say that `columns` have the level `limit` or more."""
    observed = max(level_of(column, case) for column in columns)
    below = [level for level in Level if level < limit]
    return Breach(
        SENSITIVITY_TOO_HIGH,
        f"{named(columns)} of sensitivity `{observed}`",
        refs(columns),
        filled_rows(columns),
        observed={"level": observed.value},
        required={"level": max(below).value if below else None},
        remedies=(DROP,),
    )


def _check_names(case: Case, _: object) -> Iterator[Word]:
    if classification := case.agreement.document.classification:
        yield from undetectable(rule.match for rule in classification.rules)


def _judge(case: Case, limit: Level, table: TableProfile) -> Iterator[Word]:
    columns = judged(filled(table), lambda column: at_least(column, limit, case))
    if above := sure(columns):
        yield too_sensitive(case, above, limit)
    yield from doubts(columns, f"{{columns}} may be of sensitivity `{limit}` or more")
    if any(not truth.perhaps for _, truth in columns):
        yield MET
