"""Profiles and handles in social media and messengers.

A page of an organisation looks the same as a person's, so a profile is sure only of what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_SITES = (
    r"(?:facebook\.com/(?:people/|profile\.php\?id=)?|fb\.com/|fb\.me/|m\.me/|instagram\.com/"
    r"|linkedin\.com/in/|(?:twitter|x)\.com/|tiktok\.com/@|snapchat\.com/add/|vk\.com/|ok\.ru/"
    r"|t\.me/|telegram\.me/|wa\.me/|youtube\.com/@|viber\.me/)"
)
_NAME = "[a-z0-9][a-z0-9._+%-]{2,}"
_NO_NAME = "(?:share|sharer|intent|search|hashtag|groups|events|watch|pages|home|login|reel)"
_HANDLE = r"^\s*@[a-z_][a-z0-9_.]{2,29}\s*$"

CANDIDATE = f"(?i){_SITES}{_NAME}|{_HANDLE}"
MATCHES = (
    "https://www.facebook.com/people/amina.k",
    "linkedin.com/in/amina-k",
    "https://t.me/amina_k",
    "https://wa.me/963944555123",
    "@amina_k",
)
MISSES = (
    "amina@relief.org",
    "https://www.facebook.com/sharer/sharer.php",
    "3 @ 20",
    "price @market",
    "https://example.org/x.com/",
    "@",
)


def confirm(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of profiles and handles."""
    not_a_page = rf"(?!{_NO_NAME}(?:[/?.]|\b))"
    return scored_pattern(
        "SOCIAL_MEDIA",
        rf"(?<![\w-]){_SITES}{not_a_page}{_NAME}|{_HANDLE}",
        lambda found: 0.5 if "@" in found[:1] else 0.75,
    )
