"""Waivers that are over, or last longer than anybody may allow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.duration import after
from hxlguard.model.lint import LintLevel


def _expired(subject: Subject) -> Iterator[Mark]:
    for index, waiver in enumerate(subject.document.waivers):
        if subject.on.isoformat() > waiver.expires:
            message = f"waiver `{waiver.id}` expired on {waiver.expires}"
            yield Mark(f"/waivers/{index}/expires", message)


def _too_long(subject: Subject) -> Iterator[Mark]:
    longest = subject.document.governance.waiver_policy.max_duration
    if longest is None:
        return
    for index, waiver in enumerate(subject.document.waivers):
        last = after(dt.date.fromisoformat(waiver.first), longest).isoformat()
        if waiver.expires > last:
            message = f"waiver `{waiver.id}` lasts beyond {last}, longer than `{longest}`"
            yield Mark(f"/waivers/{index}/expires", message)


def _reversed(subject: Subject) -> Iterator[Mark]:
    for index, waiver in enumerate(subject.document.waivers):
        if waiver.expires < waiver.first:
            message = f"waiver `{waiver.id}` expires before it begins"
            yield Mark(f"/waivers/{index}/expires", message)


LINTS = (
    Lint(
        code="HXA501",
        level=LintLevel.WARNING,
        meaning="A waiver has expired.",
        why="Who reads it may still count on it; the check does not.",
        mend="Remove the waiver, or have a new one approved.",
        check=_expired,
    ),
    Lint(
        code="HXA502",
        level=LintLevel.ERROR,
        meaning="A waiver lasts longer than the agreement allows.",
        why="An exception without an end is a rule that nobody agreed to.",
        mend="Let it expire within `max_duration` of its first day.",
        check=_too_long,
    ),
    Lint(
        code="HXA503",
        level=LintLevel.ERROR,
        meaning="A waiver expires before it begins.",
        why="It never holds, and somebody counts on it.",
        mend="Correct `from` or `expires`.",
        check=_reversed,
    ),
)
