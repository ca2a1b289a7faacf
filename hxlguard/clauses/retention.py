"""Data that the recipient would have to delete at once are not sent any more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word
from hxlguard.model.agreement import Retention
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity

RETENTION_OVER = Kind(
    id="retention-over",
    meaning="The day by which the recipient must have deleted the data lies in the past.",
    why="Whoever receives the data then breaks the agreement by keeping them for a moment.",
    mend="Do not share, or agree on a later day.",
    severity=Severity.CRITICAL,
)
KINDS = (RETENTION_OVER,)


def clauses(case: Case) -> Iterator[Clause]:
    """The flow's `retention`, where it has one."""
    if kept := case.flow.retention:
        ref = case.written(f"{case.flow_pointer}/retention", kept)
        yield Clause(ref, of_transfer=partial(_judge, case, kept), waivable=False)


def _judge(case: Case, kept: Retention, _: object) -> Iterator[Word]:
    if kept.delete_by is None:
        return
    day = case.on.isoformat()
    if kept.delete_by < day:
        yield Breach(
            RETENTION_OVER,
            f"the data were to be deleted by {kept.delete_by}",
            observed={"on": day},
            required={"delete_by": kept.delete_by},
            remedies=({"do": "renew_agreement"},),
        )
    else:
        yield MET
