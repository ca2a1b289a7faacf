"""What never travels, by tag, by header, by place, by sensitivity or by what the cells hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.ceiling import too_sensitive
from hxlguard.clauses.clause import (
    DROP,
    LISTED_COLUMNS,
    MET,
    Breach,
    Case,
    Clause,
    Word,
    filled,
    filled_rows,
    lettered,
    letters,
    named,
    number,
    refs,
    union,
)
from hxlguard.clauses.matching import (
    doubts,
    firing,
    judged,
    permitted,
    restricted,
    restriction,
    seen,
    sure,
)
from hxlguard.model.finding import Detection
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import ColumnProfile, TableProfile
from hxlguard.model.rule import Forbid
from hxlguard.wording import plural

FORBIDDEN_FIELD = Kind(
    id="forbidden-field",
    meaning="The table holds a field that a clause forbids.",
    why="The parties agreed that this field is too dangerous or not needed.",
    mend="Drop the field.",
    severity=Severity.HIGH,
)
FORBIDDEN_ENTITY = Kind(
    id="forbidden-entity",
    meaning="Cells hold a kind of data that a clause forbids, whatever the column is called.",
    why="One name or number in the wrong file is enough to find and hurt a person.",
    mend="Drop the column, or clear the cells that the report lists and check again.",
    severity=Severity.CRITICAL,
)
KINDS = (FORBIDDEN_FIELD, FORBIDDEN_ENTITY)

Hits = list[tuple[ColumnProfile, list[Detection]]]


def clauses(case: Case) -> Iterator[Clause]:
    """Every `forbid`."""
    for pointer, rule in case.forbids:
        yield restriction(case, pointer, rule, partial(_judge, case, rule))


def _judge(case: Case, rule: Forbid, table: TableProfile) -> Iterator[Word]:
    columns = judged(filled(table), lambda column: restricted(rule, column, case))
    if found := sure(columns):
        yield from _breaches(case, rule, found)
    yield from doubts(columns, f"{{columns}} may hold what {number(rule)} forbids")
    if any(not truth.perhaps for _, truth in columns):
        yield MET


def _breaches(case: Case, rule: Forbid, columns: list[ColumnProfile]) -> Iterator[Breach]:
    if rule.match.entities is not None:
        yield _forbidden_entity(case, rule, columns)
    elif rule.match.sensitivity is not None:
        yield from too_sensitive(case, columns, rule.match.sensitivity.at_least)
    else:
        yield _forbidden_field(rule, columns)


def _forbidden_field(rule: Forbid, columns: list[ColumnProfile]) -> Breach:
    return Breach(
        FORBIDDEN_FIELD,
        f"{named(columns)} must not leave ({number(rule)}){_by_header(columns)}",
        refs(columns),
        filled_rows(columns),
        remedies=(DROP,),
    )


def _by_header(columns: list[ColumnProfile]) -> str:
    proposed = [
        f"{letters(column.finding.index)} is `{column.finding.proposed_tag}`"
        for column in columns
        if column.finding.proposed_tag
    ]
    header = "its header" if len(proposed) == 1 else "their headers"
    return f"; by {header} {_first(proposed)}" if proposed else ""


def _first(told: list[str]) -> str:
    """The first few of many, in the order of the columns."""
    rest = len(told) - LISTED_COLUMNS
    return ", ".join(told[:LISTED_COLUMNS]) + (f" and {rest} more" if rest > 0 else "")


def _forbidden_entity(case: Case, rule: Forbid, columns: list[ColumnProfile]) -> Breach:
    hits: Hits = [(column, list(_certain(case, rule, column))) for column in columns]
    cells: Counter[str] = Counter()
    for _, detections in hits:
        for detection in detections:
            cells[detection.entity] += detection.matched
    return Breach(
        FORBIDDEN_ENTITY,
        _message(case, rule, hits),
        refs(columns),
        union(
            detection.rows if detection.matched else column.finding.filled_rows
            for column, detections in hits
            for detection in detections
        ),
        observed=dict(sorted(cells.items())),
        remedies=(DROP,),
    )


def _certain(case: Case, rule: Forbid, column: ColumnProfile) -> Iterator[Detection]:
    for detection in firing(rule.match, column):
        if seen(detection.confidence, case).surely:
            yield detection


def _message(case: Case, rule: Forbid, hits: Hits) -> str:
    """Such as: permitted as B `#sector` (C.1), but EMAIL was detected in 3 cells of B (5.1)."""
    granted = {
        column: [rule for rule in case.grants if permitted(rule, column, case).surely]
        for column, _ in hits
    }
    numbers = sorted({number(permit) for permits in granted.values() for permit in permits})
    found = _first(
        [
            _told(detection, letters(column.finding.index) if numbers else lettered(column))
            for column, detections in hits
            for detection in detections
        ]
    )
    if not numbers:
        return f"{found} ({number(rule)})"
    allowed = _first([lettered(column) for column, permits in granted.items() if permits])
    return f"permitted as {allowed} ({', '.join(numbers)}), but {found} ({number(rule)})"


def _told(detection: Detection, where: str) -> str:
    if not detection.matched:
        return f"{detection.entity} was announced by the tag or header of {where}"
    cells = plural(detection.matched, "cell")
    return f"{detection.entity} was detected in {cells} of {where}{detection.by_sample}"
