"""The JSON document `hxlguard/agreement-diff/v1`: how two versions of an agreement differ."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import Field

from hxlguard.lint_listing import Part, ToolV1, schema_of
from hxlguard.model.difference import AgreementDiff, Change, Difference, Ordering, Witness
from hxlguard.model.ordered import Level
from hxlguard.model.treatment import Identifier, Protection


class ComparedV1(Part):
    """One of the two versions."""

    id: str
    version: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Digest of its canonical JSON.")


class ProtectionV1(Part):
    """How finely a column leaves; null where nothing is asked of it."""

    decimals: int | None
    admin_level: int | None
    date: Literal["day", "month", "quarter", "year"] | None
    cuts: tuple[int, ...] | None
    identifier: Identifier | None


class RowV1(Part):
    """A word that stands under a tag in the rows that a change is about."""

    tag: str
    word: str = Field(serialization_alias="is")


class WitnessV1(Part):
    """The smallest column that one version lets out and the other one does not."""

    tag: str | None = Field(description="Its HXL tag; null where it has none.")
    proposed_tag: str | None = Field(description="What the header of an untagged one suggests.")
    header: str | None = Field(description="Its header, folded, where one matters.")
    entities: dict[str, str] = Field(description="What it holds, and in which share of cells.")
    coordinates: bool = Field(description="Its cells are coordinates; its tag does not say so.")
    level: Level
    rows: tuple[RowV1, ...]
    protection: ProtectionV1


class ChangeV1(Part):
    """One difference."""

    ordering: Ordering
    what: str
    witness: WitnessV1 | None


class DifferenceV1(Part):
    """All changes of one flow, or of what the flows have in common."""

    flow: str | None = Field(description="Null for what the flows have in common.")
    ordering: Ordering
    changes: tuple[ChangeV1, ...] = Field(description="What widens first.")


class AgreementDiffV1(Part):
    """What a new version of an agreement lets out that the old one did not, and the reverse."""

    format: Literal["hxlguard/agreement-diff/v1"] = "hxlguard/agreement-diff/v1"
    tool: ToolV1 = Field(default_factory=ToolV1)
    old: ComparedV1
    new: ComparedV1
    ordering: Ordering
    common: DifferenceV1
    flows: tuple[DifferenceV1, ...]


def diff_schema_text() -> str:
    """Generate `schemas/agreement-diff-v1.schema.json`, JSON Schema draft 2020-12."""
    return schema_of(AgreementDiffV1)


def render(diff: AgreementDiff) -> str:
    """Write `hxlguard/agreement-diff/v1`."""
    document = AgreementDiffV1(
        old=ComparedV1.model_validate(diff.old),
        new=ComparedV1.model_validate(diff.new),
        ordering=diff.ordering,
        common=_difference(diff.common),
        flows=tuple(map(_difference, diff.flows)),
    )
    return json.dumps(document.model_dump(mode="json", by_alias=True), indent=2) + "\n"


def _difference(part: Difference) -> DifferenceV1:
    changes = tuple(map(_change, part.changes))
    return DifferenceV1(flow=part.flow, ordering=part.ordering, changes=changes)


def _change(change: Change) -> ChangeV1:
    witness = _witness(change.witness) if change.witness else None
    return ChangeV1(ordering=change.ordering, what=change.what, witness=witness)


def _witness(column: Witness) -> WitnessV1:
    return WitnessV1(
        tag=column.tag,
        proposed_tag=column.proposed_tag,
        header=column.header,
        entities=dict(column.entities),
        coordinates=column.coordinates,
        level=column.level,
        rows=tuple(RowV1(tag=tag, word=word) for tag, word in column.rows),
        protection=_protection(column.protection),
    )


def _protection(leaves: Protection) -> ProtectionV1:
    return ProtectionV1.model_validate(
        {
            "decimals": leaves.decimals,
            "admin_level": leaves.admin_level,
            "date": leaves.date.name.lower() if leaves.date else None,
            "cuts": None if leaves.cuts is None else tuple(sorted(leaves.cuts)),
            "identifier": leaves.identifier,
        }
    )
