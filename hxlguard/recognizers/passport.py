"""Passport numbers, by header; only the machine-readable zone has check digits."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PASSPORT",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": ("passport", "passport number", "passport no"),
        "fr": ("passeport",),
        "es": ("pasaporte",),
        "ar": ("جواز السفر", "رقم الجواز"),
    },
    doubtful=("count", "total", "has", "type"),
    shape=r"\d.*\d.*\d.*\d",
    bare_number=True,
)
