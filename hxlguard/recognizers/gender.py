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
        "ht": phrases("sèks"),
        "my": phrases("ကျား/မ, လိင်"),
        "zh": phrases("性别, 性別"),
        "ne": phrases("लिङ्ग, लिंग"),
    },
    beside_people={
        "en": phrases("m f, gend, boy girl, sx, sex code"),
        "fr": phrases("h f, f g, homme femme"),
        "es": phrases("h m, m h, hombre mujer"),
        "pt": phrases("homem mulher, masculino feminino"),
        "ar": phrases("ذكر انثى, الجنس ذ ا, ذ ا, ذكر, انثى, النوع ذكر انثى, الجندر"),
        "tr": phrases("k e, e k, kadın erkek, erkek kadın, cins, kız erkek, toplumsal cinsiyet"),
        "uk": phrases("ч ж, ж ч, чол жін, чоловік жінка"),
        "ru": phrases("м ж, ж м, муж жен, мужчина женщина, мужской женский"),
        "sw": phrases("me ke, mume mke, m ke, mwanaume mwanamke, jns, ke me"),
        "so": phrases("lab dhedig, lab iyo dhedig, dheddig lab, rag dumar, lab dheddig"),
        "bn": phrases("পুরুষ মহিলা, ছেলে মেয়ে, জেন্ডার, নারী পুরুষ"),
        "fa": phrases("مرد زن, زن مرد, ذکور اناث, مذکر مونث, م ز"),
        "ur": phrases("مرد عورت"),
        "ht": phrases("gason fi, fi gason, fanm gason"),
        "de": phrases("m w d, männlich weiblich"),
        "id": phrases("lk pr, laki laki perempuan, j k, jns kelamin"),
        "zh": phrases("男女"),
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
