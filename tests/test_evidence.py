"""Tag, header and values joined: what goes wrong elsewhere, case by case."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard.analysis import analyzer
from hxlguard.detection import Seen, detect_in, expected_entities
from hxlguard.evidence import BELIEVED, judge
from hxlguard.model.finding import SURE, Category, ColumnFinding, Via
from hxlguard.model.ordered import Level
from hxlguard.model.table import TaggedColumn
from hxlguard.tag_row import parse_tag

LOOKER = analyzer(("JO", "SY"))
NAMES = ["Amina Khalil", "Omar Haddad", "Salma Aziz", "Yusuf Darwish", "Huda Saleh"]


def judged(header: str | None, tag: str | None, cells: list[str]) -> ColumnFinding:
    series = pl.Series(cells, dtype=pl.String)
    column = TaggedColumn(1, header, parse_tag(tag) if tag else None)
    (seen,) = detect_in(series.to_frame("1"), 2, LOOKER, [expected_entities(column)])
    return judge(column, seen, Seen(), show_header=True)


def sure_entities(finding: ColumnFinding) -> set[str]:
    return {found.entity for found in finding.detections if found.confidence >= SURE}


@pytest.mark.parametrize(
    ("header", "tag", "cells", "entities"),
    [
        ("Manager", "#contact+name", NAMES, {"PERSON_NAME"}),
        ("child_name", None, NAMES, {"PERSON_NAME"}),
        ("name", None, NAMES, {"PERSON_NAME"}),
        ("Focal point", "#org", NAMES, {"PERSON_NAME"}),
        (None, None, ["x", "mail to amina@relief.example"], {"EMAIL_ADDRESS"}),
        ("Sector", "#sector", ["+963 944 555 123"], {"PHONE_NUMBER"}),
        ("Mobile", None, ["0944 555 123", "0933 111 222"], {"PHONE_NUMBER"}),
        ("lat", None, ["33.5138", "34.1"], {"GEO_COORDINATES"}),
        (None, "#geo+lat", ["33.5138"], {"GEO_COORDINATES"}),
        ("site", None, ["33.51380, 36.27650"], {"GEO_COORDINATES"}),
        ("date of birth", None, ["1984-02-03"], {"DATE_OF_BIRTH"}),
        ("notes", "#description", ["DOB: 1984-02-03, fled"], {"DATE_OF_BIRTH"}),
        ("tribe", None, ["A", "B"], {"ETHNIC_GROUP"}),
        ("iban", None, ["DE89370400440532013000"], {"IBAN_CODE"}),
    ],
)
def test_finds(header: str | None, tag: str | None, cells: list[str], entities: set[str]) -> None:
    assert entities <= sure_entities(judged(header, tag, cells))


@pytest.mark.parametrize(
    ("header", "tag", "cells"),
    [
        ("Organisation name", "#org+name", ["Relief Example", "Water for All"]),
        ("Name", "#adm1+name", ["North", "South"]),
        ("Partner Full Name", "#org+name", ["Relief Example", "Water for All"]),
        ("how long displaced", None, ["3 months"]),
        ("Project name", None, ["Wells for the north"]),
        ("Target Age Group", None, ["0-5", "6-12"]),
        ("email_verified", None, ["true", "false"]),
        ("phone", None, ["yes", "no", "no"]),
        ("acid_level", None, ["3.1", "4.2"]),
        ("People reached", "#reached", ["963944555", "79012345"]),
        ("Year", "#date+year", ["2018", "2019"]),
        ("Activity", "#activity", ["FS.SO3.1.1: distribute seeds"]),
        ("Pcode", "#adm2+code", ["SY0101", "SY0102"]),
        ("Market", "#loc+name", ["Sheikh Badr", "St Mary"]),
        ("Grant", None, ["MLI-14/E/65276"]),
        ("Population type", "#beneficiary+name", ["Out-of-camp refugees", "Host community"] * 40),
    ],
)
def test_leaves_in_peace(header: str, tag: str | None, cells: list[str]) -> None:
    finding = judged(header, tag, cells)
    assert sure_entities(finding) == set()
    assert finding.category is Category.NON_PERSONAL


IDS = ["01012345678", "02012345678", "03012345678"]
MOBILES = ["944555123", "933444222", "955111333"]


@pytest.mark.parametrize(
    ("header", "cells", "entity"),
    [
        ("Full name / ID", NAMES, "PERSON_NAME"),
        ("Beneficiary name (age, sex)", NAMES, "PERSON_NAME"),
        ("Name of beneficiary and phone", NAMES, "PERSON_NAME"),
        ("Name and surname (sex)", NAMES, "PERSON_NAME"),
        ("Nom complet et type", NAMES, "PERSON_NAME"),
        ("Full name and marital status", NAMES, "PERSON_NAME"),
        ("Organisation focal point", NAMES, "PERSON_NAME"),
        ("Phone (has whatsapp)", MOBILES, "PHONE_NUMBER"),
        ("National ID type/number", IDS, "NATIONAL_ID"),
        ("Passport (has one?)", IDS, "PASSPORT"),
    ],
)
def test_a_phrase_that_may_be_about_something_else_is_a_doubt(
    header: str, cells: list[str], entity: str
) -> None:
    (found,) = (
        found for found in judged(header, "#org", cells).detections if found.entity == entity
    )
    assert found.confidence >= BELIEVED
    # Cells that look like names settle the doubt.
    assert (found.confidence >= SURE) == (cells is NAMES)


@pytest.mark.parametrize(
    ("header", "tag", "cells"),
    [
        ("Organisation FULLNAME", "#org", ["Relief Example", "Water for All"]),
        ("Focal point organisation", "#org", ["Relief Example", "Water for All"]),
        ("Head of household education", "#group", ["primary school", "none"]),
        ("Number of enumerators, contact person count", "#org+num", ["12", "4"]),
        ("Phone (has whatsapp)", "#org", ["yes", "no"]),
        ("Total phone credit", "#value", ["1200000", "3400000"]),
        ("National ID: has one", "#org", ["yes", "no"]),
        ("Total ration card", "#reached", ["12000", "3400"]),
        ("email_verified", "#org", ["true", "false"]),
        ("UNHCR partner", "#org", ["Relief Example", "Water for All"]),
        ("Web address", "#org", ["relief.example", "water.example"]),
    ],
)
def test_a_doubted_header_over_other_cells_says_nothing(
    header: str, tag: str, cells: list[str]
) -> None:
    assert judged(header, tag, cells).detections == ()


@pytest.mark.parametrize("header", ["FULLNAME", "Beneficiary's name", "Benef. name", "firstname"])
def test_glued_and_possessive_headers_count_in_full(header: str) -> None:
    assert "PERSON_NAME" in sure_entities(judged(header, "#org", NAMES))


def test_neighbours_do_not_hide_a_check_digit_that_fits() -> None:
    cards = ["4111111111111111", "5500000000000004", "4012888888881881"]
    references = [f"4{n:015d}" for n in range(10_000_000, 10_000_400)]
    found = judged(None, "#org", cards + references).detections[0]
    assert found.entity == "CREDIT_CARD"
    assert found.confidence >= BELIEVED
    codes = [f"LY{10 + n}AB{10_000 + n}" for n in range(40)]
    iban = judged(None, "#org", ["GB82 WEST 1234 5698 7654 32", *codes])
    assert "IBAN_CODE" in sure_entities(iban)
    assert judged(None, "#org", codes).detections == ()


def test_evidence_is_named_and_adds_up() -> None:
    by_header = judged("phone", None, ["0944 555 123"] * 5).detections[0]
    by_all = judged("phone", "#contact+phone", ["+963 944 555 123"] * 5).detections[0]
    assert by_header.via == (Via.HEADER, Via.VALUE)
    assert by_all.via == (Via.TAG, Via.HEADER, Via.VALUE)
    assert by_all.confidence > by_header.confidence


def test_coverage_is_apart_from_confidence() -> None:
    found = judged(None, None, ["x"] * 99 + ["amina@relief.example"]).detections[0]
    assert (found.matched, found.coverage) == (1, 0.01)
    assert found.confidence == 0.75


def test_check_digits_that_pass_by_chance_weigh_little() -> None:
    numbers = [f"4{n:015d}" for n in range(10_000_000, 10_000_400)]
    assert "CREDIT_CARD" not in sure_entities(judged("record", None, numbers))
    cards = ["4111111111111111", "5500000000000004", "4012888888881881", "4222222222222220"]
    assert "CREDIT_CARD" in sure_entities(judged("record", None, cards[:3]))


def test_a_tag_never_lowers_what_values_show() -> None:
    for tag in (None, "#sector", "#org+name", "#description"):
        finding = judged(None, tag, ["amina@relief.example"] * 5)
        assert finding.level >= Level.HIGH
        assert finding.category is Category.DIRECT_IDENTIFIER


def test_contacts_of_an_organisation_stand_apart() -> None:
    finding = judged("Mail", "#org+email", ["info@relief.example"])
    assert finding.category is Category.ORGANISATIONAL_CONTACT


PHONES = ["+963 944 555 123"]
FLAGS = ["yes", "no"]


@pytest.mark.parametrize(
    ("header", "tag", "cells", "entity", "confidence"),
    [
        ("x", "#contact+name", ["4", "5"], "PERSON_NAME", 0.65),
        ("x", "#contact+name", NAMES, "PERSON_NAME", 0.975),
        ("Manager", "#contact+name", NAMES, "PERSON_NAME", 0.9938),
        ("Manager", None, NAMES, "PERSON_NAME", 0.97),
        ("name", None, NAMES, "PERSON_NAME", 0.93),
        ("x", "#beneficiary+name", NAMES, "PERSON_NAME", 0.88),
        ("mobile", None, FLAGS, "PHONE_NUMBER", None),
        (None, None, PHONES, "PHONE_NUMBER", 0.9),
        (None, None, PHONES * 5, "PHONE_NUMBER", 0.96),
        (None, None, PHONES * 4 + ["x"] * 4, "PHONE_NUMBER", 0.9),
    ],
)
def test_how_sure(
    header: str | None, tag: str | None, cells: list[str], entity: str, confidence: float | None
) -> None:
    found = {one.entity: one.confidence for one in judged(header, tag, cells).detections}
    assert found.get(entity) == (
        None if confidence is None else pytest.approx(confidence, abs=0.05)
    )


@pytest.mark.parametrize("rows", [5, 49, 50])
def test_kinds_of_people_are_not_names(rows: int) -> None:
    cells = (["Host community", "Displaced people"] * rows)[:rows]
    found = judged("x", "#beneficiary+name", cells).detections
    assert not any(one.entity == "PERSON_NAME" for one in found)


PLACES = ["Aleppo", "Damascus", "Donetsk", "Kandahar", "Port-au-Prince", "Dhaka", "Mogadishu"]


@pytest.mark.parametrize(
    ("header", "cells", "confidence"),
    [
        (None, NAMES, 0.75),
        ("Sector", NAMES, 0.75),
        (None, ["Amina", "Fatima", "Khadija", "Mohamed", "Ibrahim"], 0.45),
        (None, [*NAMES, *PLACES[:5]], 0.55),
        (None, [*NAMES[:3], *PLACES], None),
        (None, NAMES[:2], None),
        (None, NAMES[:1] * 9, None),
        (None, ["NER", "MLI", "TCD", "BEN", "MAR", "ALB"], None),
        ("name", PLACES, 0.33),
        ("name", ["active", "inactive", "pending"], None),
        ("Full name", PLACES, 0.5),
        ("name", ["Amina", "N/A", "none"], 0.7),
    ],
)
def test_cells_that_look_like_names(
    header: str | None, cells: list[str], confidence: float | None
) -> None:
    found = {one.entity: one.confidence for one in judged(header, None, cells).detections}
    assert found.get("PERSON_NAME") == (
        None if confidence is None else pytest.approx(confidence, abs=0.05)
    )


def test_one_form_of_address_among_places_is_enough() -> None:
    found = judged(None, None, [*PLACES, "Mrs Amina Khalil"]).detections
    assert [(one.entity, one.confidence) for one in found] == [("PERSON_NAME", 0.75)]
