"""Which flows of agreements a transfer falls under; never several of one agreement at once."""

from __future__ import annotations

from collections.abc import Sequence

from hxlguard.clauses.purpose import is_allowed
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.report import Transfer
from hxlguard.wording import listed

NO_FLOW = Kind(
    id="no-flow",
    meaning="No flow of the agreement has this sender, this recipient and this purpose.",
    why="What an agreement does not foresee, nobody has agreed to.",
    mend="Check recipient and purpose, or agree on a flow for them.",
    severity=Severity.CRITICAL,
)
FLOW_NOT_DECIDED = Kind(
    id="flow-not-decided",
    meaning="Several flows of an agreement that another one extends fit this transfer.",
    why="Each of them may ask for something else, and a guess may pick the weaker one.",
    mend="Give the flow the id that it has in the agreement that is extended.",
)
KINDS = (NO_FLOW, FLOW_NOT_DECIDED)

Chosen = tuple[Agreement, Flow]


def fitting_flows(agreement: Agreement, transfer: Transfer) -> tuple[Flow, ...]:
    """The flow that is named, or the only one, or every one that fits."""
    if transfer.flow is not None and (named := agreement.flow(transfer.flow)):
        return (named,)
    flows = agreement.document.flows
    if len(flows) == 1:
        return flows
    return tuple(flow for flow in flows if _fits(agreement, flow, transfer))


def complete(chosen: Sequence[Chosen], transfer: Transfer) -> Transfer:
    """Fill in what the flows together leave no choice about; None where there is no choice left.

    Raises:
        UsageError: the recipient or the purpose is missing, and the flows have several in common.
    """
    if not chosen:
        return transfer
    filled = fill(chosen, transfer)
    _refuse_choice("recipient", chosen, filled.recipient, _recipients(chosen))
    _refuse_choice("purpose", chosen, filled.purpose, _purposes(chosen))
    return filled


def fill(chosen: Sequence[Chosen], transfer: Transfer) -> Transfer:
    """Fill in what the flows together leave one choice about."""
    if not chosen:
        return transfer
    sender, recipient, purpose = transfer.sender, transfer.recipient, transfer.purpose
    senders = {flow.sender for _, flow in chosen if flow.sender}
    return Transfer(
        flow=transfer.flow,
        sender=_only(tuple(senders)) if sender is None else sender,
        recipient=_only(_recipients(chosen)) if recipient is None else recipient,
        purpose=_only(_purposes(chosen)) if purpose is None else purpose,
    )


def _only(choices: tuple[str, ...]) -> str | None:
    return choices[0] if len(choices) == 1 else None


def _refuse_choice(
    what: str, chosen: Sequence[Chosen], named: str | None, choices: tuple[str, ...]
) -> None:
    if named is None and len(choices) > 1:
        ids = list(dict.fromkeys(flow.id for _, flow in chosen))
        flows = f"flow {listed(ids)} has" if len(ids) == 1 else f"flows {listed(ids)} share"
        raise UsageError(f"{flows} several {what}s", remedy=f"name the {what}: {listed(choices)}")


def _recipients(chosen: Sequence[Chosen]) -> tuple[str, ...]:
    """Those that every flow names."""
    named = [flow.recipients for _, flow in chosen]
    return tuple(each for each in named[0] if all(each in others for others in named))


def _purposes(chosen: Sequence[Chosen]) -> tuple[str, ...]:
    """Those that a flow names and every other one serves."""
    if len(chosen) == 1:
        return chosen[0][1].purposes.permit
    named = dict.fromkeys(purpose for _, flow in chosen for purpose in flow.purposes.permit)
    return tuple(each for each in named if all(is_allowed(*one, each) for one in chosen))


def _fits(agreement: Agreement, flow: Flow, transfer: Transfer) -> bool:
    return (
        (flow.sender is None or transfer.sender in (None, flow.sender))
        and transfer.recipient in (None, *flow.recipients)
        and (transfer.purpose is None or is_allowed(agreement, flow, transfer.purpose))
    )
