"""Runs the cases of tests/suite, which know nothing of Python; its README says what they mean."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.errors import AgreementError, UsageError
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement
from hxlguard.model.report import Report, Status, Transfer
from tests.suite_facts import sources_of

Case = dict[str, Any]

FOLDER = Path(__file__).parent / "suite"
CASES: list[tuple[str, Case]] = [
    (f"{path.stem}-{number}", case)
    for path in sorted(FOLDER.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text("utf-8")), start=1)
]
EACH = pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES])
KEYS = {"sentence", "about", "agreement", "yaml", "facts", "transfer", "on", "expect"}
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
        for name in ("agreement.md", "interface.md")
    )
    assert [name for name, case in CASES if case["sentence"] not in design] == []


def decide(case: Case, form: str, folder: Path) -> Report:
    return evaluate(
        agreement_of(case[form], folder),
        sources_of(case.get("facts", {})),
        Transfer(**case.get("transfer", {})),
        dt.date.fromisoformat(case.get("on", "2026-11-21")),
    )


def agreement_of(form: Case | str, folder: Path) -> Agreement:
    if isinstance(form, dict):
        return load_agreement(form)
    path = folder / "agreement.yaml"
    path.write_text(form, encoding="utf-8")
    return load_agreement(path)


def refusal(case: Case, form: str, folder: Path) -> list[str]:
    """The places that are refused, as JSON pointers."""
    with pytest.raises(AgreementError) as caught:
        agreement_of(case[form], folder)
    places = (re.search(r"(?:^|, )(/[^:]*): ", mistake) for mistake in caught.value.mistakes)
    return sorted({place.group(1) for place in places if place})


def shown(report: Report) -> dict[str, Any]:
    standing = {Status.VIOLATION: "clauses", Status.WAIVED: "waived"}
    said: dict[str, set[Any]] = {"clauses": set(), "waived": set()}
    for violation in report.violations:
        said[standing[violation.status]].add(violation.clause.id)
    unknown = {(word.kind, word.clause.id if word.clause else "") for word in report.unknowns}
    return {
        "verdict": report.verdict.value,
        "clauses": sorted(said["clauses"]),
        "waived": sorted(said["waived"]),
        "unknown": [list(pair) for pair in sorted(unknown)],
    }


def whole(expected: dict[str, Any]) -> dict[str, Any]:
    return {
        "verdict": expected["verdict"],
        "clauses": sorted(expected.get("clauses", [])),
        "waived": sorted(expected.get("waived", [])),
        "unknown": sorted(expected.get("unknown", [])),
    }
