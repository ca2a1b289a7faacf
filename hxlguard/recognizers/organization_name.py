"""Organisations that say where a person works, or who handles their case."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ORGANIZATION_NAME",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    tags=phrases("#*+employer, #respondee+org"),
    headers={
        "en": phrases(
            "employer, employer name, name of employer, current employer, previous "
            "employer, place of work, workplace, work place, work organization, company of "
            "employment, company name of employer, organization you work for, organization "
            "of respondent, respondent organization, affiliation of respondent, employed "
            "by, referring agency, referring organization, referring partner, reporting "
            "agency, case management agency, company where, name of company you work"
        ),
        "fr": phrases(
            "employeur, nom de l'employeur, lieu de travail, entreprise employeur, "
            "organisme employeur, organisation referente"
        ),
        "es": phrases(
            "empleador, nombre del empleador, lugar de trabajo, empresa donde trabaja, "
            "centro de trabajo, organizacion remitente"
        ),
        "pt": phrases(
            "empregador, nome do empregador, entidade patronal, local de trabalho, empresa "
            "onde trabalha"
        ),
        "ar": phrases("جهة العمل, صاحب العمل, مكان العمل, اسم الشركة التي تعمل, الجهة المحيلة"),
        "uk": phrases("роботодавець, місце роботи"),
        "ru": phrases("работодатель, место работы"),
        "sw": phrases("mwajiri, mahali pa kazi, jina la mwajiri"),
        "tr": phrases("isveren, calistigi kurum"),
        "fa": phrases("کارفرما, محل کار"),
        "bn": phrases("নিয়োগকর্তা, কর্মস্থল"),
        "so": phrases("loo shaqeeyaha, goobta shaqada"),
    },
    unless=phrases(
        "count, total, number, safety, workplace safety, percent, employer of record id"
    ),
    shape=r"\p{L}",
)
