from __future__ import annotations

import pytest

from hxlguard.model.location import ColumnRef
from hxlguard.model.ordered import Severity
from hxlguard.model.report import ClauseRef, Fact, Unknown, Violation
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
                violation("sensitivity-too-high", 1, 2, remedies=(TAG, DROP)),
                violation("forbidden-entity", 2),
            ],
            [("camps.xlsx, table `3W`", "drop column B; tag or drop column A")],
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
            [("camps.xlsx, table `3W`", "drop column C")],
        ),
        (
            [
                violation("hidden-content", remedies=(UNHIDE,), table="old"),
                violation("agreement-expired", remedies=(), table=None),
            ],
            [("the transfer", "it is wrong"), ("camps.xlsx, table `old`", "remove what is hidden")],
        ),
        (
            [
                violation("untagged-column", 1, 2, remedies=(TAG, DROP)),
                violation("sensitivity-too-high", 1, remedies=(TAG, DROP)),
                violation("sensitivity-too-high", 2),
            ],
            [("camps.xlsx, table `3W`", "drop column B; tag or drop column A")],
        ),
        (
            [
                violation("untagged-column", 1, remedies=(TAG, DROP)),
                violation("coordinates-too-precise", 1, remedies=(ROUND, DROP)),
            ],
            [
                (
                    "camps.xlsx, table `3W`",
                    "tag and round coordinates (decimals kept: 1) in column A",
                )
            ],
        ),
        (
            [violation("hidden-content", 3, remedies=(UNHIDE,)), violation("forbidden-field", 3)],
            [("camps.xlsx, table `3W`", "drop column C; remove what is hidden")],
        ),
    ],
)
def test_says_per_table_what_to_do(
    violations: list[Violation], lines: list[tuple[str, str]]
) -> None:
    assert list(in_short(violations)) == lines


@pytest.mark.parametrize(
    ("remedies", "told"),
    [
        ((DROP,), "remove this hidden sheet"),
        ((TAG, DROP), "tag or drop column A; remove what is hidden"),
    ],
)
def test_a_hidden_sheet_with_columns_to_drop_is_removed(
    remedies: tuple[dict[str, Fact], ...], told: str
) -> None:
    found = [
        violation("untagged-column", 1, remedies=remedies),
        violation("hidden-content", remedies=(UNHIDE,)),
    ]
    hidden = frozenset({("camps.xlsx", "3W")})
    assert list(in_short(found, hidden=hidden)) == [("camps.xlsx, table `3W`", told)]


@pytest.mark.parametrize(
    ("kinds", "line"),
    [
        (("check-failed",), ("settle 1 unknown", "it broke; look")),
        (
            ("sheet-not-read", "check-failed", "sheet-not-read"),
            ("settle 3 unknowns", "check-failed (1), sheet-not-read (2)"),
        ),
    ],
)
def test_unknowns_are_to_be_settled_too(kinds: tuple[str, ...], line: tuple[str, str]) -> None:
    unknowns = [Unknown(kind, "it broke; look") for kind in kinds]
    assert list(in_short([violation("forbidden-field", 1)], unknowns))[1:] == [line]
