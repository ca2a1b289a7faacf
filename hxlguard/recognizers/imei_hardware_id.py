"""International mobile equipment identities (3GPP TS 23.003)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="IMEI_HARDWARE_ID",
    category=Category.QUASI_IDENTIFIER,
    level=Level.HIGH,
    tags=phrases("#*+imei"),
    headers={
        "en": phrases(
            "imei, imei number, imei no, imei1, imei 1, imei 2, meid, equipment identity, "
            "hardware serial, device imei"
        ),
        "fr": phrases("imei, numero imei"),
        "es": phrases("imei, numero imei"),
        "pt": phrases("imei, numero imei"),
        "ar": phrases("رقم imei, imei, رقم الايمي"),
        "uk": phrases("imei, номер imei"),
        "ru": phrases("imei, номер imei"),
        "sw": phrases("imei, namba ya imei"),
    },
    unless=phrases("count, total"),
    shape=r"\d[^\p{L}]*\d[^\p{L}]*\d[^\p{L}]*\d[^\p{L}]*\d[^\p{L}]*\d[^\p{L}]*\d[^\p{L}]*\d",
)
