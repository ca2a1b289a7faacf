"""Which rows of a table a row filter of an agreement names.

A cell names the words that it equals as a whole, and those that it lists between `;`, `,`, `|`,
`/` or line breaks. Upper and lower case, Unicode's compatible forms and white space do not matter.
A cell that says such a word beside others, as `GBV cluster` and `WASH & GBV` do, may name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import polars as pl

from hxlguard.cells import filled, filled_rows, is_filled, rows_at, rows_with_strays
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.profile import InRows
from hxlguard.model.row_filter import RowFilter
from hxlguard.model.table import Grid, TaggedTable
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.normalising import normalised

_LINE_BREAK = r"[\n\x0b\x0c\r\x{85}\x{2028}\x{2029}]"
_FURTHER_SEPARATORS = r"[,|/]"
_BETWEEN_WORDS = r"[^\p{L}\p{M}\p{N}]+"
_NOT_ASCII = r"[^\x00-\x7f]"


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """What the filter's columns say in each row of a batch.

    Attributes:
        named: one of the words.
        unclear: nothing, or one of the words beside others.
        granted: such words and nothing else, under a real tag.
        perhaps_granted: one of the words under a real tag, or nothing.
    """

    named: pl.Series
    unclear: pl.Series
    granted: pl.Series
    perhaps_granted: pl.Series


@dataclass(frozen=True, slots=True, repr=False)
class RowMatcher:
    """Finds the rows that a filter names.

    Attributes:
        filter: which rows are meant.
        tagged: columns with a real tag that the filter names.
        proposed: columns whose header suggests such a tag; they may restrict and never permit.
    """

    filter: RowFilter
    tagged: tuple[str, ...]
    proposed: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that say which rows are meant."""
        return (*self.tagged, *self.proposed)

    def look(self, frame: pl.DataFrame) -> Said:
        """Look at some rows that have `columns`."""
        words = _words(self.filter)
        named, wholly, mixed, blank = {}, {}, {}, {}
        for name in self.columns:
            named[name], wholly[name] = _named(frame[name], words)
            mixed[name] = _mixed(frame[name], words)
            blank[name] = ~is_filled(frame[name])
        rows = frame.height
        any_named = _any(named.values(), rows)
        nothing_tagged = _all((blank[name] for name in self.tagged), rows)
        return Said(
            named=any_named,
            unclear=(_all(blank.values(), rows) | _any(mixed.values(), rows)) & ~any_named,
            granted=_all((wholly[name] | blank[name] for name in self.tagged), rows)
            & ~nothing_tagged,
            perhaps_granted=_any((named[name] for name in self.tagged), rows) | nothing_tagged,
        )


@dataclass(slots=True, repr=False)
class Placed:
    """Where the rows and cells of a table stand, seen from a filter.

    Attributes:
        matcher: finds the rows.
        rows: the rows that name one of the words.
        unclear: how many rows with a filled cell may name one.
        some, perhaps_some: columns with a filled cell in a row that names a word, or may.
        outside, surely_outside: columns with a filled cell in a row that no permit is about
            surely, or at all.
    """

    matcher: RowMatcher
    rows: Rows = NO_ROWS
    unclear: int = 0
    some: set[str] = field(default_factory=set)
    perhaps_some: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    surely_outside: set[str] = field(default_factory=set)

    def of_column(self, name: str) -> InRows:
        """The same about one column."""
        return InRows(
            filter=self.matcher.filter,
            some=name in self.some,
            perhaps_some=name in self.perhaps_some,
            every=name not in self.outside,
            perhaps_every=name not in self.surely_outside,
        )


def place(table: TaggedTable, filters: Sequence[RowFilter]) -> list[Placed]:
    """Walk over all rows, and over the cells of the tag row that are no tags.

    A filter is left out where no column says which rows are meant.
    """
    found = [Placed(one) for one in (_matcher(table, each) for each in filters) if one.columns]
    names = [column.name for column in table.columns]
    for first_row, frame in rows_with_strays(table, names) if found else ():
        for placed in found:
            _add(placed, placed.matcher.look(frame), frame, first_row)
    return found


def named_rows(table: TaggedTable, placed: Placed) -> TaggedTable:
    """The rows that name a word, as a table of its own with the same row numbers."""
    return _part(table, placed.matcher, placed.rows.count, with_unclear=False)


def perhaps_named_rows(table: TaggedTable, placed: Placed) -> TaggedTable:
    """The same with the rows that may name one."""
    return _part(table, placed.matcher, placed.rows.count + placed.unclear, with_unclear=True)


def _matcher(table: TaggedTable, wanted: RowFilter) -> RowMatcher:
    pattern = TagPattern.parse(wanted.tag)

    def under(tags: Iterable[TagSpec | None]) -> tuple[str, ...]:
        named = zip(table.columns, tags, strict=True)
        return tuple(column.name for column, tag in named if tag and pattern.matches(tag))

    tagged = under(column.tag for column in table.columns)
    return RowMatcher(wanted, tagged, under(column.proposed for column in table.columns))


def _add(placed: Placed, said: Said, frame: pl.DataFrame, first_row: int) -> None:
    placed.rows |= rows_at(said.named.arg_true(), first_row)
    placed.unclear += int((said.unclear & filled_rows(frame)).sum())
    placed.some |= _filled_in(frame, said.named)
    placed.perhaps_some |= _filled_in(frame, said.named | said.unclear)
    placed.outside |= _filled_in(frame, ~said.granted)
    placed.surely_outside |= _filled_in(frame, ~said.perhaps_granted)


def _filled_in(frame: pl.DataFrame, rows: pl.Series) -> set[str]:
    """The columns that are filled in one of these rows."""
    found = frame.select((filled(pl.all()) & rows).any()).row(0)
    return {name for name, holds in zip(frame.columns, found, strict=True) if holds}


def _part(table: TaggedTable, one: RowMatcher, rows: int, *, with_unclear: bool) -> TaggedTable:
    return replace(
        table,
        grid=_PickedRows(table.grid, one, with_unclear),
        rows=rows,
        preamble=table.preamble.clear(),
        strays=table.strays.clear(),
        anomalies=(),
    )


@dataclass(frozen=True, slots=True, repr=False)
class _PickedRows:
    """A grid in which every other row is blank, so that rows keep their numbers."""

    whole: Grid
    matcher: RowMatcher
    with_unclear: bool

    @property
    def width(self) -> int:
        return self.whole.width

    @property
    def height(self) -> int:
        return self.whole.height

    def batches(self, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
        names = [str(at + 1) for at in range(self.width)] if columns is None else list(columns)
        for frame in self.whole.batches(list(dict.fromkeys((*names, *self.matcher.columns)))):
            said = self.matcher.look(frame)
            picked = said.named | said.unclear if self.with_unclear else said.named
            yield frame.select(pl.when(picked).then(pl.col(names)).name.keep())


@cache
def _words(wanted: RowFilter) -> pl.Series:
    words = _folded(pl.Series(wanted.any_of, dtype=pl.String)).unique(maintain_order=True)
    return words.filter(words != "")


def _named(cells: pl.Series, words: pl.Series) -> tuple[pl.Series, pl.Series]:
    """For each cell, whether it names one of the words, and whether it names nothing else."""
    values = cells.drop_nulls().unique()
    whole = _folded(values).is_in(words.implode())
    items = (
        _folded(values.str.replace_all(_LINE_BREAK, ";"))
        .str.replace_all(_FURTHER_SEPARATORS, ";")
        .str.split(";")
    )
    item = pl.element().str.strip_chars()
    known = items.list.eval(item.is_in(words.implode()))
    fits = items.list.eval(item.is_in(words.implode()) | (item == ""))
    named = whole | known.list.any()
    wholly = whole | (known.list.any() & fits.list.all())
    return _among(cells, values.filter(named)), _among(cells, values.filter(wholly))


def _mixed(cells: pl.Series, words: pl.Series) -> pl.Series:
    """For each cell, whether one of the words stands in it, be it beside others.

    Scripts that join words are searched without regard to where a word begins.
    """
    values = cells.drop_nulls().unique()
    sought = [*words.filter(words.str.contains(_NOT_ASCII)), *_apart(words).drop_nulls()]
    texts = _folded(values)
    found = texts.str.contains_any(sought) | _apart(texts).str.contains_any(sought)
    return _among(cells, values.filter(found))


def _apart(texts: pl.Series) -> pl.Series:
    """The words of each text between blanks, so that none is found inside of another."""
    spaced = texts.str.replace_all(_BETWEEN_WORDS, " ").str.strip_chars()
    return " " + spaced.set(spaced == "", None) + " "


def _among(cells: pl.Series, values: pl.Series) -> pl.Series:
    return cells.is_in(values.implode()).fill_null(value=False)


def _folded(texts: pl.Series) -> pl.Series:
    """Texts as they are compared: NFKC, case-folded (Unicode 3.13), single spaces."""
    lower = normalised(texts).str.to_lowercase()
    if lower.str.contains(_NOT_ASCII).any():
        folds = _folds()
        lower = lower.str.replace_many(list(folds), list(folds.values()))
    return lower.str.replace_all(r"\s+", " ").str.strip_chars()


@cache
def _folds() -> dict[str, str]:
    """Lower-case letters that case folding changes still, such as the sharp s."""
    letters = (chr(code) for code in range(0x80, 0x20000) if not 0xD800 <= code < 0xE000)
    return {letter: letter.casefold() for letter in letters if letter.casefold() != letter.lower()}


def _any(series: Iterable[pl.Series], rows: int) -> pl.Series:
    found = pl.repeat(value=False, n=rows, dtype=pl.Boolean, eager=True)
    for each in series:
        found = found | each
    return found


def _all(series: Iterable[pl.Series], rows: int) -> pl.Series:
    found = pl.repeat(value=True, n=rows, dtype=pl.Boolean, eager=True)
    for each in series:
        found = found & each
    return found
