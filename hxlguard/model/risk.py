"""The answer of `risk`: what each table gives away about the people in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hxlguard.model.disclosure import (
    CLASS_SIZES,
    RISK_BANDS,
    Blanks,
    MeasureFound,
    MeasureName,
    Option,
    Roles,
)
from hxlguard.model.location import ColumnRef, Rows
from hxlguard.model.profile import SourceProfile, TableProfile, UnitOfRecord
from hxlguard.wording import plural

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.figure import Figure

BANDED: tuple[MeasureName, ...] = ("class_sizes", "risk_bands")
"""Measures that are told band by band."""

_OF_SENSITIVE: tuple[MeasureName, ...] = (
    "l_diversity",
    "t_closeness",
    "alpha_k_anonymity",
    "beta_likeness",
    "delta_disclosure",
)
_OF_SAMPLES: tuple[MeasureName, ...] = ("population_uniqueness", "dis_suda")
_OF_PEOPLE = (UnitOfRecord.INDIVIDUAL, UnitOfRecord.HOUSEHOLD)


@dataclass(frozen=True, slots=True)
class Band:
    """How many records lie in a band of class sizes or risks.

    Attributes:
        start: where it begins.
        end: where the next one begins, or None for the last one.
        records: how many records lie in it.
    """

    start: float
    end: float | None
    records: int


@dataclass(frozen=True, slots=True)
class TableRisk:
    """What one table gives away.

    Attributes:
        source: name of the source.
        table: the facts, with one answer for each question in `measures`.
    """

    source: str
    table: TableProfile

    @property
    def roles(self) -> Roles:
        """The columns that were used by one measure or another."""
        several = [found.roles for found in self.table.measures]
        return Roles(
            quasi=next((each.quasi for each in several if each.quasi), ()),
            sensitive=next((each.sensitive for each in several if each.sensitive), ()),
            counts=next((each.counts for each in several if each.counts), ()),
            weight=next((each.weight for each in several if each.weight), None),
            household=next((each.household for each in several if each.household), None),
        )

    @property
    def applicable(self) -> tuple[MeasureFound, ...]:
        """The answers to what can be asked of a table with these columns."""
        return tuple(each for each in self.table.measures if self._applies(each))

    @property
    def unanswered(self) -> tuple[MeasureFound, ...]:
        """What can be asked of the table but could not be computed.

        What has no value because it is beyond every limit is an answer.
        """
        return tuple(
            each for each in self.applicable if each.value is None and "beyond" not in each.details
        )

    @property
    def class_sizes(self) -> tuple[Band, ...]:
        """Records by the size of their class; empty where it is not known."""
        return self._bands("class_sizes", "from", CLASS_SIZES)

    @property
    def risk_bands(self) -> tuple[Band, ...]:
        """Records by individual risk, from 0 to 1; empty where it is not known."""
        return self._bands("risk_bands", "above", RISK_BANDS)

    @property
    def alone(self) -> int | None:
        """How many records are like no other; None where it is not known."""
        found = self.found("sample_uniques")
        return None if found is None or found.value is None else int(found.value)

    @property
    def options(self) -> tuple[Option, ...]:
        """What leaving out or coarsening a quasi-identifier would bring; fewest alone first.

        Empty where nothing has to be mended, or where it is not known.
        """
        found = self.found("k_anonymity")
        options = found.options if found else ()
        return tuple(sorted(options, key=lambda each: (each.uniques, -(each.value or 0))))

    def found(self, measure: MeasureName, **asked: object) -> MeasureFound | None:
        """The answer to one question, told from others of the same measure by what it asks."""
        for each in self.table.measures:
            if each.asked.measure == measure and all(
                getattr(each.asked, key) == value for key, value in asked.items()
            ):
                return each
        return None

    def refs(self, indexes: Sequence[int]) -> tuple[ColumnRef, ...]:
        """Columns by position and tag."""
        tags = {column.finding.index: column.finding.tag for column in self.table.columns}
        return tuple(ColumnRef(index, tags.get(index)) for index in indexes)

    def _bands(self, measure: MeasureName, word: str, starts: Sequence[float]) -> tuple[Band, ...]:
        found = self.found(measure)
        if found is None or found.value is None:
            return ()
        records = [int(found.details.get(f"{word}_{start}", 0)) for start in starts]
        ends = [end for _, end in pairwise(starts)]
        return tuple(map(Band, starts, [*ends, None], records))

    def _applies(self, found: MeasureFound) -> bool:
        measure, asked = found.asked.measure, found.asked
        if measure in _OF_SENSITIVE:
            return bool(found.roles.sensitive) or asked.sensitive is not None
        if measure in _OF_SAMPLES:
            return any((found.roles.weight, asked.weight, asked.sampling_fraction))
        if measure == "household_risk":
            return bool(found.roles.household or asked.household)
        if measure == "min_cell_count":
            return bool(found.roles.counts) and self.table.unit not in _OF_PEOPLE
        return True


@dataclass(frozen=True, slots=True)
class RiskReport:
    """How likely people are recognised in some sources.

    Attributes:
        sources: the facts, with the answers in the `measures` of each table.
        blanks: whether a blank is a value of its own or agrees with every value.
        sampling_fraction: the share of the population that the records are, as it was given.
    """

    sources: tuple[SourceProfile, ...]
    blanks: Blanks = "value"
    sampling_fraction: float | None = None

    def __repr__(self) -> str:
        tables = self.tables
        missing = sum(len(each.unanswered) for each in tables)
        return f"<RiskReport: {plural(len(tables), 'table')}, {missing} figures not computed>"

    @property
    def tables(self) -> tuple[TableRisk, ...]:
        """Every table that holds anything, in the order of the sources."""
        return tuple(self._tables())

    @property
    def complete(self) -> bool:
        """True when everything was read, and all was computed that a table can be asked for."""
        return not any(source.unread for source in self.sources) and not any(
            table.unanswered for table in self.tables
        )

    def shareable(self) -> RiskReport:
        """The same without row numbers, which point at people."""
        return replace(self, sources=tuple(_without_rows(source) for source in self.sources))

    def to_text(self) -> str:
        """Render for a person."""
        from hxlguard.reports import risk_text

        return risk_text.render(self)

    def to_json(self) -> str:
        """Render as `hxlguard/risk/v1` (schemas/risk-v1.schema.json)."""
        from hxlguard.reports import risk_v1

        return risk_v1.render(self)

    def to_frame(self) -> pl.DataFrame:
        """One row a measure: source, table, measure, what was asked, value, reason, rows."""
        from hxlguard.reports import frame

        return frame.measures(self)

    def plot_risks(self, table: int = 1) -> Figure:
        """Draw how many records have which risk, in the table at that position of `tables`.

        Raises:
            UsageError: matplotlib is missing, there is no such table, or nothing is known of it.
        """
        from hxlguard.reports import plots

        return plots.risks(self, table)

    def plot_class_sizes(self, table: int = 1) -> Figure:
        """Draw how many records stand in classes of which size; as in `plot_risks`."""
        from hxlguard.reports import plots

        return plots.class_sizes(self, table)

    def plot_contributions(self, table: int = 1) -> Figure:
        """Draw which quasi-identifiers make records unique; as in `plot_risks`."""
        from hxlguard.reports import plots

        return plots.contributions(self, table)

    def _tables(self) -> Iterator[TableRisk]:
        for source in self.sources:
            for table in source.tables:
                if any(column.finding.filled for column in table.columns):
                    yield TableRisk(source.name, table)


def _without_rows(source: SourceProfile) -> SourceProfile:
    tables = (
        replace(
            table,
            measures=tuple(replace(each, rows=Rows(each.rows.count)) for each in table.measures),
        )
        for table in source.tables
    )
    return replace(source, tables=tuple(tables))
