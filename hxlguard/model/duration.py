"""Durations of ISO 8601, added to a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_HOURS_A_DAY = 24


def later(day: dt.date, duration: str) -> dt.date:
    """The last day that is no more than `duration` after `day`, never beyond 9999-12-31.

    Months keep the day of the month where the later month has it, else they end with the month.

    Args:
        day: where it begins.
        duration: as `Duration` of `hxlguard.model.document` allows, such as `P30D` or `PT48H`.
    """
    counts = dict.fromkeys("YMWDH", 0)
    for count, unit in re.findall(r"([0-9]+)([YMWDH])", duration):
        counts[unit] += int(count)
    days = counts["D"] + 7 * counts["W"] + counts["H"] // _HOURS_A_DAY
    try:
        return _months_later(day, counts["M"] + 12 * counts["Y"]) + dt.timedelta(days)
    except (ValueError, OverflowError):
        return dt.date.max


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    return day.replace(
        year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1])
    )
