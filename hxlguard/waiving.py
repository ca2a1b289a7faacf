"""Waivers: exactly named violations of an agreement relabelled for a while, no rule edited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from hxlguard.clauses.clause import Case, named_refs
from hxlguard.clauses.matching import folded
from hxlguard.model.agreement import Approval, Waiver
from hxlguard.model.duration import after
from hxlguard.model.governance import Authority
from hxlguard.model.location import ColumnRef
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import Status, Violation, WaiverNote
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.phrasing import duration

Sources = Sequence[SourceProfile]


def relabelled(violation: Violation, case: Case, sources: Sources) -> Iterator[Violation]:
    """The violation itself, or the parts of it that waivers cover and the rest that stands."""
    rest = violation
    for waiver in _in_scope(case):
        if not _names(waiver, rest) or any(_lacking(waiver, case)):
            continue
        if any(_elsewhere(waiver, rest, sources)) or not _touches(waiver, rest):
            continue
        covered = tuple(column for column in rest.columns if _covers(waiver, column))
        others = tuple(column for column in rest.columns if column not in covered)
        if not others:
            yield replace(rest, waiver=waiver.id)
            return
        yield _part(rest, covered, "waived", waiver.id)
        rest = _part(rest, others, "not waived", None)
    yield rest


def waiver_notes(
    case: Case, violations: Sequence[Violation], sources: Sources
) -> Iterator[WaiverNote]:
    """What became of each waiver of the flow that names a violated clause.

    Args:
        case: the agreement and its flow.
        violations: what was found in the case, waived or not.
        sources: what leaves.
    """
    for waiver in _in_scope(case):
        concerned = [each for each in violations if each.clause.id in waiver.clauses]
        if not concerned:
            continue
        missed = [each for each in concerned if each.status is Status.VIOLATION]
        why = [*_lacking(waiver, case)]
        for each in missed:
            if _touches(waiver, each):
                why += [*_unfit(each), *_elsewhere(waiver, each, sources)]
        if not any(_touches(waiver, each) for each in concerned):
            why.append("it is about none of the columns concerned")
        yield WaiverNote(
            waiver.id,
            applied=any(each.waiver == waiver.id for each in concerned),
            why=tuple(dict.fromkeys(why)),
            standing=_standing(waiver, concerned, violations),
        )


def _in_scope(case: Case) -> Iterator[Waiver]:
    for waiver in case.agreement.document.waivers:
        if waiver.scope.flow == case.flow.id:
            yield waiver


def _names(waiver: Waiver, violation: Violation) -> bool:
    return violation.waivable and violation.clause.id in waiver.clauses


def _touches(waiver: Waiver, violation: Violation) -> bool:
    """Whether it is about any column of the violation, or about whole files."""
    return not waiver.scope.tags or any(_covers(waiver, each) for each in violation.columns)


def _covers(waiver: Waiver, column: ColumnRef) -> bool:
    if not waiver.scope.tags:
        return True
    if column.tag is None:
        return False
    tag = TagSpec.parse(column.tag)
    return any(TagPattern.parse(text).matches(tag) for text in waiver.scope.tags)


def _part(
    violation: Violation, columns: tuple[ColumnRef, ...], word: str, waiver: str | None
) -> Violation:
    """The same violation over fewer columns; the rows stay those of all of them."""
    whole = violation.message.partition("; waived for ")[0].partition("; not waived for ")[0]
    message = f"{whole}; {word} for {named_refs(columns)}"
    return replace(violation, columns=columns, message=message, waiver=waiver)


def _lacking(waiver: Waiver, case: Case) -> Iterator[str]:
    """What keeps a waiver from counting on this day, whatever it is about."""
    day, first = case.on.isoformat(), waiver.first
    if day < first:
        yield f"it begins on {first}"
    if day > waiver.expires:
        yield f"it expired on {waiver.expires}"
    longest = case.agreement.document.governance.waiver_policy.max_duration
    if longest and case.on > after(dt.date.fromisoformat(first), longest):
        yield f"it began on {first}, and the agreement lets a waiver last {duration(longest)}"
    yield from _lacking_approvals(waiver, case)


def _lacking_approvals(waiver: Waiver, case: Case) -> Iterator[str]:
    counted, refused = approvals(waiver, case)
    needed = case.agreement.document.governance.waiver_policy.approvers_required
    if len(counted) < needed:
        yield f"it has {len(counted)} of {needed} approvals"
        yield from refused


def approvals(waiver: Waiver, case: Case) -> tuple[frozenset[str], tuple[str, ...]]:
    """The authorities whose approval of a waiver counts on the day, and why that of others not."""
    governance = case.agreement.document.governance
    authorities = {each.id: each for each in governance.waiver_authorities}
    refused = {
        approval: why
        for approval in waiver.approvals
        if (why := _refused(approval, waiver, authorities.get(approval.authority), case))
    }
    counted = (each.authority for each in waiver.approvals if each not in refused)
    return frozenset(counted), tuple(refused.values())


def _refused(
    approval: Approval, waiver: Waiver, authority: Authority | None, case: Case
) -> str | None:
    """Why an approval does not count, or None where it does."""
    who = f"`{approval.authority}`"
    if authority is None:
        return f"{who} is no waiver authority of the agreement"
    if approval.date > case.on.isoformat():
        return f"{who} approves it on {approval.date} only"
    if approval.date > waiver.expires:
        return f"{who} approved it after it had expired"
    may_approve = case.agreement.document.governance.waiver_policy.requester_may_approve
    if not may_approve and requested(waiver, authority):
        return f"{who} requested it and may not approve it"
    return None


def requested(waiver: Waiver, authority: Authority) -> bool:
    """Whether an authority asked for a waiver itself.

    Where a role is left out, nobody can tell that it was another one of the same party.
    """
    requester = waiver.requested_by
    roles = {folded(role) for role in (requester.role, authority.role) if role}
    one_role = None in (requester.role, authority.role) or len(roles) == 1
    return requester.party == authority.party and one_role


def _unfit(violation: Violation) -> Iterator[str]:
    if not violation.waivable:
        yield f"clause `{violation.clause.id}` cannot be waived"


def _elsewhere(waiver: Waiver, violation: Violation, sources: Sources) -> Iterator[str]:
    """Why the violation lies outside of the data that a waiver is about."""
    scope, name = waiver.scope, violation.source
    if scope.dataset is not None and (name is None or scope.dataset != PurePosixPath(name).stem):
        yield f"it is about the dataset `{scope.dataset}` alone"
    digests = {source.sha256 for source in sources if source.name == name}
    if scope.dataset_sha256 is not None and digests != {scope.dataset_sha256}:
        yield f"it is about the file with the digest {scope.dataset_sha256} alone"


def _standing(
    waiver: Waiver, concerned: Sequence[Violation], violations: Iterable[Violation]
) -> tuple[str, ...]:
    """Clauses still violated in what the waiver is about: the columns it covers, or the files."""
    places = {
        (each.source, each.table, column)
        for each in concerned
        for column in each.columns
        if _covers(waiver, column)
    }
    standing = set()
    for each in violations:
        own = {(each.source, each.table, column) for column in each.columns}
        is_named = each in concerned and _touches(waiver, each)
        if each.status is Status.VIOLATION and (own & places or is_named):
            standing.add(each.clause.id)
    return tuple(sorted(standing))
