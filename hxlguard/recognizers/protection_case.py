"""Protection cases of single people: gender-based violence, exploitation, detention, children."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PROTECTION_CASE",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=("#*+gbv-num", "#*+sea-num", "#*+survivor"),
    headers={
        "en": (
            "survivor",
            "survivor code",
            "gbv incident",
            "type of violence",
            "protection incident",
            "perpetrator",
            "abuse",
            "detention",
            "detained",
            "unaccompanied",
            "separated child",
            "uasc",
            "sgbv",
            "rape",
        ),
        "fr": (
            "survivante",
            "vbg",
            "type de violence",
            "incident de protection",
            "detenu",
            "viol",
            "auteur presume",
        ),
        "es": ("sobreviviente", "vbg", "tipo de violencia", "incidente de proteccion", "detenido"),
        "ar": ("ناجيه", "نوع العنف", "اعتقال", "معتقل", "غير مصحوب"),
    },
    unless=(
        "count",
        "total",
        "number",
        "reached",
        "targeted",
        "inneed",
        "cluster",
        "sector",
        "services",
    ),
    shape=r"\S",
)
