"""How much a word looks like part of a person's name, and a cell like the name of a person.

A small model of our own: the weights of the character sequences of a word, summed up. They are
learned by `training/` from lists of names and of places, firms and ordinary words in many languages
and scripts; `make names` does it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import polars as pl

from hxlguard.lexicon.name_words import (
    ALIKE,
    BETWEEN,
    FORMS_OF_ADDRESS,
    IN_TEXT,
    JOINTS,
    NAME_LIKE,
    NUMBER_BEHIND,
    PARTICLES,
    WORD,
)
from hxlguard.matching import contains

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Letters = NDArray[np.uint64]
    Weights = NDArray[np.int8]
    Indices = NDArray[np.int64]

BUCKETS_POWER = 18
"""There are 2 to this power weights; sequences that fall together share one."""

STEP = 0.05
"""Log-odds that one unit of a weight stands for."""

LONGEST_WORD = 24
"""Letters of a word that are looked at."""

MOST_WORDS = 12
"""A cell of more words is text and no name."""

MODEL = "person_names.bin"

_SEQUENCES = (2, 3, 4, 5)
_SPREAD, _MIX = 0x9E3779B1, 0x9E3779B97F4A7C15
_TOGETHER = 2**15
_BEGIN, _END = "\x02", "\x03"
_UNLIKELY, _LIKELY = -3.0, 3.0
"""One word can say no more than this for or against a cell."""

_ADDRESSED = 0.5
"""What a form of address beside a name adds to its log-odds."""

_OF_ONE_WORD, _OF_MORE, _WORST = 1.5, 0.4, -2.5
"""Log-odds from which one word is a name, or several on average, and the least of each word."""

_CODE = r"^[a-z]{1,3}$"
"""A single word as short as the code of a country is no name by itself."""

WHOLE_NAME, ONE_WORD = 0.55, 0.45
"""How sure a cell of several words, or of one, is a name: never so sure that one cell is enough."""


def name_scores(texts: pl.Series) -> pl.Series:
    """For each text how sure it is the name of a person or of several, and nothing else, 0 to 1."""
    called = texts.str.replace(NUMBER_BEHIND, "").zip_with(contains(texts, IN_TEXT), texts)
    like = contains(called, NAME_LIKE).arg_true()
    parts = pl.DataFrame({"at": like, "word": words(called.gather(like))})
    parts = parts.filter(pl.col("word").list.len().is_between(1, MOST_WORDS)).explode("word")
    parts = parts.with_columns(folded(parts["word"]).alias("word"))
    distinct = parts["word"].unique()
    known = pl.DataFrame({"word": distinct, "odds": _odds(distinct)})
    spoken = pl.col("odds").is_not_null()
    cells = (
        parts.join(known, on="word")
        .group_by("at")
        .agg(
            spoken.sum().alias("words"),
            pl.col("odds").sum(),
            pl.col("odds").min().alias("worst"),
            (spoken & pl.col("word").str.contains(_CODE)).any().alias("coded"),
            pl.col("word").is_in(sorted(FORMS_OF_ADDRESS)).any().alias("addressed"),
        )
    )
    odds = STEP * pl.col("odds") / pl.col("words") + _ADDRESSED * pl.col("addressed")
    one = (odds >= _OF_ONE_WORD) & ~pl.col("coded")
    more = (odds >= _OF_MORE) & (pl.col("worst") * STEP >= _WORST)
    score = (
        pl.when(pl.col("words") == 0)
        .then(0.0)
        .when(pl.col("words") == 1)
        .then(one * ONE_WORD)
        .otherwise(more * WHOLE_NAME)
    )
    scored = cells.select("at", score.alias("score"))
    return pl.zeros(len(texts), eager=True).scatter(scored["at"], scored["score"])


def word_odds(words: pl.Series) -> pl.Series:
    """For each word as written the log-odds that it is part of a name; null for a particle."""
    lower = words.str.to_lowercase()
    if lower.str.contains(r"[^\x00-\x7f]").any():
        lower = lower.str.normalize("NFD")
    return _odds(folded(lower)) * STEP


def _odds(words: pl.Series) -> pl.Series:
    """The log-odds of words in units of `STEP`; null for those that say nothing."""
    silent = PARTICLES | FORMS_OF_ADDRESS | BETWEEN
    is_silent = words.is_in(sorted(silent)) | (words.str.len_chars() < 2)
    odds = word_scores(words).clip(round(_UNLIKELY / STEP), round(_LIKELY / STEP))
    return odds.set(is_silent, None)


def words(texts: pl.Series) -> pl.Series:
    """The words of each text as lists: in lower case, without accents or vowel points."""
    lower = texts.str.to_lowercase()
    if lower.str.contains(r"[^\x00-\x7f]").any():
        lower = lower.str.normalize("NFD")
    return lower.str.extract_all(WORD)


def folded(words: pl.Series) -> pl.Series:
    """Words as the model sees them."""
    plain = words.str.replace_all(JOINTS, "")
    if plain.str.contains(r"[^\x00-\x7f]").any():
        plain = plain.str.replace_many(list(ALIKE), list(ALIKE.values()))
    return plain.str.slice(0, LONGEST_WORD)


def word_scores(words: pl.Series) -> pl.Series:
    """For each folded word the log-odds that it is part of a person's name, in units of `STEP`."""
    import numpy as np

    sums = np.zeros(len(words))
    for start in range(0, len(words), _TOGETHER):
        part = words.slice(start, _TOGETHER).to_list()
        for buckets, owners in sequences(part):
            counted = np.bincount(owners, _weights()[buckets], len(part))
            sums[start : start + len(part)] += counted
    return pl.Series(sums).cast(pl.Int64)


def sequences(words: list[str]) -> Iterator[tuple[Indices, Indices]]:
    """The buckets of the character sequences of words, and for each the position of its word."""
    import numpy as np

    joined = "".join(f"{_BEGIN}{word}{_END}" for word in words)
    letters = np.frombuffer(joined.encode("utf-32-le"), np.uint32).astype(np.uint64)
    lengths = np.fromiter((len(word) + 2 for word in words), np.int64, len(words))
    ends = np.cumsum(lengths)
    owners = np.repeat(np.arange(len(words)), lengths)
    left = np.repeat(ends, lengths) - np.arange(len(letters))
    hashed = letters
    for span in _SEQUENCES:
        hashed = hashed[:-1] * _SPREAD + letters[span - 1 :]
        at = np.flatnonzero(left[: len(hashed)] >= span)
        yield _buckets(hashed[at], span), owners[at]
    yield _buckets(_whole(letters, lengths, ends - lengths), 0), np.arange(len(words))


def _whole(letters: Letters, lengths: Indices, starts: Indices) -> Letters:
    """One number for each whole word."""
    import numpy as np

    hashed = np.zeros(len(lengths), np.uint64)
    for at in range(int(lengths.max())):
        going = np.flatnonzero(lengths > at)
        hashed[going] = hashed[going] * _SPREAD + letters[starts[going] + at]
    return hashed


def _buckets(hashed: Letters, span: int) -> Indices:
    import numpy as np

    mixed = (hashed + np.uint64(span)) * np.uint64(_MIX)
    return (mixed >> np.uint64(64 - BUCKETS_POWER)).astype(np.int64)


@cache
def _weights() -> Weights:
    import numpy as np

    return np.frombuffer(files("hxlguard.lexicon").joinpath(MODEL).read_bytes(), np.int8)
