"""Where a classification says two things about one field; the highest level wins all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hxlguard.model.ordered import Level
from hxlguard.model.rule import Classification, ClassificationRule, When
from hxlguard.model.tag import TagPattern


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two rules that give the same fields different levels under the same conditions.

    Attributes:
        rules: ids of the two, in the order of the document.
        tags: the patterns that both name, sorted; empty where they match by other things alone.
        level: the higher of their levels, which holds.
    """

    rules: tuple[str, str]
    tags: tuple[str, ...]
    level: Level


def contradictions(classification: Classification) -> tuple[Contradiction, ...]:
    """Find the rules that contradict each other.

    A rule that names more fields than another, or names them under a narrower condition, refines
    it and contradicts nothing.
    """
    return tuple(
        Contradiction((one.id, other.id), tags, max(one.level, other.level))
        for one, other in combinations(classification.rules, 2)
        if one.level != other.level and _same_conditions(one, other)
        for tags in _shared_tags(one, other)
    )


def _same_conditions(one: ClassificationRule, other: ClassificationRule) -> bool:
    first, second = (rule.match.model_copy(update={"tags": None}) for rule in (one, other))
    return first == second and _meet(one.when, other.when)


def _meet(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.unit_of_record is None or other.unit_of_record is None:
        return one == other
    return one.row_filter == other.row_filter and bool(
        {*one.unit_of_record} & {*other.unit_of_record}
    )


def _shared_tags(one: ClassificationRule, other: ClassificationRule) -> Iterator[tuple[str, ...]]:
    """The patterns of both; nothing where one or both name tags and none is shared."""
    first, second = _patterns(one), _patterns(other)
    if first & second or not first | second:
        yield tuple(sorted(map(str, first & second)))


def _patterns(rule: ClassificationRule) -> frozenset[TagPattern]:
    return frozenset(map(TagPattern.parse, rule.match.tags or ()))
