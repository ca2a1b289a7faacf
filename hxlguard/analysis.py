"""The one adapter over Presidio: our recognizers run in its analyzer, with its no-op NLP engine.

Two habits of Presidio do not suit a privacy gate and are mended here: a pattern that runs out of
time is skipped (here the check fails, and what failed holds the release), and some recognizers
write the text they look at into the log (nothing that Presidio logs while we ask it gets out).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

LONGEST_TEXT = 2_000
"""Characters given to Presidio at once; a longer cell is looked at in windows."""

WINDOW_OVERLAP = 200
"""Characters that two windows share: longer than anything a recognizer confirms."""

PATTERN_SECONDS = 10.0
"""Time for one pattern on one window; the patterns in use take milliseconds."""


_BREAKS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a recognizer may raise over a strange text; its words may quote the text."""


class CheckFailedError(Exception):
    """A recognizer could not finish, so what it would have found is unknown."""


class _Strict:
    """A compiled pattern that fails where Presidio would skip."""

    def __init__(self, compiled: Any) -> None:
        self._compiled = compiled

    def finditer(self, text: str, timeout: float) -> list[Any]:
        try:
            return list(self._compiled.finditer(text, timeout=PATTERN_SECONDS))
        except TimeoutError:
            raise CheckFailedError("a pattern ran out of time") from None


class Analyzer:
    """Presidio's analyzer over the recognizers of this package.

    Attributes:
        regions: countries whose phone numbers are known without a country code.
    """

    def __init__(self, regions: Regions) -> None:
        self.regions = regions
        self._engine = _engine(regions)
        self._no_language = self._engine.nlp_engine.process_text("", "en")

    def score(self, entity: str, text: str) -> float:
        """How sure `text` holds `entity`, from 0 (it does not) to 1.

        Raises:
            CheckFailedError: the recognizer could not finish.
        """
        return max((self._window_score(entity, window) for window in _windows(text)), default=0.0)

    def _window_score(self, entity: str, window: str) -> float:
        try:
            with _silence():
                found = self._engine.analyze(
                    text=window, language="en", entities=[entity], nlp_artifacts=self._no_language
                )
        except _BREAKS:
            raise CheckFailedError(f"the recognizer of {entity} broke") from None
        return max((float(result.score) for result in found), default=0.0)


@lru_cache(maxsize=8)
def analyzer(regions: Regions) -> Analyzer:
    """The analyzer for tables of these countries; built once."""
    return Analyzer(regions)


def _windows(text: str) -> Iterator[str]:
    step = LONGEST_TEXT - WINDOW_OVERLAP
    for start in range(0, max(len(text) - WINDOW_OVERLAP, 1), step):
        yield text[start : start + LONGEST_TEXT]


def _engine(regions: Regions) -> AnalyzerEngine:
    from presidio_analyzer import (
        AnalyzerEngine,
        ContextAwareEnhancer,
        PatternRecognizer,
        RecognizerRegistry,
        RecognizerResult,
    )
    from presidio_analyzer.nlp_engine import NoOpNlpEngine

    class NoContext(ContextAwareEnhancer):
        """A cell has no sentence around it; headers and tags are weighed elsewhere."""

        def enhance_using_context(
            self, text: str, raw_results: list[RecognizerResult], *_: Any, **__: Any
        ) -> list[RecognizerResult]:
            return raw_results

    built = [kind.confirm(regions) for kind in RECOGNIZERS if kind.confirm]
    for recognizer in built:
        if isinstance(recognizer, PatternRecognizer):
            _make_strict(recognizer)
    engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "no_op"}])
    engine.load()
    registry = RecognizerRegistry(recognizers=built, supported_languages=["en"])
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=engine,
        supported_languages=["en"],
        context_aware_enhancer=NoContext(0, 0, 0, 0),
    )


def _make_strict(recognizer: Any) -> None:
    import regex

    flags = recognizer.global_regex_flags
    for pattern in recognizer.patterns:
        pattern.compiled_regex = _Strict(regex.compile(pattern.regex, flags))
        pattern.compiled_with_flags = flags


@contextmanager
def _silence() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("presidio-analyzer", "decision_process")]
    for logger in loggers:
        logger.addFilter(_refuse)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_refuse)


def _refuse(record: logging.LogRecord) -> bool:
    return False
