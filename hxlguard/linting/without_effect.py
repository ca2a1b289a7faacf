"""Rules that change no decision, because others decide the same already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hxlguard.linting.fields import ByHashtag, Passage, is_as_wide, is_empty, named_tags
from hxlguard.linting.lint import Lint, Mark, Subject, never
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import EVERY_TAG, TagSet
from hxlguard.model.rule import (
    ClassificationRule,
    Forbid,
    Permit,
    Require,
)
from hxlguard.model.treatment import protection
from hxlguard.wording import listed

Rule = Permit | Require | Forbid | ClassificationRule
Placed = tuple[str, Rule]
"""Pointer and content of a rule."""


def _covered(subject: Subject) -> Iterator[Mark]:
    document = subject.document
    if document.classification is not None:
        yield from _within(_placed("/classification/rules", document.classification.rules), ())
    everywhere = _placed("/clauses", document.clauses)
    yield from _within(everywhere, ())
    for at, flow in enumerate(document.flows):
        yield from _within(_placed(f"/flows/{at}/rules", flow.rules), everywhere)
    if document.defaults.columns == "allow":
        for case in subject.cases:
            for pointer, permit in case.permits:
                yield Mark(pointer, f"`{permit.id}` changes nothing beside `columns: allow`")


def _placed(at: str, rules: Iterable[Rule]) -> list[Placed]:
    return [(f"{at}/{index}", rule) for index, rule in enumerate(rules)]


def _within(rules: Sequence[Placed], above: Sequence[Placed]) -> Iterator[Mark]:
    """Of two rules that decide the same, the later one is told of."""
    others = ByHashtag(
        (named_tags(rule.match) or EVERY_TAG, (at, rule))
        for at, (_, rule) in enumerate((*above, *rules), start=-len(above))
    )
    for index, (pointer, rule) in enumerate(rules):
        for at, other in others.sharing(_shared(rule)):
            if at != index and _decides(other, rule) and (at < index or not _decides(rule, other)):
                yield Mark(pointer, f"`{rule.id}` changes nothing beside `{other.id}`")
                break


def _shared(rule: Rule) -> TagSet:
    """A rule that decides as much names one of the hashtags of these tags."""
    tags = named_tags(rule.match)
    return EVERY_TAG if tags is None or is_empty(tags) else tags


def _decides(other: Rule, rule: Rule) -> bool:
    """Whether `other` decides at least what `rule` does, wherever `rule` applies."""
    return (
        _is_as_strong(other, rule)
        and other.when in (None, rule.when)
        and is_as_wide(other.match, rule.match)
    )


def _is_as_strong(other: Rule, rule: Rule) -> bool:
    match rule, other:
        case Permit(), Permit():
            return True
        case ClassificationRule(), ClassificationRule():
            return other.level >= rule.level
        case ((Forbid() | Require()), (Forbid() | Require())) if (
            rule.waivable or not other.waivable
        ):
            if isinstance(other, Forbid):
                return True
            both = protection(other.treatments)
            return isinstance(rule, Require) and (both | protection(rule.treatments)) == both
        case _:
            return False


def _nothing_left(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        passage = Passage.of(case)
        for pointer, permit in case.permits:
            if never(permit.when, case):
                continue
            barred = [text for text in permit.match.tags or () if _is_barred(text, permit, passage)]
            if barred:
                message = f"`{permit.id}` permits {listed(barred)}, which cannot leave under"
                yield Mark(pointer, f"{message} flow `{case.flow.id}`")


def _is_barred(text: str, permit: Permit, passage: Passage) -> bool:
    return passage.smallest(TagSet.of([text], permit.match.excluded)) is None


LINTS = (
    Lint(
        code="HXA330",
        level=LintLevel.WARNING,
        meaning="A rule changes no decision, as another one decides the same or more.",
        why="Who reads it believes that it does something, and may change the wrong one.",
        mend="Remove the rule, or correct what it matches.",
        check=_covered,
    ),
    Lint(
        code="HXA331",
        level=LintLevel.WARNING,
        meaning="A permit names fields that are forbidden or above the ceiling of the flow.",
        why="Somebody was promised data that never come.",
        mend="Classify the fields, or take them out of the permit.",
        check=_nothing_left,
    ),
)
