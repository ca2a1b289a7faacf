"""What could not be read or checked holds the release."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Case, Clause, Doubt, Word
from hxlguard.model.kind import Kind
from hxlguard.model.location import ColumnRef
from hxlguard.model.profile import SourceProfile

KINDS = (
    Kind(
        id="source-not-read",
        meaning="A file of the release could not be read at all.",
        why="It would leave with the others, and nobody has looked at it.",
        mend="Leave the file out, or give it in a format that can be read.",
    ),
    Kind(
        id="sheet-not-read",
        meaning="A sheet of the workbook could not be read.",
        why="A forgotten sheet leaves with the file, read or not.",
        mend="Remove the sheet, or save it in a format that can be read.",
    ),
    Kind(
        id="part-not-read",
        meaning="A part of the file, such as a member of an archive, could not be read.",
        why="A part that nobody checked leaves with the rest.",
        mend="Remove the part, or save it in a format that can be read.",
    ),
    Kind(
        id="bytes-not-decoded",
        meaning="Some bytes of the file are no text in the encoding found.",
        why="A name that was not decoded was not checked either.",
        mend="Save the file as UTF-8 and check again.",
    ),
    Kind(
        id="limit-exceeded",
        meaning="The file is larger or nested deeper than the limits allow.",
        why="Beyond the limit nothing was checked.",
        mend="Split the file, or raise the limit if you trust where it comes from.",
    ),
    Kind(
        id="second-table",
        meaning="More tag rows stand below the first, so another table may begin there.",
        why="Its columns were read as those of the first table, and checked as something else.",
        mend="Give each table a sheet or a file of its own.",
    ),
    Kind(
        id="data-above-tags",
        meaning="Several rows above the tag row are filled like rows of data.",
        why="What stands above the tags is no data to HXL, but it leaves all the same.",
        mend="Move the tag row above the data.",
    ),
    Kind(
        id="name-holds-data",
        meaning="The name of the file, of a sheet or of a member holds personal data.",
        why="A name leaves with the file and is seen before it is opened.",
        mend="Rename it.",
    ),
    Kind(
        id="text-outside-cells",
        meaning="Text outside of the cells, such as a property or a chart, holds personal data.",
        why="It is not seen in the table and leaves with the file.",
        mend="Clear it, or save the table as CSV and share that.",
    ),
    Kind(
        id="nothing-to-check",
        meaning="No table of the file holds a single row of data.",
        why="An export that failed looks like this, and a check of nothing says nothing.",
        mend="Check that the file is the one you meant and that its export is complete.",
    ),
    Kind(
        id="check-failed",
        meaning="A check broke before it could answer.",
        why="A check that did not run has found nothing, and that means nothing.",
        mend="Report the failure; have the release checked by hand until it is mended.",
    ),
)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("everything-read", "Nothing leaves that could not be read and checked.")
    yield Clause(ref, of_source=_judge, waivable=False)


def _judge(source: SourceProfile) -> Iterator[Word]:
    tags = {
        (table.name, column.finding.index): column.finding.tag
        for table in source.tables
        for column in table.columns
    }
    for unread in source.unread:
        columns = tuple(ColumnRef(i, tags.get((unread.part, i))) for i in unread.columns)
        yield Doubt(unread.kind, unread.reason, columns, table=unread.part or None)
    if not source.unread:
        yield MET
