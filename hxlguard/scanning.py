"""Looks at every cell of a column for candidates, whole columns at a time.

A scan of some rows is a value that merges with the scan of others, in any order, so that a file
can be scanned in batches.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, TypeVar

import polars as pl

from hxlguard.cells import asked_of, may_begin_with_letter, taken
from hxlguard.column_cells import (
    OF_NUMBERS,
    OF_TEXTS,
    OF_WORDS,
    ColumnCells,
    may_be_words,
)
from hxlguard.lexicon.answers import ANSWER
from hxlguard.matching import contains, contains_any
from hxlguard.model.finding import Category
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Recognizer, Regions

FEW_VALUES = 1_000
"""Distinct values are counted up to here; beyond it a column simply has many."""

LONGEST_VALUE = 40
"""Characters; a longer cell is text, in which anything may stand."""

_WORDS = r"[\p{L}\p{M}]\s+[\p{L}\p{M}]+\s+[\p{L}\p{M}]+\s+\p{L}"
"""Some words in a row, which an id or an address on the web is not."""

_FIGURE = r"^\s*(?:[1-6][0-9]|[0-9]{3,})(?:[.,][0-9]+)?\s*$"
"""A number that is no code of an answer, such as 1, 2, 88 or 99."""

SAMPLE_SIZE = 400
"""Distinct candidates that are kept, to be asked about where a column is uniformly one thing."""

SEED = 20_261_121
Found = TypeVar("Found")

_TRAITS = frozenset(
    kind.entity for kind in RECOGNIZERS if kind.category is Category.SENSITIVE_ATTRIBUTE
) | {"GENDER", "HOUSEHOLD_VULNERABILITY", "MARITAL_STATUS"}
_KINDS_TOGETHER, _TRIED, _WORTH_A_SAMPLE = 5, 200, 20_000
_GROUPS_OF_NUMBERS = [
    tuple(kind for kind in OF_NUMBERS if kind.plausible),
    tuple(kind for kind in OF_NUMBERS if not kind.plausible),
]
_GROUPS_OF_TEXTS = [
    OF_TEXTS[at : at + _KINDS_TOGETHER] for at in range(0, len(OF_TEXTS), _KINDS_TOGETHER)
]


@dataclass(frozen=True, slots=True, repr=False)
class ColumnScan:
    """What the cells of one column show at first sight; scans of disjoint rows merge.

    Attributes:
        filled: cells that are not blank.
        long: how many of them are longer than `LONGEST_VALUE`.
        of_words: how many of these are several words.
        figures: how many cells are numbers that are no code of an answer, where a trait of
            somebody or the members of a household are expected.
        shaped: entity to cells of the shape that the entity would have, for expected entities.
        candidates: entity to cells that it has to be asked about.
        samples: entity to a seeded sample of its distinct candidates, the only texts in here.
        distinct: hashes of the distinct values, or None when there are more than `FEW_VALUES`.
    """

    filled: Rows = NO_ROWS
    long: int = 0
    of_words: int = 0
    figures: int = 0
    shaped: Mapping[str, Rows] = field(default_factory=dict)
    candidates: Mapping[str, Rows] = field(default_factory=dict)
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    distinct: frozenset[int] | None = frozenset()

    @property
    def unlike(self) -> bool:
        """True where the values are few enough to be counted and no two cells are alike."""
        return self.distinct is not None and len(self.distinct) == self.filled.count > 0

    def __or__(self, other: ColumnScan) -> ColumnScan:
        return ColumnScan(
            self.filled | other.filled,
            self.long + other.long,
            self.of_words + other.of_words,
            self.figures + other.figures,
            merged(self.shaped, other.shaped, NO_ROWS),
            merged(self.candidates, other.candidates, NO_ROWS),
            _merged_samples(self.samples, other.samples),
            _few(self.distinct, other.distinct),
        )


Positions = Mapping[str, pl.Series]
"""Entity to where its candidates are in the `values` of some cells, ascending."""


def scan_cells(
    cells: ColumnCells, expected: Collection[str], suspected: Positions
) -> list[ColumnScan]:
    """Look at every cell; the scan of each column.

    Args:
        cells: of one or more columns in some rows.
        expected: entities whose shapes are counted.
        suspected: their candidates.
    """
    values = cells.values
    parts = cells.of_columns(values, pl.int_range(len(values), dtype=pl.UInt32, eager=True))
    if values.is_empty():
        return [ColumnScan()] * len(parts)
    is_long = asked_of(values.str.len_bytes() > LONGEST_VALUE, values, _is_long)
    long = is_long.arg_true()
    shaped = _shaped(cells, expected)
    rows = {entity: cells.rows_of(at) for entity, at in suspected.items()}
    samples = {
        entity: [*map(_sample, cells.of_columns(taken(values, at), at))]
        for entity, at in suspected.items()
    }
    seen = zip(
        cells.filled(),
        (rows.count for rows in cells.rows(is_long)),
        (rows.count for rows in cells.rows_of(long.filter(contains(values.gather(long), _WORDS)))),
        _figures(cells, expected),
        _of_each(shaped, len(parts), NO_ROWS),
        _of_each(rows, len(parts), NO_ROWS),
        _of_each(samples, len(parts), ()),
        _distinct(parts),
        strict=True,
    )
    return [ColumnScan(*one) for one in seen]


def candidates_in(cells: ColumnCells, regions: Regions) -> dict[str, pl.Series]:
    """The candidates of every kind of data in a table of these countries."""
    found = {}
    for kinds, at in _asked(cells):
        values = taken(cells.suspected, at)
        for kind in kinds if len(at) else ():
            hits = candidates(kind, values, regions, ascii_only=cells.ascii_only)
            if hits.any():
                found[kind.entity] = cells.suspects.gather(at.filter(hits))
    return found


def candidates(
    kind: Recognizer, values: pl.Series, regions: Regions, *, ascii_only: bool = False
) -> pl.Series:
    """For each value, whether `kind` has to be asked about it in a table of these countries.

    `ascii_only` says that no value holds a character beyond ASCII, which makes it faster.
    """
    if kind.vocabulary:
        return values.str.strip_chars(" ").is_in(listed(kind.vocabulary).implode())
    first, *others = _questions(kind, values, regions)
    hits = _answered(values, *first, ascii_only=ascii_only)
    for pattern, wanted in others:
        question = partial(_answered, pattern=pattern, wanted=wanted, ascii_only=ascii_only)
        hits = asked_of(hits, values, question)
    return hits


def _answered(values: pl.Series, pattern: str, wanted: bool, *, ascii_only: bool) -> pl.Series:
    hits = contains(values, pattern, ascii_only=ascii_only)
    return hits if wanted else ~hits


def _questions(kind: Recognizer, values: pl.Series, regions: Regions) -> list[tuple[str, bool]]:
    """Patterns, each with the answer that a candidate gives.

    They mean the same in any order. Where nearly all values give the first answer, it comes last.
    """
    first = (kind.candidate or "$^", True)
    others = [(kind.plausible(regions), True)] if kind.plausible else []
    if kind.exclude:
        others.append((kind.exclude, False))
    if not others or len(values) < _WORTH_A_SAMPLE:
        return [first, *others]
    some = values.gather_every(len(values) // _TRIED + 1)
    return [*others, first] if contains(some, first[0]).all() else [first, *others]


@cache
def listed(words: frozenset[str]) -> pl.Series:
    """Words as polars looks them up."""
    return pl.Series(sorted(words))


def merged(one: Mapping[Any, Any], other: Mapping[Any, Any], none: Any) -> dict[Any, Any]:
    """Join two mappings, value by value."""
    return {key: one.get(key, none) | other.get(key, none) for key in {**one, **other}}


def _shaped(cells: ColumnCells, expected: Collection[str]) -> dict[str, list[Rows]]:
    """Entity to the rows of its shape; yes, no and a status are nobody's name or number."""
    kinds = [(kind, kind.shape) for kind in RECOGNIZERS if kind.shape and kind.entity in expected]
    if not kinds:
        return {}
    values = cells.values
    answers = partial(contains, pattern=ANSWER, ascii_only=cells.ascii_only)
    says_nothing = asked_of(may_begin_with_letter(values), values, answers)
    found = {}
    for kind, shape in kinds:
        hits = contains(values, shape, ascii_only=cells.ascii_only)
        found[kind.entity] = cells.rows(hits if kind.answers else hits & ~says_nothing)
    return found


def _is_long(values: pl.Series) -> pl.Series:
    return values.str.len_chars() > LONGEST_VALUE


def _figures(cells: ColumnCells, expected: Collection[str]) -> list[int]:
    if _TRAITS.isdisjoint(expected):
        return [0] * cells.count
    hits = contains(cells.values, _FIGURE, ascii_only=cells.ascii_only)
    return [rows.count for rows in cells.rows(hits)]


def _asked(cells: ColumnCells) -> Iterator[tuple[Sequence[Recognizer], pl.Series]]:
    """Kinds of data, and the positions in `cells.suspected` where they may be candidates.

    Hardly any text may be of many kinds, so a few are ruled out with one question.
    """
    texts = taken(cells.suspected, cells.textual)
    for kinds in _GROUPS_OF_TEXTS if len(texts) else ():
        yield kinds, taken(cells.textual, _of_any(kinds, texts, cells))
    if len(cells.suspected):
        for kinds in _GROUPS_OF_NUMBERS:
            yield kinds, _of_any(kinds, cells.suspected, cells)
        yield OF_WORDS, may_be_words(cells.suspected).arg_true()


def _of_any(kinds: Sequence[Recognizer], texts: pl.Series, cells: ColumnCells) -> pl.Series:
    patterns = [kind.candidate or "" for kind in kinds]
    return contains_any(texts, patterns, ascii_only=cells.ascii_only).arg_true()


def _merged_samples(
    one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    both = {key: _sample(pl.Series((*one[key], *other[key]))) for key in one.keys() & other.keys()}
    return {**one, **other, **both}


def _sample(texts: pl.Series) -> tuple[str, ...]:
    """A seeded sample of distinct texts: that of the whole is the sample of those of its parts."""
    if len(texts) > SAMPLE_SIZE:
        order = texts.hash(SEED)
        texts = texts.filter(order <= order.unique().bottom_k(SAMPLE_SIZE).max())
    return tuple(sorted(set(texts.to_list())))


def _of_each(
    found: Mapping[str, Sequence[Found]], columns: int, none: Found
) -> Iterator[dict[str, Found]]:
    """For each column what was found in it, by entity."""
    for at in range(columns):
        yield {entity: each[at] for entity, each in found.items() if each[at] != none}


def _distinct(parts: Sequence[pl.Series]) -> list[frozenset[int] | None]:
    """The hashes of the distinct values of each part, or None where there are many."""
    found: list[frozenset[int] | None] = [None] * len(parts)
    few = [at for at, part in enumerate(parts) if _may_be_few(part)]
    if few:
        hashes = pl.concat([parts[at] for at in few]).hash(0)
        ends = itertools.accumulate(len(parts[at]) for at in few)
        for at, end in zip(few, ends, strict=True):
            of_part = hashes.slice(end - len(parts[at]), len(parts[at]))
            found[at] = _few(frozenset(of_part.to_list()), frozenset())
    return found


def _may_be_few(values: pl.Series) -> bool:
    return values.head(10 * FEW_VALUES).n_unique() <= FEW_VALUES


def _few(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None or len(one | other) > FEW_VALUES:
        return None
    return one | other
