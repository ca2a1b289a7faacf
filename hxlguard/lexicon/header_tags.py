"""Which HXL tag a header suggests. A suggestion is for a person to review, never a tag."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from hxlguard.lexicon.words import tokens
from hxlguard.model.tag import TagPattern, TagSpec

LANGUAGES = ("en", "fr", "es", "ar")


@cache
def _by_header() -> dict[tuple[str, ...], TagSpec]:
    text = files("hxlguard.lexicon").joinpath("header_tags.json").read_text("utf-8")
    listed: dict[tuple[str, ...], TagSpec] = {}
    for entry in json.loads(text)["tags"]:
        pattern = TagPattern.parse(entry["tag"])
        tag = TagSpec(pattern.hashtag, tuple(sorted(pattern.required)))
        for phrase in (word for language in LANGUAGES for word in entry.get(language, ())):
            listed.setdefault(tokens(phrase), tag)
    return listed


def suggested_tag(header: str) -> TagSpec | None:
    """The tag of the whole header, else of the last part of a group path such as `site/name`."""
    last = header.replace("::", "/").rsplit("/", 1)[-1]
    return _by_header().get(tokens(header)) or _by_header().get(tokens(last))
