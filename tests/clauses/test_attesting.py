"""What a person's word settles: duties before release and safeguards of the transfer."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.model.attestation import Attestation
from hxlguard.model.ordered import Verdict
from hxlguard.model.report import Report, Transfer
from tests import facts
from tests.facts import ALL, cited, column, document, unknown

FLOW = {
    "transfer": [{"id": "t", "require": "encrypted-container"}],
    "obligations": [{"id": "before", "code": "dpia"}],
}
PARTIES = [{"id": "public"}, {"id": "rei"}]


def word(clause: str, **changes: Any) -> Attestation:
    said = {"clause": clause, "by": "rei", "date": "2026-11-20", "statement": "Done."}
    return Attestation.model_validate({**said, **changes})


def report(
    *attestations: Attestation,
    flow: dict[str, Any] | None = None,
    digests: tuple[str, ...] = ("0" * 64,),
    **sections: Any,
) -> Report:
    made = document(ALL, flow=FLOW if flow is None else flow, **sections)
    sources = tuple(
        facts.source(facts.table(column(1, "#org")), name=f"{digest[:3]}.csv", sha256=digest)
        for digest in digests
    )
    return evaluate(load_agreement(made), sources, Transfer(), facts.DAY, attestations)


def test_what_nobody_attests_holds() -> None:
    made = report()
    assert made.verdict is Verdict.HOLD
    assert unknown(made, "t").kind == "safeguard-not-proven"
    assert unknown(made, "before").kind == "duty-not-proven"
    assert unknown(made, "t").reason == (
        "`encrypted-container` is not proven; have it attested (`--attest`)"
    )


def test_what_is_attested_is_met_and_the_report_says_on_whose_word() -> None:
    made = report(word("t"), word("before"))
    assert made.verdict is Verdict.CLEAR
    assert [(each.clause, each.by, each.date) for each in made.attestations] == [
        ("t", "rei", "2026-11-20"),
        ("before", "rei", "2026-11-20"),
    ]
    assert "t: by rei on 2026-11-20" in made.to_text()


@pytest.mark.parametrize("check", ["attested", "manual"])
def test_a_manual_check_is_somebodys_word_too(check: str) -> None:
    flow = {"obligations": [{"id": "before", "code": "dpia", "check": check}]}
    assert report(word("before"), flow=flow).verdict is Verdict.CLEAR


def test_what_must_be_observed_is_settled_by_no_word() -> None:
    flow = {"transfer": [{"id": "t", "require": "signed-clearance", "check": "observable"}]}
    made = report(word("t"), flow=flow)
    assert unknown(made, "t").reason == (
        "`signed-clearance` is not proven; no attestation can settle what must be observed;"
        " check by hand"
    )
    assert made.attestations == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"date": "2026-11-22"}, "is dated 2026-11-22, after the day of the release"),
        ({"until": "2026-11-20"}, "counted until 2026-11-20"),
        ({"by": "nobody"}, "the agreement knows no such authority or party"),
        ({"dataset_sha256": "1" * 64}, "are about other files than these"),
    ],
)
def test_a_word_that_does_not_count_holds_and_says_why(changes: dict[str, str], why: str) -> None:
    made = report(word("t", **changes), word("before"), parties=PARTIES)
    assert why in unknown(made, "t").reason
    assert [each.clause for each in made.attestations] == ["before"]


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21"])
def test_a_word_counts_on_its_first_and_last_day(day: str) -> None:
    on = facts.DAY.isoformat()
    made = report(word("t", date=day, until=on), word("before"), parties=PARTIES)
    assert made.verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("sections", "by", "counts"),
    [
        ({}, "anybody", True),
        ({"parties": PARTIES}, "rei", True),
        ({"parties": PARTIES}, "anybody", False),
        ({"governance": {"signatories": [{"party": "eas"}]}}, "eas", True),
        ({"governance": {"waiver_authorities": [{"id": "dpo", "party": "rei"}]}}, "dpo", True),
        ({"governance": {"waiver_authorities": [{"id": "dpo", "party": "rei"}]}}, "rei", False),
    ],
)
def test_who_may_attest(sections: dict[str, Any], by: str, counts: bool) -> None:
    made = report(word("t", by=by), word("before", by=by), **sections)
    assert (made.verdict is Verdict.CLEAR) is counts


def test_every_file_of_the_release_must_be_attested() -> None:
    one, other = "1" * 64, "2" * 64
    first = (word("t", dataset_sha256=one), word("before"))
    assert report(*first, digests=(one,)).verdict is Verdict.CLEAR
    assert report(*first, digests=(one, other)).verdict is Verdict.HOLD
    both = (*first, word("t", dataset_sha256=other))
    assert report(*both, digests=(one, other)).verdict is Verdict.CLEAR


def test_a_word_about_another_agreement_does_not_count() -> None:
    assert report(word("t", agreement="other"), word("before")).verdict is Verdict.HOLD
    assert report(word("t", agreement="short"), word("before")).verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("delete_by", "kinds"),
    [(None, []), ("2026-11-22", []), ("2026-11-21", []), ("2026-11-20", ["retention-over"])],
)
def test_data_that_had_to_be_deleted_do_not_leave(delete_by: str | None, kinds: list[str]) -> None:
    flow = {"retention": {"id": "keep", "delete_by": delete_by}}
    made = report(flow=flow)
    assert [found.kind for found in made.violations] == kinds
    assert cited(made) == ({"keep"} if kinds else set())
    assert not any(found.waivable for found in made.violations)


def test_a_duty_afterwards_needs_no_word() -> None:
    flow = {"obligations": [{"id": "after", "code": "x", "phase": "after-release"}]}
    made = report(flow=flow)
    assert (made.verdict, [duty.id for duty in made.obligations]) == (Verdict.CLEAR, ["after"])


def test_the_day_is_the_day_of_the_release() -> None:
    made = document(ALL, flow=FLOW)
    stated = (word("t", date="2026-03-01", until="2026-04-01"), word("before", date="2026-03-01"))
    for day, verdict in (("2026-04-01", Verdict.CLEAR), ("2026-04-02", Verdict.HOLD)):
        on = dt.date.fromisoformat(day)
        source = facts.source(facts.table(column(1, "#org")))
        found = evaluate(load_agreement(made), (source,), Transfer(), on, stated)
        assert found.verdict is verdict
