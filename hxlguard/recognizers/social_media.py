"""Handles and profile addresses in social media and messengers."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import profile_addresses
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SOCIAL_MEDIA",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": ("social media handle", "facebook profile", "twitter handle"),
        "fr": ("compte facebook",),
        "es": ("cuenta de facebook",),
        "ar": ("حساب فيسبوك",),
    },
    shape=r"@\S|(?i)https?://|\.(?:com|org|net|me)\b",
    candidate=profile_addresses.CANDIDATE,
    confirm=profile_addresses.confirm,
    least_share=0.5,
    matches=profile_addresses.MATCHES,
    misses=profile_addresses.MISSES,
)
