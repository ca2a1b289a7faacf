"""International mobile equipment identities (3GPP TS 23.003)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import equipment_numbers
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
        "ar": phrases("رقم imei, رقم الايمي"),
        "uk": phrases("номер imei"),
        "ru": phrases("номер imei"),
        "sw": phrases("imei, namba ya imei"),
    },
    unless=phrases("count, total"),
    shape=r"\d(?:[^\p{L}\d]?\d){7}",
    candidate=equipment_numbers.IMEI_CANDIDATE,
    confirm=equipment_numbers.confirm_imei,
    certain=equipment_numbers.imei_scores,
    least_share=0.6,
    chance=equipment_numbers.IMEI_CHANCE,
    bare_number=True,
    matches=("352099001761481", "49-015420-323751-8", "3.52099001761481E+14", "352099001761481.0"),
    misses=("352099001761482", "000000000000000", "35209900176148", "36.352099001761481"),
)
