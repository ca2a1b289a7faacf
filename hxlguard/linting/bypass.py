"""Fields that one permit holds back and another lets pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hxlguard.clauses.clause import Case
from hxlguard.linting.fields import blocked, named_tags, near
from hxlguard.linting.lint import Lint, Mark, Subject, always, never
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import EVERY_TAG, TagSet, witness
from hxlguard.model.rule import Permit, When

Condition = tuple[When | None, tuple[str, ...] | None]
"""What must hold for a permit to count, beside its tags: `when` and `headers`."""


def _check(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        refused = blocked(case)
        for pointer, permit in case.permits:
            if bypass := next(_bypasses(permit, refused, case), None):
                yield Mark(pointer, f"{bypass} pass, which `{permit.id}` holds back")


def _bypasses(permit: Permit, refused: tuple[TagSet, ...], case: Case) -> Iterator[str]:
    for name, condition, tags in _others(permit, case):
        for held in near(_held_back(permit, condition, case), tags):
            if passes := witness([held], near(refused, tags, held), also=[[tags]]):
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


def _others(permit: Permit, case: Case) -> Iterator[tuple[str, Condition, TagSet]]:
    if case.agreement.document.defaults.columns == "allow":
        yield "`columns: allow`", (None, None), EVERY_TAG
    for _, other in case.permits:
        tags = named_tags(other.match)
        if other is not permit and tags is not None and not never(other.when, case):
            yield f"`{other.id}`", _condition(other, case), tags


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
