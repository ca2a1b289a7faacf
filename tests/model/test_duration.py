"""Durations added to days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.model.duration import later


@pytest.mark.parametrize(
    ("day", "duration", "last"),
    [
        ("2026-05-03", "P30D", "2026-06-02"),
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-12-15", "P1M", "2027-01-15"),
        ("2026-05-03", "P1Y2M1W1D", "2027-07-11"),
        ("2026-05-03", "PT48H", "2026-05-05"),
        ("2026-05-03", "PT47H", "2026-05-04"),
        ("2026-05-03", "P0D", "2026-05-03"),
        ("9999-12-31", "P1D", "9999-12-31"),
        ("2026-05-03", f"P{'9' * 50}Y", "9999-12-31"),
        ("2026-05-03", f"P{'9' * 50}D", "9999-12-31"),
    ],
)
def test_a_duration_after_a_day(day: str, duration: str, last: str) -> None:
    assert later(dt.date.fromisoformat(day), duration) == dt.date.fromisoformat(last)


@given(st.dates(), st.integers(0, 500), st.integers(0, 500))
def test_more_is_never_sooner(day: dt.date, months: int, days: int) -> None:
    assert day <= later(day, f"P{months}M") <= later(day, f"P{months + 1}M")
    assert later(day, f"P{months}M{days}D") <= later(day, f"P{months}M{days + 1}D")
