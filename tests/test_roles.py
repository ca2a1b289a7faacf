"""Columns get their part in a measure by tag, header or finding, or by patterns that name them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hxlguard.model.disclosure import MeasureAsked, Roles
from hxlguard.model.finding import Category
from hxlguard.model.profile import ColumnProfile
from hxlguard.roles import roles, unclear
from tests.facts import column

ASKED = MeasureAsked("k_anonymity")


def of(category: Category, index: int, tag: str | None, **more: Any) -> ColumnProfile:
    made = column(index, tag, **more)
    return replace(made, finding=replace(made.finding, category=category))


SURVEY = [
    column(1, "#meta+id"),
    column(2, "#adm2+name", admin_level=2),
    column(3, "#respondee+gender"),
    of(Category.QUASI_IDENTIFIER, 4, None, header="Age"),
    of(Category.SENSITIVE_ATTRIBUTE, 5, "#group+ethnicity"),
    column(6, "#meta+weight"),
    column(7, "#meta+id+household"),
    column(8, "#date+interview"),
    column(9, "#need"),
    column(10, "#affected+hh"),
    column(11, "#respondee+religion", filled=0),
]


def test_roles_are_found_by_what_columns_are() -> None:
    assert roles(SURVEY, ASKED) == Roles((2, 3, 4), (5,), (10,), 6, 7)


@pytest.mark.parametrize(
    ("asked", "role", "columns"),
    [
        ({"quasi": ("#*+gender", "#need")}, "quasi", (3, 9)),
        ({"quasi": ("#indicator",)}, "quasi", ()),
        ({"sensitive": ("#need",)}, "sensitive", (9,)),
        ({"sensitive": ("#respondee",)}, "sensitive", (3,)),
        ({"sensitive": ("#respondee",)}, "quasi", (2, 4)),
        ({"sensitive": ("#indicator",)}, "sensitive", ()),
        ({"counts": ("#reached",)}, "counts", ()),
        ({"weight": "#need"}, "weight", 9),
        ({"household": "#meta-household-weight"}, "household", 1),
    ],
)
def test_patterns_name_columns(asked: dict[str, Any], role: str, columns: object) -> None:
    assert getattr(roles(SURVEY, MeasureAsked("k_anonymity", **asked)), role) == columns


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Sampling weight", "weight"),
        ("hh_weight", "weight"),
        ("Factor de expansión", "weight"),
        ("poids de sondage", "weight"),
        ("weight", None),
        ("weight at birth", None),
        ("poids de l'enfant", None),
        ("HHID", "household"),
        ("household_id", "household"),
        ("Code du ménage", "household"),
        ("رقم الأسرة", "household"),
        ("household size", None),
        ("number of households", None),
    ],
)
def test_headers_tell_weight_and_household(header: str, role: str | None) -> None:
    found = roles([column(1, None, header=header)], ASKED)
    assert {name for name in ("weight", "household") if getattr(found, name)} == (
        {role} if role else set()
    )


@pytest.mark.parametrize(
    ("tag", "counts"),
    [
        ("#affected", True),
        ("#reached+f+children", True),
        ("#beneficiary+num", True),
        ("#indicator+hh", True),
        ("#population+type", False),
        ("#beneficiary+name", False),
        ("#targeted+pct", False),
        ("#value", False),
    ],
)
def test_counts_are_told_by_tag(tag: str, counts: bool) -> None:
    assert bool(roles([column(1, tag)], ASKED).counts) is counts


def test_what_makes_a_measure_stricter_goes_by_a_proposed_tag_too() -> None:
    proposed = [
        column(1, None, proposed_tag="#respondee+age"),
        column(2, None, proposed_tag="#reached"),
    ]
    asked = MeasureAsked("k_anonymity", quasi=("#*+age",), counts=("#reached",))
    assert roles(proposed, asked) == Roles(quasi=(1,), counts=(2,))


def test_a_named_weight_is_a_tagged_one() -> None:
    asked = MeasureAsked("global_risk", weight="#meta+weight")
    columns = [column(1, None, header="sampling weight", proposed_tag="#meta+weight")]
    assert roles(columns, asked).weight is None
    assert unclear(columns, asked, weight=True, household=False) == (
        "no column is tagged `#meta+weight`, which names the weight; tag one"
    )


@pytest.mark.parametrize(
    ("tags", "what"),
    [
        (("#meta+weight", "#meta+weight+final"), "weight"),
        (("#meta+hh+id", "#meta+household+id"), "household"),
    ],
)
def test_two_columns_for_one_part_leave_it_open(tags: tuple[str, str], what: str) -> None:
    columns = [column(1, tags[0]), column(2, tags[1])]
    assert getattr(roles(columns, ASKED), what) is None
    said = f"columns 1, 2 may each be the {what}; name one of them by its tag"
    for weight, household in ((True, True), (True, False), (False, True), (False, False)):
        needed = weight if what == "weight" else household
        found = unclear(columns, ASKED, weight=weight, household=household)
        assert found == (said if needed else None)


def test_nothing_is_unclear_in_a_survey() -> None:
    assert unclear(SURVEY, ASKED, weight=True, household=True) is None


def test_a_tag_comes_before_a_header() -> None:
    columns = [column(1, "#meta+weight"), column(2, None, header="design weight")]
    assert roles(columns, ASKED).weight == 1
    assert unclear(columns, ASKED, weight=True, household=True) is None
