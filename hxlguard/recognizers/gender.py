"""Sex or gender of single people, by header or tag."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="GENDER",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=("#respondee+gender", "#respondee+sex", "#individual+gender", "#sex", "#gender"),
    headers={
        "en": (
            "sex of",
            "gender of",
            "respondent sex",
            "respondent gender",
            "child sex",
            "child gender",
        ),
        "fr": ("sexe de", "sexe du"),
        "es": ("sexo del", "genero del"),
        "ar": ("جنس المستفيد",),
    },
    whole_headers={
        "en": ("sex", "gender"),
        "fr": ("sexe", "genre"),
        "es": ("sexo", "genero"),
        "ar": ("الجنس", "النوع"),
    },
    shape=r"\p{L}|^\s*[0-9]\s*$",
)
