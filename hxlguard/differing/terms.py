"""Who, for what, when, and what holds where no clause says otherwise: compared term by term."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hxlguard.clauses.purpose import is_allowed
from hxlguard.clauses.status import is_undecided
from hxlguard.differing.orders import (
    EQUIVALENT,
    INCOMPARABLE,
    NARROWING,
    WIDENING,
    at_least,
    at_most,
    by_amount,
    by_limit,
    change,
    duration,
    gone_and_come,
    same,
    until,
)
from hxlguard.model.agreement import Agreement, AgreementDocument, Extends, Flow
from hxlguard.model.difference import Change, Ordering
from hxlguard.model.governance import WaiverPolicy
from hxlguard.model.rule import ClassificationMatch
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.wording import listed

_PEOPLE = ("individual", "household")
_AUDIENCES = ("named-parties", "cluster", "humanitarian-community", "public")
_LOOSE_DEFAULTS = {"untagged": "hold", "hidden": "hold", "enforcement": "advisory"}


def common_changes(old: Agreement, new: Agreement) -> Iterator[Change]:
    """What changes for every flow, apart from columns."""
    before, after = old.document, new.document
    yield from _status(before, after)
    yield from _validity(before, after)
    yield from _defaults(before, after)
    yield from change(
        at_most(before.classification is not None, after.classification is not None),
        "the classification decides whether what is found with little confidence is sensitive",
    )
    yield from _parents(before, after)
    yield from _waiver_policy(before, after)
    yield from gone_and_come("who may approve waivers:", _authorities(before), _authorities(after))


def flow_changes(old: Agreement, new: Agreement, before: Flow, after: Flow) -> Iterator[Change]:
    """What changes for a flow, apart from columns and duties."""
    undecided = [is_undecided(old, before), is_undecided(new, after)]
    yield from change(at_least(*undecided), "whether a `TODO` of a draft is left to decide")
    sender = by_limit(before.sender, after.sender, same)
    yield from _told(sender, "sender", before.sender, after.sender)
    yield from gone_and_come("recipient", before.recipients, after.recipients)
    yield from gone_and_come("purpose", _purposes(old, new, before), _purposes(new, old, after))
    yield from gone_and_come("subject group", before.subjects, after.subjects)
    yield from _told(
        by_limit(before.audience, after.audience, _by_audience),
        "audience",
        before.audience,
        after.audience,
    )
    yield from _told(
        at_most(before.sensitivity_ceiling.rank, after.sensitivity_ceiling.rank),
        "sensitivity ceiling",
        before.sensitivity_ceiling,
        after.sensitivity_ceiling,
    )
    yield from _told(
        _by_unit(before.unit_of_record, after.unit_of_record),
        "unit of record",
        before.unit_of_record,
        after.unit_of_record,
    )
    for name, pick in (("legal basis", _basis), ("licence", _licence)):
        yield from _told(same(pick(before), pick(after)), name, pick(before), pick(after))
    yield from _undetected(old, new, before, after)


def _told(ordering: Ordering, name: str, old: object, new: object) -> Iterator[Change]:
    yield from change(ordering, f"{name} {_shown(old)} -> {_shown(new)}")


def _shown(value: object) -> str:
    return "none" if value is None else f"`{value}`"


def _status(before: AgreementDocument, after: AgreementDocument) -> Iterator[Change]:
    old, new = before.metadata.status, after.metadata.status
    ordering = by_amount(old, new, lambda status: status == "active")
    yield from _told(ordering, "status", old, new)


def _validity(before: AgreementDocument, after: AgreementDocument) -> Iterator[Change]:
    old, new = before.validity, after.validity
    yield from _told(until(new.first, old.first), "first day", old.first, new.first)
    yield from _told(until(old.until, new.until), "last day", old.until, new.until)
    yield from _told(same(old.timezone, new.timezone), "time zone", old.timezone, new.timezone)


def _defaults(before: AgreementDocument, after: AgreementDocument) -> Iterator[Change]:
    for name, loose in _LOOSE_DEFAULTS.items():
        old, new = getattr(before.defaults, name), getattr(after.defaults, name)
        ordering = at_most(old == loose, new == loose)
        yield from _told(ordering, f"`{name}` by default", old, new)
    for name in ("act_at", "hold_at"):
        old = getattr(before.defaults.detection, name)
        new = getattr(after.defaults.detection, name)
        ordering = at_most(float(old), float(new))
        yield from _told(ordering, f"detection `{name}`", old, new)


def _parents(before: AgreementDocument, after: AgreementDocument) -> Iterator[Change]:
    """A parent narrows; one that is another, or lends its permits, cannot be compared here."""
    old = {parent.id: parent for parent in before.extends}
    new = {parent.id: parent for parent in after.extends}
    for name in sorted({*old, *new}):
        yield from change(_by_parent(old.get(name), new.get(name)), _parent(name, old, new))


def _by_parent(old: Extends | None, new: Extends | None) -> Ordering:
    if old is not None and new is not None:
        return same((old.sha256, old.permits), (new.sha256, new.permits))
    if any(each is not None and each.permits == "inherit" for each in (old, new)):
        return INCOMPARABLE
    return NARROWING if old is None else WIDENING


def _parent(name: str, old: dict[str, Extends], new: dict[str, Extends]) -> str:
    if name not in old:
        return f"extends `{name}`"
    return f"no longer extends `{name}`" if name not in new else f"extends another `{name}`"


def _waiver_policy(before: AgreementDocument, after: AgreementDocument) -> Iterator[Change]:
    old, new = before.governance.waiver_policy, after.governance.waiver_policy
    orders: dict[str, Callable[[WaiverPolicy, WaiverPolicy], Ordering]] = {
        "max_duration": lambda a, b: by_limit(a.max_duration, b.max_duration, duration),
        "approvers_required": lambda a, b: at_least(a.approvers_required, b.approvers_required),
        "requester_may_approve": lambda a, b: at_most(
            a.requester_may_approve, b.requester_may_approve
        ),
    }
    for name, order in orders.items():
        ordering = order(old, new)
        yield from _told(ordering, f"waivers' `{name}`", getattr(old, name), getattr(new, name))


def _authorities(document: AgreementDocument) -> list[str]:
    """Who asks for a waiver may not approve it, so that party and role count."""
    return [
        ", ".join(filter(None, (each.id, each.party, each.role)))
        for each in document.governance.waiver_authorities
    ]


def _purposes(agreement: Agreement, other: Agreement, flow: Flow) -> list[str]:
    """Every purpose that either agreement knows and the flow serves."""
    known: set[str] = set()
    for each in (agreement.document, other.document):
        known |= each.vocabulary.purposes.keys()
        for one in each.flows:
            known |= {*one.purposes.permit, *one.purposes.forbid}
    return sorted(purpose for purpose in known if is_allowed(agreement, flow, purpose))


def _by_audience(old: str, new: str) -> Ordering:
    return by_amount(old, new, _AUDIENCES.index)


def _by_unit(old: str | None, new: str | None) -> Ordering:
    """Where a row is no person, a table that looks like people holds; otherwise nothing does."""
    if old == new:
        return EQUIVALENT
    if _is_checked(old) == _is_checked(new):
        return INCOMPARABLE
    return NARROWING if _is_checked(new) else WIDENING


def _is_checked(unit: str | None) -> bool:
    return unit not in (None, *_PEOPLE)


def _basis(flow: Flow) -> str | None:
    return flow.legal_basis.basis if flow.legal_basis else None


def _licence(flow: Flow) -> str | None:
    return (flow.licence.spdx or flow.licence.hdx) if flow.licence else None


def _undetected(old: Agreement, new: Agreement, before: Flow, after: Flow) -> Iterator[Change]:
    """An entity that nothing looks for holds everything."""
    was, now = _unknown_entities(old, before), _unknown_entities(new, after)
    if was and not now:
        yield Change(WIDENING, f"nothing holds any more because of {listed(was)}, not looked for")
    if now and not was:
        yield Change(NARROWING, f"everything holds, as nothing looks for {listed(now)}")


def _unknown_entities(agreement: Agreement, flow: Flow) -> list[str]:
    document = agreement.document
    known = {recognizer.entity for recognizer in RECOGNIZERS}
    classified = document.classification.rules if document.classification else ()
    matches: list[Any] = [rule.match for rule in (*classified, *document.clauses, *flow.rules)]
    named = (
        entity
        for match in matches
        if isinstance(match, ClassificationMatch)
        for entity in match.entities or ()
    )
    return sorted({*named} - known)
