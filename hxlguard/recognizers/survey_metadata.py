"""Traces of an interview that follow the interviewer, often with a name (KoBo, SurveyCTO)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SURVEY_METADATA",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    headers={
        "en": phrases(
            "instance name, instancename, call log, calllog, text audit, background audio, "
            "audit csv, review comment, interviewer location, enumerator id, enumerator code, "
            "enum id, enumerator number, interviewer id, interviewer code, surveyor id, staff "
            "id, employee id, employee number, employee no, emp id, personnel number, team "
            "leader id"
        ),
        "fr": phrases(
            "code enqueteur, id enqueteur, identifiant enqueteur, code de l'enqueteur, "
            "matricule de l'agent, numero d'employe"
        ),
        "es": phrases(
            "codigo del encuestador, id del encuestador, codigo encuestador, numero de empleado"
        ),
        "pt": phrases("codigo do inquiridor, id do inquiridor, numero de funcionario"),
        "ar": phrases("رمز الباحث, رقم الباحث, كود الباحث, الرقم الوظيفي"),
        "uk": phrases("код інтерв'юера, номер інтерв'юера, табельний номер"),
        "ru": phrases("код интервьюера, номер интервьюера, табельный номер"),
        "sw": phrases("namba ya mdadisi, kitambulisho cha mdadisi, namba ya mfanyakazi"),
    },
    whole_headers={
        "en": phrases("audit, matricule"),
    },
    unless=phrases("count, total, status, audit type, audit date, audit firm, energy audit"),
    shape=r"\S{2}|\d",
)
