"""Ages of single people, by header or tag. Age bands of a table of counts are not one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_IN_WORDS = (
    r"(?:^|[.;:(]|(?:^|[^\p{L}])(?:is|was|aged?|an?))\s*[0-9]{1,3}\s*"
    r"(?:(?:years?|yrs?|months?|mths?)[ -]old|y/o|yo|ans d['’]âge|años de edad|anos de idade"
    r"|jaar oud|jahre alt|岁|歳)(?:$|[^\p{L}])"
)
"""An age as it is said of somebody, and no band of ages; years alone may be any time."""


def _confirm(regions: Regions) -> EntityRecognizer:
    return scored_pattern("AGE", _IN_WORDS, lambda text: 0.7, within=0.3)


RECOGNIZER = Recognizer(
    entity="AGE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=("#respondee+age", "#individual+age", "#age"),
    ambiguous_tags=("#beneficiary+age",),
    headers={
        "en": phrases(
            "age in years, age in months, age yrs, age yr, age years, age months, years old, "
            "year old, how old, date of birth or age, current age, exact age, estimated age, "
            "approximate age, age at registration, age at marriage, age completed, age at "
            "admission, age at diagnosis, age at death, age at interview, age at arrival, age "
            "at onset, age at entry, age at delivery, age at first birth, age at last "
            "birthday"
        ),
        "fr": phrases(
            "age en annees, age en mois, age revolu, age exact, age actuel, age annees, age "
            "cm, age du cm, age cdm, age du chef, age approximatif"
        ),
        "es": phrases(
            "edad en anos, edad en meses, cuantos anos tiene, edad cumplida, anos cumplidos, "
            "edad actual, edad anos, edad aproximada"
        ),
        "pt": phrases(
            "idade em anos, idade em meses, quantos anos tem, idade atual, anos completos, "
            "idade estimada"
        ),
        "ar": phrases("العمر بالسنوات, العمر بالاشهر, العمر بالسنة, كم عمرك, عمرك, كم عمر"),
        "uk": phrases("вік у роках, скільки вам років, повних років, ваш вік"),
        "ru": phrases("возраст в годах, сколько вам лет, полных лет, ваш возраст"),
        "sw": phrases("umri kwa miaka, una miaka mingapi, umri wako"),
        "tr": phrases("yasiniz, yasi, ay olarak yaş"),
        "fa": phrases("سن به سال, سن سرپرست, سن به ماه, چند سال دارید"),
        "bn": phrases("বয়স কত"),
        "so": phrases("da'daada, immisa jir, da'da qofka"),
        "id": phrases("umur tahun, usia tahun"),
        "de": phrases("alter in jahren, lebensalter"),
        "nl": phrases("leeftijd in jaren"),
    },
    whole_headers={
        "en": phrases("age, ages, yrs, yo, age y, agey, age yrs"),
        "fr": phrases("age"),
        "es": phrases("edad"),
        "pt": phrases("idade"),
        "ar": phrases("العمر, السن, عمر"),
        "uk": phrases("вік"),
        "ru": phrases("возраст"),
        "sw": phrases("umri"),
        "tr": phrases("yas"),
        "fa": phrases("سن"),
        "bn": phrases("বয়স"),
        "so": phrases("da'da"),
        "id": phrases("umur, usia"),
        "de": phrases("alter"),
        "it": phrases("eta"),
        "nl": phrases("leeftijd"),
        "fil": phrases("edad"),
        "ha": phrases("shekaru"),
        "am": phrases("ዕድሜ, እድሜ"),
        "ht": phrases("laj"),
        "my": phrases("အသက်"),
        "zh": phrases("年龄, 年齡, 岁数, 周岁"),
        "ne": phrases("उमेर"),
    },
    beside_people={
        "en": phrases(
            "age mths, age group, age mth, age mo, age band, age cat, age category, age "
            "bracket, age range, age class, age mos"
        ),
        "fr": phrases("tranche d'age, ans, groupe d'age, classe d'age, age groupe"),
        "es": phrases("anos, grupo etario, rango de edad, grupo de edad, grupo edad, edades"),
        "pt": phrases("faixa etaria, grupo etario, grupo de idade"),
        "ar": phrases(
            "العمر بالسنين, العمر سنة, العمر شهر, العمر التقريبي, العمر الحالي, العمر عند "
            "الزواج, العمر سنوات, الفئة العمرية, فئة العمر"
        ),
        "tr": phrases("yaş ay, yaş yıl, kaç yaşında, yaş grubu, yaş aralığı"),
        "uk": phrases(
            "вік років, вік міс, вік місяців, вік р, років, скільки років, вік на момент, "
            "вікова група, вікова категорія"
        ),
        "ru": phrases(
            "возраст лет, возраст мес, возраст месяцев, лет, сколько лет, возр, возрастная "
            "группа, возрастная категория"
        ),
        "sw": phrases("miaka, umri miezi, miezi, kundi la umri, rika"),
        "so": phrases(
            "da'da sano, da'da bilo, sano, jirka, da'da ilmaha, da'aad, kooxda da'da, da' "
            "bilood, da' sano"
        ),
        "bn": phrases("বয়স বছর, বয়স মাস, শিশুর বয়স, বছর"),
        "fa": phrases("سن سال, سن ماه, سن فعلی, عمر به سال, گروه سنی"),
        "ur": phrases("عمر سال, عمر سالوں میں, بچے کی عمر"),
        "ht": phrases("ane laj, konbyen lane, laj timoun, gwoup laj"),
        "de": phrases("alter jahre, alter in monaten, altersgruppe"),
        "id": phrases(
            "umur bulan, usia bulan, thn, umur th, umur anak, umr, kelompok umur, kelompok usia"
        ),
        "my": phrases("အသက် (နှစ်), အသက်အရွယ်"),
        "zh": phrases("岁, 月龄"),
        "ne": phrases("उमेर वर्ष, उमेर महिना, उमेर समूह"),
    },
    of_people={
        "en": phrases("age"),
        "fr": phrases("age"),
        "es": phrases("edad"),
        "pt": phrases("idade"),
        "ar": phrases("عمر, سن"),
        "uk": phrases("вік"),
        "ru": phrases("возраст"),
        "sw": phrases("umri"),
        "tr": phrases("yas"),
    },
    unless=phrases(
        "borehole, pump, well, equipment, building, vehicle, infrastructure, system, asset, "
        "house, tree, plant, crop, animal, herd, facility, dataset, data, group, groups, range, "
        "band, bracket, category, class, cohort, distribution, structure, disaggregation, "
        "target, minimum, maximum, average, mean, median, under, over, above, below, less than, "
        "between, stage, groupe, tranche, moins, moyen, grupo, rango, menor, menores, mayor, "
        "faixa, media, فئة, група, группа, возрастная, вікова, kundi"
    ),
    candidate=f"(?i){_IN_WORDS}",
    confirm=_confirm,
    least_share=0.5,
    matches=("34 years old", "8 months old", "61 y/o", "27yo"),
    misses=(
        "5 years",
        "66",
        "300 m old road",
        "10 months",
        "12 young boys",
        "9-59 months old",
        "under 5 years old",
        "6 to 12 years old",
    ),
    shape=r"^\s*\d{1,3}(?:\.\d+)?\s*(?:\+|\p{L}.*)?$",
)
