"""Clauses that cannot be compared with what was signed."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject, written_clauses
from hxlguard.model.lint import LintLevel


def _check(subject: Subject) -> Iterator[Mark]:
    for pointer, clause in written_clauses(subject.document):
        missing = [name for name in ("clause", "text") if getattr(clause, name) is None]
        if missing:
            names = " and no ".join(f"`{name}`" for name in missing)
            yield Mark(pointer, f"clause `{clause.id}` has no {names}")


LINTS = (
    Lint(
        code="HXA101",
        level=LintLevel.WARNING,
        meaning="A clause lacks its number in the signed text, or that text.",
        why="Only who sees both can tell whether the machine decides what people agreed to.",
        mend="Copy number and sentence from the signed text into `clause` and `text`.",
        check=_check,
    ),
)
