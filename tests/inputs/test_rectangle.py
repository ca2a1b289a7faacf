"""Rows of any length into a rectangle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.errors import SourceError
from hxlguard.inputs.rectangle import table_of_rows
from hxlguard.model.anomaly import Anomaly, AnomalyKind

ROWS = st.lists(st.lists(st.one_of(st.none(), st.text("ab ", max_size=3)), max_size=4), min_size=1)


@given(ROWS)
def test_nothing_is_lost_and_blanks_are_null(rows: list[list[str | None]]) -> None:
    width = max(1, *map(len, rows))
    expected = [tuple(cell or None for cell in row) + (None,) * (width - len(row)) for row in rows]
    table = table_of_rows("t", rows, where="t.csv")
    assert table.cells.rows() == expected
    assert table.cells.columns == [str(number) for number in range(1, width + 1)]


@given(ROWS)
def test_ragged_rows_are_those_with_text_beyond_the_usual_width(
    rows: list[list[str | None]],
) -> None:
    widths = [len(row) for row in rows if row]
    usual = max(widths, key=widths.count) if widths else 0
    ragged = [number for number, row in enumerate(rows, 1) if any(row[usual:])]
    expected = (Anomaly(AnomalyKind.RAGGED_CELLS, len(ragged), tuple(ragged[:5])),)
    assert table_of_rows("t", rows, where="t.csv").anomalies == (expected if ragged else ())


def test_half_a_character_is_refused_without_showing_it() -> None:
    with pytest.raises(SourceError) as caught:
        table_of_rows("t", [["x"], ["secret \ud800"]], where="t.json")
    assert str(caught.value).startswith("t.json, rows 1 to 2: a cell holds half a character")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
