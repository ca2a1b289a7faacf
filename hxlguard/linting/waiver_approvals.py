"""Waivers that too few have approved, or only those who asked for them."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.agreement import Waiver
from hxlguard.model.governance import Authority, Contact
from hxlguard.model.lint import LintLevel
from hxlguard.wording import plural


def _too_few(subject: Subject) -> Iterator[Mark]:
    needed = subject.document.governance.waiver_policy.approvers_required
    for index, waiver in enumerate(subject.document.waivers):
        count = len(_approvers(subject, waiver))
        if count < needed:
            counted = f"{plural(count, 'approval')} that count{'s' if count == 1 else ''}"
            message = f"waiver `{waiver.id}` has {counted} and needs {needed}"
            yield Mark(f"/waivers/{index}", message)


def _approvers(subject: Subject, waiver: Waiver) -> set[str]:
    """The authorities that the agreement names and that approved in time."""
    known = {authority.id for authority in subject.document.governance.waiver_authorities}
    return {
        approval.authority
        for approval in waiver.approvals
        if approval.authority in known and approval.date <= waiver.expires
    }


def _by_requester(subject: Subject) -> Iterator[Mark]:
    governance = subject.document.governance
    if governance.waiver_policy.requester_may_approve:
        return
    authorities = {authority.id: authority for authority in governance.waiver_authorities}
    for at, waiver in enumerate(subject.document.waivers):
        for index, approval in enumerate(waiver.approvals):
            authority = authorities.get(approval.authority)
            if authority and _is_requester(authority, waiver.requested_by):
                message = f"`{authority.id}` asked for waiver `{waiver.id}` and approved it"
                yield Mark(f"/waivers/{at}/approvals/{index}", message)


def _is_requester(authority: Authority, requester: Contact) -> bool:
    """Where a role is not given, the same party is taken for the same person."""
    return authority.party == requester.party and (
        None in (authority.role, requester.role) or authority.role == requester.role
    )


LINTS = (
    Lint(
        code="HXA510",
        level=LintLevel.ERROR,
        meaning="A waiver has fewer approvals than it needs.",
        why="An approval counts once, in time, and from an authority that the agreement names.",
        mend="Have it approved by those in `waiver_authorities` before it expires.",
        check=_too_few,
    ),
    Lint(
        code="HXA511",
        level=LintLevel.ERROR,
        meaning="Who asked for a waiver approved it.",
        why="Two pairs of eyes are the point of an approval.",
        mend="Have another authority approve it.",
        check=_by_requester,
    ),
)
