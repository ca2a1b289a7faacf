"""The equivalence classes of a table: records that are alike in every quasi-identifier.

The classes of some records merge with those of others, in any order and any split, so that a table
of any length is grouped batch by batch; and they are grouped once, however much is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from hxlguard.measures.coding import CLASS, COUNT, VALUE, classed, summed, written
from hxlguard.measures.wildcards import agreeing
from hxlguard.model.disclosure import Blanks

_MASS = "mass"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Partial:
    """The classes of some records; partials of disjoint records merge.

    Attributes:
        keys: a column for each quasi-identifier, named as in the grid, and `n`, how many records
            are alike; no key stands there twice. A blank is null.
        sides: for each further column its `class` (a position in `keys`), `value` (null where
            blank) and `n`; no pair stands there twice.
    """

    keys: pl.DataFrame
    sides: Mapping[str, pl.DataFrame]

    def __or__(self, other: Partial) -> Partial:
        return merged((self, other))


def partial(records: pl.DataFrame, keys: Sequence[str], sides: Sequence[str] = ()) -> Partial:
    """Group records by `keys`, and count what they say in `sides`.

    Args:
        records: cells as text, a row for each record; null where empty.
        keys: the names of the quasi-identifiers.
        sides: the names of sensitive attributes, weight and household.
    """
    texts = written(records, dict.fromkeys((*keys, *sides)))
    one = pl.repeat(1, records.height, dtype=pl.Int64, eager=True).alias(COUNT)
    own = pl.int_range(records.height, dtype=pl.UInt32, eager=True)
    stated = {name: pl.DataFrame({CLASS: own, VALUE: texts[name], COUNT: one}) for name in sides}
    return _grouped(texts.select(keys), one, stated)


def merged(partials: Iterable[Partial]) -> Partial:
    """The classes of all records together; at least one partial, all of the same columns."""
    parts = list(partials)
    if len(parts) == 1:
        return parts[0]
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + part.keys.height)
    sides = {
        name: pl.concat(
            part.sides[name].with_columns((pl.col(CLASS) + start).cast(pl.UInt32))
            for part, start in zip(parts, starts, strict=False)
        )
        for name in parts[0].sides
    }
    keys = pl.concat(part.keys for part in parts)
    return _grouped(keys.drop(COUNT), keys[COUNT], sides)


def _grouped(texts: pl.DataFrame, counts: pl.Series, sides: Mapping[str, pl.DataFrame]) -> Partial:
    """Rows that are alike made one; a side names its row in `texts` as its class."""
    ids, firsts = classed(texts, len(counts))
    number = pl.DataFrame({CLASS: ids, COUNT: counts}).group_by(CLASS).agg(pl.col(COUNT).sum())
    keys = texts[firsts].with_columns(number.sort(CLASS)[COUNT])
    return Partial(
        keys,
        {
            name: summed(side.with_columns(ids.gather(side[CLASS]).alias(CLASS)))
            for name, side in sides.items()
        },
    )


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Classes:
    """What measures are computed from; every series has one entry for each class.

    Attributes:
        table: a column of text for each quasi-identifier; a blank is null.
        counts: how many records have exactly this key.
        fk: how many records agree with it; more than `counts` only where a blank agrees with all.
        population: how many people of the population agree with it (`Fk`); None without usable
            weights.
        weighted: True when a weight column was named; otherwise `population` is `fk`.
        sensitive: what agreeing records say: for each sensitive attribute `class`, `value`, `n`.
        overall: what all records say: for each sensitive attribute `value`, `n`.
        households: `class`, `value` (null where blank), `n`, or None.
    """

    table: pl.DataFrame
    counts: pl.Series
    fk: pl.Series
    population: pl.Series | None
    weighted: bool
    sensitive: Mapping[str, pl.DataFrame]
    overall: Mapping[str, pl.DataFrame]
    households: pl.DataFrame | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the quasi-identifiers."""
        return tuple(self.table.columns)

    @property
    def records(self) -> int:
        """How many records there are."""
        return int(self.counts.sum())

    def positions(self, records: pl.DataFrame, chosen: pl.Series) -> pl.Series:
        """Where in `records` those of the chosen classes stand, ascending from 0."""
        texts = written(records, self.keys).with_row_index("at")
        kept = self.table.filter(chosen)
        found = texts.join(kept, on=list(self.keys), how="semi", nulls_equal=True)
        return found["at"].sort()


def classes_of(
    grouped: Partial,
    *,
    sensitive: Sequence[str] = (),
    weight: str | None = None,
    household: str | None = None,
    blanks: Blanks = "value",
) -> Classes:
    """Make the classes of all records ready for measures.

    Args:
        grouped: all records, with what follows among its sides.
        sensitive: names of the sensitive attributes.
        weight: name of the sampling weight.
        household: name of what names the household.
        blanks: whether a blank in a key is a value of its own or agrees with every value.
    """
    table, counts = grouped.keys.drop(COUNT), grouped.keys[COUNT]
    masses = counts.cast(pl.Float64) if weight is None else _masses(grouped.sides[weight])
    sides: Mapping[str, pl.DataFrame] = {name: grouped.sides[name] for name in sensitive}
    overall = {name: side.group_by(VALUE).agg(pl.col(COUNT).sum()) for name, side in sides.items()}
    fk = counts
    if blanks == "wildcard":
        agreed = agreeing(table, counts, masses, sides)
        fk, masses, sides = agreed.counts, agreed.masses, agreed.sides
    return Classes(
        table=table,
        counts=counts,
        fk=fk,
        population=masses,
        weighted=weight is not None,
        sensitive=sides,
        overall=overall,
        households=None if household is None else grouped.sides[household],
    )


def _masses(weights: pl.DataFrame) -> pl.Series | None:
    """The sum of the weights of each class; None where one is no finite number above zero."""
    numbers = weights.with_columns(pl.col(VALUE).cast(pl.Float64, strict=False))
    usable = pl.col(VALUE).is_finite() & (pl.col(VALUE) > 0)
    if not numbers.select(usable.fill_null(value=False).all()).item():
        return None
    sums = (
        numbers.sort(CLASS, VALUE)
        .group_by(CLASS, maintain_order=True)
        .agg((pl.col(VALUE) * pl.col(COUNT)).sum().alias(_MASS))
    )
    return sums[_MASS] if sums[_MASS].is_finite().all() else None
