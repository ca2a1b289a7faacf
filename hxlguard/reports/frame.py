"""Reports as Polars frames, for notebooks and pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    from hxlguard.model.finding import ColumnFinding
    from hxlguard.model.report import Inspection, Report, Unknown, Violation
    from hxlguard.model.risk import RiskReport


def columns(inspection: Inspection) -> pl.DataFrame:
    """One row a column, in the order of the sources.

    Returns:
        source, table, header, tag, category, level: text; index: from 1; confidence: 0 to 1.
    """
    import polars as pl

    rows = [
        {"source": source.name, "table": table.name, **_finding(column.finding)}
        for source in inspection.sources
        for table in source.tables
        for column in table.columns
    ]
    return pl.DataFrame(
        rows,
        schema={
            "source": pl.String,
            "table": pl.String,
            "index": pl.Int64,
            "header": pl.String,
            "tag": pl.String,
            "category": pl.String,
            "level": pl.String,
            "confidence": pl.Float64,
        },
    )


def findings(report: Report) -> pl.DataFrame:
    """One row a violation or unknown: violations first, worst first, waived ones included.

    Returns:
        kind, status, severity, clause, agreement, source, table, message: text; columns: positions
        from 1; rows: how many. An unknown has no severity; `agreement` is null where one decides.
    """
    import polars as pl

    violations = [
        {
            "status": found.status.value,
            "severity": found.severity.value,
            "message": found.message,
            **_place(found),
        }
        for found in report.violations
    ]
    unknowns = [
        {"status": "unknown", "severity": None, "message": found.reason, **_place(found)}
        for found in report.unknowns
    ]
    return pl.DataFrame(
        [*violations, *unknowns],
        schema={
            "kind": pl.String,
            "status": pl.String,
            "severity": pl.String,
            "clause": pl.String,
            "agreement": pl.String,
            "source": pl.String,
            "table": pl.String,
            "columns": pl.List(pl.Int64),
            "rows": pl.Int64,
            "message": pl.String,
        },
    )


def measures(report: RiskReport) -> pl.DataFrame:
    """One row a measure that a table can be asked for.

    Returns:
        source, table, measure, variant, reason: text; at_least: the limit that rows break; risk:
        the risk above which records are counted; value: null where there is a reason; rows: how
        many.
    """
    import polars as pl

    rows = [
        {
            "source": table.source,
            "table": table.table.name,
            "measure": found.asked.measure,
            "variant": found.asked.variant,
            "at_least": found.asked.at_least,
            "risk": found.asked.risk,
            "value": found.value,
            "reason": found.reason or None,
            "rows": found.rows.count,
        }
        for table in report.tables
        for found in table.applicable
    ]
    return pl.DataFrame(
        rows,
        schema={
            "source": pl.String,
            "table": pl.String,
            "measure": pl.String,
            "variant": pl.String,
            "at_least": pl.Float64,
            "risk": pl.Float64,
            "value": pl.Float64,
            "reason": pl.String,
            "rows": pl.Int64,
        },
    )


def _finding(finding: ColumnFinding) -> dict[str, object]:
    return {
        "index": finding.index,
        "header": finding.header,
        "tag": finding.tag,
        "category": finding.category.value,
        "level": finding.level.value,
        "confidence": finding.confidence,
    }


def _place(found: Violation | Unknown) -> dict[str, object]:
    return {
        "kind": found.kind,
        "clause": found.clause.id if found.clause else None,
        "agreement": found.clause.agreement if found.clause else None,
        "source": found.source,
        "table": found.table,
        "columns": [column.index for column in found.columns],
        "rows": found.rows.count,
    }
