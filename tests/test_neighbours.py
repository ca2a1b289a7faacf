"""What the other columns of a table say about one: made-up tables, looked at whole."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard import inspect
from hxlguard.model.finding import Category, ColumnFinding, Via
from hxlguard.model.ordered import Level

PEOPLE = {
    "full name": ["Amina Khalil", "Omar Haddad", "Salma Aziz", "Yusuf Darwish", "Huda Saleh"],
    "sex": ["F", "M", "F", "M", "F"],
    "age": ["34", "19", "52", "41", "7"],
}
FACILITIES = {
    "facility_name": ["North Clinic", "River Clinic", "Hill Clinic", "Gate Clinic", "Old Clinic"],
    "services": ["maternity", "surgery", "maternity", "vaccination", "surgery"],
    "beds": ["12", "40", "8", "15", "22"],
}
PRICES = {
    "#item+name": ["maize", "rice", "beans", "oil", "salt"],
    "#value": ["12", "40", "8", "15", "22"],
    "#sector": ["food", "food", "food", "food", "food"],
}
TOWNS = ["Northtown", "Rivertown", "Hilltown", "Gateton", "Oldtown"]
PHONES = ["+963 944 555 123", "+963 944 555 124", "+963 933 555 125"] * 2
NAMES = ["Lina Saad", "Karim Nassar", "Rana Fares", "Sami Issa", "Dina Rahal"]


def beside(rest: dict[str, list[str]], header: str, cells: list[str]) -> ColumnFinding:
    """The finding of a column among others."""
    frame = pl.DataFrame({**rest, header: cells[:5]})
    (table,) = inspect(frame).sources[0].tables
    return table.columns[-1].finding


def test_counts_of_a_trait_among_things_are_nobody_s_trait() -> None:
    header, counts = "stateless persons", ["120", "45", "310", "22", "61"]
    assert beside(FACILITIES, header, counts).category is Category.NON_PERSONAL
    told = beside(FACILITIES, header, ["yes", "no", "yes", "no", "no"])
    assert told.category is Category.SENSITIVE_ATTRIBUTE


@pytest.mark.parametrize("header", ["Obs.", "Vuln. cat.", "Zone de santé"])
def test_what_is_cut_short_or_bare_counts_beside_people(header: str) -> None:
    texts = ["went home", "was ill", "asked again", "has left", "no answer"]
    assert beside(PEOPLE, header, texts).category is not Category.NON_PERSONAL
    assert beside(FACILITIES, header, texts).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    "header",
    [
        "city",
        "Village",
        "location",
        "household/village",
        "ville",
        "barrio",
        "المدينه",
        "село",
        "kijiji",
        "Village / camp",
        "location/idp_site",
        "Comunidad / caserío",
    ],
)
def test_a_place_beside_people_is_where_they_live(header: str) -> None:
    finding = beside(PEOPLE, header, TOWNS)
    assert finding.category is Category.QUASI_IDENTIFIER
    assert finding.detections[0].entity == "LOCATION"
    assert finding.detections[0].via == (Via.HEADER, Via.VALUE, Via.NEIGHBOURS)
    for others in (FACILITIES, PRICES, {}):
        assert beside(others, header, TOWNS).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    "header",
    [
        *("district", "Province", "commune", "municipio", "village chief"),
        *("İlçe", "ولسوالی", "المديرية", "wilaya", "район", "উপজেলা", "Kecamatan"),
    ],
)
def test_a_coarse_place_beside_people_says_nothing_and_a_person_there_is_no_place(
    header: str,
) -> None:
    found = beside(PEOPLE, header, TOWNS).detections
    assert "LOCATION" not in [one.entity for one in found]


REMARKS = [
    "came back to ask for a new card",
    "the shelter leaks, to be visited again",
    "waits for the results since two weeks",
    "says that the list was changed",
    "moved in with her neighbours",
]
INCIDENTS = {
    "event_date": ["2025-01-02", "2025-01-04", "2025-02-02", "2025-02-09", "2025-03-01"],
    "event_type": ["clash", "protest", "clash", "looting", "protest"],
}


@pytest.mark.parametrize("header", ["notes", "Action taken", "observaciones", "ملاحظات", "опис"])
def test_a_remark_about_a_person_or_an_incident_is_delicate(header: str) -> None:
    for others in (PEOPLE, INCIDENTS):
        finding = beside(others, header, REMARKS)
        assert (finding.category, finding.level) == (Category.SENSITIVE_ATTRIBUTE, Level.HIGH)
    for others in (FACILITIES, PRICES):
        assert beside(others, header, REMARKS).category is Category.NON_PERSONAL


LONG_REMARKS = [f"{remark}, as she told at the desk of the camp" for remark in REMARKS]


def test_words_of_any_script_make_long_texts() -> None:
    told = "জানান যে তার ঘর ভেঙে গেছে এবং নতুন ছাউনি দরকার"
    finding = beside(
        PEOPLE, "q12", [f"{name} {told}" for name in ("রহিমা", "করিম", "জসিম", "নূর", "ফাতেমা")]
    )
    assert finding.detections[0].entity == "FREE_TEXT"


def test_a_text_is_long_by_its_letters_and_not_by_its_bytes() -> None:
    short = ["मूल्याङ्कन मिति", "२०८० साल", "छैन", "अर्को पटक", "थाहा छैन"]
    assert beside(FACILITIES, "q12", short).category is Category.NON_PERSONAL


@pytest.mark.parametrize("header", ["q12", "Dhibaatada", "", "obs2"])
def test_long_texts_about_people_are_delicate_whatever_stands_above_them(header: str) -> None:
    for others in (PEOPLE, INCIDENTS):
        finding = beside(others, header, LONG_REMARKS)
        assert (finding.category, finding.level) == (Category.SENSITIVE_ATTRIBUTE, Level.HIGH)
        assert finding.detections[0].entity == "FREE_TEXT"
        assert finding.detections[0].matched == finding.filled
        assert finding.detections[0].via == (Via.VALUE, Via.NEIGHBOURS)
    for others in (FACILITIES, PRICES, {}):
        assert beside(others, header, LONG_REMARKS).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    "cells",
    [
        LONG_REMARKS[:1] * 5,
        TOWNS,
        [*LONG_REMARKS[:2], "", "", ""],
        [f"uuid:{at}f8c1a2b-77aa-4c1d-9e8f-0123456789ab" for at in range(5)],
    ],
)
def test_few_short_or_repeated_texts_are_no_remarks(cells: list[str]) -> None:
    assert beside(PEOPLE, "q12", cells).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    "header",
    ["Boys 0-4", "f_6_17", "children_under_5", "garçons 6-17 ans", "Elderly", "Female 60+", "U5"],
)
def test_members_of_an_age_are_told_beside_people(header: str) -> None:
    few = ["1", "0", "2", "0", "3"]
    assert beside(PEOPLE, header, few).detections[0].entity == "HOUSEHOLD_VULNERABILITY"
    for others in (FACILITIES, PRICES, {}):
        assert beside(others, header, few).category is Category.NON_PERSONAL


@pytest.mark.parametrize("header", ["person", "under 5", "latrines for boys 0-4", "60+"])
def test_no_member_of_an_age_is_one(header: str) -> None:
    found = beside(PEOPLE, header, ["1", "0", "2", "0", "3"]).detections
    assert "HOUSEHOLD_VULNERABILITY" not in [one.entity for one in found]


def test_a_column_for_remarks_without_any_is_not() -> None:
    assert beside(PEOPLE, "notes", [""] * 5).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    ("header", "cells", "entity"),
    [
        ("Relationship", ["head", "wife", "son", "son", "head"], "HOUSEHOLD_VULNERABILITY"),
        ("number of girls", ["1", "0", "2", "0", "3"], "HOUSEHOLD_VULNERABILITY"),
        ("nb_femmes", ["1", "0", "2", "0", "3"], "HOUSEHOLD_VULNERABILITY"),
        ("Country of origin", ["Syria", "Iraq", "Syria", "Iraq", "Syria"], "LEGAL_STATUS"),
        ("montant", ["50", "75", "50", "50", "75"], "INCOME"),
        ("poids", ["50", "75", "50", "50", "75"], "HEALTH_CONDITION"),
        ("outcome", ["alive", "dead", "alive", "alive", "alive"], "HEALTH_CONDITION"),
    ],
)
def test_what_is_said_of_people_beside_people_alone(
    header: str, cells: list[str], entity: str
) -> None:
    assert entity in [one.entity for one in beside(PEOPLE, header, cells).detections]
    for others in (FACILITIES, PRICES, {}):
        assert beside(others, header, cells).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    ("numbers", "category"),
    [
        (["17", "18", "19", "20", "21"], Category.NON_PERSONAL),
        (["HH-0017", "HH-0018", "HH-0019", "HH-0020", "HH-0021"], Category.NON_PERSONAL),
        ([f"NIE-BOS-25-00{at}" for at in range(10, 15)], Category.DIRECT_IDENTIFIER),
        ([f"08240.0216{at}/2024-08" for at in range(10, 15)], Category.DIRECT_IDENTIFIER),
        ([f"402719{at}" for at in range(10, 15)], Category.DIRECT_IDENTIFIER),
    ],
)
def test_a_case_number_is_told_from_a_running_number_by_its_looks(
    numbers: list[str], category: Category
) -> None:
    assert beside(PEOPLE, "case id", numbers).category is category
    assert beside(FACILITIES, "case id", numbers).category is Category.NON_PERSONAL


@pytest.mark.parametrize(
    "header", ["N° bénéficiaire", "número de beneficiario", "номер бенефициара", "patient number"]
)
def test_the_number_of_a_beneficiary_is_no_count_where_it_was_given_out(header: str) -> None:
    given_out = [f"NIE-BOS-25-00{at}" for at in range(10, 15)]
    assert beside(PEOPLE, header, given_out).category is Category.DIRECT_IDENTIFIER
    counted = beside(PEOPLE, header, ["3", "5", "2", "7", "4"])
    assert "CASE_NUMBER" not in [one.entity for one in counted.detections]


FIRST_NAMES = ["Amina", "Omar", "Salma", "Yusuf", "Huda"]


def test_single_words_are_names_of_people_beside_people_and_nothing_beside_things() -> None:
    prices = {"commodity": TOWNS, "price": ["12", "40", "8", "15", "22"]}
    alone, of_people = (beside(others, "x", FIRST_NAMES) for others in ({}, PEOPLE))
    assert alone.category is of_people.category is Category.DIRECT_IDENTIFIER
    assert alone.confidence < 0.5 < of_people.confidence
    for others in (FACILITIES, PRICES, prices):
        assert beside(others, "x", FIRST_NAMES).category is Category.NON_PERSONAL
        assert beside(others, "x", NAMES).category is Category.DIRECT_IDENTIFIER


def test_names_do_not_outvote_a_header_of_another_kind() -> None:
    mixed = ["Amina Khalil", "flat 3, Gate Road", "Old Town 12", "hill street", "Omar Haddad"]
    assert [one.entity for one in beside({}, "العنوان", mixed).detections] == ["STREET_ADDRESS"]


@pytest.mark.parametrize("header", ["id", "code", "Case ID", "identifiant", "номер"])
def test_the_number_of_a_record_about_a_person_is_no_identity_but_delicate(header: str) -> None:
    numbers = ["1", "2", "3", "4", "5"]
    finding = beside(PEOPLE, header, numbers)
    assert (finding.category, finding.level) == (Category.NON_PERSONAL, Level.MODERATE)
    assert beside(FACILITIES, header, numbers).detections == ()


@pytest.mark.parametrize(
    ("header", "cells"), [("contact name", NAMES), ("contact phone", PHONES), ("tel", PHONES)]
)
def test_contacts_of_things_are_those_of_an_organisation(header: str, cells: list[str]) -> None:
    of_things, of_people = beside(FACILITIES, header, cells), beside(PEOPLE, header, cells)
    assert of_things.category is Category.ORGANISATIONAL_CONTACT
    assert of_people.category is Category.DIRECT_IDENTIFIER
    assert of_things.level == of_people.level


def test_without_neighbours_the_header_may_name_an_organisation() -> None:
    phones = PHONES[:5]
    assert beside({}, "office phone", phones).category is Category.ORGANISATIONAL_CONTACT
    assert beside({}, "phone", phones).category is Category.DIRECT_IDENTIFIER
    assert beside(PEOPLE, "office phone", phones).category is Category.DIRECT_IDENTIFIER


def test_other_people_in_a_list_of_things_are_no_contacts() -> None:
    assert beside(FACILITIES, "patient name", NAMES).category is Category.DIRECT_IDENTIFIER


def test_a_column_is_no_neighbour_of_itself() -> None:
    (table,) = inspect(pl.DataFrame({"age": PEOPLE["age"], "colour": TOWNS})).sources[0].tables
    age = table.columns[0].finding
    assert all(Via.NEIGHBOURS not in found.via for found in age.detections)


def test_what_cells_show_stands_beside_whatever() -> None:
    mails = ["amina@relief.example"] * 5
    shown = {
        beside(others, "remark", mails).detections[0].confidence
        for others in (PEOPLE, FACILITIES, PRICES, {})
    }
    assert len(shown) == 1


@pytest.mark.parametrize(
    ("mails", "category"),
    [
        (["info@relief.example", "hr@relief.example"], Category.ORGANISATIONAL_CONTACT),
        (["info@relief.example", "amina@relief.example"], Category.DIRECT_IDENTIFIER),
        (["info@relief.example, amina@relief.example"], Category.DIRECT_IDENTIFIER),
    ],
)
def test_mailboxes_of_roles_reach_no_person(mails: list[str], category: Category) -> None:
    (table,) = inspect(pl.DataFrame({"email": mails})).sources[0].tables
    assert table.columns[0].finding.category is category


@pytest.mark.parametrize(
    ("header", "cells", "entity"),
    [
        ("Age grp", ["18-59", "60+", "18-59", "0-11", "12-17"], "AGE"),
        ("Tranche d'âge", ["<18", "18-35", "36-59", "60+", "36-59"], "AGE"),
        ("L/P", ["L", "P", "P", "L", "L"], "GENDER"),
        ("q4", ["H", "M", "M", "H", "H"], "GENDER"),
        ("Case Code", [f"CXB/C{at}/GP/10{at}" for at in range(5)], "CASE_NUMBER"),
        ("MRN", ["24-04335", "24-02931", "24-07209", "24-01092", "24-03956"], "CASE_NUMBER"),
        ("next of kin", [f"{name} / uncle / 08300630162{at}" for at, name in enumerate(NAMES)],
         "PERSON_NAME"),
        ("x", [f"{name} 9396-881{at}" for at, name in enumerate(NAMES)], "PERSON_NAME"),
        ("q17", ["E11.9", "A09.0", "J45.9", "B54.0", "E11.9"], "HEALTH_CONDITION"),
        ("SIGN", ["TH.", "BM", "F.G.", "M E", "K"], "PHOTO_FILE"),
        ("কৈফিয়ত / মন্তব্য", ["জ্বর হয়েছিল", "অপুষ্ট, রেফার", "জ্বর ছিল", "অনুপস্থিত", "এলার্জি"],
         "FREE_TEXT"),
    ],
)  # fmt: skip
def test_what_is_told_beside_people(header: str, cells: list[str], entity: str) -> None:
    found = beside(PEOPLE, header, cells)
    assert entity in {one.entity for one in found.detections}
    assert found.category is not Category.NON_PERSONAL


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Age grp", ["18-59", "60+", "18-59", "0-11", "12-17"]),
        ("q4", ["H", "M", "M", "H", "H"]),
        ("Vessel name", NAMES),
        ("school name", NAMES),
        ("storm name", ["Amina", "Omar", "Salma", "Yusuf", "Huda"]),
        ("Shape_Leng", [f"2.41111111111111{at}1" for at in range(5)]),
        ("title", [f"Seeds for herders {at} (2022-2025)" for at in range(5)]),
        ("iati-identifier", [f"XX-RLF-8481{at}-000" for at in range(5)]),
    ],
)
def test_what_is_nobody_s_beside_things(header: str, cells: list[str]) -> None:
    assert beside(FACILITIES, header, cells).category is Category.NON_PERSONAL


def test_somebody_who_is_addressed_stands_out_among_names_of_ships() -> None:
    names = ["Blue Kestrel", "Nordic Grain", "Sea Harmony", "Aurora", "ask Mrs Amina Khalil"]
    assert beside(FACILITIES, "Vessel name", names).category is Category.DIRECT_IDENTIFIER


def test_a_firm_may_be_one_person() -> None:
    assert beside(FACILITIES, "company name", NAMES).category is not Category.NON_PERSONAL


def test_a_tag_of_totals_says_nothing_of_a_person() -> None:
    header, counts = "#inneed+disabled", ["120", "45", "310", "22", "61"]
    assert beside(PRICES, header, counts).category is Category.NON_PERSONAL
    few = beside(PRICES, header, ["yes", "no", "yes", "no", "no"])
    assert few.category is Category.SENSITIVE_ATTRIBUTE


def test_a_tag_that_hxl_does_not_have_leaves_the_header_its_say() -> None:
    table = pl.DataFrame({"Sexe": ["F", "M", "F", "M"], "Village": TOWNS[:4]})
    tagged = inspect(table, tags={"Sexe": "#respondent+sexe", "Village": "#respondent+village"})
    sex, village = tagged.sources[0].tables[0].columns
    assert sex.finding.category is village.finding.category is Category.QUASI_IDENTIFIER


def test_a_household_s_number_is_enough_for_its_neighbours_to_be_about_people() -> None:
    household = {"hhid": ["4001", "4002", "4003", "4004", "4005"]}
    found = beside(household, "camp", TOWNS)
    assert found.category is Category.QUASI_IDENTIFIER


def test_a_number_in_a_remark_counts_although_the_remark_is_surer() -> None:
    remarks = [*REMARKS[:4], "call 0944 555 123 before noon"]
    found = beside({"#country+code": ["SYR"] * 5, **PRICES}, "comments", remarks)
    assert found.category is Category.DIRECT_IDENTIFIER
