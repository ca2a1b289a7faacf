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
from hxlguard.cells import filled
from hxlguard.lexicon.words import tokens
from hxlguard.model.location import FIRST_ROWS, NO_ROWS, Rows
from hxlguard.model.table import TaggedColumn
from hxlguard.recognizers import RECOGNIZERS, headed_entities

FEW_VALUES = 1_000
"""Distinct values are counted up to here; beyond it a column simply has many."""

BATCH_CELLS = 1_000_000
"""Cells scanned at once: narrow columns of a wide table go together, a long column goes alone."""

_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0"
    "\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0"
    "\ua900\ua9d0\ua9f0\uaa50\uabf0\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0"
    "\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730\U000118e0\U00011950\U00011c50"
    "\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50\U0001e140\U0001e2f0\U0001e950"
)
"""The digit zero of every script whose digits NFKC leaves alone; nine more follow each."""

_DIGITS = {chr(ord(zero) + value): str(value) for zero in _ZEROS for value in range(10)}
_SIGNS = {
    "\u00ba": "\u00b0",  # NFKC makes the letter `o` of this degree sign
    "\u02da": "\u00b0",
    "\u2033": '"',
    "\u201d": '"',
    "\u066b": ".",
    "\u060c": ",",
    "\u061b": ";",
}
"""Signs that stand for a degree, for seconds, and between numbers, as writers interchange them."""

_INVISIBLE = (
    r"[\p{Cf}\p{Variation_Selector}\x{34f}\x{115f}\x{1160}\x{3164}]"
    r"|[\x00-\x08\x0e-\x1b\x7f-\x{84}\x{86}-\x{9f}]"
)
_LINE_BREAK = r"[\t\n\x0b\x0c\r\x1c-\x1f\x{85}\x{2028}\x{2029}\x{2800}]+"
_CONTROL = r"[\x00-\x1f\x7f]"
_FLOAT = r"([0-9]{7})[.,]0+\b"
_SCIENTIFIC = r"^\s*[-+]?[0-9][.,][0-9]+[eE][-+]?[0-9]{1,2}\s*$"
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
    in_phrase, as_whole = headed_by(column)
    return in_phrase | as_whole | tagged


def headed_by(column: TaggedColumn) -> tuple[frozenset[str], frozenset[str]]:
    """Entities that a phrase in any header row points to, and those that one names as a whole."""
    rows = [headed_entities(tokens(text)) for text in (column.header or "", *column.above)]
    in_phrase = frozenset().union(*(found for found, _ in rows))
    return in_phrase, frozenset().union(*(found for _, found in rows)) - in_phrase


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
    """Cells as recognizers see them.

    NFKC, ASCII digits, one line, nothing invisible, no leading `'`; whole numbers that a program
    wrote as fractions (`963944555123.0`, `9.63944555123E+11`) are whole again.
    """
    if text.str.contains(r"[^\x00-\x7f]").any():
        text = (
            text.str.replace_many(list(_SIGNS), list(_SIGNS.values()))
            .str.normalize("NFKC")
            .str.replace_many(list(_DIGITS), list(_DIGITS.values()))
            .str.replace_all(_LINE_BREAK, " ")
            .str.replace_all(_INVISIBLE, "")
        )
    elif text.str.contains(_CONTROL).any():
        text = text.str.replace_all(_LINE_BREAK, " ").str.replace_all(_INVISIBLE, "")
    return _whole_numbers(text.str.strip_prefix("'"))


def _whole_numbers(text: pl.Series) -> pl.Series:
    scientific = text.str.contains(_SCIENTIFIC)
    if scientific.any():
        number = text.str.replace(",", ".", literal=True).str.strip_chars()
        plain = number.cast(pl.Float64, strict=False).cast(pl.String)
        text = plain.zip_with(scientific & plain.is_not_null(), text)
    return text.str.replace_all(_FLOAT, "$1")


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
    scores = _scores(marks, analyzer)
    marked = long.join(marks.with_columns(scores), on="text", how="left", maintain_order="left")
    counted = [*shapes, *(f"candidate {kind.entity}" for kind in _CONFIRMING)]
    found = marked.group_by("column").agg(
        *_rows_where("filled", pl.lit(value=True)),
        *(part for name in counted for part in _rows_where(name, pl.col(name))),
        *(part for score in scores for part in _rows_where(score.name, pl.col(score.name) > 0)),
        *(pl.col(score.name).max() for score in scores),
        *((pl.col(score.name) < 0).any().alias(f"broke {score.name}") for score in scores),
        pl.col("text").hash(0).unique().head(FEW_VALUES + 1).alias("hashes"),
    )
    by_column = {row["column"]: row for row in found.iter_rows(named=True)}
    for at, entities in enumerate(expected):
        yield _column_scan(by_column[at], entities) if at in by_column else ColumnScan()


def _long(cells: pl.DataFrame, row_numbers: pl.Series) -> pl.DataFrame:
    """All filled cells below one another: column position, row number, normalised text."""
    named = cells.rename({name: str(at) for at, name in enumerate(cells.columns)})
    long = (
        named.with_columns(row_numbers.alias("row"))
        .unpivot(index="row", variable_name="column", value_name="text")
        .filter(filled(pl.col("text")))
    )
    return long.with_columns(pl.col("column").cast(pl.UInt32), normalised(long["text"]))


_BROKE = -1.0
"""The score of a value whose check could not finish."""


def _scores(marks: pl.DataFrame, analyzer: Analyzer) -> list[pl.Series]:
    """Confirm every candidate: for each entity seen, the score of each value."""
    scores = []
    for kind in _CONFIRMING:
        at = marks[f"candidate {kind.entity}"].arg_true()
        given = [_score(analyzer, kind.entity, text) for text in marks["text"].gather(at)]
        if any(given):
            none = pl.zeros(marks.height, dtype=pl.Float64, eager=True)
            scores.append(none.scatter(at, given).alias(f"score {kind.entity}"))
    return scores


def _score(analyzer: Analyzer, entity: str, text: str) -> float:
    try:
        return analyzer.score(entity, text)
    except CheckFailedError:
        return _BROKE


def _rows_where(name: str, flag: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    rows = pl.col("row").filter(flag)
    return rows.len().alias(f"{name} count"), rows.head(FIRST_ROWS).alias(f"{name} first")


def _column_scan(row: Mapping[str, Any], expected: Collection[str]) -> ColumnScan:
    def rows(name: str) -> Rows:
        return Rows(row[f"{name} count"], tuple(row[f"{name} first"]))

    def counted(what: str) -> dict[str, Rows]:
        names = [name.removesuffix(" count") for name in row if name.endswith(" count")]
        every = {name.split(" ", 1)[1]: rows(name) for name in names if name.startswith(what)}
        return {entity: found for entity, found in every.items() if found.count}

    return ColumnScan(
        filled=rows("filled"),
        shaped={entity: found for entity, found in counted("shape ").items() if entity in expected},
        candidates=counted("candidate "),
        confirmed={
            entity: Hits(found, row[f"score {entity}"])
            for entity, found in counted("score ").items()
        },
        distinct=frozenset(row["hashes"]) if len(row["hashes"]) <= FEW_VALUES else None,
        failed=frozenset(
            name.removeprefix("broke score ")
            for name, broke in row.items()
            if name.startswith("broke ") and broke
        ),
    )


def _few(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None or len(one | other) > FEW_VALUES:
        return None
    return one | other


def _merged(one: Mapping[str, Any], other: Mapping[str, Any], none: Any) -> dict[str, Any]:
    return {entity: one.get(entity, none) | other.get(entity, none) for entity in {**one, **other}}
