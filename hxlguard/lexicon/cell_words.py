"""Words that, where most cells of a column are such, say what the column is without a header."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from hxlguard.lexicon.words import folded, phrases


@cache
def cell_words() -> dict[str, tuple[str, ...]]:
    """Entity to its words in all languages."""
    text = files("hxlguard.lexicon").joinpath("cell_words.json").read_text("utf-8")
    listed = json.loads(text)["words"]
    return {
        entity: tuple(
            dict.fromkeys(word for words in by_language.values() for word in phrases(words))
        )
        for entity, by_language in listed.items()
    }


def spellings(word: str) -> frozenset[str]:
    """A word as cells give it: in either case, without accents, as the name of a choice."""
    plain = {word, folded(word)}
    joined = {each.replace(" ", "_") for each in plain}
    return frozenset(
        spelling
        for each in plain | joined
        for spelling in (each, each[:1].upper() + each[1:], each.upper(), each.title())
    )
