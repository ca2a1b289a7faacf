"""Postal codes of homes, which name a street or a village."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import postcodes
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ZIPCODE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    headers={
        "en": ("zip code", "zipcode", "postal code", "postcode"),
        "fr": ("code postal",),
        "es": ("codigo postal",),
        "ar": ("الرمز البريدي",),
    },
    shape=r"^\s*[\p{Lu}\d][\p{L}\d]{0,4}[- ]?[\p{L}\d]{2,6}\s*$",
    candidate=postcodes.CANDIDATE,
    confirm=postcodes.confirm,
    least_share=0.6,
    matches=postcodes.MATCHES,
    misses=postcodes.MISSES,
)
