"""The rules of an agreement: what they match, when they apply, what they ask for."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from hxlguard.model.document import DocumentModel, Entity, Id, Patterns, Share, Text, Unit
from hxlguard.model.ordered import Level, Severity
from hxlguard.model.row_filter import RowFilter
from hxlguard.model.treatment import Treatment


class When(DocumentModel):
    """When a clause applies; conditions that are given hold together."""

    unit_of_record: Annotated[tuple[Unit, ...], Field(min_length=1)] | None = None
    row_filter: RowFilter | None = None


class PlaceLevel(DocumentModel):
    """Columns that name places this fine or finer: 0 a country to 5, 6 a named site."""

    at_least: Annotated[int, Field(ge=0, le=6)]


class Sensitivity(DocumentModel):
    """Columns of this level or above."""

    at_least: Level


def _dependent(schema: dict[str, Any]) -> None:
    known = schema["properties"]
    dependent = {"except": ["tags"], "min_coverage": ["entities"]}
    schema["minProperties"] = 1
    schema["dependentRequired"] = {key: on for key, on in dependent.items() if key in known}


class _Match(DocumentModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_dependent)

    tags: Patterns | None = None
    excluded: Patterns | None = Field(default=None, alias="except")
    headers: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        given = self.model_fields_set
        if not given:
            raise ValueError("a match names at least one thing")
        if "excluded" in given and "tags" not in given:
            raise ValueError("`except` needs `tags`")
        if "min_coverage" in given and "entities" not in given:
            raise ValueError("`min_coverage` needs `entities`")
        return self


class PermitMatch(_Match):
    """Which fields a permit names. Evidence found by detection can never grant a permit."""


class ClassificationMatch(_Match):
    """Which fields a classification rule names; keys that are given hold together."""

    entities: Annotated[tuple[Entity, ...], Field(min_length=1)] | None = None
    min_coverage: Share | None = None
    location: Literal["coordinates", "named"] | None = None
    admin_level: PlaceLevel | None = None


class Match(ClassificationMatch):
    """Which fields a `forbid` or `require` names; keys that are given hold together."""

    sensitivity: Sensitivity | None = None


class Clause(DocumentModel):
    """What every clause has: an id, the clause number of the signed text, and that text."""

    id: Id
    clause: Text | None = None
    text: Text | None = None


class _Rule(Clause):
    when: When | None = None


class Permit(_Rule):
    """These fields may travel."""

    effect: Literal["permit"]
    match: PermitMatch


class _Restriction(_Rule):
    match: Match
    severity: Severity | None = None
    waivable: bool = True


class Forbid(_Restriction):
    """These fields never travel."""

    effect: Literal["forbid"]


class Require(_Restriction):
    """These fields travel protected like this, or not at all."""

    effect: Literal["require"]
    treatments: Annotated[tuple[Treatment, ...], Field(min_length=1)] = Field(alias="with")


class ClassificationRule(_Rule):
    """These fields have this level at least."""

    level: Level
    match: ClassificationMatch


class Classification(DocumentModel):
    """The sensitivity annex; the highest match wins, `unclassified` stands for no match."""

    scale: tuple[Literal["low"], Literal["moderate"], Literal["high"], Literal["severe"]] | None = (
        None
    )
    unclassified: Level = Level.SEVERE
    rules: tuple[ClassificationRule, ...] = ()
