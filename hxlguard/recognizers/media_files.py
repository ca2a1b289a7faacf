"""Names of photos, recordings and signatures, as forms, telephones and cameras give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_KIND = r"(?:jpe?g|png|heic|webp|m4a|amr|3gpp?|mp3|mp4|wav|ogg|aac|mov)"
_BY_FORM = (
    rf"[0-9]{{13}}\.{_KIND}|[0-9]{{1,2}}_[0-9]{{1,2}}_[0-9]{{1,2}}\.{_KIND}"
    rf"|(?:signature|signed|audio|photo|image|selfie|portrait|video|recording)[-_. ]?"
    rf"[0-9_. -]*[0-9][0-9_. -]*\.{_KIND}"
    rf"|(?:background-audio|signature|selfie)[^\s/]{{0,40}}\.{_KIND}"
)
_CAMERAS = "IMG|DSCN?|DSCF|PXL|VID|AUD|PTT|WhatsApp (?:Image|Audio|Video)"
_BY_CAMERA = rf"(?:{_CAMERAS})[-_ ]?[0-9][^/\n]{{2,40}}\.{_KIND}"

CANDIDATE = f"(?i){_BY_FORM}|{_BY_CAMERA}"
MATCHES = (
    "1500000000000.jpg",
    "signature-14_3_22.png",
    "audio_1612345678901.m4a",
    "IMG_20210304_101500.jpg",
    "14_3_22.jpg",
    "https://kc.example.org/media/original?media_file=x/attachments/1612345678901.jpg",
    "IMG-20210304-WA0001.jpg",
    "WhatsApp Image 2021-03-04 at 10.15.00.jpeg",
)
MISSES = ("logo.png", "map_of_region.jpg", "report 2021.pdf", "1500000000000", "photo", "a.jpg")


def confirm(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of names of files that hold a person's image, voice or hand."""
    return scored_pattern(
        "PHOTO_FILE",
        rf"(?<![^\W_])(?:{_BY_FORM}|{_BY_CAMERA})(?![^\W_])",
        lambda name: 0.65,
    )
