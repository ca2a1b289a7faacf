"""What lint passes over by its hashtag could have made no difference."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.linting import lint_agreement
from hxlguard.linting.fields import ByHashtag, is_empty, near
from hxlguard.model.patterns import TagSet
from tests.facts import ALL, DAY, document, forbid, permit
from tests.model.test_patterns import WORLD, tag_sets
from tests.strategies import documents


@given(documents())
def test_looking_at_everything_finds_the_same(made: dict[str, Any]) -> None:
    usual = lint_agreement(made, on=DAY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ByHashtag, "sharing", lambda self, tags: self._things)
        assert lint_agreement(made, on=DAY) == usual


@given(st.lists(tag_sets()), tag_sets())
def test_whatever_shares_a_tag_shares_a_hashtag(sets: list[TagSet], tags: TagSet) -> None:
    assert near(ByHashtag.of(sets).sharing(tags), tags) == near(sets, tags)


@given(tag_sets())
def test_a_set_is_empty_just_where_it_holds_no_tag(tags: TagSet) -> None:
    assert is_empty(tags) == (not any(map(tags.matches, WORLD)))


def test_a_rule_about_no_tag_at_all_changes_nothing_beside_any() -> None:
    nothing = forbid(id="nothing", tags=["#org+a-a"])
    made = document(ALL, forbid(id="some", tags=["#sector"]), nothing, permit("#adm1"))
    found = [one for one in lint_agreement(made, on=DAY) if one.code == "HXA330"]
    assert [one.pointer for one in found] == ["/flows/0/rules/2", "/flows/0/rules/3"]
