"""Web addresses. They are rarely personal by themselves, but they lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer.predefined_recognizers import UrlRecognizer

    with_scheme = [found for found in UrlRecognizer.PATTERNS if found.name == "Standard Url"]
    recognizer: EntityRecognizer = UrlRecognizer(patterns=with_scheme)
    return recognizer


RECOGNIZER = Recognizer(
    entity="URL",
    category=Category.NON_PERSONAL,
    level=Level.LOW,
    tags=("#*+url",),
    headers={
        "en": ("url", "website", "web site", "link"),
        "fr": ("site web", "lien"),
        "es": ("sitio web", "enlace"),
        "ar": ("رابط", "الموقع الالكتروني"),
    },
    shape=r"(?i)https?://|www\.",
    candidate=r"(?i)https?://",
    confirm=_confirm,
    matches=("https://data.humdata.org/dataset/x", "see http://example.org."),
    misses=("e.g.this", "ratio 3:1", "example dot org"),
)
