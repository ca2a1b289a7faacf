"""Where a score is said to be certain, Presidio says the same."""

from __future__ import annotations

from functools import partial

import phonenumbers
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tldextract import TLDExtract

from hxlguard.analysis import Analyzer, analyzer
from hxlguard.confirming import hit_positions
from hxlguard.normalising import normalised
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Recognizer, Regions

SY = ("SY",)
KINDS = {kind.entity: kind for kind in RECOGNIZERS}
EMAIL, NAME, PHONE = (KINDS[e] for e in ("EMAIL_ADDRESS", "PERSON_NAME", "PHONE_NUMBER"))
SURE = (EMAIL, NAME, PHONE)


def certain(kind: Recognizer, text: str, regions: Regions) -> float | None:
    cell = pl.Series([text])
    patterns = kind.sure(cell, regions).items()
    return next((score for pattern, score in patterns if cell.str.contains(pattern).item()), None)


def assert_presidio_agrees(kind: Recognizer, text: str, regions: Regions) -> None:
    seen = normalised(pl.Series([text]))[0]
    known = certain(kind, seen, regions)
    assert known in (None, analyzer(regions).score(kind.entity, seen))


@pytest.mark.parametrize(
    ("kind", "text", "score"),
    [
        (PHONE, "+963 944 555 123", 0.9),
        (PHONE, "visit 3845: see later, call +963944555123 now", 0.9),
        (PHONE, "0944 555 123", 0.5),
        (PHONE, "visit 3845: see later, at 0944555123", 0.5),
        (PHONE, "+963 977 555 123", 0.0),
        (PHONE, "at 0977 555 123", 0.0),
        (PHONE, "call 0977 555 123", None),
        (PHONE, "+963 944555123 or 0944 555", 0.9),
        (PHONE, "+963 977 555 123 or 0944 555 123", None),
        (PHONE, "12 ext 0944 555 123", None),
        (PHONE, "+31 20 123 4567", None),
        (PHONE, "+254 712 345 678", 0.9),
        (PHONE, "+254 912 345 678", 0.0),
        (PHONE, "963944555123", None),
        (EMAIL, "write to amina.k@relief.org, please", 1.0),
        (EMAIL, "amina.k@relief.org.sy", None),
        (EMAIL, "amina (at) relief.org", None),
        (NAME, "spoke with Mrs. Amina", 0.75),
        (NAME, "spoke with Mrs A", None),
    ],
)
def test_the_usual_ways_of_writing_are_certain(
    kind: Recognizer, text: str, score: float | None
) -> None:
    assert certain(kind, text, SY) == score
    assert_presidio_agrees(kind, text, SY)


def test_no_other_kind_claims_to_know() -> None:
    assert [kind for kind in RECOGNIZERS if kind.sure(pl.Series([""]), SY)] == list(SURE)


WORDS = st.sampled_from(
    [
        "call",
        "x",
        "ext",
        "ext.",
        "int",
        "b",
        "home visit",
        "(",
        ")",
        "-",
        ".",
        ",",
        ";",
        ":",
        "#",
        "~",
        "من",
        "/ x",
        "12",
        "2021",
        "3:30",
        "00",
        "+",
        "é",
        "%",
        "ー",
        "tel:",
    ]
)
AROUND = st.builds(" ".join, st.lists(WORDS, max_size=3))
SPACES = st.lists(st.sampled_from(["", "", "", " ", "-"]), min_size=16, max_size=16)
PREFIXES = st.sampled_from(
    ["+963", "+963 ", "+962", "+93 ", "+254", "+880 ", "+98", "+234", "+1", "0", "00", "00963", ""]
)
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("of_table", [True, False], ids=["at home", "abroad"])
def test_examples_of_every_country(region: str, of_table: bool) -> None:
    code = phonenumbers.country_code_for_region(region)
    regions = (region,) if of_table else SY
    looker = analyzer(regions)
    for kind in phonenumbers.PhoneNumberType.values():
        example = phonenumbers.example_number_for_type(region, kind)
        if not example:
            continue
        digits = phonenumbers.national_significant_number(example)
        spaced = " ".join(digits[at : at + 3] for at in range(0, len(digits), 3))
        changed = (digits[:at] + "0" + digits[at + 1 :] for at in range(4))
        for number in (digits, spaced, digits[:-1], digits + "1", *changed):
            for text in (f"+{code}{number}", f"+{code} {number}", f"call 0{number} now"):
                known = certain(PHONE, text, regions)
                assert known in (None, looker.score("PHONE_NUMBER", text)), text


@given(
    st.sampled_from([SY, ("JO", "SY"), ("AF",), ("IR",), ("NG", "US"), ("TD",), ()]),
    PREFIXES,
    st.text("0123456789", min_size=4, max_size=14),
    SPACES,
    AROUND,
    AROUND,
    st.sampled_from(["", " ", ", "]),
)
def test_phone_numbers(
    regions: Regions,
    prefix: str,
    digits: str,
    spaces: list[str],
    before: str,
    behind: str,
    gap: str,
) -> None:
    number = prefix + "".join(map("".join, zip(digits, spaces, strict=False)))
    text = f"{before}{gap}{number}{gap}{behind}"
    assert_presidio_agrees(PHONE, text, regions)


@given(
    AROUND,
    st.text("ab1._+-%'/é@", max_size=8),
    st.lists(st.text("ab1-é_", max_size=4), min_size=1, max_size=3),
    st.sampled_from(["com", "org", "net", "ORG", "example", "co", "org.sy"]),
    st.sampled_from(["", ".", " ", ", ", ".x", "-x", ">", "/"]),
    AROUND,
)
def test_addresses(
    before: str, name: str, domain: list[str], top: str, after: str, behind: str
) -> None:
    text = f"{before} {name}@{'.'.join(domain)}.{top}{after}{behind}"
    assert_presidio_agrees(EMAIL, text, ())


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("352099001761481", 0.5),
        ("phone 49-015420-323751-8 was lost", 0.5),
        ("352099001761481 or 352099001761482", 0.5),
        ("phone 352099001761482 was lost", 0.0),
        ("a352099001761481", 0.0),
        ("no number", 0.0),
        ("352099001761482 or 352099001761481", None),
        ("a352099001761481 or 352099001761481", 0.5),
    ],
)
def test_equipment_numbers(text: str, score: float | None) -> None:
    imei = KINDS["IMEI_HARDWARE_ID"]
    assert imei.certain
    assert imei.certain(pl.Series([text]), ()).item() == score
    assert score in (None, analyzer(()).score(imei.entity, text))


def test_nothing_below_the_usual_domains_is_a_public_suffix() -> None:
    suffixes = TLDExtract(cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True).tlds
    usual = ("com", "net", "org")
    assert set(usual) <= set(suffixes)
    assert not [suffix for suffix in suffixes if suffix.endswith(tuple(f".{one}" for one in usual))]


@given(
    AROUND,
    st.sampled_from(["", " ", "-", "a", "1", "_", "é", "'"]),
    st.sampled_from(["Mr", "Mrs", "Sr.", "Señora", "mr", "Mr.", "Messrs"]),
    st.sampled_from([" ", "  ", "", "\n", "\u00a0"]),
    st.text("AbÉé-'’ 1", max_size=6),
)
def test_names(before: str, gap: str, address: str, space: str, name: str) -> None:
    assert_presidio_agrees(NAME, f"{before}{gap}{address}{space}{name}", ())


def test_presidio_is_not_loaded_where_every_answer_is_certain() -> None:
    looker = Analyzer(SY)
    ask = partial(hit_positions, analyzer=looker)
    assert ask(pl.Series(["+963 944 555 123", "none", "0977 555 123"])) == {0}
    assert "_registry" not in vars(looker)
    assert ask(pl.Series(["963944555123"])) == {0}
    assert "_registry" in vars(looker)
