"""Which columns a rule is about, and how sure that is.

A `Truth` is the answer in two worlds at once: one where no doubtful evidence holds and one where
all of it does (Kleene's strong three-valued logic, 1952). Where the worlds agree it is decided.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from hxlguard.clauses.clause import Case, Clause, Doubt, Word, filled_rows, named, refs
from hxlguard.clauses.rows import ROWS_NOT_KNOWN, of_its_rows
from hxlguard.model.finding import Detection, Via
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Level
from hxlguard.model.profile import ColumnProfile, InRows, TableProfile
from hxlguard.model.rule import (
    Classification,
    ClassificationMatch,
    ClassificationRule,
    Forbid,
    Match,
    Permit,
    PermitMatch,
    Require,
    When,
)
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.recognizers import RECOGNIZERS, coordinates
from hxlguard.wording import did_you_mean

DETECTION_UNCERTAIN = Kind(
    id="detection-uncertain",
    meaning="A column may hold data that a clause speaks about, but the evidence is thin.",
    why="Releasing on a guess puts people at risk; blocking on one costs trust in the check.",
    mend="Look at the column; tag it for what it is, or drop it.",
)
CONTEXT_UNDECLARED = Kind(
    id="context-undeclared",
    meaning="A clause depends on what one row is about, and the flow does not say.",
    why="The same field is harmless in a total and dangerous in a list of people.",
    mend="Declare `unit_of_record` in the flow.",
)
CLAUSE_NOT_DECIDED = Kind(
    id="clause-not-decided",
    meaning="A clause must hold before release, and the table was not looked at for it.",
    why="An unchecked promise is no protection.",
    mend="Check the file anew with this agreement.",
)
ENTITY_NOT_DETECTED = Kind(
    id="entity-not-detected",
    meaning="A clause names a kind of data that no recognizer looks for.",
    why="A rule that can never fire gives a safety that is not there.",
    mend="Correct the name of the entity in the agreement.",
)
HEADER_NOT_SHOWN = Kind(
    id="header-not-shown",
    meaning="A clause speaks about headers, and the header of a column is empty or not shown.",
    why="A header that holds personal data is kept from every report, and from the clauses too.",
    mend="Give the column a header without personal data, or drop it.",
)
KINDS = (
    DETECTION_UNCERTAIN,
    CONTEXT_UNDECLARED,
    CLAUSE_NOT_DECIDED,
    ENTITY_NOT_DETECTED,
    HEADER_NOT_SHOWN,
)

EVIDENCE = {"entities", "location", "admin_level"}
"""Keys of a match that ask for more than the real tag and header; they only ever raise a level."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A proposition in two worlds.

    Attributes:
        surely: true even if no doubtful evidence holds.
        perhaps: true if all of it does; `surely` implies `perhaps`.
        doubts: ids of the unknown kinds that separate the two; empty where they agree.
    """

    surely: bool
    perhaps: bool
    doubts: frozenset[str] = frozenset()


YES = Truth(True, True)
NO = Truth(False, False)


def doubtful(kind: Kind) -> Truth:
    """True only if the doubtful evidence holds."""
    return Truth(False, True, frozenset({kind.id}))


def all_of(truths: Iterable[Truth]) -> Truth:
    """True where each is true; true for none at all."""
    parts: list[Truth] = []
    for truth in truths:
        if not truth.perhaps:
            return NO
        parts.append(truth)
    return _truth(all(truth.surely for truth in parts), True, parts)


def any_of(truths: Iterable[Truth]) -> Truth:
    """True where one is true."""
    parts: list[Truth] = []
    for truth in truths:
        if truth.surely:
            return YES
        parts.append(truth)
    return _truth(False, any(truth.perhaps for truth in parts), parts)


Judged = tuple[tuple[ColumnProfile, Truth], ...]
"""Columns, each with whether a clause is about it."""


def judged(columns: Iterable[ColumnProfile], judge: Callable[[ColumnProfile], Truth]) -> Judged:
    """Judge every column."""
    return tuple((column, judge(column)) for column in columns)


def sure(columns: Judged) -> list[ColumnProfile]:
    """The columns for which it is surely true."""
    return [column for column, truth in columns if truth.surely]


def doubts(columns: Judged, reason: str) -> Iterator[Doubt]:
    """One doubt for each kind; `reason` says `{columns}` where they are named."""
    for kind in sorted({kind for _, truth in columns for kind in truth.doubts}):
        doubted = [column for column, truth in columns if kind in truth.doubts]
        text = reason.format(columns=named(doubted))
        yield Doubt(kind, text, refs(doubted), filled_rows(doubted))


def certain(evidence: bool) -> Truth:
    """A truth without doubt."""
    return YES if evidence else NO


def seen(confidence: float, case: Case) -> Truth:
    """How much evidence of this confidence counts under the agreement's thresholds."""
    if confidence >= case.act_at:
        return YES
    return doubtful(DETECTION_UNCERTAIN) if confidence >= case.hold_at else NO


def permitted(rule: Permit, column: ColumnProfile, case: Case) -> Truth:
    """Whether a permit names the column; a proposed tag and a detection grant nothing."""
    return _says_of_all(rule, column, case)


def granted(column: ColumnProfile, case: Case) -> Truth:
    """Whether any permit that counts names the column."""
    return any_of(permitted(rule, column, case) for rule in case.grants)


def undetectable(matches: Iterable[ClassificationMatch]) -> Iterator[Doubt]:
    """Entities that these matches name and that no recognizer looks for."""
    known = {recognizer.entity for recognizer in RECOGNIZERS}
    named_here = {entity for match in matches for entity in match.entities or ()}
    for entity in sorted(named_here - known):
        hint = did_you_mean(entity, sorted(known)) or "correct the name"
        yield Doubt(ENTITY_NOT_DETECTED.id, f"nothing looks for `{entity}`; {hint.strip()}")


def restriction(
    case: Case,
    pointer: str,
    rule: Forbid | Require,
    judge: Callable[[TableProfile], Iterable[Word]],
) -> Clause:
    """A `forbid` or `require` at work; an entity that nothing looks for is a doubt by itself."""
    return Clause(
        case.written(pointer, rule),
        of_transfer=lambda _: undetectable([rule.match]),
        of_table=partial(of_its_rows, rule, judge),
        severity=rule.severity,
        waivable=rule.waivable,
    )


def restricted(rule: Forbid | Require, column: ColumnProfile, case: Case) -> Truth:
    """Whether a `forbid` or `require` is about the column; the rows are those of its filter."""
    return all_of(chain(_evidence(rule.match, column, case), [_when(rule.when, case)]))


def firing(match: ClassificationMatch, column: ColumnProfile) -> Iterator[Detection]:
    """The detections that a match names, whatever their confidence."""
    least = float(match.min_coverage or 0)
    for detection in column.finding.detections:
        announced = {Via.TAG, Via.HEADER} & {*detection.via}
        if detection.entity in (match.entities or ()) and (
            announced or detection.coverage >= least
        ):
            yield detection


def at_least(column: ColumnProfile, level: Level, case: Case) -> Truth:
    """Whether the column's sensitivity is `level` or more.

    What the tag says comes from the classification; whatever else is found can only raise it.
    Where several agreements decide, the highest level counts.
    """
    key = id(column), level
    if key not in case.known:
        found = any_of(_at_least(column, level, each) for each in case.everyone)
        case.known[key] = column, found  # as long as the column is held, no other has its id
    truth: Truth = case.known[key][1]
    return truth


def _at_least(column: ColumnProfile, level: Level, case: Case) -> Truth:
    classification = case.agreement.classification
    evident = _shown(column, level, case)
    if classification is None:
        return evident
    return any_of([evident, _base(classification, column, level, case)])


def shown(column: ColumnProfile, level: Level, case: Case) -> Truth:
    """Whether what was found or a rule says so, and not merely that no rule names the column."""
    return any_of(_shown(column, level, each) for each in case.everyone)


def _shown(column: ColumnProfile, level: Level, case: Case) -> Truth:
    classification = case.agreement.classification
    found = certain(column.finding.level >= level)
    if classification is None:
        return found
    evident = all_of([found, seen(column.finding.confidence, case)])
    raising = (rule for rule in classification.rules if rule.level >= level)
    return any_of(chain([evident], (_classified(rule, column, case) for rule in raising)))


def level_of(column: ColumnProfile, case: Case) -> Level:
    """The highest level that the column surely has."""
    highest_first = reversed(list(Level))
    return next(level for level in highest_first if at_least(column, level, case).surely)


def _base(classification: Classification, column: ColumnProfile, level: Level, case: Case) -> Truth:
    """Whether what the tag alone says reaches `level`; where it says nothing: `unclassified`."""
    said = [
        (rule.level, _says_of_all(rule, column, case))
        for rule in classification.rules
        if not EVIDENCE & rule.match.model_fields_set
    ]
    certain_levels = [found for found, truth in said if truth.surely]
    least = max(certain_levels, default=classification.unclassified)
    doubtful_levels = [found for found, truth in said if truth.perhaps and not truth.surely]
    possible = [least, *(max([found, *certain_levels]) for found in doubtful_levels)]
    reaches = [found >= level for found in possible]
    return _truth(all(reaches), any(reaches), [truth for _, truth in said])


def _says_of_all(rule: Permit | ClassificationRule, column: ColumnProfile, case: Case) -> Truth:
    """Whether a rule speaks about the column by name, and about all of its cells."""
    if not _named(rule.match, column):
        return NO
    return all_of([_when(rule.when, case), _rows(rule.when, column, _all_there)])


def _classified(rule: ClassificationRule, column: ColumnProfile, case: Case) -> Truth:
    conditions = [_when(rule.when, case), _rows(rule.when, column, _some_there)]
    return all_of(chain(_evidence(rule.match, column, case), conditions))


def _named(match: PermitMatch | ClassificationMatch, column: ColumnProfile) -> bool:
    """Whether the real tag and the header alone fall under a match."""
    finding = column.finding
    by_tag = match.tags is None or tagged(match.tags, match.excluded, [finding.tag])
    by_header = match.headers is None or _headed(match.headers, finding.header)
    return by_tag and by_header


def _evidence(match: ClassificationMatch, column: ColumnProfile, case: Case) -> Iterator[Truth]:
    finding = column.finding
    if match.tags is not None:
        tags = [finding.tag, finding.proposed_tag]
        yield certain(tagged(match.tags, match.excluded, tags))
    if match.headers is not None:
        yield _headed_perhaps(match.headers, finding.header)
    if match.entities is not None:
        yield any_of(seen(found.confidence, case) for found in firing(match, column))
    if match.location is not None:
        yield _located(match.location, column, case)
    if match.admin_level is not None:
        level = column.admin_level
        yield certain(level is not None and level >= match.admin_level.at_least)
    if isinstance(match, Match) and match.sensitivity is not None:
        yield at_least(column, match.sensitivity.at_least, case)


def _located(location: str, column: ColumnProfile, case: Case) -> Truth:
    if location == "named":
        return certain(column.admin_level is not None)
    tagged = any(map(_says_coordinates, (column.finding.tag, column.finding.proposed_tag)))
    measured = bool(column.decimals or column.unlocated.count)
    detected = (
        seen(found.confidence, case)
        for found in column.finding.detections
        if found.entity == "GEO_COORDINATES"
    )
    return any_of([certain(tagged or measured), *detected])


def _when(when: When | None, case: Case) -> Truth:
    """Whether a rule applies to what one row is about; which rows those are is asked elsewhere."""
    if when is None or when.unit_of_record is None:
        return YES
    unit = case.flow.unit_of_record
    return certain(unit in when.unit_of_record) if unit else doubtful(CONTEXT_UNDECLARED)


def _rows(when: When | None, column: ColumnProfile, reading: Callable[[InRows], Truth]) -> Truth:
    """Whether the filled cells of the column stand in the rows that a rule is about."""
    wanted = when.row_filter if when else None
    if wanted is None:
        return YES
    told = (reading(each) for each in column.in_rows if each.filter == wanted)
    return next(told, doubtful(ROWS_NOT_KNOWN))


def _all_there(told: InRows) -> Truth:
    return _between(told.every, told.perhaps_every)


def _some_there(told: InRows) -> Truth:
    return _between(told.some, told.perhaps_some)


def _between(surely: bool, perhaps: bool) -> Truth:
    return certain(surely) if surely == perhaps else doubtful(ROWS_NOT_KNOWN)


def tagged(
    tags: tuple[str, ...], excluded: tuple[str, ...] | None, specs: Iterable[str | None]
) -> bool:
    """Whether one of the tag specs falls under one of the patterns and none of the excluded."""
    return any(
        _under(tags, spec) and not (excluded and _under(excluded, spec))
        for spec in specs
        if spec is not None
    )


@lru_cache(maxsize=1 << 14)
def _under(patterns: tuple[str, ...], spec: str) -> bool:
    tag = TagSpec.parse(spec)
    return any(_pattern(text).matches(tag) for text in patterns)


def _headed(headers: Iterable[str], header: str | None) -> bool:
    return header is not None and folded(header) in map(folded, headers)


def _headed_perhaps(headers: Iterable[str], header: str | None) -> Truth:
    """A header that is not shown may be any of them."""
    return doubtful(HEADER_NOT_SHOWN) if header is None else certain(_headed(headers, header))


def folded(text: str) -> str:
    """Headers are compared without regard to case, width and blanks."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().casefold()


@lru_cache(maxsize=1024)
def _pattern(text: str) -> TagPattern:
    return TagPattern.parse(text)


@lru_cache(maxsize=1 << 14)
def _says_coordinates(tag: str | None) -> bool:
    return tag is not None and coordinates.RECOGNIZER.tagged(TagSpec.parse(tag))


def _truth(surely: bool, perhaps: bool, parts: Iterable[Truth]) -> Truth:
    if surely == perhaps:
        return certain(surely)
    return Truth(surely, perhaps, frozenset(kind for part in parts for kind in part.doubts))
