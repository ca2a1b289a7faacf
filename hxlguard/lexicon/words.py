"""Header words compared without case, accents of Arabic script, or the way words are glued."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_HEADER = 1_000
"""Characters of a header that are read for words; what is longer is no header but text."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC_FORMS = str.maketrans("أإآٱىة", "اااايه")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Split a header into comparable words.

    Snake case, camel case, slashes and `::` separate words; Latin letters lose case and accents,
    Arabic letters their marks and variants, so that `Prénom`, `prenom` and `PRENOM` are one.
    """
    spread = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST_HEADER]))
    plain = "".join(
        char for char in unicodedata.normalize("NFD", spread) if unicodedata.category(char) != "Mn"
    )
    folded = unicodedata.normalize("NFC", plain).casefold()
    arabic = _ARABIC_MARKS.sub("", folded).translate(_ARABIC_FORMS)
    return tuple(_WORD.findall(arabic))


def holds_phrase(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """True when `phrase` stands in `words` as consecutive whole words."""
    span = len(phrase)
    return any(words[start : start + span] == phrase for start in range(len(words) - span + 1))
