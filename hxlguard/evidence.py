"""Joins what tag, header, cells and neighbours say about a column into category and level.

`weighing.py` says how sure each kind of data is; the surest and most delicate of them shapes the
column. A tag can raise what a column is, not lower what its cells show.
"""

from __future__ import annotations

from collections.abc import Sequence

from hxlguard.detection import Seen
from hxlguard.lexicon.contacts import CONTACTS, ORGANISATIONS
from hxlguard.lexicon.hxl import signal
from hxlguard.lexicon.words import holds_any, tokens
from hxlguard.looking import Looked, hits_of, looked_at, runs_on
from hxlguard.model.finding import SURE, Category, Clue, ColumnFinding, Detection, Via, Weighed
from hxlguard.model.location import NO_ROWS
from hxlguard.model.ordered import Level
from hxlguard.model.profile import UnitOfRecord
from hxlguard.model.table import TaggedColumn
from hxlguard.model.tag import TagSpec
from hxlguard.recognizers import RECOGNIZERS, entities_beside_people
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.surroundings import NOTHING_KNOWN, Surroundings, surroundings
from hxlguard.units import unit_of_record
from hxlguard.weighing import confidence, weigh

LEAST_CONFIDENCE = 0.3
"""Below this a detection is not worth a line in a report."""

LARGELY = 0.3
"""Where more of the cells of a column about people are larger numbers, it counts many of them."""

BELIEVED = 0.35
"""From here on a detection shapes the category of its column."""

_SOURCES: dict[Clue, Via] = {
    Clue.TAG: Via.TAG,
    Clue.AMBIGUOUS_TAG: Via.TAG,
    Clue.HEADER: Via.HEADER,
    Clue.WHOLE_HEADER: Via.HEADER,
    Clue.DOUBTED_HEADER: Via.HEADER,
    Clue.OPEN_HEADER: Via.HEADER,
    Clue.SHAPED: Via.VALUE,
    Clue.CONFIRMED: Via.VALUE,
    Clue.THROUGHOUT: Via.VALUE,
    Clue.LONG_TEXTS: Via.VALUE,
    Clue.BESIDE_PEOPLE: Via.NEIGHBOURS,
    Clue.UNLIKE_TAG: Via.TAG,
    Clue.UNLIKE_HEADER: Via.HEADER,
    Clue.UNCONFIRMED: Via.HEADER,
    Clue.REPEATED: Via.HEADER,
    Clue.BESIDE_THINGS: Via.HEADER,
}
"""Which source says something, or has something taken back."""

_CATEGORY_ORDER = tuple(Category)
_KINDS = {kind.entity: kind for kind in RECOGNIZERS}
_REACHES_SOMEBODY = frozenset(
    {"EMAIL_ADDRESS", "PERSON_NAME", "PHONE_NUMBER", "STREET_ADDRESS", "URL"}
)


def judge_table(
    columns: Sequence[TaggedColumn],
    seen: Sequence[Seen],
    above: Sequence[Seen],
    shown: Sequence[bool],
) -> tuple[list[ColumnFinding], tuple[UnitOfRecord, float]]:
    """Join the evidence about all columns, and say what one row is about.

    Each column is judged by itself first. What they are together says what a row is about, and
    that is evidence about those that it matters to.

    Args:
        columns: of one table.
        seen: what their cells show.
        above: what the cells above the data show.
        shown: whether each header may be shown.
    """
    given = list(zip(columns, seen, above, shown, strict=True))
    findings = [
        judge(column, one, preamble, show_header=show) for column, one, preamble, show in given
    ]
    scans = [(at, one.scan) for at, one in enumerate(seen, start=1)]
    unlike = {at for at, scan in scans if scan.unlike}
    large = {at for at, scan in scans if scan.figures > LARGELY * scan.filled.count}
    unit, sureness = unit_of_record(findings, unlike, large)
    arounds = surroundings(findings, unit, sureness)
    for at, (around, (column, one, preamble, show)) in enumerate(zip(arounds, given, strict=True)):
        # Neighbours say nothing by themselves, only about what tag, header or cells bring up.
        open_header = entities_beside_people(column.header or "")
        hits = one.confirmed.hits
        brought_up = findings[at].weighed or hits or open_header or runs_on(one.scan)
        if around != NOTHING_KNOWN and brought_up:
            findings[at] = judge(column, one, preamble, show_header=show, around=around)
    return findings, (unit, sureness)


def judge(
    column: TaggedColumn,
    seen: Seen,
    preamble: Seen,
    *,
    show_header: bool,
    around: Surroundings = NOTHING_KNOWN,
) -> ColumnFinding:
    """Join the evidence about one column into what it is."""
    looked = looked_at(column, seen, preamble, around)
    weighed = sorted(
        (
            Weighed(kind.entity, confidence(evidence), evidence)
            for kind in RECOGNIZERS
            if kind.entity in looked.brought_up and (evidence := weigh(kind, looked))
        ),
        key=lambda each: (-each.confidence, each.entity),
    )
    detections = tuple(
        _detection(each, looked) for each in weighed if each.confidence >= LEAST_CONFIDENCE
    )
    category, level, sureness = _classified(looked, detections)
    return ColumnFinding(
        index=column.index,
        header=column.header if show_header else None,
        tag=str(column.tag) if column.tag else None,
        proposed_tag=str(column.proposed) if column.proposed else None,
        filled=seen.scan.filled.count,
        filled_rows=seen.scan.filled,
        category=category,
        level=level,
        confidence=sureness,
        detections=detections,
        weighed=tuple(weighed),
    )


def _detection(weighed: Weighed, looked: Looked) -> Detection:
    kind, filled = _KINDS[weighed.entity], looked.scan.filled
    via = _via(weighed)
    hits = hits_of(looked.seen, kind)
    rows = filled
    if set(via) == {Via.VALUE}:
        rows = hits.rows
    elif kind.shape and all(one.clue is not Clue.LONG_TEXTS for one in weighed.evidence):
        shaped = looked.scan.shaped.get(kind.entity, NO_ROWS)
        rows = max(shaped, hits.rows, key=lambda found: found.count)
    rows = rows | hits_of(looked.preamble, kind).rows
    return Detection(
        entity=weighed.entity,
        via=via,
        matched=rows.count,
        coverage=min(1.0, rows.count / filled.count) if filled.count else 0.0,
        confidence=weighed.confidence,
        rows=rows,
        sample=hits.sample,
        derived=kind.derived(looked.scan.samples.get(kind.entity, ())) if kind.derived else (),
    )


def _via(weighed: Weighed) -> tuple[Via, ...]:
    """The sources that say something for the kind after what was taken back from them."""
    total = dict.fromkeys(Via, 0.0)
    for one in weighed.evidence:
        total[_SOURCES[one.clue]] += one.weight
    return tuple(via for via in Via if total[via] > 0)


def _classified(looked: Looked, detections: Sequence[Detection]) -> tuple[Category, Level, float]:
    tag = looked.column.tag
    category, level = signal(tag) if tag else (Category.NON_PERSONAL, Level.LOW)
    believed = [found for found in detections if found.confidence >= BELIEVED]
    if not believed:
        return category, level, 0.8 if tag else 0.5
    best = max(
        believed,
        # That a column surely holds remarks does not outdo what may stand in one of them.
        key=lambda found: (
            found.confidence >= SURE and not _KINDS[found.entity].long_texts,
            -_CATEGORY_ORDER.index(_category(_KINDS[found.entity], looked)),
            found.confidence,
        ),
    )
    kind = _KINDS[best.entity]
    levels = (level, _level(kind, looked))
    return _category(kind, looked), max(levels, key=lambda one: one.rank), best.confidence


def _level(kind: Recognizer, looked: Looked) -> Level:
    return kind.about_people[1] if kind.about_people and looked.of_somebody else kind.level


def _category(kind: Recognizer, looked: Looked) -> Category:
    """A contact of an organisation stands apart; how sensitive it is does not change."""
    if kind.about_people and looked.of_somebody:
        return kind.about_people[0]
    if kind.category is not Category.DIRECT_IDENTIFIER:
        return kind.category
    tag = looked.column.tag
    by_tag = tag is not None and kind.tagged(tag) and _of_organisation(tag)
    by_header = kind.entity in _REACHES_SOMEBODY and _headed_as_contact(looked)
    if by_tag or by_header or (kind.entity == "EMAIL_ADDRESS" and _of_roles(looked)):
        return Category.ORGANISATIONAL_CONTACT
    return kind.category


def _of_organisation(tag: TagSpec) -> bool:
    return tag.hashtag == "#org" or "org" in tag.attributes


def _headed_as_contact(looked: Looked) -> bool:
    """Whether the header is about a contact, and header or neighbours about no private person."""
    words, around = tokens(looked.column.header or ""), looked.around
    of_organisation = around.things or (not around.people and holds_any(words, ORGANISATIONS))
    return of_organisation and holds_any(words, CONTACTS)


def _of_roles(looked: Looked) -> bool:
    """Whether no address in the data or above is that of a person."""
    shown = (looked.seen.confirmed.hits, looked.preamble.confirmed.hits)
    addressed = [hits for hits in shown if "EMAIL_ADDRESS" in hits]
    return bool(addressed) and all(
        "ROLE_MAILBOX" in hits and hits["ROLE_MAILBOX"].rows == hits["EMAIL_ADDRESS"].rows
        for hits in addressed
    )
