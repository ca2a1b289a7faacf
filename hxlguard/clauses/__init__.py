"""Every clause kind: one file and one import line each. This list is the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from hxlguard.clauses import (
    ceiling,
    duty,
    everything_read,
    flow_choice,
    forbid,
    hidden_content,
    matching,
    not_decided,
    permit,
    purpose,
    recipient,
    require,
    retention,
    sender,
    shape,
    status,
    transfer_safeguard,
    unit_of_record,
    untagged,
    validity,
)
from hxlguard.clauses.clause import Case, Clause
from hxlguard.model.kind import Kind

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
    transfer_safeguard.clauses,
    duty.clauses,
    retention.clauses,
    not_decided.clauses,
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
        transfer_safeguard,
        duty,
        retention,
        not_decided,
        matching,
    )
    for kind in module.KINDS
}
"""Every kind of violation and unknown by id."""
