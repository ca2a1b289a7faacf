"""Who has not signed, and what nobody has to do."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.lint import LintLevel

_NEVER_SIGN = ("public", "platform")
"""Kinds of party that receive without agreeing to anything."""


def _unsigned(subject: Subject) -> Iterator[Mark]:
    document = subject.document
    signatories = document.governance.signatories
    if not signatories:
        return
    today = subject.on.isoformat()
    signed = {one.party for one in signatories if one.signed and one.signed <= today}
    exempt = {"public", *(one.id for one in document.parties if one.kind in _NEVER_SIGN)}
    for case in subject.cases:
        at, flow = case.flow_pointer, case.flow
        places = [(f"{at}/recipients/{i}", name) for i, name in enumerate(flow.recipients)]
        if flow.sender is not None:
            places.insert(0, (f"{at}/sender", flow.sender))
        for pointer, party in places:
            if party not in signed | exempt:
                yield Mark(pointer, f"`{party}` is a party of flow `{flow.id}` and has not signed")


def _duties_of_nobody(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        for index, duty in enumerate(case.flow.obligations):
            if duty.who is None:
                pointer = f"{case.flow_pointer}/obligations/{index}"
                yield Mark(pointer, f"obligation `{duty.id}` does not say whose it is")


LINTS = (
    Lint(
        code="HXA210",
        level=LintLevel.WARNING,
        meaning="A party that sends or receives under a flow has not signed.",
        why="Who has not signed has promised nothing.",
        mend="Add its signature with role and day to `signatories`, or take it out of the flow.",
        check=_unsigned,
    ),
    Lint(
        code="HXA211",
        level=LintLevel.WARNING,
        meaning="An obligation does not say who has to keep it.",
        why="A duty of nobody is kept by nobody.",
        mend="Name the party in `who`.",
        check=_duties_of_nobody,
    ),
)
