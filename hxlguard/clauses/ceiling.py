"""No field is more sensitive than the flow allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from hxlguard.clauses.clause import (
    DROP,
    MET,
    Breach,
    Case,
    Clause,
    Word,
    filled,
    filled_rows,
    named,
    refs,
)
from hxlguard.clauses.matching import (
    at_least,
    doubts,
    judged,
    level_of,
    shown,
    sure,
    undetectable,
)
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Level, Severity
from hxlguard.model.profile import ColumnProfile, TableProfile
from hxlguard.model.report import Fact

SENSITIVITY_TOO_HIGH = Kind(
    id="sensitivity-too-high",
    meaning="A field is more sensitive than the clause allows.",
    why="The level says how much harm the data can do in the wrong hands.",
    mend="Drop the field, or share it through a flow made for this level.",
    severity=Severity.HIGH,
)
KINDS = (SENSITIVITY_TOO_HIGH,)

_TAG: Final[Mapping[str, Fact]] = {"do": "tag"}


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause, unless the flow allows every level."""
    allowed = case.flow.sensitivity_ceiling
    above = [level for level in Level if level > allowed]
    if above:
        ref = case.implicit("ceiling", f"Nothing above the sensitivity `{allowed}` leaves.")
        yield Clause(
            ref, of_transfer=partial(_check_names, case), of_table=partial(_judge, case, min(above))
        )


def too_sensitive(case: Case, columns: list[ColumnProfile], limit: Level) -> Iterator[Breach]:
    """Say that `columns` have the level `limit` or more; first those that can only be dropped."""
    below = [level for level in Level if level < limit]
    groups: dict[bool, list[ColumnProfile]] = {False: [], True: []}
    for column in columns:
        groups[not column.finding.tag and not shown(column, limit, case).surely].append(column)
    for merely_untagged, group in groups.items():
        if group:
            levels = {column.finding.index: level_of(column, case) for column in group}
            yield Breach(
                SENSITIVITY_TOO_HIGH,
                _told(case, group, levels),
                refs(group),
                filled_rows(group),
                observed={"level": max(levels.values()).value},
                required={"level": max(below).value if below else None},
                remedies=(_TAG, DROP) if merely_untagged else (DROP,),
            )


def _told(case: Case, columns: list[ColumnProfile], levels: Mapping[int, Level]) -> str:
    """Say every level, highest first, and where it is that of what nobody classified."""
    told: dict[tuple[Level, bool], list[ColumnProfile]] = {}
    for column in columns:
        level = levels[column.finding.index]
        told.setdefault((level, shown(column, level, case).surely), []).append(column)
    return "; ".join(_level(*key, told[key]) for key in sorted(told, reverse=True))


def _level(level: Level, is_shown: bool, columns: list[ColumnProfile]) -> str:
    them = "it" if len(columns) == 1 else "them"
    why = "" if is_shown else f" because the agreement does not classify {them}"
    return f"{named(columns)} of sensitivity `{level}`{why}"


def _check_names(case: Case, _: object) -> Iterator[Word]:
    if classification := case.agreement.classification:
        yield from undetectable(rule.match for rule in classification.rules)


def _judge(case: Case, limit: Level, table: TableProfile) -> Iterator[Word]:
    columns = judged(filled(table), lambda column: at_least(column, limit, case))
    if above := sure(columns):
        yield from too_sensitive(case, above, limit)
    yield from doubts(columns, f"{{columns}} may be of sensitivity `{limit}` or more")
    if any(not truth.perhaps for _, truth in columns):
        yield MET
