"""Durations as agreements write them (ISO 8601: `P30D`, `P1Y6M`, `PT48H`), added to days."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_PART = re.compile(r"([0-9]+)([YMWDH])", re.ASCII)


def after(first: dt.date, duration: str) -> dt.date:
    """The day that lies `duration` after `first`; hours count as whole days, rounded down.

    A month that is too short ends on its last day, and whatever lies beyond year 9999 on its end.
    """
    counts = dict.fromkeys("YMWDH", 0)
    for count, unit in _parts(duration):
        counts[unit] += count
    months = first.year * 12 + first.month - 1 + counts["Y"] * 12 + counts["M"]
    year, month = months // 12, months % 12 + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    day = min(first.day, calendar.monthrange(year, month)[1])
    try:
        days = dt.timedelta(days=counts["W"] * 7 + counts["D"] + counts["H"] // 24)
        return dt.date(year, month, day) + days
    except OverflowError:
        return dt.date.max


def _parts(duration: str) -> list[tuple[int, str]]:
    return [(int(count[-18:]), unit) for count, unit in _PART.findall(duration)]
