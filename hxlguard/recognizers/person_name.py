"""Names of people, by tag, by header, and inside text after a form of address.

Without a name model a bare name cannot be told from a place or a firm, so a column needs its tag
or its header; the shape of its cells then speaks for or against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_ADDRESS = "Mr|Mrs|Ms|Miss|Mme|Mlle|Monsieur|Madame|Sr|Sra|Srta|Señor|Señora"
_ADDRESSED = 0.75


def _confirm(regions: Regions) -> EntityRecognizer:
    latin = rf"\b(?:{_ADDRESS})\.?\s+\p{{Lu}}[\p{{L}}'’-]+(?:\s+\p{{Lu}}[\p{{L}}'’-]+){{0,3}}"
    arabic = r"(?:السيد|السيدة)\s+\p{Arabic}{2,}(?:\s+\p{Arabic}{2,}){1,3}"
    return scored_pattern(
        "PERSON_NAME", f"{latin}|{arabic}", lambda matched: _ADDRESSED, ignore_case=False
    )


RECOGNIZER = Recognizer(
    entity="PERSON_NAME",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=(
        "#contact+name-org",
        "#contact+person",
        "#respondee+name",
        "#name",
        "#name+first",
        "#name+last",
        "#beneficiary+name+first",
        "#beneficiary+name+last",
        "#individual+name",
    ),
    ambiguous_tags=("#beneficiary+name", "#affected+name", "#household+name"),
    headers={
        "en": (
            "full name",
            "first name",
            "last name",
            "middle name",
            "family name",
            "given name",
            "surname",
            "nickname",
            "fname",
            "lname",
            "contact name",
            "contact person",
            "focal point",
            "beneficiary name",
            "beneficiaries name",
            "benef name",
            "bnf name",
            "name of beneficiary",
            "child name",
            "name of child",
            "father name",
            "mother name",
            "head name",
            "resp name",
            "respondent name",
            "patient name",
            "survivor name",
            "caregiver name",
            "guardian name",
            "enumerator name",
            "enumerator",
            "interviewer",
            "next of kin",
            "head of household",
            "hoh name",
            "manager",
            "person name",
        ),
        "fr": (
            "prenom",
            "prenoms",
            "nom complet",
            "nom de famille",
            "nom et prenom",
            "surnom",
            "nom du beneficiaire",
            "nom du contact",
            "personne de contact",
            "point focal",
            "nom de la mere",
            "nom du pere",
            "chef de menage",
            "enqueteur",
        ),
        "es": (
            "apellido",
            "apellidos",
            "primer nombre",
            "nombre completo",
            "nombre y apellido",
            "persona de contacto",
            "punto focal",
            "jefe de hogar",
            "encuestador",
        ),
        "ar": (
            "الاسم الكامل",
            "الاسم الاول",
            "اسم المستفيد",
            "اسم الاب",
            "اسم الام",
            "رب الاسره",
            "ولي الامر",
            "اسم الباحث",
            "اللقب",
            "الشخص المسؤول",
        ),
    },
    whole_headers={
        "en": ("name", "names"),
        "fr": ("nom", "noms"),
        "es": ("nombre",),
        "ar": ("الاسم",),
    },
    unless=(
        "partner full name",
        "organisation full name",
        "organization full name",
        "agency full name",
        "focal point agency",
        "focal point organisation",
        "focal point organization",
        "focal point org",
        "contact person organisation",
        "contact person organization",
        "contact person org",
        "enumerator organisation",
        "enumerator organization",
        "sex",
        "gender",
        "type",
        "education",
        "marital",
        "status",
        "relationship",
        "disability",
    ),
    doubtful=(
        "age",
        "id",
        "phone",
        "number",
        "email",
        "organisation",
        "organization",
        "org",
        "count",
    ),
    softened_by=(
        "name",
        "names",
        "surname",
        "fname",
        "lname",
        "nickname",
        "nom",
        "prenom",
        "prenoms",
        "nombre",
        "apellido",
        "apellidos",
        "اسم",
        "الاسم",
        "اللقب",
    ),
    shape=r"^\s*[^\d@#/]{2,60}$",
    candidate=rf"\b(?:{_ADDRESS})\.?\s+\p{{Lu}}|السيد",
    confirm=_confirm,
    sure=lambda regions: {rf"(?:^|[ ,;:(.])(?:{_ADDRESS})\.?\s+\p{{Lu}}[\p{{L}}'’-]": _ADDRESSED},
    matches=("visited Mrs Amina Khalil at home", "السيدة أمينة خليل"),
    misses=("Mr", "Organisation for Relief", "Sheikh Badr", "madame"),
)
