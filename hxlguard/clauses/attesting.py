"""Clauses that a person's word settles: no program sees whether they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hxlguard.clauses.clause import Case, Doubt, Met, Word
from hxlguard.model.agreement import Agreement
from hxlguard.model.attestation import Attestation
from hxlguard.model.document import Check
from hxlguard.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Unproven:
    """A clause that nothing has shown to be kept so far.

    Attributes:
        id: the clause's id.
        check: an `observable` one is settled by no attestation.
        kind: what it is where nothing settles it.
        reason: one sentence in lower case, the remedy left out.
    """

    id: str
    check: Check
    kind: Kind
    reason: str


def judged_by_word(case: Case, unproven: Unproven) -> Word:
    """Met where attestations that count cover every file of the release, otherwise a doubt."""
    stated = [each for each in case.release.attestations if each.clause == unproven.id]
    counted = [each for each in stated if _refused(each, case) is None]
    if unproven.check != "observable" and _covers(counted, case):
        return Met(tuple(counted))
    why = "; ".join(dict.fromkeys(_why_not(stated, counted, unproven, case)))
    return Doubt(unproven.kind.id, f"{unproven.reason}; {why}")


def _covers(counted: list[Attestation], case: Case) -> bool:
    digests = {each.dataset_sha256 for each in counted}
    return bool(counted) and (None in digests or case.release.digests <= digests)


def _why_not(
    stated: list[Attestation], counted: list[Attestation], unproven: Unproven, case: Case
) -> Iterator[str]:
    if unproven.check == "observable":
        yield "no attestation can settle what must be observed; check by hand"
    elif not stated:
        yield "have it attested (`--attest`)"
    elif counted:
        yield "its attestations are about other files than these, attest these too"
    else:
        yield from filter(None, (_refused(each, case) for each in stated))


def _refused(attestation: Attestation, case: Case) -> str | None:
    """Why an attestation does not count, or None where it does."""
    day, who = case.on.isoformat(), f"the attestation by `{attestation.by}`"
    if attestation.date > day:
        return f"{who} is dated {attestation.date}, after the day of the release"
    if attestation.until is not None and attestation.until < day:
        return f"{who} counted until {attestation.until}"
    known = who_may_attest(case.agreement)
    if known and attestation.by not in known:
        return f"{who} does not count, the agreement knows no such authority or party"
    return None


def who_may_attest(agreement: Agreement) -> set[str]:
    """Waiver authorities, signatories and parties; empty where it names none, and anybody may."""
    document = agreement.document
    authorities = {each.id for each in document.governance.waiver_authorities}
    signed = {each.party for each in document.governance.signatories}
    return authorities | signed | {each.id for each in document.parties}
