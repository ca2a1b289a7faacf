"""Which agreements decide together, each with the flow of it that fits the transfer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hxlguard.clauses import asked
from hxlguard.clauses.clause import Case, Release
from hxlguard.clauses.flow_choice import Chosen, complete, fill, fitting_flows
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.asked import Asked
from hxlguard.model.attestation import Attestation
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import Transfer
from hxlguard.wording import did_you_mean, listed


@dataclass(frozen=True, slots=True)
class Member:
    """An agreement that decides.

    Attributes:
        agreement: the agreement.
        fitting: the flows of it that fit the transfer; it can be judged where there is one.
        parents: the agreements that it extends, in the order of `extends`.
    """

    agreement: Agreement
    fitting: tuple[Flow, ...]
    parents: tuple[Member, ...]

    @property
    def flow(self) -> Flow | None:
        """The flow to judge, or None where none fits or several do."""
        return self.fitting[0] if len(self.fitting) == 1 else None


@dataclass(frozen=True, slots=True)
class Composition:
    """Everything that decides.

    Attributes:
        transfer: as it was given, completed by what the flows leave no choice about.
        members: every agreement once for each flow of it, parents after their children.
        cases: those of the members that can be judged.
    """

    transfer: Transfer
    members: tuple[Member, ...]
    cases: tuple[Case, ...]


def compose(
    agreements: Sequence[Agreement],
    sources: Iterable[SourceProfile],
    transfer: Transfer,
    on: dt.date,
    attestations: tuple[Attestation, ...],
) -> Composition:
    """Find the flow of each agreement and of each one that it extends.

    Raises:
        UsageError: no agreement has the named flow, or the flow, the recipient or the purpose must
            be named.
    """
    named, everyone = _chosen(agreements, transfer)
    release = Release(frozenset(source.sha256 for source in sources), attestations)
    cases = tuple(case for member in everyone for case in _cases(member, named, on, release))
    together, known = cases if len(cases) > 1 else (), dict[object, Any]()
    judged = tuple(replace(case, together=together, known=known) for case in cases)
    return Composition(named, everyone, judged)


def asked_for(agreements: Sequence[Agreement], transfer: Transfer) -> Asked:
    """The facts by which the agreements are judged, told before any source is looked at.

    Where several flows of an agreement fit, each of them asks.

    Raises:
        UsageError: as `compose`.
    """
    _, members = _chosen(agreements, transfer)
    return asked((member.agreement, member.fitting) for member in members)


def _chosen(
    agreements: Sequence[Agreement], transfer: Transfer
) -> tuple[Transfer, tuple[Member, ...]]:
    """The transfer with nothing left open, and every agreement with the flows of it that fit."""
    given = tuple({each.sha256: each for each in agreements}.values())
    _refuse_unknown_flow(given, transfer)
    narrowed = fill(_decided(_members(given, transfer)), transfer)
    members = _members(given, narrowed)
    _refuse_open_choice(members)
    completed = complete(_decided(members), narrowed)
    members = _members(given, completed)
    first = members[0].flow
    named = replace(completed, flow=transfer.flow or (first.id if first else None))
    return named, tuple(_unique(members))


def _refuse_unknown_flow(agreements: Sequence[Agreement], transfer: Transfer) -> None:
    if transfer.flow is None or any(each.flow(transfer.flow) for each in agreements):
        return
    names = list(dict.fromkeys(flow.id for each in agreements for flow in each.document.flows))
    ids = listed(each.id for each in agreements)
    subject = f"agreement {ids} has" if len(agreements) == 1 else f"agreements {ids} have"
    raise UsageError(
        f"{subject} no flow `{transfer.flow}`",
        remedy=f"{did_you_mean(transfer.flow, names)}choose one of {listed(names)}",
    )


def _refuse_open_choice(members: Sequence[Member]) -> None:
    for member in members:
        if len(member.fitting) > 1:
            raise UsageError(
                f"several flows of agreement `{member.agreement.id}` fit this transfer",
                remedy=f"name one of {listed(flow.id for flow in member.fitting)} as the flow",
            )


def _decided(members: Sequence[Member]) -> list[Chosen]:
    return [(each.agreement, each.flow) for each in _unique(members) if each.flow]


def _members(agreements: Sequence[Agreement], transfer: Transfer) -> tuple[Member, ...]:
    return tuple(_member(each, fitting_flows(each, transfer), transfer) for each in agreements)


def _member(agreement: Agreement, fitting: tuple[Flow, ...], transfer: Transfer) -> Member:
    """A parent's flow of the same id as its child's is the one that is meant."""
    below = replace(transfer, flow=fitting[0].id) if len(fitting) == 1 else transfer
    parents = (_member(each, fitting_flows(each, below), below) for each in agreement.parents)
    return Member(agreement, fitting, tuple(parents))


def _unique(members: Iterable[Member]) -> Iterator[Member]:
    """Every member and all above it, each once for each flow."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    waiting = list(members)
    while waiting:
        member = waiting.pop(0)
        key = member.agreement.sha256, tuple(flow.id for flow in member.fitting)
        if key not in seen:
            seen.add(key)
            yield member
        waiting += member.parents


def _cases(member: Member, transfer: Transfer, on: dt.date, release: Release) -> Iterator[Case]:
    """The case of a member, if it has a flow to judge."""
    if member.flow is None:
        return
    agreement = member.agreement
    pinned = zip(agreement.document.extends, member.parents, strict=True)
    lenders = [parent for pin, parent in pinned if pin.permits == "inherit"]
    yield Case(
        agreement=agreement,
        flow=member.flow,
        transfer=replace(transfer, flow=member.flow.id),
        on=on,
        release=Release(
            release.digests,
            tuple(each for each in release.attestations if each.agreement in (None, agreement.id)),
        ),
        inherited=tuple(
            case for parent in lenders for case in _cases(parent, transfer, on, release)
        ),
    )
