"""Which of two values in an agreement is the stricter one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from hxlguard.model.difference import Change, Ordering
from hxlguard.model.patterns import covers
from hxlguard.model.tag import TagPattern
from hxlguard.wording import listed

Value = TypeVar("Value")

EQUIVALENT, NARROWING = Ordering.EQUIVALENT, Ordering.NARROWING
WIDENING, INCOMPARABLE = Ordering.WIDENING, Ordering.INCOMPARABLE


def change(ordering: Ordering, what: str) -> Iterator[Change]:
    """The change, unless there is none."""
    if ordering is not EQUIVALENT:
        yield Change(ordering, what)


def by_amount(old: Value, new: Value, looseness: Callable[[Value], float]) -> Ordering:
    """The looser value has the higher number."""
    before, after = looseness(old), looseness(new)
    if before == after:
        return EQUIVALENT
    return WIDENING if after > before else NARROWING


def by_limit(
    old: Value | None, new: Value | None, within: Callable[[Value, Value], Ordering]
) -> Ordering:
    """A limit is stricter than none; `within` orders two limits."""
    if old is None or new is None:
        return EQUIVALENT if old is new else (WIDENING if new is None else NARROWING)
    return within(old, new)


def at_most(old: float, new: float) -> Ordering:
    """A higher limit is looser."""
    return by_amount(old, new, lambda value: value)


def at_least(old: float, new: float) -> Ordering:
    """A lower limit is looser."""
    return by_amount(old, new, lambda value: -value)


def until(old: str, new: str) -> Ordering:
    """A later last day is looser."""
    return _by_side(new > old, new < old)


def duration(old: str, new: str) -> Ordering:
    """A longer duration is looser; months and days compare where no calendar can matter."""
    if _amount(old) == _amount(new):
        return EQUIVALENT
    (least, most), (new_least, new_most) = _span(old), _span(new)
    longer = new_least >= most or all(map(int.__le__, _amount(old), _amount(new)))
    shorter = new_most <= least or all(map(int.__le__, _amount(new), _amount(old)))
    return _by_side(longer, shorter) if longer or shorter else INCOMPARABLE


def only(old: Collection[str], new: Collection[str]) -> Ordering:
    """A list of what is allowed: more of them is looser."""
    return _by_side(bool({*new} - {*old}), bool({*old} - {*new}))


def every(old: Collection[str], new: Collection[str]) -> Ordering:
    """A list of what is asked for: fewer of them is looser."""
    return only(new, old)


def every_pattern(old: Iterable[str], new: Iterable[str]) -> Ordering:
    """A list of tag patterns that are all looked at: what none covers any more is looser."""
    before = list(map(TagPattern.parse, old))
    after = list(map(TagPattern.parse, new))
    return _by_side(not _covered(before, after), not _covered(after, before))


def same(old: object, new: object) -> Ordering:
    """Whatever has no order."""
    return EQUIVALENT if old == new else INCOMPARABLE


def gone_and_come(kind: str, old: Collection[str], new: Collection[str]) -> Iterator[Change]:
    """One change for what a list of the allowed has gained, one for what it has lost."""
    if gained := sorted({*new} - {*old}):
        yield Change(WIDENING, f"{kind} {listed(gained)} added")
    if lost := sorted({*old} - {*new}):
        yield Change(NARROWING, f"{kind} {listed(lost)} removed")


def _covered(narrow: Iterable[TagPattern], wide: Collection[TagPattern]) -> bool:
    return all(any(covers(each, pattern) for each in wide) for pattern in narrow)


def _by_side(looser: bool, stricter: bool) -> Ordering:
    if looser and stricter:
        return INCOMPARABLE
    if looser:
        return WIDENING
    return NARROWING if stricter else EQUIVALENT


def _counts(text: str) -> Iterator[tuple[int, str]]:
    for count, unit in re.findall(r"([0-9]+)([YMWDH])", text):
        yield int(count), unit


def _amount(text: str) -> tuple[int, int]:
    """Whole months and whole hours."""
    months = hours = 0
    for count, unit in _counts(text):
        months += count * {"Y": 12, "M": 1}.get(unit, 0)
        hours += count * {"W": 168, "D": 24, "H": 1}.get(unit, 0)
    return months, hours


def _span(text: str) -> tuple[int, int]:
    """The fewest and the most hours that it can last."""
    months, hours = _amount(text)
    years, rest = divmod(months, 12)
    return (
        (years * 365 + rest * 28) * 24 + hours,
        (years * 366 + rest * 31) * 24 + hours,
    )
