"""What is measured of a table: a measure, the columns that it is about, and how they are taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from hxlguard.coarsening import banded, shortened
from hxlguard.measures import MEASURES
from hxlguard.measures.classes import Classes, Partial, classes_of
from hxlguard.measures.measure import NO_QUASI, Measure
from hxlguard.model.disclosure import MeasureAsked, NumbersByPattern, Period, Roles
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.roles import roles, unclear

_UNWEIGHTED = frozenset(
    {
        "k_anonymity",
        "alpha_k_anonymity",
        "l_diversity",
        "t_closeness",
        "beta_likeness",
        "delta_disclosure",
        "sample_uniques",
        "sample_uniques_share",
        "suda",
    }
)
"""Measures of the records alone, whatever the population is."""

NumbersByName = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What records are grouped by.

    Attributes:
        quasi: names of the quasi-identifiers.
        cuts: for some of them the bands that numbers are counted in.
        dates: what dates are shortened to, or None.
    """

    quasi: tuple[str, ...]
    cuts: NumbersByName
    dates: Period | None

    def coarse(self, records: pl.DataFrame) -> pl.DataFrame:
        """The records as they are compared."""
        for name, cuts in self.cuts:
            records = records.with_columns(banded(records[name], cuts).alias(name))
        if self.dates is not None:
            dates = [shortened(records[name], self.dates).alias(name) for name in self.quasi]
            records = records.with_columns(dates)
        return records


@dataclass(frozen=True, slots=True)
class Question:
    """One measure of one table.

    Attributes:
        asked: what a clause or a caller asks for.
        measure: computes it.
        roles: the columns that it is about.
        key: what records are grouped by.
        hierarchies: for some sensitive attributes how many characters of a code name its groups.
        obstacle: why it cannot be computed, in one sentence with the remedy; mostly empty.
    """

    asked: MeasureAsked
    measure: Measure
    roles: Roles
    key: Key
    hierarchies: NumbersByName
    obstacle: str

    @property
    def sides(self) -> tuple[str, ...]:
        """The further columns that it needs."""
        others = (self.roles.weight, self.roles.household)
        return tuple(map(str, (*self.roles.sensitive, *(each for each in others if each))))

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that tell which records are to blame."""
        household = self.roles.household
        return self.key.quasi if household is None else (*self.key.quasi, str(household))

    @property
    def made_from(self) -> object:
        """The same for all questions that are answered from the same classes."""
        return self.key, self.roles, self.hierarchies, self.asked.blanks

    def classes(self, group: Partial) -> Classes:
        """The classes of a group as its measure wants them."""
        weight, household = self.roles.weight, self.roles.household
        return classes_of(
            group,
            sensitive=list(map(str, self.roles.sensitive)),
            weight=None if weight is None else str(weight),
            household=None if household is None else str(household),
            blanks=self.asked.blanks,
            hierarchies=dict(self.hierarchies),
        )


def question(columns: Sequence[ColumnProfile], asked: MeasureAsked) -> Question:
    """What is asked of a table of these columns; `asked` is about a measure of classes."""
    measure, found = MEASURES[asked.measure], roles(columns, asked)
    weighted, together = asked.measure not in _UNWEIGHTED, "household" in measure.needs
    used = replace(
        found,
        sensitive=found.sensitive if "sensitive" in measure.needs else (),
        weight=found.weight if weighted else None,
        household=found.household if together else None,
        counts=(),
    )
    cuts = tuple(_by_name(columns, used.quasi, asked.bands))
    hierarchies = tuple(_by_name(columns, used.sensitive, asked.hierarchies))
    obstacle = None if used.quasi else NO_QUASI
    obstacle = obstacle or unclear(columns, asked, weight=weighted, household=together)
    key = Key(tuple(map(str, used.quasi)), cuts, asked.dates)
    return Question(asked, measure, used, key, hierarchies, obstacle or "")


def _by_name(
    columns: Sequence[ColumnProfile], used: Collection[int], given: NumbersByPattern
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The numbers of each used column that has any: those of the first pattern that fits."""
    for column in columns:
        tag = column.finding.tag or column.finding.proposed_tag
        if tag is None or column.finding.index not in used:
            continue
        spec = TagSpec.parse(tag)
        fitting = (numbers for text, numbers in given if TagPattern.parse(text).matches(spec))
        if numbers := next(fitting, None):
            yield str(column.finding.index), numbers
