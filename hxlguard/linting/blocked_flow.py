"""Flows under which nothing can ever leave."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import Case
from hxlguard.clauses.purpose import is_allowed
from hxlguard.linting.fields import Passage, permitted
from hxlguard.linting.lint import Lint, Mark, Subject, never
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import TagSet
from hxlguard.wording import listed


def _without_permit(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        if subject.document.defaults.columns == "deny" and not _in_force(case):
            yield Mark(case.flow_pointer, f"flow `{case.flow.id}` has no permit that ever holds")


def _in_force(case: Case) -> bool:
    return any(not never(rule.when, case) for rule in case.grants)


def _nothing_passes(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        by_header = any(rule.match.tags is None for rule in case.grants)
        if permitted(case) and not by_header and Passage.of(case).smallest() is None:
            yield Mark(
                case.flow_pointer,
                f"whatever flow `{case.flow.id}` permits is forbidden or above its ceiling"
                f" `{case.flow.sensitivity_ceiling}`",
            )


def _no_purpose(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        purposes = case.flow.purposes
        if not any(is_allowed(subject.agreement, case.flow, one) for one in purposes.permit):
            yield Mark(
                f"{case.flow_pointer}/purposes",
                f"flow `{case.flow.id}` forbids each purpose that it permits",
            )


def _always_dropped(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        required = case.flow.shape.required if case.flow.shape else ()
        passage = Passage.of(case)
        for index, text in enumerate(required):
            if passage.granted and passage.smallest(TagSet.of([text])) is None:
                yield Mark(
                    f"{case.flow_pointer}/schema/required/{index}",
                    f"flow `{case.flow.id}` requires `{text}` and never lets it pass",
                )


def _undeclared_unit(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        if case.flow.unit_of_record is None and (names := sorted(_by_unit(case))):
            message = (
                f"flow `{case.flow.id}` does not say what one row is about, but {listed(names)}"
            )
            yield Mark(case.flow_pointer, f"{message} {_ask(names)}")


def _ask(names: list[str]) -> str:
    return "asks for it" if len(names) == 1 else "ask for it"


def _by_unit(case: Case) -> Iterator[str]:
    """The clauses of a flow that hang on what one row is about."""
    classification = case.agreement.document.classification
    rules = [rule for _, rule in (*case.permits, *case.requires, *case.forbids)]
    for rule in (*rules, *(classification.rules if classification else ())):
        if rule.when is not None and rule.when.unit_of_record is not None:
            yield rule.id


LINTS = (
    Lint(
        code="HXA350",
        level=LintLevel.ERROR,
        meaning="A flow has no permit, so nothing may travel under it.",
        why="A flow that never clears is soon left aside, and the data travel without it.",
        mend="Say in a `permit` which fields may travel, or remove the flow.",
        check=_without_permit,
    ),
    Lint(
        code="HXA351",
        level=LintLevel.ERROR,
        meaning="Everything that a flow permits is forbidden or above its ceiling.",
        why="A flow that never clears is soon left aside, and the data travel without it.",
        mend="Classify what it permits, raise its ceiling, or remove the flow.",
        check=_nothing_passes,
    ),
    Lint(
        code="HXA352",
        level=LintLevel.ERROR,
        meaning="A flow forbids each purpose that it permits.",
        why="No transfer can name a purpose that is allowed, so none is ever clear.",
        mend="Correct `purposes`, or what is `broader` than what in the vocabulary.",
        check=_no_purpose,
    ),
    Lint(
        code="HXA353",
        level=LintLevel.ERROR,
        meaning="A flow requires a column that it never lets pass.",
        why="The table is blocked with the column and blocked without it.",
        mend="Permit the column, or do not require it.",
        check=_always_dropped,
    ),
    Lint(
        code="HXA354",
        level=LintLevel.WARNING,
        meaning="Clauses ask what one row is about, and the flow does not say it.",
        why="What these clauses are about is never decided, so releases are held.",
        mend="Declare `unit_of_record`.",
        check=_undeclared_unit,
    ),
)
