"""A sharing agreement as its author writes it, frozen and checked field by field.

The models say what a document may hold and which defaults stand for what it leaves out: every
default is the safe side. `hxlguard.agreements` reads, judges and cross-checks the documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from hxlguard.model.classification import SensitivityClassification
from hxlguard.model.disclosure import Blanks, LimitName, Period
from hxlguard.model.document import (
    Amount,
    Check,
    Date,
    DocumentModel,
    Duration,
    Id,
    Pattern,
    Patterns,
    Sha256,
    Share,
    Text,
    TimeZone,
    Unit,
)
from hxlguard.model.governance import Contact, Governance, Party
from hxlguard.model.ordered import Level, Severity
from hxlguard.model.rule import Classification, Clause, Forbid, Permit, Require
from hxlguard.model.shape import FlowSchema
from hxlguard.model.vocabulary import Vocabulary


class LegalText(DocumentModel):
    """The signed document that this one renders for machines."""

    title: Text | None = None
    uri: Text | None = None
    sha256: Sha256 | None = None


class Pinned(DocumentModel):
    """Another agreement, or an earlier version of this one."""

    id: Id
    version: Text


class Metadata(DocumentModel):
    """What the agreement is; it counts only while `status` is `active`."""

    id: Id
    version: Text
    title: Text
    instrument: Text | None = None
    status: Literal["draft", "proposed", "active", "suspended", "superseded", "terminated"] = (
        "draft"
    )
    language: Text | None = None
    countries: tuple[Text, ...] = ()
    legal_text: LegalText | None = None
    supersedes: Pinned | None = None
    precedence_note: Text | None = None


class Validity(DocumentModel):
    """First and last day, both included, in `timezone` (an IANA name)."""

    first: Date = Field(alias="from")
    until: Date
    timezone: TimeZone = "UTC"


class Review(DocumentModel):
    """When the agreement is looked at again."""

    due: Date | None = None
    every: Duration | None = None
    owner: Id | None = None


class Extends(Pinned):
    """A parent agreement, pinned by digest; this one may only narrow it."""

    sha256: Sha256
    permits: Literal["inherit", "restate"] = "restate"


HIGHEST_THRESHOLDS = {"act_at": Decimal("0.95"), "hold_at": Decimal("0.60")}
"""Beyond these no detection would ever count, and the agreement would switch hxlguard off."""


class DetectionThresholds(DocumentModel):
    """Confidence from which a detection counts, and from which it is a doubt that holds."""

    act_at: Share = "0.60"
    hold_at: Share = "0.35"

    @model_validator(mode="after")
    def _is_ordered_and_never_off(self) -> Self:
        for name, highest in HIGHEST_THRESHOLDS.items():
            if Decimal(getattr(self, name)) > highest:
                raise ValueError(f"`{name}` is above {highest}, so that detections would not count")
        if Decimal(self.hold_at) > Decimal(self.act_at):
            raise ValueError("`hold_at` is above `act_at`")
        return self


class Defaults(DocumentModel):
    """What holds where nothing else is said."""

    columns: Literal["deny", "allow"] = "deny"
    untagged: Literal["forbid", "hold"] = "forbid"
    hidden: Literal["forbid", "hold"] = "hold"
    detection: DetectionThresholds = DetectionThresholds()
    enforcement: Literal["binding", "advisory"] = "binding"
    undeclared_context: Literal["hold"] = "hold"


class FlowPurposes(DocumentModel):
    """What a flow is for and never for; a purpose stands for its narrower ones too."""

    permit: Annotated[tuple[Id, ...], Field(min_length=1)]
    forbid: tuple[Id, ...] = ()


class LegalBasis(DocumentModel):
    """Why the transfer is lawful."""

    basis: Text
    reference: Text | None = None
    dpv: Text | None = None


class Licence(DocumentModel):
    """Under which licence the data are published."""

    spdx: Text | None = None
    hdx: Text | None = None


Bound = Amount | Annotated[int, Field(ge=0)]
Cuts = Annotated[tuple[int, ...], Field(min_length=1)]
Prefixes = Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]


class Disclosure(Clause):
    """A limit on what can be learnt about people from the table as a whole.

    `band` and `dates` say how coarse ages and dates are taken while it is measured, and change
    nothing of what leaves. `hierarchy` says how many first characters of a code name its groups.
    """

    measure: LimitName
    variant: Text | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    quasi_identifiers: Patterns | None = None
    sensitive: Patterns | None = None
    counts: Patterns | None = None
    weights: Pattern | None = None
    household: Pattern | None = None
    blanks: Blanks = "value"
    band: Mapping[Pattern, Cuts] | None = None
    dates: Period | None = None
    hierarchy: Mapping[Pattern, Prefixes] | None = None
    k: Annotated[int, Field(ge=1)] | None = None
    c: Amount | None = None
    alpha: Share | None = None
    risk: Share | None = None
    max_size: Annotated[int, Field(ge=1)] | None = None
    sampling_fraction: Share | None = None
    largest: Annotated[int, Field(ge=1)] | None = None
    zero_cells: Literal["allowed", "suppressed"] | None = None
    secondary_suppression: Literal["required", "not-required"] | None = None
    severity: Severity | None = None
    waivable: bool = True


class Retention(Clause):
    """How long the recipient keeps the data."""

    delete_by: Date | None = None
    max_after_receipt: Duration | None = None
    proof: Text | None = None


class OnwardSharing(Clause):
    """Whether the recipient may pass the data on."""

    allowed: bool = False
    prior_written_consent_of: tuple[Id, ...] = ()


class Duty(Clause):
    """Something a party does before or after the release."""

    who: Id | None = None
    code: Text | None = None
    within: Duration | None = None
    phase: Literal["before-release", "after-release"] = "before-release"
    check: Check = "manual"


class TransferDuty(Clause):
    """How the file travels."""

    require: Text
    algorithms: tuple[Text, ...] = ()
    signers: tuple[Id, ...] = ()
    check: Check = "attested"


class Flow(DocumentModel):
    """Who sends which fields about whom to whom, for what and under which conditions."""

    id: Id
    clause: Text | None = None
    title: Text | None = None
    sender: Id | None = None
    recipients: Annotated[tuple[Id, ...], Field(min_length=1)]
    audience: Literal["named-parties", "cluster", "humanitarian-community", "public"] | None = None
    purposes: FlowPurposes
    legal_basis: LegalBasis | None = None
    subjects: tuple[Id, ...] = ()
    unit_of_record: Unit | None = None
    sensitivity_ceiling: Level = Level.LOW
    licence: Licence | None = None
    rules: tuple[Annotated[Permit | Require | Forbid, Field(discriminator="effect")], ...] = ()
    shape: FlowSchema | None = Field(default=None, alias="schema")
    disclosure: tuple[Disclosure, ...] = ()
    retention: Retention | None = None
    onward_sharing: OnwardSharing | None = None
    obligations: tuple[Duty, ...] = ()
    transfer: tuple[TransferDuty, ...] = ()


class WaiverScope(DocumentModel):
    """What exactly a waiver is about."""

    flow: Id
    dataset: Text | None = None
    tags: tuple[Pattern, ...] = ()
    dataset_sha256: Sha256 | None = None


class Approval(DocumentModel):
    """One authority's yes."""

    authority: Id
    date: Date


class Waiver(DocumentModel):
    """Relabels exactly named violations for a while; it never edits a rule."""

    id: Id
    clauses: Annotated[tuple[Id, ...], Field(min_length=1)]
    scope: WaiverScope
    reason: Text
    compensating: tuple[Text, ...] = ()
    requested_by: Contact
    approvals: tuple[Approval, ...] = ()
    first: Date = Field(alias="from")
    expires: Date


class AgreementDocument(DocumentModel):
    """The whole document."""

    api_version: Literal["hxlguard/v1"] = Field(alias="apiVersion")
    kind: Literal["SharingAgreement"]
    metadata: Metadata
    validity: Validity
    review: Review | None = None
    extends: tuple[Extends, ...] = ()
    parties: tuple[Party, ...] = ()
    governance: Governance = Governance()
    vocabulary: Vocabulary = Vocabulary()
    classification: Classification | None = None
    defaults: Defaults = Defaults()
    clauses: tuple[Annotated[Require | Forbid, Field(discriminator="effect")], ...] = ()
    flows: Annotated[tuple[Flow, ...], Field(min_length=1)]
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Agreement:
    """A document that was read, judged and found usable.

    Attributes:
        document: its content.
        sha256: digest of its canonical JSON, the same for the YAML and the JSON form.
        name: the file's name without folders, or the shipped agreement's name.
        lines: line from 1 of each JSON pointer; empty where it came from no text.
        parents: the agreements that it extends, in the order of `extends`.
        supplied: the classification that was given beside it, where it has none of its own.
    """

    document: AgreementDocument
    sha256: str
    name: str
    lines: Mapping[str, int] = field(default_factory=dict)
    parents: tuple[Agreement, ...] = ()
    supplied: SensitivityClassification | None = None

    def __repr__(self) -> str:
        return f"<Agreement {self.id} {self.version}>"

    @property
    def id(self) -> str:
        """The agreement's id."""
        return self.document.metadata.id

    @property
    def version(self) -> str:
        """The agreement's version."""
        return self.document.metadata.version

    @property
    def timezone(self) -> str:
        """IANA name of the time zone in which its days begin."""
        return self.document.validity.timezone

    @property
    def lineage(self) -> tuple[Agreement, ...]:
        """This agreement and all that it extends, each once."""
        above = (each for parent in self.parents for each in parent.lineage)
        return tuple({each.sha256: each for each in (self, *above)}.values())

    @property
    def classification(self) -> Classification | None:
        """The sensitivity classification that holds: its own, or the supplied one."""
        return self.supplied.levels if self.supplied else self.document.classification

    def flow(self, flow_id: str) -> Flow | None:
        """The flow with that id, or None."""
        return next((flow for flow in self.document.flows if flow.id == flow_id), None)
