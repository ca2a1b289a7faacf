"""Agreements that do not count, or not any more."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.lint import LintLevel


def _check(subject: Subject) -> Iterator[Mark]:
    status = subject.document.metadata.status
    if status != "active":
        yield Mark("/metadata", f"the status is `{status}`, so nothing may be shared under it")


LINTS = (
    Lint(
        code="HXA103",
        level=LintLevel.NOTE,
        meaning="The agreement is not active.",
        why="Every release under it is blocked, which is right for a draft and for nothing else.",
        mend="Set `status: active` once everybody has signed.",
        check=_check,
    ),
)
