"""Header words compared without case, accents of Arabic script, or the way words are glued."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LONGEST_HEADER = 1_000
"""Characters of a header that are read for words; what is longer is no header but text."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s\b)[a-z])")
_VOWEL_SIGNS = "".join(
    char for char in map(chr, range(0x0900, 0x1800)) if unicodedata.category(char) in ("Mc", "Mn")
)
"""Marks of the scripts of South and South-East Asia: parts of a word, and no accents."""

_LETTER = rf"(?:[^\W_]|[{_VOWEL_SIGNS}])"
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+)*")
_NUMBER_SIGN = re.compile(r"\b[nN]\s?\.?\s?[°º]|^\s*[nN][oO]\.\s?(?!of\b)(?=\w)")
_POSSESSIVE = re.compile(r"['’ʼ]s$")
_OWNER = (
    "full|first|last|middle|family|given|father|mother|child|head|hoh|respondent|patient|survivor"
    "|caregiver|guardian|enumerator|beneficiary|contact|person|partner|organisation|organization"
)
_GLUED = re.compile(
    rf"(?:({_OWNER})(names?)|(nom|nombre)(complete?|completo)|(contact)(person|no|number)"
    r"|(national|voter|case|client|patient|survivor)(id)"
    r"|(id|case|identity|passport|account|mobile|telephone)(no|number))"
)
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_FORMS = str.maketrans("أإآٱىةیکı’ʼ", "اااايهيكi''")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Split a header into comparable words.

    Snake case, camel case, slashes and `::` separate words, as do the seams of usual compounds
    (`fullname`), and a possessive loses its `'s`; Latin letters lose case and accents,
    letters of Arabic script their marks and variants, so that `Prénom`, `prenom` and `PRENOM`
    are one. The signs for number (`n°`, `n.º`, `№`, `No.` in front) are a word.
    """
    text = _NUMBER_SIGN.sub(" numero ", text[:LONGEST_HEADER]).replace("№", " номер ")
    spread = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text))
    return tuple(part for word in _WORD.findall(folded(spread)) for part in _parts(word))


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list that commas separate."""
    return tuple(phrase.strip() for phrase in text.split(","))


def folded(text: str) -> str:
    """The text without case, accents of Latin letters, marks and variants of Arabic letters."""
    if text.isascii():
        return text.lower()
    plain = "".join(
        char
        for char in unicodedata.normalize("NFD", text)
        if unicodedata.category(char) != "Mn" or char in _VOWEL_SIGNS
    )
    lower = unicodedata.normalize("NFC", plain).casefold()
    return _ARABIC_MARKS.sub("", lower).translate(_FORMS)


def _parts(word: str) -> list[str]:
    owner = _POSSESSIVE.sub("", word)
    compound = _GLUED.fullmatch(owner)
    return [part for part in compound.groups() if part] if compound else [owner]


def holds_phrase(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """True when `phrase` stands in `words` as consecutive whole words."""
    span = len(phrase)
    return phrase[0] in words and any(
        words[start : start + span] == phrase for start in range(len(words) - span + 1)
    )


def holds_any(words: tuple[str, ...], phrases: Iterable[tuple[str, ...]]) -> bool:
    """True when one or more of the phrases stand in `words`."""
    return any(holds_phrase(words, phrase) for phrase in phrases)
