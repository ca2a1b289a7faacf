"""Turns a tagged table into value-free facts: findings, observed protections, unit of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import polars as pl

from hxlguard.analysis import Analyzer, analyzer
from hxlguard.cells import filled
from hxlguard.detection import ColumnScan, expected_entities, hit_any, normalised, scan_columns
from hxlguard.evidence import judge
from hxlguard.lexicon.countries import country
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.finding import SURE, Category, ColumnFinding, Via
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.profile import (
    ColumnProfile,
    Observed,
    SourceProfile,
    TableProfile,
    UnreadPart,
)
from hxlguard.model.table import RawSource, TaggedColumn, TaggedTable
from hxlguard.model.tag import TagPattern
from hxlguard.precision import coordinate_decimals, date_precision
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Regions
from hxlguard.tagging import tagged_sheets
from hxlguard.units import unit_of_record

MOST_REGIONS = 12
"""A table that speaks of more countries than this has no phone region of its own."""

_ADMIN_LEVELS = {"#country": 0, **{f"#adm{level}": level for level in range(1, 6)}, "#loc": 6}
_PLACE_CODES = tuple(
    TagPattern.parse(text)
    for text in ("#country", "#adm1+code", "#adm2+code", "#adm3+code", "#adm1+pcode", "#adm2+pcode")
)


def profile_source(raw: RawSource, tables: Sequence[TaggedTable]) -> SourceProfile:
    """All facts about a source whose tables are tagged."""
    looker = analyzer(regions(tables))
    profiles = [_table_profile(table, number, looker) for number, table in enumerate(tables, 1)]
    several = tagged_sheets(tables)
    extra = (Anomaly(AnomalyKind.SEVERAL_TAGGED_SHEETS, several),) if several > 1 else ()
    name = _shown(raw.name, "a file whose name is not shown", looker)
    return SourceProfile(
        name=name,
        media_type=raw.media_type,
        sha256=raw.sha256,
        tables=tuple(profile for profile, _ in profiles),
        anomalies=(*raw.anomalies, *extra),
        unread=(
            *_unread(raw, looker),
            *_unnamed(raw.name, name, ""),
            *_outside_cells(raw, looker),
            *_nothing(raw, [profile for profile, _ in profiles]),
            *(part for _, doubts in profiles for part in doubts),
        ),
    )


def _unread(raw: RawSource, looker: Analyzer) -> Iterator[UnreadPart]:
    for part in raw.unread:
        name = _shown(part.part, "a part whose name is not shown", looker)
        yield UnreadPart(name, part.kind, part.reason)


def _unnamed(name: str, shown: str, part: str) -> Iterator[UnreadPart]:
    """A name that is not shown holds personal data, and it leaves with the file."""
    if shown != name:
        yield UnreadPart(
            part, "name-holds-data", "a name holds personal data; rename it and check again"
        )


def _nothing(raw: RawSource, profiles: Sequence[TableProfile]) -> Iterator[UnreadPart]:
    """A source without any content was hardly meant; an empty answer must not read as clear."""
    columns = [column for profile in profiles for column in profile.columns]
    if not raw.unread and not any(column.finding.leaves for column in columns):
        yield UnreadPart("", "nothing-to-check", "no table holds a row; check the export")


def _outside_cells(raw: RawSource, looker: Analyzer) -> Iterator[UnreadPart]:
    """Personal data in properties, notes, charts and the like, which leave with the file."""
    texts = pl.DataFrame({"text": raw.loose_texts}, schema={"text": pl.String})
    (scan,) = scan_columns(texts, _row_numbers(1, texts.height), looker, [()])
    harmless = {kind.entity for kind in RECOGNIZERS if kind.category is Category.NON_PERSONAL}
    entities = sorted((scan.confirmed.keys() | scan.failed) - harmless)
    if entities:
        reason = f"{', '.join(entities)} may stand outside of the cells, for instance in a property"
        yield UnreadPart("", "text-outside-cells", f"{reason}, a header or a chart; clear it")


def regions(tables: Iterable[TaggedTable]) -> Regions:
    """The countries that country columns and P-codes speak of, sorted; none when too many."""
    found = {
        code
        for table in tables
        for column in table.columns
        if (tag := column.tag or column.proposed)
        and any(pattern.matches(tag) for pattern in _PLACE_CODES)
        for text in column.cells.drop_nulls().unique()
        if (code := country(text))
    }
    return tuple(sorted(found)) if len(found) <= MOST_REGIONS else ()


def _table_profile(
    table: TaggedTable, number: int, looker: Analyzer
) -> tuple[TableProfile, tuple[UnreadPart, ...]]:
    rows = _row_numbers(table.first_data_row, _height(table))
    data = pl.DataFrame([column.cells for column in table.columns])
    expected = [expected_entities(column) for column in table.columns]
    scans = scan_columns(data, rows, looker, expected)
    if table.tag_row:
        strays = scan_columns(table.strays, _row_numbers(table.tag_row, 1), looker, expected)
        scans = [scan | stray for scan, stray in zip(scans, strays, strict=True)]
    preamble_rows = _row_numbers(1, table.preamble.height)
    above = scan_columns(table.preamble, preamble_rows, looker, [()] * len(expected))
    hits = hit_any(pl.Series([column.header for column in table.columns], dtype=pl.String), looker)
    columns = []
    for column, scan, preamble, hit in zip(table.columns, scans, above, hits, strict=True):
        finding = judge(column, scan, preamble, show_header=table.header_certain and not hit)
        titles = table.preamble.to_series(column.index - 1)
        columns.append(_column_profile(column, finding, rows, titles, preamble))
    name = _shown(table.name, f"table {number}", looker)
    unit, confidence = unit_of_record([column.finding for column in columns])
    profile = TableProfile(
        name=name,
        hidden=table.hidden,
        rows=table.rows,
        tag_row=table.tag_row,
        unit=unit,
        unit_confidence=confidence,
        columns=tuple(columns),
        anomalies=(*table.anomalies, *_contradicted(columns)),
    )
    failed = [scan.failed | preamble.failed for scan, preamble in zip(scans, above, strict=True)]
    doubts = (*_unnamed(table.name, name, name), *_failures(name, failed), *_in_doubt(table, name))
    return profile, doubts


def _row_numbers(first: int, count: int) -> pl.Series:
    return pl.int_range(first, first + count, dtype=pl.UInt32, eager=True)


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


def _height(table: TaggedTable) -> int:
    return len(table.columns[0].cells) if table.columns else 0


def _column_profile(
    column: TaggedColumn,
    finding: ColumnFinding,
    rows: pl.Series,
    titles: pl.Series,
    preamble: ColumnScan,
) -> ColumnProfile:
    tag = column.tag or column.proposed
    hashtag = tag.hashtag if tag else ""
    announced = {
        found.entity
        for found in finding.detections
        if Via.TAG in found.via or Via.HEADER in found.via
    }
    entities = {found.entity for found in finding.detections}
    located = hashtag == "#geo" or "GEO_COORDINATES" in announced
    dated = hashtag == "#date" or "DATE_OF_BIRTH" in announced

    def measured(
        entity: str, wanted: bool, measure: Callable[[str], int | None]
    ) -> tuple[tuple[Observed, ...], Rows]:
        if not wanted and entity not in entities:
            return (), NO_ROWS
        at = preamble.confirmed[entity].rows.first if entity in preamble.confirmed else ()
        numbers = pl.Series(at, dtype=pl.UInt32)
        cells = pl.concat([titles.gather(numbers - 1).alias("x"), column.cells.alias("x")])
        observed, unknown = _observed(cells, pl.concat([numbers, rows.alias("")]), measure)
        return observed, unknown if wanted else NO_ROWS

    decimals, unlocated = measured("GEO_COORDINATES", located, coordinate_decimals)
    dates, undated = measured("DATE_OF_BIRTH", dated, date_precision)
    return ColumnProfile(
        finding=finding,
        decimals=decimals,
        dates=dates,
        undated=undated,
        unlocated=unlocated,
        admin_level=_ADMIN_LEVELS.get(hashtag),
    )


def _observed(
    cells: pl.Series, rows: pl.Series, measure: Callable[[str], int | None]
) -> tuple[tuple[Observed, ...], Rows]:
    """Apply `measure` to every filled cell; what it cannot measure comes apart."""
    kept = cells.to_frame("text").with_columns(rows.alias("row")).filter(filled(pl.col("text")))
    text = normalised(kept["text"])
    values = text.unique()
    measured = pl.DataFrame(
        {"text": values, "value": [measure(value) for value in values]},
        schema={"text": pl.String, "value": pl.Int32},
    )
    joined = pl.DataFrame({"text": text, "row": kept["row"]}).join(
        measured, on="text", how="left", maintain_order="left"
    )
    known = joined["value"].drop_nulls().unique().sort()
    observed = tuple(
        Observed(int(value), _rows(joined.filter(pl.col("value") == value)["row"]))
        for value in known
    )
    return observed, _rows(joined.filter(pl.col("value").is_null())["row"])


def _rows(numbers: pl.Series) -> Rows:
    return Rows(len(numbers), tuple(numbers.head(FIRST_ROWS)))


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
    return instead if hit_any(pl.Series([name]), looker)[0] else name
