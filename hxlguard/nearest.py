"""Say which words are known, and which one a mistyped word should have been."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "x"? ` with a trailing space, or an empty string when nothing is near."""
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean `{near[0]}`? " if near else ""


def listed(words: Iterable[str]) -> str:
    """The words as `a`, `b`, `c`."""
    return ", ".join(f"`{word}`" for word in words)
