"""Rules that no field and no flow ever falls under."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.fields import PLACES, named_tags, places_from
from hxlguard.linting.lint import Lint, Mark, Subject, never, written_clauses
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import witness
from hxlguard.model.rule import ClassificationMatch, ClassificationRule, Forbid, Permit, Require

Rule = Permit | Require | Forbid | ClassificationRule


def _check(subject: Subject) -> Iterator[Mark]:
    for pointer, clause in written_clauses(subject.document):
        if isinstance(clause, Permit | Require | Forbid | ClassificationRule):
            if _matches_nothing(clause):
                yield Mark(pointer, f"`{clause.id}` matches no field")
            elif _waits_in_vain(clause, pointer, subject):
                yield Mark(pointer, f"`{clause.id}` waits for rows that no flow of it has")


def _matches_nothing(rule: Rule) -> bool:
    """Whether no tag meets all that the match asks of a tag."""
    named = named_tags(rule.match)
    if named is None:
        return False
    also = []
    if isinstance(rule.match, ClassificationMatch):
        if rule.match.location == "named":
            also.append([PLACES])
        if rule.match.admin_level is not None:
            also.append([places_from(rule.match.admin_level.at_least)])
    return witness([named], also=also) is None


def _waits_in_vain(rule: Rule, pointer: str, subject: Subject) -> bool:
    cases = [case for case in subject.cases if pointer.startswith(f"{case.flow_pointer}/")]
    return all(never(rule.when, case) for case in cases or subject.cases)


LINTS = (
    Lint(
        code="HXA301",
        level=LintLevel.WARNING,
        meaning="A rule can never apply: no field matches it, or no flow has such rows.",
        why="It reads as a protection and protects nobody.",
        mend="Correct what the rule matches, or its `when`.",
        check=_check,
    ),
)
