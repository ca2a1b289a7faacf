"""Small pieces of sentences: what was meant, what is known, how many."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_NEAR = 0.7
"""`publc` is near `public`, `police` is not."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "x"? ` with a trailing space, or an empty string when nothing is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=_NEAR)
    return f"did you mean `{near[0]}`? " if near else ""


def listed(words: Iterable[str]) -> str:
    """The words as `a`, `b`, `c`."""
    return ", ".join(f"`{word}`" for word in words)


def plural(count: int, noun: str) -> str:
    """Count a noun: `1 column`, `2 columns`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
