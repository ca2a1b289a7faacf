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
        texts: what the codes stand for, without white space around it; the first is null.
    """

    codes: pl.Series
    texts: pl.Series

    @classmethod
    def of(cls, cells: pl.Series) -> Column:
        """Any cells of text."""
        categories = cells.cast(pl.Categorical)
        distinct = categories.drop_nulls().unique()
        known = distinct.to_physical()
        order = known.arg_sort()
        none = pl.Series(_TEXT, [None], dtype=pl.String)
        texts = none.append(distinct.cast(pl.String).gather(order))
        codes = _dense(categories.to_physical(), known.gather(order))
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
        found = other.texts.to_frame().join(
            own, on=_TEXT, how="left", nulls_equal=True, maintain_order="left"
        )
        return found[_CODE].gather(other.codes)


def _dense(codes: pl.Series, known: pl.Series) -> pl.Series:
    """The position of each code among the known ones, which ascend; mostly it is the code."""
    if not len(known) or known[-1] == len(known) - 1:
        return codes
    return known.search_sorted(codes).set(codes.is_null(), None)


def concatenated(columns: Sequence[Column]) -> Column:
    """The rows of all columns under one another."""
    whole = Column.of(pl.concat([column.texts for column in columns]))
    start, codes = 0, list[pl.Series]()
    for column in columns:
        codes.append(whole.codes.gather(column.codes + start))
        start += len(column.texts)
    return Column(pl.concat(codes), whole.texts)


def classed(columns: Sequence[Column], counts: pl.Series) -> tuple[pl.Series, pl.Series, pl.Series]:
    """Rows that are alike as a class.

    Returns:
        The number of its class for each row, the first row of each class, and the sum of `counts`
        of each class.
    """
    frame = pl.DataFrame({_CODE: _joined(columns, len(counts)), COUNT: counts}).with_row_index(_AT)
    classes = frame.group_by(_CODE).agg(pl.col(_AT).min(), pl.col(COUNT).sum()).sort(_AT)
    numbered = classes.select(_CODE).with_row_index(CLASS)
    ids = frame.join(numbered, on=_CODE, how="left", maintain_order="left")[CLASS]
    return ids, classes[_AT], classes[COUNT]


def _joined(columns: Sequence[Column], rows: int) -> pl.Series:
    """One number for each combination of codes, never the same for two of them."""
    codes, extent = pl.repeat(0, rows, dtype=pl.UInt64, eager=True), 1
    for column in columns:
        if extent * len(column.texts) >= _MOST:
            codes, extent = codes.rank("dense").cast(pl.UInt64), rows + 1
        codes, extent = codes * len(column.texts) + column.codes, extent * len(column.texts)
    return codes


def summed(
    classes: pl.Series, values: pl.Series, extent: int, counts: pl.Series | None = None
) -> pl.DataFrame:
    """Rows of the same class and value made one: `class`, `value` and the sum of `counts`, `n`.

    Values are below `extent`; without `counts` each row counts once. What is made ascends by class
    and value.
    """
    pairs = classes.cast(pl.UInt64) * extent + values
    if counts is None:
        runs = pairs.sort().rle().struct.unnest()
        sums = runs.select(pl.col("value").alias(_CODE), pl.col("len").cast(pl.Int64).alias(COUNT))
    else:
        rows = pl.DataFrame({_CODE: pairs, COUNT: counts}).sort(_CODE)
        ends = (pl.col(_CODE) != pl.col(_CODE).shift(-1)).fill_null(value=True)
        sums = rows.with_columns(pl.col(COUNT).cum_sum()).filter(ends)
        sums = sums.with_columns(pl.col(COUNT) - pl.col(COUNT).shift(1, fill_value=0))
    return sums.select(
        (pl.col(_CODE) // extent).cast(pl.UInt32).alias(CLASS),
        (pl.col(_CODE) % extent).alias(VALUE),
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
