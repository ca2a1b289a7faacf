"""Words with an order."""

from __future__ import annotations

from enum import StrEnum


class OrderedWord(StrEnum):
    """A closed list of words, least first; comparison follows the list, not the alphabet.

    Attributes:
        rank: position in the list, from 0.
    """

    rank: int

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: object) -> bool:
        return self.rank < self._peer(other).rank

    def __le__(self, other: object) -> bool:
        return self.rank <= self._peer(other).rank

    def __gt__(self, other: object) -> bool:
        return self.rank > self._peer(other).rank

    def __ge__(self, other: object) -> bool:
        return self.rank >= self._peer(other).rank

    def _peer(self, other: object) -> OrderedWord:
        if not isinstance(other, type(self)):
            raise TypeError(f"{type(self).__name__} does not compare with {type(other).__name__}")
        return other


class Level(OrderedWord):
    """Sensitivity of data, as information sharing protocols scale it (OCHA, IASC)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    SEVERE = "severe"


class Severity(OrderedWord):
    """How much a violation matters."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    CRITICAL = "critical"


class Verdict(OrderedWord):
    """The answer to "may this leave?"; several answers together give the highest."""

    CLEAR = "CLEAR"
    HOLD = "HOLD"
    BLOCK = "BLOCK"
