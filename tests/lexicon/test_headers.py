"""Headers in full and in one form, whatever way they are abbreviated, glued, asked or grouped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.lexicon.headers import (
    counts,
    counts_members,
    cut_short,
    neutral,
    people,
    readings,
    review,
    spelled,
    things,
    without_neutral,
)
from hxlguard.lexicon.words import tokens


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("hh_head_nm", "household head name"),
        ("HoH name", "household head name"),
        ("D.O.B.", "birth date"),
        ("dateofbirth", "date birth"),
        ("maritalhoh", "marital household head"),
        ("sexhoh", "sex household head"),
        ("idpstatus", "idp status"),
        ("N° de dossier", "numero dossier"),
        ("N dossier", "numero dossier"),
        ("n.º dossier", "numero dossier"),
        ("№ справи", "номер справи"),
        ("No. CI", "numero ci"),
        ("No. of IDPs", "number idp"),
        ("YoB", "birth year"),
        ("hemoglobinlevelgdl", "hemoglobin level gdl"),
        ("nutallergy", "nut allergy"),
        ("PHONENUMBER", "phone number"),
        ("Contact No.", "contact number"),
        ("No. of children", "number child"),
        ("Phone: yes/no", "phone yes no"),
        ("q12_name", "name"),
        ("phone2", "phone"),
        ("X_submitted_by", "submitted by"),
        ("Quel est votre âge ?", "votre age"),
        ("Carte d'identité", "carte identite"),
        ("رقم الهاتف", "رقم هاتف"),
        ("Beneficiaries' names", "beneficiary name"),
        ("acid_level", "acid level"),
        ("percentage", "percent"),
        ("parentage", "parentage"),
        ("placid", "placid"),
        ("cd4", "cd4"),
        ("q3 sex", "sex"),
        ("0-5 M", "0 5 m"),
        ("Adı Soyadı", "adi soyadi"),
        ("کد ملی", "كد ملي"),
        ("Склад сім’ї", "склад сім'і"),
    ],
)
def test_spelled(header: str, words: str) -> None:
    assert " ".join(spelled(tokens(header))) == words


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("household/name", [("name", "household")]),
        ("group_ab1/hh/resp_name", [("respondent name", "group ab1 household")]),
        ("Name / Nom", [("name nom", ""), ("name", "nom"), ("nom", "name")]),
        ("Admin 1 Name", [("admin 1 name", "")]),
        ("Sex (M/F)", [("sex m f", ""), ("sex", "m f"), ("m", "sex f"), ("f", "sex m")]),
        ("Name الاسم", [("name اسم", ""), ("name", "اسم"), ("اسم", "name")]),
        ("", [("", "")]),
    ],
)
def test_readings(header: str, expected: list[tuple[str, str]]) -> None:
    found = [(" ".join(reading.words), " ".join(reading.around)) for reading in readings(header)]
    assert found == expected


@pytest.mark.parametrize(
    ("header", "cut"),
    [
        ("DISCAP.", {"discap"}),
        ("Estatus migr. (otro)", {"migr"}),
        ("Adm.", set()),
        ("Prov.", set()),
        ("No.", set()),
        ("e.g. data.frame", set()),
    ],
)
def test_words_that_are_cut_short(header: str, cut: set[str]) -> None:
    assert cut_short(header) == cut


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("boys 0-4", True),
        ("0-5 M", True),
        ("number of children", True),
        ("male", False),
        ("age 5", False),
        ("beds", False),
    ],
)
def test_members_that_are_counted(header: str, expected: bool) -> None:
    assert counts_members(spelled(tokens(header))) is expected


def test_neutral_words_and_running_numbers_fall_away() -> None:
    assert without_neutral(("gender", "code")) == ("gender",)
    assert without_neutral(("name", "en", "1")) == ("name",)
    assert without_neutral(("age", "5", "11")) == ("age", "5", "11")


def test_lists_of_words_do_not_contradict_one_another() -> None:
    assert not people() & things()
    assert not counts() & neutral()
    assert review()["en"] == "reviewed"


@given(st.text(max_size=60))
def test_any_text_can_be_read(header: str) -> None:
    for reading in readings(header):
        assert spelled(reading.words) == spelled(spelled(reading.words))
