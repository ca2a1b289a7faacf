"""Columns that are told by their words alone, and those whose words are of others."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard import inspect
from hxlguard.lexicon.cell_words import cell_words, spellings


def found(header: str, cells: list[str]) -> set[str]:
    (column,) = inspect(pl.DataFrame({header: cells})).sources[0].tables[0].columns
    return {each.entity for each in column.finding.detections}


@pytest.mark.parametrize(
    ("entity", "cells"),
    [
        ("GENDER", "Female, Male, Male, Female"),
        ("GENDER", "homme, femme, femme"),
        ("GENDER", "M, F, F, M"),
        ("GENDER", "ذكر, أنثى, انثى"),
        ("GENDER", "чоловік, жінка, жінка"),
        ("GENDER", "laki-laki, perempuan, perempuan"),
        ("RELIGIOUS_GROUP", "Muslim, Hindu, Muslim"),
        ("RELIGIOUS_GROUP", "católica, evangélica, ninguna, católica"),
        ("ETHNIC_GROUP", "Peul, Dogon, BAMBARA"),
        ("MARITAL_STATUS", "never_married, widowed, divorced"),
        ("MARITAL_STATUS", "célibataire, marié(e), veuve"),
        ("MARITAL_STATUS", "ameoa, mjane, hajaolewa"),
        ("OCCUPATION", "shepherd, tailor, housewife"),
        ("OCCUPATION", "mkulima, mwalimu, mvuvi"),
        ("HEALTH_CONDITION", "hypertension, epilepsy, diabetes"),
        ("DISABILITY", "no_difficulty, some_difficulty, a_lot_of_difficulty"),
        ("EDUCATION_LEVEL", "some primary, no schooling, BSc"),
        ("EDUCATION_LEVEL", "أمي, جامعي, ابتدائي"),
        ("SPOKEN_LANGUAGE", "Pashto, Dari, Uzbek"),
        ("LEGAL_STATUS", "venezolana, colombiano, venezolano"),
    ],
)
def test_words_alone_name_a_column(entity: str, cells: str) -> None:
    assert entity in found("q17", cells.split(", "))


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("q17", "F, T, F, F"),
        ("q17", "S, M, L, M"),
        ("q17", "L, P, P, L"),
        ("q17", "H, M, H, M"),
        ("q17", "E11.9, J45.9, A09.0, I10.0"),
        ("q17", "women, men, girls, boys"),
        ("q17", "IDPs, refugees, host community"),
        ("q17", "farmers, teachers, pastoralists"),
        ("q17", "Somali, Afar, Oromia, Tigray"),
        ("q17", "Rakhine, Kachin, Shan, Chin"),
        ("q17", "primary, secondary, preschool"),
        ("q17", "English, French, Spanish, Arabic"),
        ("q17", "single, multiple, single"),
        ("q17", "Muslim"),
        ("q17", "training of midwives, support to nurses, health"),
        ("target group", "farmer, pastoralist, teacher"),
        ("Disaggregation: sex", "female, male, female"),
        ("service", "vocational training, higher education, literate"),
    ],
)
def test_words_of_groups_places_and_programmes_say_nothing(header: str, cells: str) -> None:
    assert not found(header, cells.split(", ")) & cell_words().keys()


def test_a_word_is_known_as_cells_give_it() -> None:
    assert {"Marié(e)", "marie(e)", "MARIÉ(E)"} <= spellings("marié(e)")
    assert {"never_married", "Never Married", "Never married"} <= spellings("never married")


def test_a_header_that_is_a_word_is_nobody() -> None:
    (column,) = inspect(pl.DataFrame({"Female": [12, 30, 4]})).sources[0].tables[0].columns
    assert column.finding.header == "Female"
