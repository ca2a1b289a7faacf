"""National identity numbers, by header: formats differ by country, most have no check digit."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="NATIONAL_ID",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=(
        "#*+national_id",
        "#beneficiary+id",
        "#beneficiary+code",
        "#respondee+id",
        "#respondee+code",
    ),
    headers={
        "en": (
            "national id",
            "id number",
            "identity number",
            "identity card",
            "id card",
            "national number",
            "ration card",
            "social security number",
            "ssn",
            "voter id",
            "tazkira",
            "cnic",
            "nid",
        ),
        "fr": (
            "carte d'identite",
            "numero d'identite",
            "cni",
            "numero de carte",
            "numero national",
        ),
        "es": (
            "documento de identidad",
            "numero de identidad",
            "cedula",
            "cedula de identidad",
            "dni",
        ),
        "ar": ("رقم الهويه", "الرقم الوطني", "رقم البطاقه"),
    },
    doubtful=("count", "total", "type", "has"),
    shape=r"\d.*\d.*\d.*\d",
    bare_number=True,
)
