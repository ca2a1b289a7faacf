"""Waivers that name what they cannot waive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hxlguard.clauses import CLAUSES
from hxlguard.clauses.clause import Case, with_hint
from hxlguard.linting.lint import Lint, Mark, Subject, waivers
from hxlguard.model.lint import LintLevel


def _unwaivable(subject: Subject) -> Iterator[Mark]:
    for at, waiver, case in waivers(subject):
        known = _clauses(case)
        for index, name in enumerate(waiver.clauses):
            if not known.get(name, True):
                message = f"waiver `{waiver.id}` names `{name}`, which nobody can waive"
                yield Mark(f"/waivers/{at}/clauses/{index}", message)


def _unknown(subject: Subject) -> Iterator[Mark]:
    for at, waiver, case in waivers(subject):
        known = _clauses(case)
        for index, name in enumerate(waiver.clauses):
            if name not in known:
                message = f"flow `{case.flow.id}` has no clause `{name}`"
                yield Mark(f"/waivers/{at}/clauses/{index}", with_hint(message, name, known))


def _clauses(case: Case) -> Mapping[str, bool]:
    """The id of every clause that is judged for a flow, and whether it may be waived."""
    return {clause.ref.id: clause.waivable for kind in CLAUSES for clause in kind(case)}


LINTS = (
    Lint(
        code="HXA520",
        level=LintLevel.ERROR,
        meaning="A waiver names a clause that no waiver can touch.",
        why="Some promises were made without exception; the release stays blocked.",
        mend="Remove the clause from the waiver.",
        check=_unwaivable,
    ),
    Lint(
        code="HXA521",
        level=LintLevel.ERROR,
        meaning="A waiver names a clause that its flow does not have.",
        why="A waiver names exactly what it waives, and this waives nothing.",
        mend="Correct the id; those without a line of their own are like `flow.default-deny`.",
        check=_unknown,
    ),
)
