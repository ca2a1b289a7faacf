"""A column with all that was seen of it, and small questions about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hxlguard.confirming import Hits
from hxlguard.detection import Seen, headed_by
from hxlguard.lexicon.hxl import CORE_HASHTAGS
from hxlguard.lexicon.words import tokens
from hxlguard.model.location import NO_ROWS
from hxlguard.model.table import TaggedColumn
from hxlguard.model.tag import TagSpec
from hxlguard.naming import ONE_WORD
from hxlguard.recognizers import RECOGNIZERS, entities_beside_people, headed
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.scanning import ColumnScan
from hxlguard.surroundings import Surroundings

HARDLY, MOSTLY = 0.1, 0.6
"""Below and from which part of the filled cells a look at them speaks against and for a kind."""

LEAST_CELLS = 3
"""Fewer cells tell nothing together."""

_LONG, _UNLIKE = 0.5, 0.8
_OF_LONG_TEXTS = frozenset(kind.entity for kind in RECOGNIZERS if kind.long_texts)
_OF_INCIDENTS = frozenset(kind.entity for kind in RECOGNIZERS if kind.about_people)
_OF_PEOPLE = frozenset(
    {
        "#adm4",
        "#adm5",
        "#affected",
        "#beneficiary",
        "#inneed",
        "#loc",
        "#need",
        "#population",
        "#respondee",
        "#value",
    }
)


@dataclass(frozen=True, slots=True, repr=False)
class Looked:
    """A column with all that was seen of it.

    Attributes:
        column: header and tag.
        seen: what the cells show.
        preamble: what the cells above the data show.
        around: what the other columns describe.
        in_phrase: entities that a phrase in its header points to.
        as_whole: entities that its whole header names.
        beside_people: entities that its whole header names beside columns about people.
        brought_up: entities that anything at all speaks for.
    """

    column: TaggedColumn
    seen: Seen
    preamble: Seen
    around: Surroundings
    in_phrase: frozenset[str]
    as_whole: frozenset[str]
    beside_people: frozenset[str]
    brought_up: frozenset[str]

    @property
    def of_somebody(self) -> bool:
        """Whether it is filled and its neighbours describe people, or what happened to some."""
        return self.scan.filled.count > 0 and (self.around.people or self.around.incidents)

    @property
    def scan(self) -> ColumnScan:
        """What the cells show at first sight."""
        return self.seen.scan


def looked_at(column: TaggedColumn, seen: Seen, preamble: Seen, around: Surroundings) -> Looked:
    """Read the header once for all kinds."""
    in_phrase, as_whole = headed_by(column)
    beside = _beside(column.header or "", around)
    brought_up = in_phrase.union(
        as_whole,
        beside,
        _OF_LONG_TEXTS if runs_on(seen.scan) else (),
        _tagged_entities(column.tag) if column.tag else (),
        seen.confirmed.hits,
        preamble.confirmed.hits,
    )
    return Looked(column, seen, preamble, around, in_phrase, as_whole, beside, brought_up)


def _beside(header: str, around: Surroundings) -> frozenset[str]:
    """Entities that the header names beside such columns."""
    if around.people:
        return entities_beside_people(header)
    return entities_beside_people(header) & _OF_INCIDENTS if around.incidents else frozenset()


@lru_cache(maxsize=4096)
def _tagged_entities(tag: TagSpec) -> frozenset[str]:
    return frozenset(
        kind.entity for kind in RECOGNIZERS if kind.tagged(tag) or kind.maybe_tagged(tag)
    )


def hits_of(seen: Seen, kind: Recognizer) -> Hits:
    """The cells that the recognizer confirmed."""
    return seen.confirmed.hits.get(kind.entity, Hits())


def share_shaped(kind: Recognizer, scan: ColumnScan) -> float:
    """The part of the filled cells that have the shape of the kind."""
    return scan.shaped.get(kind.entity, NO_ROWS).count / max(1, scan.filled.count)


def leaves_open(tag: TagSpec | None) -> bool:
    """Whether a tag says no more than that a column is about people, their needs or places.

    One that HXL does not have says nothing.
    """
    return tag is None or tag.hashtag in _OF_PEOPLE or tag.hashtag not in CORE_HASHTAGS


def runs_on(scan: ColumnScan) -> bool:
    """True when most cells are long texts and hardly two of them alike."""
    filled = scan.filled.count
    unlike = scan.distinct is None or len(scan.distinct) >= _UNLIKE * filled
    return filled >= LEAST_CELLS and scan.of_words >= _LONG * filled and unlike


def plainly_headed(kind: Recognizer, column: TaggedColumn) -> bool:
    """Whether the header, or a row above it, names the kind without leaving any doubt."""
    rows = (column.header or "", *column.above)
    return any(kind.entity in headed(row)[0] and not kind.doubted(tokens(row)) for row in rows)


def single_words(kind: Recognizer, hits: Hits) -> bool:
    """Names of one word each, which as many other things have."""
    return kind.entity == "PERSON_NAME" and hits.score <= ONE_WORD


def tagged_as(kind: Recognizer, tag: TagSpec | None) -> bool:
    """Whether the tag says the kind, or may say it."""
    return tag is not None and kind.entity in _tagged_entities(tag)
