"""Phone numbers and mobile money accounts, which are phone numbers (ITU-T E.164)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.phone_plans import certain_numbers, named_countries, plausible_numbers
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    import polars as pl
    from presidio_analyzer import EntityRecognizer
    from presidio_analyzer.nlp_engine import NlpArtifacts

_INTERNATIONAL = re.compile(r"\(?\s*(?:\+|00)")
_NATIONAL = re.compile(r"^\s*\(?0|\d[\s().\-/]+\d")
_DECIMAL_DATE_OR_GLIDE = (
    r"^\s*-?(?:0|[1-9]\d{0,5})[.,]\d+\s*$|^\s*-?[1-9]\d{6,}[.,]\d{1,2}\s*$"
    r"|^\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::[0-9.]+)?Z?)?\s*$"
    r"|^\s*\d{1,2}[/.]\d{1,2}[/.]\d{4}\s*$"
    r"|^\s*[A-Z]{2}-\d{4}-\d{6}-[A-Z]{3}\s*$"
    r"|^\W{0,3}(?:19|20)\d\d\s*[-/]\s*(?:19|20)\d\d\s*$"
)
_CANDIDATE = r"\d(?:(?:[^\p{L}\d]|[xXー]){0,5}\d){4,}"
_NOT_A_PHONE = re.compile(_DECIMAL_DATE_OR_GLIDE)
_PART_OF_A_CODE = re.compile(r"(?:^|[^0-9A-Za-z])[A-Z]{2,}-[0-9A-Z]{2,}-$")
_COMMA_AFTER_COUNTRY_CODE = re.compile(r"((?:\+|00)\d{1,3}),(?=\d)")


_WITH_COUNTRY_CODE, _NATIONAL_FORM = 0.9, 0.5


def _score(before: str, number: str, regions: Regions) -> float:
    """How sure a valid number is one, from the way it is written and what stands before it."""
    if before.rstrip(" (").endswith("+") or _INTERNATIONAL.match(number):
        return _WITH_COUNTRY_CODE
    if _NATIONAL.search(number):
        return _NATIONAL_FORM
    return 0.4 if _has_country_code(number, regions) else 0.25


def _has_country_code(number: str, regions: Regions) -> bool:
    """True when the digits are a whole international number of one of the table's countries."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(f"+{number}")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.region_code_for_number(parsed) in regions


def _confirm(regions: Regions) -> EntityRecognizer:
    import regex
    from phonenumbers import Leniency, PhoneNumberMatcher
    from presidio_analyzer import RecognizerResult
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    # Without it, numbers of islands with four digits would be taken for phones, and so would years.
    long_enough = regex.compile(_CANDIDATE)

    class RegionalPhoneRecognizer(PhoneRecognizer):
        """Presidio's, in the table's own countries, scored by how the number is written."""

        def analyze(
            self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
        ) -> list[RecognizerResult]:
            if _NOT_A_PHONE.match(text):
                return []
            text = _COMMA_AFTER_COUNTRY_CODE.sub(r"\1 ", text)
            # Presidio parses every number once more, for an explanation that nobody reads here.
            matches = [
                RecognizerResult("PHONE_NUMBER", match.start, match.end, self.SCORE)
                for region in self.supported_regions
                for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID)
            ]
            results: list[RecognizerResult] = self.remove_duplicates(matches)
            for found in results:
                found.score = _score(text[: found.start], text[found.start : found.end], regions)
            kept = ((found, text[max(0, found.start - 1) : found.end]) for found in results)
            return [
                found
                for found, number in kept
                if long_enough.search(number)
                and not _NOT_A_PHONE.match(number)
                and not _PART_OF_A_CODE.search(text[: found.start])
            ]

    # An unknown region leaves only numbers with a country code, which need no region.
    return RegionalPhoneRecognizer(supported_regions=regions or ("ZZ",))


def _sure(texts: pl.Series, regions: Regions) -> dict[str, float]:
    certain = certain_numbers(regions, named_countries(texts))
    return {certain.abroad: _WITH_COUNTRY_CODE, certain.at_home: _NATIONAL_FORM, certain.none: 0.0}


RECOGNIZER = Recognizer(
    entity="PHONE_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=phrases("#*+phone, #phone, #*+tel, #*+mobile, #*+whatsapp"),
    headers={
        "en": phrases(
            "phone, telephone, tel, mobile, mobile number, mobile no, cell phone, cellphone, "
            "cell number, cell no, whatsapp, msisdn, contact number, contact no, contact num, "
            "contact phone, contact mobile, contact tel, guardian contact, parent contact, "
            "caregiver contact, emergency contact number, phone number, phonenumber, phoneno, "
            "landline, hotline, fax, mobile money number, mobile wallet, mpesa number, m "
            "pesa, ecocash, momo number, sms number, caller number, caller id, "
            "devicephonenum, handphone, gsm, gsm number, dial number, momo no, mpesa no, airtel "
            "number, airtel money, mtn number, safaricom number"
        ),
        "fr": phrases(
            "telephone, tel, portable, mobile, gsm, numero de contact, numero de telephone, "
            "numero telephone, numero mobile, num tel, fax, numero whatsapp, numero "
            "joignable, numero orange money"
        ),
        "es": phrases(
            "telefono, tel, celular, movil, fono, numero de contacto, numero de telefono, "
            "numero celular, whatsapp, fax, telf, telef"
        ),
        "pt": phrases(
            "telefone, telemovel, celular, tel, numero de contacto, numero de contato, numero "
            "de telefone, contacto telefonico, fax, whatsapp, telem, numero mpesa"
        ),
        "ar": phrases(
            "رقم الهاتف, الهاتف, هاتف, رقم الجوال, الجوال, جوال, رقم الموبايل, الموبايل, "
            "موبايل, رقم التلفون, تلفون, تليفون, المحمول, رقم المحمول, واتساب, واتس اب, رقم "
            "التواصل, رقم الاتصال, فاكس, النقال, رقم النقال, الخلوي, الخليوي, رقم الخلوي, رقم "
            "الخليوي, رقم الواتس, رقم وتساب, وتساب, الخط الأرضي"
        ),
        "uk": phrases(
            "телефон, номер телефону, тел, мобільний, моб, контактний номер, контактний "
            "телефон, вайбер, ватсап, факс, номер мобільного, номер для зв'язку"
        ),
        "ru": phrases(
            "телефон, номер телефона, тел, мобильный, моб, контактный номер, контактный "
            "телефон, вайбер, ватсап, факс, номер мобильного, сотовый, номер для связи"
        ),
        "sw": phrases(
            "simu, namba ya simu, nambari ya simu, simu ya mkononi, namba ya mawasiliano, "
            "namba ya whatsapp, namba ya mkononi, namba ya mpesa"
        ),
        "tr": phrases(
            "telefon, telefon no, telefon numarasi, cep telefonu, cep no, gsm no, iletişim "
            "numarası, irtibat numarası, iletişim no, ev telefonu"
        ),
        "fa": phrases(
            "شماره تلفن, تلفن, شماره تماس, موبایل, شماره موبایل, شماره مبایل, نمبر مبایل, "
            "نمبر تماس, مبایل, نمبر تیلفون, شماره همراه, واتساپ, نمبر واتساپ"
        ),
        "bn": phrases(
            "ফোন, ফোন নম্বর, মোবাইল, মোবাইল নম্বর, যোগাযোগের নম্বর, যোগাযোগ নম্বর, বিকাশ নম্বর, হোয়াটসঅ্যাপ"
        ),
        "so": phrases(
            "taleefan, telefoon, lambarka taleefanka, lambarka telefoonka, taleefanka, mobile "
            "ka, lambarka mobilka, nambarka telka, lambarka teleefanka, taleefoonka, "
            "taleefoon, telefoonka, lambarka tilifoonka"
        ),
        "id": phrases(
            "nomor telepon, no telepon, no hp, nomor hp, telepon, no telp, nomor kontak, "
            "nomor ponsel"
        ),
        "de": phrases(
            "telefon, telefonnummer, handy, handynummer, mobilnummer, mobiltelefon, "
            "rufnummer, festnetz"
        ),
        "it": phrases("telefono, cellulare, numero di telefono"),
        "nl": phrases("telefoon, telefoonnummer, mobiel nummer"),
        "fil": phrases("numero ng telepono"),
        "ha": phrases("lambar waya"),
        "am": phrases("ስልክ ቁጥር"),
        "ur": phrases("فون نمبر, رابطہ نمبر, واٹس ایپ نمبر"),
        "ht": phrases("nimewo pòtab"),
        "ne": phrases("फोन, फोन नं, फोन नम्बर, मोबाइल, मोबाइल नं, मोबाइल नम्बर, सम्पर्क नं, सम्पर्क नम्बर"),
    },
    whole_headers={
        "en": phrases("cell, contact, contacts, ph, ph no, phn, tel num, telno, mob, ctc"),
        "fr": phrases("contact, contacts"),
        "es": phrases("contacto, cel"),
        "pt": phrases("contacto, contato, cel"),
        "ar": phrases("تواصل, التواصل"),
        "my": phrases("ဖုန်းနံပါတ်, ဖုန်း, ဆက်သွယ်ရန်ဖုန်း, ဆက်သွယ်ရန်ဖုန်းနံပါတ်, ဖုန်းနံပတ်"),
        "zh": phrases(
            "电话, 电话号码, 手机, 手机号, 手机号码, 联系电话, "
            "联系方式, 電話, 手機, 聯絡電話, 微信号"
        ),
    },
    beside_people={
        "en": phrases("cont no, alt no, hp no, cp no, momo, alternate number, sim no"),
        "fr": phrases("n contact, puce, orange money, contact d'urgence"),
        "es": phrases("n contacto, wsp, wasap, whatsap, celu, num cel"),
        "pt": phrases("zap, emola, contacto alternativo"),
        "ar": phrases(
            "رقم بديل, رقم اخر, رقم ولي الأمر, الواتس, الارضي, رقم ج, رقم الموب, اتصال, رقم "
            "السيريتل, وسيلة التواصل"
        ),
        "tr": phrases("cep, iletişim, irtibat, iletişim bilgisi, telefonu, iletişim bilgileri"),
        "uk": phrases(
            "контактні дані, контакт, контакти, т, додатковий номер, стаціонарний, телеф"
        ),
        "ru": phrases("контактные данные, контакты, сот, доп номер, сотка"),
        "sw": phrases("mawasiliano, namba mbadala, nambari ya mawasiliano, rununu"),
        "so": phrases(
            "nambarka, xiriirka, lambarka xiriirka, telka, tilifoon, mobil, evc lambarka, "
            "lambarka evc"
        ),
        "bn": phrases("যোগাযোগ, বিকাশ, নগদ নম্বর, মোঃ নং"),
        "fa": phrases("تماس, همراه, شماره ثابت, ش تماس, تماس اضطراری, اضطراری شماره"),
        "ur": phrases("رابطہ, فون"),
        "ht": phrases("kontak, pòtab"),
        "de": phrases("kontakt, erreichbarkeit"),
        "id": phrases("hp, telp, tlp, no tlp, no kontak, ponsel"),
        "my": phrases("ဆက်သွယ်ရန်, အရေးပေါ် ဆက်သွယ်ရန်, အရေးပေါ်ဆက်သွယ်ရန်"),
    },
    of_people={
        "en": phrases("contact, cell, mobile"),
        "fr": phrases("contact"),
        "es": phrases("contacto, celular, telefono"),
        "pt": phrases("contacto, contato"),
        "sw": phrases("mawasiliano"),
    },
    doubtful=phrases(
        "count, total, has, have, access, own, clinic, clinics, unit, units, team, "
        "teams, type, money provider, network, penetration, battery, model, credit, "
        "charging, coverage, application, app, device"
    ),
    shape=r"\d(?:[^\p{L}\d]{0,4}\d){5,}",
    candidate=_CANDIDATE,
    exclude=_DECIMAL_DATE_OR_GLIDE,
    plausible=plausible_numbers,
    confirm=_confirm,
    sure=_sure,
    bare_number=True,
    matches=(
        "+963 944 555 123",
        "call 00 962 7 9012 3456 after noon",
        "+963.944555123",
        "+963,944555123",
        "+963944555123.0",
        "0944.555123",
        "944555123.0",
        "963944555123,00",
        "9.63944555123E+11",
        "+963 944\n555 123",
        "2021-03-04 0944555123",
    ),
    misses=(
        "12.345678",
        "33.51380",
        "-122.419416",
        "944555.12",
        "9445551.23",
        "944555123.25",
        "2021-03-04",
        "2021-03-04 00:00:00",
        "04/03/2021",
        "1,234",
        "IQG01Q01",
        "EQ-2023-000015-TUR",
        "2022-2025",
        "Resilience of herders (2022-2025)",
        "XX-RLF-84815-000",
    ),
)
