"""The answer: what `check` and `inspect` return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hxlguard.errors import ReleaseBlocked, ReleaseHeld
from hxlguard.model.location import NO_ROWS, ColumnRef, Rows, unnumbered
from hxlguard.model.ordered import Severity, Verdict
from hxlguard.model.profile import SourceProfile
from hxlguard.terminal import neutral
from hxlguard.wording import plural

if TYPE_CHECKING:
    import polars as pl

Fact = str | int | float | bool | None
"""What `observed` and `required` may hold: facts about data, never the text of a cell."""


class Status(StrEnum):
    """What became of a clause."""

    PASS = "pass"  # noqa: S105 - a verdict
    VIOLATION = "violation"
    UNKNOWN = "unknown"
    WAIVED = "waived"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """Where an agreement says so.

    Attributes:
        id: the clause's id; implicit ones are `<flow>.default-deny`, `<flow>.ceiling` ...
        number: the clause number of the signed text, or None.
        text: the signed text, or for an implicit clause what it means.
        pointer: JSON pointer into the agreement, or None for an implicit clause.
        line: line of the agreement's file from 1, or None.
        agreement: id of the agreement where several decide, or None.
    """

    id: str
    number: str | None = None
    text: str | None = None
    pointer: str | None = None
    line: int | None = None
    agreement: str | None = None

    @property
    def name(self) -> str:
        """The id, with the agreement where several decide."""
        return f"{self.id} of {self.agreement}" if self.agreement else self.id


@dataclass(frozen=True, slots=True)
class Violation:
    """One clause that one table (or the transfer itself) does not meet.

    Attributes:
        kind: what was found; `hxlguard explain KIND` says more.
        message: one sentence in lower case, value-free.
        severity: how much it matters.
        clause: what it violates.
        source: file name, or None when it is about the transfer.
        table: sheet name, or None.
        columns: the columns concerned.
        rows: the rows concerned.
        observed: what the data show.
        required: what the clause asks for.
        remedies: what would mend it, best first, such as `{"do": "drop"}`.
        options: changes of single columns, each with what the measure would be then, best first.
        waivable: False when no waiver can relabel it.
        waiver: id of the waiver that relabels it, or None.
        fingerprint: 16 hexadecimal digits, the same for the same finding in a later run.
    """

    kind: str
    message: str
    severity: Severity
    clause: ClauseRef
    source: str | None = None
    table: str | None = None
    columns: tuple[ColumnRef, ...] = ()
    rows: Rows = NO_ROWS
    observed: Mapping[str, Fact] | None = None
    required: Mapping[str, Fact] | None = None
    remedies: tuple[Mapping[str, Fact], ...] = ()
    options: tuple[Mapping[str, Fact], ...] = ()
    waivable: bool = True
    waiver: str | None = None
    fingerprint: str = ""

    @property
    def status(self) -> Status:
        """`waived` when a waiver relabels it, otherwise `violation`."""
        return Status.WAIVED if self.waiver else Status.VIOLATION


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that could not be decided, and so holds the release.

    Attributes:
        kind: what kind of doubt; `hxlguard explain KIND` says more.
        reason: one sentence in lower case with what would settle it.
        clause: the clause left undecided, or None.
        source: file name, or None.
        table: sheet name, or None.
        columns: the columns concerned.
        rows: the rows concerned.
    """

    kind: str
    reason: str
    clause: ClauseRef | None = None
    source: str | None = None
    table: str | None = None
    columns: tuple[ColumnRef, ...] = ()
    rows: Rows = NO_ROWS


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something a party must do; listed so that nobody forgets it."""

    id: str
    who: str | None
    code: str | None
    phase: str | None
    text: str | None = None
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementRef:
    """Which agreement decided.

    Attributes:
        id: the agreement's id.
        version: its version.
        sha256: digest of its canonical JSON.
        flow: id of the flow of it that was evaluated, or None where none was.
    """

    id: str
    version: str
    sha256: str
    flow: str | None = None


@dataclass(frozen=True, slots=True)
class WaiverNote:
    """What became of a waiver that names a violated clause.

    Attributes:
        id: the waiver's id.
        applied: True when it relabels at least one violation.
        why: what it lacks, one sentence each; empty where nothing.
        standing: ids of clauses that are violated all the same, in what it is about.
        agreement: id of the agreement that holds it, where several decide, or None.
    """

    id: str
    applied: bool
    why: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class AttestationRef:
    """A person's word that settles a clause.

    Attributes:
        clause: id of the clause.
        by: id of the authority or party that answers for it.
        date: the day it was given, ISO 8601.
        agreement: id of the agreement where several decide, or None.
    """

    clause: str
    by: str
    date: str
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class ClassificationRef:
    """Which classification was supplied: its id, version and the digest of its canonical JSON.

    `status` and `reviewed` (a day, or None) say whether anybody answers for it.
    """

    id: str
    version: str
    sha256: str
    status: str
    reviewed: str | None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Who sends what to whom and for what.

    Attributes:
        flow: id of the flow that was evaluated, or None where none was found.
        sender: party id, or None.
        recipient: party id, or None.
        purpose: purpose id, or None.
    """

    flow: str | None = None
    sender: str | None = None
    recipient: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is in some sources, without any agreement."""

    sources: tuple[SourceProfile, ...]

    def __repr__(self) -> str:
        tables = sum(len(source.tables) for source in self.sources)
        unread = sum(len(source.unread) for source in self.sources)
        return (
            f"<Inspection: {plural(len(self.sources), 'source')}, {plural(tables, 'table')},"
            f" {plural(unread, 'part')} not read>"
        )

    def to_text(self) -> str:
        """Render for a person."""
        from hxlguard.reports import text

        return text.render_inspection(self)

    def to_json(self) -> str:
        """Render as `hxlguard/inspection/v1` (schemas/inspection-v1.schema.json)."""
        from hxlguard.reports import json_v1

        return json_v1.render_inspection(self)

    def to_frame(self) -> pl.DataFrame:
        """One row a column: source, table, index, header, tag, category, level, confidence."""
        from hxlguard.reports import frame

        return frame.columns(self)


@dataclass(frozen=True, slots=True)
class Report:
    """The decision on one release.

    Attributes:
        verdict: CLEAR, HOLD or BLOCK.
        on: the day it was decided for, ISO 8601.
        agreement: what decided; the first of `agreements`.
        transfer: what was decided about.
        sources: the facts it rests on.
        clauses: how many clauses have each status.
        violations: worst first; waived ones included.
        unknowns: what could not be decided.
        obligations: what remains to be done by people.
        enforcement: `binding`, or `advisory`, which changes the exit status alone.
        agreements: every agreement that decided, those that others extend included.
        waivers: what became of each waiver that names a violated clause.
        attestations: the attestations that a decision rests on.
        classification: the sensitivity classification that was supplied, or None where the
            agreement's own holds, or none.
    """

    verdict: Verdict
    on: str
    agreement: AgreementRef
    transfer: Transfer
    sources: tuple[SourceProfile, ...]
    clauses: Mapping[Status, int]
    violations: tuple[Violation, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    enforcement: str = "binding"
    agreements: tuple[AgreementRef, ...] = ()
    waivers: tuple[WaiverNote, ...] = ()
    attestations: tuple[AttestationRef, ...] = ()
    classification: ClassificationRef | None = None

    def __repr__(self) -> str:
        return f"<Report {neutral(self.headline())}>"

    @property
    def deciding(self) -> tuple[AgreementRef, ...]:
        """Every agreement that decided, the first one at least."""
        return self.agreements or (self.agreement,)

    def headline(self) -> str:
        """The verdict and its counts in one line."""
        standing = sum(1 for found in self.violations if found.status is Status.VIOLATION)
        names = dict.fromkeys(f"{each.id} {each.version}" for each in self.deciding)
        return (
            f"{self.verdict}: {plural(standing, 'violation')},"
            f" {plural(len(self.unknowns), 'unknown')}"
            f" under {' and '.join(names)}"
        )

    def raise_for_violations(self) -> Report:
        """Return this report when it is CLEAR.

        Raises:
            ReleaseBlocked: the verdict is BLOCK.
            ReleaseHeld: the verdict is HOLD.
        """
        if self.verdict is Verdict.BLOCK:
            raise ReleaseBlocked(self)
        if self.verdict is Verdict.HOLD:
            raise ReleaseHeld(self)
        return self

    def shareable(self) -> Report:
        """The same decision without row numbers: those of records at risk point at people."""
        report: Report = unnumbered(self)
        return report

    def to_text(self) -> str:
        """Render for a person."""
        from hxlguard.reports import text

        return text.render_report(self)

    def to_json(self) -> str:
        """Render as `hxlguard/report/v1` (schemas/report-v1.schema.json)."""
        from hxlguard.reports import json_v1

        return json_v1.render_report(self)

    def to_frame(self) -> pl.DataFrame:
        """One row a violation or unknown: kind, status, clause, place, message."""
        from hxlguard.reports import frame

        return frame.findings(self)
