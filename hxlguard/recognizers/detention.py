"""Arrest, detention, convictions and missing people (GDPR article 10; ISPs)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DETENTION",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases(
        "#*+detained-num, #*+detention-num, #respondee+abducted, #*+arrested-num, #*+missing-num"
    ),
    headers={
        "en": phrases(
            "detention, detained, detainee, detention status, place of detention, date of "
            "detention, arrest, arrested, date of arrest, imprisoned, imprisonment, prison, "
            "prisoner, jail, criminal record, conviction, convicted, offence, offense, "
            "charges, sentence length, abducted, abduction, kidnapped, kidnapping, hostage, "
            "missing person, enforced disappearance, disappeared, prisoner of war, released "
            "from detention, court case, police record, police report"
        ),
        "fr": phrases(
            "detention, detenu, detenue, lieu de detention, date de detention, arrestation, "
            "arrete, date d'arrestation, prison, prisonnier, casier judiciaire, "
            "condamnation, infraction, enleve, enlevement, personne disparue, disparition "
            "forcee, otage"
        ),
        "es": phrases(
            "detencion, detenido, detenida, lugar de detencion, fecha de detencion, "
            "arresto, arrestado, carcel, prision, preso, antecedentes penales, condena, "
            "delito, secuestro, secuestrado, persona desaparecida, desaparicion forzada, "
            "rehen"
        ),
        "pt": phrases(
            "detencao, detido, detida, local de detencao, data de detencao, prisao, preso, "
            "registo criminal, antecedentes criminais, condenacao, crime, raptado, rapto, "
            "sequestro, pessoa desaparecida"
        ),
        "ar": phrases(
            "اعتقال, معتقل, الاعتقال, الاحتجاز, محتجز, مكان الاحتجاز, تاريخ الاعتقال, "
            "السجن, سجين, اسير, مفقود, المفقودين, اختطاف, مخطوف, اخفاء قسري, سجل جنائي, حكم "
            "قضائي"
        ),
        "uk": phrases(
            "затримання, затриманий, ув'язнення, в'язень, місце утримання, арешт, полон, "
            "військовополонений, зниклий безвісти, викрадення, судимість"
        ),
        "ru": phrases(
            "задержание, задержан, заключение под стражу, заключенный, место содержания, "
            "арест, плен, военнопленный, пропавший без вести, похищение, судимость"
        ),
        "sw": phrases(
            "kizuizini, mahabusu, amekamatwa, kukamatwa, mfungwa, gereza, alitekwa, "
            "aliyetekwa, aliyepotea"
        ),
        "tr": phrases("gozalti, gozaltina alinma, tutuklu, cezaevi, sabika kaydi, kayip kisi"),
        "fa": phrases("بازداشت, زندانی, گم شده"),
        "bn": phrases("আটক, গ্রেফতার"),
        "so": phrases("xirnaan, la xiray, xabsi"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "training, detention center name, prison name, prison population, retention, court name"
        ),
    ),
    shape=r"\p{L}|^\s*\d(?:\.0)?\s*$|\d[-/.]\d{1,2}[-/.]\d",
    answers=True,
)
