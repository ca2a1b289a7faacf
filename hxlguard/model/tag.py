"""HXL tag specs and tag patterns (HXL 1.1 tagging conventions, hxlstandard.org)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = r"[A-Za-z][A-Za-z0-9_]*"  # noqa: S105 - a token of the HXL grammar
_PATTERN = re.compile(rf"^\s*#?({_TOKEN}|\*)((?:\s*[+-]\s*{_TOKEN})*)\s*(!)?\s*$")

ADMIN_LEVELS = {"#country": 0, **{f"#adm{level}": level for level in range(1, 6)}, "#loc": 6}
"""How finely the columns under a hashtag name places: 0 is a country, 6 a named site."""


@dataclass(frozen=True, slots=True)
class TagSpec:
    """A hashtag with its attributes, normalised: lower case, attributes sorted.

    Attributes:
        hashtag: with its `#`, such as `#adm1`.
        attributes: without `+`, sorted, no repetition.
    """

    hashtag: str
    attributes: tuple[str, ...] = ()

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> TagSpec:
        """Read a tag spec such as `#adm1 +name`.

        Raises:
            ValueError: `text` is not a tag spec.
        """
        pattern = TagPattern.parse(text)
        if pattern.excluded or pattern.exact or pattern.hashtag == "#*" or "#" not in text:
            raise ValueError(f"`{text}` is not a tag spec")
        return cls(pattern.hashtag, tuple(sorted(pattern.required)))

    def __str__(self) -> str:
        return "".join([self.hashtag, *(f"+{name}" for name in self.attributes)])


@dataclass(frozen=True, slots=True)
class TagPattern:
    """A pattern over tag specs with the meaning that libhxl gives it.

    Attributes:
        hashtag: with its `#`; `#*` stands for any.
        required: attributes that must be there.
        excluded: attributes that must not be there.
        exact: True for a trailing `!`, which allows no other attribute.
    """

    hashtag: str
    required: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    exact: bool = False

    @classmethod
    def parse(cls, text: str) -> TagPattern:
        """Read `#tag+must-mustnot`, `#*`, or either with a trailing `!`.

        Raises:
            ValueError: `text` is not a tag pattern.
        """
        found = _PATTERN.match(text)
        if not found:
            raise ValueError(f"`{text}` is not a tag pattern")
        signed = re.findall(rf"([+-])\s*({_TOKEN})", found.group(2).lower())
        required = frozenset(name for sign, name in signed if sign == "+")
        excluded = frozenset(name for sign, name in signed if sign == "-")
        exact = found.group(3) is not None
        if exact and excluded:
            raise ValueError(f"`{text}` has both `-` and `!`")
        return cls(f"#{found.group(1).lower()}", required, excluded, exact)

    def matches(self, tag: TagSpec) -> bool:
        """True when `tag` falls under this pattern."""
        attributes = frozenset(tag.attributes)
        if self.hashtag not in ("#*", tag.hashtag) or not self.required <= attributes:
            return False
        return attributes == self.required if self.exact else not self.excluded & attributes

    def __str__(self) -> str:
        required = "".join(f"+{name}" for name in sorted(self.required))
        excluded = "".join(f"-{name}" for name in sorted(self.excluded))
        return f"{self.hashtag}{required}{excluded}{'!' if self.exact else ''}"
