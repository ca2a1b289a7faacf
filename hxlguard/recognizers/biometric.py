"""Biometrics that identify a person, as template, picture or reference (GDPR article 9)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="BIOMETRIC",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=phrases("#*+biometric, #*+biometrics, #*+fingerprint, #*+iris"),
    headers={
        "en": phrases(
            "biometric, biometrics, biometric id, biometric template, biometric data, "
            "fingerprint, finger print, fingerprints, thumbprint, thumb print, left thumb, "
            "right thumb, left index finger, right index finger, iris, iris scan, iris code, "
            "retina, retina scan, facial recognition, face template, face encoding, face id, "
            "palm print, voice print, voiceprint, dna, dna sample, genetic, genome, thumb "
            "mark"
        ),
        "fr": phrases(
            "biometrie, biometrique, donnees biometriques, empreinte digitale, empreintes "
            "digitales, empreinte, scan de l'iris, adn, reconnaissance faciale"
        ),
        "es": phrases(
            "biometria, biometrico, biometricos, datos biometricos, huella dactilar, huellas "
            "dactilares, huella digital, huella, escaneo de iris, adn, reconocimiento facial"
        ),
        "pt": phrases(
            "biometria, biometrico, dados biometricos, impressao digital, impressoes "
            "digitais, leitura da iris, adn, reconhecimento facial"
        ),
        "ar": phrases(
            "البصمة, بصمة الاصبع, بصمة العين, بصمات, القياسات الحيوية, البيانات البيومترية, "
            "قزحية العين, بيومتري, الحمض النووي, فحص القزحية"
        ),
        "uk": phrases(
            "біометрія, біометричні дані, відбиток пальця, відбитки пальців, сканування "
            "райдужки, днк, біометричний шаблон, райдужка"
        ),
        "ru": phrases(
            "биометрия, биометрические данные, отпечаток пальца, отпечатки пальцев, скан "
            "радужки, днк, биометрический шаблон, радужка глаза"
        ),
        "sw": phrases(
            "alama za vidole, alama ya kidole, bayometriki, mboni ya jicho, dole gumba, alama "
            "ya dole gumba"
        ),
        "tr": phrases("biyometrik, parmak izi, iris taramasi"),
        "fa": phrases(
            "اثر انگشت, بیومتریک, نشان انگشت, نشان شصت, شصت نگاری, انگشت نگاری, اسکن عنبیه, "
            "نشان انگشت شصت"
        ),
        "bn": phrases("আঙুলের ছাপ, বায়োমেট্রিক"),
        "so": phrases("faraha, suulka"),
        "ur": phrases("انگوٹھے کا نشان, بائیو میٹرک"),
        "ht": phrases("anprent, anprent dijital"),
        "de": phrases("fingerabdruck, fingerabdrücke"),
        "id": phrases("sidik jari, cap jempol"),
    },
    beside_people={
        "en": phrases("thumb, fingers enrolled, match score, fingers captured, iris enrolled"),
        "fr": phrases("pouce"),
        "es": phrases("dactilar"),
        "pt": phrases("polegar"),
        "tr": phrases("parmak, parmak basma"),
        "ru": phrases("отпечаток"),
        "uk": phrases("відбиток"),
        "bn": phrases("আঙ্গুলের ছাপ"),
        "fa": phrases("انگشت"),
    },
    whole_headers={
        "my": phrases("လက်ဗွေ"),
        "zh": phrases("指纹, 手印"),
    },
    unless=(*COUNTED, *phrases("enabled, supported, device type, carbon, reader, equipment")),
    shape=r"\S{3}|^[01yn]$",
    answers=True,
)
