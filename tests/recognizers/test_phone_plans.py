"""The plans let through all that the phonenumbers library finds."""

from __future__ import annotations

import re

import phonenumbers
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from presidio_analyzer.predefined_recognizers import PhoneRecognizer

from hxlguard.analysis import Analyzer, analyzer
from hxlguard.normalising import normalised
from hxlguard.profiling import MOST_REGIONS
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.phone_plans import plausible_numbers
from hxlguard.scanning import candidates

PHONE = next(kind for kind in RECOGNIZERS if kind.entity == "PHONE_NUMBER")

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
TYPES = sorted(phonenumbers.PhoneNumberType.values())
FORMATS = (
    phonenumbers.PhoneNumberFormat.E164,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.NATIONAL,
)
WRITTEN = ("{}", "HH-{}", "2021-03-04 {}", "tel {} ext 12", "({})", "12 {}/2", "{}, 2019")


def is_asked(text: str, region: str) -> bool:
    cell = normalised(pl.Series([text]))
    return bool(candidates(PHONE, cell, (region,)).item())


def assert_nothing_is_lost(text: str, region: str, looker: Analyzer) -> None:
    if looker.score("PHONE_NUMBER", normalised(pl.Series([text]))[0]):
        assert is_asked(text, region)


@pytest.mark.parametrize("region", REGIONS)
def test_lets_every_example_of_a_country_through(region: str) -> None:
    looker = Analyzer((region,))
    examples = [phonenumbers.example_number_for_type(region, kind) for kind in TYPES]
    texts = {
        phonenumbers.format_number(example, form)
        for example in examples
        if example
        for form in FORMATS
    }
    assert any(looker.score("PHONE_NUMBER", text) for text in texts)
    for text in sorted(texts):
        assert_nothing_is_lost(text, region, looker)


DIGITS = st.text("0123456789", min_size=4, max_size=14)
BETWEEN = st.sampled_from(
    ["", "", "", " ", "-", ".", "/", " / ", ")", " (", "x", "X", "ー", ",", ":", "T"]
)


@given(
    st.sampled_from(["SY", "AF", "SO", "CD", "UA", "BD", "US", "GB", "BR", "IT"]),
    st.sampled_from(["", "0", "00", "+", "00963", "+93", "8", "1", "963"]),
    DIGITS,
    st.lists(BETWEEN, min_size=14, max_size=14),
    st.sampled_from(WRITTEN),
)
def test_lets_every_number_through(
    region: str, prefix: str, digits: str, between: list[str], written: str
) -> None:
    number = prefix + "".join(map("".join, zip(digits, between, strict=False)))
    assert_nothing_is_lost(written.format(number), region, analyzer((region,)))


@pytest.mark.parametrize(
    "text", ["HH-0001234", "2021-03-04T12:33:44.123+03:00", "1234567", "LY0106 12345"]
)
def test_spares_the_library_most_other_numbers(text: str) -> None:
    assert not is_asked(text, "SY")


@given(st.sampled_from(["SY", "CD", "US"]), DIGITS, st.lists(BETWEEN, min_size=14, max_size=14))
def test_finds_what_presidios_own_recognizer_finds(
    region: str, digits: str, between: list[str]
) -> None:
    text = "at +" + "".join(map("".join, zip(digits, between, strict=False)))
    (ours,) = analyzer((region,)).recognizers("PHONE_NUMBER")
    theirs = PhoneRecognizer(supported_regions=(region,)).analyze(text, ["PHONE_NUMBER"], None)
    found = ours.analyze(text, ["PHONE_NUMBER"], None)
    assert {(one.start, one.end) for one in found} <= {(one.start, one.end) for one in theirs}
    assert bool(found) == any(len(re.findall(r"\d", text[r.start : r.end])) > 4 for r in theirs)


@pytest.mark.parametrize(
    "text", ["+81ー9012345678", "+989601", "12 +989601X12", "+81 90ー1234ー5678"]
)
def test_short_and_oddly_written_international_numbers_are_asked_about(text: str) -> None:
    assert is_asked(text, "SY")
    assert analyzer(("SY",)).score("PHONE_NUMBER", text)


def test_the_longest_plans_together_make_a_pattern_that_polars_takes() -> None:
    longest = sorted(REGIONS, key=lambda region: -len(plausible_numbers((region,))))[:MOST_REGIONS]
    texts = pl.Series(["+963 944 555 123"])
    assert texts.str.contains(plausible_numbers(tuple(sorted(longest)))).all()
