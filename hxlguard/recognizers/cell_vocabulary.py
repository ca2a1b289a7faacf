"""Kinds of data that cells show by being one of a few words: `widowed`, `Muslim`, `mkulima`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from hxlguard.lexicon.cell_words import cell_words, spellings
from hxlguard.lexicon.headers import spelled
from hxlguard.lexicon.words import phrases, tokens
from hxlguard.recognizers.disease_codes import DISEASE_CODES
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

    from hxlguard.model.table import TaggedColumn

WORD_SCORE = 0.55
"""How sure one such cell is; only a column that is mostly made of them is named by them."""

LEAST_SHARE = {"ETHNIC_GROUP": 0.5}
"""Peoples are many, and hardly any list has all of them."""

_LEAST_SHARE = 0.6

_CODES = {"HEALTH_CONDITION": DISEASE_CODES}

_SHORT = r"^[^0-9@#]{1,40}$|^[^0-9@#]{1,20}[0-9]{1,2}[^0-9@#]{0,20}$|^\s*[A-Z][0-9]{2}\.[0-9]\s*$"
"""A cell that may be a word; to look the words up is cheaper than a pattern of thousands."""


_OF_OTHERS = frozenset(
    spelled(
        phrases(
            "sector, cluster, commodity, target, targeted, disaggregation, indicator, label, "
            "choice, option, program, component, crop, item, activity, intervention, service, "
            "cible, sous, secteur, activite, poblacion, meta, actividad, قطاع, نشاط"
        )
    )
)

_LETTERS = frozenset(map(frozenset, ("mf", "чж", "мж")))
_LETTERS_OF_PEOPLE = _LETTERS | frozenset(map(frozenset, ("hf", "hm", "lp", "ke")))
"""Letters for both sexes; those of the second line may be anything but beside people."""

_LISTED = frozenset({"#item", "#meta", "#sector", "#activity", "#indicator"})
"""Hashtags of lists of codes and of what is done, in which words stand for themselves."""


def with_vocabulary(kind: Recognizer) -> Recognizer:
    """The same kind of data, shown by cells that are one of its words as a whole as well."""
    words = cell_words().get(kind.entity)
    if words is None:
        return kind
    listed = frozenset(spelling for word in words for spelling in spellings(word))
    listed |= _CODES.get(kind.entity, frozenset())
    return replace(
        kind,
        vocabulary=listed,
        candidate=_SHORT,
        confirm=_confirm(kind.entity, listed),
        least_share=LEAST_SHARE.get(kind.entity, _LEAST_SHARE),
        matches=(words[0], words[-1].upper(), f"{words[0].capitalize()} "),
        misses=(f"{words[0]} and others", f"training of {words[-1]}"),
    )


def words_are_of_others(kind: Recognizer, column: TaggedColumn) -> bool:
    """Whether header or tag says that a column speaks of groups, choices or programmes.

    Words alone then say nothing about single people: `target group`, `sector`, `label`.
    """
    if column.tag and column.tag.hashtag in _LISTED and not kind.tagged(column.tag):
        return True
    words = tokens(column.header or "")
    return kind.ruled_out(words) or not _OF_OTHERS.isdisjoint(spelled(words))


def say_nothing(samples: Collection[str], *, people: bool) -> bool:
    """Whether words are codes elsewhere than beside people, or letters that are not both sexes.

    Args:
        samples: the distinct cells of a column that are in a vocabulary.
        people: whether the other columns describe people.
    """
    words = frozenset(text.strip() for text in samples)
    if words <= DISEASE_CODES:
        return not people
    letters = frozenset(word.casefold() for word in words)
    if any(len(letter) > 1 for letter in letters):
        return False
    return letters not in (_LETTERS_OF_PEOPLE if people else _LETTERS)


def _confirm(entity: str, listed: frozenset[str]) -> Callable[[Regions], EntityRecognizer]:
    def confirm(regions: Regions) -> EntityRecognizer:
        from presidio_analyzer import EntityRecognizer, RecognizerResult
        from presidio_analyzer.nlp_engine import NlpArtifacts

        class WholeCell(EntityRecognizer):
            def load(self) -> None:
                """Nothing: the words are at hand."""

            def analyze(
                self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
            ) -> list[RecognizerResult]:
                is_word = text.strip(" ") in listed
                return [RecognizerResult(entity, 0, len(text), WORD_SCORE)] if is_word else []

        return WholeCell([entity], name=f"hxlguard {entity}")

    return confirm
