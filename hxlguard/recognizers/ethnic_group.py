"""Ethnic origin, tribe or clan (GDPR article 9; ICRC Handbook on Data Protection)."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ETHNIC_GROUP",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=("#*+ethnicity", "#*+ethnic", "#*+tribe", "#*+clan"),
    headers={
        "en": (
            "ethnicity",
            "ethnic group",
            "ethnic",
            "tribe",
            "clan",
            "sub clan",
            "caste",
            "ethnolinguistic group",
            "race",
        ),
        "fr": ("ethnie", "groupe ethnique", "tribu", "clan"),
        "es": ("etnia", "grupo etnico", "pueblo indigena"),
        "ar": ("العرق", "القبيله", "العشيره"),
    },
    shape=r"\p{L}|^\s*\d{1,2}\s*$",
)
