"""Fields that one permit holds back and another lets pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hxlguard.clauses.clause import Case
from hxlguard.linting.fields import NO_TAG, ByHashtag, blocked, named_tags, near
from hxlguard.linting.lint import Lint, Mark, Subject, always, never
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import EVERY_TAG, TagSet, witness
from hxlguard.model.rule import Permit, When

Condition = tuple[When | None, tuple[str, ...] | None]
"""What must hold for a permit to count, beside its tags: `when` and `headers`."""

Other = tuple[Permit | None, Condition, TagSet]
"""What lets tags pass, a permit or `columns: allow`, on which condition, and which tags."""


def _check(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        refused, others = ByHashtag.of(blocked(case)), _others(case)
        for pointer, permit in case.permits:
            if bypass := next(_bypasses(permit, refused, others, case), None):
                yield Mark(pointer, f"{bypass} pass, which `{permit.id}` holds back")


def _bypasses(
    permit: Permit, refused: ByHashtag[TagSet], others: ByHashtag[Other], case: Case
) -> Iterator[str]:
    for other, condition, tags in others.sharing(named_tags(permit.match) or NO_TAG):
        if other is permit:
            continue
        for held in near(_held_back(permit, condition, case), tags):
            if passes := witness([held], near(refused.sharing(held), tags, held), also=[[tags]]):
                name = f"`{other.id}`" if other else "`columns: allow`"
                yield f"{name} lets `{passes}`"


def _held_back(permit: Permit, other: Condition, case: Case) -> Iterator[TagSet]:
    """The tags that a permit leaves out, or lets pass on a condition, under another's condition."""
    named, own = named_tags(permit.match), _condition(permit, case)
    if named is None or not all(one in (None, mine) for one, mine in zip(other, own, strict=True)):
        return
    if other != own:
        yield named
    if permit.match.excluded or any(one.excluded for one in named.patterns):
        whole = tuple(replace(one, excluded=frozenset()) for one in named.patterns)
        yield TagSet(whole, (named,))


def _others(case: Case) -> ByHashtag[Other]:
    allows = case.agreement.document.defaults.columns == "allow"
    found: list[Other] = [(None, (None, None), EVERY_TAG)] if allows else []
    for _, permit in case.permits:
        tags = named_tags(permit.match)
        if tags is not None and not never(permit.when, case):
            found.append((permit, _condition(permit, case), tags))
    return ByHashtag((tags, (permit, condition, tags)) for permit, condition, tags in found)


def _condition(permit: Permit, case: Case) -> Condition:
    return None if always(permit.when, case) else permit.when, permit.match.headers


LINTS = (
    Lint(
        code="HXA340",
        level=LintLevel.WARNING,
        meaning="A permit holds back fields that a weaker one lets pass.",
        why="The condition that people agreed to binds nobody.",
        mend="Narrow the weaker permit, or forbid the fields.",
        check=_check,
    ),
)
