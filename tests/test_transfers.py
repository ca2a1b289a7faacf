"""To whom, what for and by which flow data may go: the transfer that a decision is about."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.errors import UsageError
from hxlguard.evaluation import evaluate
from hxlguard.model.ordered import Severity, Verdict
from hxlguard.model.report import Status, Transfer
from hxlguard.reports import _words as words
from tests import facts
from tests.facts import (
    ALL,
    agreement,
    cited,
    column,
    document,
    judge,
    violation,
)


def test_a_transfer_violation_blocks_whatever_the_data() -> None:
    transfer = Transfer(recipient="police", purpose="law-enforcement")
    report = evaluate(agreement(ALL), (), transfer, facts.DAY)
    assert cited(report) == {"publish.recipient", "publish.purpose"}
    assert report.verdict is Verdict.BLOCK


PURPOSES = {
    "purposes": {
        "help": {"broader": None},
        "analysis": {"broader": "help"},
        "needs": {"broader": "analysis"},
        "trade": {"broader": "analysis"},
        "resale": {"broader": "trade"},
    }
}


@pytest.mark.parametrize(
    ("purpose", "allowed"),
    [
        ("help", False),
        ("analysis", True),
        ("needs", True),
        ("trade", False),
        ("resale", False),
        ("unheard-of", False),
    ],
)
def test_a_purpose_stands_for_its_narrower_ones(purpose: str, allowed: bool) -> None:
    under = agreement(
        ALL,
        vocabulary=PURPOSES,
        flow={"purposes": {"permit": ["analysis"], "forbid": ["trade"]}},
    )
    report = judge(under, column(1, "#org"), transfer=Transfer(purpose=purpose))
    assert (report.verdict is Verdict.CLEAR) is allowed


def two_flows() -> dict[str, Any]:
    made = document(ALL)
    second = copy.deepcopy(made["flows"][0])
    second.update(id="share", recipients=["partner", "public"], rules=[])
    second["purposes"] = {"permit": ["coordination"]}
    made["flows"].append(second)
    return made


def test_the_one_flow_that_fits_is_taken() -> None:
    transfer = Transfer(recipient="public", purpose="coordination")
    report = judge(load_agreement(two_flows()), column(1, "#org"), transfer=transfer)
    assert report.transfer.flow == "share"
    assert cited(report) == {"share.default-deny"}


def test_a_flow_of_another_sender_does_not_fit() -> None:
    made = two_flows()
    made["flows"][0]["sender"], made["flows"][1]["sender"] = "rei", "eas"
    transfer = Transfer(sender="eas", recipient="public")
    report = judge(load_agreement(made), column(1, "#org"), transfer=transfer)
    assert report.transfer == Transfer("share", "eas", "public", "coordination")


@pytest.mark.parametrize(
    ("transfer", "clause"),
    [
        (Transfer(sender=""), "publish.sender"),
        (Transfer(recipient=""), "publish.recipient"),
        (Transfer(purpose=""), "publish.purpose"),
    ],
)
def test_an_empty_name_is_not_filled_in(transfer: Transfer, clause: str) -> None:
    report = judge(agreement(ALL, flow={"sender": "rei"}), column(1, "#org"), transfer=transfer)
    assert cited(report) == {clause}


@pytest.mark.parametrize(
    ("transfer", "clause", "hint"),
    [
        (Transfer(sender="rei2"), "publish.sender", "did you mean `rei`?"),
        (Transfer(recipient="pubilc"), "publish.recipient", "did you mean `public`?"),
        (Transfer(recipient="ministry"), "publish.recipient", None),
        (Transfer(purpose="public-info"), "publish.purpose", "did you mean `public-information`?"),
    ],
)
def test_a_mistyped_name_gets_a_suggestion(
    transfer: Transfer, clause: str, hint: str | None
) -> None:
    report = judge(agreement(ALL, flow={"sender": "rei"}), column(1, "#org"), transfer=transfer)
    message = violation(report, clause).message
    assert message.endswith(hint) if hint else "did you mean" not in message


@pytest.mark.parametrize(
    ("sections", "transfer", "day"),
    [
        ({"flow": {"sender": "rei"}}, Transfer(sender="x", recipient="y", purpose="z"), facts.DAY),
        ({"metadata": {"status": "draft"}}, Transfer(), facts.DAY),
        ({}, Transfer(), dt.date(2025, 1, 1)),
        ({}, Transfer(), dt.date(2028, 1, 1)),
    ],
)
def test_every_violation_of_a_transfer_has_a_remedy_in_words(
    sections: dict[str, Any], transfer: Transfer, day: dt.date
) -> None:
    report = evaluate(agreement(ALL, **sections), (), transfer, day)
    assert report.violations
    for found in report.violations:
        assert found.remedies
        for remedy in found.remedies:
            assert words.remedy(remedy) != str(remedy["do"]).replace("_", " ")


def test_no_flow_that_fits_blocks() -> None:
    transfer = Transfer(recipient="partner", purpose="public-information")
    report = judge(load_agreement(two_flows()), column(1, "#org"), transfer=transfer)
    assert [(found.kind, found.severity) for found in report.violations] == [
        ("no-flow", Severity.CRITICAL)
    ]
    assert (report.transfer.flow, report.clauses[Status.VIOLATION]) == (None, 1)


@pytest.mark.parametrize(
    ("transfer", "message"),
    [
        (Transfer(recipient="public"), "several flows"),
        (Transfer(flow="shar"), "did you mean `share`"),
        (Transfer(flow="share"), "several recipients"),
    ],
)
def test_an_open_choice_is_a_usage_error(transfer: Transfer, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        judge(load_agreement(two_flows()), column(1, "#org"), transfer=transfer)


def test_another_sender_is_not_allowed() -> None:
    under = agreement(ALL, flow={"sender": "rei"})
    assert judge(under, column(1, "#org")).transfer.sender == "rei"
    report = judge(under, column(1, "#org"), transfer=Transfer(sender="other"))
    assert violation(report, "publish.sender").kind == "sender-not-allowed"


def test_a_flow_that_names_no_sender_is_open_to_any() -> None:
    flows = [
        {**document({**ALL, "id": f"all-{name}"})["flows"][0], "id": name}
        for name in ("one", "two")
    ]
    flows[1]["recipients"] = ["hdx"]
    under = load_agreement({**document(ALL), "flows": flows})
    transfer = Transfer(sender="rei", recipient="hdx")
    assert judge(under, column(1, "#org"), transfer=transfer).transfer.flow == "two"
