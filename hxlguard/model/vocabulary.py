"""The words of an agreement: purposes and groups of people, from broad to narrow."""

from __future__ import annotations

from pydantic import Field

from hxlguard.model.document import DocumentModel, Id, Text


class Purpose(DocumentModel):
    """A purpose; one that is narrower than another names it as `broader`."""

    broader: Id | None = None
    title: Text | None = None
    dpv: Text | None = None
    odrl: Text | None = None


class SubjectGroup(DocumentModel):
    """People that data are about."""

    broader: Id | None = None
    hxl_attributes: tuple[Text, ...] = ()
    dpv: Text | None = None


class Vocabulary(DocumentModel):
    """The agreement's own words; where it is left out, purposes are free words."""

    purposes: dict[Id, Purpose] = Field(default_factory=dict)
    subject_groups: dict[Id, SubjectGroup] = Field(default_factory=dict)
