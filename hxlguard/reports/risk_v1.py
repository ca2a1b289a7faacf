"""The JSON document `hxlguard/risk/v1`; what `json_v1` says of its models holds here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from hxlguard.model.disclosure import Blanks, Change, Figure, MeasureFound, MeasureName
from hxlguard.model.profile import SourceProfile
from hxlguard.model.risk import BANDED, RiskReport, TableRisk
from hxlguard.reports._thresholds import IN_USE
from hxlguard.reports.json_v1 import (
    ColumnRefV1,
    Count,
    Digest,
    Part,
    RowsV1,
    Text,
    ToolV1,
    UnitOfRecordV1,
    UnreadV1,
    schema_of,
    written,
)

Share = Annotated[float, Field(ge=0, le=1)]


class RolesV1(Part):
    """The columns that were used."""

    quasi: tuple[ColumnRefV1, ...] = Field(description="What may be known from elsewhere.")
    sensitive: tuple[ColumnRefV1, ...] = Field(description="What nobody should learn.")
    counts: tuple[ColumnRefV1, ...] = Field(description="Counts of people.")
    weight: ColumnRefV1 | None
    household: ColumnRefV1 | None


class MeasureV1(Part):
    """One figure, or why there is none."""

    measure: MeasureName
    variant: Text | None
    k: int | None
    c: float | None
    risk: float | None = Field(description="The risk above which records are counted.")
    at_least: float | None = Field(description="The limit that `rows` break.")
    value: float | None
    reason: Text | None = Field(description="Why there is no value; null where there is one.")
    rows: RowsV1 = Field(description="Records that break the limit; without one, the worst.")
    details: dict[Text, Figure] = Field(
        description="Further figures; a number in a name is the position of a column."
    )
    in_use: Text | None = Field(description="Which limits others go by.")


class ClassSizesV1(Part):
    """How many records share their combination with how many, themselves included."""

    at_least: Count
    below: Count | None = Field(description="Null for the last band.")
    records: Count


class RisksV1(Part):
    """How many records have which individual risk."""

    above: Share
    at_most: Share
    records: Count


class OptionV1(Part):
    """What leaving out one quasi-identifier, or making it coarser, would bring."""

    do: Change
    column: ColumnRefV1
    also: tuple[ColumnRefV1, ...] = Field(description="Columns that change together with it.")
    to: Text = Field(
        description="Where bands begin, the period, decimals or admin level; empty for `drop`."
    )
    k: Count | None = Field(description="The smallest class then.")
    alone: Count = Field(description="Records that are still like no other.")


class TableRiskV1(Part):
    """What one table gives away."""

    source: Text
    name: Text
    records: Count
    unit_of_record: UnitOfRecordV1
    roles: RolesV1
    measures: tuple[MeasureV1, ...]
    class_sizes: tuple[ClassSizesV1, ...] = Field(description="Empty where not computed.")
    risks: tuple[RisksV1, ...] = Field(description="Empty where not computed.")
    options: tuple[OptionV1, ...] = Field(description="What helps most first.")


class RiskSourceV1(Part):
    """One file."""

    name: Text
    media_type: Text
    sha256: Digest | None = Field(description="Null for a file that could not be read.")
    unread: tuple[UnreadV1, ...]


class RiskV1(Part):
    """How likely people are recognised in some sources."""

    format: Literal["hxlguard/risk/v1"] = "hxlguard/risk/v1"
    tool: ToolV1 = Field(default_factory=ToolV1)
    complete: bool = Field(description="All was read, and all that can be asked was computed.")
    blanks: Blanks = Field(description="Whether a blank is a value or agrees with every one.")
    sampling_fraction: Share | None = Field(description="As given by the caller.")
    sources: tuple[RiskSourceV1, ...]
    tables: tuple[TableRiskV1, ...]


def risk_schema_text() -> str:
    """Generate `schemas/risk-v1.schema.json`, JSON Schema draft 2020-12."""
    return schema_of(RiskV1)


def render(report: RiskReport, *, colour: bool = False) -> str:
    """Write `hxlguard/risk/v1`; `colour` changes nothing."""
    return written(
        RiskV1(
            complete=report.complete,
            blanks=report.blanks,
            sampling_fraction=report.sampling_fraction,
            sources=tuple(map(_source, report.sources)),
            tables=tuple(map(_table, report.tables)),
        )
    )


def _source(source: SourceProfile) -> RiskSourceV1:
    return RiskSourceV1(
        name=source.name,
        media_type=source.media_type,
        sha256=source.sha256 or None,
        unread=source.unread,
    )


def _table(risk: TableRisk) -> TableRiskV1:
    table, roles = risk.table, risk.roles
    return TableRiskV1(
        source=risk.source,
        name=table.name,
        records=table.rows,
        unit_of_record=UnitOfRecordV1(value=table.unit, confidence=table.unit_confidence),
        roles=RolesV1(
            quasi=risk.refs(roles.quasi),
            sensitive=risk.refs(roles.sensitive),
            counts=risk.refs(roles.counts),
            weight=roles.weight and _ref(risk, roles.weight),
            household=roles.household and _ref(risk, roles.household),
        ),
        measures=tuple(
            _measure(each) for each in risk.applicable if each.asked.measure not in BANDED
        ),
        class_sizes=tuple(
            ClassSizesV1(at_least=int(band.start), below=band.end, records=band.records)
            for band in risk.class_sizes
        ),
        risks=tuple(
            RisksV1(above=band.start, at_most=band.end or 1, records=band.records)
            for band in risk.risk_bands
        ),
        options=tuple(
            OptionV1(
                do=each.do,
                column=_ref(risk, each.column),
                also=risk.refs(each.also),
                to=each.to,
                k=None if each.value is None else int(each.value),
                alone=each.uniques,
            )
            for each in risk.options
        ),
    )


def _ref(risk: TableRisk, index: int) -> ColumnRefV1:
    return ColumnRefV1.model_validate(risk.refs([index])[0])


def _measure(found: MeasureFound) -> MeasureV1:
    asked = found.asked
    return MeasureV1(
        measure=asked.measure,
        variant=asked.variant,
        k=asked.k,
        c=asked.c,
        risk=asked.risk,
        at_least=asked.at_least,
        value=found.value,
        reason=found.reason or None,
        rows=found.rows,
        details=dict(found.details),
        in_use=IN_USE.get(asked.measure),
    )
