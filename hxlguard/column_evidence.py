"""Why a column was taken for what it is, as the lines that `inspect --explain` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hxlguard.clauses.clause import letters
from hxlguard.errors import UsageError
from hxlguard.lexicon.words import folded
from hxlguard.model.finding import Clue, ColumnFinding, Weighed
from hxlguard.model.profile import TableProfile
from hxlguard.model.report import Inspection
from hxlguard.terminal import fit, neutral
from hxlguard.weighing import weights

_SAID = {
    Clue.TAG: "the tag says so",
    Clue.AMBIGUOUS_TAG: "the tag may say so",
    Clue.HEADER: "the header says so",
    Clue.WHOLE_HEADER: "the whole header may say so",
    Clue.DOUBTED_HEADER: "the header says so, and perhaps of something else",
    Clue.OPEN_HEADER: "the header may say so of a person",
    Clue.SHAPED: "most cells look like it",
    Clue.CONFIRMED: "cells are confirmed",
    Clue.THROUGHOUT: "most cells are confirmed",
    Clue.LONG_TEXTS: "most cells are long texts, hardly two of them alike",
    Clue.BESIDE_PEOPLE: "the other columns describe people",
    Clue.UNLIKE_TAG: "hardly any cell looks like it, in spite of the tag",
    Clue.UNLIKE_HEADER: "hardly any cell looks like it, in spite of the header",
    Clue.UNCONFIRMED: "hardly any of the cells that could be confirmed is",
    Clue.REPEATED: "a few texts stand in all cells, as for a kind or group",
    Clue.BESIDE_THINGS: "the other columns describe things, and so may the header",
}
_INDEX, _LETTERS = re.compile(r"[1-9][0-9]*"), re.compile(r"[A-Za-z]{1,3}")
_LONGEST_NAME = 60


def evidence_lines(inspection: Inspection, named: str) -> list[str]:
    """The evidence about every column that `named` names, in words and log-odds.

    Args:
        inspection: what was found.
        named: a header as it is shown, a tag (or the beginning of one), a number from 1, or the
            letter of a spreadsheet; the first of these that fits any column counts.

    Raises:
        UsageError: it names no column.
    """
    everywhere = [
        (table, column.finding)
        for source in inspection.sources
        for table in source.tables
        for column in table.columns
    ]
    for fits in (_by_header, _by_tag, _by_place):
        found = [(table, finding) for table, finding in everywhere if fits(finding, named)]
        if found:
            return [line for table, finding in found for line in _column(table, finding)]
    raise UsageError(
        f"there is no column `{named}`",
        where="--explain",
        remedy="name it by letter, number, tag, or header as `inspect` shows it",
    )


def _by_header(finding: ColumnFinding, named: str) -> bool:
    return finding.header is not None and folded(finding.header).strip() == folded(named).strip()


def _by_tag(finding: ColumnFinding, named: str) -> bool:
    asked = named.replace(" ", "").casefold()
    return finding.tag is not None and asked in (finding.tag, finding.tag.split("+")[0])


def _by_place(finding: ColumnFinding, named: str) -> bool:
    if _INDEX.fullmatch(named):
        return finding.index == int(named)
    return bool(_LETTERS.fullmatch(named)) and letters(finding.index) == named.upper()


def _column(table: TableProfile, finding: ColumnFinding) -> Iterator[str]:
    header = f" `{fit(neutral(finding.header), _LONGEST_NAME).rstrip()}`" if finding.header else ""
    yield (
        f"{letters(finding.index)}{header} {finding.tag or 'no tag'} of {neutral(table.name)}:"
        f" {finding.category}, {finding.level}, {finding.confidence:.2f} sure"
    )
    yield f"  one row is about: {table.unit}, {table.unit_confidence:.1f} sure"
    if finding.areas:
        yield f"  one point for each of {finding.areas} areas named beside it: no precise location"
    if not finding.weighed:
        yield "  nothing speaks for any kind of data; a tag alone may say category and level"
    for weighed in finding.weighed:
        yield from _kind(weighed)


def _kind(weighed: Weighed) -> Iterator[str]:
    yield f"  {weighed.entity} {weighed.confidence:.2f}"
    yield f"    {weights().nothing:>+6.2f}  before any evidence"
    for one in weighed.evidence:
        yield f"    {one.weight:>+6.2f}  {_SAID[one.clue]}"
