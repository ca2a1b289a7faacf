from __future__ import annotations

import pytest

from hxlguard.lexicon.hxl import CORE_HASHTAGS, counts, signal
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.model.tag import TagSpec
from hxlguard.tag_row import parse_tag


def tag(text: str) -> TagSpec:
    found = parse_tag(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "category", "level"),
    [
        ("#org", Category.NON_PERSONAL, Level.LOW),
        ("#adm2+code", Category.NON_PERSONAL, Level.LOW),
        ("#adm4", Category.NON_PERSONAL, Level.MODERATE),
        ("#loc+name", Category.NON_PERSONAL, Level.MODERATE),
        ("#respondee+age", Category.QUASI_IDENTIFIER, Level.HIGH),
        ("#contact+org", Category.ORGANISATIONAL_CONTACT, Level.MODERATE),
        ("#contact+name", Category.ORGANISATIONAL_CONTACT, Level.HIGH),
        ("#geo+elevation", Category.NON_PERSONAL, Level.LOW),
        ("#geo+lat", Category.PRECISE_LOCATION, Level.HIGH),
        ("#group+name", Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
        ("#affected+gbv", Category.SENSITIVE_ATTRIBUTE, Level.SEVERE),
        ("#need+protection", Category.SENSITIVE_ATTRIBUTE, Level.SEVERE),
    ],
)
def test_what_a_tag_alone_suggests(text: str, category: Category, level: Level) -> None:
    assert signal(tag(text)) == (category, level)


def test_counts() -> None:
    assert counts(tag("#reached+f"))
    assert counts(tag("#indicator+num"))
    assert not counts(tag("#org"))
    assert not counts(None)


def test_the_core_list_is_that_of_hxl_1_1() -> None:
    assert len(CORE_HASHTAGS) == 45
