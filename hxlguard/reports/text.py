"""The report that people read: the verdict first, then what to mend, then the facts.

Lines hold 100 terminal cells at most. Whatever comes from a file or an agreement is neutralised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hxlguard.clauses.clause import letters, ranges
from hxlguard.model.anomaly import AnomalyKind
from hxlguard.model.finding import Category, ColumnFinding, Detection
from hxlguard.model.ordered import Level, Severity, Verdict
from hxlguard.model.profile import SourceProfile, TableProfile, UnitOfRecord
from hxlguard.model.report import (
    ClauseRef,
    Inspection,
    Report,
    Status,
    Unknown,
    Violation,
)
from hxlguard.reports import _words as words
from hxlguard.reports._decided import (
    agreement,
    attestations,
    classification,
    obligations,
    waiver_notes,
)
from hxlguard.reports._folding import Entry, folded, told_once
from hxlguard.reports._ink import BOLD, GREEN, RED, WIDTH, YELLOW, Ink, field
from hxlguard.reports._places import Place, Places, place_of
from hxlguard.reports._short import in_short
from hxlguard.terminal import fit, wrap
from hxlguard.wording import plural

_ADVICE = {
    Verdict.CLEAR: "This may leave for the transfer below.",
    Verdict.HOLD: "Do not send this yet. Settle each unknown below, then check again.",
    Verdict.BLOCK: "Do not send this. Mend each violation below, then check again.",
}
_VERDICT_COLOURS = {Verdict.CLEAR: GREEN, Verdict.HOLD: YELLOW, Verdict.BLOCK: RED}
_SEVERITY_COLOURS = {
    Severity.LOW: BOLD,
    Severity.MODERATE: YELLOW,
    Severity.HIGH: RED,
    Severity.CRITICAL: RED,
}
_CATEGORIES = list(Category)
LISTED_OPTIONS = 3
_PROPERTIES = "leave with the data; clear them"


def render_report(report: Report, *, colour: bool = False) -> str:
    """Write a decision for a person; `colour` adds ANSI colours."""
    ink = Ink(colour)
    places = Places.of(report.sources)
    standing = [each for each in report.violations if each.status is Status.VIOLATION]
    waived = [each for each in report.violations if each.status is Status.WAIVED]
    lines = [
        *_verdict(report, ink),
        *_in_short(standing, report.unknowns, places, ink),
        *_standing(standing, places, ink),
        *_unknowns(report.unknowns, places, ink),
        *_explain([*standing, *report.unknowns]),
        *_waived(waived, places, ink),
        *waiver_notes(report.waivers, ink),
        *attestations(report.attestations, ink),
        *obligations(report.obligations, ink),
        *_file_notes(report.sources, ink),
        *_tables(report.sources, ink, told=_told_columns(report)),
        *_papers(report.sources, ink),
        *(line for each in report.deciding for line in agreement(each)),
        *classification(report.classification),
    ]
    return _joined(lines)


def render_inspection(inspection: Inspection, *, colour: bool = False) -> str:
    """Write what is in some sources for a person; `colour` adds ANSI colours."""
    ink = Ink(colour)
    findings = [
        column.finding
        for source in inspection.sources
        for table in source.tables
        for column in table.columns
    ]
    careful = sum(1 for finding in findings if _needs_care(finding))
    lines = [
        f"{plural(careful, 'column')} of {len(findings)} to handle with care in "
        f"{plural(len(inspection.sources), 'file')}; "
        f"{plural(sum(len(each.unread) for each in inspection.sources), 'part')} not read",
        *_unread(inspection.sources, ink),
        *_file_notes(inspection.sources, ink),
        *_tables(inspection.sources, ink),
        *_papers(inspection.sources, ink),
    ]
    return _joined(lines)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _verdict(report: Report, ink: Ink) -> list[str]:
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
        *field("transfer", ", ".join(f"{key} {value}" for key, value in told.items() if value)),
    ]
    if named := [each.name for each in report.sources if _has_properties(each)]:
        of = f"`{named[0]}`" if len(named) == 1 else f"{len(named)} files"
        lines += field(
            "note", f"the document properties (author, company ...) of {of} {_PROPERTIES}"
        )
    if report.enforcement == "advisory":
        lines.append("  the agreement is advisory: it warns, the exit status is 0")
    return lines


def _has_properties(source: SourceProfile) -> bool:
    return any(each.kind is AnomalyKind.DOCUMENT_PROPERTIES for each in source.anomalies)


def _in_short(
    standing: Sequence[Violation], unknowns: Sequence[Unknown], places: Places, ink: Ink
) -> list[str]:
    if not standing:
        return []
    lines = ink.heading("IN SHORT, to mend it")
    for where, what in in_short(standing, unknowns, places.hidden):
        lines += wrap(f"{where}: {what}", WIDTH, first="  - ", rest="    ")
    return lines


def _standing(standing: Sequence[Violation], places: Places, ink: Ink) -> list[str]:
    entries = folded(standing)
    return _violations("VIOLATIONS, worst first", entries, len(standing), places, ink)


def _waived(waived: Sequence[Violation], places: Places, ink: Ink) -> list[str]:
    title = "WAIVED, so they do not block"
    return _violations(title, told_once(waived), len(waived), places, ink)


def _violations(
    title: str, entries: Sequence[Entry], count: int, places: Places, ink: Ink
) -> list[str]:
    if not entries:
        return []
    beside = count - len(entries)
    told = f"{count}, of which {beside} told beside another one" if beside else f"{count}"
    lines = ink.heading(f"{title} ({told})")
    for number, entry in enumerate(entries, start=1):
        found = entry.violation
        start = f"{number:>3}. {found.severity}"
        sentence = wrap(f"{found.message} [{found.kind}]", WIDTH, first=f"{start}: ", rest=" " * 5)
        lines += ink.start(sentence, len(start), _SEVERITY_COLOURS[found.severity])
        lines += _details(found, entry.clauses, places)
        if entry.also:
            lines += field("also  ", ", ".join(entry.repeated()), indent=" " * 5)
        if found.observed:
            lines += field("found ", words.pairs(found.observed), indent=" " * 5)
        if found.required:
            lines += field("asked ", words.pairs(found.required), indent=" " * 5)
        if found.remedies:
            mends = "; or ".join(words.remedy(each) for each in entry.remedies)
            lines += field("mend  ", mends, indent=" " * 5)
        helping = [each for each in found.options if words.changes(each, found.observed)]
        for option in helping[:LISTED_OPTIONS]:
            lines += field("try   ", words.option(option), indent=" " * 5)
        if found.waiver:
            lines += field("waiver", found.waiver, indent=" " * 5)
    return lines


def _explain(found: Sequence[Violation | Unknown]) -> list[str]:
    if not found:
        return []
    asked = f"`hxlguard explain {found[0].kind}` says why it matters, and so for every [kind]"
    return wrap(asked, WIDTH, first="  ", rest="  ")


def _unknowns(unknowns: Sequence[Unknown], places: Places, ink: Ink) -> list[str]:
    if not unknowns:
        return []
    lines = ink.heading(f"UNKNOWNS, each holds the release ({len(unknowns)})")
    for number, found in enumerate(unknowns, start=1):
        start = f"{number:>3}. unknown"
        sentence = wrap(f"{found.reason} [{found.kind}]", WIDTH, first=f"{start}: ", rest=" " * 5)
        lines += ink.start(sentence, len(start), YELLOW)
        lines += _details(found, [found.clause] if found.clause else [], places)
    return lines


def _details(found: Violation | Unknown, clauses: Iterable[ClauseRef], places: Places) -> list[str]:
    where = places.told(found) or "the transfer itself"
    lines = field("where ", where, indent=" " * 5)
    for clause in clauses:
        lines += field("clause", _clause(clause), indent=" " * 5)
    return lines


def _clause(clause: ClauseRef) -> str:
    name = f"{clause.number} ({clause.name})" if clause.number else clause.name
    place = f", line {clause.line}" if clause.line else ""
    return f"{name}{place}: {clause.text}" if clause.text else f"{name}{place}"


def _unread(sources: Sequence[SourceProfile], ink: Ink) -> list[str]:
    parts = [(source, part) for source in sources for part in source.unread]
    if not parts:
        return []
    lines = ink.heading("NOT READ, so nothing is known about it")
    for source, part in parts:
        where = f"{source.name}, `{part.part}`" if part.part else source.name
        lines += wrap(f"{where}: {part.reason} [{part.kind}]", WIDTH, first="  - ", rest="    ")
    return lines


def _file_notes(sources: Sequence[SourceProfile], ink: Ink) -> list[str]:
    noted = [source for source in sources if source.anomalies]
    if not noted:
        return []
    lines = ink.heading("NOTES on files as a whole")
    for source in noted:
        notes = "; ".join(map(words.anomaly, source.anomalies))
        lines += wrap(f"{source.name}: {notes}", WIDTH, first="  - ", rest="    ")
    return lines


def _told_columns(report: Report) -> dict[Place, set[int]]:
    """The columns that violations and unknowns name, by place."""
    told: dict[Place, set[int]] = {}
    everything: list[Violation | Unknown] = [*report.violations, *report.unknowns]
    for found in everything:
        told.setdefault(place_of(found), set()).update(each.index for each in found.columns)
    return told


def _tables(
    sources: Sequence[SourceProfile], ink: Ink, *, told: Mapping[Place, set[int]] | None = None
) -> list[str]:
    """Every column, or, given the columns told of above, those that need care."""
    if not any(source.tables for source in sources):
        return []
    lines = ink.heading("COLUMNS, those that need care first")
    for source in sources:
        for table in source.tables:
            lines += wrap(_table_facts(source, table), WIDTH, first="  ", rest="    ")
            for anomaly in table.anomalies:
                lines += field("note", words.anomaly(anomaly), indent="    ")
            above = None if told is None else told.get((source.name, table.name), set())
            lines += _columns(table, ink, above)
    return lines


def _table_facts(source: SourceProfile, table: TableProfile) -> str:
    names = [
        source.name,
        words.table_name(source.name, table.name),
        "hidden" if table.hidden else "",
    ]
    tags = f"tags in row {table.tag_row}" if table.tag_row else "no tag row"
    unit = f"one row is about: {table.unit} (confidence {table.unit_confidence:.2f})"
    if table.unit is UnitOfRecord.UNKNOWN:
        unit = "what one row is about is not clear"
    named = ", ".join(name for name in names if name)
    return f"{named}: {plural(table.rows, 'data row')}, {tags}; {unit}"


def _columns(table: TableProfile, ink: Ink, above: set[int] | None) -> list[str]:
    findings = sorted((column.finding for column in table.columns), key=_by_care)
    careful = [each for each in findings if _needs_care(each)]
    plain = [each for each in findings if not _needs_care(each)]
    shown = careful + plain if above is None else careful
    lines = [line for finding in shown for line in _column(finding, ink)]
    if plain and above is not None:
        rest = f"no personal data detected in {ranges(each.index for each in plain)}"
        if still := above & {each.index for each in plain}:
            rest += f" (yet see above for {ranges(still)})"
        lines += wrap(rest, WIDTH, first="    ", rest="    ")
    return lines


def _needs_care(finding: ColumnFinding) -> bool:
    return (
        finding.category is not Category.NON_PERSONAL
        or finding.level > Level.LOW
        or bool(finding.detections)
    )


def _by_care(finding: ColumnFinding) -> tuple[int, int, int]:
    return -finding.level.rank, _CATEGORIES.index(finding.category), finding.index


def _column(finding: ColumnFinding, ink: Ink) -> list[str]:
    proposed = f"no tag; {finding.proposed_tag}?" if finding.proposed_tag else "no tag"
    line = (
        f"    {letters(finding.index):<3} {finding.index:>5}"
        f"  {fit(finding.header or '(none, or not shown)', 24)}"
        f"  {fit(finding.tag or proposed, 24)}"
        f"  {finding.category:<22}  "
    )
    strong = ink.paint(finding.level, RED) if finding.level >= Level.HIGH else finding.level
    lines = [line + strong]
    for detection in finding.detections:
        lines += wrap(_detection(detection), WIDTH, first=" " * 15, rest=" " * 17)
    if finding.areas:
        lines.append(" " * 15 + f"one point for each of {finding.areas} areas named beside it")
    if not finding.filled:
        lines.append(" " * 15 + "every cell is empty")
    return lines


def _detection(detection: Detection) -> str:
    cells = f"{plural(detection.matched, 'cell')} ({_percent(detection.coverage)})"
    evidence = ", ".join(detection.via)
    told = f"{detection.entity} in {cells}, confidence {detection.confidence:.2f}, by {evidence}"
    return told + detection.reveals + detection.by_sample


def _percent(share: float) -> str:
    if 0 < share < 0.01:
        return "under 1 %"
    return f"{int(share * 100)} %"


def _papers(sources: Sequence[SourceProfile], ink: Ink) -> list[str]:
    lines = ink.heading("WHAT WAS READ")
    for source in sources:
        lines += field("file", f"{source.name} ({source.media_type})")
        lines.append(f"    sha256 {source.sha256}")
    for model in dict.fromkeys(source.ner for source in sources if source.ner):
        run = f"{model.engine} {model.engine_version}"
        lines += field("names", f"looked for with {model.name} {model.version} ({run}) as well")
        lines.append(f"    sha256 {model.sha256}")
    return lines
