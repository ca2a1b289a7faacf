"""Ages of single people, by header or tag. Age bands of a table of counts are not one."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="AGE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=("#respondee+age", "#individual+age", "#age"),
    headers={
        "en": phrases(
            "age in years, age in months, age yrs, age yr, age years, age months, years "
            "old, year old, how old, date of birth or age, current age, exact age, "
            "estimated age, approximate age, age at registration, age at marriage, age "
            "completed"
        ),
        "fr": phrases(
            "age en annees, age en mois, age revolu, age exact, age actuel, age annees, age "
            "cm, age du cm, age cdm, age du chef"
        ),
        "es": phrases(
            "edad en anos, edad en meses, cuantos anos tiene, edad cumplida, anos "
            "cumplidos, edad actual, edad anos"
        ),
        "pt": phrases(
            "idade em anos, idade em meses, quantos anos tem, idade atual, anos completos"
        ),
        "ar": phrases("العمر بالسنوات, العمر بالاشهر, العمر بالسنة, كم عمرك, عمرك, كم عمر"),
        "uk": phrases("вік у роках, скільки вам років, повних років, ваш вік"),
        "ru": phrases("возраст в годах, сколько вам лет, полных лет, ваш возраст"),
        "sw": phrases("umri kwa miaka, una miaka mingapi, umri wako"),
        "tr": phrases("yasiniz, yasi"),
        "fa": phrases("سن به سال"),
        "bn": phrases("বয়স কত"),
        "so": phrases("da'daada, immisa jir"),
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
    shape=r"^\s*\d{1,3}(?:\.\d+)?\s*(?:\p{L}.*)?$",
)
