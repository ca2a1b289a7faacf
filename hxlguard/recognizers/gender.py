"""Sex or gender of single people, by header or tag."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="GENDER",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=("#respondee+gender", "#respondee+sex", "#individual+gender", "#sex", "#gender"),
    headers={
        "en": phrases(
            "sex gender, gender sex, sex at birth, sex assigned at birth, sex m f, gender m "
            "f, sex male female, male or female, are you male"
        ),
        "fr": phrases("sexe du beneficiaire, sexe m f, sexe h f, sexe cm, sexe cdm, sexe du chef"),
        "es": phrases("sexo del beneficiario, sexo m f, sexo h m"),
        "pt": phrases("sexo m f, genero do beneficiario"),
        "ar": phrases("جنس المستفيد, الجنس ذكر انثى"),
        "uk": phrases("стать ч ж, ваша стать"),
        "ru": phrases("пол м ж, ваш пол"),
        "sw": phrases("jinsia yako, jinsi yako, jinsia me ke"),
        "tr": phrases("cinsiyetiniz, cinsiyeti"),
        "fa": phrases("جنسیت"),
        "bn": phrases("লিঙ্গ"),
        "so": phrases("jinsiga"),
        "id": phrases("jenis kelamin"),
        "de": phrases("geschlecht m w"),
        "it": phrases("sesso m f"),
        "nl": phrases("geslacht m v"),
    },
    whole_headers={
        "en": phrases("sex, gender, gndr, sex gender"),
        "fr": phrases("sexe, genre"),
        "es": phrases("sexo, genero"),
        "pt": phrases("sexo, genero"),
        "ar": phrases("الجنس, النوع, النوع الاجتماعي"),
        "uk": phrases("стать, гендер"),
        "ru": phrases("пол, гендер"),
        "sw": phrases("jinsia, jinsi"),
        "tr": phrases("cinsiyet"),
        "fa": phrases("جنسیت"),
        "bn": phrases("লিঙ্গ"),
        "so": phrases("jinsi"),
        "id": phrases("gender, kelamin"),
        "de": phrases("geschlecht"),
        "it": phrases("sesso, genere"),
        "nl": phrases("geslacht"),
        "fil": phrases("kasarian"),
        "ha": phrases("jinsi"),
        "am": phrases("ጾታ, ፆታ"),
    },
    of_people={
        "en": phrases("sex, gender"),
        "fr": phrases("sexe, genre"),
        "es": phrases("sexo, genero"),
        "pt": phrases("sexo, genero"),
        "ar": phrases("جنس"),
        "uk": phrases("стать"),
        "ru": phrases("пол"),
        "sw": phrases("jinsia, jinsi"),
        "tr": phrases("cinsiyet"),
    },
    unless=phrases(
        "gender based, based violence, equality, marker, mainstreaming, sensitive, "
        "analysis, ratio, disaggregated, disaggregation, policy, gender focal, parity, "
        "group"
    ),
    shape=r"\p{L}|^\s*[0-9]\s*$",
)
