"""Names inside of remarks are told from places, organisations and months in plain reports."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard.analysis import LONGEST_TEXT, analyzer
from hxlguard.detection import Seen, detect_in
from hxlguard.model.location import Rows

LOOKER = analyzer(("SY",))

NAMED = (
    "Survivor named Halima Warsame was referred for counselling",
    "spoke with her husband Joseph Okello about the card",
    "complaint received from Fatuma Hussein",
    "The new caseworker: Daniel Mwangi",
    "Dr. Samuel Okafor confirmed the diagnosis",
    "Je m'appelle Moussa Diallo et je n'ai rien reçu",
    "la survivante nommée Mariam Coulibaly a été référée",
    "épouse de Ousmane Traoré, enceinte",
    "la señora Yolanda Hernández pide ayuda",
    "Me llamo Carlos Ramírez y no me han pagado",
    "esposa de Andrés Méndez embarazada",
    "تحدثت مع فاطمة حسن اليوم",
    "ناجية اسمها زينب حمدان أحيلت",
    "زوجة محمد حسن حامل",
    "Постраждала на ім'я Оксана Шевчук",
    "пані Галина Ткаченко просить допомогу",
    "mama huyo anaitwa Fatuma Mwangi",
)
PLAIN = (
    "Rehabilitation of two boreholes in Upper Nile with Save the Children",
    "Funded by the European Union and implemented by Norwegian Church Aid in March",
    "Activity suspended due to insecurity along the Maiduguri road",
    "School feeding started on Monday 12 March 2024 in 14 schools",
    "Temporary Learning Spaces in Deir ez-Zor and Al Hasakah",
    "Don Matias municipality landslide",
    "Gaza and Sheikh Radwan floods",
    "Arizona wildfires (Doce fire; Dean Peak fire; Yanell Hill)",
    "Mari Mansa",
    "Sheikh Sa'ad",
    "Training of Community Health Workers on Infant and Young Child Feeding",
    "Évaluation conjointe avec Solidarités International prévue en juillet",
    "Réhabilitation de forages dans la région de Tillabéri",
    "Obras en la Escuela Simón Bolívar y en el Hospital Santa Rosa",
    "Sin acceso al Alto San Juan y al Bajo Atrato desde enero",
    "بتمويل من الاتحاد الأوروبي وتنفيذ منظمة الإغاثة",
    "بانتظار موافقة وزارة الصحة",
    "Спільна оцінка з Карітас Україна у липні",
    "Очікуємо погодження Міністерства Охорони Здоров'я",
)


def seen(cells: list[str]) -> Seen:
    (found,) = detect_in(pl.DataFrame({"1": cells}), 1, LOOKER, [()])
    return found


@pytest.mark.parametrize("text", NAMED)
def test_a_name_in_a_remark_is_found(text: str) -> None:
    assert seen([text]).confirmed.hits["PERSON_NAME"].score >= 0.6


@pytest.mark.parametrize("text", PLAIN)
def test_plain_reports_hold_none(text: str) -> None:
    hits = seen([text]).confirmed.hits
    assert "PERSON_NAME" not in hits or hits["PERSON_NAME"].score < 0.6


@pytest.mark.parametrize("text", NAMED + PLAIN)
def test_presidio_says_the_same(text: str) -> None:
    hits = seen([text]).confirmed.hits
    score = hits["PERSON_NAME"].score if "PERSON_NAME" in hits else 0.0
    assert LOOKER.score("PERSON_NAME", text) == score


def test_a_name_far_back_in_a_long_remark_is_found() -> None:
    assert "PERSON_NAME" in seen(["none. " * LONGEST_TEXT + NAMED[0]]).confirmed.hits


def test_one_remark_in_a_hundred_thousand_is_found() -> None:
    cells = [f"{PLAIN[at % 5]}, visit {at % 999}" for at in range(100_000)]
    rare = {
        "PERSON_NAME": NAMED[0],
        "PHONE_NUMBER": "no answer, tel 22 18 407",
        "CASE_NUMBER": "her file GBV-23-00412 was closed",
    }
    for at, text in enumerate(rare.values(), start=87_654):
        cells[at] = text
    hits = seen(cells).confirmed.hits
    assert {entity: hits[entity].rows for entity in rare} == {
        entity: Rows.of([at]) for at, entity in enumerate(rare, start=87_655)
    }
    assert all(hits[entity].sample is None for entity in rare)
