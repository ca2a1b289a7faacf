"""Waivers that too few have approved, or only those who asked for them."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject, waivers
from hxlguard.model.lint import LintLevel
from hxlguard.waiving import approvals, requested


def _too_few(subject: Subject) -> Iterator[Mark]:
    needed = subject.document.governance.waiver_policy.approvers_required
    for at, waiver, case in waivers(subject):
        counted, refused = approvals(waiver, case)
        if len(counted) < needed:
            words = f"waiver `{waiver.id}` has {len(counted)} of {needed} approvals"
            yield Mark(f"/waivers/{at}", "; ".join([words, *refused]))


def _by_requester(subject: Subject) -> Iterator[Mark]:
    governance = subject.document.governance
    if governance.waiver_policy.requester_may_approve:
        return
    authorities = {authority.id: authority for authority in governance.waiver_authorities}
    for at, waiver in enumerate(subject.document.waivers):
        for index, approval in enumerate(waiver.approvals):
            authority = authorities.get(approval.authority)
            if authority and requested(waiver, authority):
                message = f"`{authority.id}` asked for waiver `{waiver.id}` and approved it"
                yield Mark(f"/waivers/{at}/approvals/{index}", message)


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
