"""The equivalence classes of a table: records that are alike in every quasi-identifier.

The classes of some records merge with those of others, in any order and any split, so that a table
of any length is grouped batch by batch; and they are grouped once, however much is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from hxlguard.measures.coding import (
    CLASS,
    COUNT,
    NUMBER,
    VALUE,
    Column,
    by_count,
    classed,
    concatenated,
    numbers,
    summed,
)
from hxlguard.measures.wildcards import Agreed, agreeing
from hxlguard.model.disclosure import Blanks

_MASS = "mass"
_TOO_MANY_BLANKS = (
    "blanks stand in too many combinations of columns to agree with every value; "
    "use fewer quasi-identifiers or `blanks: value`"
)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Side:
    """What the records of each class say in a further column.

    Attributes:
        pairs: `class`, `value` (a code) and `n`, how many records; no pair stands there twice.
        texts: what the codes stand for; the first is null, for a blank.
    """

    pairs: pl.DataFrame
    texts: pl.Series


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Partial:
    """The classes of some records; partials of disjoint records merge.

    Attributes:
        keys: each quasi-identifier, named as in the grid, with a row for each class.
        counts: how many records each class has.
        sides: further columns.
        known: what is costly and was computed of these classes, by a name of it.
    """

    keys: Mapping[str, Column]
    counts: pl.Series
    sides: Mapping[str, Side]
    known: dict[object, Any] = field(default_factory=dict)

    def __or__(self, other: Partial) -> Partial:
        return merged((self, other))


def partial(records: pl.DataFrame, keys: Sequence[str], sides: Sequence[str] = ()) -> Partial:
    """Group records by `keys`, and count what they say in `sides`.

    Args:
        records: cells as text, a row for each record; null where empty.
        keys: the names of the quasi-identifiers.
        sides: the names of sensitive attributes, weight and household.
    """
    columns = {name: Column.of(records[name]) for name in dict.fromkeys((*keys, *sides))}
    one = pl.repeat(1, records.height, dtype=pl.Int64, eager=True)
    ids, firsts, counts = classed([columns[name] for name in keys], one)
    return Partial(
        {name: columns[name].at(firsts) for name in keys},
        counts,
        {name: _side(ids, columns[name]) for name in sides},
    )


def _side(classes: pl.Series, values: Column, counts: pl.Series | None = None) -> Side:
    return Side(summed(classes, values.codes, len(values.texts), counts), values.texts)


def merged(partials: Iterable[Partial]) -> Partial:
    """The classes of all records together; at least one partial, all of the same columns."""
    parts = list(partials)
    if len(parts) == 1:
        return parts[0]
    keys = {name: concatenated([part.keys[name] for part in parts]) for name in parts[0].keys}
    return _regrouped(parts, keys)


def recoded(grouped: Partial, keys: Mapping[str, Column]) -> Partial:
    """The classes of the same records by other keys, which have a row for each of its classes."""
    return _regrouped([grouped], keys)


def _regrouped(parts: Sequence[Partial], keys: Mapping[str, Column]) -> Partial:
    """All classes of all parts, in turn, by keys that may be alike for several of them."""
    ids, firsts, counts = classed(list(keys.values()), pl.concat([part.counts for part in parts]))
    return Partial(
        {name: column.at(firsts) for name, column in keys.items()},
        counts,
        {name: _merged_side(parts, name, ids) for name in parts[0].sides},
    )


def _merged_side(parts: Sequence[Partial], name: str, ids: pl.Series) -> Side:
    """One side of all parts; `ids` has the new number of each class of each part, in turn."""
    sides = [part.sides[name] for part in parts]
    values = concatenated([Column(side.pairs[VALUE], side.texts) for side in sides])
    start, classes = 0, list[pl.Series]()
    for part, side in zip(parts, sides, strict=True):
        classes.append(ids.gather(side.pairs[CLASS] + start))
        start += len(part.counts)
    counts = pl.concat([side.pairs[COUNT] for side in sides])
    return _side(pl.concat(classes), values, counts)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Classes:
    """What measures are computed from: numbers alone; a series has one entry for each class.

    Values are codes, the same where cells are alike, and 0 for a blank.

    Attributes:
        keys: each quasi-identifier, with a row for each class.
        counts: how many records have exactly this key.
        fk: how many records agree with it; more than `counts` only where a blank agrees with all.
        population: how many people of the population agree with it (`Fk`); None without usable
            weights.
        weighted: True when there is a column of weights; otherwise `population` is `fk`.
        sensitive: what agreeing records say: for each sensitive attribute `class`, `value`, `n`, in
            the order of classes, and the most frequent value of a class first.
        overall: what all records say: for each sensitive attribute `value`, `n` and `number`,
            null where the cell is none.
        levels: for each sensitive attribute with a hierarchy, coarsest first, the group that each
            value is in.
        households: which households the records are of, or None.
        known: what is costly and was computed of these keys and counts, by a name of it.
        obstacle: why nothing can be measured, in one sentence with the remedy; mostly empty.
    """

    keys: Mapping[str, Column]
    counts: pl.Series
    fk: pl.Series
    population: pl.Series | None
    weighted: bool
    sensitive: Mapping[str, pl.DataFrame]
    overall: Mapping[str, pl.DataFrame]
    levels: Mapping[str, Sequence[pl.Series]]
    households: Side | None
    known: dict[object, Any]
    obstacle: str = ""

    @property
    def table(self) -> pl.DataFrame:
        """The codes of the keys: a column for each quasi-identifier, a row for each class."""
        return pl.DataFrame({name: column.codes for name, column in self.keys.items()})

    @property
    def records(self) -> int:
        """How many records there are."""
        return int(self.counts.sum())

    def positions(self, records: pl.DataFrame, chosen: pl.Series) -> pl.Series:
        """Where in `records` those of the chosen classes stand, ascending from 0."""
        return chosen.gather(class_numbers(self.keys, records)).arg_true()


def class_numbers(keys: Mapping[str, Column], records: pl.DataFrame) -> pl.Series:
    """The class of each of some records, all of which were grouped.

    Args:
        keys: each quasi-identifier, with a row for each class.
        records: cells as text, a row for each record.
    """
    coded = [Column(keys[name].codes_of(records[name]), keys[name].texts) for name in keys]
    one = pl.repeat(1, records.height, dtype=pl.Int64, eager=True)
    ids, firsts, _ = classed(coded, one)
    here = pl.DataFrame(
        [each.codes.gather(firsts).alias(name) for name, each in zip(keys, coded, strict=True)]
    )
    known = pl.DataFrame({name: column.codes for name, column in keys.items()})
    numbered = known.with_row_index(CLASS)
    found = here.join(numbered, on=list(keys), how="left", maintain_order="left")
    return found[CLASS].gather(ids)


def classes_of(
    grouped: Partial,
    *,
    sensitive: Sequence[str] = (),
    weight: str | None = None,
    household: str | None = None,
    blanks: Blanks = "value",
    hierarchies: Mapping[str, Sequence[int]] | None = None,
) -> Classes:
    """Make the classes of all records ready for measures.

    Args:
        grouped: all records, with what follows among its sides.
        sensitive: names of the sensitive attributes.
        weight: name of the sampling weight.
        household: name of what names the household.
        blanks: whether a blank in a key is a value of its own or agrees with every value.
        hierarchies: for some sensitive attributes how many first characters of a code name its
            groups, ascending.
    """
    counts = grouped.counts
    masses = counts.cast(pl.Float64) if weight is None else _masses(grouped.sides[weight])
    sides = {name: grouped.sides[name].pairs for name in sensitive}
    agreed = agreeing(grouped.keys, counts, masses, sides, blanks)
    obstacle = "" if agreed else _TOO_MANY_BLANKS
    agreed = agreed or Agreed(counts, masses, sides)
    return Classes(
        keys=grouped.keys,
        counts=counts,
        fk=agreed.counts,
        population=agreed.masses,
        weighted=weight is not None,
        sensitive={name: by_count(side) for name, side in agreed.sides.items()},
        overall={name: _overall(grouped.sides[name]) for name in sensitive},
        levels={
            name: [_groups(grouped.sides[name].texts, length) for length in lengths]
            for name, lengths in (hierarchies or {}).items()
        },
        households=None if household is None else grouped.sides[household],
        known=grouped.known,
        obstacle=obstacle,
    )


def _overall(side: Side) -> pl.DataFrame:
    sums = side.pairs.group_by(VALUE).agg(pl.col(COUNT).sum()).sort(VALUE)
    return sums.with_columns(numbers(side.texts).gather(sums[VALUE]).alias(NUMBER))


def _groups(codes: pl.Series, length: int) -> pl.Series:
    """The group of each code that its first characters name; a blank is one of its own."""
    return Column.of(codes.str.slice(0, length)).codes


def _masses(weights: Side) -> pl.Series | None:
    """The sum of the weights of each class; None where one is no finite number above zero."""
    masses = weights.pairs.with_columns(
        numbers(weights.texts).gather(weights.pairs[VALUE]).alias(_MASS)
    )
    if not masses.select((pl.col(_MASS) > 0).fill_null(value=False).all()).item():
        return None
    sums = (
        masses.sort(CLASS, _MASS)
        .group_by(CLASS, maintain_order=True)
        .agg((pl.col(_MASS) * pl.col(COUNT)).sum())
    )
    return sums[_MASS] if sums[_MASS].is_finite().all() else None
