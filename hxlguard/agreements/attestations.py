"""Attestations: YAML or JSON beside an agreement, read as strictly as the agreement itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hxlguard.agreements.documents import Kind, load_document, refusal
from hxlguard.agreements.reading import Mistake, Reading
from hxlguard.model.agreement import Agreement
from hxlguard.model.attestation import Attestation, AttestationsDocument
from hxlguard.model.rule import Require
from hxlguard.wording import did_you_mean, listed

AttestationsSource = str | os.PathLike[str] | Mapping[str, Any]
"""What attestations may be given as."""


_KIND = Kind(
    noun="attestation",
    schema="attestations",
    model=AttestationsDocument,
    meaning_mistakes=lambda _: iter(()),
    names=tuple,
    path=Path,
)


def load_attestations(
    source: AttestationsSource | Sequence[AttestationsSource] | None,
    agreements: Iterable[Agreement],
) -> tuple[Attestation, ...]:
    """Read and judge what people stated, and check that the agreements know its clauses.

    Args:
        source: the path of a YAML or JSON file, a document as plain values, a list or tuple of
            these, or None.
        agreements: those that decide.

    Raises:
        AgreementError: a document cannot be used, or names a clause or an agreement that is not
            there; `mistakes` holds every mistake with line and path.
        UsageError: it is no document and no path.
    """
    sources = source if isinstance(source, list | tuple) else [source]
    clauses = {each.id: list(_settled_by_word(each)) for each in _family(agreements)}
    stated: list[Attestation] = []
    for one in sources if source is not None else ():
        judged = load_document(one, _KIND)
        if mistakes := list(_unknown(judged.document.attestations, clauses)):
            raise refusal(judged.name, mistakes, Reading(lines=dict(judged.lines)))
        stated += judged.document.attestations
    return tuple(stated)


def _family(agreements: Iterable[Agreement]) -> Iterator[Agreement]:
    for agreement in agreements:
        yield from agreement.lineage


def _settled_by_word(agreement: Agreement) -> Iterator[str]:
    """Ids of the clauses that an attestation may be about."""
    document = agreement.document
    rules = (*document.clauses, *(rule for flow in document.flows for rule in flow.rules))
    yield from (rule.id for rule in rules if isinstance(rule, Require))
    for flow in document.flows:
        yield from (clause.id for clause in (*flow.transfer, *flow.obligations))


def _unknown(
    attestations: Iterable[Attestation], clauses: Mapping[str, list[str]]
) -> Iterator[Mistake]:
    for index, each in enumerate(attestations):
        if each.agreement is not None and each.agreement not in clauses:
            hint = did_you_mean(each.agreement, clauses) or f"choose one of {listed(clauses)}"
            what = f"unknown agreement `{each.agreement}`; {hint.strip()}"
            yield Mistake(f"/attestations/{index}/agreement", what)
            continue
        asked = [each.agreement] if each.agreement is not None else list(clauses)
        known = [clause for name in asked for clause in clauses[name]]
        if each.clause not in known:
            hint = did_you_mean(each.clause, known) or "take it out or correct the name"
            what = f"no clause `{each.clause}` that an attestation can settle; {hint.strip()}"
            yield Mistake(f"/attestations/{index}/clause", what)
