"""What a JSON Schema cannot say: ids that must be unique, names that must exist.

It judges plain values of any shape and passes over what has not the shape that it looks for: the
schema reports that. So a person gets the mistakes of both at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from hxlguard.agreements.reading import Mistake, Plain, pointer_to
from hxlguard.lexicon.countries import is_alpha_3
from hxlguard.wording import did_you_mean

_SECTIONS = ("rules", "disclosure", "obligations", "transfer")
_SINGLE_SECTIONS = ("retention", "onward_sharing")
_CONTACTS = ("data_protection_officer", "incident_contact")
_AUTHORITIES = ("waiver_authorities", "signatories")

_MOST_HINTS = 20
"""For so many unknown names a near one is looked for; it takes long where much is known."""

Place = tuple[str, Plain]
"""A JSON pointer and what stands there."""


def classification_mistakes(document: Plain) -> Iterator[Mistake]:
    """Cross-check a classification, as far as its shape allows."""
    root = ("", document)
    yield from _duplicate_ids("clause", _items(root, "classification", "rules"))
    pointer, code = _at(root, "metadata", "country")
    if isinstance(code, str) and not is_alpha_3(code):
        what = f"`{code}` is no country that is known; write its ISO 3166 alpha-3 code, like `SSD`"
        yield Mistake(pointer, what)


def meaning_mistakes(document: Plain) -> Iterator[Mistake]:
    """Cross-check an agreement, as far as its shape allows."""
    root = ("", document)
    flows = list(_items(root, "flows"))
    yield from _order_mistakes(document)
    yield from _duplicate_mistakes(root, flows)
    yield from _purpose_loops(root)
    for kind, known, named in (
        ("party", _ids(_items(root, "parties")), _named_parties(root, flows)),
        ("purpose", _keys(root, "vocabulary", "purposes"), _named_purposes(root, flows)),
        (
            "subject group",
            _keys(root, "vocabulary", "subject_groups"),
            (place for flow in flows for place in _items(flow, "subjects")),
        ),
        (
            "flow",
            _ids(flows),
            (_at(waiver, "scope", "flow") for waiver in _items(root, "waivers")),
        ),
    ):
        yield from _unknown(kind, known, named)


def _at(place: Place, *keys: str) -> Place:
    """What stands under `keys`; None where nothing does."""
    pointer, value = place
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
        pointer = pointer_to(pointer, key)
    return pointer, value


def _items(place: Place, *keys: str) -> Iterator[Place]:
    """The items of the list under `keys`."""
    pointer, value = _at(place, *keys)
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield pointer_to(pointer, index), item


def _keys(place: Place, *keys: str) -> list[str]:
    value = _at(place, *keys)[1]
    return list(value) if isinstance(value, dict) else []


def _ids(places: Iterator[Place] | list[Place]) -> list[str]:
    return [name for _, name in (_at(place, "id") for place in places) if isinstance(name, str)]


def _order_mistakes(document: Plain) -> Iterator[Mistake]:
    first = _at(("", document), "validity", "from")[1]
    pointer, until = _at(("", document), "validity", "until")
    if _is_date(first) and _is_date(until) and str(until) < str(first):
        yield Mistake(pointer, "lies before `from`, so the agreement is never valid")


def _is_date(value: Plain) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII))


def _clauses(root: Place, flows: list[Place]) -> Iterator[Place]:
    """Every clause, the sections of each flow included."""
    yield from _items(root, "classification", "rules")
    yield from _items(root, "clauses")
    for flow in flows:
        for section in _SECTIONS:
            yield from _items(flow, section)
        for section in _SINGLE_SECTIONS:
            yield _at(flow, section)


def _duplicate_mistakes(root: Place, flows: list[Place]) -> Iterator[Mistake]:
    yield from _duplicate_ids("clause", _clauses(root, flows))
    yield from _duplicate_ids("flow", flows)
    yield from _duplicate_ids("party", _items(root, "parties"))
    yield from _duplicate_ids("waiver", _items(root, "waivers"))


def _duplicate_ids(kind: str, places: Iterable[Place]) -> Iterator[Mistake]:
    first: dict[str, str] = {}
    for place in places:
        pointer, name = _at(place, "id")
        if not isinstance(name, str):
            continue
        if name in first:
            what = f"the {kind} id `{name}` is taken by {first[name]}; give it another one"
            yield Mistake(pointer, what)
        first.setdefault(name, place[0])


def _purpose_loops(root: Place) -> Iterator[Mistake]:
    purposes = _at(root, "vocabulary", "purposes")
    broader = {name: _at(purposes, name, "broader") for name in _keys(purposes)}
    walked: set[str] = set()
    for start in broader:
        step = start
        way: dict[str, int] = {}
        while step in broader and step not in walked:
            walked.add(step)
            way[step] = len(way)
            following = broader[step][1]
            step = following if isinstance(following, str) else ""
        looping = list(way)[way[step] :] if step in way else []
        for name in looping:
            yield Mistake(broader[name][0], f"`{name}` is broader than itself")


def _named_purposes(root: Place, flows: list[Place]) -> Iterator[Place]:
    purposes = _at(root, "vocabulary", "purposes")
    for name in _keys(purposes):
        yield _at(purposes, name, "broader")
    for flow in flows:
        yield from _items(flow, "purposes", "permit")
        yield from _items(flow, "purposes", "forbid")


def _named_parties(root: Place, flows: list[Place]) -> Iterator[Place]:
    for contact in _CONTACTS:
        yield _at(root, "governance", contact, "party")
    for section in _AUTHORITIES:
        for authority in _items(root, "governance", section):
            yield _at(authority, "party")
    for flow in flows:
        yield _at(flow, "sender")
        yield from _items(flow, "recipients")
        for duty in _items(flow, "obligations"):
            yield _at(duty, "who")


def _unknown(kind: str, known: Collection[str], named: Iterator[Place]) -> Iterator[Mistake]:
    """A section that is left out names nothing, so its words are free."""
    names, hints = {*known}, 0
    for pointer, name in named:
        if known and isinstance(name, str) and name not in names:
            hint = did_you_mean(name, known) if hints < _MOST_HINTS else ""
            hints += 1
            hint = hint or "add it or correct the name"
            yield Mistake(pointer, f"unknown {kind} `{name}`; {hint.strip()}")
