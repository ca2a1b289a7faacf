"""How a country writes a number of its people, and what a text of that form is worth.

The less likely a text of the form is there by chance, the more it says. A form of bare digits
without a check digit says nothing: only its header can.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from hxlguard.matching import contains
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

Check = Callable[[pl.Series], pl.Series]
"""For numbers of one form without their separators, whether their check digits are right."""

BIRTH_DATE, BIRTH_YEAR, SEX = "birth-date", "birth-year", "sex"
"""What a number may reveal about a person."""

DAY, MONTH = "(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])"
"""Parts of the forms of numbers in which a date of birth stands."""

_UNMISTAKABLE, _STRONG, _WEAK = 0.002, 0.03, 0.15
_SEPARATORS = r"[^0-9A-Za-z\p{L}]"
_BEFORE, _AFTER = r"[^\p{L}\p{N}_+/@#.,-]", r"[^\p{L}\p{N}_/@-]"


@dataclass(frozen=True)
class NumberFormat:
    """One way in which one country writes a number.

    Attributes:
        country: ISO 3166-1 alpha-2.
        name: what the number is called.
        form: the whole number, in the dialect that polars, RE2 and Java share.
        source: where the form and the check are stated.
        chance: how likely something else of these characters and this length is one, 0 to 1.
        is_valid: the check digits, or None where there are none or none is published.
        derived: what it reveals about its bearer.
        matches: numbers that must be confirmed.
        misses: texts that must not.
    """

    country: str
    name: str
    form: str
    source: str
    chance: float
    is_valid: Check | None = None
    derived: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """True where it is usually written in digits alone, as so much else is."""
        return bool(self.matches) and self.matches[0].isdecimal()

    def score(self, regions: Regions) -> float:
        """How sure a valid number is one, in a table that speaks of these countries."""
        if self.chance <= _UNMISTAKABLE and not self.is_bare:
            return 0.85
        if self.country in regions:
            return 0.58 if self.chance <= _STRONG else 0.55 if self.chance <= _WEAK else 0.0
        if self.chance <= _STRONG:
            return 0.5
        return 0.3 if self.chance <= _WEAK and not regions else 0.0

    def holds(self, texts: pl.Series) -> pl.Series:
        """For each text, whether it is a valid number and nothing else."""
        found = contains(texts, f"^(?:{self.form})$")
        if self.is_valid and found.any():
            at = found.arg_true()
            found = found.scatter(at, self.checks(texts.gather(at)))
        return found

    def checks(self, texts: pl.Series) -> pl.Series:
        """For each text of the form, whether its check digits are right."""
        if not self.is_valid:
            return pl.repeat(True, len(texts), eager=True)
        return self.is_valid(texts.str.replace_all(_SEPARATORS, ""))


CANDIDATE = r"[0-9](?:[A-Za-z ./-]?[0-9]){5}|[A-Z]{5}[0-9]{4}[A-Z]"
"""Whatever may hold a number of some format; the union of all forms is too large to be fast."""


def plausible(formats: Sequence[NumberFormat], regions: Regions) -> str:
    """A pattern of all texts in which a number of these countries, or a telling one, may stand."""
    wanted = (one for one in formats if one.score(regions) or one.country in regions)
    forms = "|".join(dict.fromkeys(one.form for one in wanted))
    return rf"(?:^|{_BEFORE})(?:{forms})(?:$|{_AFTER})"


def telling(formats: Sequence[NumberFormat], regions: Regions) -> tuple[NumberFormat, ...]:
    """The formats that say something by themselves in a table of these countries."""
    return tuple(one for one in formats if one.score(regions))


def whole_scores(formats: Sequence[NumberFormat], texts: pl.Series, regions: Regions) -> pl.Series:
    """The score of each text that is one unbroken number, and null for every other text."""
    scores = pl.repeat(0.0, len(texts), dtype=pl.Float64, eager=True)
    for one in telling(formats, regions):
        score = one.score(regions)
        scores = scores.set((scores < score) & one.holds(texts), score)
    is_unbroken = contains(texts, r"^[0-9A-Za-z-]+$")
    return scores.set(~is_unbroken, None)


def derived_from(formats: Sequence[NumberFormat], texts: Sequence[str]) -> tuple[str, ...]:
    """What most of the numbers reveal about their bearers, by the format that fits most of them."""
    if not texts:
        return ()
    numbers = pl.Series(texts, dtype=pl.String).str.strip_chars()
    fitting = [(int(one.holds(numbers).sum()), -one.chance, one.derived) for one in formats]
    count, _, derived = max(fitting)
    return derived if count >= 0.6 * len(texts) else ()


def confirm_formats(
    entity: str, formats: Sequence[NumberFormat], regions: Regions
) -> EntityRecognizer:
    """A Presidio recognizer of numbers that stand by themselves, alone or within a text."""
    import regex
    from presidio_analyzer import EntityRecognizer, RecognizerResult
    from presidio_analyzer.nlp_engine import NlpArtifacts

    listed = [
        (
            one,
            regex.compile(rf"(?<![\p{{L}}\p{{N}}_+/@#.,-])(?:{one.form})(?![\p{{L}}\p{{N}}_/@-])"),
        )
        for one in telling(formats, regions)
    ]

    @cache
    def checks(one: NumberFormat, number: str) -> bool:
        return bool(one.checks(pl.Series([number])).item())

    class FormatRecognizer(EntityRecognizer):
        def load(self) -> None:
            """Nothing to load."""

        def analyze(
            self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
        ) -> list[RecognizerResult]:
            return [
                RecognizerResult(entity, found.start(), found.end(), one.score(regions))
                for one, form in listed
                for found in form.finditer(text)
                if checks(one, found[0])
            ]

    recognizer: EntityRecognizer = FormatRecognizer([entity], name=f"hxlguard {entity}")
    return recognizer
