"""Organisations: where a person works, who handles their case, or nothing but who they are.

A list of organisations alone names nobody; beside people it says where somebody works.
"""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ORGANIZATION_NAME",
    category=Category.ORGANISATIONAL_CONTACT,
    level=Level.LOW,
    beside_people={},
    about_people=(Category.QUASI_IDENTIFIER, Level.MODERATE),
    tags=phrases("#*+employer, #respondee+org"),
    headers={
        "en": phrases(
            "employer, employer name, name of employer, current employer, previous employer, "
            "place of work, workplace, work place, work organization, company of employment, "
            "company name of employer, organization you work for, organization of respondent, "
            "respondent organization, affiliation of respondent, employed by, referring "
            "agency, referring organization, referring partner, reporting agency, case "
            "management agency, company where, name of company you work"
        ),
        "fr": phrases(
            "employeur, nom de l'employeur, lieu de travail, entreprise employeur, organisme "
            "employeur, organisation referente"
        ),
        "es": phrases(
            "empleador, nombre del empleador, lugar de trabajo, empresa donde trabaja, centro "
            "de trabajo, organizacion remitente"
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
    whole_headers={
        "en": phrases(
            "org, orgs, org name, organization, organization name, name of organization, agency, "
            "agency name, company, company name, ngo, ngo name, institution name"
        ),
        "fr": phrases("organisation, nom de l'organisation, ong, entreprise, nom de l'ong"),
        "es": phrases("organizacion, nombre de la organizacion, empresa, agencia"),
        "pt": phrases("organizacao, nome da organizacao, empresa, agencia"),
        "ar": phrases("المنظمة, اسم المنظمة, الشركة, اسم الشركة"),
        "uk": phrases("організація, назва організації, підприємство"),
        "ru": phrases("организация, название организации, предприятие"),
        "sw": phrases("shirika, jina la shirika, kampuni"),
    },
    needs_people=True,
    unless=phrases(
        "count, total, number, safety, workplace safety, percent, employer of record id"
    ),
    shape=r"\p{L}",
)
