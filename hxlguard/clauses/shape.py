"""The outgoing table has the shape that the flow asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word, filled, refs
from hxlguard.clauses.matching import tagged
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import TableProfile
from hxlguard.model.report import ClauseRef, Fact
from hxlguard.model.shape import ExpectedRows
from hxlguard.wording import listed, plural

REQUIRED_COLUMN_MISSING = Kind(
    id="required-column-missing",
    meaning="No filled column of the table has a tag that the flow requires.",
    why="Without the field the recipient may misread the rest, or ask for the raw file instead.",
    mend="Add the column, fill it, or correct its tag.",
    severity=Severity.MODERATE,
)
TOO_MANY_COLUMNS = Kind(
    id="too-many-columns",
    meaning="The table has more filled columns than the flow allows.",
    why="Every further column makes it easier to recognise somebody.",
    mend="Drop the columns that the purpose does not need.",
    severity=Severity.MODERATE,
)
TOO_MANY_ROWS = Kind(
    id="too-many-rows",
    meaning="The table has more rows than the flow allows.",
    why="A file that is larger than agreed exposes more people than agreed.",
    mend="Share only the rows that were agreed.",
    severity=Severity.MODERATE,
)
UNEXPECTED_ROWS = Kind(
    id="unexpected-rows",
    meaning="The number of rows is not the one that the flow expects.",
    why="A file that was cut short or written twice misleads whoever decides by it.",
    mend="Export the table again and compare it with its source.",
    severity=Severity.MODERATE,
)
KINDS = (REQUIRED_COLUMN_MISSING, TOO_MANY_COLUMNS, TOO_MANY_ROWS, UNEXPECTED_ROWS)

_Judge = Callable[[TableProfile], Iterator[Word]]


def clauses(case: Case) -> Iterator[Clause]:
    """One clause for each key of the flow's `schema`."""
    shape = case.flow.shape
    if shape is None:
        return
    if shape.required:
        text = f"The table has columns under {listed(list(shape.required))}."
        yield _clause(case, "required", text, partial(_judge_required, shape.required))
    if shape.max_columns is not None:
        text = f"The table has at most {plural(shape.max_columns, 'filled column')}."
        yield _clause(case, "max_columns", text, partial(_judge_columns, shape.max_columns))
    if shape.max_rows is not None:
        text = f"The table has at most {plural(shape.max_rows, 'row')}."
        yield _clause(case, "max_rows", text, partial(_judge_rows, shape.max_rows))
    if shape.expected_rows is not None:
        text = f"The table has {_wanted(shape.expected_rows)} rows."
        yield _clause(case, "expected_rows", text, partial(_judge_expected, shape.expected_rows))


def _clause(case: Case, key: str, text: str, judge: _Judge) -> Clause:
    pointer = f"{case.flow_pointer}/schema/{key}"
    line = case.agreement.lines.get(pointer)
    name = f"{case.flow.id}.schema.{key.replace('_', '-')}"
    return Clause(ClauseRef(name, text=text, pointer=pointer, line=line), of_table=judge)


def _judge_required(required: tuple[str, ...], table: TableProfile) -> Iterator[Word]:
    missing = [
        pattern
        for pattern in required
        if not any(
            tagged((pattern,), None, [column.finding.tag])
            for column in table.columns
            if column.finding.filled
        )
    ]
    if missing:
        yield Breach(
            REQUIRED_COLUMN_MISSING,
            f"no filled column under {listed(missing)}",
            required={"tags": ", ".join(missing)},
            remedies=({"do": "add_column"}, {"do": "tag"}),
        )
    if len(missing) < len(required):
        yield MET


def _judge_columns(most: int, table: TableProfile) -> Iterator[Word]:
    columns = filled(table)
    if len(columns) <= most:
        yield MET
        return
    yield Breach(
        TOO_MANY_COLUMNS,
        f"{plural(len(columns), 'filled column')} where {most} may leave",
        refs(columns),
        observed={"columns": len(columns)},
        required={"at_most": most},
        remedies=({"do": "drop"},),
    )


def _judge_rows(most: int, table: TableProfile) -> Iterator[Word]:
    if table.rows <= most:
        yield MET
        return
    yield Breach(
        TOO_MANY_ROWS,
        f"{plural(table.rows, 'row')} where {most} may leave",
        observed={"rows": table.rows},
        required={"at_most": most},
        remedies=({"do": "drop_rows"},),
    )


def _judge_expected(expected: ExpectedRows, table: TableProfile) -> Iterator[Word]:
    least, most = expected.at_least, expected.at_most
    if (least is None or table.rows >= least) and (most is None or table.rows <= most):
        yield MET
        return
    bounds: Mapping[str, Fact] = {"at_least": least, "at_most": most}
    yield Breach(
        UNEXPECTED_ROWS,
        f"{plural(table.rows, 'row')} where {_wanted(expected)} are expected",
        observed={"rows": table.rows},
        required={key: bound for key, bound in bounds.items() if bound is not None},
        remedies=({"do": "export_again"},),
    )


def _wanted(expected: ExpectedRows) -> str:
    least, most = expected.at_least, expected.at_most
    if least is None:
        return f"at most {most}"
    return f"at least {least}" if most is None else f"{least} to {most}"
