"""Disability of single people, Washington Group questions included."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DISABILITY",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=("#respondee+disability", "#*+disabled-num"),
    headers={
        "en": (
            "disability",
            "disabled",
            "disability type",
            "difficulty seeing",
            "difficulty hearing",
            "difficulty walking",
            "difficulty remembering",
            "difficulty communicating",
            "self care difficulty",
            "impairment",
        ),
        "fr": ("handicap", "situation de handicap", "difficulte a voir"),
        "es": ("discapacidad", "dificultad para ver"),
        "ar": ("الاعاقه", "نوع الاعاقه"),
    },
    unless=("count", "total", "number", "reached", "targeted", "inneed"),
    shape=r"\S",
)
