"""What people state about clauses that no program can see: a document beside an agreement."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from hxlguard.model.document import Date, DocumentModel, Id, Sha256, Text


class Attestation(DocumentModel):
    """One party's word that a clause is kept, for these days and, where given, for one file.

    Attributes:
        clause: id of the clause.
        agreement: id of the agreement; None means every one that has such a clause.
        by: id of a waiver authority, or of a party.
        date: the day it was given.
        until: the last day it counts.
        dataset_sha256: digest of the one file that it is about.
        statement: what is stated.
    """

    clause: Id
    agreement: Id | None = None
    by: Id
    date: Date
    until: Date | None = None
    dataset_sha256: Sha256 | None = None
    statement: Text

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if self.until is not None and self.until < self.date:
            raise ValueError("`until` lies before `date`, so it never counts")
        return self


class AttestationsDocument(DocumentModel):
    """The whole document."""

    api_version: Literal["hxlguard/v1"] = Field(alias="apiVersion")
    kind: Literal["Attestations"]
    attestations: Annotated[tuple[Attestation, ...], Field(min_length=1)]
