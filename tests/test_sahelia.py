"""The example of the design, evaluated on made-up facts: it decides as its texts say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.agreements.attestations import load_attestations
from hxlguard.composing import asked_for
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement
from hxlguard.model.disclosure import MeasureFound
from hxlguard.model.ordered import Level, Verdict
from hxlguard.model.profile import ColumnProfile, DatePrecision
from hxlguard.model.report import Report, Status, Transfer
from hxlguard.pipeline import check
from tests import facts
from tests.facts import cited, column, detection, doubted

MICRODATA, PUBLIC = "msna-microdata-to-ocha", "3w-public-hdx"
MAY = dt.date(2026, 5, 10)
MONTH = {DatePrecision.MONTH: 20}
COORDINATES = (
    column(5, "#geo+lat", decimals={5: 20}, level=Level.HIGH),
    column(6, "#geo+lon", decimals={5: 20}, level=Level.HIGH),
)
WHO_WHAT_WHERE = (
    column(1, "#org"),
    column(2, "#sector"),
    column(3, "#adm2+code", admin_level=2),
    column(4, "#date", dates=MONTH),
)


@pytest.fixture
def sahelia(shared: Path) -> Agreement:
    return load_agreement(shared / "design" / "isp-sahelia.example.yaml")


def public(
    under: Agreement,
    *columns: ColumnProfile,
    name: str = "sahelia-3w-facilities.csv",
    on: dt.date = MAY,
    transfer: Transfer | None = None,
) -> Report:
    source = facts.source(facts.table(*columns), name=name)
    return evaluate(under, (source,), transfer or Transfer(flow=PUBLIC, recipient="hdx"), on)


def microdata(under: Agreement, *columns: ColumnProfile, on: dt.date = MAY) -> Report:
    source = facts.source(facts.table(*columns), name="msna.csv")
    stated = load_attestations(
        {
            "apiVersion": "hxlguard/v1",
            "kind": "Attestations",
            "attestations": [
                {
                    "clause": "a-enc",
                    "agreement": "isp-sahelia",
                    "by": "rei-dpo",
                    "date": "2026-05-09",
                    "statement": "Encrypted with age to OCHA's key.",
                }
            ],
        },
        [under],
    )
    return evaluate(under, (source,), Transfer(flow=MICRODATA), on, stated)


def test_what_is_permitted_and_coarse_violates_nothing(sahelia: Agreement) -> None:
    report = public(sahelia, *WHO_WHAT_WHERE)
    assert cited(report) == set()
    assert report.verdict is Verdict.HOLD
    assert ("measure-not-computed", "c-cell") in doubted(report)


@pytest.mark.parametrize(
    ("extra", "clauses"),
    [
        (column(9, "#date", dates={DatePrecision.DAY: 20}), {"c-date"}),
        (
            column(9, "#loc+name", admin_level=6),
            {"c-loc", f"{PUBLIC}.default-deny", f"{PUBLIC}.ceiling"},
        ),
        (
            column(9, "#contact+phone"),
            {"no-contact-columns", f"{PUBLIC}.default-deny", f"{PUBLIC}.ceiling"},
        ),
        (
            column(9, "#org", detections=(detection("PERSON_NAME"),)),
            {"no-direct-identifiers", "no-severe", f"{PUBLIC}.ceiling"},
        ),
        (column(9, None), {f"{PUBLIC}.untagged", f"{PUBLIC}.ceiling"}),
        (
            column(9, "#description"),
            {"no-free-text", f"{PUBLIC}.default-deny", f"{PUBLIC}.ceiling"},
        ),
    ],
)
def test_the_public_flow_blocks_what_its_texts_forbid(
    sahelia: Agreement, extra: ColumnProfile, clauses: set[str]
) -> None:
    assert cited(public(sahelia, *WHO_WHAT_WHERE, extra)) == clauses


def test_the_waiver_covers_the_coordinates_of_its_dataset(sahelia: Agreement) -> None:
    report = public(sahelia, *WHO_WHAT_WHERE, *COORDINATES)
    assert {found.waiver for found in report.violations} == {"wv-2026-007"}
    assert cited(report) == {"c-no-coords", f"{PUBLIC}.default-deny", f"{PUBLIC}.ceiling"}
    assert report.clauses[Status.WAIVED] == 3
    assert report.verdict is Verdict.HOLD, "nothing blocks any more, the measure is still open"
    (note,) = report.waivers
    assert (note.applied, note.why, note.standing) == (True, (), ())


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("sahelia-3w-facilities.csv", dt.date(2026, 6, 1)),
        ("sahelia-3w-facilities.csv", dt.date(2026, 5, 2)),
        ("other.csv", MAY),
    ],
)
def test_the_waiver_covers_nothing_else(sahelia: Agreement, name: str, on: dt.date) -> None:
    report = public(sahelia, *WHO_WHAT_WHERE, *COORDINATES, name=name, on=on)
    assert (report.verdict, report.clauses[Status.WAIVED]) == (Verdict.BLOCK, 0)
    assert not report.waivers[0].applied


def test_the_waiver_covers_no_phone_number(sahelia: Agreement) -> None:
    phone = column(7, "#geo+lat", detections=(detection("PHONE_NUMBER"),))
    report = public(sahelia, phone)
    standing = {v.clause.id for v in report.violations if v.status is Status.VIOLATION}
    assert {"no-direct-identifiers", "no-severe"} <= standing
    assert report.verdict is Verdict.BLOCK


def test_the_microdata_go_to_ocha_alone(sahelia: Agreement) -> None:
    for transfer, clause in (
        (Transfer(flow=MICRODATA, recipient="hdx"), f"{MICRODATA}.recipient"),
        (Transfer(flow=MICRODATA, purpose="law-enforcement"), f"{MICRODATA}.purpose"),
        (Transfer(flow=MICRODATA, sender="ocha"), f"{MICRODATA}.sender"),
    ):
        assert clause in cited(public(sahelia, transfer=transfer))


def test_the_microdata_flow_asks_for_protection(sahelia: Agreement) -> None:
    report = microdata(
        sahelia,
        column(1, "#adm2+code", admin_level=2),
        column(2, "#date", dates={DatePrecision.DAY: 20}),
        *COORDINATES,
        column(7, "#group"),
        column(8, "#adm4", admin_level=4),
    )
    assert {"a-date", "a-coords", "a-no-ethnicity-tag", "a-loc-ceiling"} <= cited(report)


def test_encryption_is_attested_and_a_signature_has_to_be_observed(sahelia: Agreement) -> None:
    report = microdata(sahelia, column(1, "#adm2+code", admin_level=2))
    assert [(each.clause, each.by) for each in report.attestations] == [("a-enc", "rei-dpo")]
    open_clauses = {clause for _, clause in doubted(report)}
    assert "a-enc" not in open_clauses
    assert {"a-sig", "a-k", "a-risk"} <= open_clauses
    assert {"a-ret", "a-noreid", "a-incident", "a-onward"} == {
        duty.id for duty in report.obligations
    }


def test_after_its_last_day_nothing_leaves(sahelia: Agreement) -> None:
    late = dt.date(2027, 7, 1)
    report = microdata(sahelia, column(1, "#adm2+code", admin_level=2), on=late)
    assert {f"{MICRODATA}.validity", "a-ret"} <= cited(report)


FIGURES = {"a-k": 5, "a-l": 2, "a-t": 0.3, "a-risk": 0.05, "a-su": 0.0}
"""What each disclosure clause of the microdata flow just allows."""


@pytest.mark.parametrize(
    ("clause", "value"),
    [("", 0), ("a-k", 4), ("a-l", 1), ("a-t", 0.31), ("a-risk", 0.06), ("a-su", 0.01)],
)
def test_the_microdata_flow_decides_each_measure(
    sahelia: Agreement, clause: str, value: float
) -> None:
    figures = {**FIGURES, clause: value}
    wanted = asked_for([sahelia], Transfer(flow=MICRODATA)).measures
    found = tuple(
        MeasureFound(each, figure) for each, figure in zip(wanted, figures.values(), strict=False)
    )
    columns = (column(1, "#adm1+code"), column(2, "#adm2+code"), column(3, "#meta+weight"))
    source = facts.source(facts.table(*columns, measures=found))
    report = evaluate(sahelia, (source,), Transfer(flow=MICRODATA), MAY)
    assert cited(report) == ({clause} if clause else set())
    assert not {*FIGURES} & {open_clause for _, open_clause in doubted(report)}


def made_up(repeats: int, weight: int) -> bytes:
    """Rows of three districts, `repeats` alike in each; every need and score is there."""
    head = (
        "Region,District,Month,Household,Sex,Age,Kind,Need,Score,Weight\n"
        "#adm1+code,#adm2+code,#date,#meta+id,#respondee+gender,#respondee+age,#population+type,"
        "#need,#indicator+fcs,#meta+weight\n"
    )
    rows = (
        f"XS01,XS010{district},2026-03,{district * 100 + at:064x},female,18-59,host,"
        f"{('water', 'food')[at % 2]},{('poor', 'good')[(district + at) % 2]},{weight}\n"
        for district in (1, 2, 3)
        for at in range(repeats)
    )
    return (head + "".join(rows)).encode()


@pytest.mark.parametrize(
    ("repeats", "weight", "clauses"),
    [
        (10, 20, set()),
        (4, 20, {"a-k"}),
        (10, 1, {"a-risk"}),
        (1, 20, {"a-k", "a-l", "a-t", "a-risk", "a-su"}),
    ],
)
def test_the_microdata_flow_decides_a_table(
    sahelia: Agreement, repeats: int, weight: int, clauses: set[str]
) -> None:
    report = check(
        made_up(repeats, weight), agreement=sahelia, flow=MICRODATA, on=MAY, name="msna.csv"
    )
    assert cited(report) & {*FIGURES} == clauses, report.to_text()
    assert not {*FIGURES} & {clause for _, clause in doubted(report)}, report.to_text()
