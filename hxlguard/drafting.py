"""A first draft of an agreement, from what is in a table; a person decides, and signs.

It permits what looks harmless, asks for the usual protection of what can be protected, and forbids
the rest. Its status is `draft`, so that it clears nothing. It holds tags and names of entities; no
cell and no header.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from hxlguard.clauses.clause import filled, ranges
from hxlguard.errors import UsageError
from hxlguard.model.document import Id
from hxlguard.model.finding import Category, ColumnFinding
from hxlguard.model.ordered import Level
from hxlguard.model.profile import ColumnProfile, TableProfile, UnitOfRecord
from hxlguard.model.report import Inspection
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.recognizers import RECOGNIZERS, coordinates
from hxlguard.wording import plural

_YEAR = dt.timedelta(days=364)
"""From the first to the last day, both included."""

_HOLD_AT = 0.35
"""The confidence from which a detection is a doubt where an agreement does not say otherwise."""

_FINEST_PLACE = 2
_PROTECTABLE = frozenset({"GEO_COORDINATES", "AGE", "URL"})
_OF_PEOPLE_OR_SECRET = frozenset({each.entity for each in RECOGNIZERS}) - _PROTECTABLE
_DIRECT = tuple(each.entity for each in RECOGNIZERS if each.category is Category.DIRECT_IDENTIFIER)


class _Fate(StrEnum):
    """What the draft says about a field."""

    AS_IT_IS = "as it is"
    ROUNDED = "coordinates"
    COARSE_PLACE = "place"
    BY_MONTH = "date"
    IN_BANDS = "age"
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class _Field:
    """All columns under one tag."""

    tag: str
    columns: tuple[ColumnProfile, ...]
    fate: _Fate


def draft_agreement(
    inspection: Inspection,
    on: dt.date,
    *,
    id: str = "draft",
    recipient: str = "TODO-recipient",
    purpose: str = "TODO-purpose",
) -> str:
    """Write an agreement under which what is harmless in these tables could be shared.

    Args:
        inspection: what is in the tables.
        on: its first day; it holds for a year.
        id: the agreement's id.
        recipient: id of the party that receives.
        purpose: id of the purpose.

    Raises:
        UsageError: a name is none that an agreement may use.
    """
    _refuse_unless_ids(id=id, recipient=recipient, purpose=purpose)
    fields = _fields(column for table in _tables(inspection) for column in filled(table))
    lines = [*_head(inspection, on, id), *_flow(inspection, fields, recipient, purpose)]
    lines += [*_rules(fields), *_left_to_decide(inspection, fields)]
    return "".join(f"{line}\n" for line in lines)


def _refuse_unless_ids(**names: str) -> None:
    for where, name in names.items():
        try:
            TypeAdapter(Id).validate_python(name, strict=True)
        except ValidationError:
            remedy = "begin with a letter or digit, then letters, digits, `.`, `_` and `-`"
            raise UsageError(f"`{name}` is no id", where=where, remedy=remedy) from None


def _tables(inspection: Inspection) -> list[TableProfile]:
    return [table for source in inspection.sources for table in source.tables]


def _fields(columns: Iterable[ColumnProfile]) -> list[_Field]:
    by_tag: dict[str, list[ColumnProfile]] = {}
    for column in columns:
        if column.finding.tag:
            by_tag.setdefault(column.finding.tag, []).append(column)
    return [_Field(tag, tuple(by_tag[tag]), _common_fate(by_tag[tag])) for tag in sorted(by_tag)]


def _common_fate(columns: Iterable[ColumnProfile]) -> _Fate:
    """Where columns of one tag differ, the field stays."""
    fates = {_fate(column) for column in columns}
    return fates.pop() if len(fates) == 1 else _Fate.STAYS


def _fate(column: ColumnProfile) -> _Fate:
    finding, found, place = column.finding, _found(column), column.admin_level
    if finding.level is Level.SEVERE or found & _OF_PEOPLE_OR_SECRET or _unread(column):
        return _Fate.STAYS
    if place is not None and place > _FINEST_PLACE:
        return _Fate.STAYS
    if "AGE" in found:
        return _Fate.IN_BANDS
    if column.decimals or "GEO_COORDINATES" in found or _tagged_as_coordinates(finding):
        return _Fate.ROUNDED if column.decimals else _Fate.STAYS
    if finding.level > Level.MODERATE or finding.category is not Category.NON_PERSONAL:
        return _Fate.STAYS
    if place is not None:
        return _Fate.COARSE_PLACE
    return _Fate.BY_MONTH if column.dates else _Fate.AS_IT_IS


def _unread(column: ColumnProfile) -> bool:
    return bool(column.undated.count or column.unlocated.count)


def _tagged_as_coordinates(finding: ColumnFinding) -> bool:
    return coordinates.RECOGNIZER.tagged(TagSpec.parse(finding.tag or ""))


def _found(column: ColumnProfile) -> set[str]:
    return {each.entity for each in column.finding.detections if each.confidence >= _HOLD_AT}


def _head(inspection: Inspection, on: dt.date, id: str) -> Iterator[str]:
    tables = plural(len(_tables(inspection)), "table")
    until = on + min(_YEAR, dt.date.max - on)
    yield f"# A draft from {tables}, looked at on {on}. It clears nothing yet."
    yield "# A person decides what stands at each TODO, has the agreement signed, and only then"
    yield "# sets `status: active`. Whatever it does not permit stays behind."
    yield "apiVersion: hxlguard/v1"
    yield "kind: SharingAgreement"
    yield ""
    yield "metadata:"
    yield f"  id: {_quoted(id)}"
    yield '  version: "0.1"'
    yield '  title: "TODO: what this agreement is called"'
    yield "  status: draft"
    yield ""
    yield f'validity: {{from: "{on}", until: "{until}"}}  # TODO: the days that were agreed'
    yield ""
    yield "defaults: {columns: deny, untagged: forbid, hidden: forbid}"
    yield ""


def _flow(
    inspection: Inspection, fields: Iterable[_Field], recipient: str, purpose: str
) -> Iterator[str]:
    levels = [
        column.finding.level
        for field in fields
        if field.fate is not _Fate.STAYS
        for column in field.columns
    ]
    yield "flows:"
    yield "  - id: share"
    yield '    clause: "TODO"'
    yield f"    recipients: [{_quoted(recipient)}]  # TODO: who receives the data, and nobody else"
    yield f"    purposes: {{permit: [{_quoted(purpose)}]}}  # TODO: what for, and never for what"
    yield from _unit(inspection)
    ceiling = max(levels, default=Level.LOW)
    yield f"    sensitivity_ceiling: {ceiling}  # TODO: the highest level that was agreed"


def _unit(inspection: Inspection) -> Iterator[str]:
    """The unit that shows most of people, of all tables."""
    order = list(UnitOfRecord)
    units = {table.unit for table in _tables(inspection)} - {UnitOfRecord.UNKNOWN}
    if units:
        yield f"    unit_of_record: {min(units, key=order.index)}  # TODO: what one row is about"
    else:
        yield "    # TODO: `unit_of_record`, what one row is about; the table does not tell"


def _rules(fields: list[_Field]) -> Iterator[str]:
    tags = {fate: [field.tag for field in fields if field.fate is fate] for fate in _Fate}
    yield "    rules:"
    harmless = tags[_Fate.AS_IT_IS]
    if harmless:
        yield from _rule("permit-harmless", "permit", _tags(harmless), "these fields may travel")
    for fate, id, match, treatment, text in (
        (
            _Fate.COARSE_PLACE,
            "places",
            "{location: named}",
            f"{{do: generalise_location, admin_level: {_FINEST_PLACE}}}",
            f"no place is finer than admin level {_FINEST_PLACE}",
        ),
        (
            _Fate.BY_MONTH,
            "dates",
            _tags(tags[_Fate.BY_MONTH]),
            "{do: truncate_date, to: month}",
            "dates are given by month",
        ),
        (
            _Fate.ROUNDED,
            "coordinates",
            "{location: coordinates}",
            "{do: round_coordinates, decimals: 1}",
            "coordinates have one decimal, about 11 km",
        ),
        (
            _Fate.IN_BANDS,
            "ages",
            _tags(tags[_Fate.IN_BANDS]),
            "{do: band, cuts: [0, 5, 12, 18, 60]}",
            "ages are given in bands",
        ),
    ):
        if protected := tags[fate]:
            may = f"{id} may travel in protected form"
            yield from _rule(f"permit-{id}", "permit", _tags(protected), may)
            yield from _rule(f"protect-{id}", "require", match, text, f"[{treatment}]")
    yield from _forbids(fields)


def _forbids(fields: list[_Field]) -> Iterator[str]:
    leaving = [field for field in fields if field.fate is not _Fate.STAYS]
    staying = [field for field in fields if field.fate is _Fate.STAYS]
    harmless = {entity for field in leaving for each in field.columns for entity in _found(each)}
    found = {entity for field in staying for each in field.columns for entity in _found(each)}
    entities = [*_DIRECT, *sorted(found - harmless - {*_DIRECT})]
    told = "nothing that names, numbers or reaches a person, or is as delicate, travels"
    yield from _rule("no-such-cells", "forbid", f"{{entities: [{', '.join(entities)}]}}", told)
    severe = "{sensitivity: {at_least: severe}}"
    yield from _rule("no-severe", "forbid", severe, "nothing of severe sensitivity travels")
    kept = [TagSpec.parse(field.tag) for field in leaving]
    never = [
        field.tag
        for field in staying
        if not any(TagPattern.parse(field.tag).matches(tag) for tag in kept)
    ]
    if never:
        yield from _rule("no-such-fields", "forbid", _tags(never, exact=False), "these stay behind")


def _rule(id: str, effect: str, match: str, text: str, treatments: str = "") -> Iterator[str]:
    yield f"      - id: {id}"
    yield '        clause: "TODO"'
    yield f"        effect: {effect}"
    yield f"        match: {match}"
    if treatments:
        yield f"        with: {treatments}"
    yield f"        text: {_quoted(f'TODO: {text}')}"


def _left_to_decide(inspection: Inspection, fields: Iterable[_Field]) -> Iterator[str]:
    left = [field.tag for field in fields if field.fate is _Fate.STAYS]
    notes = [f"the field {tag} is not permitted above" for tag in left]
    for number, table in enumerate(_tables(inspection), start=1):
        untagged = [each.finding.index for each in filled(table) if not each.finding.tag]
        if untagged:
            where = f"columns {ranges(untagged)} of table {number}"
            notes.append(f"{where} have no tag and cannot travel; `hxlguard tag` proposes tags")
    if unread := sum(len(source.unread) for source in inspection.sources):
        notes.append(f"{plural(unread, 'part')} of the data could not be read")
    if notes:
        yield "# TODO: what a person looks at before anything is shared:"
    yield from (f"# - {note}" for note in notes)


def _tags(tags: Iterable[str], *, exact: bool = True) -> str:
    """A match; what a permit names, it names exactly."""
    listed = ", ".join(_quoted(f"{tag}!" if exact else tag) for tag in tags)
    return f"{{tags: [{listed}]}}"


def _quoted(text: str) -> str:
    """A double-quoted scalar: JSON is one in YAML too."""
    return json.dumps(text)
