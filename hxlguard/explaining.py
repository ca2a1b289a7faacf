"""What an agreement says, as sentences: who sends what about whom to whom, for what, and how.

Every clause of every kind is told, the implicit ones too: they come from the registry that
decides, so that none is forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hxlguard.clauses import CLAUSES
from hxlguard.clauses.clause import Case
from hxlguard.clauses.purpose import is_allowed
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Agreement, Defaults, Flow, Waiver
from hxlguard.model.report import ClauseRef, Transfer
from hxlguard.model.rule import ClassificationRule, Clause, Permit
from hxlguard.phrasing import both, either, quoted, sentence, unit
from hxlguard.terminal import wrap
from hxlguard.wording import did_you_mean, listed

_WIDTH = 100
_NO_DAY = dt.date.min
"""The clauses of a flow are the same on every day."""

_EXTENDED = "WHAT IT EXTENDS, SO THAT IT HOLDS AS WELL:"
_GUARDRAILS = "FOR EVERY FLOW"
_LEVELS = "HOW SENSITIVE FIELDS ARE"
_PERMITTED = "What may travel"
_PROTECTED = "How it is protected"
_FORBIDDEN = "What never travels"
_TABLE = "What the table as a whole must be"
_BEFORE = "What is done before the release, and how the file travels"
_AFTER = "What people keep afterwards"
_IMPLICIT = "What holds without being written"
_IN_A_FLOW = (_PERMITTED, _PROTECTED, _FORBIDDEN, _TABLE, _BEFORE, _AFTER, _IMPLICIT)
_EFFECTS = {"permit": _PERMITTED, "require": _PROTECTED, "forbid": _FORBIDDEN}
_READ_LIKE_THIS = (
    "A clause that is not met blocks the release; one that cannot be decided holds it. Where"
    " several clauses speak about a field, all of them hold. A field is known by its HXL tag:"
    " `#org` stands for it with any attributes, `#org!` for it alone, `#*` for any hashtag,"
    " `#org+a-b` for what has the attribute a and not b. Where it has no tag, what its header"
    " suggests can forbid or restrict it, but never permit it."
)


@dataclass(frozen=True, slots=True)
class Told:
    """One clause in plain words.

    Attributes:
        ref: its id, number, signed text and place.
        section: the heading under which it stands.
        what: what it does.
        flow: id of the flow that it belongs to; None where it holds for every flow.
    """

    ref: ClauseRef
    section: str
    what: str
    flow: str | None = None


def explain_agreement(agreement: Agreement) -> str:
    """Tell a whole agreement, flow by flow, and those that it extends, for a person."""
    lines = [*_whole_agreement(agreement), "", *wrap(_READ_LIKE_THIS, _WIDTH)]
    _, *above = agreement.lineage
    for parent in above:
        lines += ["", f"{_EXTENDED} {parent.id}", "", *_whole_agreement(parent)]
    return _joined(lines)


def explain_clause(agreement: Agreement, name: str) -> str:
    """Tell one clause, or all that have this clause number.

    Args:
        agreement: the agreement.
        name: the id of a clause or waiver of it or of one that it extends, or a clause number.

    Raises:
        UsageError: the agreement has no such clause.
    """
    told = [(each, clause) for each in agreement.lineage for clause in clauses_told(each)]
    waivers = [(each, waiver) for each in agreement.lineage for waiver in each.document.waivers]
    parts = [
        list(_clause(holder, clause))
        for holder, clause in told
        if name in (clause.ref.id, clause.ref.number)
    ]
    for _, waiver in waivers:
        if waiver.id == name:
            parts.append(wrap(f"{waiver.id}: {_waiver(waiver)}", _WIDTH, rest="  "))
    if not parts:
        known = [word for _, each in told for word in (each.ref.id, each.ref.number) if word]
        hint = did_you_mean(name, [*known, *(waiver.id for _, waiver in waivers)])
        raise UsageError(
            f"agreement `{agreement.id}` has no clause `{name}`",
            remedy=f"{hint}leave the clause out to read all",
        )
    return "\n".join(map(_joined, parts))


def clauses_told(agreement: Agreement) -> Iterator[Told]:
    """Every clause in the order in which it is told, each once."""
    document = agreement.document
    if levels := agreement.classification:
        for index, level in enumerate(levels.rules):
            yield _told(agreement, f"/classification/rules/{index}", level, _LEVELS)
    for index, clause in enumerate(document.clauses):
        yield _told(agreement, f"/clauses/{index}", clause, _GUARDRAILS)
    for index, flow in enumerate(document.flows):
        written = tuple(_written(agreement, flow, f"/flows/{index}"))
        added = _added(agreement, flow, {each.ref.id for each in written})
        yield from sorted((*written, *added), key=lambda each: _IN_A_FLOW.index(each.section))


def _written(agreement: Agreement, flow: Flow, at: str) -> Iterator[Told]:
    for index, rule in enumerate(flow.rules):
        yield _told(agreement, f"{at}/rules/{index}", rule, _EFFECTS[rule.effect], flow)
    for index, limit in enumerate(flow.disclosure):
        yield _told(agreement, f"{at}/disclosure/{index}", limit, _TABLE, flow)
    for index, way in enumerate(flow.transfer):
        yield _told(agreement, f"{at}/transfer/{index}", way, _BEFORE, flow)
    for index, duty in enumerate(flow.obligations):
        section = _BEFORE if duty.phase == "before-release" else _AFTER
        yield _told(agreement, f"{at}/obligations/{index}", duty, section, flow)
    if flow.retention:
        yield _told(agreement, f"{at}/retention", flow.retention, _AFTER, flow)
    if flow.onward_sharing:
        yield _told(agreement, f"{at}/onward_sharing", flow.onward_sharing, _AFTER, flow)


def _added(agreement: Agreement, flow: Flow, known: set[str]) -> Iterator[Told]:
    """What the registry of clauses adds to the written ones."""
    guardrails = {clause.id for clause in agreement.document.clauses}
    case = Case(agreement, flow, Transfer(flow=flow.id), _NO_DAY)
    for factory in CLAUSES:
        for clause in factory(case):
            if clause.ref.id not in known | guardrails:
                section = _TABLE if clause.ref.pointer else _IMPLICIT
                yield Told(clause.ref, section, clause.ref.text or "", flow.id)


def _told(
    agreement: Agreement, pointer: str, clause: Clause, section: str, flow: Flow | None = None
) -> Told:
    line = agreement.lines.get(pointer)
    ref = ClauseRef(clause.id, clause.clause, clause.text, pointer, line)
    return Told(ref, section, sentence(clause), flow.id if flow else None)


def _whole_agreement(agreement: Agreement) -> Iterator[str]:
    told = tuple(clauses_told(agreement))
    yield from _head(agreement)
    yield from _sections(each for each in told if each.flow is None)
    for flow in agreement.document.flows:
        yield from _flow(agreement, flow, [each for each in told if each.flow == flow.id])
    yield from _waivers(agreement)


def _head(agreement: Agreement) -> Iterator[str]:
    document, valid = agreement.document, agreement.document.validity
    yield from wrap(f"{agreement.id} {agreement.version}: {document.metadata.title}", _WIDTH)
    days = f"{valid.first} to {valid.until}, both included ({valid.timezone})"
    yield from _field(f"Its status is `{document.metadata.status}`; it holds from {days}.")
    for parent in document.extends:
        permits = (
            "its permits count as permits of this one"
            if parent.permits == "inherit"
            else "a field travels only where both permit it"
        )
        told = f"It can only narrow `{parent.id}` {parent.version}, which holds as well; {permits}."
        yield from _field(told)
    for said in _defaults(document.defaults):
        yield from _field(said)
    yield from _field(f"sha256 {agreement.sha256}")


def _defaults(defaults: Defaults) -> Iterator[str]:
    if defaults.columns == "allow":
        yield "Every tagged field may travel, unless a clause says otherwise."
    else:
        yield "Only the fields that a clause permits may travel."
    undone = {"forbid": "blocks", "hold": "holds"}
    yield (
        f"A column that has no tag and is not named by its header {undone[defaults.untagged]} the"
        f" release, and content that nobody sees {undone[defaults.hidden]} it."
    )
    yield (
        f"What is found in cells counts from a confidence of {defaults.detection.act_at} on, and is"
        f" a doubt that holds from {defaults.detection.hold_at} on."
    )
    if defaults.enforcement == "advisory":
        yield "It is advisory: a violation is reported and stops nothing."


def _flow(agreement: Agreement, flow: Flow, told: Iterable[Told]) -> Iterator[str]:
    number = f" ({flow.clause})" if flow.clause else ""
    title = f": {flow.title}" if flow.title else ""
    yield ""
    yield from wrap(f"FLOW {flow.id}{number}{title}", _WIDTH, rest="  ")
    for said in (*_parties(agreement, flow), *_about(flow), *_limits(agreement, flow)):
        yield from _field(said)
    yield from _sections(told)


def _parties(agreement: Agreement, flow: Flow) -> Iterator[str]:
    names = {party.id: party.name for party in agreement.document.parties}

    def called(party: str) -> str:
        return f"{names[party]} (`{party}`)" if names.get(party) else f"`{party}`"

    sender = called(flow.sender) if flow.sender else "Whoever holds the data"
    recipients = either(map(called, flow.recipients))
    never = f", never for {either(quoted(flow.purposes.forbid))}" if flow.purposes.forbid else ""
    permitted = flow.purposes.permit
    narrower = [
        name
        for name in agreement.document.vocabulary.purposes
        if name not in permitted and is_allowed(agreement, flow, name)
    ]
    so = f" (and so for {either(quoted(narrower))})" if narrower else ""
    yield f"{sender} sends to {recipients}, for {either(quoted(permitted))}{so}{never}."
    if flow.audience:
        yield f"The audience is: {flow.audience.replace('-', ' ')}."


def _about(flow: Flow) -> Iterator[str]:
    if flow.subjects:
        yield f"The data are about {both(flow.subjects)}."
    if flow.unit_of_record:
        yield f"One row is {unit(flow.unit_of_record)}."
    else:
        yield "What one row is about is not said; a clause that depends on it holds the release."
    if flow.legal_basis:
        reference = f" ({flow.legal_basis.reference})" if flow.legal_basis.reference else ""
        yield f"The legal basis is {flow.legal_basis.basis}{reference}."
    if flow.licence:
        words = [word for word in (flow.licence.spdx, flow.licence.hdx) if word]
        yield f"The licence is {' / '.join(words)}."


def _limits(agreement: Agreement, flow: Flow) -> Iterator[str]:
    classification = agreement.classification
    yield f"Nothing above sensitivity `{flow.sensitivity_ceiling}` leaves."
    if classification:
        yield f"A field that no rule classifies counts as `{classification.unclassified}`."


def _sections(told: Iterable[Told]) -> Iterator[str]:
    heading = None
    for each in told:
        if each.section != heading:
            heading = each.section
            yield ""
            yield heading if each.flow is None else f"  {heading}"
        yield from wrap(f"{_name(each.ref)}: {each.what}", _WIDTH, first="  - ", rest="    ")


def _waivers(agreement: Agreement) -> Iterator[str]:
    if agreement.document.waivers:
        yield from ("", "WAIVERS, each for a while and for exactly what it names")
    for waiver in agreement.document.waivers:
        yield from wrap(f"{waiver.id}: {_waiver(waiver)}", _WIDTH, first="  - ", rest="    ")


def _waiver(waiver: Waiver) -> str:
    scope = waiver.scope
    only = [
        f"in fields tagged {either(quoted(scope.tags))}" if scope.tags else "",
        f"in the file `{scope.dataset}`" if scope.dataset else "",
        f"in the bytes of sha256 {scope.dataset_sha256}" if scope.dataset_sha256 else "",
    ]
    where = "".join(f", {each}" for each in only if each)
    approved = both(f"`{each.authority}` on {each.date}" for each in waiver.approvals) or "nobody"
    compensating = f" In return: {'; '.join(waiver.compensating)}." if waiver.compensating else ""
    return (
        f"from {waiver.first} to {waiver.expires} a violation of {listed(waiver.clauses)} in flow"
        f" `{scope.flow}`{where} is reported and does not block. Asked for by"
        f" `{waiver.requested_by.party}`, approved by {approved}. Reason: {waiver.reason}"
        f"{compensating}"
    )


def _clause(agreement: Agreement, told: Told) -> Iterator[str]:
    ref = told.ref
    place = f"line {ref.line} of {agreement.name}" if ref.line else ref.pointer
    yield from wrap(_name(ref), _WIDTH)
    yield from _part("where ", place or "not written: every such flow has it")
    if told.flow:
        yield from _part("flow  ", told.flow)
    if ref.pointer and ref.text and ref.text != told.what:
        yield from _part("signed", ref.text)
    yield from _part("means ", told.what)
    if ref.pointer:
        yield from _part("waiver", _waivable(agreement, ref))


def _waivable(agreement: Agreement, ref: ClauseRef) -> str:
    using = [waiver.id for waiver in agreement.document.waivers if ref.id in waiver.clauses]
    rules = [
        *agreement.document.clauses,
        *(rule for flow in agreement.document.flows for rule in (*flow.rules, *flow.disclosure)),
    ]
    clause = next((rule for rule in rules if rule.id == ref.id), None)
    if isinstance(clause, Permit | ClassificationRule) or clause is None:
        return "there is nothing to waive"
    if not clause.waivable:
        return "no waiver can set it aside"
    return f"{listed(using)} names it" if using else "a waiver may set it aside; none names it"


def _name(ref: ClauseRef) -> str:
    return f"{ref.number} ({ref.id})" if ref.number else ref.id


def _field(text: str) -> list[str]:
    return wrap(text, _WIDTH, first="  ", rest="  ")


def _part(label: str, text: str) -> list[str]:
    return wrap(text, _WIDTH, first=f"  {label}  ", rest=" " * 10)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)
