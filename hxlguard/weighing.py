"""What tag, header, cells and neighbours say about one kind of data in one column.

Each clue has a weight in log-odds, the same for every kind of data, from `weights.json`. The
confidence is the logistic function of their sum. What speaks against a kind only takes back what
tag, header and neighbours say for it: a cell that is confirmed never weighs less for a tag or a
header, and more confirmed cells never make a kind less likely.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hxlguard.confirming import Hits
from hxlguard.detection import Seen
from hxlguard.lexicon.hxl import counts
from hxlguard.lexicon.words import tokens
from hxlguard.looking import (
    HARDLY,
    LEAST_CELLS,
    MOSTLY,
    Looked,
    hits_of,
    leaves_open,
    plainly_headed,
    runs_on,
    share_shaped,
    single_words,
    tagged_as,
)
from hxlguard.model.finding import SURE, TRAITS, Category, Clue, Evidence
from hxlguard.model.location import NO_ROWS
from hxlguard.model.tag import TagSpec
from hxlguard.recognizers import (
    RECOGNIZERS,
    bears_a_name,
    names_a_thing,
)
from hxlguard.recognizers.cell_vocabulary import say_nothing, words_are_of_others
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.scanning import ColumnScan

_MANY = 0.75
_SUREST_SCORE = 0.995
_DOUBTED_SCORE = 0.4
_OF_TAGS = (Clue.TAG, Clue.AMBIGUOUS_TAG)
_OF_HEADERS = (Clue.HEADER, Clue.WHOLE_HEADER, Clue.DOUBTED_HEADER, Clue.OPEN_HEADER)


@dataclass(frozen=True, slots=True)
class Weights:
    """What clues weigh.

    Attributes:
        nothing: log-odds of a kind before any clue.
        clues: log-odds that each clue adds.
    """

    nothing: float
    clues: Mapping[Clue, float]


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    read = json.loads(files("hxlguard").joinpath("weights.json").read_text("utf-8"))
    return Weights(read["nothing"], {clue: read["clues"][clue] for clue in Clue})


def weigh(kind: Recognizer, looked: Looked) -> tuple[Evidence, ...]:
    """All evidence about `kind` in the column; none where nothing speaks for it."""
    found = [*_said(kind, looked), *_of_cells(kind, looked)]
    if not found:
        return ()
    against = list(_against(kind, looked, found))
    if not against and any(one.clue in (*_OF_TAGS, *_OF_HEADERS) for one in found):
        found += _shaped(kind, looked, found)
    order = list(Clue)
    return tuple(sorted([*found, *against], key=lambda one: order.index(one.clue)))


def confidence(evidence: Sequence[Evidence]) -> float:
    """How sure the evidence makes that the column holds the kind, 0 to 1."""
    total = weights().nothing + sum(one.weight for one in evidence)
    return round(1 / (1 + math.exp(-total)), 4)


def _said(kind: Recognizer, looked: Looked) -> Iterator[Evidence]:
    """What tag, header and neighbours say for the kind."""
    tag = looked.column.tag
    if tag and kind.tagged(tag) and not (counts(tag) and _are_totals(kind, looked)):
        yield _clue(Clue.TAG)
    elif tag and kind.maybe_tagged(tag):
        yield _clue(Clue.AMBIGUOUS_TAG)
    if kind.entity in looked.in_phrase:
        if plainly_headed(kind, looked.column):
            yield _clue(Clue.HEADER)
        elif _doubt_counts(kind, looked):
            yield _clue(Clue.DOUBTED_HEADER)
    # A bare word such as `name` under a tag such as #org means the name of what the tag says.
    elif kind.entity in looked.as_whole and (tag is None or _is_trait_of_open(kind, tag)):
        yield _clue(Clue.WHOLE_HEADER)
    elif kind.entity in looked.beside_people and leaves_open(tag) and _may_be(kind, looked):
        yield _clue(Clue.OPEN_HEADER)
        yield _clue(Clue.BESIDE_PEOPLE)
    elif kind.long_texts and looked.of_somebody and tag is None and runs_on(looked.scan):
        yield _clue(Clue.LONG_TEXTS)
        yield _clue(Clue.BESIDE_PEOPLE)


def _is_trait_of_open(kind: Recognizer, tag: TagSpec) -> bool:
    return kind.category in TRAITS and leaves_open(tag)


def _may_be(kind: Recognizer, looked: Looked) -> bool:
    """An open header, such as `number`, needs cells that a check or a form confirms."""
    if _names_a_group(kind, looked):
        return True
    hits, filled = hits_of(looked.seen, kind), looked.scan.filled.count
    if kind.shape and share_shaped(kind, looked.scan) >= MOSTLY:
        return True
    is_checked = kind.confirm and not kind.vocabulary
    return not is_checked or hits.rows.count * hits.share >= MOSTLY * filled > 0


def _doubt_counts(kind: Recognizer, looked: Looked) -> bool:
    """A phrase may be about something else; it counts where the cells look as if it were not."""
    counted = kind.bare_number and counts(looked.column.tag)
    return not counted and share_shaped(kind, looked.scan) >= HARDLY


def _of_cells(kind: Recognizer, looked: Looked) -> list[Evidence]:
    """What confirmed cells say, in the data or above them, whichever says more."""
    both = (_of_seen(kind, looked, seen) for seen in (looked.seen, looked.preamble))
    return max(both, key=lambda found: sum(one.weight for one in found))


def _of_seen(kind: Recognizer, looked: Looked, seen: Seen) -> list[Evidence]:
    hits, scan = hits_of(seen, kind), seen.scan
    if not hits.rows.count or _too_few(kind, looked, seen):
        return []
    if kind.vocabulary and words_are_of_others(kind, looked.column):
        return []
    samples = scan.samples.get(kind.entity, ())
    if kind.vocabulary and samples and say_nothing(samples, people=looked.around.people):
        return []
    if kind.bare_number and hits.score < 0.5 and counts(looked.column.tag):
        return []
    candidates = scan.candidates.get(kind.entity, NO_ROWS).count
    confirmed = hits.rows.count * hits.share
    if kind.chance and candidates >= 20 and confirmed / candidates < 3 * kind.chance:
        return [_confirmed(max(_DOUBTED_SCORE, hits.score * 0.3))]
    throughout = scan.filled.count >= 5 and confirmed / scan.filled.count >= MOSTLY
    throughout &= looked.around.people or not single_words(kind, hits)
    return [_confirmed(hits.score), *([_clue(Clue.THROUGHOUT)] if throughout else [])]


def _confirmed(score: float) -> Evidence:
    """A score alone makes a kind as likely as it says."""
    sure = min(score, _SUREST_SCORE)
    return _clue(Clue.CONFIRMED, math.log(sure / (1 - sure)) - weights().nothing)


def _too_few(kind: Recognizer, looked: Looked, seen: Seen) -> bool:
    """Short cells of which none is sure name a column only where there are many of them."""
    hits, scan = hits_of(seen, kind), seen.scan
    filled = scan.filled.count
    if not kind.least_share or hits.score >= SURE or scan.long > filled / 2:
        return False
    if filled < LEAST_CELLS or (scan.distinct is not None and len(scan.distinct) < 2):
        return True
    if kind.vocabulary and len({text.casefold() for text in scan.samples[kind.entity]}) < 2:
        return True
    return hits.rows.count * hits.share < _needed(kind, looked, hits) * filled


def _needed(kind: Recognizer, looked: Looked, hits: Hits) -> float:
    """The part of the filled cells that must be confirmed to speak for the kind.

    Where tag or header speak for it as well, its own least share. By themselves single words need
    more than several (places, storms and choices are such words too); among things, or under a
    header that plainly says something else, they say nothing.
    """
    tag, header = looked.column.tag, looked.column.header or ""
    whole = looked.as_whole if leaves_open(tag) else frozenset()
    if kind.entity in looked.in_phrase | whole or tagged_as(kind, tag) or kind.bare_number:
        return kind.least_share
    elsewhere = (
        looked.around.things
        or not leaves_open(tag)
        or _headed_otherwise(kind, looked)
        or names_a_thing(header)
    )
    of_a_thing = not looked.around.people and bears_a_name(header)
    if single_words(kind, hits) or (kind.entity == "PERSON_NAME" and of_a_thing):
        return math.inf if elsewhere else max(_MANY, kind.least_share)
    return max(_MANY, kind.least_share) if elsewhere else kind.least_share


def _headed_otherwise(kind: Recognizer, looked: Looked) -> bool:
    """Whether the header plainly names another kind, which the cells look like."""
    return any(
        other.shape
        and share_shaped(other, looked.scan) >= MOSTLY
        and (other.entity in looked.as_whole or plainly_headed(other, looked.column))
        for other in RECOGNIZERS
        if other is not kind and other.entity in looked.in_phrase | looked.as_whole
    )


def _plainly_other(kind: Recognizer, seen: Seen) -> bool:
    """Cells that could be confirmed by their looks, of which hardly any is.

    Of numbers that says nothing: not every country's are known.
    """
    filled, hits = seen.scan.filled.count, hits_of(seen, kind)
    could = seen.scan.candidates.get(kind.entity, NO_ROWS).count
    if kind.bare_number or not kind.least_share or could < max(LEAST_CELLS, filled / 2):
        return False
    return hits.rows.count * hits.share < HARDLY * could


def _against(kind: Recognizer, looked: Looked, found: Sequence[Evidence]) -> Iterator[Evidence]:
    """What takes back what tag and header say."""
    by_tag = sum(one.weight for one in found if one.clue in _OF_TAGS)
    by_header = sum(one.weight for one in found if one.clue in _OF_HEADERS)
    if _is_unlike(kind, looked) and not _names_a_group(kind, looked):
        if by_tag:
            yield _clue(Clue.UNLIKE_TAG, min(1.0, by_tag / weights().clues[Clue.TAG]))
        yield from _taking_back(Clue.UNLIKE_HEADER, by_header)
        return
    clues = {one.clue for one in found}
    bare = Clue.WHOLE_HEADER in clues and kind.category is not Category.PRECISE_LOCATION
    open_to_doubt = kind.needs_people or bare or _are_totals(kind, looked)
    if looked.around.things and open_to_doubt and Clue.TAG not in clues:
        yield from _taking_back(Clue.BESIDE_THINGS, by_header)
    elif kind.shape and _plainly_other(kind, looked.seen) and Clue.TAG not in clues:
        yield from _taking_back(Clue.UNCONFIRMED, by_tag + by_header)
    elif (
        kind.shape
        and share_shaped(kind, looked.scan) >= MOSTLY
        and _repeats(looked.scan)
        and not clues & {Clue.TAG, Clue.CONFIRMED}
    ):
        yield from _taking_back(Clue.REPEATED, by_tag + by_header)


def _is_unlike(kind: Recognizer, looked: Looked) -> bool:
    """Whether hardly any cell has the shape of the kind."""
    filled = looked.scan.filled.count
    return bool(kind.shape and filled) and share_shaped(kind, looked.scan) < HARDLY


def _names_a_group(kind: Recognizer, looked: Looked) -> bool:
    """Whether the header names groups of the kind, one of which each person is in: `age group`.

    Their cells look otherwise (`18-59`), and elsewhere than beside people they are groups of many.
    """
    header = looked.column.header or ""
    return kind.entity in looked.beside_people and kind.ruled_out(tokens(header))


def _are_totals(kind: Recognizer, looked: Looked) -> bool:
    """Whether the cells count many who have a trait; those hurt in an incident are its victims."""
    counted = looked.scan.figures >= HARDLY * looked.scan.filled.count > 0
    return kind.category is Category.SENSITIVE_ATTRIBUTE and counted and not looked.around.incidents


def _taking_back(clue: Clue, said: float) -> Iterator[Evidence]:
    """No more than was said."""
    if said > 0:
        yield _clue(clue, min(1.0, said / -weights().clues[clue]))


def _shaped(kind: Recognizer, looked: Looked, found: Sequence[Evidence]) -> list[Evidence]:
    """Cells that look like the kind under a tag or header that says it."""
    if not kind.shape or share_shaped(kind, looked.scan) < MOSTLY:
        return []
    clues = {one.clue for one in found}
    if Clue.DOUBTED_HEADER in clues and not clues & set(_OF_TAGS):
        return []
    shown = sum(one.weight for one in found if one.clue in (Clue.CONFIRMED, Clue.THROUGHOUT))
    left = 1 - max(0.0, shown) / weights().clues[Clue.SHAPED]
    return [_clue(Clue.SHAPED, left)] if left > 0 else []


def _clue(clue: Clue, strength: float = 1.0) -> Evidence:
    return Evidence(clue, strength, strength * weights().clues[clue])


def _repeats(scan: ColumnScan) -> bool:
    few = scan.distinct is not None and len(scan.distinct) <= 0.05 * scan.filled.count
    return few and scan.filled.count >= 50
