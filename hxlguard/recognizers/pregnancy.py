"""Pregnancy, birth and breastfeeding of single people (GDPR article 9, health)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PREGNANCY",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases("#*+pregnant-num, #*+lactating-num, #*+plw-num"),
    headers={
        "en": phrases(
            "pregnant, pregnancy, pregnancy status, is pregnant, lactating, breastfeeding, "
            "breast feeding, plw, pregnant or lactating, gestational age, weeks pregnant, "
            "trimester, expected delivery date, edd, last menstrual period, lmp, "
            "menstruation, menstrual, gravida, parity, antenatal visit, anc visit, "
            "miscarriage, abortion, stillbirth, contraceptive use, contraception, family "
            "planning method"
        ),
        "fr": phrases(
            "enceinte, grossesse, femme enceinte, allaitante, allaitement, fefa, date "
            "prevue d'accouchement, fausse couche, avortement, contraception, dernieres "
            "regles"
        ),
        "es": phrases(
            "embarazada, embarazo, gestante, lactante, lactancia, semanas de gestacion, "
            "fecha probable de parto, aborto, anticonceptivo, metodo de planificacion "
            "familiar, menstruacion"
        ),
        "pt": phrases(
            "gravida, gravidez, gestante, lactante, amamentacao, amamentando, semanas de "
            "gestacao, aborto, contraceptivo, menstruacao"
        ),
        "ar": phrases(
            "حامل, الحمل, مرضع, مرضعة, رضاعة, حامل او مرضع, اجهاض, وسيلة تنظيم الاسرة, اخر "
            "دورة شهرية"
        ),
        "uk": phrases("вагітна, вагітність, годуюча, годує груддю, термін вагітності"),
        "ru": phrases(
            "беременная, беременность, беременна, кормящая, кормит грудью, срок беременности"
        ),
        "sw": phrases("mjamzito, ujauzito, mimba, ananyonyesha, anayenyonyesha"),
        "tr": phrases("hamile, hamilelik, gebe, gebelik, emziren"),
        "fa": phrases("حامله, باردار, شیرده"),
        "bn": phrases("গর্ভবতী, স্তন্যদানকারী"),
        "so": phrases("uur leh, hooyo nuujisa, xaamilo"),
    },
    unless=(*COUNTED, *phrases("gender parity, parity index, program, activity, kit")),
    shape=r"\p{L}|^\s*\d(?:\.0)?\s*$|^\s*[1-4]\d\s*$|\d[-/.]\d{1,2}[-/.]\d",
    answers=True,
)
