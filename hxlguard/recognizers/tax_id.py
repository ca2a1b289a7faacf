"""Tax numbers that people and firms have; those that are a person's alone are national ids."""

from __future__ import annotations

from functools import partial

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.national_ids import TAX_FORMATS
from hxlguard.recognizers.number_format import (
    CANDIDATE,
    confirm_formats,
    derived_from,
    plausible,
    whole_scores,
)
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="TAX_ID",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": (
            "tax id",
            "tax number",
            "tax no",
            "taxpayer",
            "taxpayer id",
            "taxpayer number",
            "tin number",
            "kra pin",
            "pan number",
        ),
        "fr": ("numero fiscal", "identifiant fiscal", "matricule fiscal"),
        "es": ("numero tributario", "identificacion tributaria", "rif", "rfc", "ruc"),
        "pt": ("nuit", "numero fiscal", "contribuinte"),
        "ar": ("الرقم الضريبي",),
        "uk": ("податковий номер", "номер платника податків"),
        "ru": ("инн",),
        "sw": ("namba ya mlipakodi",),
    },
    doubtful=("count", "total", "type", "has"),
    shape=r"[0-9].*[0-9].*[0-9].*[0-9]",
    candidate=CANDIDATE,
    plausible=partial(plausible, TAX_FORMATS),
    confirm=partial(confirm_formats, "TAX_ID", TAX_FORMATS),
    certain=partial(whole_scores, TAX_FORMATS),
    least_share=0.6,
    chance=0.1,
    derived=partial(derived_from, TAX_FORMATS),
    bare_number=True,
    matches=("A004416331M", "ACUPA7085R", "V-11470283-4", "213.123.432-1"),
    misses=("|004416331M", "V-11470283-3", "400339911", "2021-03-04"),
)
