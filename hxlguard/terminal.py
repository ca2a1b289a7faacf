"""What a terminal may be sent: text without hidden orders, measured in the cells it takes.

Names of files, sheets and headers come from outside. A control character, an escape sequence or
a bidirectional override among them could rewrite what a person reads, so each is shown as an
escape instead (Unicode Technical Report 36; Trojan Source, Boucher and Anderson 2021).
"""

from __future__ import annotations

import re
from unicodedata import category, combining, east_asian_width

_BLANKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_JOINERS = "\u200c\u200d"  # Persian, Kurdish and Indic scripts are misspelt without them
_HIDDEN_CATEGORIES = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def is_hidden(character: str) -> bool:
    """True for a character that a reader does not see but a terminal may obey."""
    return category(character) in _HIDDEN_CATEGORIES and character not in _JOINERS


def escaped(character: str) -> str:
    r"""Write a character as `\uXXXX`, or as two of them beyond U+FFFF, as JSON does."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def neutral(text: str) -> str:
    """Put `text` on one line and show every hidden character as an escape."""
    on_one_line = _BLANKS.sub(" ", text)
    return "".join(escaped(each) if is_hidden(each) else each for each in on_one_line)


def width(text: str) -> int:
    """Count the terminal cells that `text` takes (Unicode Standard Annex 11)."""
    return sum(_cells(character) for character in text)


def fit(text: str, cells: int) -> str:
    """Neutralise `text`, then cut or pad it to exactly `cells` terminal cells."""
    text = neutral(text)
    if width(text) > cells:
        text = _head(text, cells - 1) + "…"
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, *, first: str = "", rest: str = "") -> list[str]:
    """Neutralise `text` and break it into lines of at most `cells` terminal cells.

    Args:
        text: what to write.
        cells: the longest line.
        first: what the first line begins with.
        rest: what every later line begins with.
    """
    lines, line = [], first
    for word in neutral(text).split():
        gap = "" if line in (first, rest) else " "
        if width(line) + width(gap + word) <= cells:
            line += gap + word
            continue
        if gap:
            lines.append(line)
            line = rest
        while width(line) + width(word) > cells:
            head = _head(word, cells - width(line))
            lines.append(line + head)
            line, word = rest, word[len(head) :]
        line += word
    return [*lines, line]


def _cells(character: str) -> int:
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _head(text: str, cells: int) -> str:
    taken = 0
    for position, character in enumerate(text):
        taken += _cells(character)
        if taken > cells:
            return text[: max(position, 1)]
    return text
