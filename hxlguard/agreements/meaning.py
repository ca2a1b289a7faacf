"""What a JSON Schema cannot say: ids that must be unique, names that must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hxlguard.agreements.reading import Mistake, pointer_to
from hxlguard.model.agreement import AgreementDocument, Flow
from hxlguard.nearest import did_you_mean


def meaning_mistakes(document: AgreementDocument) -> Iterator[Mistake]:
    """Cross-check a document that the schema and the models accept."""
    yield from _order_mistakes(document)
    yield from _duplicate_mistakes(document)
    yield from _purpose_loops(document)
    parties = {party.id for party in document.parties}
    purposes = document.vocabulary.purposes
    for pointer, name in _named_parties(document):
        yield from _unknown(pointer, "party", name, parties)
    for pointer, name in _named_purposes(document):
        yield from _unknown(pointer, "purpose", name, purposes)
    groups = document.vocabulary.subject_groups
    for pointer, flow in _flows(document):
        for index, group in enumerate(flow.subjects):
            yield from _unknown(f"{pointer}/subjects/{index}", "subject group", group, groups)
    flow_ids = [flow.id for flow in document.flows]
    for index, waiver in enumerate(document.waivers):
        yield from _unknown(f"/waivers/{index}/scope/flow", "flow", waiver.scope.flow, flow_ids)


def clause_pointers(document: AgreementDocument) -> Iterator[tuple[str, str]]:
    """Pointer and id of every clause, the sections of each flow included."""
    if document.classification:
        for index, rule in enumerate(document.classification.rules):
            yield f"/classification/rules/{index}", rule.id
    for index, clause in enumerate(document.clauses):
        yield f"/clauses/{index}", clause.id
    for pointer, flow in _flows(document):
        for section in ("rules", "disclosure", "obligations", "transfer"):
            for index, clause in enumerate(getattr(flow, section)):
                yield f"{pointer}/{section}/{index}", clause.id
        for section in ("retention", "onward_sharing"):
            if single := getattr(flow, section):
                yield f"{pointer}/{section}", single.id


def _flows(document: AgreementDocument) -> Iterator[tuple[str, Flow]]:
    for index, flow in enumerate(document.flows):
        yield f"/flows/{index}", flow


def _order_mistakes(document: AgreementDocument) -> Iterator[Mistake]:
    if document.validity.until < document.validity.first:
        yield Mistake("/validity/until", "lies before `from`, so the agreement is never valid")


def _duplicate_mistakes(document: AgreementDocument) -> Iterator[Mistake]:
    for kind, named in (
        ("clause", clause_pointers(document)),
        ("flow", ((pointer, flow.id) for pointer, flow in _flows(document))),
        ("party", ((f"/parties/{i}", party.id) for i, party in enumerate(document.parties))),
        ("waiver", ((f"/waivers/{i}", waiver.id) for i, waiver in enumerate(document.waivers))),
    ):
        first: dict[str, str] = {}
        for pointer, name in named:
            if name in first:
                what = f"the {kind} id `{name}` is taken by {first[name]}; give it another one"
                yield Mistake(f"{pointer}/id", what)
            first.setdefault(name, pointer)


def _purpose_loops(document: AgreementDocument) -> Iterator[Mistake]:
    purposes = document.vocabulary.purposes
    for name in purposes:
        seen, step = {name}, purposes[name].broader
        while step in purposes and step not in seen:
            seen.add(step)
            step = purposes[step].broader
        if step == name:
            pointer = pointer_to("/vocabulary/purposes", name)
            yield Mistake(f"{pointer}/broader", f"`{name}` is broader than itself")


def _named_purposes(document: AgreementDocument) -> Iterator[tuple[str, str]]:
    for name, purpose in document.vocabulary.purposes.items():
        if purpose.broader:
            yield pointer_to("/vocabulary/purposes", name) + "/broader", purpose.broader
    for pointer, flow in _flows(document):
        for index, name in enumerate(flow.purposes.permit):
            yield f"{pointer}/purposes/permit/{index}", name
        for index, name in enumerate(flow.purposes.forbid):
            yield f"{pointer}/purposes/forbid/{index}", name


def _named_parties(document: AgreementDocument) -> Iterator[tuple[str, str]]:
    governance = document.governance
    for name in ("data_protection_officer", "incident_contact"):
        if contact := getattr(governance, name):
            yield f"/governance/{name}/party", contact.party
    for index, authority in enumerate(governance.waiver_authorities):
        yield f"/governance/waiver_authorities/{index}/party", authority.party
    for index, signatory in enumerate(governance.signatories):
        yield f"/governance/signatories/{index}/party", signatory.party
    for pointer, flow in _flows(document):
        if flow.sender:
            yield f"{pointer}/sender", flow.sender
        for index, name in enumerate(flow.recipients):
            yield f"{pointer}/recipients/{index}", name
        for index, duty in enumerate(flow.obligations):
            if duty.who:
                yield f"{pointer}/obligations/{index}/who", duty.who


def _unknown(pointer: str, kind: str, name: str, known: Collection[str]) -> Iterator[Mistake]:
    """A section that is left out names nothing, so its words are free."""
    if known and name not in known:
        hint = did_you_mean(name, known) or "add it or correct the name"
        yield Mistake(pointer, f"unknown {kind} `{name}`; {hint.strip()}")
