"""What a check costs, column by column: kept only while somebody asks for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

WHOLE = ""
"""The column of work that is not about one column."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One piece of work.

    Attributes:
        source: from 1, in the order of the sources; 0 for work about all of them.
        table: from 1, in the order of the source; 0 for work about the whole source.
        column: its name in the grid; `WHOLE` for work about the whole table.
        step: `read`, `tag`, `load`, `scan`, `confirm` or `measure`.
    """

    source: int
    table: int
    column: str
    step: str


@dataclass(slots=True)
class Ledger:
    """Seconds by piece of work; columns are worked on at the same time, so they may add up to
    more than a clock on the wall shows.
    """

    seconds: dict[Item, float] = field(default_factory=dict)
    source: int = 0
    table: int = 0
    _lock: Lock = field(default_factory=Lock)

    def charge(self, column: str, step: str, seconds: float) -> None:
        """Add to what a column of the present table has cost."""
        with self._lock:
            item = Item(self.source, self.table, column, step)
            self.seconds[item] = self.seconds.get(item, 0.0) + seconds


_ledger: ContextVar[Ledger | None] = ContextVar("ledger", default=None)
_charged_inside: ContextVar[float] = ContextVar("charged_inside", default=0.0)


def ledger() -> Ledger | None:
    """The ledger that is kept at present, or None."""
    return _ledger.get()


@contextmanager
def recorded() -> Iterator[Ledger]:
    """Keep a ledger of everything that is done inside of the `with` block."""
    kept = Ledger()
    token = _ledger.set(kept)
    try:
        yield kept
    finally:
        _ledger.reset(token)


@contextmanager
def about(part: Literal["source", "table"], number: int) -> Iterator[None]:
    """Charge what is done inside of the `with` block to a source, or to a table of it."""
    kept = _ledger.get()
    if kept is None:
        yield
        return
    setattr(kept, part, number)
    try:
        yield
    finally:
        setattr(kept, part, 0)


@contextmanager
def charged(step: str, *columns: str) -> Iterator[None]:
    """Charge what is done inside of the `with` block to columns, in equal parts.

    What is charged to another step inside of it is charged there alone.
    """
    kept = _ledger.get()
    if kept is None:
        yield
        return
    start, before = time.perf_counter(), _charged_inside.get()
    _charged_inside.set(0.0)
    try:
        yield
    finally:
        seconds = time.perf_counter() - start
        own = seconds - _charged_inside.get()
        _charged_inside.set(before + seconds)
        charges = columns or (WHOLE,)
        for column in charges:
            kept.charge(column, step, own / len(charges))
