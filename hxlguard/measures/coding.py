"""Texts as numbers, so that rows are compared fast and exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from hxlguard.cells import filled

CLASS = "class"
VALUE = "value"
COUNT = "n"
NUMBER = "number"

_CODE = "code"
_AT = "at"
_TEXT = "text"
_MOST = 2**63


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Column:
    """The cells of a column as numbers that are the same where the cells are alike.

    Attributes:
        codes: for each row a position in `texts`, as `pl.UInt64`; 0 for a blank.
        texts: what the codes stand for, without white space around it, in the order in which they
            appear; the first is null.
    """

    codes: pl.Series
    texts: pl.Series

    @classmethod
    def of(cls, cells: pl.Series) -> Column:
        """Any cells of text."""
        return cls.of_categories(cells.cast(pl.Categorical))

    @classmethod
    def of_categories(cls, categories: pl.Series) -> Column:
        """The same cells as categories."""
        distinct = categories.drop_nulls().unique(maintain_order=True)
        none = pl.Series(_TEXT, [None], dtype=pl.String)
        texts = none.append(distinct.cast(pl.String))
        codes = _positions_of(distinct.to_physical(), categories.to_physical())
        return cls((codes.cast(pl.UInt64) + 1).fill_null(0), texts)._bare()

    def _bare(self) -> Column:
        bare = self.texts.to_frame().select(
            pl.when(filled(pl.col(_TEXT))).then(pl.col(_TEXT).str.strip_chars())
        )
        if bare[_TEXT].equals(self.texts):
            return self
        inner = Column.of(bare[_TEXT])
        return Column(inner.codes.gather(self.codes), inner.texts)

    def at(self, rows: pl.Series) -> Column:
        """Some of its rows."""
        return Column(self.codes.gather(rows), self.texts)

    def codes_of(self, cells: pl.Series) -> pl.Series:
        """Other cells by the codes of this column; null where it has no such cell."""
        other = Column.of(cells)
        own = self.texts.to_frame().with_row_index(_CODE).cast({_CODE: pl.UInt64})
        theirs = other.texts.to_frame().with_row_index(_AT)
        found = theirs.join(own, on=_TEXT, how="inner", nulls_equal=True)
        none = pl.repeat(None, theirs.height, dtype=pl.UInt64, eager=True)
        return none.scatter(found[_AT], found[_CODE]).gather(other.codes)


def _positions_of(known: pl.Series, codes: pl.Series) -> pl.Series:
    """The position of each code among the known ones, which hold each of them once."""
    most = known.max()
    extent = int(most) + 1 if isinstance(most, int) else 0
    positions = pl.repeat(0, extent, dtype=pl.UInt32, eager=True)
    return positions.scatter(known, pl.int_range(len(known), dtype=pl.UInt32, eager=True)).gather(
        codes
    )


def concatenated(columns: Sequence[Column]) -> Column:
    """The rows of all columns under one another."""
    whole = Column.of(pl.concat([column.texts for column in columns]))
    start, codes = 0, list[pl.Series]()
    for column in columns:
        codes.append(whole.codes.gather(column.codes + start))
        start += len(column.texts)
    return Column(pl.concat(codes), whole.texts)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Joined:
    """How several codes are joined into one number, never the same for two combinations of them.

    Attributes:
        steps: for each column above what its codes stay, and the numbers before it, ascending,
            where they are replaced by their positions because they would grow too large.
        last: the same for the numbers in the end.
    """

    steps: tuple[tuple[int, pl.Series | None], ...]
    last: pl.Series | None

    @classmethod
    def of(cls, columns: Sequence[Column], rows: int, room: int) -> tuple[Joined, pl.Series]:
        """Join the codes of some rows, so that each number times `room` can still be written."""
        numbers, extent = pl.repeat(0, rows, dtype=pl.UInt64, eager=True), 1
        steps = list[tuple[int, pl.Series | None]]()
        for column in columns:
            known, numbers, extent = _written(numbers, extent, len(column.texts))
            steps.append((len(column.texts), known))
            numbers, extent = numbers * len(column.texts) + column.codes, extent * len(column.texts)
        last, numbers, _ = _written(numbers, extent, room)
        return cls(tuple(steps), last), numbers

    def join(self, columns: Sequence[pl.Series]) -> pl.Series:
        """The numbers of other rows, each of which has been joined before."""
        numbers = pl.repeat(0, len(columns[0]), dtype=pl.UInt64, eager=True)
        for (extent, known), codes in zip(self.steps, columns, strict=True):
            numbers = _positions(numbers, known) * extent + codes
        return _positions(numbers, self.last)

    def part(self, numbers: pl.Series) -> list[pl.Series]:
        """The codes that some numbers were joined of, column by column."""
        parts = list[pl.Series]()
        numbers = numbers if self.last is None else self.last.gather(numbers)
        for extent, known in reversed(self.steps):
            parts.append(numbers % extent)
            numbers = numbers // extent
            numbers = numbers if known is None else known.gather(numbers)
        return parts[::-1]


def _written(
    numbers: pl.Series, extent: int, factor: int
) -> tuple[pl.Series | None, pl.Series, int]:
    """Numbers below `extent` that stay writable when multiplied, and what they stand for if not."""
    if extent * factor < _MOST:
        return None, numbers, extent
    known = numbers.unique().sort()
    return known, _positions(numbers, known), len(known)


def _positions(numbers: pl.Series, known: pl.Series | None) -> pl.Series:
    return numbers if known is None else known.search_sorted(numbers).cast(pl.UInt64)


def counted(numbers: pl.Series, counts: pl.Series | None = None) -> pl.DataFrame:
    """Each number once, ascending, as `class`, and the sum of its `counts` as `n`.

    Without `counts` each counts once.
    """
    if counts is None:
        runs = numbers.sort().rle().struct.unnest()
        return runs.select(pl.col("value").alias(CLASS), pl.col("len").cast(pl.Int64).alias(COUNT))
    rows = pl.DataFrame({CLASS: numbers, COUNT: counts}).sort(CLASS)
    ends = (pl.col(CLASS) != pl.col(CLASS).shift(-1)).fill_null(value=True)
    sums = rows.with_columns(pl.col(COUNT).cum_sum()).filter(ends)
    return sums.with_columns(pl.col(COUNT) - pl.col(COUNT).shift(1, fill_value=0))


def summed(
    classes: pl.Series, values: pl.Series, extent: int, counts: pl.Series | None = None
) -> pl.DataFrame:
    """Rows of the same class and value made one: `class`, `value` and the sum of `counts`, `n`.

    Values are below `extent`; without `counts` each row counts once. What is made ascends by class
    and value.
    """
    pairs = counted(classes.cast(pl.UInt64) * extent + values.cast(pl.UInt64), counts)
    return pairs.select(
        pl.col(CLASS) // extent,
        (pl.col(CLASS) % extent).alias(VALUE),
        COUNT,
    )


def by_count(side: pl.DataFrame) -> pl.DataFrame:
    """The same rows in the order of classes, and the most frequent value of a class first."""
    rarer = pl.col(COUNT).max() - pl.col(COUNT)
    order = pl.col(CLASS).cast(pl.UInt64) * (pl.col(COUNT).max() + 1).cast(pl.UInt64) + rarer
    return side[side.select(order.alias(_CODE))[_CODE].arg_sort()]


def numbers(texts: pl.Series) -> pl.Series:
    """The texts that are finite numbers; null for all others."""
    read = texts.cast(pl.Float64, strict=False)
    return read.set(~read.is_finite(), None)
