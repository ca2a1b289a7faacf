"""The agreement is active."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word
from hxlguard.model.agreement import Agreement, Flow
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


_DRAFTED = "TODO"
"""What `hxlguard agreement init` writes wherever a person must decide."""


def is_undecided(agreement: Agreement, flow: Flow) -> bool:
    """Whether a flow says what a draft says where a person must decide."""
    words = [agreement.document.metadata.title, flow.clause, *flow.recipients]
    words += [*flow.purposes.permit]
    words += [word for rule in flow.rules for word in (rule.clause, rule.text)]
    return any(word is not None and word.startswith(_DRAFTED) for word in words)


def _decided(case: Case) -> Iterator[Word]:
    """A draft that somebody only called active is a draft still."""
    if is_undecided(case.agreement, case.flow):
        yield Breach(
            NOT_ACTIVE,
            f"the agreement is a draft still, it says `{_DRAFTED}` where a person must decide",
            remedies=({"do": "activate_agreement"},),
        )
    else:
        yield MET


def _judge(case: Case) -> Iterator[Word]:
    status = case.agreement.document.metadata.status
    if status == "active":
        yield from _decided(case)
        return
    yield Breach(
        NOT_ACTIVE,
        f"the agreement is not active, its status is `{status}`",
        observed={"status": status},
        required={"status": "active"},
        remedies=({"do": "activate_agreement"},),
    )
