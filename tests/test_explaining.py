"""What an agreement says, told whole: no clause is left out, and each is found by id and number."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from hxlguard.agreements import load_agreement
from hxlguard.clauses import CLAUSES
from hxlguard.clauses.clause import Case
from hxlguard.errors import UsageError
from hxlguard.explaining import clauses_told, explain_agreement, explain_clause
from hxlguard.model.agreement import Agreement
from hxlguard.model.report import Transfer
from hxlguard.shipped import policy_names
from hxlguard.terminal import width
from tests.facts import agreement, document, forbid, permit, require
from tests.strategies import documents


@pytest.fixture
def example(shared: Path) -> Agreement:
    return load_agreement(shared / "design" / "isp-sahelia.example.yaml")


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def judged(under: Agreement) -> set[str]:
    """Ids of all clauses that the registry makes of an agreement."""
    return {
        clause.ref.id
        for flow in under.document.flows
        for factory in CLAUSES
        for clause in factory(Case(under, flow, Transfer(flow=flow.id), dt.date(2026, 1, 1)))
    }


def test_the_example_reads_as_sentences(example: Agreement) -> None:
    told = on_one_line(explain_agreement(example))
    for said in (
        "Relief Example International (`rei`) sends to OCHA Country Office Sahelia (`ocha`), for"
        " `needs-analysis`, never for `law-enforcement`, `migration-control` or `commercial`.",
        "One row is a household.",
        "The legal basis is consent (MSNA consent script v3, question C2).",
        "Nothing above sensitivity `high` leaves.",
        "B.5 (a-coords): Fields that hold coordinates must be rounded to 1 decimal of a degree"
        " (about 11 km), or stay behind.",
        "C.3 (c-protection-adm1): Fields that name places must name no place finer than admin level"
        " 1, or stay behind, in the rows whose `#sector` is `Protection`, `GBV` or `Child"
        " Protection`.",
        "B.8 (a-ret): The recipient deletes the data by 2027-06-30 and within 12 months after",
        "approved by `rei-dpo` on 2026-05-02 and `imwg-chair` on 2026-05-03",
        "Only the fields that a clause permits may travel.",
    ):
        assert said in told


def test_no_clause_is_left_out(example: Agreement) -> None:
    told = explain_agreement(example)
    flows = example.document.flows
    names = {each.ref.id for each in clauses_told(example)}
    assert judged(example) <= names
    for flow in flows:
        assert f"FLOW {flow.id}" in told
        assert {duty.id for duty in flow.obligations} <= names
    for name in names:
        assert name in on_one_line(told)
        assert name in explain_clause(example, name)


@given(documents())
def test_no_clause_of_any_agreement_is_left_out(made: dict[str, object]) -> None:
    under = load_agreement(made)
    told = [each.ref.id for each in clauses_told(under)]
    assert judged(under) <= {*told}
    assert len(told) == len({*told})
    assert all(width(line) <= 100 for line in explain_agreement(under).splitlines())


@pytest.mark.parametrize("name", policy_names())
def test_what_ships_can_be_explained(name: str) -> None:
    assert f"FLOW {load_agreement(name).document.flows[0].id}" in explain_agreement(
        load_agreement(name)
    )


def test_a_clause_is_told_with_number_signed_text_and_line(example: Agreement) -> None:
    assert explain_clause(example, "a-date") == (
        "B.4 (a-date)\n"
        "  where   line 136 of isp-sahelia.example.yaml\n"
        "  flow    msna-microdata-to-ocha\n"
        "  signed  Dates are limited to month.\n"
        "  means   Fields tagged `#date` must give no date finer than the month, or stay behind.\n"
        "  waiver  a waiver may set it aside; none names it\n"
    )


def test_a_number_tells_all_its_clauses(example: Agreement) -> None:
    told = explain_clause(example, "B.4")
    assert "B.4 (a-date)" in told
    assert "\n\nB.4 (a-age)" in told


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("no-severe", "no waiver can set it aside"),
        ("c-no-coords", "`wv-2026-007` names it"),
        ("a-permit-core", "there is nothing to waive"),
        ("3w-public-hdx.default-deny", "not written: every such flow has it"),
        ("cls-household", "where one row is an individual or a household"),
        ("wv-2026-007", "and does not block"),
    ],
)
def test_every_kind_of_clause_is_found(example: Agreement, name: str, expected: str) -> None:
    assert expected in on_one_line(explain_clause(example, name))


@pytest.mark.parametrize(
    ("name", "hint"),
    [("a-dat", "did you mean `a-date`?"), ("publish", "leave the clause out to read all")],
)
def test_an_unknown_clause_gets_a_suggestion(example: Agreement, name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain_clause(example, name)
    assert hint in str(caught.value)


def test_the_purposes_that_a_permitted_one_stands_for_are_named() -> None:
    purposes = {
        "public-information": {},
        "a-b": {"broader": "public-information"},
        "c": {"broader": "a-b"},
        "d": {},
    }
    forbidding = {"purposes": {"permit": ["public-information"], "forbid": ["c"]}}
    under = agreement(permit("#org"), vocabulary={"purposes": purposes}, flow=forbidding)
    said = "for `public-information` (and so for `a-b`), never for `c`."
    assert said in on_one_line(explain_agreement(under))


def test_what_an_agreement_extends_is_told_with_it() -> None:
    above = load_agreement(document(permit("#org", id="up"), metadata={"id": "above"}))
    pin = {"id": "above", "version": "1.0", "sha256": above.sha256, "permits": "inherit"}
    made = document(permit("#adm1"), metadata={"id": "below"}, extends=[pin])
    under = load_agreement(made, parents=[above])
    told = on_one_line(explain_agreement(under))
    assert "It can only narrow `above` 1.0, which holds as well; its permits count as" in told
    assert "WHAT IT EXTENDS, SO THAT IT HOLDS AS WELL: above above 1.0: Short" in told
    assert "up: Fields tagged `#org` may travel." in told
    assert "Fields tagged `#org` may travel." in explain_clause(under, "up")
    assert explain_clause(under, "publish.default-deny").count("publish.default-deny\n") == 2


def test_defaults_are_told() -> None:
    under = agreement(
        permit("#org"),
        defaults={
            "columns": "allow",
            "untagged": "hold",
            "hidden": "forbid",
            "enforcement": "advisory",
            "detection": {"act_at": "0.7", "hold_at": "0.4"},
        },
    )
    told = on_one_line(explain_agreement(under))
    assert "Every tagged field may travel, unless a clause says otherwise." in told
    assert "not named by its header holds the release, and content that nobody sees blocks" in told
    assert "from a confidence of 0.7 on, and is a doubt that holds from 0.4 on" in told
    assert "It is advisory" in told


def test_text_of_an_agreement_reaches_no_terminal_as_an_order() -> None:
    rule = {**forbid(tags=["#geo"]), "text": "red \x1b[31m", "clause": "1\u202e"}
    under = agreement(rule, require({"do": "mask"}, tags=["#x"]))
    assert "\x1b" not in explain_agreement(under) + explain_clause(under, "f")
    assert "\u202e" not in explain_agreement(under)


def test_the_same_document_is_told_the_same_way() -> None:
    one, other = (load_agreement(document(permit("#org"))) for _ in range(2))
    assert explain_agreement(one) == explain_agreement(other)
