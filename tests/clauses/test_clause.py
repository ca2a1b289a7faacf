from __future__ import annotations

import pytest

from hxlguard.clauses.clause import letters, ranges


@pytest.mark.parametrize(
    ("index", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_letters_are_those_of_a_spreadsheet(index: int, name: str) -> None:
    assert letters(index) == name


@pytest.mark.parametrize(
    ("indexes", "told"),
    [((), ""), ((3,), "C"), ((2, 1), "A-B"), ((1, 2, 3, 3, 5, 28, 27), "A-C, E, AA-AB")],
)
def test_runs_of_columns_are_joined(indexes: tuple[int, ...], told: str) -> None:
    assert ranges(indexes) == told
