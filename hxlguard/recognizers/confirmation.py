"""Presidio recognizers of our own making, for recognizer files that need no class of theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

Score = float | None
"""A confidence from 0 to 1, or None when the text is not what it seems."""


def scored_pattern(
    entity: str,
    regex: str,
    score: Callable[[str], Score],
    *,
    ignore_case: bool = True,
    whole: Callable[[str], Score] = lambda text: None,
    within: float = 1.0,
) -> EntityRecognizer:
    """A Presidio pattern recognizer whose matches get the confidence that `score` gives them.

    `whole` may see in a text as a whole what no pattern finds in it. A match that is less than
    half of its text gets no more than `within`.
    """
    import regex as re
    from presidio_analyzer import Pattern, PatternRecognizer, RecognizerResult
    from presidio_analyzer.nlp_engine import NlpArtifacts

    class ScoredPattern(PatternRecognizer):
        def analyze(
            self,
            text: str,
            entities: list[str],
            nlp_artifacts: NlpArtifacts | None = None,
            regex_flags: int | None = None,
        ) -> list[RecognizerResult]:
            results = super().analyze(text, entities, nlp_artifacts, regex_flags)
            scores = [(found, score(text[found.start : found.end])) for found in results]
            for found, value in scores:
                is_most = 2 * (found.end - found.start) >= len(text.strip())
                found.score = min(value or 0.0, 1.0 if is_most else within)
            as_whole = whole(text)
            told = [RecognizerResult(entity, 0, len(text), as_whole)] if as_whole else []
            return told + [found for found, value in scores if value]

    flags = re.MULTILINE | (re.IGNORECASE if ignore_case else 0)
    return ScoredPattern(
        supported_entity=entity,
        name=f"hxlguard {entity}",
        patterns=[Pattern(entity, regex, 0.5)],
        global_regex_flags=flags,
    )


def joined(entity: str, *parts: EntityRecognizer) -> EntityRecognizer:
    """A Presidio recognizer of `entity` that finds whatever one of `parts` finds."""
    from presidio_analyzer import EntityRecognizer, RecognizerResult
    from presidio_analyzer.nlp_engine import NlpArtifacts

    class Joined(EntityRecognizer):
        def __init__(self) -> None:
            super().__init__([entity], name=f"hxlguard {entity}")
            self.parts = parts

        def load(self) -> None:
            """Nothing: each part is loaded."""

        def analyze(
            self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts
        ) -> list[RecognizerResult]:
            return [
                found for part in parts for found in part.analyze(text, entities, nlp_artifacts)
            ]

    return Joined()
