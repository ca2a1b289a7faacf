from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.model.duration import after

MAY = dt.date(2026, 5, 3)


@pytest.mark.parametrize(
    ("first", "duration", "expected"),
    [
        (MAY, "P30D", "2026-06-02"),
        (MAY, "P2W", "2026-05-17"),
        (MAY, "P1Y6M", "2027-11-03"),
        (MAY, "PT48H", "2026-05-05"),
        (MAY, "PT47H", "2026-05-04"),
        (MAY, "P1DT24H", "2026-05-05"),
        (dt.date(2026, 1, 31), "P1M", "2026-02-28"),
        (dt.date(2024, 2, 29), "P1Y", "2025-02-28"),
        (MAY, "P99999999999999999999Y", "9999-12-31"),
        (MAY, "P9999999999D", "9999-12-31"),
        (dt.date(9999, 12, 1), "P1M", "9999-12-31"),
    ],
)
def test_a_duration_is_added_to_a_day(first: dt.date, duration: str, expected: str) -> None:
    assert after(first, duration).isoformat() == expected


@given(st.dates(), st.from_regex(r"^P([0-9]{1,25}[YMWD]){0,3}(T[0-9]{1,25}H)?\Z"))
def test_no_duration_leads_back_or_fails(first: dt.date, duration: str) -> None:
    assert after(first, duration) >= first
