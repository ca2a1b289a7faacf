"""Patterns as texts without a character beyond ASCII see them.

Most columns are such texts. `\\p{L}` and `\\d` stand for thousands of characters: they take long to
compile, and a pattern with many of them is searched a hundred times slower than a small one. With
128 characters a pattern compiles in a fraction of the time, and many joined in one are searched as
fast as a single one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_Set = frozenset[int]
_ASCII: _Set = frozenset(range(0x80))
_DIGITS: _Set = frozenset(b"0123456789")
_UPPER: _Set = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LOWER: _Set = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_LETTERS = _UPPER | _LOWER
_NOTHING: _Set = frozenset()
_NEVER = "[a&&b]"
"""A class without members."""

_CLASSES = {"d": _DIGITS, "s": frozenset(b"\t\n\x0b\x0c\r "), "w": _LETTERS | _DIGITS | {0x5F}}
_PROPERTIES = {
    "L": _LETTERS,
    "Lu": _UPPER,
    "Ll": _LOWER,
    "Latin": _LETTERS,
    "N": _DIGITS,
    "Nd": _DIGITS,
}
_BEYOND = re.compile(
    "M|Cf|Variation_Selector|Arabic|Armenian|Bengali|Cyrillic|Devanagari|Ethiopic|Georgian|Greek"
    "|Hebrew|Myanmar|Sinhala|Tamil|Thai"
)
"""Properties that no character of ASCII has."""

_NAMED = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
_CHARACTER = re.compile(
    r"""\\p\{(?P<property>\w+)\} | \\(?P<inside>[dsw]) | \\(?P<outside>[DSW])
    | \\x\{(?P<code>[0-9a-fA-F]+)\} | \\x(?P<short_code>[0-9a-fA-F]{2})
    | \\(?P<named>[tnvfr]) | \\(?P<escaped>[^\w\s]) | (?P<plain>[^\\])""",
    re.DOTALL | re.VERBOSE,
)
_AS_IT_IS = re.compile(r"\\[bBAz]|\{[\d,]+\}|[|)*+?^$]")
_GROUP = re.compile(r"\((?:\?(?P<flag>i|-i|)(?P<end>[:)])|(?!\?))")
_SET_OPERATION = re.compile(r"\[|&&|--|~~")


class _UnknownError(ValueError):
    """A pattern uses what is not known here."""


@lru_cache(maxsize=4096)
def ascii_pattern(pattern: str) -> str:
    """A pattern that hits the same texts of ASCII; what it says of others means nothing.

    Args:
        pattern: in the dialect that polars, RE2 and Java share.

    Returns:
        A pattern of Rust's `regex`; `pattern` itself where it uses what is not known here.
    """
    try:
        return f"(?-u:{''.join(_translated(pattern))})"
    except _UnknownError:
        return pattern


def _translated(pattern: str) -> Iterator[str]:
    at, ignores_case = 0, [False]
    while at < len(pattern):
        if group := _GROUP.match(pattern, at):
            at = group.end()
            ignores_case.append(group["flag"] == "i" if group["flag"] else ignores_case[-1])
            if group["end"] == ")":
                ignores_case[-2:] = ignores_case[-1:]
            yield group[0]
        elif same := _AS_IT_IS.match(pattern, at):
            at = same.end()
            if same[0] == ")":
                ignores_case.pop()
            yield same[0]
        elif pattern[at] == "(":
            raise _UnknownError
        elif pattern[at] == ".":
            at += 1
            yield _written(_ASCII - {0x0A})
        elif pattern[at] == "[":
            at, members = _bracketed(pattern, at + 1, ignores_case=ignores_case[-1])
            yield _written(members)
        else:
            at, members, _ = _character(pattern, at)
            yield _written(members)


def _bracketed(pattern: str, at: int, *, ignores_case: bool) -> tuple[int, _Set]:
    """Where the class ends whose inside begins here, and its members."""
    is_negated = pattern[at] == "^"
    at += is_negated
    start, found = at, _NOTHING
    while pattern[at] != "]" or at == start:
        if _SET_OPERATION.match(pattern, at):
            raise _UnknownError
        at, members, low = _character(pattern, at)
        if low is not None and pattern[at] == "-" and pattern[at + 1] != "]":
            at, _, high = _character(pattern, at + 1)
            members = _ASCII.intersection(range(low, (low if high is None else high) + 1))
        found |= members
    if is_negated and ignores_case:
        found |= {code ^ 0x20 for code in found & _LETTERS}
    return at + 1, _ASCII - found if is_negated else found


def _character(pattern: str, at: int) -> tuple[int, _Set, int | None]:
    """Where the character ends, what it stands for, and its code where that is one character."""
    found = _CHARACTER.match(pattern, at)
    if not found:
        raise _UnknownError
    if text := found["property"]:
        if text not in _PROPERTIES and not _BEYOND.fullmatch(text):
            raise _UnknownError
        return found.end(), _PROPERTIES.get(text, _NOTHING), None
    if text := found["inside"]:
        return found.end(), _CLASSES[text], None
    if text := found["outside"]:
        return found.end(), _ASCII - _CLASSES[text.lower()], None
    code = _code(found)
    return found.end(), _ASCII & {code}, code


def _code(found: re.Match[str]) -> int:
    if digits := found["code"] or found["short_code"]:
        return int(digits, 16)
    return _NAMED[found["named"]] if found["named"] else ord(found["escaped"] or found["plain"])


def _written(members: _Set) -> str:
    """The class of these characters, as ranges of their codes."""
    if len(members) == 1:
        return re.escape(chr(*members))
    first = sorted(code for code in members if code - 1 not in members)
    last = sorted(code for code in members if code + 1 not in members)
    ranges = (rf"\x{low:02x}-\x{high:02x}" for low, high in zip(first, last, strict=True))
    return f"[{''.join(ranges)}]" if members else _NEVER
