"""Presidio's own engine with the recognizers that hxlguard confirms with."""

from __future__ import annotations

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NoOpNlpEngine

from hxlguard.recognizers import RECOGNIZERS

REGIONS = ("SY",)
"""The country of the made-up tables, which hxlguard finds by itself."""

WHOLE_COLUMNS_ONLY = "PERSON_NAME"
"""Told for whole columns at once; one text at a time it would be nine tenths of Presidio's time."""


def engine() -> AnalyzerEngine:
    """An engine without a language model, as hxlguard has none by default."""
    kinds = [kind for kind in RECOGNIZERS if kind.entity != WHOLE_COLUMNS_ONLY]
    built = [kind.confirm(REGIONS) for kind in kinds if kind.confirm]
    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=built, supported_languages=["en"]),
        nlp_engine=NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "no_op"}]),
        supported_languages=["en"],
    )
