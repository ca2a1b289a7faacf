"""Edits of the design's example that a review gate must tell apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import hxlguard as hg

MICRODATA, PUBLIC = "msna-microdata-to-ocha", "3w-public-hdx"

Document = dict[str, Any]


@pytest.fixture
def example(shared: Path) -> Document:
    text = (shared / "design" / "isp-sahelia.example.yaml").read_text("utf-8")
    loaded: Document = yaml.safe_load(text)
    return loaded


def flow(document: Document, name: str) -> Document:
    found: Document = next(each for each in document["flows"] if each["id"] == name)
    return found


def rule(document: Document, name: str) -> Document:
    rules = [*document["clauses"], *(each for one in document["flows"] for each in one["rules"])]
    found: Document = next(each for each in rules if each["id"] == name)
    return found


def turned(document: Document) -> None:
    for each in (document, document["classification"], *document["flows"]):
        for key in ("clauses", "rules"):
            each.get(key, []).reverse()


def redundant(document: Document) -> None:
    again = {"id": "again", "effect": "permit", "match": {"tags": ["#adm1+code", "#sector-x"]}}
    flow(document, MICRODATA)["rules"].append(again)


def renamed(document: Document) -> None:
    rule(document, "a-date").update(id="dates", clause="B.4a", text="Dates are cut to the month.")


def finer_coordinates(document: Document) -> None:
    rule(document, "a-coords")["with"][0]["decimals"] = 2


def sites(document: Document) -> None:
    rule(document, "a-permit-core")["match"]["tags"].append("#loc")


def published_sites(document: Document) -> None:
    rule(document, "c-permit-3w")["match"]["tags"].append("#loc")


def free_text(document: Document) -> None:
    rule(document, "no-free-text")["match"]["tags"].remove("#*+text")


def quarters(document: Document) -> None:
    for name in ("a-date", "c-date"):
        rule(document, name)["with"][0]["to"] = "quarter"


def ethnicity(document: Document) -> None:
    rules = flow(document, MICRODATA)["rules"]
    rules.remove(rule(document, "a-no-ethnicity-found"))


def unclassified(document: Document) -> None:
    document["classification"]["unclassified"] = "low"


def coordinates_on_hdx(document: Document) -> None:
    flow(document, PUBLIC)["rules"].remove(rule(document, "c-no-coords"))


def protection_at_admin_2(document: Document) -> None:
    flow(document, PUBLIC)["rules"].remove(rule(document, "c-protection-adm1"))


def days_to_quarters(document: Document) -> None:
    quarters(document)
    finer_coordinates(document)


@pytest.mark.parametrize(
    ("edit", "ordering", "told"),
    [
        (turned, "equivalent", []),
        (redundant, "equivalent", []),
        (renamed, "equivalent", []),
        (coordinates_on_hdx, "equivalent", []),
        (finer_coordinates, "widening", ["`#geo+lat` may now leave with 2 decimals"]),
        (sites, "widening", ["`#loc` may now leave at admin level 2"]),
        (
            published_sites,
            "widening",
            ["`#loc` may now leave at admin level 2; now only the sensitivity ceiling stops it"],
        ),
        (
            free_text,
            "widening",
            [
                "`#adm1+text` may now leave at admin level 2; `no-free-text` stopped it",
                "`#activity+text` may now leave; `no-free-text` stopped it",
            ],
        ),
        (
            ethnicity,
            "widening",
            [
                "`#adm1` with ETHNIC_GROUP in a cell may now leave at admin level 2;"
                " `a-no-ethnicity-found` stopped it"
            ],
        ),
        (
            unclassified,
            "widening",
            ["`#inneed` may now leave; `3w-public-hdx.ceiling` stopped it"],
        ),
        (
            protection_at_admin_2,
            "widening",
            [
                "`#adm2` in rows where `#sector` is `Child Protection` may now leave"
                " at admin level 2"
            ],
        ),
        (quarters, "narrowing", ["`#date` may now leave only by quarter"] * 2),
        (
            days_to_quarters,
            "incomparable",
            [
                "`#geo+lat` may now leave with 2 decimals",
                "`#date` may now leave only by quarter",
                "`#date` may now leave only by quarter",
            ],
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_an_edit_is_told_for_what_it_is(
    example: Document, edit: Callable[[Document], None], ordering: str, told: list[str]
) -> None:
    old = hg.load_agreement(example)
    edit(example)
    diff = hg.diff_agreements(old, example)
    assert diff.ordering == ordering
    assert [change.what for each in diff.flows for change in each.changes] == told
    assert diff.common.changes == ()
    for change in (change for each in diff.flows for change in each.changes):
        assert re.search(rf"^  {change.ordering}: ", diff.to_text(), re.MULTILINE)
