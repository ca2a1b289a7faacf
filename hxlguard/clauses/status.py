"""The agreement is active."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity

NOT_ACTIVE = Kind(
    id="agreement-not-active",
    meaning="The agreement is a draft, or it was suspended, superseded or terminated.",
    why="Only an agreement that its parties stand by protects anybody.",
    mend="Use the version that is active, or have this one signed and set `status: active`.",
    severity=Severity.CRITICAL,
)
KINDS = (NOT_ACTIVE,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("status", "Data are shared only under an active agreement.")
    yield Clause(ref, of_transfer=lambda _: _judge(case), waivable=False)


def _judge(case: Case) -> Iterator[Word]:
    status = case.agreement.document.metadata.status
    if status == "active":
        yield MET
        return
    yield Breach(
        NOT_ACTIVE,
        f"the agreement is not active, its status is `{status}`",
        observed={"status": status},
        required={"status": "active"},
        remedies=({"do": "activate_agreement"},),
    )
