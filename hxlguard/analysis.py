"""The one adapter over Presidio: our recognizers in its registry, with its no-op NLP engine.

Each candidate goes to the recognizers of its entity alone: what Presidio's engine does around
them, for every text anew, concerns sentences and takes longer than they do.

Two habits of Presidio do not suit a privacy gate and are mended here: a pattern that runs out of
time is skipped (here the check fails, and what failed holds the release), and some recognizers
write the text they look at into the log (nothing that Presidio logs while we ask it gets out).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from hxlguard.model.ner import NerAsked
from hxlguard.ner import Ner, loaded_ner
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts

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
    """Presidio's recognizers of this package, one entity at a time.

    Attributes:
        regions: countries whose phone numbers are known without a country code.
        ner: a model for names to ask about every text, or None.
    """

    def __init__(self, regions: Regions, ner: Ner | None = None) -> None:
        self.regions = regions
        self.ner = ner
        self._recognizers: dict[str, list[EntityRecognizer]] = {}
        self._building = RLock()  # columns are confirmed on several threads

    def load(self) -> None:
        """Load Presidio, which takes about a second the first time."""
        with self._building:
            _ = self._no_language, self._registry

    @cached_property
    def _no_language(self) -> NlpArtifacts:
        from presidio_analyzer.nlp_engine import NoOpNlpEngine

        engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "no_op"}])
        engine.load()
        return engine.process_text("", "en")

    @cached_property
    def _registry(self) -> RecognizerRegistry:
        from presidio_analyzer import RecognizerRegistry

        return RecognizerRegistry(recognizers=[], supported_languages=["en"])

    def recognizers(self, entity: str) -> list[EntityRecognizer]:
        """Presidio's recognizers of an entity, built when the first candidate turns up."""
        with self._building:
            if entity not in self._recognizers:
                self._recognizers[entity] = self._built(entity)
        return self._recognizers[entity]

    def _built(self, entity: str) -> list[EntityRecognizer]:
        for kind in RECOGNIZERS:
            if kind.entity == entity and kind.confirm:
                recognizer = kind.confirm(self.regions)
                for part in getattr(recognizer, "parts", (recognizer,)):
                    _make_strict(part)
                self._registry.add_recognizer(recognizer)
        return self._registry.get_recognizers("en", entities=[entity])

    def score(self, entity: str, text: str) -> float:
        """How sure `text` holds `entity`, from 0 (it does not) to 1.

        Raises:
            CheckFailedError: the recognizer could not finish.
        """
        return max((self._window_score(entity, window) for window in windows(text)), default=0.0)

    def _window_score(self, entity: str, window: str) -> float:
        try:
            with silenced():
                found = [
                    float(result.score)
                    for recognizer in self.recognizers(entity)
                    for result in recognizer.analyze(window, [entity], self._no_language)
                ]
        except _BREAKS:
            raise CheckFailedError(f"the recognizer of {entity} broke") from None
        return max(found, default=0.0)


@lru_cache(maxsize=8)
def analyzer(regions: Regions, ner: NerAsked | None = None) -> Analyzer:
    """The analyzer for tables of these countries; built once.

    Raises:
        UsageError: the model for names cannot be loaded.
    """
    return Analyzer(regions, loaded_ner(ner) if ner else None)


def windows(text: str) -> Iterator[str]:
    """The text in pieces that are not too long, each of which shares its end with the next."""
    step = LONGEST_TEXT - WINDOW_OVERLAP
    for start in range(0, max(len(text) - WINDOW_OVERLAP, 1), step):
        yield text[start : start + LONGEST_TEXT]


def _make_strict(recognizer: Any) -> None:
    import regex
    from presidio_analyzer import PatternRecognizer

    if not isinstance(recognizer, PatternRecognizer):
        return
    flags = recognizer.global_regex_flags or 0
    patterns: list[Any] = recognizer.patterns  # type: ignore[has-type]
    for pattern in patterns:
        pattern.compiled_regex = _Strict(regex.compile(pattern.regex, flags))
        pattern.compiled_with_flags = flags


@contextmanager
def silenced() -> Iterator[None]:
    """Let nothing out that Presidio logs; may stand inside of another."""
    if _is_silent.get():
        yield
        return
    token = _is_silent.set(True)
    loggers = [logging.getLogger(name) for name in ("presidio-analyzer", "decision_process")]
    for logger in loggers:
        logger.addFilter(_is_allowed)
    try:
        yield
    finally:
        _is_silent.reset(token)


def _is_allowed(record: logging.LogRecord) -> bool:
    """The filter stays, as another thread may be asking; it only hushes those that ask."""
    return not _is_silent.get()


_is_silent: ContextVar[bool] = ContextVar("is_silent", default=False)
