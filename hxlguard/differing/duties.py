"""The other clauses of a flow: disclosure, shape, retention, duties, waivers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from hxlguard.differing.orders import (
    EQUIVALENT,
    INCOMPARABLE,
    NARROWING,
    WIDENING,
    at_least,
    at_most,
    by_amount,
    by_limit,
    change,
    duration,
    every,
    every_pattern,
    only,
    same,
    until,
)
from hxlguard.model.agreement import Agreement, Flow, OnwardSharing
from hxlguard.model.difference import Change, Ordering
from hxlguard.model.rule import Forbid, Require
from hxlguard.model.shape import FlowSchema

Part = TypeVar("Part", bound=BaseModel)
Order = Callable[[Any, Any], Ordering]
"""Orders two values of a key."""

_WORDS = frozenset({"id", "clause", "text", "severity", "waivable", "reason", "title"})
"""Keys that decide nothing about what leaves; `waivable` is compared for all clauses together."""


def _limit(within: Order) -> Order:
    return lambda old, new: by_limit(old, new, within)


def _looser_words(*loosest_first: str | None) -> Order:
    return lambda old, new: by_amount(old, new, lambda value: -loosest_first.index(value))


def _bound(within: Callable[[float, float], Ordering]) -> Order:
    return _limit(lambda old, new: within(float(old), float(new)))


def _some_of(old: tuple[str, ...], new: tuple[str, ...]) -> Ordering:
    """A list of which one must be used; an empty one asks for none in particular."""
    if not old or not new:
        return by_amount(old, new, lambda value: not value)
    return only(old, new)


def _named_columns(old: tuple[str, ...] | None, new: tuple[str, ...] | None) -> Ordering:
    """Columns that nobody names are found by what they are, which has no order beside names."""
    if old is None or new is None:
        return same(old, new)
    return every_pattern(old, new)


_CHECK = _looser_words("manual", "attested", "observable")
_DISCLOSURE: Mapping[str, Order] = {
    "at_least": _bound(at_least),
    "at_most": _bound(at_most),
    "quasi_identifiers": _named_columns,
    "sensitive": _named_columns,
    "counts": _named_columns,
    "zero_cells": _looser_words("allowed", None, "suppressed"),
    "secondary_suppression": _looser_words("not-required", None, "required"),
}
_SHAPE: Mapping[str, Order] = {
    "required": every_pattern,
    "max_columns": _bound(at_most),
    "max_rows": _bound(at_most),
    "expected_rows": _limit(lambda old, new: _by_keys(old, new, _ROWS)),
}
_ROWS: Mapping[str, Order] = {"at_least": _bound(at_least), "at_most": _bound(at_most)}
_RETENTION: Mapping[str, Order] = {
    "delete_by": _limit(until),
    "max_after_receipt": _limit(duration),
    "proof": _limit(same),
}
_ONWARD: Mapping[str, Order] = {"allowed": at_most, "prior_written_consent_of": every}
_DUTY: Mapping[str, Order] = {
    "within": _limit(duration),
    "phase": _looser_words("after-release", "before-release"),
    "check": _CHECK,
}
_TRANSFER: Mapping[str, Order] = {"algorithms": _some_of, "check": _CHECK}
_WAIVER: Mapping[str, Order] = {
    "clauses": only,
    "first": lambda old, new: until(new, old),
    "expires": until,
    "compensating": every,
    "approvals": lambda old, new: only(list(map(str, old)), list(map(str, new))),
}


def duty_changes(old: Agreement, new: Agreement, before: Flow, after: Flow) -> Iterator[Change]:
    """What changes for a flow in whatever is not about single columns."""
    yield from _listed("disclosure measure", before.disclosure, after.disclosure, _DISCLOSURE)
    yield from _keys("schema", before.shape or FlowSchema(), after.shape or FlowSchema(), _SHAPE)
    yield from _single("retention", before.retention, after.retention, _RETENTION)
    yield from _onward(before.onward_sharing, after.onward_sharing)
    yield from _listed("obligation", before.obligations, after.obligations, _DUTY)
    yield from _listed("transfer duty", before.transfer, after.transfer, _TRANSFER)
    yield from _listed("waiver", _waivers(old, before), _waivers(new, after), _WAIVER)
    yield from _waivable(old, new, before, after)


def _waivers(agreement: Agreement, flow: Flow) -> list[BaseModel]:
    return [each for each in agreement.document.waivers if each.scope.flow == flow.id]


def _listed(
    kind: str, before: Iterable[Part], after: Iterable[Part], orders: Mapping[str, Order]
) -> Iterator[Change]:
    """Parts of the same id are compared; one that only has another id has not changed."""
    old = {part.id: part for part in before}  # type: ignore[attr-defined]
    new = {part.id: part for part in after}  # type: ignore[attr-defined]
    gone = {name: old[name] for name in old if name not in new}
    come = {name: new[name] for name in new if name not in old}
    loose = kind == "waiver"
    for name, part in gone.items():
        if not any(_by_keys(part, other, orders) is EQUIVALENT for other in come.values()):
            yield Change(NARROWING if loose else WIDENING, f"{kind} `{name}` removed")
    for name, part in come.items():
        if not any(_by_keys(other, part, orders) is EQUIVALENT for other in gone.values()):
            yield Change(WIDENING if loose else NARROWING, f"{kind} `{name}` added")
    for name in old:
        if name in new:
            yield from _keys(f"{kind} `{name}`", old[name], new[name], orders)


def _single(
    kind: str, before: BaseModel | None, after: BaseModel | None, orders: Mapping[str, Order]
) -> Iterator[Change]:
    if before is None or after is None:
        ordering = by_limit(before, after, same)
        yield from change(ordering, f"{kind} {'removed' if after is None else 'added'}")
        return
    yield from _keys(kind, before, after, orders)


def _onward(before: OnwardSharing | None, after: OnwardSharing | None) -> Iterator[Change]:
    """To allow it aloud is looser than to say nothing, and that is looser than to limit it."""
    if before is not None and after is not None:
        yield from _keys("onward sharing", before, after, _ONWARD)
        return
    ordering = by_amount(before, after, _freedom)
    yield from change(ordering, f"onward sharing {'removed' if after is None else 'added'}")


def _freedom(onward: OnwardSharing | None) -> int:
    if onward is None:
        return 1
    return 2 if onward.allowed and not onward.prior_written_consent_of else 0


def _keys(
    name: str, before: BaseModel, after: BaseModel, orders: Mapping[str, Order]
) -> Iterator[Change]:
    for key, field in type(before).model_fields.items():
        old, new = getattr(before, key), getattr(after, key)
        what = f"{name}: `{field.alias or key}` {_shown(old)} -> {_shown(new)}"
        yield from change(_by_key(key, old, new, orders), what)


def _by_keys(before: BaseModel, after: BaseModel, orders: Mapping[str, Order]) -> Ordering:
    found = EQUIVALENT
    for key in type(before).model_fields:
        found |= _by_key(key, getattr(before, key), getattr(after, key), orders)
    return found


def _by_key(key: str, old: object, new: object, orders: Mapping[str, Order]) -> Ordering:
    """A key that has no order here is never taken for equivalent when it has changed."""
    if key in _WORDS or old == new:
        return EQUIVALENT
    return orders[key](old, new) if key in orders else INCOMPARABLE


def _shown(value: object) -> str:
    if isinstance(value, BaseModel):
        given = value.model_dump(exclude_unset=True)
        return ", ".join(f"{key} `{each}`" for key, each in given.items())
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value)) or "none"
    return "none" if value is None else f"`{value}`"


def _waivable(old: Agreement, new: Agreement, before: Flow, after: Flow) -> Iterator[Change]:
    was = _unwaivable(old, before)
    now = _unwaivable(new, after)
    for name in was:
        if now.get(name) is False and was[name]:
            yield Change(WIDENING, f"clause `{name}` may now be waived")
    for name in now:
        if was.get(name) is False and now[name]:
            yield Change(NARROWING, f"clause `{name}` may no longer be waived")


def _unwaivable(agreement: Agreement, flow: Flow) -> dict[str, bool]:
    """Of each clause that there is, whether no waiver can touch it."""
    rules = (*agreement.document.clauses, *flow.rules)
    restrictions = [rule for rule in rules if isinstance(rule, Forbid | Require)]
    return {each.id: not each.waivable for each in (*restrictions, *flow.disclosure)}
