"""Finds the tag row and the header row of a table, and says what libhxl would pass over.

libhxl parses every tag spec; which row it takes for the tag row is decided as libhxl decides it
(the first of 25 rows in which at least half of the filled cells parse), save for one trap: a
header such as `#States`, where `#` means "number of".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from hxlguard.cells import Cells, filled_count, first_rows, is_blank, is_number, next_filled_row
from hxlguard.errors import UsageError
from hxlguard.lexicon.header_tags import suggested_tag
from hxlguard.lexicon.words import tokens
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import FIRST_ROWS
from hxlguard.model.scanned import TagFit
from hxlguard.model.table import Grid, RawTable, TaggedColumn, TaggedTable
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.survey import Survey, survey
from hxlguard.tag_row import (
    TagRow,
    mostly_hashes,
    only_looks_like_tags,
    parse_tag,
    tag_row_at,
)

TAG_ROW_WITHIN = 25
"""libhxl looks for the tag row in the first 25 rows (HXL 1.1 allows any of them)."""

_ROWS_COMPARED = 200
"""Data rows that a header row is compared with."""

_PLACE_CODES = tuple(
    TagPattern.parse(text)
    for text in ("#country", "#adm1+code", "#adm2+code", "#adm3+code", "#adm1+pcode", "#adm2+pcode")
)


def parse_supplied_tags(tags: Mapping[str, str]) -> dict[str, TagSpec]:
    """Parse tags that are given beside a file: header to tag spec.

    Raises:
        UsageError: a value is no tag spec.
    """
    parsed = {header: parse_tag(text) for header, text in tags.items()}
    for header, tag in parsed.items():
        if tag is None:
            raise UsageError(
                f"`{tags[header]}` is not an HXL tag spec",
                where=f"tags for `{header}`",
                remedy="write it like `#adm1+code`",
            )
    return {header: tag for header, tag in parsed.items() if tag is not None}


def tag_table(raw: RawTable, supplied: Mapping[str, TagSpec] | None = None) -> TaggedTable:
    """Split a raw table into preamble, headers, tags and data.

    `supplied` maps headers to tags for columns that the file leaves untagged.

    Raises:
        SourceError: the file is no longer what it was when it was first read.
    """
    begin = first_rows(raw.grid, TAG_ROW_WITHIN + _ROWS_COMPARED)
    top = begin.head(TAG_ROW_WITHIN).rows()
    candidates = [row for row in (tag_row_at(i, cells) for i, cells in enumerate(top)) if row]
    genuine = [row for row in candidates if not _only_looks_like_tags(row, top, raw.grid)]
    chosen = genuine[0] if genuine else None
    header_at = _header_position(raw, top, chosen)
    tags_at = chosen.position if chosen else None
    data_at = max(at + 1 for at in (header_at, tags_at, -1) if at is not None)
    headers: Cells = top[header_at] if header_at is not None else [None] * raw.grid.width
    tags = chosen.tags if chosen else (None,) * raw.grid.width
    given = {_header_key(header): tag for header, tag in (supplied or {}).items()}
    above = [top[at] for at in _filled_like_data(top[:data_at], (tags_at,))]
    columns = tuple(
        _column(index, header, tag, given, tuple(row[index - 1] or "" for row in above))
        for index, (header, tag) in enumerate(zip(headers, tags, strict=True), start=1)
    )
    found = survey(raw.grid, data_at, _place_columns(columns))
    anomalies = (
        *raw.anomalies,
        *_title_rows(top, data_at, (header_at, tags_at)),
        *_rows_like_data(top[:data_at], (header_at, tags_at)),
        *_tag_row_anomalies(chosen, candidates, genuine, top),
        *_more_tables(found, chosen),
        *_column_anomalies(columns, tags, chosen, found),
        *_rows_after_blank(found),
    )
    sample = begin.slice(data_at).head(_ROWS_COMPARED)
    return TaggedTable(
        name=raw.name,
        hidden=raw.hidden,
        columns=columns,
        grid=raw.grid,
        rows=found.rows,
        first_data_row=data_at + 1,
        tag_row=chosen.position + 1 if chosen else None,
        header_row=header_at + 1 if header_at is not None else None,
        header_certain=chosen is not None or raw.names_first or _differs(headers, sample),
        preamble=_without(begin.head(data_at), tags_at),
        strays=_strays(begin, chosen),
        countries=frozenset(found.countries),
        anomalies=anomalies,
    )


def tag_fits(tables: Sequence[TaggedTable], supplied: Mapping[str, TagSpec]) -> tuple[TagFit, ...]:
    """How each supplied tag, in the order given, fits these tables."""
    columns = [column for table in tables for column in table.columns if column.header]

    def fit(header: str, tag: TagSpec) -> TagFit:
        key = _header_key(header)
        meant = [found for found in columns if _header_key(found.header or "") == key]
        if not meant:
            return TagFit.ABSENT
        return TagFit.FITS if all(found.tag == tag for found in meant) else TagFit.GAINSAID

    return tuple(fit(header, tag) for header, tag in supplied.items())


def refuse_unfit_tags(fits: Iterable[Sequence[TagFit]], supplied: Mapping[str, TagSpec]) -> None:
    """Make sure that every supplied tag found its column and gainsays no tag of a file.

    `fits` holds the `tag_fits` of every source.

    Raises:
        UsageError: a supplied tag would be lost in silence.
    """
    for header, of_sources in zip(supplied, zip(*fits, strict=True), strict=True):
        if set(of_sources) == {TagFit.ABSENT}:
            raise UsageError(
                "no column has this header",
                where=f"tags for `{header}`",
                remedy="write the header as the file has it",
            )
        if TagFit.GAINSAID in of_sources:
            raise UsageError(
                "the file has another tag for this column",
                where=f"tags for `{header}`",
                remedy="leave the line out, or mend the tag in the file",
            )


def tagged_sheets(tables: Sequence[TaggedTable]) -> int:
    """How many tables have a tag row; libhxl reads only the first of them."""
    return sum(table.tag_row is not None for table in tables)


def _header_key(header: str) -> tuple[str, ...]:
    return tokens(header) or (header.strip(),)


def _header_position(raw: RawTable, top: Sequence[Cells], chosen: TagRow | None) -> int | None:
    if chosen is not None:
        above = chosen.position - 1
        tagged = sum(tag is not None for tag in chosen.tags)
        # A row with one cell over many tags is a title, and its text is not a header's.
        return above if above >= 0 and 2 * filled_count(top[above]) >= tagged else None
    counts = [filled_count(cells) for cells in top]
    written = [at for at, count in enumerate(counts) if count]
    if raw.names_first or not written:
        return written[0] if written else None
    typical = sorted(counts[at] for at in written)[len(written) // 2]
    header = next((at for at in written if counts[at] >= 0.8 * typical), written[0])
    if len(_filled_like_data(top[:header])) >= MANY_HEADER_ROWS:
        header = written[0]
    # A header with nothing under it may just as well be all the data there is.
    return header if next_filled_row(raw.grid, header + 1) else None


def _only_looks_like_tags(row: TagRow, top: Sequence[Cells], grid: Grid) -> bool:
    above = top[row.position - 1] if row.position else ()
    return only_looks_like_tags(row, above, next_filled_row(grid, row.position + 1))


def _differs(headers: Cells, sample: pl.DataFrame) -> bool:
    """True when the header row reads like one, and not like one more row of data."""
    if any(is_number(header) for header in headers if header):
        return False
    if any(suggested_tag(header) for header in headers if header):
        return True
    return any(
        header and values and all(map(is_number, values))
        for header, values in zip(headers, (list(s.drop_nulls()) for s in sample), strict=True)
    )


def _column(
    index: int,
    header: str | None,
    tag: TagSpec | None,
    given: Mapping[tuple[str, ...], TagSpec],
    above: tuple[str, ...],
) -> TaggedColumn:
    shown = None if is_blank(header) else header
    supplied = given.get(_header_key(shown)) if shown and tag is None else None
    suggested = next((found for found in map(suggested_tag, (shown or "", *above)) if found), None)
    return TaggedColumn(
        index,
        shown,
        tag or supplied,
        above=above,
        proposed=suggested if tag is None and supplied is None else None,
        supplied=supplied is not None,
    )


def _without(rows: pl.DataFrame, tags_at: int | None) -> pl.DataFrame:
    """The rows above the data, with the tag row blanked: its tags are no text of anybody."""
    if tags_at is None:
        return rows
    at = pl.int_range(rows.height) if rows.width else None
    return rows.select(pl.when(at != tags_at).then(pl.all()).name.keep()) if rows.width else rows


def _strays(cells: pl.DataFrame, chosen: TagRow | None) -> pl.DataFrame:
    """What stands in the tag row without being a tag: one row, blank where a tag stands."""
    if chosen is None:
        return cells.clear()
    row = cells[chosen.position]
    stray = {cells.columns[at - 1] for at in chosen.not_tags}
    return row.with_columns(pl.lit(None, pl.String).alias(n) for n in row.columns if n not in stray)


def _title_rows(
    top: Sequence[Cells], data_at: int, known: tuple[int | None, ...]
) -> tuple[Anomaly, ...]:
    rows = tuple(at + 1 for at in range(data_at) if at not in known and filled_count(top[at]))
    return (Anomaly(AnomalyKind.TITLE_ROWS, len(rows), rows[:FIRST_ROWS]),) if rows else ()


MANY_HEADER_ROWS = 3
"""So many rows above the header that are filled like data may well be data."""


def _filled_like_data(top: Sequence[Cells], known: tuple[int | None, ...] = ()) -> tuple[int, ...]:
    return tuple(
        at
        for at, cells in enumerate(top)
        if at not in known and 2 * filled_count(cells) >= len(cells) > 1
    )


def _rows_like_data(top: Sequence[Cells], known: tuple[int | None, ...]) -> tuple[Anomaly, ...]:
    rows = tuple(at + 1 for at in _filled_like_data(top, known))
    if len(rows) < MANY_HEADER_ROWS:
        return ()
    return (Anomaly(AnomalyKind.DATA_ABOVE_TAGS, len(rows), rows[:FIRST_ROWS]),)


def _tag_row_anomalies(
    chosen: TagRow | None,
    candidates: Sequence[TagRow],
    genuine: Sequence[TagRow],
    top: Sequence[Cells],
) -> tuple[Anomaly, ...]:
    found = []
    false_rows = [row.position + 1 for row in candidates if row not in genuine]
    if not candidates:
        false_rows = [at + 1 for at, cells in enumerate(top) if mostly_hashes(cells)]
    if false_rows:
        found.append(
            Anomaly(AnomalyKind.LOOKS_LIKE_TAGS, len(false_rows), tuple(false_rows[:FIRST_ROWS]))
        )
    if chosen is None:
        return (*found, Anomaly(AnomalyKind.NO_TAG_ROW))
    if chosen.not_tags:
        found.append(
            Anomaly(
                AnomalyKind.MALFORMED_TAG,
                len(chosen.not_tags),
                (chosen.position + 1,),
                chosen.not_tags,
            )
        )
    return tuple(found)


def _column_anomalies(
    columns: Sequence[TaggedColumn],
    tags: Sequence[TagSpec | None],
    chosen: TagRow | None,
    found: Survey,
) -> tuple[Anomaly, ...]:
    anomalies = []
    seen = Counter(str(tag) for tag in tags if tag)
    repeated = tuple(at for at, tag in enumerate(tags, start=1) if tag and seen[str(tag)] > 1)
    if repeated:
        anomalies.append(Anomaly(AnomalyKind.DUPLICATE_TAG, len(repeated), columns=repeated))
    untagged = tuple(
        column.index
        for column, holds in zip(columns, found.holds, strict=True)
        if holds and column.tag is None
    )
    if chosen and untagged:
        anomalies.append(Anomaly(AnomalyKind.UNTAGGED_COLUMN, len(untagged), columns=untagged))
    supplied = tuple(column.index for column in columns if column.supplied)
    if supplied:
        anomalies.append(Anomaly(AnomalyKind.SUPPLIED_TAG, len(supplied), columns=supplied))
    return tuple(anomalies)


def _rows_after_blank(found: Survey) -> tuple[Anomaly, ...]:
    rows = found.after_blank
    return (Anomaly(AnomalyKind.ROWS_AFTER_BLANK, rows.count, rows.first),) if rows.count else ()


def _more_tables(found: Survey, chosen: TagRow | None) -> tuple[Anomaly, ...]:
    """Tag rows below the first: another table may begin there, with other columns."""
    if not chosen or not found.tag_rows:
        return ()
    rows = (chosen.position + 1, *found.tag_rows)
    return (Anomaly(AnomalyKind.SEVERAL_TAG_ROWS, len(rows), rows[:FIRST_ROWS]),)


def _place_columns(columns: Sequence[TaggedColumn]) -> list[str]:
    """The names of columns whose tags say that they name countries, or districts by P-code."""
    return [
        str(column.index)
        for column in columns
        if (tag := column.tag or column.proposed)
        and any(pattern.matches(tag) for pattern in _PLACE_CODES)
    ]
