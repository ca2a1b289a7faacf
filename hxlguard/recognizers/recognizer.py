"""What one kind of data is made of. Each file beside this one states one, whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hxlguard.lexicon.headers import spelled
from hxlguard.lexicon.words import holds_any, holds_phrase, tokens
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.model.tag import TagPattern, TagSpec

if TYPE_CHECKING:
    import polars as pl
    from presidio_analyzer import EntityRecognizer

Regions = tuple[str, ...]
"""ISO 3166-1 alpha-2 codes of the countries that a table speaks of, sorted."""


@dataclass(frozen=True)
class Recognizer:
    """One kind of data.

    Attributes:
        entity: name in upper case; Presidio's own where it has one.
        category: the category of a column that holds it.
        level: the sensitivity of a column that holds it.
        tags: HXL tag patterns that say a column holds it.
        ambiguous_tags: tag patterns that may say so; the values have to speak for it.
        headers: language (ISO 639-1) to phrases that say so anywhere in a header.
        whole_headers: language to phrases that say so when they are the whole header.
        beside_people: language to phrases that say so when the header of a column is made of
            nothing else and its neighbours describe a person (`city`, `village or camp`);
            elsewhere they say nothing.
        about_people: the category and level of a column that holds it beside columns about people
            or incidents, where they are others (a remark about a price, or about a person).
        needs_people: True when a header says so of people alone: beside columns about facilities,
            activities or prices the same words are about these (`organisation`, `language`).
        of_people: language to words that say so next to a word for a person (`mother's name`).
        unless: phrases that rule a header out (`partner full name`).
        doubtful: phrases that leave it to the shape of the cells (`phone, total`).
        softened_by: words that make a doubt of `unless` (`marital status of ...` is about
            something else, `name and marital status` is not).
        shape: what a cell of a column known to hold it looks like, or None for any text.
            In the dialect that polars, RE2 and Java share: no look-around, no back-references.
        long_texts: True when a column of long texts, hardly two of them alike, is one beside people
            whatever its header says.
        answers: True when yes, no and a status say something about a person (`pregnant`); else
            such cells never have the shape.
        candidate: a superset of what `confirm` can confirm, in the same dialect, or None when no
            value alone can show it.
        exclude: cells that `confirm` never confirms although `candidate` hits them, in the same
            dialect: it saves the time of asking.
        plausible: given the countries of the table, a superset of what `confirm` can confirm, in
            the same dialect; it saves the time of asking about most other numbers.
        confirm: builds the Presidio recognizer that confirms candidates.
        sure: given texts and the countries of the table, patterns of texts whose score is known
            without asking, in the same dialect, with that score, or None for those that have to be
            asked all the same; the first that hits a text counts.
        certain: given texts and the countries of the table, their scores as `confirm` would give
            them, whole columns at a time, and null where Presidio has to be asked; it is asked
            after `sure`.
        least_share: the part of the filled cells that must be confirmed before values alone,
            without tag or header, speak for a column of short cells, where no cell is sure.
        vocabulary: the cells that it is confirmed by are exactly these words; each by itself says
            nothing about anybody, so that a header may well be one.
        chance: probability that a random candidate passes `confirm`, for check digits.
        derived: what most of some values reveal besides, such as `birth-date` or `sex`.
        bare_number: True when a plain number may be one, so that counts must be told apart.
        matches: cells that must be confirmed.
        misses: cells that must not be confirmed.
    """

    entity: str
    category: Category
    level: Level
    tags: tuple[str, ...] = ()
    ambiguous_tags: tuple[str, ...] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole_headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside_people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    about_people: tuple[Category, Level] | None = None
    needs_people: bool = False
    of_people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    softened_by: tuple[str, ...] = ()
    shape: str | None = None
    long_texts: bool = False
    answers: bool = False
    candidate: str | None = None
    exclude: str | None = None
    plausible: Callable[[Regions], str] | None = None
    confirm: Callable[[Regions], EntityRecognizer] | None = None
    sure: Callable[[pl.Series, Regions], Mapping[str, float | None]] = lambda texts, regions: {}
    certain: Callable[[pl.Series, Regions], pl.Series] | None = None
    least_share: float = 0.0
    vocabulary: frozenset[str] = frozenset()
    chance: float = 0.0
    derived: Callable[[Sequence[str]], tuple[str, ...]] | None = None
    bare_number: bool = False
    matches: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def tagged(self, tag: TagSpec) -> bool:
        """True when the tag says that the column holds this."""
        return self._tagged(tag)

    def maybe_tagged(self, tag: TagSpec) -> bool:
        """True when the tag leaves it open."""
        return self._maybe_tagged(tag)

    def ruled_out(self, words: tuple[str, ...]) -> bool:
        """True when a phrase in the header says that it is about something else."""
        words, own = spelled(words), self._softened_by
        softened = own & set(words)
        held = (phrase for phrase in self._unless if holds_phrase(words, phrase))
        return any(not softened or own & set(phrase) for phrase in held)

    def doubted(self, words: tuple[str, ...]) -> bool:
        """True when a phrase in the header leaves open whether it means this."""
        return holds_any(spelled(words), (*self._unless, *self._doubtful))

    @cached_property
    def _tagged(self) -> Callable[[TagSpec], bool]:
        return _under(self.tags)

    @cached_property
    def _maybe_tagged(self) -> Callable[[TagSpec], bool]:
        return _under(self.ambiguous_tags)

    @cached_property
    def _unless(self) -> tuple[tuple[str, ...], ...]:
        return tuple(spelled(tokens(phrase)) for phrase in self.unless)

    @cached_property
    def _doubtful(self) -> tuple[tuple[str, ...], ...]:
        return tuple(spelled(tokens(phrase)) for phrase in self.doubtful)

    @cached_property
    def _softened_by(self) -> frozenset[str]:
        return frozenset(word for text in self.softened_by for word in spelled(tokens(text)))


def _under(texts: tuple[str, ...]) -> Callable[[TagSpec], bool]:
    """Whether a tag falls under one of some patterns; a tag is asked about once."""
    patterns = tuple(TagPattern.parse(text) for text in texts)
    return lru_cache(maxsize=4096)(lambda tag: any(pattern.matches(tag) for pattern in patterns))
