"""What would help is computed: each option's figure is that of the table so changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hxlguard.model.disclosure import MeasureAsked, MeasureFound, MeasureName, Option
from tests.test_disclosing import SURVEY, measured


def found_for(asked: MeasureAsked, text: str = SURVEY) -> MeasureFound:
    (found,) = measured(text, asked)
    return found


ASKED = MeasureAsked("k_anonymity", quasi=("#adm2", "#respondee+age"), at_least=2)


def test_the_best_option_comes_first_with_its_figures() -> None:
    assert found_for(ASKED).options == (
        Option("drop", 3, "", 2, 0),
        Option("drop", 1, "", 1, 3),
        Option("band", 3, "0, 5, 12, 18, 60", 1, 3),
    )


@pytest.mark.parametrize(("left", "column"), [(("#respondee+age",), 1), (("#adm2",), 3)])
def test_leaving_out_a_column_brings_what_its_table_measures(
    left: tuple[str, ...], column: int
) -> None:
    alone = found_for(MeasureAsked("k_anonymity", quasi=left, at_least=2))
    (option,) = [
        each for each in found_for(ASKED).options if (each.do, each.column) == ("drop", column)
    ]
    assert option.value == alone.value


def test_bands_and_months_bring_what_the_coarser_table_measures() -> None:
    asked = MeasureAsked("k_anonymity", quasi=("#respondee+age", "#date"), at_least=6)
    changes = {(each.do, each.column): each for each in found_for(asked).options}
    month = changes["truncate_date", 4]
    assert (month.to, month.uniques) == ("month", 3)
    banded = SURVEY.replace(",34,", ",18-59,").replace(",19,", ",18-59,")
    assert changes["band", 3].value == found_for(asked, banded).value


@pytest.mark.parametrize(
    "asked",
    [
        MeasureAsked("k_anonymity", quasi=("#adm2",), at_least=2),
        MeasureAsked("k_anonymity", quasi=("#adm2", "#respondee+age")),
        MeasureAsked("suda", quasi=("#adm2", "#respondee+age"), at_most=2),
    ],
)
def test_nothing_is_offered_where_nothing_is_broken(asked: MeasureAsked) -> None:
    assert found_for(asked).options == ()


@pytest.mark.parametrize("measure", ["suda", "dis_suda"])
def test_what_would_help_against_special_records_is_computed_too(measure: MeasureName) -> None:
    keys = ("#adm2", "#respondee+gender", "#respondee+age")
    asked = MeasureAsked(measure, quasi=keys, at_most=0, sampling_fraction=0.1)
    changes = {(each.do, each.column): each.value for each in found_for(asked).options}
    for column, left in ((1, keys[1:]), (2, (keys[0], keys[2])), (3, keys[:2])):
        assert changes["drop", column] == found_for(replace(asked, quasi=left)).value


def test_what_would_help_where_blanks_agree_with_every_value_is_computed_too() -> None:
    text = SURVEY.replace("female,34,2026-03-09", ",34,2026-03-09")
    keys = ("#adm2", "#respondee+gender", "#respondee+age")
    asked = MeasureAsked("k_anonymity", quasi=keys, at_least=3, blanks="wildcard")
    changes = {(each.do, each.column): each.value for each in found_for(asked, text).options}
    for column, left in ((1, keys[1:]), (2, (keys[0], keys[2])), (3, keys[:2])):
        assert changes["drop", column] == found_for(replace(asked, quasi=left), text).value


def test_what_would_take_minutes_to_compute_is_not_offered() -> None:
    names = [f"#respondee+c{at}" for at in range(24)]
    text = "\n".join([",".join("A" * 24), ",".join(names), ",".join("x" * 24), ",".join("y" * 24)])
    found = found_for(MeasureAsked("suda", quasi=("#respondee",), at_most=0, size=4), text)
    assert (bool(found.value), found.options) == (True, ())


PLACES = """A,B,C,D,E
#geo+lat,#geo+lon,#adm3+code,#adm3+name,#respondee+gender
13.6101,25.3311,SD01001,Foo,f
13.6099,25.3309,SD01001,Foo,f
13.6104,25.3302,SD01002,Bar,f
13.6103,25.3301,SD02001,Baz,m
"""


def test_coordinates_are_rounded_together() -> None:
    asked = MeasureAsked("k_anonymity", quasi=("#geo",), at_least=3)
    changes = [each for each in found_for(asked, PLACES).options if each.do == "round_coordinates"]
    assert changes == [
        Option("round_coordinates", 1, "2", 4, 0, (2,)),
        Option("round_coordinates", 1, "1", 4, 0, (2,)),
    ]


def test_a_pair_of_coordinates_is_rounded_where_that_makes_any_two_alike() -> None:
    points = "".join(f'"{latitude:.4f}, 25.1000",a\n' for latitude in (1.11, 1.14, 1.2))
    asked = MeasureAsked("k_anonymity", quasi=("#geo", "#adm1"), at_least=2)
    options = found_for(asked, f"A,B\n#geo+coord,#adm1\n{points}").options
    changes = [each for each in options if each.do == "round_coordinates"]
    assert changes == [Option("round_coordinates", 1, "1", 1, 1)]


def test_places_become_those_of_the_level_above_and_lose_their_names() -> None:
    asked = MeasureAsked("k_anonymity", quasi=("#adm3",), at_least=3)
    (change,) = [
        each for each in found_for(asked, PLACES).options if each.do == "generalise_location"
    ]
    assert change == Option("generalise_location", 3, "2", 1, 1, (4,))
    coarse = PLACES.replace("SD01001,Foo", "SD01,").replace("SD01002,Bar", "SD01,")
    assert change.value == found_for(asked, coarse.replace("SD02001,Baz", "SD02,")).value


@pytest.mark.parametrize("codes", [("x", "y"), ("SD1", "SD01001"), ("S1", "S2"), ("", "SD-01")])
def test_what_is_no_p_code_is_no_place_in_another_one(codes: tuple[str, str]) -> None:
    text = f"A,B\n#adm2+code,#adm1\n{codes[0]},a\n{codes[1]},b\n"
    asked = MeasureAsked("k_anonymity", quasi=("#adm1", "#adm2"), at_least=9)
    options = found_for(asked, text).options
    assert options
    assert "generalise_location" not in {each.do for each in options}


def test_the_only_quasi_identifier_is_not_left_out() -> None:
    options = found_for(MeasureAsked("k_anonymity", quasi=("#respondee+age",), at_least=9)).options
    assert [each.do for each in options] == ["band"]
