"""What every clause kind is made of: a case to judge, a clause that judges, and what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.attestation import Attestation
from hxlguard.model.kind import Kind
from hxlguard.model.location import NO_ROWS, ColumnRef, Rows
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import ColumnProfile, SourceProfile, TableProfile
from hxlguard.model.report import ClauseRef, Fact, Transfer
from hxlguard.model.rule import Clause as WrittenClause
from hxlguard.model.rule import Forbid, Permit, Require
from hxlguard.wording import did_you_mean

DROP: Final[Mapping[str, Fact]] = {"do": "drop"}
LISTED_COLUMNS = 4
"""Up to so many columns are named with their tags; more are listed as ranges of letters."""


@dataclass(frozen=True, slots=True)
class Release:
    """What is known about a release as a whole.

    Attributes:
        digests: SHA-256 of every file of it.
        attestations: what people stated about clauses.
    """

    digests: frozenset[str] = frozenset()
    attestations: tuple[Attestation, ...] = ()


@dataclass(frozen=True)
class Case:
    """What is judged: one flow of an agreement, on one transfer, on one day.

    Attributes:
        agreement: the whole agreement.
        flow: the flow of it that applies.
        transfer: sender, recipient and purpose, filled in where the flow leaves no choice.
        on: the day it is decided for.
        release: the files, and what people stated about clauses of this agreement.
        inherited: the cases whose permits count as its own.
        together: the cases of all agreements that decide, this one among them, or nothing where
            it decides alone.
        known: what was found out for all cases that decide together, so that it is asked once.
    """

    agreement: Agreement
    flow: Flow
    transfer: Transfer
    on: dt.date
    release: Release = Release()
    inherited: tuple[Case, ...] = ()
    together: tuple[Case, ...] = ()
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def flow_pointer(self) -> str:
        """JSON pointer of the flow."""
        return f"/flows/{self.agreement.document.flows.index(self.flow)}"

    @cached_property
    def act_at(self) -> float:
        """Confidence from which a detection counts: the least of all agreements."""
        return min(
            float(case.agreement.document.defaults.detection.act_at) for case in self.everyone
        )

    @cached_property
    def hold_at(self) -> float:
        """Confidence from which a detection is a doubt: the least of all agreements."""
        return min(
            float(case.agreement.document.defaults.detection.hold_at) for case in self.everyone
        )

    @cached_property
    def everyone(self) -> tuple[Case, ...]:
        """Every case that decides, each knowing of the others."""
        if not self.together:
            return (self,)
        return tuple(
            replace(case, together=self.together, known=self.known) for case in self.together
        )

    @cached_property
    def grants(self) -> tuple[Permit, ...]:
        """Every permit that counts; an inherited one as if it were repeated here."""
        own = tuple(rule for _, rule in self.permits)
        return own + tuple(grant for case in self.inherited for grant in case.grants)

    @cached_property
    def permits(self) -> tuple[tuple[str, Permit], ...]:
        """Pointer and content of the permits that stand in the flow itself."""
        return tuple((at, rule) for at, rule in self._rules() if isinstance(rule, Permit))

    @cached_property
    def requires(self) -> tuple[tuple[str, Require], ...]:
        """Pointer and content of every `require` that holds for the flow."""
        return tuple((at, rule) for at, rule in self._rules() if isinstance(rule, Require))

    @cached_property
    def forbids(self) -> tuple[tuple[str, Forbid], ...]:
        """Pointer and content of every `forbid` that holds for the flow."""
        return tuple((at, rule) for at, rule in self._rules() if isinstance(rule, Forbid))

    def written(self, pointer: str, clause: WrittenClause) -> ClauseRef:
        """Refer to a clause that stands in the agreement."""
        line = self.agreement.lines.get(pointer)
        return ClauseRef(clause.id, clause.clause, clause.text, pointer, line)

    def implicit(self, name: str, text: str) -> ClauseRef:
        """Refer to a clause that every flow has without writing it."""
        return ClauseRef(f"{self.flow.id}.{name}", text=text)

    def _rules(self) -> Iterator[tuple[str, Permit | Require | Forbid]]:
        for index, clause in enumerate(self.agreement.document.clauses):
            yield f"/clauses/{index}", clause
        for index, rule in enumerate(self.flow.rules):
            yield f"{self.flow_pointer}/rules/{index}", rule


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that a clause does not allow; the engine adds clause, source and table.

    The attributes are those of `hxlguard.model.report.Violation`; `table` is given only by a
    judge of whole sources.
    """

    kind: Kind
    message: str
    columns: tuple[ColumnRef, ...] = ()
    rows: Rows = NO_ROWS
    observed: Mapping[str, Fact] | None = None
    required: Mapping[str, Fact] | None = None
    remedies: tuple[Mapping[str, Fact], ...] = ()
    table: str | None = None
    options: tuple[Mapping[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a clause cannot decide; the engine adds clause, source and table.

    The attributes are those of `hxlguard.model.report.Unknown`; `table` is given only by a
    judge of whole sources.
    """

    kind: str
    reason: str
    columns: tuple[ColumnRef, ...] = ()
    rows: Rows = NO_ROWS
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """The clause had something to judge and found nothing wrong with it.

    Attributes:
        attestations: what people stated, where it is met because of that.
    """

    attestations: tuple[Attestation, ...] = ()


MET: Final = Met()

Word = Breach | Doubt | Met


def _nothing(_: object) -> Iterable[Word]:
    return ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at work. A judge yields nothing where there is nothing for it to judge.

    Attributes:
        ref: what the report cites.
        of_transfer: judges the transfer.
        of_source: judges a source as a whole.
        of_table: judges a table that holds anything.
        severity: overrides the severity of the kinds.
        waivable: False when no waiver can relabel its violations.
    """

    ref: ClauseRef
    of_transfer: Callable[[Transfer], Iterable[Word]] = _nothing
    of_source: Callable[[SourceProfile], Iterable[Word]] = _nothing
    of_table: Callable[[TableProfile], Iterable[Word]] = _nothing
    severity: Severity | None = None
    waivable: bool = True


def filled(table: TableProfile) -> tuple[ColumnProfile, ...]:
    """The columns that hold anything; an entirely empty one counts as dropped already."""
    return tuple(column for column in table.columns if column.finding.leaves)


def refs(columns: Iterable[ColumnProfile]) -> tuple[ColumnRef, ...]:
    """Refer to columns by position and tag."""
    return tuple(ColumnRef(column.finding.index, column.finding.tag) for column in columns)


def filled_rows(columns: Iterable[ColumnProfile]) -> Rows:
    """The rows in which any of these columns is filled."""
    return union(column.finding.filled_rows for column in columns)


def union(several: Iterable[Rows]) -> Rows:
    """Rows of several columns together.

    The first rows are exact. The count is that of the largest part: exact for one column and
    wherever one part covers the others, otherwise the least there can be.
    """
    parts = tuple(several)
    first = sorted({number for rows in parts for number in rows.first})
    count = max((rows.count for rows in parts), default=0)
    return Rows(max(count, len(Rows.of(first).first)), Rows.of(first).first)


def named(columns: Iterable[ColumnProfile]) -> str:
    """Name columns for a reader: ``column B `#org` ``, `columns A-F`."""
    return named_refs(refs(columns))


def named_refs(columns: Sequence[ColumnRef]) -> str:
    """Name columns as `named` does."""
    noun = "column" if len(columns) == 1 else "columns"
    if len(columns) > LISTED_COLUMNS:
        return f"{noun} {ranges(column.index for column in columns)}"
    return f"{noun} {', '.join(map(_lettered, columns))}"


def lettered(column: ColumnProfile) -> str:
    """Name one column by letter and, where it has one, tag."""
    return _lettered(ColumnRef(column.finding.index, column.finding.tag))


def _lettered(column: ColumnRef) -> str:
    letter = letters(column.index)
    return f"{letter} `{column.tag}`" if column.tag else letter


def letters(index: int) -> str:
    """Name the column at position `index` (from 1) as a spreadsheet does: A, Z, AA ..."""
    name = ""
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def ranges(indexes: Iterable[int]) -> str:
    """List columns by letter, runs joined: `A-D, F`."""
    runs: list[list[int]] = []
    for index in sorted(set(indexes)):
        if runs and index == runs[-1][1] + 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return ", ".join(
        letters(first) if first == last else f"{letters(first)}-{letters(last)}"
        for first, last in runs
    )


def with_hint(message: str, word: str | None, known: Iterable[str]) -> str:
    """Add to a message which known word was perhaps meant."""
    hint = did_you_mean(word or "", known).strip()
    return f"{message}; {hint}" if hint else message


def number(clause: WrittenClause) -> str:
    """The clause number of the signed text, or the id where there is none."""
    return clause.clause or clause.id
