"""Who stands behind an agreement: parties, authorities and signatories, by function."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hxlguard.model.document import Date, DocumentModel, Duration, Id, Text


class Party(DocumentModel):
    """An organisation or audience that the flows name by `id`."""

    id: Id
    name: Text | None = None
    kind: Text | None = None
    roles: tuple[Text, ...] = ()


class Contact(DocumentModel):
    """A function, never a person: the party, its role and a shared mailbox."""

    party: Id
    role: Text | None = None
    mailbox: Text | None = None
    notify_within: Duration | None = None


class Authority(DocumentModel):
    """Who may approve a waiver."""

    id: Id
    party: Id
    role: Text | None = None


class WaiverPolicy(DocumentModel):
    """What a waiver needs."""

    max_duration: Duration | None = None
    approvers_required: Annotated[int, Field(ge=1)] = 1
    requester_may_approve: bool = False


class Signatory(DocumentModel):
    """Who signed, as a role."""

    party: Id
    role: Text | None = None
    signed: Date | None = None


class Governance(DocumentModel):
    """Who answers for the agreement."""

    data_protection_officer: Contact | None = None
    incident_contact: Contact | None = None
    waiver_authorities: tuple[Authority, ...] = ()
    waiver_policy: WaiverPolicy = WaiverPolicy()
    signatories: tuple[Signatory, ...] = ()
