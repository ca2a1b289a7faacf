"""What every lint is made of: an agreement to look at, a check, and what the check marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from hxlguard.clauses.clause import Case
from hxlguard.clauses.flow_choice import fill, fitting_flows
from hxlguard.model.agreement import Agreement, AgreementDocument, Flow, Waiver
from hxlguard.model.lint import LintLevel
from hxlguard.model.report import Transfer
from hxlguard.model.rule import Clause, When


@dataclass(frozen=True)
class Subject:
    """What is looked at.

    Attributes:
        agreement: one agreement, with its parents.
        on: the day for which dates are judged.
    """

    agreement: Agreement
    on: dt.date

    @property
    def document(self) -> AgreementDocument:
        """The agreement's content."""
        return self.agreement.document

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """One case for each flow, with the rules that hold for it."""
        return tuple(_case(self.agreement, flow, self.on) for flow in self.document.flows)


def _case(agreement: Agreement, flow: Flow, on: dt.date) -> Case:
    """The case of a flow, whoever of its recipients gets the data for whichever purpose."""
    case = Case(agreement, flow, fill([(agreement, flow)], Transfer(flow=flow.id)), on)
    lenders = {
        parent.sha256
        for pin, parent in zip(agreement.document.extends, agreement.parents, strict=True)
        if pin.permits == "inherit"
    }
    inherited = (each for each in parent_cases(case) if each.agreement.sha256 in lenders)
    return replace(case, inherited=tuple(inherited))


def parent_cases(case: Case) -> Iterator[Case]:
    """The case of each agreement that is extended, where one flow of it fits."""
    for parent in case.agreement.parents:
        fitting = fitting_flows(parent, case.transfer)
        if len(fitting) == 1:
            yield _case(parent, fitting[0], case.on)


@dataclass(frozen=True, slots=True)
class Mark:
    """One place that a lint finds fault with.

    Attributes:
        pointer: JSON pointer into the agreement.
        message: one sentence in lower case.
    """

    pointer: str
    message: str


@dataclass(frozen=True, slots=True)
class Lint:
    """One kind of finding.

    Attributes:
        code: `HXA` and three digits, stable: 1xx document, 2xx dates and people, 3xx rules,
            4xx public flows, 5xx waivers.
        level: how much it matters.
        meaning: one sentence that says what was found.
        why: why it matters to the people in the data or to those who serve them.
        mend: what to do about it, one sentence.
        check: marks every place; pure.
    """

    code: str
    level: LintLevel
    meaning: str
    why: str
    mend: str
    check: Callable[[Subject], Iterable[Mark]]


def written_clauses(document: AgreementDocument) -> Iterator[tuple[str, Clause]]:
    """Pointer and content of every clause that stands in the document, in its order."""
    if document.classification is not None:
        yield from _listed("/classification/rules", document.classification.rules)
    yield from _listed("/clauses", document.clauses)
    for index, flow in enumerate(document.flows):
        at = f"/flows/{index}"
        yield from _listed(f"{at}/rules", flow.rules)
        yield from _listed(f"{at}/disclosure", flow.disclosure)
        if flow.retention is not None:
            yield f"{at}/retention", flow.retention
        if flow.onward_sharing is not None:
            yield f"{at}/onward_sharing", flow.onward_sharing
        yield from _listed(f"{at}/obligations", flow.obligations)
        yield from _listed(f"{at}/transfer", flow.transfer)


def _listed(at: str, clauses: Iterable[Clause]) -> Iterator[tuple[str, Clause]]:
    for index, clause in enumerate(clauses):
        yield f"{at}/{index}", clause


def always(when: When | None, case: Case) -> bool:
    """Whether a condition surely holds for every row of the flow."""
    if when is None:
        return True
    return when.row_filter is None and (
        when.unit_of_record is None or case.flow.unit_of_record in when.unit_of_record
    )


def never(when: When | None, case: Case) -> bool:
    """Whether a condition surely holds for no row of the flow."""
    unit = case.flow.unit_of_record
    return (
        when is not None
        and when.unit_of_record is not None
        and unit is not None
        and unit not in when.unit_of_record
    )


def waivers(subject: Subject) -> Iterator[tuple[int, Waiver, Case]]:
    """Every waiver with its position and the flow that it is about."""
    cases = {case.flow.id: case for case in subject.cases}
    for at, waiver in enumerate(subject.document.waivers):
        yield at, waiver, cases[waiver.scope.flow]
