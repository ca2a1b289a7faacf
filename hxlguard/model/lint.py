"""What a look at an agreement alone, before any data exist, finds wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hxlguard.model.agreement import Agreement
from hxlguard.model.ordered import OrderedWord


class LintLevel(OrderedWord):
    """How much a finding matters: only an error means that the agreement fails its purpose."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing that an agreement had better say otherwise.

    Attributes:
        code: stable, such as `HXA320`; `hxlguard explain CODE` says more.
        level: how much it matters.
        pointer: JSON pointer into the agreement.
        line: line of the agreement's file from 1, or None where it came from no text.
        message: one sentence in lower case.
        remedy: one sentence that says what to do about it.
    """

    code: str
    level: LintLevel
    pointer: str
    line: int | None
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Linted:
    """An agreement with what was found in it, by line, for one day."""

    agreement: Agreement
    on: dt.date
    findings: tuple[LintFinding, ...]
