"""E-mail addresses (RFC 5322 in everyday use)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer
    from tldextract import TLDExtract


_UNLISTED_DOMAIN = 0.75


@cache
def _bundled_suffixes() -> TLDExtract:
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True)


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer import Pattern
    from presidio_analyzer.predefined_recognizers import EmailRecognizer

    class OfflineEmailRecognizer(EmailRecognizer):
        """Presidio's, but with the suffix list that tldextract bundles: nothing is fetched.

        An address whose domain is not on the list is still one, only less surely so.
        """

        def validate_result(self, pattern_text: str) -> bool | None:
            return True if _bundled_suffixes()(pattern_text).fqdn else None

    listed = EmailRecognizer.PATTERNS
    return OfflineEmailRecognizer(
        patterns=[Pattern(pattern.name, pattern.regex, _UNLISTED_DOMAIN) for pattern in listed]
    )


RECOGNIZER = Recognizer(
    entity="EMAIL_ADDRESS",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=("#*+email", "#email"),
    headers={
        "en": ("email", "e mail", "mail address", "mailbox"),
        "fr": ("courriel", "adresse electronique", "mel"),
        "es": ("correo", "correo electronico"),
        "ar": ("البريد الالكتروني", "ايميل"),
    },
    unless=("count", "number", "total", "verified", "sent", "nombre"),
    shape=r"\S@\S",
    candidate=r"\S@\S",
    confirm=_confirm,
    matches=("amina.k@relief.example", "write to j_doe+field@mail.example.org today"),
    misses=("price @ market", "@handle", "3 @ 20"),
)
