"""What one flow asks of columns, taken apart into conjunctions that can be compared exactly.

A clause about sensitivity becomes several: one for what detection finds, one for each rule of the
classification, one for what nothing classifies. Where the unit of record is not declared there are
two worlds, one in which every doubt falls on the permissive side and one on the strict side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeVar

from hxlguard.clauses.matching import EVIDENCE, folded
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.ordered import Level
from hxlguard.model.patterns import EVERY_TAG, TagSet
from hxlguard.model.rule import (
    ClassificationMatch,
    ClassificationRule,
    Forbid,
    Match,
    Permit,
    PermitMatch,
    Require,
    When,
)
from hxlguard.model.tag import ADMIN_LEVELS
from hxlguard.model.treatment import DROPPED, Protection, protection
from hxlguard.recognizers import coordinates

COORDINATES = TagSet.of(coordinates.RECOGNIZER.tags)
PLACES = TagSet.of(ADMIN_LEVELS)

Tagged = Literal["written", "proposed", "not"]
Part = TypeVar("Part", TagSet, frozenset[str])

_COORDINATES_FOUND = coordinates.RECOGNIZER.entity


@dataclass(frozen=True, slots=True)
class Shape:
    """All of a column but its tag.

    Attributes:
        tagged: whether its tag is written, only proposed by its header, or not there at all.
        header: folded, or None for one that no clause names.
        entities: what its cells hold, each with its coverage.
        measured: True where its cells are coordinates.
        level: what detection finds.
        rows: what stands in its rows, as pairs of a tag pattern and a word.
    """

    tagged: Tagged = "written"
    header: str | None = None
    entities: tuple[tuple[str, Decimal], ...] = ()
    measured: bool = False
    level: Level = Level.LOW
    rows: frozenset[tuple[str, str]] = frozenset()

    @property
    def located(self) -> bool:
        """True where the cells show coordinates, whatever the tag."""
        return self.measured or _COORDINATES_FOUND in dict(self.entities)


@dataclass(frozen=True, slots=True)
class Condition:
    """Which columns something is about; all that is given must hold.

    Attributes:
        tags: the tags.
        headers: folded headers.
        entities: of each list one entity, with at least that coverage.
        located: True where it is about coordinates.
        level: the least sensitivity that detection finds.
        rows: what must stand in the rows: a tag pattern and the words of which one must.
        unless: conditions of which none may hold.
        of_tag: True where only a written tag counts.
    """

    tags: TagSet | None = None
    headers: frozenset[str] | None = None
    entities: frozenset[tuple[frozenset[str], Decimal]] = frozenset()
    located: bool = False
    level: Level = Level.LOW
    rows: frozenset[tuple[str, frozenset[str]]] = frozenset()
    unless: tuple[Condition, ...] = ()
    of_tag: bool = False
    _regions: dict[Shape, TagSet | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __and__(self, other: Condition) -> Condition:
        """Both together."""
        return Condition(
            _both(self.tags, other.tags),
            _both(self.headers, other.headers),
            self.entities | other.entities,
            self.located or other.located,
            max(self.level, other.level),
            self.rows | other.rows,
            (*self.unless, *other.unless),
            self.of_tag or other.of_tag,
        )

    def region(self, shape: Shape) -> TagSet | None:
        """The tags with which a column of this shape is meant; None where none is.

        A column without a tag is meant where the answer holds every tag.
        """
        if shape not in self._regions:
            self._regions[shape] = self._region(shape)
        return self._regions[shape]

    def _region(self, shape: Shape) -> TagSet | None:
        if not self._fits(shape):
            return None
        tags = self.tags
        if self.located and not shape.located:
            tags = _both(tags, COORDINATES)
        if tags is not None and (
            shape.tagged == "not" or (self.of_tag and shape.tagged == "proposed")
        ):
            return None
        return without(tags or EVERY_TAG, regions(self.unless, shape))

    def _fits(self, shape: Shape) -> bool:
        return (
            (self.headers is None or shape.header in self.headers)
            and shape.level >= self.level
            and all(
                any(entity in names and share >= least for entity, share in shape.entities)
                for names, least in self.entities
            )
            and all(
                any(tag == held and word in words for held, word in shape.rows)
                for tag, words in self.rows
            )
        )


_TAGGED = Condition(tags=EVERY_TAG, of_tag=True)


@dataclass(frozen=True, slots=True)
class Demand:
    """How columns must be protected.

    Attributes:
        clause: id of the clause.
        condition: which columns.
        protection: how.
    """

    clause: str
    condition: Condition
    protection: Protection


@dataclass(frozen=True, slots=True)
class Decisions:
    """What one flow asks of columns in one world.

    Attributes:
        permits: what may travel.
        demands: how it must be protected; what is forbidden must be dropped.
        ceiling: what the sensitivity ceiling drops.
        low: what the classification names, which can keep it from counting as unclassified.
    """

    permits: tuple[Condition, ...]
    demands: tuple[Demand, ...]
    ceiling: tuple[Demand, ...]
    low: tuple[Condition, ...]


def decisions(agreement: Agreement, flow: Flow, *, strict: bool) -> Decisions:
    """Take a flow apart; `strict` says on which side its doubts fall."""
    return _Reading(agreement, flow, strict).decisions()


def regions(conditions: Iterable[Condition], shape: Shape) -> list[TagSet]:
    """What the conditions mean for a shape, those left out that mean nothing for it."""
    found = (condition.region(shape) for condition in conditions)
    return [region for region in found if region is not None]


def places_from(level: int) -> TagSet:
    """The tags of columns that name places as fine as this admin level, or finer."""
    return TagSet.of(tag for tag, found in ADMIN_LEVELS.items() if found >= level)


def without(tags: TagSet, left_out: Iterable[TagSet]) -> TagSet:
    """The tags that lie in none of `left_out`."""
    return TagSet(tags.patterns, (*tags.excluded, *left_out))


@dataclass(frozen=True, slots=True)
class _Reading:
    agreement: Agreement
    flow: Flow
    strict: bool

    def decisions(self) -> Decisions:
        rules = (*self.agreement.document.clauses, *self.flow.rules)
        limit = self.flow.sensitivity_ceiling
        above = [level for level in Level if level > limit]
        ceiling = self._sensitive(min(above)) if above else ()
        return Decisions(
            tuple(self._permits(rules)),
            tuple(demand for rule in rules for demand in self._demands(rule)),
            tuple(Demand(f"{self.flow.id}.ceiling", each, DROPPED) for each in ceiling),
            tuple(condition for _, condition in self._named(doubtful=True)),
        )

    def _permits(self, rules: Iterable[Permit | Require | Forbid]) -> Iterator[Condition]:
        for rule in rules:
            if isinstance(rule, Permit) and self._applies(rule.when, doubtful=not self.strict):
                yield replace(_condition(rule.match, rule.when), of_tag=True)
        defaults = self.agreement.document.defaults
        if defaults.columns == "allow":
            yield _TAGGED
        if defaults.untagged == "hold" and not self.strict:
            yield Condition(unless=(_TAGGED,))

    def _demands(self, rule: Permit | Require | Forbid) -> Iterator[Demand]:
        if isinstance(rule, Permit) or not self._applies(rule.when, doubtful=self.strict):
            return
        asked = protection(rule.treatments) if isinstance(rule, Require) else DROPPED
        for condition in self._meant(rule.match, rule.when):
            yield Demand(rule.id, condition, asked)
            if asked.admin_level is not None:
                no_place = replace(condition, unless=(*condition.unless, Condition(tags=PLACES)))
                yield Demand(rule.id, no_place, DROPPED)

    def _meant(self, match: Match, when: When | None) -> Iterator[Condition]:
        written = _condition(match, when)
        if match.sensitivity is None:
            yield written
            return
        for condition in self._sensitive(match.sensitivity.at_least):
            yield written & condition

    def _sensitive(self, level: Level) -> Iterator[Condition]:
        """Every way for a column to have this level at least."""
        yield Condition(level=level)
        classification = self.agreement.document.classification
        if classification is None:
            return
        for rule in classification.rules:
            if rule.level >= level and self._applies(rule.when, doubtful=self.strict):
                yield _condition(rule.match, rule.when)
        if classification.unclassified >= level:
            certain = [condition for _, condition in self._named(doubtful=False)]
            lower = [each for found, each in self._named(doubtful=True) if found < level]
            left_out = certain if self.strict else [*certain, *lower]
            yield Condition(unless=tuple(dict.fromkeys(left_out)))

    def _named(self, *, doubtful: bool) -> Iterator[tuple[Level, Condition]]:
        """What the classification names by tag and header alone."""
        classification = self.agreement.document.classification
        for rule in classification.rules if classification else ():
            if _by_name(rule) and self._applies(rule.when, doubtful=doubtful):
                yield rule.level, replace(_condition(rule.match, rule.when), of_tag=True)

    def _applies(self, when: When | None, *, doubtful: bool) -> bool:
        if when is None or when.unit_of_record is None:
            return True
        unit = self.flow.unit_of_record
        return doubtful if unit is None else unit in when.unit_of_record


def _by_name(rule: ClassificationRule) -> bool:
    return not EVIDENCE & rule.match.model_fields_set


def _condition(match: PermitMatch | ClassificationMatch, when: When | None) -> Condition:
    """What a match says, but for its sensitivity."""
    tags = _sorted(match)
    named = match.headers
    found: frozenset[tuple[frozenset[str], Decimal]] = frozenset()
    located = False
    if isinstance(match, ClassificationMatch):
        if match.entities is not None:
            found = frozenset({(frozenset(match.entities), Decimal(match.min_coverage or 0))})
        located = match.location == "coordinates"
        if match.location == "named":
            tags = _both(tags, PLACES)
        if match.admin_level is not None:
            tags = _both(tags, places_from(match.admin_level.at_least))
    rows = when.row_filter if when else None
    return Condition(
        tags,
        None if named is None else frozenset(map(folded, named)),
        found,
        located,
        rows=frozenset({(rows.tag, frozenset(rows.any_of))}) if rows else frozenset(),
    )


def _sorted(match: PermitMatch | ClassificationMatch) -> TagSet | None:
    """The order in which somebody wrote the patterns says nothing."""
    if match.tags is None:
        return None
    return TagSet.of(sorted({*match.tags}), sorted({*(match.excluded or ())}))


def _both(one: Part | None, other: Part | None) -> Part | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other
