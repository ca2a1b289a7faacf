"""Decisions: an agreement, value-free facts, a transfer and a day -> a report.

Pure: no clock, no locale, no network, no file, and never a cell.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hxlguard.clauses import CLAUSES
from hxlguard.clauses.clause import Breach, Case, Clause, Doubt, Word
from hxlguard.clauses.flow_choice import NO_FLOW, choose_flow, complete
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.ordered import Severity, Verdict
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import (
    AgreementRef,
    ClauseRef,
    Obligation,
    Report,
    Status,
    Transfer,
    Unknown,
    Violation,
)


def evaluate(
    agreement: Agreement, sources: tuple[SourceProfile, ...], transfer: Transfer, on: dt.date
) -> Report:
    """Decide whether the sources may leave.

    Args:
        agreement: what was agreed.
        sources: facts about everything that leaves together.
        transfer: flow, sender, recipient and purpose; what the agreement leaves no choice about
            may be None.
        on: the day of the release, in the agreement's time zone.

    Raises:
        UsageError: the flow does not exist, or the flow, recipient or purpose must be named.
    """
    flow = choose_flow(agreement, transfer)
    if flow is None:
        return _report(agreement, transfer, sources, on, [_no_flow(transfer)], Counter())
    case = Case(agreement, flow, complete(flow, transfer), on)
    found: list[Violation | Unknown] = []
    counts: Counter[Status] = Counter()
    for factory in CLAUSES:
        for clause in factory(case):
            said = list(_spoken(clause, case, sources))
            found += [word for word in said if not isinstance(word, Status)]
            counts[_worst(said)] += 1
    counts[Status.NOT_APPLICABLE] += len(list(_obligations(flow)))
    return _report(agreement, case.transfer, sources, on, found, counts, tuple(_obligations(flow)))


@dataclass(frozen=True, slots=True)
class _Place:
    source: str | None = None
    table: str | None = None


def _spoken(
    clause: Clause, case: Case, sources: tuple[SourceProfile, ...]
) -> Iterator[Violation | Unknown | Status]:
    """Everything that one clause says, with its place."""
    yield from _placed(clause, clause.of_transfer(case.transfer), _Place())
    for source in sources:
        yield from _placed(clause, clause.of_source(source), _Place(source.name))
        for table in source.tables:
            if any(column.finding.leaves for column in table.columns):
                place = _Place(source.name, table.name)
                yield from _placed(clause, clause.of_table(table), place)


def _placed(
    clause: Clause, words: Iterable[Word], place: _Place
) -> Iterator[Violation | Unknown | Status]:
    for word in words:
        if isinstance(word, Breach):
            yield _violation(clause, word, place)
        elif isinstance(word, Doubt):
            yield Unknown(
                kind=word.kind,
                reason=word.reason,
                clause=clause.ref,
                source=place.source,
                table=word.table or place.table,
                columns=word.columns,
                rows=word.rows,
            )
        else:
            yield Status.PASS


def _violation(clause: Clause, breach: Breach, place: _Place) -> Violation:
    violation = Violation(
        kind=breach.kind.id,
        message=breach.message,
        severity=clause.severity or breach.kind.severity or Severity.CRITICAL,
        clause=clause.ref,
        source=place.source,
        table=breach.table or place.table,
        columns=breach.columns,
        rows=breach.rows,
        observed=breach.observed,
        required=breach.required,
        remedies=breach.remedies,
        waivable=clause.waivable,
    )
    return replace(violation, fingerprint=_fingerprint(violation))


def _fingerprint(violation: Violation) -> str:
    """Rows are left out, so that the same finding keeps its fingerprint when rows are added."""
    columns = [[column.index, column.tag] for column in violation.columns]
    identity = [violation.kind, violation.clause.id, violation.source, violation.table, columns]
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


def _no_flow(transfer: Transfer) -> Violation:
    ref = ClauseRef("no-flow", text="Data leave only through a flow that was agreed.")
    observed = {
        "sender": transfer.sender,
        "recipient": transfer.recipient,
        "purpose": transfer.purpose,
    }
    breach = Breach(
        NO_FLOW,
        "no flow of the agreement fits this transfer",
        observed=observed,
        remedies=({"do": "choose_flow"},),
    )
    return _violation(Clause(ref, waivable=False), breach, _Place())


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


def _report(
    agreement: Agreement,
    transfer: Transfer,
    sources: tuple[SourceProfile, ...],
    on: dt.date,
    found: list[Violation | Unknown],
    counts: Counter[Status],
    obligations: tuple[Obligation, ...] = (),
) -> Report:
    violations = sorted((word for word in found if isinstance(word, Violation)), key=_order)
    unknowns = sorted((word for word in found if isinstance(word, Unknown)), key=_place_order)
    counted = counts or Counter({Status.VIOLATION: len(violations)})
    return Report(
        verdict=_verdict(violations, unknowns),
        on=on.isoformat(),
        agreement=AgreementRef(agreement.id, agreement.version, agreement.sha256),
        transfer=transfer,
        sources=sources,
        clauses={status: counted[status] for status in Status},
        violations=tuple(violations),
        unknowns=tuple(unknowns),
        obligations=obligations,
        enforcement=agreement.document.defaults.enforcement,
    )


def _verdict(violations: list[Violation], unknowns: list[Unknown]) -> Verdict:
    if any(violation.status is Status.VIOLATION for violation in violations):
        return Verdict.BLOCK
    return Verdict.HOLD if unknowns else Verdict.CLEAR


def _order(violation: Violation) -> tuple[object, ...]:
    return (-violation.severity.rank, *_place_order(violation))


def _place_order(word: Violation | Unknown) -> tuple[object, ...]:
    column = word.columns[0].index if word.columns else 0
    clause = word.clause.id if word.clause else ""
    return (word.source or "", word.table or "", column, clause, word.kind)
