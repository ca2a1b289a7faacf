"""Finds the tag row and the header row of a table, and says what libhxl would pass over.

libhxl parses every tag spec; which row it takes for the tag row is decided as libhxl decides it
(the first of 25 rows in which at least half of the filled cells parse), save for one trap: a
header such as `#States`, where `#` means "number of".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from hxlguard.errors import UsageError
from hxlguard.lexicon.header_tags import suggested_tag
from hxlguard.lexicon.hxl import CORE_HASHTAGS
from hxlguard.lexicon.words import tokens
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import FIRST_ROWS
from hxlguard.model.table import RawTable, TaggedColumn, TaggedTable
from hxlguard.model.tag import TagSpec

TAG_ROW_WITHIN = 25
"""libhxl looks for the tag row in the first 25 rows (HXL 1.1 allows any of them)."""

_LONGEST_TAG = 1_000
_NUMBER = re.compile(r"^\s*[-+]?[\d\s.,]*\d[\d\s.,]*%?\s*$")

Cells = Sequence[str | None]


@dataclass(frozen=True, slots=True, repr=False)
class _TagRow:
    position: int
    tags: tuple[TagSpec | None, ...]
    not_tags: tuple[int, ...]


def parse_tag(text: str) -> TagSpec | None:
    """Parse one tag spec with libhxl; None when it is malformed or empty."""
    from hxl import HXLException
    from hxl.datatypes import normalise_string
    from hxl.model import Column

    if len(text) > _LONGEST_TAG or not _starts_like_a_tag(text):
        return None
    try:
        # Asked to raise, libhxl does not write the text to its log.
        column = Column.parse(normalise_string(text), use_exception=True)
    except HXLException:
        return None
    return TagSpec(column.tag.lower(), tuple(sorted({name.lower() for name in column.attributes})))


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
    """
    top = raw.cells.head(TAG_ROW_WITHIN).rows()
    candidates = [row for row in (_tag_row(i, cells) for i, cells in enumerate(top)) if row]
    genuine = [row for row in candidates if not _means_number_of(row, raw.cells)]
    chosen = genuine[0] if genuine else None
    header_at = _header_position(raw, top, chosen)
    tags_at = chosen.position if chosen else None
    data_at = max(at + 1 for at in (header_at, tags_at, -1) if at is not None)
    headers: Cells = raw.cells.row(header_at) if header_at is not None else [None] * raw.cells.width
    tags = chosen.tags if chosen else (None,) * raw.cells.width
    data = raw.cells.slice(data_at)
    columns = tuple(
        _column(index, header, tag, cells, supplied or {})
        for index, (header, tag, cells) in enumerate(zip(headers, tags, data, strict=True), start=1)
    )
    preamble_rows = [at for at in range(data_at) if at != tags_at]
    anomalies = (
        *raw.anomalies,
        *_title_rows(raw.cells, preamble_rows, header_at),
        *_tag_row_anomalies(chosen, candidates, genuine, top),
        *_column_anomalies(columns, tags, chosen, data),
        *_rows_after_blank(data, data_at),
    )
    return TaggedTable(
        name=raw.name,
        hidden=raw.hidden,
        columns=columns,
        rows=int(filled_rows(data).sum()),
        first_data_row=data_at + 1,
        tag_row=chosen.position + 1 if chosen else None,
        header_row=header_at + 1 if header_at is not None else None,
        header_certain=chosen is not None or raw.names_first or _differs(headers, data),
        preamble=raw.cells[preamble_rows],
        preamble_rows=tuple(at + 1 for at in preamble_rows),
        anomalies=anomalies,
    )


def refuse_unknown_headers(tables: Sequence[TaggedTable], supplied: Mapping[str, TagSpec]) -> None:
    """Make sure that every supplied tag found its column.

    Raises:
        UsageError: a header is in no table, so its tag would be lost in silence.
    """
    known = {tokens(column.header) for table in tables for column in table.columns if column.header}
    for header in supplied:
        if tokens(header) not in known:
            raise UsageError(
                "no column has this header",
                where=f"tags for `{header}`",
                remedy="write the header as the file has it",
            )


def tagged_sheets(tables: Sequence[TaggedTable]) -> int:
    """How many tables have a tag row; libhxl reads only the first of them."""
    return sum(table.tag_row is not None for table in tables)


def is_blank(cell: str | None) -> bool:
    """True for an empty cell or one of white space alone."""
    return cell is None or not cell.strip()


def filled_rows(cells: pl.DataFrame) -> pl.Series:
    """For each row, whether any cell is filled."""
    if not cells.width:
        return pl.Series(dtype=pl.Boolean)
    return cells.select(pl.any_horizontal(filled(pl.all())).alias("filled"))["filled"]


def filled(cells: pl.Expr) -> pl.Expr:
    """For each cell, whether it holds more than white space."""
    return (cells.str.strip_chars() != "").fill_null(value=False)


def _starts_like_a_tag(text: str) -> bool:
    return unicodedata.normalize("NFKC", text[:8]).lstrip().startswith("#")


def _tag_row(position: int, cells: Cells) -> _TagRow | None:
    tags = tuple(None if cell is None else parse_tag(cell) for cell in cells)
    written = [at for at, cell in enumerate(cells) if not is_blank(cell)]
    parsed = sum(tag is not None for tag in tags)
    if not parsed or parsed / len(written) < 0.5:
        return None
    return _TagRow(position, tags, tuple(at + 1 for at in written if tags[at] is None))


def _means_number_of(row: _TagRow, cells: pl.DataFrame) -> bool:
    tags = [tag for tag in row.tags if tag]
    if any(tag.attributes or tag.hashtag in CORE_HASHTAGS for tag in tags):
        return False
    tagged = [at for at, tag in enumerate(row.tags) if tag]
    below = cells.slice(row.position + 1)
    first = filled_rows(below).arg_true()
    if not len(first):
        return False
    next_row = below.row(int(first[0]))
    return all(_NUMBER.match(next_row[at] or "") for at in tagged)


def _header_position(raw: RawTable, top: Sequence[Cells], chosen: _TagRow | None) -> int | None:
    if chosen is not None:
        above = chosen.position - 1
        return above if above >= 0 and _filled_count(top[above]) else None
    counts = [_filled_count(cells) for cells in top]
    written = [at for at, count in enumerate(counts) if count]
    if raw.names_first or not written:
        return written[0] if written else None
    typical = sorted(counts[at] for at in written)[len(written) // 2]
    header = next((at for at in written if counts[at] >= 0.8 * typical), written[0])
    # A header with nothing under it may just as well be all the data there is.
    return header if filled_rows(raw.cells.slice(header + 1)).any() else None


def _filled_count(cells: Cells) -> int:
    return sum(not is_blank(cell) for cell in cells)


def _differs(headers: Cells, data: pl.DataFrame) -> bool:
    """True when the header row reads like one, and not like one more row of data."""
    if any(_NUMBER.match(header) for header in headers if header):
        return False
    if any(suggested_tag(header) for header in headers if header):
        return True
    sample = data.head(200)
    return any(
        header and any(map(_NUMBER.match, values)) and all(map(_NUMBER.match, values))
        for header, values in zip(headers, (list(s.drop_nulls()) for s in sample), strict=True)
    )


def _column(
    index: int,
    header: str | None,
    tag: TagSpec | None,
    cells: pl.Series,
    supplied: Mapping[str, TagSpec],
) -> TaggedColumn:
    shown = None if is_blank(header) else header
    by_header = {tokens(name): given for name, given in supplied.items()}
    given = by_header.get(tokens(shown)) if shown and tag is None else None
    proposed = suggested_tag(shown) if shown and tag is None and given is None else None
    return TaggedColumn(
        index, shown, tag or given, cells, proposed=proposed, supplied=given is not None
    )


def _title_rows(
    cells: pl.DataFrame, preamble: Sequence[int], header_at: int | None
) -> tuple[Anomaly, ...]:
    rows = tuple(at + 1 for at in preamble if at != header_at and _filled_count(cells.row(at)))
    return (Anomaly(AnomalyKind.TITLE_ROWS, len(rows), rows[:FIRST_ROWS]),) if rows else ()


def _tag_row_anomalies(
    chosen: _TagRow | None,
    candidates: Sequence[_TagRow],
    genuine: Sequence[_TagRow],
    top: Sequence[Cells],
) -> tuple[Anomaly, ...]:
    found = []
    false_rows = [row.position + 1 for row in candidates if row not in genuine]
    if not candidates:
        false_rows = [at + 1 for at, cells in enumerate(top) if _mostly_hashes(cells)]
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
    if len(genuine) > 1:
        rows = tuple(row.position + 1 for row in genuine)
        found.append(Anomaly(AnomalyKind.SEVERAL_TAG_ROWS, len(rows), rows[:FIRST_ROWS]))
    return tuple(found)


def _mostly_hashes(cells: Cells) -> bool:
    written = [cell for cell in cells if cell is not None and cell.strip()]
    hashes = sum(_starts_like_a_tag(cell) for cell in written)
    return hashes > 0 and hashes / len(written) >= 0.5


def _column_anomalies(
    columns: Sequence[TaggedColumn],
    tags: Sequence[TagSpec | None],
    chosen: _TagRow | None,
    data: pl.DataFrame,
) -> tuple[Anomaly, ...]:
    found = []
    seen = Counter(str(tag) for tag in tags if tag)
    repeated = tuple(at for at, tag in enumerate(tags, start=1) if tag and seen[str(tag)] > 1)
    if repeated:
        found.append(Anomaly(AnomalyKind.DUPLICATE_TAG, len(repeated), columns=repeated))
    holds_data = data.select(filled(pl.all()).any()).row(0) if data.width else ()
    untagged = tuple(
        column.index
        for column, holds in zip(columns, holds_data, strict=True)
        if holds and column.tag is None
    )
    if chosen and untagged:
        found.append(Anomaly(AnomalyKind.UNTAGGED_COLUMN, len(untagged), columns=untagged))
    supplied = tuple(column.index for column in columns if column.supplied)
    if supplied:
        found.append(Anomaly(AnomalyKind.SUPPLIED_TAG, len(supplied), columns=supplied))
    return tuple(found)


def _rows_after_blank(data: pl.DataFrame, data_at: int) -> tuple[Anomaly, ...]:
    written = filled_rows(data)
    if not written.any():
        return ()
    last = int(written.arg_true()[-1])
    blank = (~written[: last + 1]).arg_true()
    if not len(blank):
        return ()
    after = written.arg_true().filter(written.arg_true() > blank[0])
    rows = tuple(int(at) + data_at + 1 for at in after[:FIRST_ROWS])
    return (Anomaly(AnomalyKind.ROWS_AFTER_BLANK, len(after), rows),)


def with_anomalies(table: TaggedTable, *more: Anomaly) -> TaggedTable:
    """The same table with more anomalies."""
    return replace(table, anomalies=(*table.anomalies, *more))
