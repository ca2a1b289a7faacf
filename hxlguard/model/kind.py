"""What a violation or unknown kind means: the text behind `hxlguard explain KIND`."""

from __future__ import annotations

from dataclasses import dataclass

from hxlguard.model.ordered import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of violation or unknown, named after what was found.

    Attributes:
        id: lower case with hyphens, stable: people filter on it.
        meaning: one sentence that says what was found.
        why: why it matters to the people in the data or to those who serve them.
        mend: what to do about it.
        severity: how much it matters where the clause does not say; None for a kind of unknown.
    """

    id: str
    meaning: str
    why: str
    mend: str
    severity: Severity | None = None
