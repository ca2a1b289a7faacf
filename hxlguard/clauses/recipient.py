"""The data go to a recipient that the flow names."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity

RECIPIENT_NOT_ALLOWED = Kind(
    id="recipient-not-allowed",
    meaning="The flow does not name this recipient.",
    why="People agreed that some may see their data, not that anybody may.",
    mend="Share with a recipient of the flow, or agree on a flow for this one.",
    severity=Severity.CRITICAL,
)
KINDS = (RECIPIENT_NOT_ALLOWED,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("recipient", "Data go only to the recipients that the flow names.")
    yield Clause(ref, of_transfer=lambda _: _judge(case), waivable=False)


def _judge(case: Case) -> Iterator[Word]:
    recipient = case.transfer.recipient
    if recipient in case.flow.recipients:
        yield MET
        return
    yield Breach(
        RECIPIENT_NOT_ALLOWED,
        f"`{recipient}` is no recipient of flow `{case.flow.id}`",
        observed={"recipient": recipient},
        required={"recipient": ", ".join(sorted(case.flow.recipients))},
    )
