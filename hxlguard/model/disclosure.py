"""What clauses ask about the risk of disclosure, and the figures found: never a key's value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from hxlguard.model.location import NO_ROWS, Rows

LimitName: TypeAlias = Literal[
    "k_anonymity",
    "l_diversity",
    "t_closeness",
    "alpha_k_anonymity",
    "beta_likeness",
    "delta_disclosure",
    "sample_uniques",
    "sample_uniques_share",
    "individual_risk",
    "global_risk",
    "expected_reidentifications",
    "share_above_risk",
    "household_risk",
    "population_uniqueness",
    "suda",
    "dis_suda",
    "min_cell_count",
    "dominance",
    "p_percent",
]
"""Measures that a clause may set a limit to."""

MeasureName: TypeAlias = Literal[LimitName, "class_sizes", "risk_bands"]
Blanks: TypeAlias = Literal["value", "wildcard"]
Figure: TypeAlias = int | float | str
Change: TypeAlias = Literal[
    "drop", "band", "truncate_date", "round_coordinates", "generalise_location"
]
Period: TypeAlias = Literal["month", "quarter", "year"]
NumbersByPattern: TypeAlias = tuple[tuple[str, tuple[int, ...]], ...]
"""Tag patterns, each with some numbers, ascending; the first that fits a column counts."""

AT_LEAST: Final = frozenset({"k_anonymity", "l_diversity", "min_cell_count", "p_percent"})
"""Measures of which more protects; of all others less does."""

CLASS_SIZES = (1, 2, 3, 5, 10, 20, 50, 100)
"""Where bands of class sizes begin; the last one has no end."""
RISK_BANDS = (0.0, 0.01, 0.03, 0.05, 0.1, 0.15, 0.2, 0.33, 0.5)
"""Where bands of individual risk begin: a band has its upper end and not its lower one."""


@dataclass(frozen=True, slots=True)
class MeasureAsked:
    """One measure of one table, as a clause or a caller asks for it.

    Attributes:
        measure: its name.
        variant: which kind of it, such as `entropy` or `enhanced`; None for the usual one.
        quasi: tag patterns of the quasi-identifiers; None to find them by what columns are.
        sensitive: tag patterns of the sensitive attributes; None as above.
        counts: tag patterns of counts of people; None as above.
        weight: tag pattern of the sampling weight; None as above.
        household: tag pattern of what names the household; None as above.
        blanks: `value`, a blank is a value of its own; `wildcard`, it agrees with every value.
        k: the least class size that `alpha_k_anonymity` and `share_above_risk` go with.
        c: the factor of recursive (c, l)-diversity.
        alpha: the largest share of one value in a class.
        risk: the risk above which records are counted.
        size: the largest size of a combination that SUDA looks at.
        sampling_fraction: the share of the population that the records are.
        zeros_allowed: whether a count of zero may be shown where small counts may not.
        secondary: whether it is looked for suppressed counts that margins give away.
        largest: how many contributors `dominance` looks at together.
        bands: tag patterns with where the bands begin that numbers are counted in while it is
            measured; without a pattern as they are.
        hierarchies: tag patterns with how many first characters of a code name its groups, for the
            hierarchical distance of `t_closeness`.
        dates: what dates are shortened to while it is measured; None for as they are.
        at_least: the least value that is allowed, or None.
        at_most: the greatest value that is allowed, or None.
    """

    measure: MeasureName
    variant: str | None = None
    quasi: tuple[str, ...] | None = None
    sensitive: tuple[str, ...] | None = None
    counts: tuple[str, ...] | None = None
    weight: str | None = None
    household: str | None = None
    blanks: Blanks = "value"
    k: int | None = None
    c: float | None = None
    alpha: float | None = None
    risk: float | None = None
    size: int | None = None
    sampling_fraction: float | None = None
    zeros_allowed: bool = False
    secondary: bool = False
    largest: int | None = None
    bands: NumbersByPattern = ()
    hierarchies: NumbersByPattern = ()
    dates: Period | None = None
    at_least: float | None = None
    at_most: float | None = None


def breaks(value: float, asked: MeasureAsked) -> bool:
    """Whether a figure lies outside of the limits that are asked for; what is no number does."""
    too_small = asked.at_least is not None and not value >= asked.at_least
    too_large = asked.at_most is not None and not value <= asked.at_most
    return too_small or too_large


@dataclass(frozen=True, slots=True)
class Roles:
    """Which columns play a part in a measure, by position from 1.

    Attributes:
        quasi: what may be known about a person from elsewhere.
        sensitive: what nobody should learn; coarsest first where they form a hierarchy.
        counts: counts of people.
        weight: how many people of the population a record stands for.
        household: which household a record belongs to.
    """

    quasi: tuple[int, ...] = ()
    sensitive: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()
    weight: int | None = None
    household: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """What would become of a table if one quasi-identifier were left out or made coarser.

    Attributes:
        do: which change.
        column: its position from 1.
        to: where the bands begin, what dates are shortened to, how many decimals coordinates keep,
            or the administrative level of places; empty for `drop`.
        value: the measure then, or None where it has none.
        uniques: how many records would still be alone.
        also: further columns that speak of the same place: coordinates are rounded together, and
            names of places left out where their codes become those of larger ones.
    """

    do: Change
    column: int
    to: str
    value: int | float | None
    uniques: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureFound:
    """The answer to a `MeasureAsked`.

    Attributes:
        asked: the question.
        value: a finite number, or None where there is none.
        reason: why there is no value, in one sentence with the remedy; empty where there is one.
        roles: the columns that were used.
        rows: the records that break the limit; without a limit, the worst ones.
        details: further figures by name.
        options: what would help, best first, where the limit is broken.
    """

    asked: MeasureAsked
    value: int | float | None = None
    reason: str = ""
    roles: Roles = Roles()
    rows: Rows = NO_ROWS
    details: Mapping[str, Figure] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
