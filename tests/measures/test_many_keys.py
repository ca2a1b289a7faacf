"""Every measure of a table in which no two records are alike."""

from __future__ import annotations

import polars as pl

from hxlguard.measures import MEASURES
from hxlguard.measures.classes import classes_of, partial
from tests.measures.test_of_classes import ALL, KEYS


def test_a_million_distinct_keys() -> None:
    at = pl.int_range(1_000_000)
    cells = {"1": at, "2": pl.lit("a"), "3": at % 4}
    records = pl.select(**cells).cast(pl.String)
    classes = classes_of(partial(records, KEYS, ["3"]), sensitive=["3"], household="3")
    found = {
        f"{question.measure} {question.variant or ''}".strip(): MEASURES[question.measure]
        .measured(classes, question)
        .value
        for question in ALL
    }
    certain = ("individual_risk", "global_risk", "household_risk", "sample_uniques_share")
    assert found == {
        **dict.fromkeys((*certain, "share_above_risk", "alpha_k_anonymity", "k_anonymity"), 1),
        **dict.fromkeys(("l_diversity", "l_diversity entropy", "suda"), 1),
        **dict.fromkeys(("class_sizes", "sample_uniques", "risk_bands"), 1_000_000),
        "expected_reidentifications": 1_000_000,
        "beta_likeness": 3,
        "t_closeness": 0.5,
        "t_closeness equal": 0.75,
        "l_diversity recursive": 0,
        **dict.fromkeys(("beta_likeness enhanced", "delta_disclosure")),
        **dict.fromkeys(("dis_suda", "population_uniqueness")),
    }
