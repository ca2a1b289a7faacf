"""The report that people read: the verdict first, then what to mend, then the facts.

Lines hold 100 terminal cells at most. Whatever comes from a file or an agreement is neutralised.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hxlguard.model.finding import Category, ColumnFinding, Detection
from hxlguard.model.ordered import Level, Severity, Verdict
from hxlguard.model.profile import SourceProfile, TableProfile
from hxlguard.model.report import (
    ClauseRef,
    Inspection,
    Obligation,
    Report,
    Status,
    Unknown,
    Violation,
)
from hxlguard.reports import _words as words
from hxlguard.reports._short import in_short
from hxlguard.terminal import fit, wrap

WIDTH = 100

_ADVICE = {
    Verdict.CLEAR: "This may leave for the transfer below.",
    Verdict.HOLD: "Do not send this yet. Settle each unknown below, then check again.",
    Verdict.BLOCK: "Do not send this. Mend each violation below, then check again.",
}
_RED, _YELLOW, _GREEN, _BOLD = "31;1", "33;1", "32;1", "1"
_VERDICT_COLOURS = {Verdict.CLEAR: _GREEN, Verdict.HOLD: _YELLOW, Verdict.BLOCK: _RED}
_SEVERITY_COLOURS = {
    Severity.LOW: _BOLD,
    Severity.MODERATE: _YELLOW,
    Severity.HIGH: _RED,
    Severity.CRITICAL: _RED,
}
_CATEGORIES = list(Category)


@dataclass(frozen=True, slots=True)
class _Ink:
    colour: bool

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def start(self, lines: list[str], length: int, code: str) -> list[str]:
        first, *rest = lines
        return [self.paint(first[:length], code) + first[length:], *rest]

    def heading(self, text: str) -> list[str]:
        return ["", self.paint(text, _BOLD)]


def render_report(report: Report, *, colour: bool = False) -> str:
    """Write a decision for a person; `colour` adds ANSI colours."""
    ink = _Ink(colour)
    standing = [each for each in report.violations if each.status is Status.VIOLATION]
    waived = [each for each in report.violations if each.status is Status.WAIVED]
    lines = [
        *_verdict(report, ink),
        *_in_short(standing, ink),
        *_violations("VIOLATIONS, worst first", standing, ink),
        *_unknowns(report.unknowns, ink),
        *_violations("WAIVED, so they do not block", waived, ink),
        *_obligations(report.obligations, ink),
        *_tables(report.sources, ink, every_column=False),
        *_papers(report.sources, ink),
        *_field("agreement", f"{report.agreement.id} {report.agreement.version}"),
        f"    sha256 {report.agreement.sha256}",
    ]
    return _joined(lines)


def render_inspection(inspection: Inspection, *, colour: bool = False) -> str:
    """Write what is in some sources for a person; `colour` adds ANSI colours."""
    ink = _Ink(colour)
    findings = [
        column.finding
        for source in inspection.sources
        for table in source.tables
        for column in table.columns
    ]
    careful = sum(1 for finding in findings if _needs_care(finding))
    lines = [
        f"{words.plural(careful, 'column')} of {len(findings)} to handle with care in "
        f"{words.plural(len(inspection.sources), 'file')}; "
        f"{words.plural(sum(len(each.unread) for each in inspection.sources), 'part')} not read",
        *_unread(inspection.sources, ink),
        *_tables(inspection.sources, ink, every_column=True),
        *_papers(inspection.sources, ink),
    ]
    return _joined(lines)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _field(label: str, text: str, *, indent: str = "  ") -> list[str]:
    return wrap(text, WIDTH, first=f"{indent}{label} ", rest=f"{indent}{' ' * len(label)} ")


def _verdict(report: Report, ink: _Ink) -> list[str]:
    headline = wrap(report.headline(), WIDTH)
    transfer = report.transfer
    told = {
        "flow": transfer.flow,
        "from": transfer.sender,
        "to": transfer.recipient,
        "for": transfer.purpose,
        "on": report.on,
    }
    lines = [
        *ink.start(headline, len(report.verdict), _VERDICT_COLOURS[report.verdict]),
        _ADVICE[report.verdict],
        *_field("transfer", ", ".join(f"{key} {value}" for key, value in told.items() if value)),
    ]
    if report.enforcement == "advisory":
        lines.append("  the agreement is advisory: it warns, the exit status is 0")
    return lines


def _in_short(standing: Sequence[Violation], ink: _Ink) -> list[str]:
    if len(standing) < 2:
        return []
    lines = ink.heading("IN SHORT, to mend it")
    for where, what in in_short(standing):
        lines += wrap(f"{where}: {what}", WIDTH, first="  - ", rest="    ")
    return lines


def _violations(title: str, violations: Sequence[Violation], ink: _Ink) -> list[str]:
    if not violations:
        return []
    lines = ink.heading(f"{title} ({len(violations)})")
    for number, found in enumerate(violations, start=1):
        start = f"{number:>3}. {found.severity}"
        sentence = wrap(f"{found.message} [{found.kind}]", WIDTH, first=f"{start}: ", rest=" " * 5)
        lines += ink.start(sentence, len(start), _SEVERITY_COLOURS[found.severity])
        lines += _details(found)
        if found.observed:
            lines += _field("found ", words.pairs(found.observed), indent=" " * 5)
        if found.required:
            lines += _field("asked ", words.pairs(found.required), indent=" " * 5)
        if found.remedies:
            mends = "; or ".join(words.remedy(each) for each in found.remedies)
            lines += _field("mend  ", mends, indent=" " * 5)
        if found.waiver:
            lines += _field("waiver", found.waiver, indent=" " * 5)
    return [*lines, "  `hxlguard explain KIND` says why a [kind] matters"]


def _unknowns(unknowns: Sequence[Unknown], ink: _Ink) -> list[str]:
    if not unknowns:
        return []
    lines = ink.heading(f"UNKNOWNS, each holds the release ({len(unknowns)})")
    for number, found in enumerate(unknowns, start=1):
        start = f"{number:>3}. unknown"
        sentence = wrap(f"{found.reason} [{found.kind}]", WIDTH, first=f"{start}: ", rest=" " * 5)
        lines += ink.start(sentence, len(start), _YELLOW)
        lines += _details(found)
    return lines


def _details(found: Violation | Unknown) -> list[str]:
    where = words.place(found.source, found.table, found.columns, found.rows)
    lines = _field("where ", where or "the transfer itself", indent=" " * 5)
    if found.clause:
        lines += _field("clause", _clause(found.clause), indent=" " * 5)
    return lines


def _clause(clause: ClauseRef) -> str:
    name = f"{clause.number} ({clause.id})" if clause.number else clause.id
    return f"{name}: {clause.text}" if clause.text else name


def _obligations(obligations: Sequence[Obligation], ink: _Ink) -> list[str]:
    if not obligations:
        return []
    lines = ink.heading(f"OBLIGATIONS, for people to keep ({len(obligations)})")
    for each in obligations:
        duty = each.text or (each.code or each.id).replace("-", " ")
        phase = f" [{each.phase.replace('-', ' ')}]" if each.phase else ""
        lines += wrap(f"{each.who or 'anyone'}: {duty}{phase}", WIDTH, first="  - ", rest="    ")
    return lines


def _unread(sources: Sequence[SourceProfile], ink: _Ink) -> list[str]:
    parts = [(source, part) for source in sources for part in source.unread]
    if not parts:
        return []
    lines = ink.heading("NOT READ, so nothing is known about it")
    for source, part in parts:
        where = f"{source.name}, `{part.part}`" if part.part else source.name
        lines += wrap(f"{where}: {part.reason} [{part.kind}]", WIDTH, first="  - ", rest="    ")
    return lines


def _tables(sources: Sequence[SourceProfile], ink: _Ink, *, every_column: bool) -> list[str]:
    lines = ink.heading("COLUMNS, those that need care first")
    for source in sources:
        for table in source.tables:
            lines += wrap(_table_facts(source, table), WIDTH, first="  ", rest="    ")
            for anomaly in table.anomalies:
                lines += _field("note", words.anomaly(anomaly), indent="    ")
            lines += _columns(table, ink, every_column=every_column)
    return lines


def _table_facts(source: SourceProfile, table: TableProfile) -> str:
    names = [
        source.name,
        words.table_name(source.name, table.name),
        "hidden" if table.hidden else "",
    ]
    tags = f"tags in row {table.tag_row}" if table.tag_row else "no tag row"
    return (
        f"{', '.join(name for name in names if name)}: {words.plural(table.rows, 'data row')}, "
        f"{tags}; one row is about: {table.unit} (confidence {table.unit_confidence:.2f})"
    )


def _columns(table: TableProfile, ink: _Ink, *, every_column: bool) -> list[str]:
    findings = sorted((column.finding for column in table.columns), key=_by_care)
    careful = [each for each in findings if _needs_care(each)]
    plain = [each for each in findings if not _needs_care(each)]
    shown = careful + plain if every_column else careful
    lines = [line for finding in shown for line in _column(finding, ink)]
    if plain and not every_column:
        rest = words.ranges(each.index for each in plain)
        lines += wrap(f"nothing found in {rest}", WIDTH, first="    ", rest="    ")
    return lines


def _needs_care(finding: ColumnFinding) -> bool:
    return (
        finding.category is not Category.NON_PERSONAL
        or finding.level > Level.LOW
        or bool(finding.detections)
    )


def _by_care(finding: ColumnFinding) -> tuple[int, int, int]:
    return -finding.level.rank, _CATEGORIES.index(finding.category), finding.index


def _column(finding: ColumnFinding, ink: _Ink) -> list[str]:
    proposed = f"no tag; {finding.proposed_tag}?" if finding.proposed_tag else "no tag"
    line = (
        f"    {words.letters(finding.index):<3} {finding.index:>5}"
        f"  {fit(finding.header or '(none, or not shown)', 24)}"
        f"  {fit(finding.tag or proposed, 24)}"
        f"  {finding.category:<22}  "
    )
    strong = ink.paint(finding.level, _RED) if finding.level >= Level.HIGH else finding.level
    lines = [line + strong]
    for detection in finding.detections:
        lines += wrap(_detection(detection), WIDTH, first=" " * 15, rest=" " * 17)
    if not finding.filled:
        lines.append(" " * 15 + "every cell is empty")
    return lines


def _detection(detection: Detection) -> str:
    cells = f"{words.plural(detection.matched, 'cell')} ({_percent(detection.coverage)})"
    evidence = ", ".join(detection.via)
    return f"{detection.entity} in {cells}, confidence {detection.confidence:.2f}, by {evidence}"


def _percent(share: float) -> str:
    if 0 < share < 0.01:
        return "under 1 %"
    return f"{int(share * 100)} %"


def _papers(sources: Sequence[SourceProfile], ink: _Ink) -> list[str]:
    lines = ink.heading("WHAT WAS READ")
    for source in sources:
        lines += _field("file", f"{source.name} ({source.media_type})")
        for anomaly in source.anomalies:
            lines += _field("note", words.anomaly(anomaly), indent="    ")
        lines.append(f"    sha256 {source.sha256}")
    return lines
