"""What would help is computed: each option's figure is that of the table so changed."""

from __future__ import annotations

import pytest

from hxlguard.model.disclosure import MeasureAsked, MeasureFound, Option
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
        MeasureAsked("suda", quasi=("#adm2", "#respondee+age"), at_most=0),
        MeasureAsked("k_anonymity", quasi=("#adm2", "#date"), at_least=9, blanks="wildcard"),
    ],
)
def test_nothing_is_offered_where_nothing_is_broken_or_it_would_take_long(
    asked: MeasureAsked,
) -> None:
    assert found_for(asked).options == ()


def test_the_only_quasi_identifier_is_not_left_out() -> None:
    options = found_for(MeasureAsked("k_anonymity", quasi=("#respondee+age",), at_least=9)).options
    assert [each.do for each in options] == ["band"]
