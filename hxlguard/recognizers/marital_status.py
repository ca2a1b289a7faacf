"""Marital status of single people."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="MARITAL_STATUS",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#respondee+marital, #*+marital_status, #*+marital"),
    headers={
        "en": phrases(
            "marital status, marital, civil status, married, widow, widowed, widower, "
            "divorced, marriage status, relationship status, matrimonial status, are you "
            "married"
        ),
        "fr": phrases(
            "etat civil, situation matrimoniale, statut matrimonial, etat matrimonial, "
            "situation familiale, veuve, veuf, marie, mariee"
        ),
        "es": phrases(
            "estado civil, viuda, viudo, estado conyugal, situacion conyugal, casada, casado"
        ),
        "pt": phrases("estado civil, viuva, viuvo, situacao conjugal, casada, casado"),
        "ar": phrases(
            "الحاله الاجتماعيه, الحاله الزوجيه, الحالة المدنية, الوضع العائلي, ارمله, ارمل, "
            "متزوج, متزوجة"
        ),
        "uk": phrases("сімейний стан, вдова, вдівець, одружений, заміжня"),
        "ru": phrases("семейное положение, вдова, вдовец, женат, замужем"),
        "sw": phrases("hali ya ndoa, mjane, umeoa, umeolewa"),
        "tr": phrases("medeni hal, medeni durum, dul"),
        "fa": phrases("وضعیت تاهل"),
        "bn": phrases("বৈবাহিক অবস্থা"),
        "so": phrases("xaaladda guurka"),
        "id": phrases("status perkawinan, status pernikahan, status kawin"),
        "de": phrases("familienstand"),
        "it": phrases("stato civile"),
        "nl": phrases("burgerlijke staat"),
        "fil": phrases("katayuang sibil"),
        "ha": phrases("matsayin aure"),
        "am": phrases("የጋብቻ ሁኔታ"),
    },
    whole_headers={
        "en": phrases("marital, mstatus"),
    },
    unless=(*COUNTED, *phrases("law, amendment, act, bill, policy, counselling, dispute, rape")),
    shape=r"\S",
    answers=True,
)
