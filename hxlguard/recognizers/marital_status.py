"""Marital status of single people."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="MARITAL_STATUS",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=("#respondee+marital", "#*+marital_status"),
    headers={
        "en": ("marital status", "marital", "married", "widow", "widowed"),
        "fr": ("etat civil", "situation matrimoniale", "statut matrimonial", "veuve"),
        "es": ("estado civil", "viuda"),
        "ar": ("الحاله الاجتماعيه", "الحاله الزوجيه", "ارمله"),
    },
    unless=("count", "total", "number", "reached", "targeted"),
    shape=r"\S",
)
