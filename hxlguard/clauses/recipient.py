"""The data go to a recipient that the flow names."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word, with_hint
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
    recipient, allowed = case.transfer.recipient, sorted(case.flow.recipients)
    if recipient in allowed:
        yield MET
        return
    message = f"`{recipient}` is no recipient of flow `{case.flow.id}`"
    if recipient is None:
        message = "the agreements that decide together have no recipient in common"
    yield Breach(
        RECIPIENT_NOT_ALLOWED,
        with_hint(message, recipient, allowed),
        observed={"recipient": recipient},
        required={"recipient": ", ".join(allowed)},
        remedies=({"do": "choose_recipient"}, {"do": "choose_flow"}),
    )
