"""The algebra of tag patterns against every tag of a small world, and against libhxl."""

from __future__ import annotations

from itertools import combinations

import hxl.model
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.model.patterns import EVERY_TAG, TagSet, Unsettled, covers, meet, witness
from hxlguard.model.tag import TagPattern, TagSpec

NAMES = ("a", "b", "c")
HASHTAGS = ("#org", "#adm1")
FRESH = ("other", "#other")
WORLD = tuple(
    TagSpec(hashtag, attributes)
    for hashtag in (*HASHTAGS, FRESH[1])
    for size in range(5)
    for attributes in combinations((*NAMES, FRESH[0]), size)
)
"""One hashtag and one attribute that no pattern mentions stand for all of these."""


@st.composite
def patterns(draw: st.DrawFn) -> TagPattern:
    exact = draw(st.booleans())
    names = st.frozensets(st.sampled_from(NAMES), max_size=3)
    hashtag = draw(st.sampled_from(("#*", *HASHTAGS)))
    return TagPattern(hashtag, draw(names), frozenset() if exact else draw(names), exact)


def tag_sets(*, depth: int = 2) -> st.SearchStrategy[TagSet]:
    several = st.lists(patterns(), min_size=1, max_size=3).map(tuple)
    if not depth:
        return several.map(TagSet)
    inner = st.lists(tag_sets(depth=depth - 1), max_size=2).map(tuple)
    return st.builds(TagSet, several, inner)


def size(tag: TagSpec) -> tuple[bool, int, str]:
    made_up = tag.hashtag == FRESH[1] or FRESH[0] in tag.attributes
    return made_up, len(tag.attributes), str(tag)


def libhxl(pattern: TagPattern, tag: TagSpec) -> bool:
    return bool(hxl.model.TagPattern.parse(str(pattern)).match(hxl.model.Column.parse(str(tag))))


@given(patterns(), patterns())
def test_a_meet_matches_what_both_match(one: TagPattern, other: TagPattern) -> None:
    met = meet(one, other)
    for tag in WORLD:
        both = libhxl(one, tag) and libhxl(other, tag)
        assert both == (met is not None and libhxl(met, tag))


@given(patterns(), patterns())
def test_a_meet_is_a_pattern_that_survives_its_text(one: TagPattern, other: TagPattern) -> None:
    if met := meet(one, other):
        assert TagPattern.parse(str(met)) == met


@given(patterns(), patterns())
def test_a_pattern_covers_another_just_where_no_tag_escapes(
    wide: TagPattern, narrow: TagPattern
) -> None:
    escapes = any(libhxl(narrow, tag) and not libhxl(wide, tag) for tag in WORLD)
    assert covers(wide, narrow) == (not escapes)


@given(tag_sets(), tag_sets())
def test_an_intersection_of_sets_holds_what_both_hold(one: TagSet, other: TagSet) -> None:
    both = one & other
    for tag in WORLD:
        assert both.matches(tag) == (one.matches(tag) and other.matches(tag))


@given(st.lists(tag_sets(), max_size=3), st.lists(tag_sets(), max_size=3), st.lists(tag_sets()))
def test_a_witness_is_the_smallest_tag_there_is(
    inside: list[TagSet], outside: list[TagSet], also: list[TagSet]
) -> None:
    fitting = [
        tag
        for tag in WORLD
        if any(each.matches(tag) for each in inside)
        and any(each.matches(tag) for each in also)
        and not any(each.matches(tag) for each in outside)
    ]
    assert witness(inside, outside, also=[also]) == min(fitting, key=size, default=None)


@pytest.mark.parametrize(
    ("inside", "outside", "found"),
    [
        (("#geo",), (), "#geo"),
        (("#geo",), ("#geo!",), "#geo+other"),
        (("#contact",), ("#contact-org",), "#contact+org"),
        (("#*+text",), (), "#other+text"),
        (("#*", "#loc"), ("#adm1",), "#loc"),
        (("#*",), ("#org-name", "#loc"), "#org+name"),
        (("#adm1+name!",), ("#adm1+name",), None),
        (("#*",), ("#*+f", "#*-f"), None),
    ],
)
def test_witnesses_of_patterns_as_people_write_them(
    inside: tuple[str, ...], outside: tuple[str, ...], found: str | None
) -> None:
    told = witness([TagSet.of(inside)], [TagSet.of(outside)])
    assert (None if told is None else str(told)) == found


def test_what_an_exception_leaves_out_is_outside() -> None:
    contacts = TagSet.of(["#contact"], ["#contact+org"])
    assert witness([EVERY_TAG], [contacts], also=[[TagSet.of(["#contact+name"])]]) == (
        TagSpec.parse("#contact+name+org")
    )


def test_a_tag_with_many_attributes_is_found_at_once() -> None:
    names = [f"n{number}" for number in range(40)]
    needed = TagSet.of([f"#*-{name}" for name in names])
    found = witness([EVERY_TAG], [needed])
    assert found is not None
    assert len(found.attributes) == len(names)


def test_a_search_without_end_is_given_up_and_is_no_answer() -> None:
    names = [f"n{number}" for number in range(40)]
    pairs = [f"#*-{one}-{other}" for one, other in zip(names[::2], names[1::2], strict=True)]
    with pytest.raises(Unsettled):
        witness([EVERY_TAG], [TagSet.of(pairs)])
