"""Every country's number keeps to its examples, and its check digits to what others compute."""

from __future__ import annotations

import importlib
import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import InvalidComponent

from hxlguard.analysis import analyzer
from hxlguard.normalising import normalised
from hxlguard.recognizers import national_id, tax_id
from hxlguard.recognizers.check_digits import luhn, verhoeff
from hxlguard.recognizers.national_ids import (
    FORMATS,
    TAX_FORMATS,
    africa,
    americas,
    asia,
    europe,
    middle_east,
)
from hxlguard.recognizers.number_format import Check, NumberFormat, derived_from
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.scanning import candidates

ALL = (*FORMATS, *TAX_FORMATS)
KINDS = (national_id.RECOGNIZER, tax_id.RECOGNIZER)


def named(one: object) -> str | None:
    return f"{one.country} {one.name}" if isinstance(one, NumberFormat) else None


def listed(attribute: str) -> list[tuple[NumberFormat, str]]:
    return [(one, text) for one in ALL for text in getattr(one, attribute)]


def holds(one: NumberFormat, text: str) -> bool:
    return bool(one.holds(normalised(pl.Series([text]))).item())


@pytest.mark.parametrize("one", ALL, ids=named)
def test_a_format_that_can_show_itself_has_examples(one: NumberFormat) -> None:
    assert len(one.country) == 2
    assert one.source
    assert 0 <= one.chance < 1
    if one.score((one.country,)):
        assert one.matches
        assert one.misses


@pytest.mark.parametrize(("one", "text"), listed("matches"), ids=named)
def test_a_number_is_confirmed_in_its_country(one: NumberFormat, text: str) -> None:
    assert holds(one, text)
    kind = KINDS[one in TAX_FORMATS]
    cell = normalised(pl.Series([text]))
    assert candidates(kind, cell, (one.country,)).item()
    assert analyzer((one.country,)).score(kind.entity, cell[0]) >= one.score((one.country,)) > 0


@pytest.mark.parametrize(("one", "text"), listed("misses"), ids=named)
def test_what_only_looks_like_a_number_is_none(one: NumberFormat, text: str) -> None:
    assert not holds(one, text)


ORACLES = (
    ("tr.tckimlik", 11, middle_east._turkish),
    ("il.idnr", 9, luhn),
    ("in_.aadhaar", 12, asia._indian),
    ("th.pin", 13, asia._thai),
    ("mz.nuit", 9, africa._mozambican),
    ("md.idno", 13, europe._moldovan),
    ("ru.inn", 12, europe._russian_taxpayer),
    ("br.cpf", 11, americas._brazilian),
    ("co.nit", 10, americas._colombian_taxpayer),
    ("luhn", 15, luhn),
    ("verhoeff", 12, verhoeff),
)
WITH_FORM = {"tr.tckimlik": "TR", "in_.aadhaar": "IN", "th.pin": "TH"}


@pytest.mark.parametrize(("module", "length", "check"), ORACLES, ids=[name for name, *_ in ORACLES])
def test_check_digits_are_those_of_stdnum(module: str, length: int, check: Check) -> None:
    stdnum = importlib.import_module(f"stdnum.{module}")
    forms = [one for one in FORMATS if one.country == WITH_FORM.get(module)]

    @given(st.integers(1, 10 ** (length - 2) - 1))
    def agree(number: int) -> None:
        numbers = pl.Series([f"{number:0{length - 2}}{last:02}" for last in range(100)])
        ours = forms[0].holds(numbers) if forms else check(numbers)
        for text, valid in zip(numbers, ours, strict=True):
            assert valid == stdnum.is_valid(text) or len(set(text)) == 1, text

    agree()


MODULES = ("ua.rntrc", "pl.pesel", "bg.egn", "ro.cnp", "ec.ci", "cl.rut", "ar.cuit", "ve.rif")
MORE_MODULES = ("es.dni", "fr.nir", "gh.tin", "za.idnr", "id.nik", "pk.cnic")
NAMED = {"gh": "taxpayer", "ve": "RIF", "ua": "РНОКПП", "pk": "CNIC"}


@pytest.mark.parametrize("module", [*MODULES, *MORE_MODULES])
def test_stdnum_finds_no_fault_with_what_is_valid(module: str) -> None:
    chance = random.Random(module)
    country, name = module[:2].upper(), NAMED.get(module[:2], "")
    one = next(one for one in ALL if one.country == country and one.name.startswith(name))
    stdnum = importlib.import_module(f"stdnum.{module}")

    def another(example: str) -> str:
        at = {chance.randrange(len(example)) for _ in range(4)}
        return "".join(
            str(chance.randrange(10)) if place in at and char.isdigit() else char
            for place, char in enumerate(example)
        )

    numbers = pl.Series([another(example) for example in one.matches[:1] for _ in range(3000)])
    for text in numbers.filter(one.holds(numbers)).unique():
        assert stdnum.is_valid(text) or not is_a_day(module, text), text


def is_a_day(module: str, text: str) -> bool:
    """Whether a date of birth exists: our forms let the 31st of February through."""
    stdnum = importlib.import_module(f"stdnum.{module}")
    try:
        stdnum.validate(text)
    except InvalidComponent:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.entity)
@pytest.mark.parametrize("regions", [(), ("AF", "TR", "UA"), ("BR", "IN", "PS"), ("SY",)])
def test_whole_columns_get_the_scores_that_presidio_gives(
    kind: Recognizer, regions: tuple[str, ...]
) -> None:
    chance = random.Random(1)
    bare = ["".join(chance.choices("0123456789", k=8 + at % 12)) for at in range(60)]
    examples = [text for one in ALL for text in (*one.matches, *one.misses)]
    texts = normalised(pl.Series([*bare, *examples, *(f" {text}" for text in examples[:9])]))
    assert kind.certain
    known = kind.certain(texts, regions)
    assert known.null_count() < len(texts) / 2
    for text, score in zip(texts, known, strict=True):
        if score is not None:
            assert score == analyzer(regions).score(kind.entity, text), text


@pytest.mark.parametrize(
    ("texts", "derived"),
    [
        (["34201-0891231-8"] * 3, ("sex",)),
        (["1759013776"] * 3, ("birth-date", "sex")),
        (["29001011234567"], ("birth-date", "sex")),
        (["7503305044089"], ("birth-date", "sex")),
        (["3171011708450001"], ("birth-date", "sex")),
        (["17291716060"], ()),
        (["C-12", "C-13"], ()),
        ([], ()),
        (["1759013776", "C-12", "C-13"], ()),
    ],
)
def test_numbers_reveal_what_is_written_into_them(
    texts: list[str], derived: tuple[str, ...]
) -> None:
    assert derived_from(FORMATS, texts) == derived


@pytest.mark.parametrize(
    ("number", "regions", "least", "most"),
    [
        ("17291716060", ("TR",), 0.5, 0.6),
        ("17291716060", (), 0.3, 0.6),
        ("17291716060", ("SY",), 0.3, 0.6),
        ("234123412346", ("IN",), 0.5, 0.6),
        ("234123412346", (), 0.2, 0.4),
        ("234123412346", ("IQ",), 0.0, 0.0),
        ("123456789012", ("IQ",), 0.0, 0.0),
        ("12345678901", ("SY",), 0.0, 0.0),
        ("34201-0891231-8", (), 0.8, 1.0),
    ],
)
def test_the_country_of_the_table_decides_what_bare_digits_are(
    number: str, regions: tuple[str, ...], least: float, most: float
) -> None:
    assert least <= analyzer(regions).score("NATIONAL_ID", number) <= most
