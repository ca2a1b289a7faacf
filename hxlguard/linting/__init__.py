"""Every lint: one file a family, one import line each. The tuple below is the registry."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Any

from hxlguard.agreements import load_agreement
from hxlguard.agreements.reading import line_of
from hxlguard.call import day_in, given_day
from hxlguard.linting import (
    blocked_flow,
    bypass,
    classification,
    evasion,
    inactive,
    insufficient_waivers,
    intricate,
    missing_text,
    never_applies,
    parents,
    people,
    period,
    public_flows,
    thresholds,
    treatments,
    undetected,
    unknown_names,
    waiver_approvals,
    waiver_clauses,
    waiver_dates,
    without_effect,
)
from hxlguard.linting.lint import Lint, Mark, Subject
from hxlguard.model.agreement import Agreement
from hxlguard.model.lint import Linted, LintFinding
from hxlguard.model.patterns import Unsettled

LINTS: Mapping[str, Lint] = {
    lint.code: lint
    for module in (
        missing_text,
        unknown_names,
        inactive,
        parents,
        period,
        people,
        intricate,
        never_applies,
        treatments,
        thresholds,
        undetected,
        evasion,
        without_effect,
        classification,
        bypass,
        blocked_flow,
        public_flows,
        waiver_dates,
        waiver_approvals,
        waiver_clauses,
        insufficient_waivers,
    )
    for lint in module.LINTS
}
"""Every lint by code."""


def lint_agreement(
    agreement: str | os.PathLike[str] | Mapping[str, Any] | Agreement,
    *,
    on: dt.date | str | None = None,
) -> tuple[LintFinding, ...]:
    """Say what an agreement had better say otherwise, before any data exist.

    Args:
        agreement: as for `load_agreement`.
        on: the day for which dates are judged, default today in the agreement's time zone.

    Returns:
        the findings by line.

    Raises:
        AgreementError: it cannot be used at all; `mistakes` holds every mistake.
        UsageError: it is no agreement, or `on` is no date.
    """
    return linted(agreement, on=on).findings


def linted(
    agreement: str | os.PathLike[str] | Mapping[str, Any] | Agreement,
    *,
    on: dt.date | str | None = None,
) -> Linted:
    """As `lint_agreement`, with the agreement and the day that was taken."""
    day = given_day(on)
    loaded = load_agreement(agreement)
    subject = Subject(loaded, day_in(loaded.timezone, day))
    return Linted(loaded, subject.on, _findings(subject))


def _findings(subject: Subject) -> tuple[LintFinding, ...]:
    found: set[LintFinding] = set()
    unsettled = []
    for lint in LINTS.values():
        try:
            found |= {_finding(lint, mark, subject) for mark in lint.check(subject)}
        except Unsettled:
            unsettled.append(lint.code)
    if unsettled:
        mark = Mark("", f"the tag patterns are too intricate to look for {', '.join(unsettled)}")
        found.add(_finding(intricate.UNSETTLED, mark, subject))
    return tuple(sorted(found, key=lambda one: (one.line or 0, one.pointer, one.code, one.message)))


def _finding(lint: Lint, mark: Mark, subject: Subject) -> LintFinding:
    line = line_of(mark.pointer, subject.agreement.lines)
    return LintFinding(lint.code, lint.level, mark.pointer, line, mark.message, lint.mend)
