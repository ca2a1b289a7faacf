"""What is measured beside hxlguard: Presidio without a language model, and a list of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from presidio_analyzer import EntityRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NoOpNlpEngine
from tldextract import TLDExtract, tldextract

from benchmarks.detection.labelled import Labelled
from hxlguard.analysis import silenced
from hxlguard.model.finding import Category

STRICT = frozenset(
    "age address beneficiary birth birthday cell child city contact coord date dob email father"
    " firstname fname gender geo gps hh house id lastname lat lname location lon mobile mother name"
    " nom passport phone relative sex spouse street surname tel telephone urban village ward wife"
    " zip".split()
)
"""Words that count where they are a whole word of a header."""

FUZZY = (
    "address birth celular daughter district email father fono gender husband latitude longitude"
    " mother municipal nationality phone postal spouse surname telephone usernam username village"
).split()
"""Words that count anywhere in a header. Both lists are ours, in the manner of such lists in tools
for survey research."""

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
