"""What every measure is made of: a name, what it needs, and a function over classes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, cast

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.model.disclosure import Figure, MeasureAsked, MeasureName

DIGITS = 12
"""Significant digits of a figure; what binary fractions add behind them is no finding."""

Need: TypeAlias = Literal["sensitive", "population", "household"]

NO_QUASI = "no column is a quasi-identifier; name them with `quasi_identifiers`"

_MISSING: Mapping[Need, str] = {
    "sensitive": "no column is a sensitive attribute; name them with `sensitive`",
    "population": "a weight is blank, no number or not above zero; mend the weights",
    "household": "no column names the household; name it with `household`",
}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Measured:
    """What a measure says about the classes of a table.

    Attributes:
        value: a finite number, or None where there is none.
        reason: why there is none: one sentence with the remedy.
        worst: for each class, whether it breaks the limit that is asked for, or without a limit
            whether none is worse; None where records are not to blame.
        details: further figures by name.
        households: where they are to blame and not classes, the codes of those that break the
            limit, or without one of those that none is worse than.
    """

    value: float | None
    reason: str = ""
    worst: pl.Series | None = None
    details: Mapping[str, Figure] = field(default_factory=dict)
    households: pl.Series | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of disclosure.

    Attributes:
        name: as clauses call it.
        of: computes it from classes that have what it needs.
        needs: roles that it cannot do without, beside the quasi-identifiers.
        variants: the kinds of it that there are.
    """

    name: MeasureName
    of: Callable[[Classes, MeasureAsked], Measured]
    needs: tuple[Need, ...] = ()
    variants: tuple[str, ...] = ()

    def measured(self, classes: Classes, asked: MeasureAsked) -> Measured:
        """Compute it, or say why not."""
        reason = self._obstacle(classes) or self._unknown_variant(asked.variant)
        if reason:
            return Measured(None, reason)
        found = self.of(classes, asked)
        if found.value is not None and not math.isfinite(found.value):
            return Measured(None, "the figure is not finite; look at the data", details={})
        return found

    def _obstacle(self, classes: Classes) -> str:
        if not classes.keys:
            return NO_QUASI
        if not classes.records:
            return "the table has no records; there is nothing to measure"
        if classes.obstacle:
            return classes.obstacle
        present = {
            "sensitive": bool(classes.sensitive),
            "population": classes.population is not None,
            "household": classes.households is not None,
        }
        return next((_MISSING[need] for need in self.needs if not present[need]), "")

    def _unknown_variant(self, variant: str | None) -> str:
        if variant is None or variant in self.variants:
            return ""
        known = " or ".join(f"`{each}`" for each in self.variants)
        return f"`{self.name}` has no such variant; " + (
            f"use {known}" if known else "leave it out"
        )


def settled(figures: pl.Series) -> pl.Series:
    """Figures without the noise of binary fractions, so that a limit that is met is met."""
    return figures.round_sig_figs(DIGITS) if figures.dtype.is_float() else figures


def total(figures: pl.Series) -> float:
    """Their sum, whatever the order in which classes come."""
    return float(settled(pl.Series([math.fsum(figures)]))[0])


def greatest(figures: pl.Series) -> float:
    """The greatest of some figures, at least one."""
    return cast("float", figures.max())


def smallest(figures: pl.Series) -> float:
    """The smallest of some figures, at least one."""
    return cast("float", figures.min())


def most(figures: pl.Series, asked: MeasureAsked, **details: Figure) -> Measured:
    """The greatest figure of all classes is the value of the table."""
    figures = settled(figures)
    value, limit = greatest(figures), asked.at_most
    return Measured(value, "", figures == value if limit is None else figures > limit, details)


def least(figures: pl.Series, asked: MeasureAsked, **details: Figure) -> Measured:
    """The least figure of all classes is the value of the table."""
    figures = settled(figures)
    value, limit = smallest(figures), asked.at_least
    return Measured(value, "", figures == value if limit is None else figures < limit, details)
