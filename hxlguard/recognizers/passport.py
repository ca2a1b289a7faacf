"""Passport numbers, by header; only the machine-readable zone has check digits."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import machine_readable_zone
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PASSPORT",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    headers={
        "en": phrases(
            "passport, passport number, passport no, passport num, passport id, travel "
            "document, travel document number, laissez passer, mrz, machine readable zone, "
            "visa number, travel doc no"
        ),
        "fr": phrases(
            "passeport, numero de passeport, numero passeport, titre de voyage, document de voyage"
        ),
        "es": phrases("pasaporte, numero de pasaporte, documento de viaje"),
        "pt": phrases("passaporte, numero do passaporte, documento de viagem"),
        "ar": phrases("جواز السفر, رقم الجواز, رقم جواز السفر, وثيقة السفر, رقم باسبور, الباسبور"),
        "uk": phrases(
            "паспорт, номер паспорта, серія паспорта, закордонний паспорт, проїзний документ, "
            "номер закордонного паспорта, паспортні дані, дані паспорта"
        ),
        "ru": phrases(
            "паспорт, номер паспорта, серия паспорта, загранпаспорт, проездной документ, "
            "номер загранпаспорта"
        ),
        "sw": phrases("pasipoti, hati ya kusafiria, namba ya pasipoti"),
        "tr": phrases("pasaport, pasaport no, pasaport numarasi"),
        "fa": phrases("پاسپورت, شماره پاسپورت, گذرنامه, شماره ویزا"),
        "bn": phrases("পাসপোর্ট, পাসপোর্ট নম্বর"),
        "so": phrases("baasaboor, lambarka baasaboorka, baasaboorka, nambarka baasaboorka"),
        "id": phrases("paspor, nomor paspor"),
        "de": phrases("reisepass, passnummer, reisepassnummer, pass nr"),
        "it": phrases("passaporto"),
        "nl": phrases("paspoort, paspoortnummer"),
        "ur": phrases("پاسپورٹ نمبر, پاسپورٹ"),
        "ht": phrases("paspò, nimewo paspò"),
        "ne": phrases("राहदानी, राहदानी नं, पासपोर्ट, पासपोर्ट नं"),
    },
    beside_people={
        "en": phrases("pass no, travel doc"),
        "fr": phrases("n pass"),
        "es": phrases("n pas, pasap"),
        "pt": phrases("passap"),
        "ar": phrases("جواز"),
        "tr": phrases("pas no, seyahat belgesi, seyahat belgesi no, p no"),
        "uk": phrases("пасп, загран, закордонний"),
        "sw": phrases("pasi, pasi ya kusafiria, hati ya safari"),
        "so": phrases("dhoofka, dhoof"),
        "fa": phrases("پاسپورتی, ویزا"),
    },
    whole_headers={
        "my": phrases("နိုင်ငံကူးလက်မှတ်, ပတ်စပို့"),
        "zh": phrases("护照, 护照号, 护照号码, 護照號碼"),
    },
    doubtful=phrases("count, total, has, have, type, expiry, issue, country, date"),
    shape=r"\d.*\d.*\d.*\d",
    bare_number=True,
    candidate=machine_readable_zone.CANDIDATE,
    confirm=machine_readable_zone.confirm,
    derived=machine_readable_zone.derived,
    matches=machine_readable_zone.MATCHES,
    misses=machine_readable_zone.MISSES,
)
