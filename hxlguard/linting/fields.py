"""Which fields an agreement speaks about, as sets of tags, and what their tags alone decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, reduce
from typing import Any, Generic, TypeVar

from hxlguard.clauses.clause import Case
from hxlguard.linting.lint import always, never, parent_cases
from hxlguard.model.ordered import Level
from hxlguard.model.patterns import ANY, EVERY_TAG, TagSet, meet, witness
from hxlguard.model.rule import (
    Classification,
    ClassificationMatch,
    Forbid,
    Match,
    PermitMatch,
    Require,
)
from hxlguard.model.tag import ADMIN_LEVELS, TagSpec
from hxlguard.model.treatment import protection
from hxlguard.recognizers import coordinates

Kept = TypeVar("Kept")
NO_TAG = TagSet(())
COORDINATES = TagSet.of(coordinates.RECOGNIZER.tags)
PLACES = TagSet.of(ADMIN_LEVELS)

_EVIDENCE = {"entities", "location", "admin_level"}
"""Keys of a classification rule that can only ever raise a level."""


def named_tags(match: PermitMatch | ClassificationMatch) -> TagSet | None:
    """The tags that a match names, or None where it names none."""
    return _tags(match) if match.tags is not None else None


def _tags(match: PermitMatch | ClassificationMatch) -> TagSet:
    return _tag_set(match.tags or (), match.excluded)


@lru_cache(maxsize=4096)
def _tag_set(tags: tuple[str, ...], excluded: tuple[str, ...] | None) -> TagSet:
    return TagSet.of(tags, excluded)


def permitted(case: Case) -> tuple[TagSet, ...]:
    """The tags that permits of a flow may let travel."""
    if case.agreement.document.defaults.columns == "allow":
        return (EVERY_TAG,)
    named = (named_tags(rule.match) for rule in case.grants if not never(rule.when, case))
    return tuple(filter(None, named))


def refusals(case: Case) -> Iterator[tuple[str, Forbid | Require]]:
    """Pointer and content of every rule under which a field must be dropped."""
    yield from case.forbids
    for pointer, rule in case.requires:
        if protection(rule.treatments).drop:
            yield pointer, rule


def blocked(case: Case) -> tuple[TagSet, ...]:
    """The tags of fields that cannot travel, whatever they hold: forbidden or too sensitive."""
    forbidden = (
        tags
        for _, rule in refusals(case)
        if always(rule.when, case) and (tags := surely_matched(rule.match, case))
    )
    return (*forbidden, *above_ceiling(case))


def above_ceiling(case: Case) -> tuple[TagSet, ...]:
    """The tags that the classification puts above the ceiling of the flow."""
    above = [level for level in Level if level > case.flow.sensitivity_ceiling]
    return reaching(min(above), case) if above else ()


def surely_matched(match: ClassificationMatch, case: Case) -> TagSet | None:
    """The tags that are enough for a match; None where cells or headers have a say.

    A field's level is taken from the classification alone.
    """
    parts = []
    if (tags := named_tags(match)) is not None:
        parts.append(tags)
    if match.location is not None:
        parts.append(COORDINATES if match.location == "coordinates" else PLACES)
    if match.admin_level is not None:
        parts.append(places_from(match.admin_level.at_least))
    if isinstance(match, Match) and match.sensitivity is not None:
        parts.append(one_of(reaching(match.sensitivity.at_least, case)))
    if match.entities is not None or match.headers is not None or not parts:
        return None
    return reduce(TagSet.__and__, parts)


def places_from(level: int) -> TagSet:
    """The tags of places that are named this finely or more so."""
    return TagSet.of(hashtag for hashtag, fine in ADMIN_LEVELS.items() if fine >= level)


def reaching(level: Level, case: Case) -> tuple[TagSet, ...]:
    """The tags that the classification surely puts at `level` or above."""
    classification = case.agreement.document.classification
    if classification is None:
        return ()
    high = [
        tags
        for rule in classification.rules
        if rule.level >= level and always(rule.when, case)
        if (tags := surely_matched(rule.match, case))
    ]
    if classification.unclassified >= level:
        high.append(_unclassified(classification, level, case))
    return tuple(high)


def _unclassified(classification: Classification, level: Level, case: Case) -> TagSet:
    """The tags to which no rule that goes by tag or header can give less than `level`."""
    lower = (
        named_tags(rule.match) or EVERY_TAG
        for rule in classification.rules
        if rule.level < level and not never(rule.when, case)
        if not _EVIDENCE & rule.match.model_fields_set
    )
    return TagSet(EVERY_TAG.patterns, tuple(lower))


def one_of(sets: Iterable[TagSet]) -> TagSet:
    """The tags that lie in any of several sets."""
    return TagSet(EVERY_TAG.patterns, (TagSet(EVERY_TAG.patterns, tuple(sets)),))


class ByHashtag(Generic[Kept]):
    """Things in their order, each with the tags that it is about, found by hashtag."""

    def __init__(self, things: Iterable[tuple[TagSet, Kept]]) -> None:
        self._things: list[Kept] = []
        self._at: dict[str, list[int]] = {}
        for at, (tags, thing) in enumerate(things):
            self._things.append(thing)
            for hashtag in _hashtags(tags):
                self._at.setdefault(hashtag, []).append(at)

    @classmethod
    def of(cls, sets: Iterable[TagSet]) -> ByHashtag[TagSet]:
        """Sets of tags that stand for themselves."""
        return ByHashtag((tags, tags) for tags in sets)

    def __len__(self) -> int:
        return len(self._things)

    def sharing(self, tags: TagSet) -> list[Kept]:
        """Those that may have a hashtag in common with `tags`."""
        wanted = _hashtags(tags)
        if ANY in wanted:
            return self._things
        found = {at for hashtag in (ANY, *wanted) for at in self._at.get(hashtag, ())}
        return [self._things[at] for at in sorted(found)]


def _hashtags(tags: TagSet) -> frozenset[str]:
    return frozenset(pattern.hashtag for pattern in tags.patterns)


@dataclass(frozen=True, slots=True)
class Passage:
    """What can leave under a flow as far as tags tell, its agreement and those above it.

    Attributes:
        granted: tags that the flow permits.
        granted_above: for each agreement above it, the tags that this one permits.
        barred: tags that no field can leave with.
    """

    granted: ByHashtag[TagSet]
    granted_above: tuple[tuple[TagSet, ...], ...]
    barred: ByHashtag[TagSet]

    @classmethod
    def of(cls, case: Case) -> Passage:
        """The passage that a flow opens."""
        above = tuple(_lineage(case))
        barred = (tags for each in (case, *above) for tags in blocked(each))
        granted = ByHashtag.of(permitted(case))
        return cls(granted, tuple(map(permitted, above)), ByHashtag.of(barred))

    def smallest(self, *within: TagSet) -> TagSpec | None:
        """The smallest tag in all of `within` whose field can leave, or None where none can."""
        first = within[0] if within else EVERY_TAG
        return witness(
            near(self.granted.sharing(first), *within),
            near(self.barred.sharing(first), *within),
            also=[*self.granted_above, *([tags] for tags in within)],
        )


def near(sets: Iterable[TagSet], *within: TagSet) -> list[TagSet]:
    """The sets that may share a tag with each of `within`: the fewer, the quicker is a search."""
    return [tags for tags in sets if all(_may_meet(tags, other) for other in within)]


def _may_meet(one: TagSet, other: TagSet) -> bool:
    return any(meet(mine, theirs) for mine in one.patterns for theirs in other.patterns)


def _lineage(case: Case) -> Iterator[Case]:
    """The cases of all agreements that are extended, near and far."""
    for parent in parent_cases(case):
        yield parent
        yield from _lineage(parent)


def covers(wide: TagSet, narrow: TagSet) -> bool:
    """True when every tag of `narrow` is one of `wide`; the tags that are as short come first."""
    for one in narrow.patterns:
        tag = TagSpec(one.hashtag, tuple(sorted(one.required)))
        if one.hashtag != ANY and narrow.matches(tag) and not wide.matches(tag):
            return False
    return witness([narrow], [wide]) is None


def is_empty(tags: TagSet) -> bool:
    """True when there is no such tag."""
    return covers(NO_TAG, tags)


_AS_WIDE: Mapping[str, Callable[[Any, Any], bool]] = {
    "tags": lambda wide, narrow: covers(_tags(wide), _tags(narrow)),
    "headers": lambda wide, narrow: {*wide.headers} >= {*narrow.headers},
    "entities": lambda wide, narrow: {*wide.entities} >= {*narrow.entities},
    "min_coverage": lambda wide, narrow: Decimal(wide.min_coverage) <= Decimal(narrow.min_coverage),
    "location": lambda wide, narrow: wide.location == narrow.location,
    "admin_level": lambda wide, narrow: wide.admin_level.at_least <= narrow.admin_level.at_least,
    "sensitivity": lambda wide, narrow: wide.sensitivity.at_least <= narrow.sensitivity.at_least,
}
"""For each key of two matches whether the first lets it be at least as much as the second."""


def is_as_wide(
    wide: PermitMatch | ClassificationMatch, narrow: PermitMatch | ClassificationMatch
) -> bool:
    """Whether `wide` surely matches every field that `narrow` matches.

    The keys of a match hold together, so each that narrows `wide` must narrow `narrow` as much.
    """
    given = wide.model_fields_set & _AS_WIDE.keys()
    return given <= narrow.model_fields_set and all(
        _AS_WIDE[key](wide, narrow) for key in sorted(given)
    )
