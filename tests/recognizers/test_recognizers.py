"""Every recognizer keeps its promises: examples, dialect, a candidate that loses nothing."""

from __future__ import annotations

import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.analysis import LONGEST_TEXT, analyzer
from hxlguard.normalising import normalised
from hxlguard.recognizers import RECOGNIZERS, entities_beside_people, headed
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.scanning import candidates

REGIONS = ("IQ", "JO", "LB", "SY")
CONFIRMING = [kind for kind in RECOGNIZERS if kind.confirm]
NOT_SHARED = re.compile(r"\(\?[=!<]|\\[1-9]|\(\?P|[*+?}]\+")


def by_entity(kind: Recognizer) -> str:
    return kind.entity


@pytest.mark.parametrize("kind", RECOGNIZERS, ids=by_entity)
def test_states_what_it_is(kind: Recognizer) -> None:
    assert kind.entity == kind.entity.upper()
    languages = {*kind.headers, *kind.beside_people}
    eight = {"en", "fr", "es", "pt", "ar", "uk", "ru", "sw"}
    assert languages >= eight or not languages
    assert bool(kind.candidate) == bool(kind.confirm)
    assert bool(kind.confirm) == bool(kind.matches) == bool(kind.misses)


@pytest.mark.parametrize("kind", RECOGNIZERS, ids=by_entity)
def test_patterns_keep_to_the_shared_dialect(kind: Recognizer) -> None:
    for pattern in (kind.shape, kind.candidate, kind.exclude):
        if pattern:
            assert not NOT_SHARED.search(pattern), pattern
            pl.Series(["probe"]).str.contains(pattern, strict=True)


@pytest.mark.parametrize("kind", RECOGNIZERS, ids=by_entity)
def test_every_header_phrase_is_recognized(kind: Recognizer) -> None:
    for phrase in (phrase for listed in kind.headers.values() for phrase in listed):
        assert kind.entity in headed(phrase)[0], phrase
        assert kind.entity in headed(phrase.replace(" ", "_").upper())[0], phrase
    for phrase in (phrase for listed in kind.whole_headers.values() for phrase in listed):
        assert kind.entity in frozenset().union(*headed(phrase)), phrase
    for phrase in (phrase for listed in kind.beside_people.values() for phrase in listed):
        assert kind.entity in entities_beside_people(phrase), phrase


def is_asked(kind: Recognizer, cell: pl.Series) -> bool:
    """Whether the columns' pass lets a cell through to Presidio."""
    return bool(candidates(kind, cell, REGIONS).item())


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind in CONFIRMING for text in kind.matches],
    ids=lambda value: value.entity if isinstance(value, Recognizer) else None,
)
def test_confirms_what_it_must(kind: Recognizer, text: str) -> None:
    cell = normalised(pl.Series([text]))
    assert is_asked(kind, cell)
    assert analyzer(REGIONS).score(kind.entity, cell[0]) > 0


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind in CONFIRMING for text in kind.misses],
    ids=lambda value: value.entity if isinstance(value, Recognizer) else None,
)
def test_confirms_nothing_else(kind: Recognizer, text: str) -> None:
    assert analyzer(REGIONS).score(kind.entity, text) == 0


def mutated(kind: Recognizer) -> st.SearchStrategy[str]:
    """Examples with characters replaced, dropped, doubled and joined by other text."""
    alphabet = st.sampled_from("0123456789 -.,+()/@:;°NSabzCÉس\n")
    return st.builds(
        lambda text, at, char, before, after: before + text[:at] + char + text[at + 1 :] + after,
        st.sampled_from(kind.matches + kind.misses),
        st.integers(0, 30),
        st.one_of(alphabet, st.just("")),
        st.text(alphabet, max_size=3),
        st.text(alphabet, max_size=3),
    )


@pytest.mark.parametrize("kind", CONFIRMING, ids=by_entity)
def test_the_candidate_pattern_loses_nothing(kind: Recognizer) -> None:
    @given(mutated(kind))
    def confirmed_implies_candidate(text: str) -> None:
        cell = normalised(pl.Series([text], dtype=pl.String))
        if analyzer(REGIONS).score(kind.entity, cell[0]) > 0:
            assert is_asked(kind, cell)

    confirmed_implies_candidate()


@pytest.mark.parametrize(
    "kind", [kind for kind in CONFIRMING if not kind.vocabulary], ids=by_entity
)
def test_finds_it_at_the_end_of_a_very_long_cell(kind: Recognizer) -> None:
    long = "no. " * LONGEST_TEXT + kind.matches[0]
    assert analyzer(REGIONS).score(kind.entity, long) > 0
