"""What an agreement has to know is told before a source is read; what was not looked at holds."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

import hxlguard as hg
from hxlguard.clauses import asked
from hxlguard.composing import asked_for
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.asked import NOTHING_ASKED, Asked
from hxlguard.model.ordered import Verdict
from hxlguard.model.report import Report, Transfer
from hxlguard.shipped import policy_names
from hxlguard.source_facts import scan
from tests.facts import ALL, DAY, agreement, document, require

OF_WASH = {"when": {"row_filter": {"tag": "#sector", "any_of": ["WASH"]}}}
TO_ADMIN1 = {
    **require({"do": "generalise_location", "admin_level": 1}, location="named"),
    **OF_WASH,
}
BANDS = require({"do": "band", "cuts": [0, 18]}, id="b", tags=["#x"])
K = {"id": "k", "measure": "k_anonymity", "at_least": 2, "quasi_identifiers": ["#adm1"]}
OF_PEOPLE = {"flow": {"unit_of_record": "individual", "disclosure": [K]}}

NEEDS: dict[str, tuple[Agreement, bytes, str]] = {
    "filters": (
        agreement(ALL, TO_ADMIN1),
        b"#sector,#adm3\nHealth,North\nWASH,\n",
        "rows-not-known",
    ),
    "cuts": (agreement(ALL, BANDS), b"#x\n0-17\n18+\n", "clause-not-decided"),
    "pseudonyms": (
        agreement(ALL, require({"do": "pseudonymise"}, tags=["#x"])),
        b"#x\n" + b"0123456789abcdef" * 4 + b"\n",
        "clause-not-decided",
    ),
    "masks": (
        agreement(ALL, require({"do": "mask"}, tags=["#x"])),
        b"#x\n****12\n****34\n",
        "clause-not-decided",
    ),
    "likeness": (
        agreement(ALL, flow={"unit_of_record": "aggregate"}),
        b"#gender,#reached\n" + b"female,12\nmale,10\n" * 3,
        "unit-of-record-contradicted",
    ),
    "measures": (
        agreement(ALL, **OF_PEOPLE),
        b"#adm1\nNorth\nNorth\nSouth\nSouth\n",
        "measure-not-computed",
    ),
}
"""A field of `Asked`, an agreement that needs it, a table that is fine, and the doubt without."""


def decided(under: Agreement, data: bytes, wanted: Asked, transfer: Transfer) -> Report:
    return evaluate(under, (scan(data, "x.csv", {}, wanted).profile,), transfer, DAY)


@pytest.mark.parametrize("fact", [field.name for field in fields(Asked) if field.name != "ner"])
def test_a_fact_that_nobody_looked_for_holds(fact: str) -> None:
    under, data, doubt = NEEDS[fact]
    wanted = asked_for([under], Transfer())
    assert wanted == replace(NOTHING_ASKED, **{fact: getattr(wanted, fact)}) != NOTHING_ASKED
    known, unknown = (decided(under, data, each, Transfer()) for each in (wanted, NOTHING_ASKED))
    assert doubt not in {word.kind for word in known.unknowns}
    assert doubt in {word.kind for word in unknown.unknowns}
    assert not known.violations
    assert unknown.verdict is Verdict.HOLD


# which flow asks


def flow(name: str, recipient: str, *rules: dict[str, Any]) -> dict[str, Any]:
    (written,) = document(*rules)["flows"]
    limit = {**K, "id": name, "quasi_identifiers": [f"#{name}"]}
    return {**written, "id": name, "recipients": [recipient], "disclosure": [limit]}


def measured(wanted: Asked) -> set[str]:
    return {tag for each in wanted.measures for tag in each.quasi or ()}


TWO = document(clauses=[TO_ADMIN1], flows=[flow("one", "a", BANDS), flow("two", "b")])


def test_the_flow_that_fits_asks_and_the_agreement_whatever_the_flow() -> None:
    under = hg.load_agreement(TWO)
    for transfer, cuts in (
        (Transfer(flow="one"), ((0, 18),)),
        (Transfer(recipient="a"), ((0, 18),)),
        (Transfer(flow="two"), ()),
        (Transfer(recipient="b"), ()),
    ):
        wanted = asked_for([under], transfer)
        assert measured(wanted) == {f"#{'one' if cuts else 'two'}"}
        assert (len(wanted.filters), wanted.cuts) == (1, cuts)


def test_where_no_flow_fits_nothing_is_judged_and_nothing_asked() -> None:
    assert asked_for([hg.load_agreement(TWO)], Transfer(recipient="c")) == NOTHING_ASKED


def test_a_flow_that_must_be_named_is_asked_for_before_anything_is_read() -> None:
    with pytest.raises(hg.UsageError, match="several flows of agreement `short` fit"):
        hg.check("no-such-file.csv", agreement=TWO)


@pytest.mark.parametrize(
    ("parents", "child", "expected"),
    [
        (("a", "b"), flow("one", "a"), {"#one"}),
        (("a", "b"), flow("other", "a"), {"#other", "#one"}),
        (("a", "b"), flow("other", "b"), {"#other", "#two"}),
        (("a", "a"), flow("other", "a"), {"#other", "#one", "#two"}),
        (("a", "b"), flow("other", "c"), {"#other"}),
    ],
)
def test_a_parent_asks_in_every_flow_that_may_be_meant(
    parents: tuple[str, str], child: dict[str, Any], expected: set[str]
) -> None:
    one, two = parents
    base = hg.load_agreement(document(flows=[flow("one", one), flow("two", two)]))
    pin = {"id": base.id, "version": base.version, "sha256": base.sha256, "permits": "restate"}
    written = document(flows=[child], extends=[pin], metadata={"id": "child"})
    under = hg.load_agreement(written, parents=[base])
    assert measured(asked_for([under], Transfer())) == expected


SHIPPED = [hg.load_agreement(name) for name in policy_names()]


@pytest.mark.parametrize(
    ("under", "chosen"),
    [
        pytest.param(each, flow, id=f"{each.id}-{flow.id}")
        for each in SHIPPED
        for flow in each.document.flows
    ],
)
def test_what_other_flows_ask_for_changes_no_report(under: Agreement, chosen: Flow) -> None:
    data = b"""#adm1,#adm3,#sector,#respondee+age,#respondee+sex,#org,#date,#geo+lat,#meta+id
North,Norvale,WASH,4,f,Relief Example,2026-11-02,12.34567,N-17-00231
South,Souvale,Health,71,m,Water Example,2026-11-03,12.5,N-17-00232
"""
    transfer = Transfer(chosen.id, None, chosen.recipients[0], chosen.purposes.permit[0])
    everything = asked((each, each.document.flows) for each in under.lineage)
    reports = [
        replace(decided(under, data, wanted, transfer), sources=())
        for wanted in (everything, asked_for([under], transfer))
    ]
    assert reports[0] == reports[1]
