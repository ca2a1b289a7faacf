"""Turns a tagged table into value-free facts: findings, observed protections, unit of record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

import polars as pl

from hxlguard.analysis import Analyzer, analyzer
from hxlguard.area_points import without_points_of_areas
from hxlguard.cells import numbered_batches, rows_with_strays
from hxlguard.column_cells import ColumnCells
from hxlguard.comparing import compare, compare_cells
from hxlguard.confirming import Batches, Hits
from hxlguard.costs import WHOLE, about
from hxlguard.detection import Seen, detect, detect_in, expected_entities, hit_any
from hxlguard.disclosing import measures_found
from hxlguard.evidence import judge_table
from hxlguard.likeness import likeness
from hxlguard.measuring import Measured, measure, measure_cells
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.asked import NOTHING_ASKED, Asked
from hxlguard.model.finding import SURE, Category, ColumnFinding, Via
from hxlguard.model.location import NO_ROWS
from hxlguard.model.profile import (
    ColumnProfile,
    Observed,
    SourceProfile,
    Subset,
    TableProfile,
    UnreadPart,
)
from hxlguard.model.table import RawSource, TaggedColumn, TaggedTable
from hxlguard.model.tag import ADMIN_LEVELS
from hxlguard.precision import MEASURES
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Regions
from hxlguard.row_filters import Placed, named_rows, perhaps_named_rows, place
from hxlguard.tagging import tagged_sheets

MOST_REGIONS = 12
"""A table that speaks of more countries than this has no phone region of its own."""

_TOLD_BY_MANY = frozenset(kind.entity for kind in RECOGNIZERS if kind.least_share)
HARMLESS = frozenset(kind.entity for kind in RECOGNIZERS if kind.category is Category.NON_PERSONAL)
"""Entities that say nothing about a person."""

_OF_TAG = {"GEO_COORDINATES": "#geo", "DATE_OF_BIRTH": "#date"}
"""Hashtags whose cells are measured, whatever they look like."""


def profile_source(
    raw: RawSource, tables: Sequence[TaggedTable], asked: Asked = NOTHING_ASKED
) -> SourceProfile:
    """All facts about a source whose tables are tagged, and those that are asked for."""
    looker = analyzer(regions(tables), asked.ner)
    profiles = []
    for number, table in enumerate(tables, start=1):
        with about("table", number):
            profiles.append(_table_profile(table, number, looker, asked))
    several = tagged_sheets(tables)
    extra = (Anomaly(AnomalyKind.SEVERAL_TAGGED_SHEETS, several),) if several > 1 else ()
    name = _shown(raw.name, "a file whose name is not shown", looker)
    return SourceProfile(
        name=name,
        media_type=raw.media_type,
        sha256=raw.sha256,
        tables=tuple(profile for profile, _ in profiles),
        anomalies=(*raw.anomalies, *extra),
        ner=asked.ner.model if asked.ner else None,
        unread=(
            *_unread(raw, looker),
            *_unnamed(raw.name, "", looker),
            *_outside_cells(raw, looker),
            *_nothing(raw, [profile for profile, _ in profiles]),
            *(part for _, doubts in profiles for part in doubts),
        ),
    )


def _unread(raw: RawSource, looker: Analyzer) -> Iterator[UnreadPart]:
    for part in raw.unread:
        name = _shown(part.part, "a part whose name is not shown", looker)
        yield UnreadPart(name, part.kind, part.reason)


def _unnamed(name: str, part: str, looker: Analyzer) -> Iterator[UnreadPart]:
    """A name that surely holds personal data, and it leaves with the file."""
    if hit_any([name], looker, SURE)[0]:
        yield UnreadPart(
            part, "name-holds-data", "a name holds personal data; rename it and check again"
        )


def _nothing(raw: RawSource, profiles: Sequence[TableProfile]) -> Iterator[UnreadPart]:
    """A source without any content was hardly meant; an empty answer must not read as clear."""
    columns = [column for profile in profiles for column in profile.columns]
    if not raw.unread and not any(column.finding.leaves for column in columns):
        yield UnreadPart("", "nothing-to-check", "no table holds a row; check the export")


def _outside_cells(raw: RawSource, looker: Analyzer) -> Iterator[UnreadPart]:
    """Personal data in properties, notes, charts and the like, which leave with the file.

    They hold the names of fonts and styles, so that looking like a name says little there.
    """
    texts = pl.DataFrame({WHOLE: raw.loose_texts}, schema={WHOLE: pl.String})
    (seen,) = detect_in(texts, 1, looker, [()])
    told = {
        entity
        for entity, hits in seen.confirmed.hits.items()
        if hits.score >= SURE or entity not in _TOLD_BY_MANY
    }
    entities = sorted((told | seen.confirmed.failed) - HARMLESS)
    if entities:
        reason = f"{', '.join(entities)} may stand outside of the cells, for instance in a property"
        yield UnreadPart("", "text-outside-cells", f"{reason}, a header or a chart; clear it")


def regions(tables: Iterable[TaggedTable]) -> Regions:
    """The countries that the tables speak of, sorted; none when too many."""
    found = frozenset().union(*(table.countries for table in tables))
    return tuple(sorted(found)) if len(found) <= MOST_REGIONS else ()


def _table_profile(
    table: TaggedTable, number: int, looker: Analyzer, asked: Asked
) -> tuple[TableProfile, tuple[UnreadPart, ...]]:
    """All facts about a table, and about the rows that each filter names."""
    placements = place(table, asked.filters)
    profile, doubts = _profile_of_rows(table, placements, number, looker, asked)
    subsets = []
    for placed in placements:
        part, more = _part_profile(named_rows(table, placed), number, looker, asked)
        doubts, perhaps = (*doubts, *more), None
        if placed.unclear:
            rows = perhaps_named_rows(table, placed)
            perhaps, more = _part_profile(rows, number, looker, asked)
            doubts = (*doubts, *more)
        subsets.append(Subset(placed.matcher.filter, placed.rows, part, perhaps))
    alike = likeness(_data(table), profile.columns) if asked.likeness else None
    profile = replace(
        profile,
        subsets=tuple(subsets),
        likeness=alike,
        measures=measures_found(table, profile.columns, asked.measures),
    )
    return profile, tuple(dict.fromkeys(doubts))


def _part_profile(
    part: TaggedTable, number: int, looker: Analyzer, asked: Asked
) -> tuple[TableProfile, tuple[UnreadPart, ...]]:
    return _profile_of_rows(part, place(part, asked.filters), number, looker, asked)


def _profile_of_rows(
    table: TaggedTable, placements: Sequence[Placed], number: int, looker: Analyzer, asked: Asked
) -> tuple[TableProfile, tuple[UnreadPart, ...]]:
    seen, above = _seen(table, looker)
    hits = hit_any([column.header for column in table.columns], looker)
    shown = [table.header_certain and not hit for hit in hits]
    findings, (unit, confidence) = judge_table(table.columns, seen, above, shown)
    findings = without_points_of_areas(findings, unit, _data(table))
    columns = _column_profiles(table, findings, above)
    if replace(asked, ner=None) != NOTHING_ASKED:
        columns = _with_asked(table, columns, above, placements, asked)
    name = _shown(table.name, f"table {number}", looker)
    profile = TableProfile(
        name=name,
        hidden=table.hidden,
        rows=table.rows,
        tag_row=table.tag_row,
        unit=unit,
        unit_confidence=confidence,
        columns=columns,
        anomalies=(*table.anomalies, *_contradicted(columns)),
    )
    failed = [
        one.confirmed.failed | preamble.confirmed.failed
        for one, preamble in zip(seen, above, strict=True)
    ]
    doubts = (
        *_unnamed(table.name, name, looker),
        *_failures(name, failed),
        *_in_doubt(table, name),
    )
    return profile, doubts


def _seen(table: TaggedTable, looker: Analyzer) -> tuple[list[Seen], list[Seen]]:
    """What the columns show in the data (and where a tag should stand), and above the data."""
    expected = [expected_entities(column) for column in table.columns]
    by_name = {str(at): entities for at, entities in enumerate(expected, start=1)}
    seen = detect(_data(table), by_name, looker)
    if table.tag_row:
        strays = detect_in(table.strays, table.tag_row, looker, expected)
        seen = [one | stray for one, stray in zip(seen, strays, strict=True)]
    return seen, detect_in(table.preamble, 1, looker, [()] * len(expected))


def _data(table: TaggedTable) -> Batches:
    def batches(names: Sequence[str]) -> Iterator[tuple[int, pl.DataFrame]]:
        return numbered_batches(table.grid, table.first_data_row, names)

    return batches


def _failures(name: str, failed: Sequence[frozenset[str]]) -> Iterator[UnreadPart]:
    for index, entities in enumerate(failed, start=1):
        for entity in sorted(entities):
            reason = f"the check for {entity} could not finish; look at the column by hand"
            yield UnreadPart(name, "check-failed", reason, (index,))


def _in_doubt(table: TaggedTable, name: str) -> Iterator[UnreadPart]:
    """What may belong to another table than the one that was checked."""
    for anomaly in table.anomalies:
        if anomaly.kind is AnomalyKind.SEVERAL_TAG_ROWS:
            rows = ", ".join(map(str, anomaly.rows[1:]))
            reason = f"another tag row stands in row {rows}; give each table a sheet of its own"
            yield UnreadPart(name, "second-table", reason)
        if anomaly.kind is AnomalyKind.DATA_ABOVE_TAGS:
            rows = ", ".join(map(str, anomaly.rows))
            reason = f"rows above the tag row look like data (row {rows}); move the tags above them"
            yield UnreadPart(name, "data-above-tags", reason)


def _column_profiles(
    table: TaggedTable, findings: Sequence[ColumnFinding], above: Sequence[Seen]
) -> tuple[ColumnProfile, ...]:
    announced = [
        _announced(column, finding) for column, finding in zip(table.columns, findings, strict=True)
    ]
    wanted = {
        str(finding.index): [
            entity
            for entity in MEASURES
            if entity in known or any(found.entity == entity for found in finding.detections)
        ]
        for finding, known in zip(findings, announced, strict=True)
    }
    measured = measure(_data(table), wanted)
    for column, preamble in zip(table.columns, above, strict=True):
        for entity in preamble.confirmed.hits.keys() & wanted[column.name]:
            titles = _titles(table.preamble[column.name], [preamble.confirmed.hits[entity]])
            (of_titles,) = measure_cells(titles, MEASURES[entity])
            measured[column.name, entity] |= of_titles
    return tuple(
        _column_profile(column, finding, known, measured)
        for column, finding, known in zip(table.columns, findings, announced, strict=True)
    )


def _with_asked(
    table: TaggedTable,
    columns: Sequence[ColumnProfile],
    above: Sequence[Seen],
    placements: Sequence[Placed],
    asked: Asked,
) -> tuple[ColumnProfile, ...]:
    """The columns with the facts that only some agreements ask for."""
    names = [column.name for column in table.columns]
    compared = compare(partial(rows_with_strays, table), names, asked)
    for name, preamble in zip(names, above, strict=True):
        hits = preamble.confirmed.hits
        if entities := hits.keys() - HARMLESS:
            titles = _titles(table.preamble[name], [hits[entity] for entity in entities])
            compared[name] |= compare_cells(titles, asked)
    return tuple(
        replace(
            column,
            banded=compared[name].banded(asked),
            not_pseudonyms=compared[name].not_pseudonyms if asked.pseudonyms else None,
            not_masked=compared[name].not_masked if asked.masks else None,
            in_rows=tuple(placed.of_column(name) for placed in placements),
        )
        for column, name in zip(columns, names, strict=True)
    )


def _announced(column: TaggedColumn, finding: ColumnFinding) -> frozenset[str]:
    """Entities that tag or header name, so that every cell has to be one of them."""
    hashtag = _hashtag(column)
    found = {
        found.entity
        for found in finding.detections
        if Via.TAG in found.via or Via.HEADER in found.via
    }
    return frozenset({*found, *(entity for entity, tag in _OF_TAG.items() if tag == hashtag)})


def _titles(cells: pl.Series, hits: Iterable[Hits]) -> ColumnCells:
    """The cells above the data in which one of some entities was seen."""
    rows = sorted({row for each in hits for row in each.rows.first})
    numbers = pl.int_range(1, len(cells) + 1, eager=True)
    none = pl.Series([None], dtype=pl.String)
    return ColumnCells([cells.zip_with(numbers.is_in(rows), none)], 1)


def _column_profile(
    column: TaggedColumn,
    finding: ColumnFinding,
    announced: frozenset[str],
    measured: Mapping[tuple[str, str], Measured],
) -> ColumnProfile:
    coordinates = measured.get((column.name, "GEO_COORDINATES"), Measured())
    dates = measured.get((column.name, "DATE_OF_BIRTH"), Measured())
    return ColumnProfile(
        finding=finding,
        decimals=_observed(coordinates),
        dates=_observed(dates),
        undated=dates.unknown if "DATE_OF_BIRTH" in announced else NO_ROWS,
        unlocated=coordinates.unknown if "GEO_COORDINATES" in announced else NO_ROWS,
        admin_level=ADMIN_LEVELS.get(_hashtag(column)),
    )


def _hashtag(column: TaggedColumn) -> str:
    tag = column.tag or column.proposed
    return tag.hashtag if tag else ""


def _observed(measured: Measured) -> tuple[Observed, ...]:
    return tuple(Observed(value, rows) for value, rows in sorted(measured.values.items()))


def _contradicted(columns: Sequence[ColumnProfile]) -> tuple[Anomaly, ...]:
    """Tagged columns whose surest finding is delicate and owes nothing to the tag."""
    at = tuple(
        column.finding.index
        for column in columns
        if column.finding.tag
        and column.finding.category in (Category.DIRECT_IDENTIFIER, Category.PRECISE_LOCATION)
        and all(Via.TAG not in found.via for found in column.finding.detections)
        and column.finding.confidence >= SURE
    )
    return (Anomaly(AnomalyKind.TAG_CONTRADICTED, len(at), columns=at),) if at else ()


def _shown(name: str, instead: str, looker: Analyzer) -> str:
    return instead if hit_any([name], looker)[0] else name
