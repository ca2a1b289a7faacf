"""Ethnic origin, tribe or clan (GDPR article 9; ICRC Handbook on Data Protection)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ETHNIC_GROUP",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases("#*+ethnicity, #*+ethnic, #*+tribe, #*+clan, #*+caste, #*+race"),
    headers={
        "en": phrases(
            "ethnicity, ethnic group, ethnic, ethnic origin, ethnic background, tribe, "
            "tribal affiliation, clan, sub clan, subclan, caste, ethnolinguistic group, "
            "ethnolinguistic, race, racial, minority group, minority status, minority, "
            "indigenous, indigenous group, indigenous people, ancestry, afro descendant"
        ),
        "fr": phrases(
            "ethnie, groupe ethnique, origine ethnique, ethnique, tribu, clan, caste, "
            "minorite, groupe minoritaire, autochtone"
        ),
        "es": phrases(
            "etnia, grupo etnico, origen etnico, pertenencia etnica, autoidentificacion "
            "etnica, tribu, pueblo indigena, pueblo originario, indigena, raza, minoria, "
            "minoria etnica, afrodescendiente"
        ),
        "pt": phrases(
            "etnia, grupo etnico, origem etnica, raca, raca cor, tribo, cla, minoria, povo "
            "indigena, indigena"
        ),
        "ar": phrases(
            "العرق, القبيله, العشيره, الاصل العرقي, الانتماء العرقي, الاثنية, القومية, "
            "المجموعة العرقية, الاقلية, الطائفة العرقية"
        ),
        "uk": phrases(
            "етнічність, етнічна група, етнічне походження, національна меншина, плем'я, раса"
        ),
        "ru": phrases(
            "этничность, этническая группа, этническое происхождение, этническая "
            "принадлежность, национальное меньшинство, племя, клан, раса, тейп"
        ),
        "sw": phrases("kabila, ukoo, kabila lako"),
        "tr": phrases("etnik koken, etnik grup, asiret, kabile"),
        "fa": phrases("قومیت, قوم, قبیله"),
        "bn": phrases("জাতিগোষ্ঠী, গোত্র"),
        "so": phrases("qabiil, qabiilka, beesha, reer"),
        "id": phrases("suku, suku bangsa, etnis"),
        "de": phrases("ethnie, ethnische zugehorigkeit, volksgruppe"),
        "it": phrases("etnia, gruppo etnico"),
        "nl": phrases("etniciteit, etnische afkomst"),
        "ha": phrases("kabila"),
        "am": phrases("ብሔር"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "pob, hab, habitantes, people count, "
            "race condition, arms race, horse race, race track, race time, race date, race "
            "result, race distance, race name, race number, race winner, caste system name, "
            "animal, breed, livestock, minority owned"
        ),
    ),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
