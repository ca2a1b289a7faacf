"""Presidio's own engine with the recognizers that hxlguard confirms with."""

from __future__ import annotations

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NoOpNlpEngine

from hxlguard.recognizers import RECOGNIZERS

REGIONS = ("SY",)
"""The country of the made-up tables, which hxlguard finds by itself."""


def engine() -> AnalyzerEngine:
    """An engine without a language model, as hxlguard has none by default."""
    built = [kind.confirm(REGIONS) for kind in RECOGNIZERS if kind.confirm]
    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=built, supported_languages=["en"]),
        nlp_engine=NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "no_op"}]),
        supported_languages=["en"],
    )
