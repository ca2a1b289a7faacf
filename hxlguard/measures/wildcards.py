"""Blanks that agree with every value, as sdcMicro counts them (`freqCalc`).

Two keys agree where they have the same value in every column that both have filled. Only distinct
keys are compared, all those at once that have the same columns filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from hxlguard.measures.coding import CLASS, COUNT, VALUE, Column
from hxlguard.model.disclosure import Blanks

MOST_MASKS = 128
"""Ways of having some columns filled, as seven columns have; each is compared with each."""

_MASS = "mass"
_MASK = "mask"
_ALL = "all"
"""A column that all keys have, so that there is always one to compare."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Agreed:
    """For each class what all records say that agree with it.

    Attributes:
        counts: how many records there are.
        masses: how many people of the population they stand for, or None.
        sides: for each further column `class`, `value`, `n`.
    """

    counts: pl.Series
    masses: pl.Series | None
    sides: Mapping[str, pl.DataFrame]


def agreeing(
    keys: Mapping[str, Column],
    counts: pl.Series,
    masses: pl.Series | None,
    sides: Mapping[str, pl.DataFrame],
    blanks: Blanks,
) -> Agreed | None:
    """Add up over all classes that agree with each class; None where that would take too long.

    Args:
        keys: each quasi-identifier, with a row for each class.
        counts: how many records each class has.
        masses: how many people of the population each stands for, or None.
        sides: for each further column what they say: `class`, `value`, `n`.
        blanks: with `value` a class agrees with itself alone.
    """
    if blanks == "value" or not keys:
        return Agreed(counts, masses, sides)
    groups = _by_mask(_table(keys))
    if len(groups) <= 1:
        return Agreed(counts, masses, sides)
    if len(groups) > MOST_MASKS:
        return None
    figures = pl.DataFrame({COUNT: counts, _MASS: counts if masses is None else masses})
    sums, stated = list[pl.DataFrame](), {name: list[pl.DataFrame]() for name in sides}
    for ours in groups:
        for theirs in groups:
            common = [name for name in ours.columns if name in theirs.columns and name != CLASS]
            added = theirs.hstack(figures[theirs[CLASS]])
            sums.append(_matched(ours, added, common, [COUNT, _MASS]))
            for name, side in sides.items():
                said = theirs.join(side, on=CLASS)
                stated[name].append(_matched(ours, said, [*common, VALUE], [COUNT]))
    whole = _added(sums, [CLASS])
    return Agreed(
        whole[COUNT],
        None if masses is None else whole[_MASS],
        {name: _added(parts, [CLASS, VALUE]) for name, parts in stated.items()},
    )


def masks(keys: Mapping[str, Column]) -> int:
    """In how many ways some columns are filled and others blank."""
    return _filled(_table(keys)).n_unique() if keys else 1


def _table(keys: Mapping[str, Column]) -> pl.DataFrame:
    return pl.DataFrame({name: column.codes for name, column in keys.items()})


def _filled(table: pl.DataFrame) -> pl.Series:
    """For each key a digit for each column: whether it is filled."""
    return table.select(pl.concat_str((pl.all() > 0).cast(pl.Int8)).alias(_MASK))[_MASK]


def _by_mask(table: pl.DataFrame) -> list[pl.DataFrame]:
    """The keys by which of their columns are filled, each with its class and these columns only."""
    found = _filled(table)
    numbered = table.with_row_index(CLASS).with_columns(pl.lit(0).alias(_ALL))
    groups = []
    for mask in found.unique().sort():
        names = [name for name, bit in zip(table.columns, mask, strict=True) if bit == "1"]
        groups.append(numbered.filter(found == mask).select(CLASS, _ALL, *names))
    return groups


def _matched(
    ours: pl.DataFrame, theirs: pl.DataFrame, by: list[str], added: list[str]
) -> pl.DataFrame:
    """For each of our classes what theirs say that have the same values, added up."""
    offered = theirs.group_by(by).agg(pl.col(added).sum())
    common = [name for name in by if name in ours.columns]
    carried = [name for name in by if name not in ours.columns]
    return ours.join(offered, on=common).select(CLASS, *carried, *added)


def _added(parts: list[pl.DataFrame], by: list[str]) -> pl.DataFrame:
    return pl.concat(parts).group_by(by).agg(pl.exclude(by).sum()).sort(by)
