"""The same work on many columns, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import cache, partial
from typing import TypeVar

_CELLS_FOR_THREADS = 20_000
"""In fewer cells Python works for longer than polars does, and threads would only wait."""

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


def on_each(
    work: Callable[[Item], Outcome], items: Iterable[Item], *, cells: int
) -> Iterable[Outcome]:
    """Do `work` on each of `items`, in their order; `cells` says how many the largest one has."""
    if cells < _CELLS_FOR_THREADS:
        return map(work, items)
    # A context cannot be entered by two threads at once, so each piece of work has its own.
    parts = [partial(copy_context().run, work, item) for item in items]
    return _pool().map(_call, parts)


def _call(part: Callable[[], Outcome]) -> Outcome:
    return part()


@cache
def _pool() -> ThreadPoolExecutor:
    import polars as pl

    return ThreadPoolExecutor(pl.thread_pool_size(), thread_name_prefix="hxlguard")
