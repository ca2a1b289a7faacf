"""Limits on what can be learnt from a table as a whole, judged by measures that were found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.clauses.disclosure import measure_asked
from hxlguard.composing import asked_for
from hxlguard.model.agreement import Agreement, Disclosure
from hxlguard.model.disclosure import (
    AT_LEAST,
    LimitName,
    MeasureAsked,
    MeasureFound,
    Option,
    Roles,
)
from hxlguard.model.location import Rows
from hxlguard.model.ordered import Verdict
from hxlguard.model.report import Report, Transfer
from hxlguard.pipeline import check
from tests.facts import ALL, column, document, doubted, judge, unknown, violation
from tests.test_disclosing import SURVEY

AGE = column(1, "#respondee+age")


def under(**limit: Any) -> Agreement:
    flow = {"unit_of_record": "household", "disclosure": [{"id": "d", **limit}]}
    return load_agreement(document(ALL, flow=flow))


def decided(agreement: Agreement, value: float | None, **found: Any) -> Report:
    (question,) = asked_for([agreement], Transfer()).measures
    return judge(agreement, AGE, measures=(MeasureFound(question, value, **found),))


@pytest.mark.parametrize("measure", get_args(LimitName))
def test_every_measure_passes_at_its_limit_and_blocks_beyond_it(measure: str) -> None:
    bound, beyond = ("at_least", 4) if measure in AT_LEAST else ("at_most", 6)
    limit = under(measure=measure, **{bound: 5})
    assert decided(limit, 5).verdict is Verdict.CLEAR
    report = decided(limit, beyond, rows=Rows(2, (3, 9)), roles=Roles(quasi=(1,)))
    found = violation(report, "d")
    assert (report.verdict, found.rows, found.columns[0].index) == (
        Verdict.BLOCK,
        Rows(2, (3, 9)),
        1,
    )
    assert found.observed == {measure: beyond}
    assert found.required == {bound: 5}


@pytest.mark.parametrize("measure", get_args(LimitName))
def test_without_a_value_it_holds_and_says_why(measure: str) -> None:
    bound = "at_least" if measure in AT_LEAST else "at_most"
    report = decided(under(measure=measure, **{bound: 5}), None, reason="the weights are text")
    assert report.verdict is Verdict.HOLD
    assert unknown(report, "d").reason == "the weights are text"


@pytest.mark.parametrize("measure", get_args(LimitName))
def test_a_limit_on_the_wrong_side_holds(measure: str) -> None:
    bound = "at_most" if measure in AT_LEAST else "at_least"
    report = decided(under(measure=measure, **{bound: 5}), 5)
    assert doubted(report) == {("measure-not-computed", "d")}


def test_entropy_may_be_limited_between_two_whole_numbers() -> None:
    limit = under(measure="l_diversity", variant="entropy", at_least="2.5")
    assert decided(limit, 2.5).verdict is Verdict.CLEAR
    found = violation(decided(limit, 2.4999), "d")
    assert (found.required, found.kind) == ({"at_least": "2.5"}, "diversity-too-low")


def test_a_class_below_the_k_of_alpha_k_anonymity_blocks_whatever_alpha_is() -> None:
    limit = under(measure="alpha_k_anonymity", k=3, at_most="0.5")
    assert decided(limit, 0.5, details={"k": 3}).verdict is Verdict.CLEAR
    assert decided(limit, 0.5, details={"k": 2}).verdict is Verdict.BLOCK


def test_no_number_never_passes() -> None:
    assert decided(under(measure="k_anonymity", at_least=5), float("nan")).verdict is Verdict.BLOCK
    assert (
        decided(under(measure="global_risk", at_most="0.1"), float("inf")).verdict is Verdict.BLOCK
    )


def test_a_measure_that_nobody_computed_holds() -> None:
    report = judge(under(measure="k_anonymity", at_least=5), AGE)
    assert doubted(report) == {("measure-not-computed", "d")}


def test_small_counts_that_are_suppressed_pass_unless_totals_give_them_away() -> None:
    limit = under(measure="min_cell_count", at_least=5, secondary_suppression="required")
    assert decided(limit, None).verdict is Verdict.CLEAR
    report = decided(limit, None, details={"recoverable": 2}, rows=Rows(1, (4,)))
    assert violation(report, "d").kind == "suppression-can-be-undone"


def test_every_key_of_a_clause_is_asked_for() -> None:
    limit = Disclosure.model_validate(
        {
            "id": "d",
            "measure": "min_cell_count",
            "variant": "entropy",
            "at_least": 2,
            "at_most": "0.5",
            "quasi_identifiers": ["#adm1"],
            "sensitive": ["#need"],
            "counts": ["#reached"],
            "weights": "#meta+weight",
            "household": "#meta+id",
            "blanks": "wildcard",
            "band": {"#*+age": [18, 0, 18]},
            "dates": "year",
            "hierarchy": {"#need": [3, 1, 3]},
            "k": 3,
            "c": "1.5",
            "alpha": "0.4",
            "risk": "0.1",
            "max_size": 2,
            "sampling_fraction": "0.2",
            "largest": 2,
            "zero_cells": "allowed",
            "secondary_suppression": "required",
        }
    )
    assert measure_asked(limit) == MeasureAsked(
        measure="min_cell_count",
        variant="entropy",
        quasi=("#adm1",),
        sensitive=("#need",),
        counts=("#reached",),
        weight="#meta+weight",
        household="#meta+id",
        blanks="wildcard",
        k=3,
        c=1.5,
        alpha=0.4,
        risk=0.1,
        size=2,
        sampling_fraction=0.2,
        zeros_allowed=True,
        secondary=True,
        largest=2,
        bands=(("#*+age", (0, 18)),),
        hierarchies=(("#need", (1, 3)),),
        dates="year",
        at_least=2,
        at_most=0.5,
    )


def test_an_option_says_what_it_brings_and_whether_that_is_enough() -> None:
    options = (Option("drop", 1, "", 5, 0), Option("band", 1, "0, 18", 2, 1))
    report = decided(under(measure="k_anonymity", at_least=5), 1, options=options)
    first, second = violation(report, "d").options
    assert first == {
        "do": "drop",
        "column": 1,
        "tag": "#respondee+age",
        "also": None,
        "to": None,
        "k_anonymity": 5,
        "uniques": 0,
        "enough": True,
    }
    assert (second["to"], second["enough"]) == ("0, 18", False)
    assert "leave out A #respondee+age: k anonymity would be 5" in report.to_text()


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (
            Option("round_coordinates", 1, "1", 5, 0, (2, 3)),
            "decimals kept in A #respondee+age and B and C: 1: k anonymity would be 5",
        ),
        (Option("generalise_location", 1, "2", 3, 0), "only admin level 2 in A #respondee+age:"),
    ],
)
def test_a_change_of_several_columns_names_them(option: Option, told: str) -> None:
    report = decided(under(measure="k_anonymity", at_least=5), 1, options=(option,))
    (shown,) = violation(report, "d").options
    assert shown["also"] == (", ".join(map(str, option.also)) or None)
    assert told in " ".join(report.to_text().split())


def survey() -> Report:
    flow = {
        "unit_of_record": "individual",
        "disclosure": [
            {
                "id": "d",
                "measure": "k_anonymity",
                "at_least": 2,
                "quasi_identifiers": ["#adm2", "#respondee+age"],
            }
        ],
    }
    made = document(ALL, flow=flow)
    return check(SURVEY.encode(), agreement=made, name="survey.csv", on="2026-11-21")


def test_a_table_is_measured_and_judged() -> None:
    found = violation(survey(), "d")
    assert (found.kind, found.rows) == ("k-anonymity-too-low", Rows(3, (5, 6, 7)))
    assert found.options[0]["enough"]


def test_what_is_shareable_numbers_no_row_and_decides_the_same() -> None:
    report = survey()
    shared = report.shareable()
    assert violation(shared, "d").rows == Rows(3)
    assert "rows 5, 6, 7" in report.to_text()
    assert "rows 5" not in shared.to_text()
    assert '"first": [\n' not in shared.to_json()
    assert (shared.verdict, shared.headline()) == (report.verdict, report.headline())
    assert shared.shareable() == shared
    assert replace(shared, sources=report.sources, violations=report.violations) == report
