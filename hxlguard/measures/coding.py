"""Texts as numbers, so that rows are compared fast and exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from hxlguard.cells import filled

CLASS = "class"
VALUE = "value"
COUNT = "n"

_CODE = "code"
_AT = "at"
_EXTENT = 2**63

Coded = tuple[pl.Series, int]
"""A whole number for each row, and a number above all of them."""


def written(records: pl.DataFrame, names: Iterable[str]) -> pl.DataFrame:
    """The cells without white space around them; blank ones are null."""
    columns = pl.col(list(names))
    return records.select(pl.when(filled(columns)).then(columns.str.strip_chars()).name.keep())


def classed(texts: pl.DataFrame, rows: int) -> tuple[pl.Series, pl.Series]:
    """For each row the number of its class, from 0; for each class its first row."""
    codes = joined([_coded(column) for column in texts], rows)
    frame = pl.DataFrame({_CODE: codes[0]}).with_row_index(_AT)
    firsts = frame.group_by(_CODE, maintain_order=True).agg(pl.col(_AT).first())
    numbered = firsts.with_row_index(CLASS).select(_CODE, CLASS)
    ids = frame.join(numbered, on=_CODE, how="left", maintain_order="left")[CLASS]
    return ids, firsts[_AT]


def summed(side: pl.DataFrame) -> pl.DataFrame:
    """Rows of the same `class` and `value` made one, with the sum of their `n`."""
    pairs = joined([_counted(side[CLASS]), _coded(side[VALUE])], side.height)
    frame = side.with_columns(pairs[0].alias(_CODE)).with_row_index(_AT)
    grouped = frame.group_by(_CODE, maintain_order=True).agg(
        pl.col(_AT).first(), pl.col(COUNT).sum()
    )
    return side.select(CLASS, VALUE)[grouped[_AT]].with_columns(grouped[COUNT])


def joined(columns: Sequence[Coded], rows: int) -> Coded:
    """One number for each combination of numbers, never the same for two of them."""
    codes, extent = pl.repeat(0, rows, dtype=pl.UInt64, eager=True), 1
    for more, size in columns:
        if extent * size >= _EXTENT:
            codes, extent = _counted(codes.rank("dense"))
        codes, extent = codes * size + more, extent * size
    return codes, extent


def _coded(texts: pl.Series) -> Coded:
    physical = texts.cast(pl.Categorical).to_physical().cast(pl.UInt64) + 1
    return _counted(physical.fill_null(0))


def _counted(numbers: pl.Series) -> Coded:
    codes = numbers.cast(pl.UInt64)
    return codes, (codes.sort()[-1] if len(codes) else 0) + 1
