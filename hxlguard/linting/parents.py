"""Agreements that promise what those that they extend do not allow."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import Case
from hxlguard.clauses.flow_choice import fitting_flows
from hxlguard.clauses.purpose import is_allowed
from hxlguard.linting.fields import blocked, permitted
from hxlguard.linting.lint import Lint, Mark, Subject, parent_cases
from hxlguard.model.agreement import Agreement
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import witness
from hxlguard.model.report import Transfer
from hxlguard.wording import listed


def _widening(subject: Subject) -> Iterator[Mark]:
    for index, parent in enumerate(subject.agreement.parents):
        mine, theirs = subject.document.validity, parent.document.validity
        if mine.first < theirs.first or mine.until > theirs.until:
            days = f"{theirs.first} to {theirs.until}"
            yield Mark(f"/extends/{index}", f"`{parent.id}` is valid from {days} only")
    for case in subject.cases:
        for parent_case in parent_cases(case):
            for what in _beyond(case, parent_case):
                yield Mark(
                    case.flow_pointer,
                    f"flow `{case.flow.id}` lets {what}, and `{parent_case.agreement.id}` does not",
                )


def _beyond(case: Case, parent: Case) -> Iterator[str]:
    """What a flow allows by itself and its parent never will, in words."""
    if others := [one for one in case.flow.recipients if one not in parent.flow.recipients]:
        yield f"{listed(others)} receive"
    purposes = case.flow.purposes.permit
    if others := [one for one in purposes if not is_allowed(parent.agreement, parent.flow, one)]:
        yield f"data serve {listed(others)}"
    if case.flow.sensitivity_ceiling > parent.flow.sensitivity_ceiling:
        yield f"data of sensitivity `{case.flow.sensitivity_ceiling}` pass"
    if tag := witness(permitted(case), [*blocked(case), *permitted(parent)]):
        yield f"`{tag}` pass"


def _disjoint(subject: Subject) -> Iterator[Mark]:
    for index, parent in enumerate(subject.agreement.parents):
        mine, theirs = subject.document.validity, parent.document.validity
        if max(mine.first, theirs.first) > min(mine.until, theirs.until):
            yield Mark(f"/extends/{index}", f"no day lies in its validity and in `{parent.id}`'s")
        for case in subject.cases:
            if not any(_fits(parent, transfer) for transfer in _transfers(case)):
                yield Mark(
                    case.flow_pointer,
                    f"no recipient and purpose of flow `{case.flow.id}` fits `{parent.id}`",
                )


def _transfers(case: Case) -> Iterator[Transfer]:
    for recipient in case.flow.recipients:
        for purpose in case.flow.purposes.permit:
            yield Transfer(case.flow.id, case.flow.sender, recipient, purpose)


def _fits(parent: Agreement, transfer: Transfer) -> bool:
    return any(
        transfer.recipient in flow.recipients
        and (None in (flow.sender, transfer.sender) or flow.sender == transfer.sender)
        and is_allowed(parent, flow, transfer.purpose)
        for flow in fitting_flows(parent, transfer)
    )


LINTS = (
    Lint(
        code="HXA110",
        level=LintLevel.ERROR,
        meaning="An agreement allows more than one that it extends.",
        why="The one that is extended holds as well, so the promise is never kept.",
        mend="Narrow it to what is allowed there; it may only narrow.",
        check=_widening,
    ),
    Lint(
        code="HXA111",
        level=LintLevel.ERROR,
        meaning="An agreement has no day, or a flow no transfer, that one it extends allows too.",
        why="Each release is blocked by one of the two.",
        mend="Give it days, recipients and purposes that both allow.",
        check=_disjoint,
    ),
)
