"""A model for names in texts, run by Presidio's NLP engine: slow, and asked about every text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from hxlguard.errors import UsageError
from hxlguard.model.ner import NerAsked
from hxlguard.ner_choice import ENTITY_OF_LABEL, chosen_ner

if TYPE_CHECKING:
    from presidio_analyzer.nlp_engine import NlpEngine

ENTITIES = {"PERSON": "PERSON_NAME", "LOCATION": "PLACE_NAME"}
"""What of Presidio's entities is asked about, and what it is called here."""

_TOGETHER = 256
_FAILS_TO_LOAD = (
    ArithmeticError,
    AttributeError,
    ImportError,
    LookupError,
    OSError,
    RuntimeError,
    SystemExit,
    TypeError,
    ValueError,
)
"""What spaCy may raise over a model that is damaged or of another version, and what Presidio's
download would end the process with, were it ever reached."""

_BREAKS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


class NerFailedError(Exception):
    """The model could not finish, so what it would have found is unknown."""


class Ner:
    """A loaded model."""

    def __init__(self, asked: NerAsked) -> None:
        """Take the model; it is loaded when it is first needed."""
        self._asked = asked

    def load(self) -> None:
        """Load the model, which takes seconds.

        Raises:
            UsageError: it cannot be loaded.
        """
        _ = self._engine

    def scores(self, texts: Iterable[str]) -> list[dict[str, float]]:
        """For each text, the entities in it and how sure the model is of each.

        Raises:
            NerFailedError: the model broke over one of them.
        """
        from presidio_analyzer.predefined_recognizers import SpacyRecognizer

        reader: Any = SpacyRecognizer(supported_entities=list(ENTITIES))
        found = []
        try:
            seen = self._engine.process_batch(
                texts, language=self._asked.language, batch_size=_TOGETHER
            )
            for text, artifacts in seen:
                scores: dict[str, float] = {}
                for result in reader.analyze(text, list(ENTITIES), artifacts):
                    entity = ENTITIES[result.entity_type]
                    scores[entity] = max(scores.get(entity, 0.0), float(result.score))
                found.append(scores)
        except _BREAKS:
            raise NerFailedError("the model for names broke over a text") from None
        return found

    @cached_property
    def _engine(self) -> NlpEngine:
        from presidio_analyzer.nlp_engine import NlpEngineProvider

        settings = {
            "nlp_engine_name": self._asked.model.engine,
            "models": [{"lang_code": self._asked.language, "model_name": self._asked.folder}],
            "ner_model_configuration": {
                "model_to_presidio_entity_mapping": ENTITY_OF_LABEL,
                "labels_to_ignore": [],
            },
        }
        try:
            return NlpEngineProvider(nlp_configuration=settings).create_engine()
        except _FAILS_TO_LOAD:
            raise UsageError(
                "the model for names cannot be loaded",
                where="ner",
                remedy="it may be damaged, or made for another version of spaCy",
            ) from None


def usable_ner(given: object) -> NerAsked | None:
    """The model that a caller chooses, found and loaded before any file is read.

    Raises:
        UsageError: it is none, or not on disk, or cannot be loaded.
    """
    chosen = chosen_ner(given)
    if chosen:
        loaded_ner(chosen)
    return chosen


@lru_cache(maxsize=2)
def loaded_ner(asked: NerAsked) -> Ner:
    """The model, loaded once.

    Raises:
        UsageError: it cannot be loaded.
    """
    ner = Ner(asked)
    ner.load()
    return ner
