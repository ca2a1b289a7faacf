"""Tag specs and patterns mean what libhxl says they mean."""

from __future__ import annotations

import hxl.model
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.model.tag import TagPattern, TagSpec

NAMES = st.sampled_from(("a", "b", "c", "name", "v_pcode", "Code", "x9"))
HASHTAGS = st.sampled_from(("#org", "#adm1", "#Geo", "#x_y"))
SPACES = st.sampled_from(("", " ", "\t", "\n "))


@st.composite
def specs(draw: st.DrawFn) -> str:
    attributes = draw(st.lists(NAMES, max_size=4))
    return draw(HASHTAGS) + "".join(f"{draw(SPACES)}+{name}" for name in attributes)


@st.composite
def patterns(draw: st.DrawFn) -> str:
    exact = draw(st.booleans())
    signs = st.just("+") if exact else st.sampled_from("+-")
    signed = draw(st.lists(st.tuples(signs, NAMES), max_size=4))
    hashtag = draw(st.just("#*") | HASHTAGS)
    hashtag = hashtag if draw(st.booleans()) else hashtag.removeprefix("#")
    body = "".join(f"{draw(SPACES)}{sign}{name}" for sign, name in signed)
    return f"{draw(SPACES)}{hashtag}{body}{' !' if exact else ''}"


@given(patterns(), specs())
def test_a_pattern_matches_what_libhxl_matches(pattern: str, spec: str) -> None:
    theirs = hxl.model.TagPattern.parse(pattern).match(hxl.model.Column.parse(spec))
    assert TagPattern.parse(pattern).matches(TagSpec.parse(spec)) == theirs


@given(specs())
def test_a_spec_is_read_as_libhxl_reads_it(spec: str) -> None:
    theirs = hxl.model.Column.parse(spec)
    assert TagSpec.parse(spec) == TagSpec(theirs.tag, tuple(sorted(theirs.attributes)))


@given(patterns())
def test_a_pattern_survives_its_text(pattern: str) -> None:
    parsed = TagPattern.parse(pattern)
    assert TagPattern.parse(str(parsed)) == parsed


@given(specs())
def test_a_spec_survives_its_text(spec: str) -> None:
    parsed = TagSpec.parse(spec)
    assert TagSpec.parse(str(parsed)) == parsed


@pytest.mark.parametrize("text", ["", "#", "#contact+*", "#org+", "#1a", "#org,#adm1", "#org+a-b!"])
def test_what_is_no_pattern_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="`"):
        TagPattern.parse(text)


@pytest.mark.parametrize("text", ["", "org", "#*", "#org-name", "#org!", "#org+e-mail", "name#org"])
def test_what_is_no_spec_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="`"):
        TagSpec.parse(text)
