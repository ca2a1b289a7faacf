"""Columns are asked in the fastest way, which says what the plain one says."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.ascii_patterns import ascii_pattern
from hxlguard.matching import contains, contains_any, is_ascii
from hxlguard.recognizers import RECOGNIZERS

EXAMPLES = sorted({text for kind in RECOGNIZERS for text in (*kind.matches, *kind.misses)})
PATTERNS = sorted(
    {
        pattern
        for kind in RECOGNIZERS
        for pattern in (
            kind.candidate,
            kind.exclude,
            kind.shape,
            kind.plausible and kind.plausible(("KE", "SY")),
            *kind.sure(pl.Series(["+962 7"]), ("KE", "SY")),
        )
        if pattern
    }
)
ASCII = st.characters(max_codepoint=0x7F)
PARTS = st.text(ASCII, max_size=5) | st.sampled_from(sorted(filter(str.isascii, EXAMPLES)))
ASCII_TEXTS = st.lists(
    st.lists(PARTS, max_size=3).map("".join) | PARTS.map(str.swapcase), min_size=1, max_size=20
).map(pl.Series)
ANY_TEXTS = st.lists(
    st.none() | st.text(max_size=8) | st.sampled_from(EXAMPLES), min_size=1, max_size=20
).map(lambda texts: pl.Series(texts, dtype=pl.String))


@given(ASCII_TEXTS)
def test_an_ascii_pattern_hits_what_the_pattern_hits(texts: pl.Series) -> None:
    for pattern in PATTERNS:
        expected = texts.str.contains(pattern)
        assert contains(texts, pattern, ascii_only=True).equals(expected), pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)[^a-c]x",
        r"(?i:[^A-C])(?-i:[^a-c])",
        r"(?:(?i)[^a-c])[^a-c]",
        r"[]a]|[^]a]b",
        r"[a\-c]d|[-a]e|[a-]f",
        r"[\x{2018}-\x{2020}a]é?b|ü",
        r"[\x41-\x{ff}]{2,3}.\t",
        r"\p{Lu}\p{Ll}|[^\p{L}\d]\W\S\b",
        r"\.\+\[\{a{2}\}",
    ],
)
@given(texts=st.lists(st.text(ASCII, max_size=6), min_size=1).map(pl.Series))
def test_signs_of_the_dialect_mean_the_same(pattern: str, texts: pl.Series) -> None:
    assert ascii_pattern(pattern) != pattern
    assert contains(texts, pattern, ascii_only=True).equals(texts.str.contains(pattern))


@pytest.mark.parametrize(
    "pattern", [r"[a&&b]", r"[[:alpha:]]", r"\p{Tibetan}", r"(?P<n>a)", "(?x)a"]
)
def test_a_pattern_of_unknown_signs_stays_as_it_is(pattern: str) -> None:
    assert ascii_pattern(pattern) == pattern


@given(ANY_TEXTS)
def test_any_of_many_patterns_is_each_of_them(texts: pl.Series) -> None:
    expected = texts.str.contains(PATTERNS[0])
    for pattern in PATTERNS[1:]:
        expected |= texts.str.contains(pattern)
    assert contains_any(texts, PATTERNS).equals(expected)


@given(ANY_TEXTS)
def test_ascii_is_what_python_says(texts: pl.Series) -> None:
    assert is_ascii(texts) == all(text.isascii() for text in texts.drop_nulls())


def test_more_patterns_than_polars_keeps_are_all_asked() -> None:
    texts = pl.Series([f"<{number}>" for number in range(400)])
    for number in range(400):
        assert contains(texts, f"<{number}>").arg_true().to_list() == [number]
