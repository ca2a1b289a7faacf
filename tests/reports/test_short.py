from __future__ import annotations

import pytest

from hxlguard.model.location import ColumnRef
from hxlguard.model.ordered import Severity
from hxlguard.model.report import ClauseRef, Fact, Violation
from hxlguard.reports._short import in_short

DROP: dict[str, Fact] = {"do": "drop"}
TAG: dict[str, Fact] = {"do": "tag"}
ROUND: dict[str, Fact] = {"do": "round_coordinates", "decimals": 1}
UNHIDE: dict[str, Fact] = {"do": "remove_hidden_content"}


def violation(
    kind: str,
    *columns: int,
    remedies: tuple[dict[str, Fact], ...] = (DROP,),
    table: str | None = "3W",
) -> Violation:
    return Violation(
        kind=kind,
        message="it is wrong",
        severity=Severity.HIGH,
        clause=ClauseRef("c"),
        source="camps.xlsx" if table else None,
        table=table,
        columns=tuple(ColumnRef(index, None) for index in columns),
        remedies=remedies,
    )


@pytest.mark.parametrize(
    ("violations", "lines"),
    [
        (
            [violation("forbidden-field", 7, 8), violation("field-not-permitted", 7, 8, 9)],
            [("camps.xlsx, table `3W`", "drop 3 columns: G-I")],
        ),
        (
            [
                violation("untagged-column", 1, 2, remedies=(TAG, DROP)),
                violation("sensitivity-too-high", 1, 2),
                violation("forbidden-entity", 2),
            ],
            [("camps.xlsx, table `3W`", "drop column B (2); tag or drop column A (1)")],
        ),
        (
            [violation("coordinates-too-precise", 3, 4, remedies=(ROUND, DROP))],
            [
                (
                    "camps.xlsx, table `3W`",
                    "round coordinates (decimals kept: 1) in 2 columns: C-D",
                )
            ],
        ),
        (
            [
                violation("coordinates-too-precise", 3, remedies=(ROUND, DROP)),
                violation("forbidden-field", 3),
            ],
            [("camps.xlsx, table `3W`", "drop column C (3)")],
        ),
        (
            [
                violation("hidden-content", remedies=(UNHIDE,), table="old"),
                violation("agreement-expired", remedies=(), table=None),
            ],
            [("the transfer", "it is wrong"), ("camps.xlsx, table `old`", "remove what is hidden")],
        ),
    ],
)
def test_says_per_table_what_to_do(
    violations: list[Violation], lines: list[tuple[str, str]]
) -> None:
    assert list(in_short(violations)) == lines
