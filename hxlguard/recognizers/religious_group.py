"""Religion or belief (GDPR article 9)."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="RELIGIOUS_GROUP",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=("#*+religion", "#*+religious"),
    headers={
        "en": ("religion", "religious group", "faith", "denomination"),
        "fr": ("religion", "confession"),
        "es": ("religion",),
        "ar": ("الديانه", "الدين", "الطائفه", "المذهب"),
    },
    shape=r"\p{L}|^\s*\d{1,2}\s*$",
)
