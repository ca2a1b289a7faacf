"""What never travels, by tag, by header, by place, by sensitivity or by what the cells hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.ceiling import too_sensitive
from hxlguard.clauses.clause import (
    DROP,
    MET,
    Breach,
    Case,
    Clause,
    Word,
    count_of,
    filled,
    filled_rows,
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
    seen,
    sure,
    undetectable,
)
from hxlguard.model.finding import Detection
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import ColumnProfile, TableProfile
from hxlguard.model.rule import Forbid

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


def clauses(case: Case) -> Iterator[Clause]:
    """Every `forbid`."""
    for pointer, rule in case.forbids:
        yield Clause(
            case.written(pointer, rule),
            of_transfer=partial(_check_names, rule),
            of_table=partial(_judge, case, rule),
            severity=rule.severity,
            waivable=rule.waivable,
        )


def _check_names(rule: Forbid, _: object) -> Iterator[Word]:
    yield from undetectable([rule.match])


def _judge(case: Case, rule: Forbid, table: TableProfile) -> Iterator[Word]:
    columns = judged(filled(table), lambda column: restricted(rule, column, case))
    if found := sure(columns):
        yield _breach(case, rule, found)
    yield from doubts(columns, f"{{columns}} may hold what {number(rule)} forbids")
    if any(not truth.perhaps for _, truth in columns):
        yield MET


def _breach(case: Case, rule: Forbid, columns: list[ColumnProfile]) -> Breach:
    if rule.match.entities is not None:
        return _forbidden_entity(case, rule, columns)
    if rule.match.sensitivity is not None:
        return too_sensitive(case, columns, rule.match.sensitivity.at_least)
    proposed = sorted({c.finding.proposed_tag for c in columns if c.finding.proposed_tag})
    hint = f"; by its header that is {', '.join(f'`{tag}`' for tag in proposed)}"
    return Breach(
        FORBIDDEN_FIELD,
        f"{named(columns)} must not leave ({number(rule)}){hint if proposed else ''}",
        refs(columns),
        filled_rows(columns),
        remedies=(DROP,),
    )


def _forbidden_entity(case: Case, rule: Forbid, columns: list[ColumnProfile]) -> Breach:
    hits = [(column, list(_certain(case, rule, column))) for column in columns]
    cells: Counter[str] = Counter()
    for _, detections in hits:
        for detection in detections:
            cells[detection.entity] += detection.matched
    return Breach(
        FORBIDDEN_ENTITY,
        _message(case, rule, columns, cells),
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


def _message(case: Case, rule: Forbid, columns: list[ColumnProfile], cells: Counter[str]) -> str:
    """Such as: permitted as `#sector` (C.1), but PERSON_NAME was detected in 3 cells (Art. 5.1)."""
    entities = ", ".join(sorted(cells))
    be = "were" if len(cells) > 1 else "was"
    seen_in = f"detected in {count_of(cells.total(), 'cell')}"
    found = f"{entities} {be} {seen_in if cells.total() else 'announced by the tag or header'}"
    allowed = {
        column: [permit for _, permit in case.permits if permitted(permit, column, case).surely]
        for column in columns
    }
    numbers = sorted({number(permit) for permits in allowed.values() for permit in permits})
    if not numbers:
        return f"{found} of {named(columns)} ({number(rule)})"
    granted = [column for column, permits in allowed.items() if permits]
    others = [column for column, permits in allowed.items() if not permits]
    also = f", also of {named(others)}" if others else ""
    as_permitted = f"permitted as {named(granted)} ({', '.join(numbers)})"
    return f"{as_permitted}, but {found}{also} ({number(rule)})"
