"""Asks whole columns whether patterns hit them.

Polars keeps the last 32 patterns that a thread has asked for and compiles any other anew, which
takes longer than to look at some thousand cells. There are many more kinds of data than that, so
patterns are shared out among threads, each of which only ever sees those that it can keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from itertools import count
from typing import TYPE_CHECKING

from hxlguard.ascii_patterns import ascii_pattern

if TYPE_CHECKING:
    import polars as pl

_LONGEST, _LONGEST_FOR_ASCII = 2_000, 9_000
"""Characters; the automaton of a longer pattern outgrows its memory and is a lot slower."""

_KEPT, _KEEPERS = 30, 10
"""Patterns that a thread can keep, and threads: enough for all that is not of a few countries."""

_FEW = 20_000
"""Texts; for more of them compiling is nothing, and columns are looked at side by side."""

_numbers = count()


def is_ascii(texts: pl.Series) -> bool:
    """True when no text holds a character beyond ASCII."""
    return bool(texts.str.len_bytes().sum() == texts.str.len_chars().sum())


def contains(texts: pl.Series, pattern: str, *, ascii_only: bool = False) -> pl.Series:
    """For each text (null for null) whether a pattern hits it.

    Args:
        texts: of any length.
        pattern: in the dialect that polars, RE2 and Java share.
        ascii_only: that `is_ascii` holds, so that a faster form of the pattern says the same.
    """
    return _hits(texts, ascii_pattern(pattern) if ascii_only else pattern)


def contains_any(
    texts: pl.Series, patterns: Sequence[str], *, ascii_only: bool = False
) -> pl.Series:
    """For each text (null for null) whether one or more of the patterns hit it; as above."""
    for_ascii = _joined(tuple(map(ascii_pattern, patterns)), _LONGEST_FOR_ASCII)
    found = _any_hits(texts, for_ascii)
    if ascii_only:
        return found
    others = (texts.str.len_bytes() != texts.str.len_chars()).arg_true()
    if others.is_empty():
        return found
    for_all = _joined(tuple(patterns), _LONGEST)
    return found.scatter(others, _any_hits(texts.gather(others), for_all))


@cache
def _joined(patterns: tuple[str, ...], longest: int) -> tuple[str, ...]:
    """The patterns in as few as are fast."""
    joined: list[str] = []
    for pattern in dict.fromkeys(f"(?:{pattern})" for pattern in patterns):
        if joined and len(joined[-1]) + len(pattern) < longest:
            joined[-1] += f"|{pattern}"
        else:
            joined.append(pattern)
    return tuple(joined)


def _any_hits(texts: pl.Series, patterns: Sequence[str]) -> pl.Series:
    found = _hits(texts, patterns[0])
    for pattern in patterns[1:]:
        if found.all():
            break
        found |= _hits(texts, pattern)
    return found


def _hits(texts: pl.Series, pattern: str) -> pl.Series:
    if len(texts) > _FEW:
        return texts.str.contains(pattern)
    return _keeper(_place(pattern)).submit(texts.str.contains, pattern).result()


@lru_cache(maxsize=_KEPT * _KEEPERS)
def _place(pattern: str) -> int:
    """The keeper of a pattern: the first that earlier patterns have not filled."""
    return next(_numbers) // _KEPT % _KEEPERS


@cache
def _keeper(number: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix=f"hxlguard-patterns-{number}")
