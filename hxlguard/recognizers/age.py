"""Ages of single people, by header or tag. Age bands of a table of counts are not one."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="AGE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=("#respondee+age", "#individual+age", "#age"),
    headers={
        "en": (
            "age in years",
            "age years",
            "child age",
            "age of child",
            "age of respondent",
            "respondent age",
            "age of head",
            "hoh age",
        ),
        "fr": ("age en annees", "age de l'enfant"),
        "es": ("edad en anos", "edad del"),
        "ar": ("العمر بالسنوات",),
    },
    whole_headers={"en": ("age", "ages"), "fr": ("age",), "es": ("edad",), "ar": ("العمر", "السن")},
    unless=("group", "groups", "range", "band", "groupe", "tranche", "grupo"),
    shape=r"^\s*\d{1,3}(?:\.\d+)?\s*(?:\p{L}.*)?$",
)
