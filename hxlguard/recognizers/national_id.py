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
            "tazkira, cnic, nicop, nid, nid number, nin, bvn, aadhaar, aadhar, fayda, kebele "
            "id, huduma number, ghana card, nrc, nrc number, family book, family card number, "
            "family registration number, family card, birth certificate number, birth "
            "certificate no, birth registration number, driver license, driver license "
            "number, driving licence number, driving license, drivers license, camp id, camp "
            "id number, health insurance number, tax id, tax number, tax payer number, "
            "taxpayer id, tin number, tin, tax identification number, pan number, alien "
            "number, proof of identity number, beneficiary card number, scope id, smart card "
            "number, smartcard number, moha number, unrwa number, unrwa registration number, "
            "family unified number, iqama"
        ),
        "fr": phrases(
            "carte d'identite, numero d'identite, numero identite, cni, numero cni, numero de "
            "carte, numero national, numero d'identification, numero d'identification "
            "nationale, nni, nif, numero de securite sociale, carte d'electeur, numero "
            "d'electeur, extrait de naissance, permis de conduire, numero de la piece, piece "
            "d'identite, numero fiscal, carte de ration, livret de famille, carte nationale "
            "d'identite, numero cin, numero nina, cnib, numero d'acte de naissance"
        ),
        "es": phrases(
            "documento de identidad, numero de identidad, numero de identificacion, numero de "
            "documento, cedula, cedula de identidad, cedula de ciudadania, dni, curp, rut, "
            "nuip, nif, nie, nit, rif, carnet de identidad, tarjeta de identidad, "
            "identificacion, licencia de conducir, clave de elector, numero fiscal, partida "
            "de nacimiento, dpi, cui, codigo unico de identificacion, doc identidad, permiso "
            "por proteccion temporal, rumv, acta de nacimiento"
        ),
        "pt": phrases(
            "bilhete de identidade, numero do bi, numero de bi, bi, cpf, nuit, nuic, rg, "
            "cartao de identidade, cartao de cidadao, numero de identificacao, documento de "
            "identificacao, numero do documento, cartao de eleitor, carta de conducao, cedula "
            "pessoal, numero fiscal, nif, protocolo de refugio, rnm, registo de refugio, "
            "certidao de nascimento, titulo de eleitor, cartao sus, crnm"
        ),
        "ar": phrases(
            "رقم الهويه, الرقم الوطني, رقم البطاقه, رقم البطاقة الشخصية, رقم القيد, رقم "
            "الهوية الشخصية, رقم البطاقة الوطنية, البطاقة الوطنية, الهوية الشخصية, بطاقة "
            "الهوية, بطاقة الاحوال, دفتر العائلة, رقم دفتر العائلة, رقم البطاقة التموينية, "
            "البطاقة التموينية, رقم الضمان الاجتماعي, رخصة القيادة, شهادة الميلاد, رقم "
            "التذكرة, رقم بطاقة الاسرة, رقم الاقامة, رقم الاثبات, رقم إثبات الشخصية, رقم "
            "جنسية, رقم شهادة الجنسية, البطاقة الموحدة, البطاقة العائلية, رقم اخراج القيد, "
            "اخراج قيد, بيان قيد, رقم السجل المدني, السجل المدني, رقم الكملك, الكملك, "
            "الكيملك, رقم كرت العائلة, رقم الكيملك"
        ),
        "uk": phrases(
            "рнокпп, іпн, ідентифікаційний код, ідентифікаційний номер, унзр, номер паспорта "
            "громадянина, довідка впо номер, номер довідки, id картка, код платника податків, "
            "свідоцтво про народження, посвідчення водія, номер посвідчення, ідентиф код, "
            "іден код, серія та номер паспорта, номер ід картки, реєстраційний номер "
            "облікової картки, посвідчення особи"
        ),
        "ru": phrases(
            "инн, снилс, идентификационный номер, идентификационный код, номер удостоверения, "
            "удостоверение личности, свидетельство о рождении, водительское удостоверение, "
            "номер документа, иин, серия и номер паспорта, паспортные данные, персональный "
            "номер, пинфл, свид о рождении, документ удостоверяющий личность, пин пенсионера"
        ),
        "sw": phrases(
            "namba ya kitambulisho, nambari ya kitambulisho, kitambulisho cha taifa, nida, "
            "namba ya nida, kitambulisho cha mpiga kura, kadi ya mpiga kura, namba ya cheti "
            "cha kuzaliwa, leseni ya udereva, nambari ya utambulisho, namba ya mzanzibari, "
            "kitambulisho cha mkazi, namba ya kura"
        ),
        "tr": phrases(
            "tc kimlik no, tc kimlik, kimlik no, kimlik numarasi, tckn, yabanci kimlik no, tc "
            "no, tc numarası, t c kimlik, nüfus cüzdanı no, geçici koruma no, kimlik seri no, "
            "ehliyet no, gkk no, yabancı tanıtma no, sgk no"
        ),
        "fa": phrases(
            "شماره تذکره, تذکره, نمبر تذکره, کد ملی, شماره ملی, شماره شناسنامه, کود ملی, "
            "شماره هویت, شماره کارت هویت, نمبر کارت آمایش, کارت آمایش, شماره آمایش, شناسنامه, "
            "کارت هویت, شماره فیدا, کد فیدا, فیدا, شماره برگه سرشماری, کد اختصاصی اتباع, کد "
            "یکتا"
        ),
        "bn": phrases(
            "জাতীয় পরিচয়পত্র, জাতীয় পরিচয়পত্র নম্বর, এনআইডি, জন্ম নিবন্ধন নম্বর, ভোটার "
            "আইডি, জন্ম নিবন্ধন, স্মার্ট কার্ড নম্বর, পরিচয়পত্র নম্বর"
        ),
        "so": phrases(
            "lambarka aqoonsiga, kaarka aqoonsiga, aqoonsiga qaranka, aqoonsi, nambarka "
            "aqoonsiga, lambarka aqoonsi, warqadda dhalashada, aqoonsiga"
        ),
        "id": phrases(
            "nik, no ktp, nomor ktp, nomor kk, no kk, nomor induk kependudukan, nomor kartu "
            "keluarga, no kartu keluarga, no identitas, nomor identitas, nomor bpjs, no bpjs, "
            "akta kelahiran"
        ),
        "de": phrases(
            "ausweisnummer, personalausweis, sozialversicherungsnummer, ausweis nr, "
            "personalausweisnummer, azr nummer, azr nr, steuer id, sv nummer"
        ),
        "it": phrases("codice fiscale, carta di identita"),
        "nl": phrases("bsn, burgerservicenummer"),
        "ur": phrases(
            "شناختی کارڈ, شناختی کارڈ نمبر, قومی شناختی کارڈ نمبر, سی این آئی سی, شناختی "
            "نمبر, پی او آر کارڈ نمبر"
        ),
        "ht": phrases("nimewo idantite, nimewo kat idantite, kat idantite, nimewo cin"),
        "ne": phrases(
            "नागरिकता नं, नागरिकता नम्बर, नागरिकता प्रमाणपत्र नं, राष्ट्रिय परिचयपत्र, "
            "परिचयपत्र नं, परिचयपत्र नम्बर"
        ),
    },
    beside_people={
        "fr": phrases(
            "cin, n piece, n doc, num piece, n id, n carte, numero carte, numero doc, numero piece"
        ),
        "en": phrases(
            "doc no, document number, id proof, ic no, id presented, alien registration no, alien "
            "reg no"
        ),
        "es": phrases("num doc, doc, c i, t i, ced, ci, numero ci, identidad, identificador"),
        "pt": phrases("documento, identificador, identidade"),
        "ar": phrases(
            "رقم الوثيقة, رقم المستمسك, رقم السجل, رقم شخصي, الهوية, وثيقة, الاثبات, إثبات "
            "الشخصية, المستمسكات, البطاقة, خانة, رقم الخانة, القيد, محل ورقم القيد, القيد "
            "المدني, الاقامة رقم, مكان الاصدار, جهة الإصدار, تاريخ اصدار الهوية"
        ),
        "tr": phrases(
            "tc, t c, kimlik, ykn, belge no, kimlik belgesi, 99lu kimlik, 98li kimlik, gk no, "
            "nüfus cüzdanı, y k n"
        ),
        "uk": phrases(
            "інн, ідн код, ід код, документ, серія номер, серія, ким виданий, № довідки, "
            "посвідчення, свідоцтво, документ що посвідчує особу, ід картка, довідка, "
            "пенсійне посвідчення"
        ),
        "ru": phrases(
            "пин, серия номер, серия, кем выдан, свидетельство, удостоверение, номер "
            "свидетельства, ид номер, уд личности, св во о рождении, пенсионное удостоверение"
        ),
        "sw": phrases(
            "kitambulisho, utambulisho, namba ya kadi, aina ya kitambulisho namba, cheti cha "
            "kuzaliwa, kadi ya kura"
        ),
        "so": phrases("kaarka, kaadhka, lambarka kaarka, sugnaanta, warqadda sugnaanta, id lambar"),
        "bn": phrases("পরিচয়পত্র, আইডি, আইডি নং, আইডি কার্ড, জাতীয় পরিচয় পত্র"),
        "fa": phrases(
            "شماره کارت, هویت, ش ش, ش ملی, صکوک, شماره صکوک, نمبر هویت, آمایش, ت نمبر, شماره "
            "ثبت, سند هویتی, نمبر کارت, شماره سند, سند هویت"
        ),
        "ur": phrases("کارڈ نمبر, شناخت"),
        "ht": phrases("idantite, batistè"),
        "de": phrases("ausweis, pa nr, perso, azr, personenkennziffer"),
        "id": phrases(
            "ktp, nokk, bpjs, kartu keluarga, identitas, nisn, nomor kk, kk, no kartu "
            "keluarga, nomor kartu keluarga, n kk"
        ),
    },
    whole_headers={
        "my": phrases(
            "မှတ်ပုံတင်, မှတ်ပုံတင်အမှတ်, နိုင်ငံသားစိစစ်ရေးကတ်ပြားအမှတ်, မှတ်ပုံတင်နံပါတ်, နိုင်ငံသားစိစစ်ရေးကတ်, သန်းခေါင်စာရင်းအမှတ်"
        ),
        "zh": phrases(
            "身份证, 身份证号, 身份证号码, 证件号码, 证件号, 身份證號, 身份證號碼, 户口本号"
        ),
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
