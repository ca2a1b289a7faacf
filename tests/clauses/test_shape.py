"""The shape of the outgoing table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hxlguard.agreements import load_agreement
from hxlguard.errors import AgreementError
from hxlguard.evaluation import evaluate
from hxlguard.model.ordered import Verdict
from hxlguard.model.report import Transfer
from tests.facts import (
    ALL,
    DAY,
    agreement,
    cited,
    column,
    document,
    judge,
    source,
    table,
    violation,
)

ORG, EMPTY = column(1, "#org+name"), column(2, "#adm1+code", filled=0)
UNTAGGED = column(3, None, proposed_tag="#sector", header="Sector")


@pytest.mark.parametrize(
    ("shape", "rows", "clause", "kind"),
    [
        ({"required": ["#org"]}, 20, None, None),
        ({"required": ["#org-name"]}, 20, "required", "required-column-missing"),
        ({"required": ["#org", "#adm1+code"]}, 20, "required", "required-column-missing"),
        ({"max_columns": 1}, 20, None, None),
        ({"max_rows": 20}, 20, None, None),
        ({"max_rows": 19}, 20, "max-rows", "too-many-rows"),
        ({"expected_rows": {"at_least": 20, "at_most": 20}}, 20, None, None),
        ({"expected_rows": {"at_least": 21}}, 20, "expected-rows", "unexpected-rows"),
        ({"expected_rows": {"at_most": 19}}, 20, "expected-rows", "unexpected-rows"),
        (
            {"expected_rows": {"at_least": 30, "at_most": 40}},
            60,
            "expected-rows",
            "unexpected-rows",
        ),
    ],
)
def test_each_key_is_a_clause_of_its_own(
    shape: dict[str, Any], rows: int, clause: str | None, kind: str | None
) -> None:
    report = judge(agreement(ALL, flow={"schema": shape}), ORG, EMPTY, count=rows)
    if clause is None:
        assert report.verdict is Verdict.CLEAR
        return
    found = violation(report, f"publish.schema.{clause}")
    (key,) = shape
    assert (found.kind, found.clause.pointer) == (kind, f"/flows/0/schema/{key}")
    assert found.remedies
    assert cited(report) == {found.clause.id}


def test_a_column_is_counted_and_required_by_its_filled_cells_and_its_real_tag() -> None:
    under = agreement(ALL, flow={"schema": {"required": ["#sector"], "max_columns": 1}})
    report = judge(under, ORG, EMPTY, UNTAGGED)
    many = violation(report, "publish.schema.max-columns")
    assert [ref.index for ref in many.columns] == [1, 3]
    assert many.observed == {"columns": 2}
    missing = violation(report, "publish.schema.required")
    assert missing.required == {"tags": "#sector"}


def test_every_table_that_holds_anything_must_have_the_column() -> None:
    under = agreement(ALL, flow={"schema": {"required": ["#org"]}})
    facts = source(table(ORG), table(column(1, "#adm1"), name="Two"), table(EMPTY, name="Three"))
    report = evaluate(under, (facts,), Transfer(), DAY)
    assert [found.table for found in report.violations] == ["Two"]


def test_the_line_of_the_key_is_cited(tmp_path: Path) -> None:
    path = tmp_path / "shape.yaml"
    path.write_text(yaml.safe_dump(document(ALL, flow={"schema": {"max_rows": 1}})))
    found = violation(judge(load_agreement(path), ORG), "publish.schema.max-rows")
    assert found.clause.line is not None
    assert "max_rows" in path.read_text().splitlines()[found.clause.line - 1]


@pytest.mark.parametrize("expected", [{}, {"at_least": -1}, {"at_last": 1}, {"at_least": None}])
def test_a_bound_that_says_nothing_is_refused(expected: dict[str, Any]) -> None:
    with pytest.raises(AgreementError):
        load_agreement(document(ALL, flow={"schema": {"expected_rows": expected}}))
