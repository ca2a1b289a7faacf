"""Disability of single people, Washington Group questions included."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DISABILITY",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=phrases("#respondee+disability, #*+disabled-num, #*+disability-num, #*+pwd-num"),
    headers={
        "en": phrases(
            "disability, disabled, disability type, disability status, person with "
            "disability, special needs, specific needs, impairment, impaired, difficulty "
            "seeing, difficulty hearing, difficulty walking, difficulty remembering, "
            "difficulty concentrating, difficulty communicating, difficulty climbing, "
            "difficulty washing, difficulty dressing, self care difficulty, difficulty with "
            "self care, seeing difficulty, hearing difficulty, walking difficulty, "
            "remembering difficulty, communication difficulty, communicating difficulty, "
            "cognition difficulty, mobility difficulty, vision difficulty, washington "
            "group, wgq, wg ss, wgss, wg seeing, wg hearing, wg walking, wg vision, wg "
            "mobility, wg cognition, wg selfcare, wg communication, difficulties seeing, "
            "even if wearing glasses, hearing aid, wheelchair, blind, deaf, amputee, "
            "prosthesis, visual impairment, hearing impairment"
        ),
        "fr": phrases(
            "handicap, situation de handicap, type de handicap, handicape, handicapee, "
            "difficulte a voir, difficulte a entendre, difficulte a marcher, difficultes a "
            "voir, difficultes a entendre, difficultes a marcher, difficulte a se souvenir, "
            "difficulte a communiquer, difficulte a se laver, besoins specifiques, "
            "deficience, invalidite"
        ),
        "es": phrases(
            "discapacidad, tipo de discapacidad, persona con discapacidad, discapacitado, "
            "dificultad para ver, dificultad para oir, dificultad para caminar, dificultad "
            "para recordar, dificultad para comunicarse, necesidades especificas, "
            "necesidades especiales, deficiencia"
        ),
        "pt": phrases(
            "deficiencia, tipo de deficiencia, pessoa com deficiencia, portador de "
            "deficiencia, dificuldade em ver, dificuldade em ouvir, dificuldade em andar, "
            "dificuldade em lembrar, dificuldade em comunicar, necessidades especiais, "
            "necessidades especificas"
        ),
        "ar": phrases(
            "الاعاقه, نوع الاعاقه, ذوي الاعاقة, معاق, احتياجات خاصة, ذوي الاحتياجات الخاصة, "
            "صعوبة في الرؤية, صعوبة في السمع, صعوبة في المشي, صعوبة في التذكر, صعوبة في "
            "التواصل"
        ),
        "uk": phrases(
            "інвалідність, група інвалідності, особа з інвалідністю, особливі потреби, "
            "труднощі із зором, труднощі зі слухом, труднощі з ходьбою"
        ),
        "ru": phrases(
            "инвалидность, группа инвалидности, лицо с инвалидностью, инвалид, особые "
            "потребности, трудности со зрением, трудности со слухом, трудности при ходьбе"
        ),
        "sw": phrases(
            "ulemavu, mlemavu, aina ya ulemavu, mahitaji maalum, ugumu wa kuona, ugumu wa "
            "kusikia, ugumu wa kutembea"
        ),
        "tr": phrases("engellilik, engel durumu, engelli, ozel ihtiyac"),
        "fa": phrases("معلولیت, معلول"),
        "bn": phrases("প্রতিবন্ধিতা, প্রতিবন্ধী"),
        "so": phrases("naafonimo, naafo"),
        "id": phrases("disabilitas, penyandang disabilitas, difabel"),
        "de": phrases("behinderung, schwerbehinderung"),
        "it": phrases("disabilita"),
        "nl": phrases("handicap, beperking"),
        "fil": phrases("kapansanan"),
        "ha": phrases("nakasa"),
        "am": phrases("አካል ጉዳት"),
    },
    whole_headers={
        "en": phrases(
            "pwd, wg, seeing, hearing, walking, person with disability, has disability, pwds"
        ),
    },
    unless=(
        *COUNTED,
        *phrases(
            "inclusion, inclusive, accessible, accessibility, organization, opd, grant amount"
        ),
    ),
    shape=r"\p{L}|^\s*(?:\d|-?[89]\d|-?[89]{3})(?:\.0)?\s*$",
    answers=True,
)
