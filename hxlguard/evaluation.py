"""Decisions: an agreement, value-free facts, a transfer and a day -> a report.

Pure: no clock, no locale, no network, no file, and never a cell.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hxlguard.clauses import CLAUSES
from hxlguard.clauses.clause import Breach, Case, Clause, Doubt, Met, Word
from hxlguard.clauses.flow_choice import FLOW_NOT_DECIDED, NO_FLOW
from hxlguard.composing import Composition, Member, compose
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.attestation import Attestation
from hxlguard.model.ordered import Severity, Verdict
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import (
    AgreementRef,
    AttestationRef,
    ClassificationRef,
    ClauseRef,
    Obligation,
    Report,
    Status,
    Transfer,
    Unknown,
    Violation,
    WaiverNote,
)
from hxlguard.waiving import relabelled, waiver_notes
from hxlguard.wording import listed

Sources = tuple[SourceProfile, ...]


def evaluate(
    agreements: Agreement | Sequence[Agreement],
    sources: Sources,
    transfer: Transfer,
    on: dt.date,
    attestations: tuple[Attestation, ...] = (),
) -> Report:
    """Decide whether the sources may leave.

    Each agreement, and each one that it extends, is judged by itself on the flow of it that fits;
    the strictest verdict counts.

    Args:
        agreements: what was agreed, one agreement or several.
        sources: facts about everything that leaves together.
        transfer: flow, sender, recipient and purpose; what the agreements leave no choice about
            may be None.
        on: the day of the release, in the time zone of the first agreement.
        attestations: what people stated about clauses that no program can see.

    Raises:
        UsageError: the flow does not exist, or the flow, recipient or purpose must be named.
    """
    given = (agreements,) if isinstance(agreements, Agreement) else tuple(agreements)
    composition = compose(given, sources, transfer, on, attestations)
    findings = _Findings(named=len(composition.members) > 1)
    for member in composition.members:
        if member.flow is None:
            findings.add_open(member, composition.transfer)
    for case in composition.cases:
        findings.add_case(case, sources)
    return _report(composition, sources, on, findings)


@dataclass(slots=True)
class _Findings:
    """What is found under one agreement after the other.

    Attributes:
        named: True where several agreements decide, so that each clause says which one holds it.
    """

    named: bool
    found: list[Violation | Unknown] = field(default_factory=list)
    counts: Counter[Status] = field(default_factory=Counter)
    obligations: list[Obligation] = field(default_factory=list)
    waivers: list[WaiverNote] = field(default_factory=list)
    attestations: list[AttestationRef] = field(default_factory=list)

    def add_open(self, member: Member, transfer: Transfer) -> None:
        """Add what follows where no flow of an agreement fits, or several do."""
        word = _several_flows(member) if member.fitting else _no_flow(transfer)
        clause = replace(_FLOW_CHOICE, ref=self._ref(_FLOW_CHOICE.ref, member.agreement))
        said = _placed(clause, word, _Place())
        self.found.append(said)
        self.counts[_worst([said])] += 1

    def add_case(self, case: Case, sources: Sources) -> None:
        """Add what every clause of an agreement says."""
        found: list[Violation | Unknown] = []
        judged: set[str] = set()
        for clause in (clause for factory in CLAUSES for clause in factory(case)):
            cited = replace(clause, ref=self._ref(clause.ref, case.agreement))
            said = list(self._said(cited, case, sources))
            found += [word for word in said if not isinstance(word, Status)]
            self.counts[_worst(said)] += 1
            judged.add(clause.ref.id)
        self.found += found
        violations = [word for word in found if isinstance(word, Violation)]
        holder = self._holder(case.agreement)
        self.waivers += [
            replace(note, agreement=holder) for note in waiver_notes(case, violations, sources)
        ]
        duties = [replace(duty, agreement=holder) for duty in _obligations(case.flow)]
        self.obligations += duties
        self.counts[Status.NOT_APPLICABLE] += sum(duty.id not in judged for duty in duties)

    def _said(
        self, clause: Clause, case: Case, sources: Sources
    ) -> Iterator[Violation | Unknown | Status]:
        for place, word in _spoken(clause, case, sources):
            if isinstance(word, Met):
                self.attestations += [
                    AttestationRef(each.clause, each.by, each.date, clause.ref.agreement)
                    for each in word.attestations
                ]
                yield Status.PASS
                continue
            said = _placed(clause, word, place)
            if isinstance(said, Violation):
                parts = relabelled(said, case, sources)
                yield from (replace(part, fingerprint=_fingerprint(part)) for part in parts)
            else:
                yield said

    def _ref(self, ref: ClauseRef, agreement: Agreement) -> ClauseRef:
        return replace(ref, agreement=self._holder(agreement))

    def _holder(self, agreement: Agreement) -> str | None:
        return agreement.id if self.named else None


@dataclass(frozen=True, slots=True)
class _Place:
    source: str | None = None
    table: str | None = None


def _spoken(clause: Clause, case: Case, sources: Sources) -> Iterator[tuple[_Place, Word]]:
    """Everything that one clause says, with its place."""
    yield from ((_Place(), word) for word in clause.of_transfer(case.transfer))
    for source in sources:
        yield from ((_Place(source.name), word) for word in clause.of_source(source))
        for table in source.tables:
            if any(column.finding.leaves for column in table.columns):
                place = _Place(source.name, table.name)
                yield from ((place, word) for word in clause.of_table(table))


def _placed(clause: Clause, word: Breach | Doubt, place: _Place) -> Violation | Unknown:
    if isinstance(word, Doubt):
        return Unknown(
            kind=word.kind,
            reason=word.reason,
            clause=clause.ref,
            source=place.source,
            table=word.table or place.table,
            columns=word.columns,
            rows=word.rows,
        )
    violation = Violation(
        kind=word.kind.id,
        message=word.message,
        severity=clause.severity or word.kind.severity or Severity.CRITICAL,
        clause=clause.ref,
        source=place.source,
        table=word.table or place.table,
        columns=word.columns,
        rows=word.rows,
        observed=word.observed,
        required=word.required,
        remedies=word.remedies,
        options=word.options,
        waivable=clause.waivable,
    )
    return replace(violation, fingerprint=_fingerprint(violation))


def _fingerprint(violation: Violation) -> str:
    """Rows are left out, so that the same finding keeps its fingerprint when rows are added."""
    columns = [[column.index, column.tag] for column in violation.columns]
    identity = [violation.kind, violation.clause.id, violation.source, violation.table, columns]
    if violation.clause.agreement is not None:
        identity.append(violation.clause.agreement)
    return hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:16]


def _worst(said: Iterable[Violation | Unknown | Status]) -> Status:
    statuses = {_status(word) for word in said}
    for status in (Status.VIOLATION, Status.UNKNOWN, Status.WAIVED, Status.PASS):
        if status in statuses:
            return status
    return Status.NOT_APPLICABLE


def _status(word: Violation | Unknown | Status) -> Status:
    match word:
        case Violation():
            return word.status
        case Unknown():
            return Status.UNKNOWN
        case _:
            return word


_FLOW_CHOICE = Clause(
    ClauseRef("no-flow", text="Data leave only through a flow that was agreed."), waivable=False
)


def _no_flow(transfer: Transfer) -> Breach:
    observed = {
        "sender": transfer.sender,
        "recipient": transfer.recipient,
        "purpose": transfer.purpose,
    }
    return Breach(
        NO_FLOW,
        "no flow of the agreement fits this transfer",
        observed=observed,
        remedies=({"do": "choose_flow"},),
    )


def _several_flows(member: Member) -> Doubt:
    flows = listed(flow.id for flow in member.fitting)
    return Doubt(
        FLOW_NOT_DECIDED.id,
        f"the flows {flows} of `{member.agreement.id}` fit this transfer;"
        " give the flow of the agreement that extends it the id of the one that is meant",
    )


def _obligations(flow: Flow) -> Iterator[Obligation]:
    """What remains to be done once the data have left."""
    for duty in flow.obligations:
        if duty.phase == "after-release":
            yield Obligation(duty.id, duty.who, duty.code, duty.phase, duty.text)
    kept, onward = flow.retention, flow.onward_sharing
    if kept:
        code = "delete" if kept.delete_by or kept.max_after_receipt else "retention"
        yield Obligation(kept.id, None, code, "after-release", kept.text)
    if onward and (onward.prior_written_consent_of or not onward.allowed):
        code = "onward-sharing-with-consent" if onward.allowed else "no-onward-sharing"
        yield Obligation(onward.id, None, code, "after-release", onward.text)


def _report(composition: Composition, sources: Sources, on: dt.date, findings: _Findings) -> Report:
    violations = [word for word in findings.found if isinstance(word, Violation)]
    unknowns = _once([word for word in findings.found if isinstance(word, Unknown)])
    agreements = tuple(_agreement(member) for member in composition.members)
    modes = {member.agreement.document.defaults.enforcement for member in composition.members}
    return Report(
        verdict=_verdict(violations, unknowns),
        on=on.isoformat(),
        agreement=agreements[0],
        transfer=composition.transfer,
        sources=sources,
        clauses={status: findings.counts[status] for status in Status},
        violations=tuple(sorted(violations, key=_order)),
        unknowns=tuple(sorted(unknowns, key=_place_order)),
        obligations=tuple(findings.obligations),
        enforcement="advisory" if modes == {"advisory"} else "binding",
        agreements=agreements,
        waivers=tuple(findings.waivers),
        attestations=tuple(dict.fromkeys(findings.attestations)),
        classification=_supplied(composition.members),
    )


def _once(unknowns: list[Unknown]) -> list[Unknown]:
    """What several agreements doubt in the same words, such as a sheet not read, said by none."""
    said: dict[Unknown, list[Unknown]] = {}
    for word in unknowns:
        said.setdefault(_nobodys(word), []).append(word)
    return [same[0] if len(same) == 1 else bare for bare, same in said.items()]


def _nobodys(word: Unknown) -> Unknown:
    return replace(word, clause=word.clause and replace(word.clause, agreement=None))


def _agreement(member: Member) -> AgreementRef:
    agreement, flow = member.agreement, member.flow
    return AgreementRef(
        agreement.id, agreement.version, agreement.sha256, flow.id if flow else None
    )


def _supplied(members: Iterable[Member]) -> ClassificationRef | None:
    for used in (member.agreement.supplied for member in members):
        if used is not None:
            about = used.document.metadata
            return ClassificationRef(
                used.id, used.version, used.sha256, about.status, about.reviewed
            )
    return None


def _verdict(violations: list[Violation], unknowns: list[Unknown]) -> Verdict:
    if any(violation.status is Status.VIOLATION for violation in violations):
        return Verdict.BLOCK
    return Verdict.HOLD if unknowns else Verdict.CLEAR


def _order(violation: Violation) -> tuple[object, ...]:
    return (-violation.severity.rank, *_place_order(violation))


def _place_order(word: Violation | Unknown) -> tuple[object, ...]:
    column = word.columns[0].index if word.columns else 0
    clause, agreement = (word.clause.id, word.clause.agreement or "") if word.clause else ("", "")
    return (word.source or "", word.table or "", column, clause, agreement, word.kind)
