"""What is measured beside hxlguard: Presidio without a language model, and a list of words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from presidio_analyzer import EntityRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NoOpNlpEngine
from tldextract import TLDExtract, tldextract

from benchmarks.detection.labelled import Labelled
from hxlguard.analysis import silenced
from hxlguard.model.finding import Category

_LISTED = json.loads(Path(__file__).with_name("header_words.json").read_text("utf-8"))
STRICT = frozenset(_LISTED["strict"])
"""Words that count where they are a whole word of a header."""

FUZZY = tuple(_LISTED["fuzzy"])
"""Words that count anywhere in a header."""

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def hxlguard_flags(column: Labelled) -> bool:
    """Whether hxlguard calls the column anything but non-personal."""
    return column.finding is not None and column.finding.category is not Category.NON_PERSONAL


def words_flag(column: Labelled) -> bool:
    """Whether a listed word is in the header."""
    header = column.header.casefold()
    words = set(_WORD.findall(_CAMEL.sub(" ", column.header).casefold()))
    return bool(words & STRICT) or any(word in header for word in FUZZY)


def presidio_flags(column: Labelled) -> bool:
    """Whether one of Presidio's own pattern recognizers hits any cell."""
    with silenced():
        return any(
            one.analyze(text, one.supported_entities, _no_language())
            for one in _recognizers()
            for text in column.texts
        )


def either_flags(column: Labelled) -> bool:
    """Words or Presidio."""
    return words_flag(column) or presidio_flags(column)


DETECTORS: Mapping[str, Callable[[Labelled], bool]] = {
    "hxlguard": hxlguard_flags,
    "Presidio's patterns": presidio_flags,
    "header words": words_flag,
    "header words or Presidio": either_flags,
}


@cache
def _recognizers() -> list[EntityRecognizer]:
    """All that Presidio loads for English, without the one that needs a language model."""
    tldextract.TLD_EXTRACTOR = TLDExtract(suffix_list_urls=())
    with silenced():
        registry = RecognizerRegistry()
        registry.load_predefined_recognizers(languages=["en"])
    return [one for one in registry.recognizers if one.name != "SpacyRecognizer"]


@cache
def _no_language() -> NlpArtifacts:
    engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "no_op"}])
    engine.load()
    return engine.process_text("", "en")
