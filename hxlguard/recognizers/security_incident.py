"""Incidents and threats, and how safe a place is (ISPs: identifiable incident logs)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SECURITY_INCIDENT",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases("#event+security, #*+incident, #*+threat"),
    headers={
        "en": phrases(
            "security incident, security incidents, incident description, incident details, "
            "incident narrative, incident type, type of incident, incident summary, "
            "incident location, security situation, security status, security concern, "
            "security concerns, security risk, security threat, threat "
            "type, threat level, attack, attack type, type of attack, attack on, target of "
            "attack, weapon, weapon type, weapon used, explosion, airstrike, shelling, ied, "
            "landmine, uxo, unexploded, explosive ordnance, mine type, explosive hazard, "
            "sub event type, event type conflict, convoy, convoy route, movement "
            "notification, deconfliction, humanitarian notification, access incident, "
            "checkpoint, roadblock, staff killed, staff injured, aid worker killed, "
            "fatalities, casualties, casualty, killed, hate speech, riot, looting"
        ),
        "fr": phrases(
            "incident de securite, incidents securitaires, incident securitaire, type "
            "d'incident, description de l'incident, situation securitaire, niveau de "
            "securite, menace securitaire, attaque, type d'attaque, arme utilisee, "
            "explosion, engin explosif, mine, convoi, victimes, tues"
        ),
        "es": phrases(
            "incidente de seguridad, incidentes de seguridad, tipo de incidente, "
            "descripcion del incidente, situacion de seguridad, nivel de seguridad, amenaza "
            "de seguridad, ataque, tipo de ataque, arma utilizada, explosion, artefacto "
            "explosivo, mina antipersonal, convoy, victimas mortales, muertos"
        ),
        "pt": phrases(
            "incidente de seguranca, tipo de incidente, descricao do incidente, situacao de "
            "seguranca, nivel de seguranca, ameaca de seguranca, ataque, tipo de ataque, "
            "arma usada, explosao, mina terrestre, comboio, vitimas mortais, mortos"
        ),
        "ar": phrases(
            "حادث امني, الحوادث الامنية, نوع الحادث, وصف الحادث, الوضع الامني, الحالة "
            "الامنية, التهديد الامني, هجوم, نوع الهجوم, نوع السلاح, انفجار, لغم, الغام, "
            "ذخائر غير منفجرة, قافلة, القتلى, عدد القتلى, الضحايا"
        ),
        "uk": phrases(
            "інцидент безпеки, безпековий інцидент, тип інциденту, опис інциденту, "
            "безпекова ситуація, загроза безпеці, напад, обстріл, вибух, міна, "
            "вибухонебезпечний предмет, конвой, загиблі"
        ),
        "ru": phrases(
            "инцидент безопасности, тип инцидента, описание инцидента, ситуация с "
            "безопасностью, угроза безопасности, нападение, обстрел, взрыв, мина, "
            "взрывоопасный предмет, конвой, погибшие"
        ),
        "sw": phrases(
            "tukio la usalama, aina ya tukio, maelezo ya tukio, hali ya usalama, shambulio, "
            "mlipuko, bomu la ardhini, msafara, waliouawa"
        ),
        "tr": phrases("guvenlik olayi, olay turu, guvenlik durumu, saldiri, patlama, mayin"),
        "fa": phrases("حادثه امنیتی, وضعیت امنیتی, حمله, ماین"),
        "bn": phrases("নিরাপত্তা ঘটনা, নিরাপত্তা পরিস্থিতি"),
        "so": phrases("dhacdo amni, xaaladda amniga, weerar"),
    },
    unless=phrases(
        "attack rate, attack rates, shark, asthma attack, panic attack, event type list, "
        "social security, food security, cyber security, security question, security "
        "code, heart attack, mine action, livestock, crop, pest, number of attacks, "
        "security deposit, security number, security system, security patch, security "
        "group, indicator"
    ),
    doubtful=phrases("count, total, number"),
    shape=r"\p{L}|\d",
    answers=True,
)
