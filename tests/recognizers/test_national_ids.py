"""Every country's number keeps to its examples, and its check digits to what others compute."""

from __future__ import annotations

import importlib

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ("za.idnr", 13, None),
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
WITH_FORM = {"tr.tckimlik": "TR", "in_.aadhaar": "IN", "th.pin": "TH", "za.idnr": "ZA"}


@pytest.mark.parametrize(("module", "length", "check"), ORACLES, ids=lambda value: str(value))
def test_check_digits_are_those_of_stdnum(module: str, length: int, check: Check | None) -> None:
    stdnum = importlib.import_module(f"stdnum.{module}")
    forms = [one for one in FORMATS if one.country == WITH_FORM.get(module)]

    @given(st.integers(0, 10 ** (length - 2) - 1))
    def agree(number: int) -> None:
        numbers = pl.Series([f"{number:0{length - 2}}{last:02}" for last in range(100)])
        if forms:
            ours = forms[0].holds(numbers)
        else:
            assert check
            ours = check(numbers)
        theirs = [stdnum.is_valid(text) for text in numbers]
        assert [bool(one) for one in ours] == theirs

    agree()


@pytest.mark.parametrize(
    ("module", "form"),
    [
        ("ua.rntrc", "[1-4][0-9]{9}"),
        ("pl.pesel", None),
        ("bg.egn", None),
        ("ro.cnp", None),
        ("ec.ci", None),
        ("cl.rut", "[0-9]{8}-[0-9K]"),
        ("ar.cuit", None),
        ("ve.rif", "[VEJPG]-[0-9]{8}-[0-9]"),
        ("es.dni", "[0-9]{8}[A-Z]"),
        ("fr.nir", None),
        ("cn.ric", None),
        ("gh.tin", "[PCGQV]00[0-9]{8}"),
    ],
)
def test_stdnum_finds_no_fault_with_what_is_valid(module: str, form: str | None) -> None:
    country = module[:2].upper()
    name = {"gh": "taxpayer", "ve": "RIF", "es": "DNI", "ua": "РНОКПП"}.get(module[:2], "")
    (one,) = [one for one in ALL if one.country == country and one.name.startswith(name)]
    stdnum = importlib.import_module(f"stdnum.{module}")

    @given(st.lists(st.from_regex(f"(?:{form or one.form})", fullmatch=True), min_size=60))
    def valid(texts: list[str]) -> None:
        numbers = pl.Series([text for text in texts if text.isascii()])
        for text in numbers.filter(one.holds(numbers)):
            assert stdnum.is_valid(text) or not is_a_day(module, text)

    valid()


def is_a_day(module: str, text: str) -> bool:
    """Whether a date of birth exists: our forms let the 31st of February through."""
    stdnum = importlib.import_module(f"stdnum.{module}")
    try:
        stdnum.validate(text)
    except Exception as error:
        return type(error).__name__ != "InvalidComponent"
    return True


DIGITS = st.text("0123456789", min_size=8, max_size=20)
WRITTEN = st.one_of(
    DIGITS,
    st.sampled_from([text for one in ALL for text in (*one.matches, *one.misses)]),
    st.from_regex("[0-9]{2,6}-[0-9]{2,7}(?:-[0-9]{1,5})?", fullmatch=True),
)
COUNTRIES = st.sampled_from([(), *((one.country,) for one in ALL), ("AF", "TR", "UA")])


@given(st.sampled_from(KINDS), st.lists(WRITTEN, min_size=1), COUNTRIES)
def test_whole_columns_get_the_scores_that_presidio_gives(
    kind: object, texts: list[str], regions: tuple[str, ...]
) -> None:
    known = kind.certain(normalised(pl.Series(texts)), regions)
    for text, score in zip(normalised(pl.Series(texts)), known, strict=True):
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
