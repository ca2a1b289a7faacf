"""Numbers of cases, files and registrations of people, in remarks, by the words before them.

Organisations number as they like, so in a remark nothing but such words shows one; the form that
UNHCR uses is in a file of its own. In a list of people a column headed `case id` or `registration
number` holds them where its cells look given out by somebody: letters and a year before a number
(`NIE-BOS-25-0001`) or several codes (`NIE/C4/BO/101`), or eight digits and more, in groups or not.
A running number of a list (`17`, `HH-0017`, `2041`) names nobody outside of it; see `record_id.py`.
The numbers that hospitals and programmes give to patients count among them.
"""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="CASE_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    beside_people={
        "en": phrases(
            "case id, case no, case number, case code, registration no, registration "
            "number, registration id, reg no, file no, file number, protocol, protocol "
            "number, epid number, epid, patient id, patient no, beneficiary id, client id, "
            "reference number, reference no, ref no, case ref, mrn, opd no, otp no, ticket "
            "no, complaint no, incident id, lab no, roll no, ben id, beneficiary no, "
            "beneficiary number, beneficiary code, token no, ration card, ration card no, "
            "wallet no, wallet number, wallet id, scope card no, scope id, card no, "
            "hospital number, hospital no, art number, art no, medical record number, "
            "medical record no, patient number, patient code, chart number, clinic number, "
            "opd number, ipd no, tb number, insurance number, insurance no, group number, "
            "household group number, hh group no, scope number, tb no, referral id, "
            "referral no, referral number"
        ),
        "fr": phrases(
            "numero de dossier, numero d'enregistrement, numero de cas, code cas, n "
            "dossier, n cas, n enreg, n fiche, num dossier, n patient, n plainte, n menage, "
            "n carte, numero de carte, carte scope, n carte scope, n d'enregistrement, "
            "numero de patient, code patient, dossier medical, numero de beneficiaire, code "
            "beneficiaire, numero rfl, numero de demande, numero jeton, numero de jeton, "
            "jeton"
        ),
        "es": phrases(
            "numero de expediente, numero de caso, numero de registro, expediente, n exp, n "
            "caso, cod caso, folio, radicado, n historia clinica, n ficha, codigo de caso, "
            "numero de tarjeta, n tarjeta, codigo de beneficiario, "
            "numero de paciente, historia clinica, numero de seguro, numero de beneficiario"
        ),
        "pt": phrases(
            "protocolo, protocolo de refugio, numero do processo, numero de registo, n "
            "processo, n inscricao, prontuario, numero do cartao, n cartao, n senha, numero "
            "do beneficiario, codigo do beneficiario, protocolo de atendimento, protocolo "
            "atendimento"
        ),
        "ar": phrases(
            "رقم الملف, رقم الحالة, رقم التسجيل, رقم القضية, رمز الحالة, كود الحالة, رقم "
            "الشكوى, رقم المستفيد, كود المستفيد, رقم المريض, رقم الاضبارة, رقم الاستمارة, "
            "رقم الإحالة, رقم البلاغ, رقم الاسرة, رقم العائلة, رقم السجل, كود الطفل, الرقم "
            "الطبي, رقم القسيمة, رقم الكرت, رقم كرت الغذاء, كرت الغذاء, رقم البطاقة, رقم "
            "كرت الاستفادة, كرت الاستفادة, رقم بطاقة الاستفادة, رقم بطاقة المستفيد"
        ),
        "uk": phrases(
            "номер справи, реєстраційний номер, номер випадку, № справи, код випадку, номер "
            "заяви, номер звернення, код бенефіціара, номер картки пацієнта, номер анкети, "
            "код отримувача, реєстр номер, код кейсу, номер кейсу, кейс, довідка впо, номер "
            "довідки впо, довідка впо номер, номер бенефіціара, номер отримувача"
        ),
        "ru": phrases(
            "номер дела, регистрационный номер, номер случая, № дела, код случая, номер "
            "заявления, номер обращения, код бенефициара, номер карты пациента, номер анкеты, "
            "код получателя, рег номер, номер кейса, номер истории болезни, справка впл, "
            "номер справки впл, номер бенефициара, номер получателя"
        ),
        "sw": phrases(
            "namba ya kesi, nambari ya kesi, namba ya usajili, nambari ya usajili, namba ya "
            "faili, faili, namba ya mgonjwa, namba ya mnufaika, namba ya kaya, namba ya "
            "jalada, namba ya mwanafunzi, kesi, namba ya kadi, namba ya tb"
        ),
        "tr": phrases(
            "dosya numarası, vaka no, vaka numarası, başvuru no, başvuru numarası, kayıt "
            "no, kayıt numarası, protokol no, hasta no, şikayet no, hane no, danışan no, "
            "yararlanıcı no, öğrenci no, okul no, sicil no, dosya no, dosya kodu"
        ),
        "so": phrases(
            "lambarka kiiska, lambarka diiwaangelinta, lambarka faylka, lambarka bukaanka, "
            "lambarka qoyska, nambarka diiwaanka, lambarka qofka, nambarka kiiska, kaarka "
            "raashinka, lambarka kaarka, lamb diiwaan, lambarka diiwaan"
        ),
        "bn": phrases(
            "কেস নম্বর, রেজিস্ট্রেশন নম্বর, নিবন্ধন নম্বর, কেস আইডি, ফাইল নম্বর, রোগী নং, "
            "রেজি নং, খানা নং, খানা নম্বর, উপকারভোগী আইডি, কার্ড নং, টিকা কার্ড নং, কার্ড "
            "নম্বর"
        ),
        "fa": phrases(
            "شماره پرونده, نمبر دوسیه, شماره کیس, نمبر کیس, کیس نمبر, نمبر راجستر, شماره "
            "ثبت نام, کد مددجو, نمبر شکایت, شماره قضیه, نمبر مریض, کود خانواده, پرونده, "
            "دوسیه, کد مستفید شونده, کد مستفید"
        ),
        "ur": phrases("فائل نمبر, رجسٹریشن نمبر"),
        "ht": phrases("nimewo dosye, nimewo ka, nimewo enskripsyon, kòd benefisyè"),
        "de": phrases(
            "fallnummer, aktenzeichen, fall nr, aktennummer, vorgangsnummer, patientennummer"
        ),
        "id": phrases(
            "no registrasi, nomor registrasi, no kasus, nomor kasus, no rm, nomor rekam "
            "medis, no rekam medis, no peserta"
        ),
        "my": phrases("မှတ်ပုံတင်စဉ်, ဖိုင်အမှတ်"),
        "zh": phrases("档案号, 案件编号, 登记号, 个案编号, 病历号"),
        "ne": phrases("दर्ता नं, दर्ता नम्बर, केस नं, बिरामी नं, कार्ड नं"),
    },
    shape=(
        r"^\s*(?:\p{L}{2,}[-/ .])+(?:19|20)?\d\d[-/ .]\d{3,}\s*$"
        r"|^\s*\p{L}{2,}(?:[-/.][\p{L}\d]{1,8}){1,4}[-/.]\d{3,}\s*$"
        r"|^\s*\d[\d./-]{4,}[./-]\d{2,}\s*$|^\s*\d{8,14}\s*$"
        r"|^\s*\d{2,4}[./-]\d{4,}\s*$|^\s*\p{L}{1,5}\d{6,}\s*$"
    ),
    matches=(
        "file GBV-23-00412 closed after the visit",
        "case no. 2290145 is a duplicate",
        "dossier KIN-24-118822 clôturé",
        "expediente 4471/2023001 cerrado",
        "أغلق الملف 2023/00817 بعد الزيارة",
        "справу 118-24-00381 закрито",
    ),
    misses=(
        "Project SSD-22/H/UN/20611 extended",
        "12,400 cases in 2023",
        "case management for 120 000 people",
        "file sent on 2023-04-12",
        "caseload 2024",
    ),
)
