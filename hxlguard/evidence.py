"""Joins what tag, header and values say about a column into category, level and confidence.

Each source of evidence has a weight from 0 to 1; independent ones add up as chances that a thing
is so: `1 - (1 - tag)(1 - header)(1 - value)`. A value that is confirmed never weighs less because
of a tag: a tag can raise what a column is, not lower what its cells show.
"""

from __future__ import annotations

from hxlguard.confirming import Hits
from hxlguard.detection import Seen, headed_by
from hxlguard.lexicon.hxl import counts, signal
from hxlguard.lexicon.words import tokens
from hxlguard.model.finding import SURE, Category, ColumnFinding, Detection, Via
from hxlguard.model.location import NO_ROWS
from hxlguard.model.ordered import Level
from hxlguard.model.table import TaggedColumn
from hxlguard.recognizers import RECOGNIZERS, headed_entities
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.scanning import ColumnScan

LEAST_CONFIDENCE = 0.3
"""Below this a detection is not worth a line in a report."""

BELIEVED = 0.35
"""From here on a detection shapes the category of its column."""

_TAG, _AMBIGUOUS_TAG = 0.9, 0.45
_HEADER, _WHOLE_HEADER = 0.75, 0.55
_DOUBT = 0.4
_SHAPE = 0.3
_LEAST_SHARE = 0.1
_LEAST_CELLS = 3
_WHOLE_COLUMN_BONUS, _SUREST_VALUE = 0.2, 0.97

_CATEGORY_ORDER = tuple(Category)
_KINDS = {kind.entity: kind for kind in RECOGNIZERS}


def judge(column: TaggedColumn, seen: Seen, preamble: Seen, *, show_header: bool) -> ColumnFinding:
    """Join the evidence of tag, header and values into what the column is."""
    found = (_detection(kind, column, seen, preamble) for kind in RECOGNIZERS)
    detections = sorted(
        (detection for detection in found if detection),
        key=lambda detection: (-detection.confidence, detection.entity),
    )
    category, level, confidence = _classified(column, detections)
    return ColumnFinding(
        index=column.index,
        header=column.header if show_header else None,
        tag=str(column.tag) if column.tag else None,
        proposed_tag=str(column.proposed) if column.proposed else None,
        filled=seen.scan.filled.count,
        filled_rows=seen.scan.filled,
        category=category,
        level=level,
        confidence=confidence,
        detections=tuple(detections),
    )


def _detection(
    kind: Recognizer, column: TaggedColumn, seen: Seen, preamble: Seen
) -> Detection | None:
    tag, header, value = _weights(kind, column, seen, preamble)
    confidence = round(1 - (1 - tag) * (1 - header) * (1 - value), 4)
    if confidence < LEAST_CONFIDENCE:
        return None
    filled, hits = seen.scan.filled, _hits(seen, kind)
    rows = filled
    if not (tag or header):
        rows = hits.rows
    elif kind.shape:
        shaped = seen.scan.shaped.get(kind.entity, NO_ROWS)
        rows = max(shaped, hits.rows, key=lambda found: found.count)
    rows = rows | _hits(preamble, kind).rows
    evidence = zip(Via, (tag, header, value), strict=True)
    return Detection(
        entity=kind.entity,
        via=tuple(via for via, weight in evidence if weight),
        matched=rows.count,
        coverage=min(1.0, rows.count / filled.count) if filled.count else 0.0,
        confidence=confidence,
        rows=rows,
        sample=hits.sample,
    )


def _weights(
    kind: Recognizer, column: TaggedColumn, seen: Seen, preamble: Seen
) -> tuple[float, float, float]:
    """How much tag, header and values each speak for the kind, 0 to 1."""
    scan = seen.scan
    tag, header = _tag_weight(kind, column), _header_weight(kind, column, scan)
    value = max(_value_weight(kind, column, seen), _value_weight(kind, column, preamble))
    if not (tag or header) or not kind.shape or not scan.filled.count:
        return tag, header, value
    share = _share(kind, scan)
    if share < _LEAST_SHARE:
        return tag * 0.8, header * 0.3, value
    if share < 0.6:
        return tag, header, value
    if header == _DOUBT and not tag:
        return tag, header, value
    if _repeats(scan) and tag < _TAG and not value:
        return tag * 0.5, header * 0.7, value
    return tag, header, max(value, _SHAPE)


def _tag_weight(kind: Recognizer, column: TaggedColumn) -> float:
    if column.tag is None:
        return 0.0
    if kind.tagged(column.tag):
        return _TAG
    return _AMBIGUOUS_TAG if kind.maybe_tagged(column.tag) else 0.0


def _header_weight(kind: Recognizer, column: TaggedColumn, scan: ColumnScan) -> float:
    in_phrase, as_whole = headed_by(column)
    if kind.entity in in_phrase:
        return _HEADER if _plainly_headed(kind, column) else _doubted_weight(kind, column, scan)
    # A bare word such as `name` under a tag such as #org means the name of what the tag says.
    return _WHOLE_HEADER if column.tag is None and kind.entity in as_whole else 0.0


def _plainly_headed(kind: Recognizer, column: TaggedColumn) -> bool:
    rows = [tokens(text) for text in (column.header or "", *column.above)]
    return any(kind.entity in headed_entities(row)[0] and not kind.doubted(row) for row in rows)


def _doubted_weight(kind: Recognizer, column: TaggedColumn, scan: ColumnScan) -> float:
    """A phrase may be about something else; it counts where the cells look as if it were not."""
    counted = kind.bare_number and counts(column.tag)
    return _DOUBT if not counted and _share(kind, scan) >= _LEAST_SHARE else 0.0


def _share(kind: Recognizer, scan: ColumnScan) -> float:
    """The part of the filled cells that have the shape of the kind."""
    return scan.shaped.get(kind.entity, NO_ROWS).count / max(1, scan.filled.count)


def _value_weight(kind: Recognizer, column: TaggedColumn, seen: Seen) -> float:
    hits, scan = _hits(seen, kind), seen.scan
    if not hits.rows.count or _too_few(kind, hits, scan):
        return 0.0
    if kind.bare_number and hits.score < 0.5 and counts(column.tag):
        return 0.0
    candidates = scan.candidates[kind.entity].count
    confirmed = hits.rows.count * hits.share
    if kind.chance and candidates >= 20 and confirmed / candidates < 3 * kind.chance:
        return max(_DOUBT, hits.score * 0.3)
    whole_column = scan.filled.count >= 5 and confirmed / scan.filled.count >= 0.6
    return min(_SUREST_VALUE, hits.score + _WHOLE_COLUMN_BONUS) if whole_column else hits.score


def _too_few(kind: Recognizer, hits: Hits, scan: ColumnScan) -> bool:
    """Short cells of which none is sure name a column only where there are many of them."""
    filled = scan.filled.count
    if not kind.least_share or hits.score >= SURE or scan.long > filled / 2:
        return False
    return filled < _LEAST_CELLS or hits.rows.count * hits.share < kind.least_share * filled


def _classified(column: TaggedColumn, detections: list[Detection]) -> tuple[Category, Level, float]:
    category, level = signal(column.tag) if column.tag else (Category.NON_PERSONAL, Level.LOW)
    believed = [found for found in detections if found.confidence >= BELIEVED]
    if not believed:
        return category, level, 0.8 if column.tag else 0.5
    best = max(
        believed,
        key=lambda found: (
            found.confidence >= SURE,
            -_CATEGORY_ORDER.index(_category(_KINDS[found.entity], column)),
            found.confidence,
        ),
    )
    kind = _KINDS[best.entity]
    return (
        _category(kind, column),
        max(level, kind.level, key=lambda one: one.rank),
        best.confidence,
    )


def _category(kind: Recognizer, column: TaggedColumn) -> Category:
    tag = column.tag
    if tag is None or kind.category is not Category.DIRECT_IDENTIFIER or not kind.tagged(tag):
        return kind.category
    of_organisation = tag.hashtag == "#org" or "org" in tag.attributes
    return Category.ORGANISATIONAL_CONTACT if of_organisation else kind.category


def _repeats(scan: ColumnScan) -> bool:
    few = scan.distinct is not None and len(scan.distinct) <= 0.05 * scan.filled.count
    return few and scan.filled.count >= 50


def _hits(seen: Seen, kind: Recognizer) -> Hits:
    return seen.confirmed.hits.get(kind.entity, Hits())
