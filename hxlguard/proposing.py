"""Proposes HXL tags for untagged columns, from headers first and from values where they are silent.

A proposal is for a person to review; nothing takes it as a tag by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from hxlguard.cells import numbered_batches
from hxlguard.lexicon.countries import country
from hxlguard.model.finding import ColumnFinding
from hxlguard.model.profile import SourceProfile
from hxlguard.model.proposal import ColumnProposal, TagProposal
from hxlguard.model.table import TaggedColumn, TaggedTable
from hxlguard.precision import date_precision

BY_HEADER, BY_DETECTION, BY_VALUES = 0.8, 0.7, 0.5
"""How sure a proposal is, by where it comes from."""

_BY_ENTITY = {
    "EMAIL_ADDRESS": "#contact+email",
    "PHONE_NUMBER": "#contact+phone",
    "PERSON_NAME": "#contact+name",
    "GEO_COORDINATES": "#geo+coord",
    "DATE_OF_BIRTH": "#date+birth",
    "STREET_ADDRESS": "#contact+address",
    "UNHCR_NUMBER": "#respondee+id",
    "NATIONAL_ID": "#respondee+id",
    "URL": "#meta+url",
}
_MOST_VALUES = 50_000
"""More distinct values than the places or the days of any table."""

_PCODE = re.compile(r"[A-Z]{2,3}(?:\d{2}){1,4}")


def propose(profile: SourceProfile, tables: Sequence[TaggedTable]) -> tuple[TagProposal, ...]:
    """Propose tags for every column of every table that has none."""
    return tuple(
        TagProposal(
            facts.name,
            tuple(
                _proposal(table, column, known.finding)
                for column, known in zip(table.columns, facts.columns, strict=True)
                if column.tag is None
            ),
        )
        for table, facts in zip(tables, profile.tables, strict=True)
    )


def _proposal(table: TaggedTable, column: TaggedColumn, finding: ColumnFinding) -> ColumnProposal:
    if column.proposed:
        return ColumnProposal(column.index, finding.header, str(column.proposed), BY_HEADER)
    detected = next((_BY_ENTITY.get(found.entity) for found in finding.detections), None)
    if detected:
        return ColumnProposal(column.index, finding.header, detected, BY_DETECTION)
    tag = _tag_of_values(_values(table, column))
    return ColumnProposal(column.index, finding.header, tag, BY_VALUES if tag else 0.0)


def _values(table: TaggedTable, column: TaggedColumn) -> pl.Series:
    """The distinct cells of a column without white space around them, as far as they go."""
    found = pl.Series(dtype=pl.String)
    for _, rows in numbered_batches(table.grid, table.first_data_row, [column.name]):
        cells = rows[column.name].rename("").str.strip_chars()
        found = pl.concat([found, cells.filter(cells != "")]).unique(maintain_order=True)
        if len(found) > _MOST_VALUES:
            return found.clear()
    return found


def _tag_of_values(values: pl.Series) -> str | None:
    """What all values have in common: countries, P-codes, dates."""
    if values.is_empty():
        return None
    if all(_PCODE.fullmatch(value) and country(value) for value in values):
        return f"#adm{_pcode_level(values)}+code"
    if all(country(value) for value in values):
        return "#country+code" if values.str.len_chars().max() == 3 else "#country"
    years = values.str.contains(r"^\d{4}$").all()
    if not years and all(date_precision(value) for value in values):
        return "#date"
    return None


def _pcode_level(values: pl.Series) -> int:
    """Two digits a level, as most common operational datasets number them (HDX, P-codes)."""
    return max(len(re.sub(r"\D", "", value)) for value in values) // 2
