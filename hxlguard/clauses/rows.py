"""Judging the rows that a clause is about, where it is not about all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hxlguard.clauses.clause import Breach, Doubt, Met, Word, number
from hxlguard.model.kind import Kind
from hxlguard.model.profile import TableProfile
from hxlguard.model.row_filter import RowFilter
from hxlguard.model.rule import Forbid, Require

ROWS_NOT_KNOWN = Kind(
    id="rows-not-known",
    meaning="A clause is about some rows of the table, and the table does not say which ones.",
    why="A clause made for the most delicate rows fails when these are left without their mark.",
    mend="Tag the column that says what the rows are about, and fill its cells.",
)
KINDS = (ROWS_NOT_KNOWN,)

Judge = Callable[[TableProfile], Iterable[Word]]


def of_its_rows(rule: Forbid | Require, judge: Judge, table: TableProfile) -> Iterator[Word]:
    """Judge the rows that `rule` is about; what fails only if it is about more is a doubt."""
    wanted = rule.when.row_filter if rule.when else None
    if wanted is None:
        yield from judge(table)
        return
    subset = next((each for each in table.subsets if each.filter == wanted), None)
    said = list(judge(subset.table)) if subset else []
    yield from said
    perhaps = subset.doubtful if subset else table
    if perhaps is not None:
        reason = _reason(rule, wanted, told=subset is not None)
        yield from _in_doubt(judge(perhaps), said, reason)


def _in_doubt(words: Iterable[Word], said: list[Word], reason: str) -> Iterator[Word]:
    known = {_what(word) for word in said}
    for word in words:
        if isinstance(word, Breach) and _what(word) not in known:
            yield Doubt(ROWS_NOT_KNOWN.id, reason, word.columns, word.rows)
        elif isinstance(word, Met) or _what(word) not in known:
            yield word


def _what(word: Word) -> tuple[object, ...]:
    if isinstance(word, Met):
        return ()
    return (word.kind.id if isinstance(word, Breach) else word.kind, word.columns)


def _reason(rule: Forbid | Require, wanted: RowFilter, *, told: bool) -> str:
    if told:
        unclear = f"rows with nothing under `{wanted.tag}`, or a word of the clause beside others,"
        return f"{unclear} may be those of {number(rule)}; fill it with single words"
    return f"no column under `{wanted.tag}` says which rows {number(rule)} is about; tag one"
