"""Tags that headers and values suggest, for a person to review."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """A suggestion for one column.

    Attributes:
        index: from 1.
        header: the header's text, or None where it is empty or a detector hits it.
        tag: the tag spec suggested, or None where nothing suggests one.
        confidence: 0 to 1.
    """

    index: int
    header: str | None
    tag: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class TagProposal:
    """Suggestions for the untagged columns of one table."""

    table: str
    columns: tuple[ColumnProposal, ...]
