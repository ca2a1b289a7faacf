"""Waivers that free a field from one clause and leave it to another."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import Case
from hxlguard.linting.fields import above_ceiling, named_tags, permitted, refusals, surely_matched
from hxlguard.linting.lint import Lint, Mark, Subject, always, waivers
from hxlguard.model.agreement import Waiver
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import TagSet, witness
from hxlguard.wording import listed


def _check(subject: Subject) -> Iterator[Mark]:
    for at, waiver, case in waivers(subject):
        standing = dict.fromkeys(
            name
            for tags in _scope(waiver, case)
            for name in _still_barring(tags, case)
            if name not in waiver.clauses
        )
        if standing:
            yield Mark(f"/waivers/{at}", f"waiver `{waiver.id}` leaves {listed(standing)} standing")


def _scope(waiver: Waiver, case: Case) -> Iterator[TagSet]:
    """The fields that it is about: its tags, or else those that the clauses it names forbid."""
    for text in waiver.scope.tags:
        yield TagSet.of([text])
    for _, rule in refusals(case) if not waiver.scope.tags else ():
        if rule.id in waiver.clauses and (tags := named_tags(rule.match)):
            yield tags


def _still_barring(tags: TagSet, case: Case) -> Iterator[str]:
    """The clauses under which none of these fields may travel."""
    if witness(permitted(case), also=[[tags]]) is None:
        yield f"{case.flow.id}.default-deny"
    if witness([tags], above_ceiling(case)) is None:
        yield f"{case.flow.id}.ceiling"
    for _, rule in refusals(case):
        held = surely_matched(rule.match, case)
        if held and always(rule.when, case) and witness([tags], [held]) is None:
            yield rule.id


LINTS = (
    Lint(
        code="HXA522",
        level=LintLevel.WARNING,
        meaning="What a waiver is about stays barred by clauses that it does not name.",
        why="People believe the way is open, and learn at the last moment that it is not.",
        mend="Name these clauses too, if they may be waived, or drop the waiver.",
        check=_check,
    ),
)
