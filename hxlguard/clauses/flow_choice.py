"""Which flow of an agreement a transfer falls under; never several at once."""

from __future__ import annotations

from hxlguard.clauses.purpose import is_allowed
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.report import Transfer
from hxlguard.wording import did_you_mean, listed

NO_FLOW = Kind(
    id="no-flow",
    meaning="No flow of the agreement has this sender, this recipient and this purpose.",
    why="What an agreement does not foresee, nobody has agreed to.",
    mend="Check recipient and purpose, or agree on a flow for them.",
    severity=Severity.CRITICAL,
)
KINDS = (NO_FLOW,)


def choose_flow(agreement: Agreement, transfer: Transfer) -> Flow | None:
    """The flow that is named, or the only one, or the only one that fits; None where none does.

    Raises:
        UsageError: the named flow does not exist, or several flows fit.
    """
    flows = agreement.document.flows
    names = [flow.id for flow in flows]
    if transfer.flow is not None:
        if named := agreement.flow(transfer.flow):
            return named
        raise UsageError(
            f"agreement `{agreement.id}` has no flow `{transfer.flow}`",
            remedy=f"{did_you_mean(transfer.flow, names)}choose one of {listed(names)}",
        )
    if len(flows) == 1:
        return flows[0]
    fitting = [flow for flow in flows if _fits(agreement, flow, transfer)]
    if len(fitting) > 1:
        raise UsageError(
            f"several flows of agreement `{agreement.id}` fit this transfer",
            remedy=f"name one of {listed([flow.id for flow in fitting])} as the flow",
        )
    return fitting[0] if fitting else None


def complete(flow: Flow, transfer: Transfer) -> Transfer:
    """Fill in what the flow leaves no choice about.

    Raises:
        UsageError: the recipient or the purpose is missing, and the flow has several.
    """
    sender, recipient, purpose = transfer.sender, transfer.recipient, transfer.purpose
    return Transfer(
        flow=flow.id,
        sender=flow.sender if sender is None else sender,
        recipient=_only("recipient", flow, flow.recipients) if recipient is None else recipient,
        purpose=_only("purpose", flow, flow.purposes.permit) if purpose is None else purpose,
    )


def _only(what: str, flow: Flow, choices: tuple[str, ...]) -> str:
    if len(choices) == 1:
        return choices[0]
    raise UsageError(
        f"flow `{flow.id}` has several {what}s", remedy=f"name the {what}: {listed(choices)}"
    )


def _fits(agreement: Agreement, flow: Flow, transfer: Transfer) -> bool:
    return (
        (flow.sender is None or transfer.sender in (None, flow.sender))
        and transfer.recipient in (None, *flow.recipients)
        and (transfer.purpose is None or is_allowed(agreement, flow, transfer.purpose))
    )
