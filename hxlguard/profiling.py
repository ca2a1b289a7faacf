"""Turns a tagged table into value-free facts: findings, observed protections, unit of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import polars as pl

from hxlguard.analysis import Analyzer, analyzer
from hxlguard.detection import expected_entities, hit_any, normalised, scan_columns
from hxlguard.evidence import SURE, judge
from hxlguard.lexicon.countries import country
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.finding import Category, ColumnFinding, Via
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.profile import (
    ColumnProfile,
    Observed,
    SourceProfile,
    TableProfile,
    UnreadPart,
)
from hxlguard.model.table import RawSource, TaggedColumn, TaggedTable
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.precision import coordinate_decimals, date_precision
from hxlguard.recognizers.recognizer import Regions
from hxlguard.tagging import filled, tagged_sheets
from hxlguard.units import unit_of_record

MOST_REGIONS = 12
"""A table that speaks of more countries than this has no phone region of its own."""

_ADMIN_LEVELS = {"#country": 0, **{f"#adm{level}": level for level in range(1, 6)}, "#loc": 6}
_COORDINATE_TAGS = tuple(
    TagPattern.parse(text)
    for text in ("#geo+lat", "#geo+lon", "#geo+coord", "#geo+latlon", "#lat_deg", "#lon_deg")
)
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
    read = tuple(
        UnreadPart(
            _shown(part.part, "a part whose name is not shown", looker), part.kind, part.reason
        )
        for part in raw.unread
    )
    return SourceProfile(
        name=_shown(raw.name, "a file whose name is not shown", looker),
        media_type=raw.media_type,
        sha256=raw.sha256,
        tables=tuple(profile for profile, _ in profiles),
        anomalies=(*raw.anomalies, *extra),
        unread=(*read, *(part for _, failed in profiles for part in failed)),
    )


def regions(tables: Iterable[TaggedTable]) -> Regions:
    """The countries that country columns and P-codes speak of, sorted; none when too many."""
    found = {
        code
        for table in tables
        for column in table.columns
        if any(pattern.matches(tag) for pattern in _PLACE_CODES for tag in _tags(column))
        for text in column.cells.drop_nulls().unique()
        if (code := country(text))
    }
    return tuple(sorted(found)) if len(found) <= MOST_REGIONS else ()


def _table_profile(
    table: TaggedTable, number: int, looker: Analyzer
) -> tuple[TableProfile, tuple[UnreadPart, ...]]:
    rows = pl.int_range(
        table.first_data_row, table.first_data_row + _height(table), dtype=pl.UInt32, eager=True
    )
    preamble_rows = pl.Series(table.preamble_rows, dtype=pl.UInt32)
    data = pl.DataFrame([column.cells for column in table.columns])
    expected = [expected_entities(column) for column in table.columns]
    scans = scan_columns(data, rows, looker, expected)
    above = scan_columns(table.preamble, preamble_rows, looker, [()] * len(expected))
    hits = hit_any(pl.Series([column.header for column in table.columns], dtype=pl.String), looker)
    columns = []
    for column, scan, preamble, hit in zip(table.columns, scans, above, hits, strict=True):
        finding = judge(column, scan, preamble, show_header=table.header_certain and not hit)
        columns.append(_column_profile(column, finding, rows))
    failed = [
        (entity, at)
        for at, (scan, preamble) in enumerate(zip(scans, above, strict=True), start=1)
        for entity in sorted(scan.failed | preamble.failed)
    ]
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
    return profile, tuple(
        UnreadPart(
            name,
            "check-failed",
            f"the check for {entity} could not finish; look at the column by hand",
            (index,),
        )
        for entity, index in failed
    )


def _height(table: TaggedTable) -> int:
    return len(table.columns[0].cells) if table.columns else 0


def _column_profile(column: TaggedColumn, finding: ColumnFinding, rows: pl.Series) -> ColumnProfile:
    entities = {found.entity for found in finding.detections}
    tags = _tags(column)
    located = any(pattern.matches(tag) for pattern in _COORDINATE_TAGS for tag in tags)
    dated = any(tag.hashtag == "#date" for tag in tags)
    decimals, unlocated = _observed(
        column.cells if located or "GEO_COORDINATES" in entities else None,
        rows,
        coordinate_decimals,
    )
    dates, undated = _observed(
        column.cells if dated or "DATE_OF_BIRTH" in entities else None, rows, date_precision
    )
    levels = [_ADMIN_LEVELS[tag.hashtag] for tag in tags if tag.hashtag in _ADMIN_LEVELS]
    return ColumnProfile(
        finding=finding,
        decimals=decimals,
        dates=dates,
        undated=undated if dated else NO_ROWS,
        unlocated=unlocated if located else NO_ROWS,
        admin_level=max(levels, default=None),
    )


def _observed(
    cells: pl.Series | None, rows: pl.Series, measure: Callable[[str], int | None]
) -> tuple[tuple[Observed, ...], Rows]:
    """Apply `measure` to every filled cell, if any; what it cannot measure comes apart."""
    if cells is None:
        return (), NO_ROWS
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


def _tags(column: TaggedColumn) -> list[TagSpec]:
    return [tag for tag in (column.tag, column.proposed) if tag]


def _shown(name: str, instead: str, looker: Analyzer) -> str:
    return instead if hit_any(pl.Series([name]), looker)[0] else name
