"""What a decision rests on besides the data: agreements, waivers, what people state and owe."""

from __future__ import annotations

from collections.abc import Sequence

from hxlguard.model.report import (
    AgreementRef,
    AttestationRef,
    ClassificationRef,
    Obligation,
    WaiverNote,
)
from hxlguard.reports._ink import WIDTH, Ink, field
from hxlguard.terminal import wrap


def waiver_notes(notes: Sequence[WaiverNote], ink: Ink) -> list[str]:
    if not notes:
        return []
    lines = ink.heading(f"WAIVERS that name a violated clause ({len(notes)})")
    for each in notes:
        parts = ["applied" if each.applied else "not applied", *each.why]
        if each.standing:
            parts.append(f"still violated: {', '.join(each.standing)}")
        name = f"{each.id} of {each.agreement}" if each.agreement else each.id
        lines += wrap(f"{name}: {'; '.join(parts)}", WIDTH, first="  - ", rest="    ")
    return lines


def attestations(attestations: Sequence[AttestationRef], ink: Ink) -> list[str]:
    if not attestations:
        return []
    lines = ink.heading(f"ATTESTED, not seen ({len(attestations)})")
    for each in attestations:
        clause = f"{each.clause} of {each.agreement}" if each.agreement else each.clause
        told = f"{clause}: by {each.by} on {each.date}"
        lines += wrap(told, WIDTH, first="  - ", rest="    ")
    return lines


def agreement(agreement: AgreementRef) -> list[str]:
    flow = f", flow {agreement.flow}" if agreement.flow else ""
    named = field("agreement", f"{agreement.id} {agreement.version}{flow}")
    return [*named, f"    sha256 {agreement.sha256}"]


def obligations(obligations: Sequence[Obligation], ink: Ink) -> list[str]:
    if not obligations:
        return []
    lines = ink.heading(f"OBLIGATIONS, for people to keep ({len(obligations)})")
    for each in obligations:
        duty = each.text or (each.code or each.id).replace("-", " ")
        phase = f" [{each.phase.replace('-', ' ')}]" if each.phase else ""
        who = f"{each.who}: " if each.who else ""
        lines += wrap(f"{who}{duty}{phase}", WIDTH, first="  - ", rest="    ")
    return lines


def classification(used: ClassificationRef | None) -> list[str]:
    if used is None:
        return []
    told = f"{used.id} {used.version} ({used.status}, {_reviewed(used)})"
    return [*field("classification", told), f"    sha256 {used.sha256}"]


def _reviewed(used: ClassificationRef) -> str:
    return f"reviewed {used.reviewed}" if used.reviewed else "not reviewed"
