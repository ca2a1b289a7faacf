"""Which records few attributes are enough to single out.

A minimal sample unique (MSU) is a set of attributes on which a record is like no other, while it is
like another one on every smaller set: Elliot, M. J., Manning, A. M. and Ford, R. W. (2002), A
computational algorithm for handling the special uniques problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

import polars as pl

MOST_SETS = 20_000
"""More sets of attributes than this are not searched: nobody would wait for the answer."""

_AT, _RECORDS = "at", "records"


@dataclass(frozen=True, slots=True)
class MinimalUniques:
    """The records that one set of attributes singles out, and no smaller set of them.

    Attributes:
        attributes: names of the columns of the keys.
        at: where these records stand among the keys.
    """

    attributes: tuple[str, ...]
    at: pl.Series


def sets_of_attributes(attributes: int, most: int) -> int:
    """How many sets of at most `most` attributes there are."""
    return sum(comb(attributes, size) for size in range(1, most + 1))


def minimal_uniques(keys: pl.DataFrame, records: pl.Series, most: int) -> Iterator[MinimalUniques]:
    """Search all sets of at most `most` attributes, the small ones first.

    Args:
        keys: each key once, one column an attribute; null is a blank that singles out nobody.
        records: how many records have the key.
        most: the largest set to look at.
    """
    numbered = keys.select(pl.all().rank("dense")).with_columns(
        records.alias(_RECORDS), pl.int_range(len(records)).alias(_AT)
    )
    smaller: dict[tuple[str, ...], pl.Series] = {}
    for size in range(1, most + 1):
        unique: dict[tuple[str, ...], pl.Series] = {}
        for attributes in combinations(keys.columns, size):
            already = _any(smaller, attributes, keys.height)
            at = _unique(numbered.filter(~already), attributes)
            unique[attributes] = already | _mask(at, keys.height)
            yield MinimalUniques(attributes, at)
        smaller = unique


def _any(
    unique: dict[tuple[str, ...], pl.Series], attributes: tuple[str, ...], height: int
) -> pl.Series:
    """The records that a smaller set singles out; they are like nobody on this one either."""
    found = _mask(pl.Series(dtype=pl.Int64), height)
    for smaller in combinations(attributes, len(attributes) - 1):
        found = found | unique[smaller] if smaller else found
    return found


def _unique(numbered: pl.DataFrame, attributes: tuple[str, ...]) -> pl.Series:
    return (
        numbered.lazy()
        .drop_nulls(attributes)
        .group_by(attributes)
        .agg(pl.col(_RECORDS).sum(), pl.col(_AT).first())
        .filter(pl.col(_RECORDS) == 1)
        .collect()[_AT]
        .sort()
    )


def _mask(at: pl.Series, height: int) -> pl.Series:
    return pl.zeros(height, dtype=pl.Int8, eager=True).scatter(at, 1).cast(pl.Boolean)
