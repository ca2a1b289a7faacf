"""Looks at every cell of every column: candidates over whole columns, then confirmation.

A scan of some rows is a value that merges with the scan of others, in any order, so that a file
can be scanned in batches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from hxlguard.analysis import Analyzer, CheckFailedError
from hxlguard.lexicon.words import tokens
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.table import TaggedColumn
from hxlguard.recognizers import RECOGNIZERS, headed_entities
from hxlguard.tagging import filled

FEW_VALUES = 1_000
"""Distinct values are counted up to here; beyond it a column simply has many."""

BATCH_CELLS = 1_000_000
"""Cells scanned at once: narrow columns of a wide table go together, a long column goes alone."""

_DIGITS = {
    chr(zero + value): str(value)
    for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x1040)  # Arabic, Persian, Devanagari, ...
    for value in range(10)
}
_INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad")
_CONFIRMING = tuple(kind for kind in RECOGNIZERS if kind.candidate)


@dataclass(frozen=True, slots=True)
class Hits:
    """Cells that a recognizer confirmed.

    Attributes:
        rows: where they are.
        score: the surest of them, 0 to 1.
    """

    rows: Rows
    score: float

    def __or__(self, other: Hits) -> Hits:
        return Hits(self.rows | other.rows, max(self.score, other.score))


@dataclass(frozen=True, slots=True, repr=False)
class ColumnScan:
    """What the cells of one column show, without the cells; scans of disjoint rows merge.

    Attributes:
        filled: cells that are not blank.
        shaped: entity to cells of the shape that the entity would have, for expected entities.
        candidates: entity to cells that its candidate pattern hits.
        confirmed: entity to cells that Presidio confirmed.
        distinct: hashes of the distinct values, or None when there are more than `FEW_VALUES`.
        failed: entities whose check could not finish.
    """

    filled: Rows = NO_ROWS
    shaped: Mapping[str, Rows] = field(default_factory=dict)
    candidates: Mapping[str, Rows] = field(default_factory=dict)
    confirmed: Mapping[str, Hits] = field(default_factory=dict)
    distinct: frozenset[int] | None = frozenset()
    failed: frozenset[str] = frozenset()

    def __or__(self, other: ColumnScan) -> ColumnScan:
        return ColumnScan(
            self.filled | other.filled,
            _merged(self.shaped, other.shaped, NO_ROWS),
            _merged(self.candidates, other.candidates, NO_ROWS),
            _merged(self.confirmed, other.confirmed, Hits(NO_ROWS, 0.0)),
            _few(self.distinct, other.distinct),
            self.failed | other.failed,
        )


def expected_entities(column: TaggedColumn) -> frozenset[str]:
    """Entities that the tag or the header of a column points to."""
    tags = [tag for tag in (column.tag, column.proposed) if tag]
    tagged = {
        kind.entity
        for kind in RECOGNIZERS
        if any(kind.tagged(tag) or kind.maybe_tagged(tag) for tag in tags)
    }
    in_phrase, as_whole = headed_entities(tokens(column.header or ""))
    return in_phrase | as_whole | tagged


def scan_columns(
    cells: pl.DataFrame,
    row_numbers: pl.Series,
    analyzer: Analyzer,
    expected: Sequence[Collection[str]],
) -> list[ColumnScan]:
    """Look at every cell of every column, or of a batch of rows.

    Args:
        cells: columns of text, of any names.
        row_numbers: as long as `cells` is high.
        analyzer: confirms the candidates.
        expected: for each column the entities whose shape is to be counted.
    """
    width = max(1, BATCH_CELLS // max(1, cells.height))
    return [
        scan
        for start in range(0, cells.width, width)
        for scan in _scan_batch(
            cells[:, start : start + width], row_numbers, analyzer, expected[start : start + width]
        )
    ]


def hit_any(texts: pl.Series, analyzer: Analyzer) -> list[bool]:
    """For each text (null for none), whether any recognizer confirms it, or cannot tell."""
    scans = scan_columns(
        pl.DataFrame([texts.rename("text")]).transpose(),
        pl.Series([1], dtype=pl.UInt32),
        analyzer,
        [()] * len(texts),
    )
    return [bool(scan.confirmed or scan.failed) for scan in scans]


def normalised(text: pl.Series) -> pl.Series:
    """Cells as recognizers see them: NFKC, ASCII digits, nothing invisible, no leading `'`."""
    if not text.str.contains(r"[^\x00-\x7f]").any():
        return text.str.strip_prefix("'")
    return (
        text.str.normalize("NFKC")
        .str.replace_many(list(_DIGITS), list(_DIGITS.values()))
        .str.replace_many(list(_INVISIBLE), [""] * len(_INVISIBLE))
        .str.strip_prefix("'")
    )


def _scan_batch(
    cells: pl.DataFrame,
    row_numbers: pl.Series,
    analyzer: Analyzer,
    expected: Sequence[Collection[str]],
) -> Iterator[ColumnScan]:
    """Scan a few columns as one long column, so that width costs no more than length."""
    long = _long(cells, row_numbers)
    shapes = {
        f"shape {kind.entity}": pl.col("text").str.contains(kind.shape)
        for kind in RECOGNIZERS
        if kind.shape and any(kind.entity in entities for entities in expected)
    }
    values = long.select(pl.col("text").unique(maintain_order=True))
    marks = values.with_columns(
        **shapes, **{f"candidate {kind.entity}": kind.candidates() for kind in _CONFIRMING}
    )
    scores, failed = _scores(marks, analyzer)
    marked = long.join(marks.with_columns(scores), on="text", how="left", maintain_order="left")
    counted = [*shapes, *(f"candidate {kind.entity}" for kind in _CONFIRMING)]
    found = marked.group_by("column").agg(
        *_rows_where("filled", pl.lit(value=True)),
        *(part for name in counted for part in _rows_where(name, pl.col(name))),
        *(part for score in scores for part in _rows_where(score.name, pl.col(score.name) > 0)),
        *(pl.col(score.name).max() for score in scores),
        pl.col("text").hash(0).unique().head(FEW_VALUES + 1).alias("hashes"),
    )
    by_column = {row["column"]: row for row in found.iter_rows(named=True)}
    for at, entities in enumerate(expected):
        yield _column_scan(by_column[at], entities, failed) if at in by_column else ColumnScan()


def _long(cells: pl.DataFrame, row_numbers: pl.Series) -> pl.DataFrame:
    """All filled cells below one another: column position, row number, normalised text."""
    named = cells.rename({name: str(at) for at, name in enumerate(cells.columns)})
    long = (
        named.with_columns(row_numbers.alias("row"))
        .unpivot(index="row", variable_name="column", value_name="text")
        .filter(filled(pl.col("text")))
    )
    return long.with_columns(pl.col("column").cast(pl.UInt32), normalised(long["text"]))


def _scores(marks: pl.DataFrame, analyzer: Analyzer) -> tuple[list[pl.Series], frozenset[str]]:
    """Confirm every candidate: for each entity seen the score of each value, and what failed."""
    scores, failed = [], set()
    for kind in _CONFIRMING:
        candidate = marks[f"candidate {kind.entity}"]
        try:
            given = {
                at: analyzer.score(kind.entity, marks["text"][at]) for at in candidate.arg_true()
            }
        except CheckFailedError:
            failed.add(kind.entity)
            continue
        if any(given.values()):
            listed = [given.get(at, 0.0) for at in range(marks.height)]
            scores.append(pl.Series(f"score {kind.entity}", listed, dtype=pl.Float64))
    return scores, frozenset(failed)


def _rows_where(name: str, flag: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    rows = pl.col("row").filter(flag)
    return rows.len().alias(f"{name} count"), rows.head(FIRST_ROWS).alias(f"{name} first")


def _column_scan(
    row: Mapping[str, Any], expected: Collection[str], failed: frozenset[str]
) -> ColumnScan:
    def rows(name: str) -> Rows:
        return Rows(row[f"{name} count"], tuple(row[f"{name} first"]))

    def counted(what: str) -> dict[str, Rows]:
        names = [name.removesuffix(" count") for name in row if name.endswith(" count")]
        every = {name.split(" ", 1)[1]: rows(name) for name in names if name.startswith(what)}
        return {entity: found for entity, found in every.items() if found.count}

    candidates = counted("candidate ")
    return ColumnScan(
        filled=rows("filled"),
        shaped={entity: found for entity, found in counted("shape ").items() if entity in expected},
        candidates=candidates,
        confirmed={
            entity: Hits(found, row[f"score {entity}"])
            for entity, found in counted("score ").items()
        },
        distinct=frozenset(row["hashes"]) if len(row["hashes"]) <= FEW_VALUES else None,
        failed=failed & candidates.keys(),
    )


def _few(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None or len(one | other) > FEW_VALUES:
        return None
    return one | other


def _merged(one: Mapping[str, Any], other: Mapping[str, Any], none: Any) -> dict[str, Any]:
    return {entity: one.get(entity, none) | other.get(entity, none) for entity in {**one, **other}}
