"""Measures of a table are computed once for all that ask, and say the same of any split of it."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from hxlguard.disclosing import measures_found
from hxlguard.measures import MEASURES, OF_COUNTS
from hxlguard.model.disclosure import MeasureAsked, MeasureFound, MeasureName
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.table import Held, TaggedTable
from hxlguard.profiling import profile_source
from hxlguard.source_facts import read_tagged
from tests.measures import risk_oracles

SURVEY = """District,Sex,Age,Interview,Need,Weight
#adm2+name,#respondee+gender,#respondee+age,#date,#need,#meta+weight
Barwani,female,34,2026-03-02,water,10
Barwani,female,34,2026-03-09,food,10
Barwani,male,61,2026-03-03,water,20
Tillabo,female,19,2026-04-01,food,30
Tillabo,female,17,2026-04-02,food,30
"""
KEY = ("#adm2", "#respondee+gender", "#respondee+age")


def measured(text: str, *asked: MeasureAsked) -> tuple[MeasureFound, ...]:
    table, columns = tagged(text)
    return measures_found(table, columns, asked)


def tagged(text: str) -> tuple[TaggedTable, tuple[ColumnProfile, ...]]:
    raw, tables = read_tagged(text.encode(), "survey.csv", {})
    return tables[0], profile_source(raw, tables).tables[0].columns


def test_every_measure_that_can_be_asked_for_is_answered_in_its_place() -> None:
    assert {*MEASURES, *OF_COUNTS} == {*get_args(MeasureName)}
    asked = [MeasureAsked(name) for name in get_args(MeasureName)]
    found = measured(SURVEY, *asked)
    assert [each.asked for each in found] == asked


def test_what_is_found_names_its_rows_as_the_file_numbers_them() -> None:
    (found,) = measured(SURVEY, MeasureAsked("k_anonymity", quasi=KEY, at_least=2))
    assert (found.value, found.rows) == (1, Rows(3, (5, 6, 7)))
    assert found.roles.quasi == (1, 2, 3)


def test_a_row_without_any_cell_is_no_record() -> None:
    gaps = SURVEY.replace("Barwani,male", ",,,,,\nBarwani,male")
    (found,) = measured(gaps, MeasureAsked("k_anonymity", quasi=KEY, at_least=2))
    assert (found.details["records"], found.rows) == (5, Rows(3, (6, 7, 8)))


def test_a_row_with_a_blank_key_is_a_record() -> None:
    more = SURVEY + ",,,,water,10\n"
    (found,) = measured(more, MeasureAsked("k_anonymity", quasi=KEY, at_least=2))
    assert found.rows == Rows(4, (5, 6, 7, 8))


def test_bands_and_months_count_only_where_they_are_asked_for() -> None:
    key = ("#adm2", "#respondee+age", "#date")
    fine = MeasureAsked("k_anonymity", quasi=key)
    coarse = replace(fine, bands=(("#*+age", (0, 60)),), dates="month")
    alone, together = measured(SURVEY, fine, coarse)
    assert (alone.value, alone.details["classes"]) == (1, 5)
    assert (together.value, together.details["classes"]) == (1, 3)
    assert together.rows == Rows(1, (5,)), "the 61-year-old is alone; rows are compared as bands"


def test_two_columns_of_households_leave_only_what_is_about_households_open() -> None:
    text = "A,B,C\n#adm1,#household+id,#meta+hh+id\na,1,2\nb,1,2\n"
    names = ("global_risk", "individual_risk", "k_anonymity", "household_risk")
    *others, households = measured(text, *(MeasureAsked(name) for name in names))
    assert all(each.value is not None for each in others)
    assert (households.value, households.reason) == (
        None,
        "columns 2, 3 may each be the household; name one of them by its tag",
    )


HOUSEHOLDS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(("h", " h ", "i", "j", "k"))),
    min_size=1,
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(HOUSEHOLDS, st.sampled_from((None, 0.0, 0.5, 0.8)), st.integers(0, 14))
def test_the_rows_of_a_household_risk_are_those_of_its_members(
    people: list[tuple[str, str]], limit: float | None, cut: int
) -> None:
    """Two batches, and the definition record by record; without a limit the worst households."""
    table, columns = tagged("A,B\n#adm1,#household+id\n" + "x,y\n" * len(people))
    head = pl.DataFrame({"1": ["A", "#adm1"], "2": ["B", "#household+id"]})
    rows = pl.DataFrame(people, schema=["1", "2"], orient="row")
    split = replace(table, grid=Held((head, rows[:cut], rows[cut:])))
    asked = MeasureAsked("household_risk", quasi=("#adm1",), at_most=limit)
    (found,) = measures_found(split, columns, [asked])
    each = risk_oracles.individual_risks([(key,) for key, _ in people], [1.0] * len(people))
    of_household = risk_oracles.household_risks(each, [home.strip() for _, home in people])
    risks = [round(risk, 9) for risk in of_household]
    worst = [risk == max(risks) if limit is None else risk > limit for risk in risks]
    assert found.rows == Rows.of(at for at, bad in enumerate(worst, start=3) if bad)


def test_codes_are_compared_by_groups_only_where_the_pattern_fits_their_column() -> None:
    text = "District,Diagnosis\n#adm2,#need+icd\na,J10\na,J11\nb,J45\nb,J45\n"
    equal = MeasureAsked("t_closeness", quasi=("#adm2",), sensitive=("#need",))
    grouped = replace(equal, hierarchies=(("#need+icd", (1, 3)),))
    elsewhere = replace(equal, hierarchies=(("#need+who", (1, 3)),))
    found = measured(text, equal, grouped, elsewhere)
    assert [each.value for each in found] == pytest.approx([0.5, 1 / 3, 0.5])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Need\n#need\nwater\n", "no column is a quasi-identifier"),
        ("District,Need\n#adm2,#need\n,water\n", "no column is a quasi-identifier"),
    ],
)
def test_where_nothing_can_be_measured_it_says_why(text: str, reason: str) -> None:
    (found,) = measured(text, MeasureAsked("k_anonymity"))
    assert found.value is None
    assert found.reason.startswith(reason)
    assert found.rows == NO_ROWS


@pytest.mark.parametrize("weight", ["0", "-1", "many", "", "NaN", "inf"])
def test_a_weight_that_is_none_leaves_the_risk_open(weight: str) -> None:
    asked = MeasureAsked("global_risk", quasi=KEY, weight="#meta+weight")
    (found,) = measured(SURVEY.replace("water,20", f"water,{weight}"), asked)
    assert (found.value, bool(found.reason)) == (None, True)


def test_a_weight_that_is_named_and_missing_leaves_the_risk_open_and_k_alone() -> None:
    named = {"quasi": KEY, "weight": "#meta+weight"}
    risk, k = measured(
        SURVEY.replace("#meta+weight", "#indicator+w"),
        MeasureAsked("global_risk", **named),  # type: ignore[arg-type]
        MeasureAsked("k_anonymity", **named),  # type: ignore[arg-type]
    )
    assert (risk.value, k.value) == (None, 1)


@given(
    st.lists(st.tuples(*(st.sampled_from(("a", "b", " a ", None)),) * 3), min_size=1, max_size=12),
    st.lists(st.integers(1, 5), max_size=4),
)
def test_any_split_gives_the_same(cells: list[tuple[str | None, ...]], lengths: list[int]) -> None:
    table, columns = tagged("A,B,C\n#adm1,#adm2,#need\n" + "x,y,z\n" * len(cells))
    rows = pl.DataFrame(cells, schema=dict.fromkeys(("1", "2", "3"), pl.String), orient="row")
    header = pl.DataFrame({"1": ["A", "#adm1"], "2": ["B", "#adm2"], "3": ["C", "#need"]})
    written = sum(any(cell and cell.strip() for cell in row) for row in cells)
    whole = replace(table, grid=Held((pl.concat([header, rows]),)), rows=written)
    parts, start = [header], 0
    for length in lengths:
        parts.append(rows.slice(start, length))
        start += length
    parts.append(rows.slice(start))
    split = replace(whole, grid=Held(tuple(parts)))
    asked = [
        MeasureAsked("k_anonymity", quasi=("#adm1", "#adm2"), at_least=3),
        MeasureAsked("individual_risk", quasi=("#adm1",), at_most=0.4),
    ]
    assert measures_found(whole, columns, asked) == measures_found(split, columns, asked)


def test_an_answer_survives_json() -> None:
    adapter = TypeAdapter(tuple[MeasureFound, ...])
    found = measured(
        SURVEY,
        MeasureAsked("k_anonymity", at_least=5, bands=(("#*+age", (0, 18)),)),
        MeasureAsked("global_risk", at_most=0.01),
        MeasureAsked("min_cell_count", at_least=5),
    )
    again = adapter.validate_json(adapter.dump_json(found), strict=True)
    assert again == found
    assert adapter.dump_json(again) == adapter.dump_json(found)
