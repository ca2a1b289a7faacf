"""Codes of diseases as whole cells: `E11.9` (ICD-10, World Health Organization, 2019 version).

Only those of four characters, with their point; `E11` alone may be a seat or a square of a map.
"""

from __future__ import annotations

_CHAPTERS = (
    "A00-B99 C00-D48 D50-D89 E00-E90 F00-F99 G00-G99 H00-H95 I00-I99 J00-J99 K00-K93 L00-L99"
    " M00-M99 N00-N99 O00-O99 P00-P96 Q00-Q99 R00-R99 S00-T98 U00-U99 V01-Y98 Z00-Z99"
)


def _of(chapter: str) -> list[str]:
    first, last = chapter.split("-")
    letters = map(chr, range(ord(first[0]), ord(last[0]) + 1))
    categories = (f"{letter}{number:02}" for letter in letters for number in range(100))
    return [
        f"{category}.{detail}"
        for category in categories
        if first <= category <= last
        for detail in range(10)
    ]


DISEASE_CODES = frozenset(code for chapter in _CHAPTERS.split() for code in _of(chapter))
