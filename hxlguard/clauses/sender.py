"""The data come from the party that the flow names."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word, with_hint
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity

SENDER_NOT_ALLOWED = Kind(
    id="sender-not-allowed",
    meaning="The flow names another sender.",
    why="The agreement binds the party that signed it, and nobody else.",
    mend="Name the right flow, or make an agreement for this sender.",
    severity=Severity.CRITICAL,
)
KINDS = (SENDER_NOT_ALLOWED,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause, where the flow names a sender."""
    if case.flow.sender:
        ref = case.implicit("sender", "Only the sender that the flow names shares under it.")
        yield Clause(ref, of_transfer=lambda _: _judge(case), waivable=False)


def _judge(case: Case) -> Iterator[Word]:
    sender, named = case.transfer.sender, case.flow.sender
    if sender == named:
        yield MET
        return
    message = f"`{sender}` is not the sender of flow `{case.flow.id}`"
    if sender is None:
        message = "the agreements that decide together name different senders"
    yield Breach(
        SENDER_NOT_ALLOWED,
        with_hint(message, sender, [named or ""]),
        observed={"sender": sender},
        required={"sender": named},
        remedies=({"do": "choose_sender"}, {"do": "choose_flow"}),
    )
