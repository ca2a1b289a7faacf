"""Numbers by which a state knows a person: identity, taxpayer and insurance numbers of people.

The formats stand by country in `national_ids`. A check digit or a form that nothing else has can
show one by itself, better where the table speaks of the country; other bare digits need a header.
"""

from __future__ import annotations

from functools import partial

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.national_ids import FORMATS
from hxlguard.recognizers.number_format import (
    CANDIDATE,
    confirm_formats,
    derived_from,
    plausible,
    whole_scores,
)
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="NATIONAL_ID",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=(
        "#*+national_id",
        "#beneficiary+id",
        "#beneficiary+code",
        "#respondee+id",
        "#respondee+code",
    ),
    headers={
        "en": phrases(
            "national id, national identification, national identification number, national "
            "identity, national identity number, id number, id no, id card number, identity "
            "number, identity card, identification number, identification card, id card, id "
            "document, id document number, national number, personal number, personal id "
            "number, civil id, civil number, civil registration number, citizen id, "
            "citizenship number, citizenship id, ration card, ration card number, social "
            "security number, social security, social insurance number, ssn, sin number, "
            "nric, voter id, voter card, voter number, voters card, tazkira, tazkera, e "
            "tazkira, cnic, nicop, nid, nid number, nin, bvn, aadhaar, aadhar, fayda, "
            "kebele id, huduma number, ghana card, nrc, nrc number, family book, family "
            "card number, family registration number, family card, birth certificate "
            "number, birth certificate no, birth registration number, driver license, "
            "driver license number, driving licence number, driving license, drivers "
            "license, camp id, camp id number, health insurance number, tax id, tax number, "
            "tax payer number, taxpayer id, tin number, tin, tax identification number, pan "
            "number, alien number, proof of identity number, beneficiary card number, scope "
            "id, smart card number, smartcard number, moha number, unrwa number, unrwa "
            "registration number, family unified number"
        ),
        "fr": phrases(
            "carte d'identite, numero d'identite, numero identite, cni, numero cni, numero "
            "de carte, numero national, numero d'identification, numero d'identification "
            "nationale, nni, nif, numero de securite sociale, carte d'electeur, numero "
            "d'electeur, extrait de naissance, permis de conduire, numero de la piece, "
            "piece d'identite, numero fiscal, carte de ration, livret de famille"
        ),
        "es": phrases(
            "documento de identidad, numero de identidad, numero de identificacion, numero "
            "de documento, cedula, cedula de identidad, cedula de ciudadania, dni, curp, "
            "rut, nuip, nif, nie, nit, rif, carnet de identidad, tarjeta de identidad, "
            "identificacion, licencia de conducir, clave de elector, numero fiscal, partida "
            "de nacimiento, dpi, cui, codigo unico de identificacion"
        ),
        "pt": phrases(
            "bilhete de identidade, numero do bi, numero de bi, bi, cpf, nuit, nuic, rg, "
            "cartao de identidade, cartao de cidadao, numero de identificacao, documento de "
            "identificacao, numero do documento, cartao de eleitor, carta de conducao, "
            "cedula pessoal, numero fiscal, nif, protocolo de refugio, rnm, registo de "
            "refugio"
        ),
        "ar": phrases(
            "رقم الهويه, الرقم الوطني, رقم البطاقه, رقم البطاقة الشخصية, رقم القيد, رقم "
            "الهوية الشخصية, رقم البطاقة الوطنية, البطاقة الوطنية, الهوية الشخصية, بطاقة "
            "الهوية, بطاقة الاحوال, دفتر العائلة, رقم دفتر العائلة, رقم البطاقة التموينية, "
            "البطاقة التموينية, رقم الضمان الاجتماعي, رخصة القيادة, شهادة الميلاد, رقم "
            "التذكرة, رقم بطاقة الاسرة, رقم الاقامة"
        ),
        "uk": phrases(
            "рнокпп, іпн, ідентифікаційний код, ідентифікаційний номер, унзр, номер "
            "паспорта громадянина, довідка впо номер, номер довідки, id картка, код "
            "платника податків, свідоцтво про народження, посвідчення водія, номер "
            "посвідчення"
        ),
        "ru": phrases(
            "инн, снилс, идентификационный номер, идентификационный код, номер "
            "удостоверения, удостоверение личности, свидетельство о рождении, водительское "
            "удостоверение, номер документа, иин"
        ),
        "sw": phrases(
            "namba ya kitambulisho, nambari ya kitambulisho, kitambulisho cha taifa, nida, "
            "namba ya nida, kitambulisho cha mpiga kura, kadi ya mpiga kura, namba ya cheti "
            "cha kuzaliwa, leseni ya udereva"
        ),
        "tr": phrases(
            "tc kimlik no, tc kimlik, kimlik no, kimlik numarasi, tckn, yabanci kimlik no"
        ),
        "fa": phrases("شماره تذکره, تذکره, نمبر تذکره, کد ملی, شماره ملی, شماره شناسنامه"),
        "bn": phrases("জাতীয় পরিচয়পত্র, জাতীয় পরিচয়পত্র নম্বর, এনআইডি, জন্ম নিবন্ধন নম্বর"),
        "so": phrases("lambarka aqoonsiga, kaarka aqoonsiga, aqoonsiga qaranka"),
        "id": phrases("nik, no ktp, nomor ktp, nomor kk, no kk"),
        "de": phrases("ausweisnummer, personalausweis, sozialversicherungsnummer"),
        "it": phrases("codice fiscale, carta di identita"),
        "nl": phrases("bsn, burgerservicenummer"),
    },
    unless=phrases(
        "event, object id, row id, record id, item id, order id, invoice, ticket, "
        "transaction, activity id, indicator id, location id, vessel, imo number, "
        "project id, product id, question id, form id, column id, dataset id, message "
        "id, job id, student card of, batch, shipment, parcel, land title"
    ),
    doubtful=phrases(
        "count, total, type, has, have, project, organization, company, business, date, "
        "expiry, issue, vehicle, facility, site, item, product"
    ),
    shape=r"\d.*\d.*\d.*\d",
    candidate=CANDIDATE,
    plausible=partial(plausible, FORMATS),
    confirm=partial(confirm_formats, "NATIONAL_ID", FORMATS),
    certain=partial(whole_scores, FORMATS),
    least_share=0.6,
    chance=0.1,
    derived=partial(derived_from, FORMATS),
    bare_number=True,
    matches=(
        "V-12345678",
        "12/BAHANA(N)123456",
        "١٢/BAHANA(N)123456",
        "34201-0891231-8",
        "'34201-0891231-8",
        "GHA-123456789-0",
        "her card is 784-1990-1234567-6",
        "17291716060",
        "17291716060.0",
        "1.7291716060E+10",
        "۱۷۲۹۱۷۱۶۰۶۰",
        "29001011234567",
    ),
    misses=(
        "17291716061",
        "20210304",
        "+963944555123",
        "0944555123",
        "1600000000000.jpg",
        "UA4611500000",
        "GB-CHC-1096908-1234",
        "EQ-2023-000015-TUR",
        "1,234,567,890",
        "36.276512345",
        "2021-03-04",
        "uuid:4f3c2a10-1234-5678-9012-345678901234",
    ),
)
