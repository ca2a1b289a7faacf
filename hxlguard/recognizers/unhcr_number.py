"""UNHCR registration group (case) and individual numbers.

The forms were observed in public code for Lebanon (field notes, section 4); no check digit is
known. The generic form is the same with any three-character office code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_LEBANON = re.compile(r"(245|380|568|705|781|909|947|954|LEB|LB1|LB2|LBE|B6A)-", re.IGNORECASE)


def _score(number: str) -> float:
    if _LEBANON.match(number):
        return 0.95
    return 0.8 if number.count("-") == 2 or "C" in number[4:].upper() else 0.6


def _confirm(regions: Regions) -> EntityRecognizer:
    case = r"[0-9A-Z]{3}-\d{2}[C-]\d{5,6}"
    individual = r"[0-9A-Z]{3}-\d{8}"
    recorded = r"LB-\d{3}-\d{6}"
    forms = f"{case}|{individual}|{recorded}"
    return scored_pattern("UNHCR_NUMBER", rf"(?<![\w-])(?:{forms})(?![\w-])", _score)


RECOGNIZER = Recognizer(
    entity="UNHCR_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": phrases(
            "unhcr, unhcr number, unhcr id, unhcr case number, unhcr file number, unhcr "
            "registration, unhcr certificate, progres id, progres number, progresid, progres "
            "guid, registration group, registration group number, individual registration "
            "number, case no, case number, case file number, file no, file number, family "
            "case number, barcode number, refugee id, refugee number, refugee card, asylum "
            "seeker number, asylum certificate number, proof of registration number, manifest "
            "number, household registration number, registration number, registration no, por "
            "card number, asylum seeker certificate"
        ),
        "fr": phrases(
            "hcr, numero hcr, numero de dossier, numero d'enregistrement, numero refugie, "
            "attestation de refugie, carte de refugie, numero de cas, numero d'attestation"
        ),
        "es": phrases(
            "acnur, numero acnur, numero de caso, numero de expediente, numero de registro, "
            "carnet de refugiado, constancia comar, numero de solicitud de asilo"
        ),
        "pt": phrases(
            "acnur, numero acnur, numero de processo, numero de caso, numero de registo, "
            "cartao de refugiado, solicitacao de refugio"
        ),
        "ar": phrases(
            "رقم المفوضيه, رقم الملف, رقم ملف المفوضية, رقم ملف الامم, رقم التسجيل, رقم "
            "الحالة, رقم اللاجئ, رقم الباركود, بطاقة لاجئ, رقم شهادة اللجوء, شهادة طالب "
            "اللجوء, رقم كرت التموين الأونروا, رقم الأونروا, رقم البطاقة الصفراء, كرت "
            "المفوضية, ورقة المفوضية, رقم ورقة المفوضية"
        ),
        "uk": phrases("номер увкб, номер справи, реєстраційний номер, номер реєстрації"),
        "ru": phrases(
            "номер увкб, номер дела, регистрационный номер, номер регистрации, номер беженца"
        ),
        "sw": phrases(
            "namba ya unhcr, namba ya usajili, nambari ya usajili, namba ya kesi, kadi ya "
            "ukimbizi, namba ya mkimbizi, kitambulisho cha mkimbizi, namba ya manifest, namba "
            "ya kadi ya mgao"
        ),
        "tr": phrases("bmmyk no, bmmyk dosya no"),
        "so": phrases(
            "kaarka qaxootiga, lambarka qaxootiga, kaarka cuntada, lambarka kaarka raashinka"
        ),
        "bn": phrases(
            "এফসিএন নম্বর, এমআরসি নম্বর, প্রগ্রেস আইডি, স্মার্ট কার্ড, পারিবারিক গণনা নম্বর, এফসিএন নং"
        ),
        "fa": phrases(
            "شماره کمیساریا, نمبر فورم وی آر اف, کارت پی او آر, کارت مهاجرت, شماره کارت "
            "مهاجر, نمبر کارت مهاجرت"
        ),
        "ur": phrases("پی او آر, مہاجر کارڈ نمبر"),
    },
    beside_people={
        "en": phrases("por no, reg group, fcn, individual no, attestation no"),
        "fr": phrases("n attestation, n progres, n refugie"),
        "es": phrases("comar, n solicitud"),
        "pt": phrases("cartao ref, n protocolo"),
        "ar": phrases("رقم الكرت, المفوضية, البطاقة الصفراء, الكرت, باركود, بروغرس"),
        "tr": phrases("bmmyk, dosya no, mülteci no"),
        "ru": phrases("увкб, номер удостоверения беженца"),
        "uk": phrases("посвідчення біженця"),
        "sw": phrases("namba ya mgao, kadi ya mgao, alien card"),
        "so": phrases("kaarka raashinka, raashin kaarka"),
        "bn": phrases("এফসিএন, টোকেন, রেশন কার্ড, রেশন কার্ড নং, এমআরসি, স্কোপ কার্ড"),
        "fa": phrases("وی آر اف, نمبر vrf, کارت زرد"),
    },
    whole_headers={
        "zh": phrases("难民证号"),
    },
    doubtful=phrases(
        "count, total, partner, funded, vehicle, company, organization, project, "
        "facility, business, date, ngo, sector, cluster, vessel, product, student"
    ),
    shape=r"(?i)[0-9A-Z]{3}-\d{2}[C-]?\d{5,6}|\d{6,}",
    candidate=r"(?i)[0-9A-Z]{3}-\d{2}(?:[C-]\d{5}|\d{6})|LB-\d{3}-\d{6}",
    confirm=_confirm,
    bare_number=True,
    matches=(
        "245-14C01234",
        "LEB-19-012345",
        "case 901-18C00712 referred",
        "LB1-00123456",
        "LB-123-456789",
        "123-45-67890",
    ),
    misses=("2021-03-04", "MLI-14/E/65276", "A245-14C012345", "FL-2018-000123"),
)
