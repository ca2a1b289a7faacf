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
    Joined,
    by_count,
    concatenated,
    counted,
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
    names = list(dict.fromkeys((*keys, *sides)))
    categories = records.select(pl.col(names).cast(pl.Categorical))
    columns = {name: Column.of_categories(categories[name]) for name in names}
    room = max((len(columns[name].texts) for name in sides), default=1)
    joined, numbers = Joined.of([columns[name] for name in keys], records.height, room)
    return _grouped(
        joined,
        counted(numbers),
        {name: columns[name].texts for name in keys},
        {name: _side(numbers, columns[name]) for name in sides},
    )


def _grouped(
    joined: Joined,
    classes: pl.DataFrame,
    keys: Mapping[str, pl.Series],
    sides: Mapping[str, Side],
) -> Partial:
    """Classes, which ascend by the number that their codes are joined to."""
    codes = joined.part(classes[CLASS]) if keys else []
    columns = zip(keys.items(), codes, strict=True)
    return Partial(
        {name: Column(each, texts) for (name, texts), each in columns}, classes[COUNT], sides
    )


def _side(numbers: pl.Series, values: Column, counts: pl.Series | None = None) -> Side:
    """What records say, by the ascending numbers of their classes."""
    pairs = summed(numbers, values.codes, len(values.texts), counts)
    return Side(pairs.with_columns(pl.col(CLASS).rle_id()), values.texts)


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
    counts = pl.concat([part.counts for part in parts])
    said = {name: _stacked(parts, name) for name in parts[0].sides}
    room = max((len(values.texts) for _, values, _ in said.values()), default=1)
    joined, numbers = Joined.of(list(keys.values()), len(counts), room)
    return _grouped(
        joined,
        counted(numbers, counts),
        {name: column.texts for name, column in keys.items()},
        {
            name: _side(numbers.gather(classes), values, times)
            for name, (classes, values, times) in said.items()
        },
    )


def _stacked(parts: Sequence[Partial], name: str) -> tuple[pl.Series, Column, pl.Series]:
    """One side of all parts: the class, counted through all of them, the value, and how often."""
    sides = [part.sides[name] for part in parts]
    start, classes = 0, list[pl.Series]()
    for part, side in zip(parts, sides, strict=True):
        classes.append(side.pairs[CLASS] + start)
        start += len(part.counts)
    values = concatenated([Column(side.pairs[VALUE], side.texts) for side in sides])
    return pl.concat(classes), values, pl.concat([side.pairs[COUNT] for side in sides])


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
        shares: what was computed of sensitive attributes, by their names.
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
    shares: dict[str, pl.DataFrame] = field(default_factory=dict)
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
        return chosen.gather(Numbering.of(self.keys).numbers(records)).arg_true()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Numbering:
    """Tells the classes of records that were grouped."""

    keys: Mapping[str, Column]
    joined: Joined
    known: pl.Series
    classes: pl.Series

    @classmethod
    def of(cls, keys: Mapping[str, Column]) -> Numbering:
        """Of quasi-identifiers, at least one, with a row for each class."""
        columns = list(keys.values())
        joined, numbers = Joined.of(columns, len(columns[0].codes), 1)
        order = numbers.arg_sort()
        return cls(keys, joined, numbers.gather(order), order)

    def numbers(self, records: pl.DataFrame) -> pl.Series:
        """The class of each record; cells are text."""
        codes = [column.codes_of(records[name]) for name, column in self.keys.items()]
        return self.classes.gather(self.known.search_sorted(self.joined.join(codes)))


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
