"""Photos, recordings, signatures of people, as file names or addresses (KoBo attachments)."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import media_files
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PHOTO_FILE",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": ("signature", "selfie", "audio recording"),
        "fr": ("signature",),
        "es": ("firma",),
        "ar": ("التوقيع",),
    },
    shape=r"(?i)\.[a-z][a-z0-9]{2,3}\b|https?://",
    candidate=media_files.CANDIDATE,
    confirm=media_files.confirm,
    matches=media_files.MATCHES,
    misses=media_files.MISSES,
)
