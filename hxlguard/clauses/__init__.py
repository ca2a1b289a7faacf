"""Every clause kind: one file and one import line each. This list is the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from hxlguard.clauses import (
    ceiling,
    disclosure,
    duty,
    everything_read,
    flow_choice,
    forbid,
    hidden_content,
    matching,
    permit,
    purpose,
    recipient,
    require,
    retention,
    rows,
    sender,
    shape,
    status,
    transfer_safeguard,
    unit_of_record,
    untagged,
    validity,
)
from hxlguard.clauses.clause import Case, Clause
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.asked import Asked
from hxlguard.model.kind import Kind
from hxlguard.model.rule import ClassificationRule, Forbid, Permit, Require
from hxlguard.model.treatment import Identifier, protection

CLAUSES: tuple[Callable[[Case], Iterator[Clause]], ...] = (
    validity.clauses,
    status.clauses,
    sender.clauses,
    recipient.clauses,
    purpose.clauses,
    permit.clauses,
    untagged.clauses,
    forbid.clauses,
    require.clauses,
    ceiling.clauses,
    hidden_content.clauses,
    everything_read.clauses,
    unit_of_record.clauses,
    shape.clauses,
    transfer_safeguard.clauses,
    duty.clauses,
    retention.clauses,
    disclosure.clauses,
)
"""Each gives the clauses of its kind that hold for a case."""

KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for module in (
        validity,
        status,
        sender,
        recipient,
        purpose,
        flow_choice,
        permit,
        untagged,
        forbid,
        require,
        ceiling,
        hidden_content,
        everything_read,
        unit_of_record,
        shape,
        transfer_safeguard,
        duty,
        retention,
        disclosure,
        matching,
        rows,
    )
    for kind in module.KINDS
}
"""Every kind of violation and unknown by id."""


def asked(judged: Iterable[tuple[Agreement, Sequence[Flow]]]) -> Asked:
    """The facts by which these flows of agreements are judged; one without a flow asks nothing."""
    chosen = [(agreement, flows) for agreement, flows in judged if flows]
    rules = [rule for agreement, flows in chosen for rule in _rules(agreement, flows)]
    flows = [flow for _, fitting in chosen for flow in fitting]
    limits = [limit for flow in flows for limit in flow.disclosure]
    protections = [protection(rule.treatments) for rule in rules if isinstance(rule, Require)]
    filters = [rule.when.row_filter for rule in rules if rule.when and rule.when.row_filter]
    cuts = {tuple(sorted(each.cuts)) for each in protections if each.cuts is not None}
    return Asked(
        filters=tuple(dict.fromkeys(filters)),
        cuts=tuple(sorted(cuts)),
        pseudonyms=any(each.identifier is Identifier.PSEUDONYMISED for each in protections),
        masks=any(each.identifier is Identifier.MASKED for each in protections),
        likeness=any(flow.unit_of_record == "aggregate" for flow in flows),
        measures=tuple(dict.fromkeys(map(disclosure.measure_asked, limits))),
    )


def _rules(
    agreement: Agreement, flows: Iterable[Flow]
) -> Iterator[Permit | Require | Forbid | ClassificationRule]:
    yield from agreement.document.clauses
    for flow in flows:
        yield from flow.rules
    if agreement.classification:
        yield from agreement.classification.rules
