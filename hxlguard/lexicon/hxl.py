"""HXL 1.1 hashtags, and what a hashtag alone says about its column."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.model.tag import TagPattern, TagSpec

CORE_HASHTAGS = frozenset(
    [
        "#adm1",
        "#adm2",
        "#adm3",
        "#adm4",
        "#adm5",
        "#country",
        "#geo",
        "#loc",
        "#region",
        "#affected",
        "#beneficiary",
        "#inneed",
        "#population",
        "#reached",
        "#respondee",
        "#targeted",
        "#access",
        "#activity",
        "#capacity",
        "#contact",
        "#delivery",
        "#frequency",
        "#indicator",
        "#item",
        "#need",
        "#operations",
        "#org",
        "#output",
        "#sector",
        "#service",
        "#subsector",
        "#channel",
        "#currency",
        "#modality",
        "#value",
        "#cause",
        "#crisis",
        "#event",
        "#group",
        "#impact",
        "#severity",
        "#date",
        "#description",
        "#meta",
        "#status",
    ]
)
"""The hashtags of the HXL 1.1 core list (hxlstandard.org)."""

COUNT_PATTERNS = tuple(
    TagPattern.parse(text)
    for text in (
        "#affected",
        "#inneed",
        "#targeted",
        "#reached",
        "#population",
        "#value",
        "#capacity",
        "#*+num",
        "#*+pct",
        "#*+year",
    )
)
"""Columns of counts, amounts and years: a bare number in them is not a phone or an identifier."""

_SIGNALS: tuple[tuple[TagPattern, Category, Level], ...] = tuple(
    (TagPattern.parse(pattern), category, level)
    for pattern, category, level in (
        ("#respondee", Category.QUASI_IDENTIFIER, Level.HIGH),
        ("#contact", Category.ORGANISATIONAL_CONTACT, Level.MODERATE),
        ("#contact-org", Category.ORGANISATIONAL_CONTACT, Level.HIGH),
        ("#description", Category.NON_PERSONAL, Level.MODERATE),
        ("#*+text", Category.NON_PERSONAL, Level.MODERATE),
        ("#*+comment", Category.NON_PERSONAL, Level.MODERATE),
        ("#*+comments", Category.NON_PERSONAL, Level.MODERATE),
        ("#geo-precision-accuracy-elevation-altitude", Category.PRECISE_LOCATION, Level.HIGH),
        ("#loc", Category.NON_PERSONAL, Level.MODERATE),
        ("#adm4", Category.NON_PERSONAL, Level.MODERATE),
        ("#adm5", Category.NON_PERSONAL, Level.MODERATE),
        ("#group", Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
        ("#event", Category.NON_PERSONAL, Level.MODERATE),
        ("#access", Category.NON_PERSONAL, Level.MODERATE),
        ("#operations", Category.NON_PERSONAL, Level.MODERATE),
        ("#affected+killed", Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
        ("#affected+abducted", Category.SENSITIVE_ATTRIBUTE, Level.HIGH),
        ("#*+gbv", Category.SENSITIVE_ATTRIBUTE, Level.SEVERE),
        ("#*+sea", Category.SENSITIVE_ATTRIBUTE, Level.SEVERE),
        ("#need+protection", Category.SENSITIVE_ATTRIBUTE, Level.SEVERE),
        ("#meta+id", Category.NON_PERSONAL, Level.MODERATE),
    )
)


def signal(tag: TagSpec) -> tuple[Category, Level]:
    """What the tag alone suggests; the highest level wins."""
    found = [(level, category) for pattern, category, level in _SIGNALS if pattern.matches(tag)]
    if not found:
        return Category.NON_PERSONAL, Level.LOW
    level, category = max(found, key=lambda pair: pair[0].rank)
    return category, level


def counts(tag: TagSpec | None) -> bool:
    """True for a column whose tag says that it holds counts, amounts or years."""
    return tag is not None and any(pattern.matches(tag) for pattern in COUNT_PATTERNS)
