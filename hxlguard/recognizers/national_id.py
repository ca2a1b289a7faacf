"""Numbers by which a state knows a person: identity, taxpayer and insurance numbers of people.

The formats stand by country in `national_ids`. A check digit or a form that nothing else has can
show one by itself, better where the table speaks of the country; other bare digits need a header.
"""

from __future__ import annotations

from functools import partial

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.national_ids import FORMATS
from hxlguard.recognizers.number_format import (
    candidate,
    confirm_formats,
    derived_from,
    whole_scores,
)
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
    candidate=candidate(FORMATS),
    confirm=partial(confirm_formats, "NATIONAL_ID", FORMATS),
    certain=partial(whole_scores, FORMATS),
    least_share=0.6,
    chance=0.1,
    derived=partial(derived_from, FORMATS),
    bare_number=True,
    matches=(
        "V-12345678",
        "12/BAHANA(N)123456",
        "١٢/BAHANA(N)123456",
        "34201-0891231-8",
        "'34201-0891231-8",
        "GHA-123456789-0",
        "her card is 784-1990-1234567-6",
        "17291716060",
        "17291716060.0",
        "1.7291716060E+10",
        "۱۷۲۹۱۷۱۶۰۶۰",
        "29001011234567",
    ),
    misses=(
        "17291716061",
        "20210304",
        "+963944555123",
        "0944555123",
        "1600000000000.jpg",
        "UA4611500000",
        "GB-CHC-1096908-1234",
        "EQ-2023-000015-TUR",
        "1,234,567,890",
        "36.276512345",
        "2021-03-04",
        "uuid:4f3c2a10-1234-5678-9012-345678901234",
    ),
)
