"""A sensitivity classification that stands apart from any agreement, such as a country's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from hxlguard.model.document import Date, DocumentModel, Id, Text
from hxlguard.model.rule import Classification


class Source(DocumentModel):
    """What the levels were taken from; `dated` is null where it bears no date."""

    title: Text
    dated: (
        Annotated[
            str,
            Field(
                pattern=r"^\d{4}(-\d\d(-\d\d)?)?$",
                description="a year, month or day like `2026-11-21`",
            ),
        ]
        | None
    )
    uri: Text | None = None


class ClassificationMetadata(DocumentModel):
    """What the classification is; `country` is an ISO 3166-1 alpha-3 code, none for any country."""

    id: Id
    version: Text
    title: Text
    country: (
        Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="a country's code like `SDN`")]
        | None
    ) = None
    source: Source
    status: Literal["example", "adopted"] = "example"
    reviewed: Date | None = None


class ClassificationDocument(DocumentModel):
    """The whole document."""

    api_version: Literal["hxlguard/v1"] = Field(alias="apiVersion")
    kind: Literal["SensitivityClassification"]
    metadata: ClassificationMetadata
    notes: tuple[Text, ...] = ()
    classification: Classification


@dataclass(frozen=True, slots=True, repr=False)
class SensitivityClassification:
    """A document that was read, judged and found usable.

    Attributes:
        document: its content.
        sha256: digest of its canonical JSON, the same for the YAML and the JSON form.
        name: the file's name without folders, or the shipped classification's name.
        lines: line from 1 of each JSON pointer; empty where it came from no text.
    """

    document: ClassificationDocument
    sha256: str
    name: str
    lines: Mapping[str, int] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<SensitivityClassification {self.id} {self.version}>"

    @property
    def id(self) -> str:
        """The classification's id."""
        return self.document.metadata.id

    @property
    def version(self) -> str:
        """The classification's version."""
        return self.document.metadata.version

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3 code of the country that it is for, or None."""
        return self.document.metadata.country

    @property
    def levels(self) -> Classification:
        """The rules to levels."""
        return self.document.classification
