"""A sensitivity annex that says two things of the same field."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hxlguard.linting.fields import covers
from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import TagSet
from hxlguard.model.rule import ClassificationRule, When


def _check(subject: Subject) -> Iterator[Mark]:
    classification = subject.document.classification
    rules = classification.rules if classification else ()
    for (_, one), (index, other) in combinations(enumerate(rules), 2):
        what = _same(one, other)
        if what and one.level != other.level and _may_coincide(one.when, other.when):
            yield Mark(
                f"/classification/rules/{index}",
                f"`{one.id}` calls {what} `{one.level}` and `{other.id}` calls it `{other.level}`",
            )


def _same(one: ClassificationRule, other: ClassificationRule) -> str | None:
    """What both rules name in the same words, if anything."""
    if _rest(one) != _rest(other):
        return None
    if one.match.tags is None or other.match.tags is None:
        return "the same" if one.match == other.match else None
    for text in one.match.tags:
        mine = TagSet.of([text], one.match.excluded)
        for theirs in (TagSet.of([text], other.match.excluded) for text in other.match.tags):
            if covers(mine, theirs) and covers(theirs, mine):
                return f"`{text}`"
    return None


def _rest(rule: ClassificationRule) -> dict[str, object]:
    return rule.match.model_dump(exclude={"tags", "excluded"})


def _may_coincide(one: When | None, other: When | None) -> bool:
    """Whether one row can meet both conditions, as far as units of record tell."""
    units = [when.unit_of_record for when in (one, other) if when and when.unit_of_record]
    return len(units) < 2 or bool({*units[0]} & {*units[1]})


LINTS = (
    Lint(
        code="HXA332",
        level=LintLevel.WARNING,
        meaning="Two classification rules give the same field different levels.",
        why="The highest wins, and whoever reads only the other one shares too much.",
        mend="Leave the field in one of them.",
        check=_check,
    ),
)
