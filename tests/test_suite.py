"""Runs the cases of tests/suite, which know nothing of Python; its README says what they mean."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.agreements.attestations import load_attestations
from hxlguard.errors import AgreementError, UsageError
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement
from hxlguard.model.attestation import Attestation
from hxlguard.model.report import ClauseRef, Report, Status, Transfer
from tests.suite_facts import sources_of

Case = dict[str, Any]

FOLDER = Path(__file__).parent / "suite"
CASES: list[tuple[str, Case]] = [
    (f"{path.stem}-{number}", case)
    for path in sorted(FOLDER.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text("utf-8")), start=1)
]
EACH = pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES])
KEYS = {"sentence", "about", "agreement", "yaml", "also", "parents", "facts", "transfer", "on"}
KEYS |= {"attestations", "expect"}
EXPECTED = {"verdict", "clauses", "unknown", "waived", "refused", "usage"}


@EACH
def test_a_case_comes_out_as_it_says(case: Case, tmp_path: Path) -> None:
    expected = case["expect"]
    for form in sorted({"agreement", "yaml"} & case.keys()):
        if "refused" in expected:
            assert refusal(case, form, tmp_path) == expected["refused"]
        elif "usage" in expected:
            with pytest.raises(UsageError, match=re.escape(expected["usage"])):
                decide(case, form, tmp_path)
        else:
            assert shown(decide(case, form, tmp_path)) == whole(expected)


@EACH
def test_a_case_has_the_form_that_the_readme_describes(case: Case) -> None:
    assert {"sentence", "expect"} <= case.keys() <= KEYS
    assert case["expect"].keys() <= EXPECTED
    assert len({"verdict", "refused", "usage"} & case["expect"].keys()) == 1
    assert {"agreement", "yaml"} & case.keys()


def test_there_are_enough_cases_and_none_twice() -> None:
    assert len(CASES) >= 60
    assert len({json.dumps(case, sort_keys=True) for _, case in CASES}) == len(CASES)


def test_every_case_quotes_the_design(shared: Path) -> None:
    design = " ".join(
        " ".join((shared / "design" / name).read_text("utf-8").split())
        for name in ("agreement.md", "interface.md", "sdc.md")
    )
    assert [name for name, case in CASES if case["sentence"] not in design] == []


def decide(case: Case, form: str, folder: Path) -> Report:
    agreements = [agreement_of(case, form, folder), *map(load_agreement, case.get("also", []))]
    return evaluate(
        agreements,
        sources_of(case.get("facts", {})),
        Transfer(**case.get("transfer", {})),
        dt.date.fromisoformat(case.get("on", "2026-11-21")),
        stated(case, agreements),
    )


def stated(case: Case, agreements: list[Agreement]) -> tuple[Attestation, ...]:
    if "attestations" not in case:
        return ()
    document = {"apiVersion": "hxlguard/v1", "kind": "Attestations"}
    return load_attestations({**document, "attestations": case["attestations"]}, agreements)


def agreement_of(case: Case, form: str, folder: Path) -> Agreement:
    if form == "agreement":
        return load_agreement(case[form], parents=map(load_agreement, case.get("parents", [])))
    path = folder / "agreement.yaml"
    path.write_text(case[form], encoding="utf-8")
    return load_agreement(path)


def refusal(case: Case, form: str, folder: Path) -> list[str]:
    """The places that are refused, as JSON pointers."""
    with pytest.raises(AgreementError) as caught:
        agreement_of(case, form, folder)
    places = (re.search(r"(?:^|, )(/[^:]*): ", mistake) for mistake in caught.value.mistakes)
    return sorted({place.group(1) for place in places if place})


def shown(report: Report) -> dict[str, Any]:
    standing = {Status.VIOLATION: "clauses", Status.WAIVED: "waived"}
    said: dict[str, set[Any]] = {"clauses": set(), "waived": set()}
    for violation in report.violations:
        said[standing[violation.status]].add(cited(violation.clause))
    unknown = {(word.kind, cited(word.clause)) for word in report.unknowns}
    return {
        "verdict": report.verdict.value,
        "clauses": sorted(said["clauses"]),
        "waived": sorted(said["waived"]),
        "unknown": [list(pair) for pair in sorted(unknown)],
    }


def cited(clause: ClauseRef | None) -> str:
    if clause is None:
        return ""
    return f"{clause.agreement}:{clause.id}" if clause.agreement else clause.id


def whole(expected: dict[str, Any]) -> dict[str, Any]:
    return {
        "verdict": expected["verdict"],
        "clauses": sorted(expected.get("clauses", [])),
        "waived": sorted(expected.get("waived", [])),
        "unknown": sorted(expected.get("unknown", [])),
    }
