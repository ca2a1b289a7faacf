"""Hidden sheets, rows, comments and the like are never silently allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Doubt, Word, union
from hxlguard.model.anomaly import HIDDEN_CONTENT, Anomaly, AnomalyKind
from hxlguard.model.kind import Kind
from hxlguard.model.location import FIRST_ROWS, ColumnRef, Rows
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import SourceProfile, TableProfile

HIDDEN = Kind(
    id="hidden-content",
    meaning="The file carries content that a person who opens it does not see.",
    why="Forgotten sheets and hidden rows have exposed thousands of people at once.",
    mend="Unhide and check it, or save the visible table as CSV and share that.",
    severity=Severity.HIGH,
)
KINDS = (HIDDEN,)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("hidden-content", "Nothing leaves that a person does not see.")
    yield Clause(ref, of_source=partial(_judge, case))


def _judge(case: Case, source: SourceProfile) -> Iterator[Word]:
    parts: list[tuple[TableProfile | None, tuple[Anomaly, ...]]] = [(None, source.anomalies)]
    parts += [(table, _of_table(table)) for table in source.tables]
    hidden = [
        (table, [anomaly for anomaly in anomalies if anomaly.kind in HIDDEN_CONTENT])
        for table, anomalies in parts
    ]
    for table, anomalies in hidden:
        if anomalies:
            yield _word(case, table, anomalies)
    if not any(anomalies for _, anomalies in hidden):
        yield MET


def _of_table(table: TableProfile) -> tuple[Anomaly, ...]:
    kinds = {anomaly.kind for anomaly in table.anomalies}
    said = kinds & {AnomalyKind.HIDDEN_SHEET, AnomalyKind.VERY_HIDDEN_SHEET}
    unsaid = table.hidden and not said
    return (*table.anomalies, *([Anomaly(AnomalyKind.HIDDEN_SHEET)] if unsaid else []))


def _word(case: Case, table: TableProfile | None, anomalies: list[Anomaly]) -> Word:
    counts: Counter[str] = Counter()
    for anomaly in anomalies:
        counts[anomaly.kind.value] += anomaly.count
    found = ", ".join(kind.replace("-", " ") for kind in sorted(counts))
    name = table.name if table else None
    columns = _columns(table, anomalies)
    rows = union(Rows(max(a.count, len(a.rows)), a.rows[:FIRST_ROWS]) for a in anomalies if a.rows)
    if case.agreement.document.defaults.hidden == "hold":
        reason = f"hidden content: {found}; look at it, then remove it or save as CSV"
        return Doubt(HIDDEN.id, reason, columns, rows, name)
    return Breach(
        HIDDEN,
        f"hidden content: {found}",
        columns,
        rows,
        observed=dict(sorted(counts.items())),
        remedies=({"do": "remove_hidden_content"},),
        table=name,
    )


def _columns(table: TableProfile | None, anomalies: list[Anomaly]) -> tuple[ColumnRef, ...]:
    tags = {c.finding.index: c.finding.tag for c in table.columns} if table else {}
    indexes = sorted({index for anomaly in anomalies for index in anomaly.columns})
    return tuple(ColumnRef(index, tags.get(index)) for index in indexes)
