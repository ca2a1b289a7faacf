"""Every part of every clause is said; the tables here are held against the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

import pytest

from hxlguard.model.agreement import Disclosure, Duty, OnwardSharing, Retention, TransferDuty
from hxlguard.model.document import Check, DocumentModel, Unit
from hxlguard.model.rule import ClassificationRule, Clause, Forbid, Permit, Require
from hxlguard.model.treatment import Treatment
from hxlguard.phrasing import CHECKS, duration, sentence, unit

IDENTITY = {"id", "clause", "text"}
BESIDE = {"effect", "severity", "waivable"}
"""Told beside the sentence, not in it."""

TREATMENTS = {
    "drop": ({}, "must be dropped, or stay behind."),
    "round_coordinates": ({"decimals": 1}, "be rounded to 1 decimal of a degree (about 11 km)"),
    "generalise_location": ({"admin_level": 2}, "name no place finer than admin level 2"),
    "truncate_date": ({"to": "quarter"}, "give no date finer than the quarter"),
    "band": ({"cuts": [5, 0, 6]}, "in these bands (0-4, 5, 6 and more) or in coarser ones"),
    "pseudonymise": (
        {"method": "hmac", "scope": "flow", "key_holder": "rei"},
        "keyed pseudonyms (method hmac; scope flow; `rei` keeps the key)",
    ),
    "mask": ({}, "be shown in part only"),
}

MATCHES = {
    "tags": (["#adm1", "#adm2"], "Fields tagged `#adm1` or `#adm2`"),
    "except": (["#adm1+x"], "(but not `#adm1+x`)"),
    "headers": (["Age"], "have the header `Age`"),
    "entities": (["PERSON_NAME", "AGE"], "hold, or are announced as, person name or age"),
    "min_coverage": ("0.25", "in a share of 0.25 of the filled cells or more"),
    "location": ("coordinates", "hold coordinates"),
    "admin_level": ({"at_least": 3}, "name places as fine as admin level 3 or finer"),
    "sensitivity": ({"at_least": "high"}, "are of sensitivity `high` or more"),
}

WHENS = {
    "unit_of_record": (["household", "event"], ", where one row is a household or an event"),
    "row_filter": (
        {"tag": "#sector", "any_of": ["GBV", "Protection"]},
        ", in the rows whose `#sector` is `GBV` or `Protection`",
    ),
}

MEASURES = {
    "k_anonymity": "Rows that share each combination of `#adm2`: at least 5 and at most 9",
    "l_diversity": "Values of `#need` within each combination of `#adm2`",
    "t_closeness": "Distance of `#need` within each combination of `#adm2` from the whole",
    "global_risk": "Share of people expected to be found by their combination of `#adm2`",
    "individual_risk": "Risk of anybody to be found",
    "sample_uniques_share": "Share of rows alone in their combination of `#adm2`",
    "suda": "SUDA score of any row",
    "min_cell_count": "People in each filled cell of `#reached`",
    "dominance": "Share of the largest contributors in `#reached`",
    "p_percent": "Percent to which one contributor can guess",
    "alpha_k_anonymity": "Share of the most frequent value of `#need` within each combination",
    "beta_likeness": "Relative gain in how likely a value of `#need` is within each combination",
    "delta_disclosure": "Logarithm of how much likelier a value of `#need` is within each",
    "expected_reidentifications": "Number of people expected to be found",
    "share_above_risk": "Share of rows with a risk above 0.1 to be found by their combination",
    "household_risk": "Risk of any household that somebody of it is found",
    "population_uniqueness": "Share of rows alone in the whole population",
    "sample_uniques": "Rows alone in their combination of `#adm2`",
    "dis_suda": "DIS-SUDA score of any row",
}

DISCLOSURE = {
    "at_least": 5,
    "at_most": 9,
    "quasi_identifiers": ["#adm2"],
    "sensitive": ["#need"],
    "counts": ["#reached"],
    "variant": "distinct",
    "weights": "#meta+weight",
    "household": "#meta+id+household",
    "blanks": "wildcard",
    "band": {"#*+age": [18, 0]},
    "dates": "month",
    "hierarchy": {"#need+code": [3, 1]},
    "k": 5,
    "c": "2.5",
    "alpha": "0.5",
    "risk": "0.1",
    "max_size": 3,
    "sampling_fraction": "0.2",
    "largest": 2,
    "zero_cells": "allowed",
    "secondary_suppression": "required",
}
ASIDE = (
    "(variant distinct; weighted by `#meta+weight`; households by `#meta+id+household`; a blank"
    " agrees with every value; `#*+age` in bands that begin at 0, 18; dates by month;"
    " `#need+code` in groups that its first 1 and 3 characters name; k 5; c 2.5; alpha 0.5;"
    " risk 0.1; combinations up to 3; sampling fraction 0.2; largest contributors 2;"
    " zeros allowed; secondary suppression required)"
)

PAPERS: Mapping[type[Clause], tuple[dict[str, Any], str]] = {
    Retention: (
        {"delete_by": "2027-06-30", "max_after_receipt": "P1Y6M", "proof": "certificate"},
        "The recipient deletes the data by 2027-06-30 and within 1 year and 6 months after receipt,"
        " and shows it by certificate.",
    ),
    OnwardSharing: (
        {"allowed": True, "prior_written_consent_of": ["rei", "ocha"]},
        "The recipient may pass the data on, if `rei` and `ocha` consented in writing before.",
    ),
    Duty: (
        {"who": "ocha", "code": "notify", "within": "PT48H", "phase": "after-release"}
        | {"check": "attested"},
        "`ocha` keeps this after the release within 48 hours: notify; somebody who may do so"
        " attests it.",
    ),
    TransferDuty: (
        {"require": "signed-clearance", "algorithms": ["age"], "signers": ["dpo"]}
        | {"check": "observable"},
        "The file travels with this: signed clearance (age; signed by `dpo`); it must be seen in"
        " what leaves.",
    ),
}


def told(model: type[Clause], value: dict[str, Any]) -> str:
    text = json.dumps({"id": "x", **value})
    return sentence(model.model_validate_json(text, strict=True))


def keys(model: type[DocumentModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def models(annotation: object) -> tuple[type[DocumentModel], ...]:
    """The models of a discriminated union."""
    union = get_args(annotation)[0]
    return get_args(union)


def test_no_treatment_and_none_of_its_parts_is_left_unsaid() -> None:
    by_name = {get_args(each.model_fields["do"].annotation)[0]: each for each in models(Treatment)}
    assert by_name.keys() == TREATMENTS.keys()
    for name, model in by_name.items():
        assert keys(model) == {"do", *TREATMENTS[name][0]}


@pytest.mark.parametrize("name", TREATMENTS)
def test_a_treatment_is_told(name: str) -> None:
    parts, expected = TREATMENTS[name]
    rule = {"effect": "require", "match": {"tags": ["#x"]}, "with": [{"do": name, **parts}]}
    assert expected in told(Require, rule)


@pytest.mark.parametrize("model", [Permit, Forbid, Require, ClassificationRule])
def test_no_match_and_no_condition_is_left_unsaid(model: type[Clause]) -> None:
    match, when = (model.model_fields[name].annotation for name in ("match", "when"))
    asked = {name: value for name, (value, _) in MATCHES.items() if name in keys(match)}
    assert asked.keys() == keys(match)
    (conditions,) = [each for each in get_args(when) if each is not type(None)]
    assert keys(conditions) == WHENS.keys()
    rest = {
        "effect": model.__name__.lower(),
        "with": [{"do": "drop"}],
        "level": "severe",
    }
    assert keys(model) <= IDENTITY | BESIDE | {"match", "when"} | rest.keys()
    value = {name: part for name, part in rest.items() if name in keys(model)}
    for name, (part, expected) in MATCHES.items():
        if name in asked:
            needed = {"except": {"tags": ["#adm1"]}, "min_coverage": {"entities": ["AGE"]}}
            alone = {**needed.get(name, {}), name: part}
            assert expected in told(model, {**value, "match": alone})
            assert expected in told(model, {**value, "match": asked})
    for name, (part, expected) in WHENS.items():
        assert expected in told(model, {**value, "match": {"tags": ["#x"]}, "when": {name: part}})


@pytest.mark.parametrize(
    ("level", "expected"), [(0, "the country"), (1, "admin level 1"), (6, "a named site")]
)
def test_every_level_of_places_has_its_words(level: int, expected: str) -> None:
    rule = {"effect": "forbid", "match": {"admin_level": {"at_least": level}}}
    assert f"as fine as {expected} or finer" in told(Forbid, rule)


def test_an_entity_without_a_coverage_fires_on_one_cell() -> None:
    rule = {"effect": "forbid", "match": {"entities": ["AGE"]}}
    assert told(Forbid, rule) == "Fields that hold, or are announced as, age even in one cell" + (
        " never travel."
    )


def test_no_measure_and_none_of_its_parts_is_left_unsaid() -> None:
    assert {*get_args(Disclosure.model_fields["measure"].annotation)} == MEASURES.keys()
    assert keys(Disclosure) == IDENTITY | BESIDE - {"effect"} | {"measure", *DISCLOSURE}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_is_told(measure: str) -> None:
    said = told(Disclosure, {"measure": measure, **DISCLOSURE})
    assert MEASURES[measure] in said
    assert ": at least 5 and at most 9" in said
    assert ASIDE in said


@pytest.mark.parametrize("model", PAPERS)
def test_duties_and_what_follows_are_told_whole(model: type[Clause]) -> None:
    value, expected = PAPERS[model]
    assert keys(model) == IDENTITY | value.keys()
    assert told(model, value) == expected


@pytest.mark.parametrize(
    ("model", "value", "expected"),
    [
        (Retention, {}, "The recipient need not delete the data."),
        (OnwardSharing, {}, "The recipient must not pass the data on."),
        (OnwardSharing, {"allowed": True}, "The recipient may pass the data on."),
        (
            OnwardSharing,
            {"prior_written_consent_of": ["rei"]},
            "The recipient must not pass the data on, unless `rei` consented in writing before.",
        ),
        (Duty, {}, "Somebody keeps this before the release: x; a person checks it and says so."),
        (Disclosure, {"measure": "suda"}, "no bound is given."),
    ],
)
def test_what_is_left_out_is_told_too(
    model: type[Clause], value: dict[str, Any], expected: str
) -> None:
    assert told(model, value).endswith(expected)


def test_every_check_and_every_unit_has_its_words() -> None:
    assert {*get_args(Check)} == CHECKS.keys()
    assert {unit(name) for name in get_args(Unit)} == {
        "an individual",
        "a household",
        "an event",
        "a site",
        "an activity",
        "an aggregate (a total)",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [("P12M", "12 months"), ("PT48H", "48 hours"), ("P1W", "1 week"), ("P2DT1H", "2 days and 1 h")],
)
def test_a_duration_is_told(text: str, expected: str) -> None:
    assert duration(text).startswith(expected)
