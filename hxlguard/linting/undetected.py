"""Clauses about data that nothing looks for."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import with_hint
from hxlguard.linting.lint import Lint, Mark, Subject, written_clauses
from hxlguard.model.lint import LintLevel
from hxlguard.model.rule import ClassificationRule, Forbid, Require
from hxlguard.recognizers import RECOGNIZERS


def _check(subject: Subject) -> Iterator[Mark]:
    known = sorted(recognizer.entity for recognizer in RECOGNIZERS)
    for pointer, clause in written_clauses(subject.document):
        if isinstance(clause, ClassificationRule | Forbid | Require):
            for entity in clause.match.entities or ():
                if entity not in known:
                    message = f"nothing looks for the `{entity}` of `{clause.id}`"
                    yield Mark(pointer, with_hint(message, entity, known))


LINTS = (
    Lint(
        code="HXA312",
        level=LintLevel.ERROR,
        meaning="A clause names an entity that no recognizer looks for.",
        why="The clause never fires, so every release under it is held and none is ever clear.",
        mend="Correct the name of the entity, or govern the field by its tag.",
        check=_check,
    ),
)
