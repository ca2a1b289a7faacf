"""Names that the document uses and nowhere introduces."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hxlguard.clauses.clause import with_hint
from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.agreement import AgreementDocument
from hxlguard.model.lint import LintLevel
from hxlguard.model.rule import Require
from hxlguard.model.treatment import Pseudonymise

Named = Iterator[tuple[str, str]]
"""Pointers, each with the name that stands there."""


def _check(subject: Subject) -> Iterator[Mark]:
    document = subject.document
    yield from _unknown("party", [party.id for party in document.parties], _parties(document))
    authorities = [authority.id for authority in document.governance.waiver_authorities]
    yield from _unknown("authority", authorities, _signers(document))
    groups = document.vocabulary.subject_groups
    yield from _unknown("subject group", groups, _broader_groups(document))


def _unknown(kind: str, known: Collection[str], named: Named) -> Iterator[Mark]:
    """A section that is left out introduces nothing, so its words are free."""
    for pointer, name in named:
        if known and name not in known:
            yield Mark(pointer, with_hint(f"unknown {kind} `{name}`", name, known))


def _parties(document: AgreementDocument) -> Named:
    if document.review and document.review.owner:
        yield "/review/owner", document.review.owner
    for pointer, rule in _requires(document):
        for index, treatment in enumerate(rule.treatments):
            if isinstance(treatment, Pseudonymise) and treatment.key_holder:
                yield f"{pointer}/with/{index}/key_holder", treatment.key_holder
    for at, flow in enumerate(document.flows):
        onward = flow.onward_sharing
        for index, party in enumerate(onward.prior_written_consent_of if onward else ()):
            yield f"/flows/{at}/onward_sharing/prior_written_consent_of/{index}", party
    for at, waiver in enumerate(document.waivers):
        yield f"/waivers/{at}/requested_by/party", waiver.requested_by.party


def _requires(document: AgreementDocument) -> Iterator[tuple[str, Require]]:
    for index, clause in enumerate(document.clauses):
        if isinstance(clause, Require):
            yield f"/clauses/{index}", clause
    for at, flow in enumerate(document.flows):
        for index, rule in enumerate(flow.rules):
            if isinstance(rule, Require):
                yield f"/flows/{at}/rules/{index}", rule


def _signers(document: AgreementDocument) -> Named:
    for at, flow in enumerate(document.flows):
        for duty_at, duty in enumerate(flow.transfer):
            for index, signer in enumerate(duty.signers):
                yield f"/flows/{at}/transfer/{duty_at}/signers/{index}", signer


def _broader_groups(document: AgreementDocument) -> Named:
    for name, group in document.vocabulary.subject_groups.items():
        if group.broader:
            yield f"/vocabulary/subject_groups/{name}/broader", group.broader


LINTS = (
    Lint(
        code="HXA102",
        level=LintLevel.ERROR,
        meaning="A clause names a party, an authority or a group that the document does not list.",
        why="A duty of nobody is kept by nobody.",
        mend="Add it to `parties`, `waiver_authorities` or `subject_groups`, or correct the name.",
        check=_check,
    ),
)
