"""Dates of birth, by tag, by header, or by a cue in front of the date inside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_CUES = (
    r"\bd\.?o\.?b\b\.?|\bborn(?:\s+on)?\b|\bdate of birth\b|\bn[ée]e?\s+le\b|\bdate de naissance\b"
    r"|\bfecha de nacimiento\b|\bnacid[oa]\s+el\b|تاريخ الميلاد|تاريخ الولادة|مواليد"
)
_DATE = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[^\W\d_]{3,10})[-/. ]\d{2,4})"


def _confirm(regions: Regions) -> EntityRecognizer:
    return scored_pattern("DATE_OF_BIRTH", rf"(?:{_CUES})\s*[:=\-]?\s*{_DATE}", lambda matched: 0.9)


RECOGNIZER = Recognizer(
    entity="DATE_OF_BIRTH",
    category=Category.QUASI_IDENTIFIER,
    level=Level.SEVERE,
    tags=("#date+dob", "#date+birth", "#*+dob", "#*+birth", "#*+birthdate"),
    headers={
        "en": phrases(
            "date of birth, birth date, dob, birthday, born, born on, year of birth, birth "
            "year, month of birth, birth month, day of birth, yob, when were you born, birth "
            "day, age or birth date"
        ),
        "fr": phrases(
            "date de naissance, date naissance, ddn, annee de naissance, mois de naissance, "
            "ne le, dt naissance"
        ),
        "es": phrases(
            "fecha de nacimiento, fecha nacimiento, ano de nacimiento, fecha nac, nacido el, "
            "f nacimiento, nacimiento fecha, date nacimiento, mes de nacimiento"
        ),
        "pt": phrases(
            "data de nascimento, data nascimento, ano de nascimento, data nasc, nascido em, "
            "date nascimento, nascimento date"
        ),
        "ar": phrases(
            "تاريخ الميلاد, تاريخ الولاده, سنة الميلاد, سنة الولادة, مواليد, تاريخ ميلادك, "
            "سنة التولد, ت الميلاد, مكان وتاريخ الولادة, مكان وتاريخ الميلاد, محل وتاريخ "
            "الولادة, يوم الميلاد, عام الميلاد"
        ),
        "uk": phrases(
            "дата народження, рік народження, дата нар, день народження, дата та місце народження"
        ),
        "ru": phrases(
            "дата рождения, год рождения, дата рожд, день рождения, дата и место рождения"
        ),
        "sw": phrases("tarehe ya kuzaliwa, mwaka wa kuzaliwa, siku ya kuzaliwa"),
        "tr": phrases("dogum tarihi, dogum yili, doğum t, doğum günü"),
        "fa": phrases("تاریخ تولد, سال تولد, سال و محل تولد, تاریخ و محل تولد, ماه تولد"),
        "bn": phrases("জন্ম তারিখ, জন্মতারিখ, জন্মের তারিখ"),
        "so": phrases(
            "taariikhda dhalashada, taariikhda dhalashadiisa, sanadka dhalashada, t dhalashada"
        ),
        "id": phrases("tanggal lahir, tgl lahir, tahun lahir"),
        "de": phrases("geburtsdatum, geburtstag, geburtsjahr, geb datum, geboren am"),
        "it": phrases("data di nascita, anno di nascita, nato il"),
        "nl": phrases("geboortedatum, geboortejaar"),
        "fil": phrases("petsa ng kapanganakan"),
        "ha": phrases("ranar haihuwa"),
        "am": phrases("የትውልድ ቀን"),
        "ur": phrases("تاریخ پیدائش, سال پیدائش"),
        "ht": phrases("dat nesans, dat li fèt, ane nesans"),
        "ne": phrases("जन्म मिति, जन्ममिति, जन्म मिति वि सं"),
    },
    beside_people={
        "en": phrases("birth, b date"),
        "fr": phrases("naissance, date naiss, annee naiss"),
        "es": phrases("f n, nacimiento"),
        "pt": phrases("nascimento"),
        "ar": phrases("الميلاد, التولد, ت الولادة, شهر الميلاد"),
        "tr": phrases("doğum, doğ tar, doğum tar"),
        "uk": phrases("д н, др, д р, дн, народження, рік нар, р нар, народився, народилась"),
        "ru": phrases("г р, рождение, год рожд, рожд, дата р, родился, г рожд"),
        "sw": phrases("kuzaliwa, tar kuzaliwa, t kuzaliwa"),
        "so": phrases("dhalashada, sanadka dhalasho, taariikh dhalasho, sannadka dhalashada"),
        "bn": phrases("জন্ম সাল, জন্ম, জন্ম তাং"),
        "fa": phrases("ت ت, ت تولد, متولد"),
        "ur": phrases("پیدائش"),
        "ht": phrases("nesans"),
        "de": phrases("geb, geb am, geburt, geboren, jahrgang"),
        "id": phrases("ttl, tgl lhr, lahir"),
    },
    whole_headers={
        "my": phrases("မွေးသက္ကရာဇ်, မွေးနေ့, မွေးနေ့သက္ကရာဇ်, မွေးရက်"),
        "zh": phrases("出生日期, 出生年月, 出生年月日, 生日, 出生年份"),
    },
    unless=phrases(
        "rate, weight, hatch, live birth, birth order, interval, attendant, place, "
        "country, lieu, lugar, local, control, spacing, antenatal"
    ),
    doubtful=phrases("registration, certificate"),
    shape=r"\d{4}|\d{1,2}[-/. ]",
    candidate=(
        r"(?i)(?:d\.?o\.?b\.?|born(?:\s+on)?|birth|n[ée]e?\s+le|naissance|nacimiento|nacid[oa]\s+el"
        r"|الميلاد|الولادة|مواليد)\s*[:=\-]?\s*\d"
    ),
    confirm=_confirm,
    matches=("DOB: 1984-02-03", "fecha de nacimiento: 03/02/1984", "he was born on 3 March 1984"),
    misses=("1984-02-03", "born in a camp in 2014", "births: 120"),
)
