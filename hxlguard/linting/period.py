"""Days that have passed, or have not come yet."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.lint import LintLevel


def _expired(subject: Subject) -> Iterator[Mark]:
    until = subject.document.validity.until
    if subject.on.isoformat() > until:
        yield Mark("/validity/until", f"the agreement ended on {until}")


def _early(subject: Subject) -> Iterator[Mark]:
    first = subject.document.validity.first
    if subject.on.isoformat() < first:
        yield Mark("/validity/from", f"the agreement begins on {first}")


def _overdue(subject: Subject) -> Iterator[Mark]:
    review = subject.document.review
    if review and review.due and subject.on.isoformat() > review.due:
        yield Mark("/review/due", f"the review was due on {review.due}")


def _retained(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        kept = case.flow.retention
        if kept and kept.delete_by and subject.on.isoformat() > kept.delete_by:
            yield Mark(
                f"{case.flow_pointer}/retention",
                f"recipients of flow `{case.flow.id}` were to delete the data by {kept.delete_by}",
            )


LINTS = (
    Lint(
        code="HXA201",
        level=LintLevel.ERROR,
        meaning="The agreement has expired.",
        why="Whatever is shared after its end, nobody has agreed to.",
        mend="Renew the agreement, or set its status to `superseded` or `terminated`.",
        check=_expired,
    ),
    Lint(
        code="HXA202",
        level=LintLevel.NOTE,
        meaning="The agreement is not in force yet.",
        why="Every release is blocked until its first day.",
        mend="Wait for the first day, or correct `from`.",
        check=_early,
    ),
    Lint(
        code="HXA203",
        level=LintLevel.WARNING,
        meaning="The day on which the agreement was to be reviewed has passed.",
        why="What was harmless when it was signed may endanger people today.",
        mend="Review the agreement with its parties and set the next `due`.",
        check=_overdue,
    ),
    Lint(
        code="HXA204",
        level=LintLevel.ERROR,
        meaning="The day by which recipients delete what they got under a flow has passed.",
        why="Data that must be deleted already cannot be sent.",
        mend="Agree on a later `delete_by`, or remove the flow.",
        check=_retained,
    ),
)
