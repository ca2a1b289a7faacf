"""Places in a table, as a spreadsheet counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

FIRST_ROWS = 5
"""How many row numbers a report lists; the count beside them is always exact."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table.

    Attributes:
        count: how many there are.
        first: the first row numbers, from 1 as the spreadsheet shows them, ascending.
    """

    count: int = 0
    first: tuple[int, ...] = ()

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Rows:
        """Count all of `numbers` (ascending) and keep the first few."""
        listed = tuple(numbers)
        return cls(len(listed), listed[:FIRST_ROWS])

    def __or__(self, other: Rows) -> Rows:
        """Join two disjoint sets of rows."""
        first = tuple(sorted({*self.first, *other.first}))[:FIRST_ROWS]
        return Rows(self.count + other.count, first)


NO_ROWS = Rows()


def unnumbered(value: Any) -> Any:
    """The same value with every `Rows` in it counted only: row numbers point at people."""
    if isinstance(value, Rows):
        return Rows(value.count)
    if isinstance(value, tuple):
        return tuple(map(unnumbered, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: unnumbered(part) for name, part in parts.items()})
    return value


@dataclass(frozen=True, slots=True)
class ColumnRef:
    """A column by position.

    Attributes:
        index: from 1, as a spreadsheet counts.
        tag: the HXL tag spec of the column, or None.
    """

    index: int
    tag: str | None
