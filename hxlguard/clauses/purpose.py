"""The data serve a purpose that the flow permits and does not forbid."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word, with_hint
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity

PURPOSE_NOT_ALLOWED = Kind(
    id="purpose-not-allowed",
    meaning="The flow does not permit this purpose, or forbids it.",
    why="Data given for help must not turn up in law enforcement, trade or anything else.",
    mend="Share for a purpose of the flow, or agree on this one first.",
    severity=Severity.CRITICAL,
)
KINDS = (PURPOSE_NOT_ALLOWED,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("purpose", "Data serve only the purposes that the flow permits.")
    yield Clause(ref, of_transfer=lambda _: _judge(case), waivable=False)


def is_allowed(agreement: Agreement, flow: Flow, purpose: str | None) -> bool:
    """A purpose stands for its narrower ones, in what is permitted and in what is forbidden."""
    lineage = {purpose, *_broader(agreement, purpose)}
    return bool(lineage & {*flow.purposes.permit}) and not lineage & {*flow.purposes.forbid}


def _broader(agreement: Agreement, purpose: str | None) -> Iterator[str]:
    purposes = agreement.document.vocabulary.purposes
    while purpose in purposes and (purpose := purposes[purpose].broader):
        yield purpose


def _judge(case: Case) -> Iterator[Word]:
    purpose = case.transfer.purpose
    if is_allowed(case.agreement, case.flow, purpose):
        yield MET
        return
    permitted = sorted(case.flow.purposes.permit)
    message = f"flow `{case.flow.id}` does not serve the purpose `{purpose}`"
    if purpose is None:
        message = "the agreements that decide together have no purpose in common"
    yield Breach(
        PURPOSE_NOT_ALLOWED,
        with_hint(message, purpose, permitted),
        observed={"purpose": purpose},
        required={"purpose": ", ".join(permitted)},
        remedies=({"do": "choose_purpose"}, {"do": "choose_flow"}),
    )
