"""Looks at every cell of every column: candidates over whole columns, then confirmation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import polars as pl

from hxlguard.analysis import Analyzer
from hxlguard.column_cells import ColumnCells, most_cells, together
from hxlguard.confirming import (
    AtOnce,
    Batches,
    Confirmed,
    confirm,
    confirm_at_once,
    hit_positions,
)
from hxlguard.confirming_names import confirm_names, with_names
from hxlguard.costs import charged
from hxlguard.model.table import TaggedColumn
from hxlguard.model.tag import TagSpec
from hxlguard.recognizers import RECOGNIZERS, entities_beside_people, headed
from hxlguard.scanning import ColumnScan, candidates_in, scan_cells
from hxlguard.threads import on_each


@dataclass(frozen=True, slots=True, repr=False)
class Seen:
    """What the cells of one column show, without the cells; what disjoint rows show merges.

    Attributes:
        scan: what shows at first sight.
        confirmed: what Presidio says about the candidates.
    """

    scan: ColumnScan = field(default_factory=ColumnScan)
    confirmed: Confirmed = field(default_factory=Confirmed)

    def __or__(self, other: Seen) -> Seen:
        return Seen(self.scan | other.scan, self.confirmed | other.confirmed)


def expected_entities(column: TaggedColumn) -> frozenset[str]:
    """Entities that the tag or the header of a column points to."""
    tags = [tag for tag in (column.tag, column.proposed) if tag]
    in_phrase, as_whole = headed_by(column)
    beside = entities_beside_people(column.header or "")
    return in_phrase.union(as_whole, beside, *map(_tagged_entities, tags))


@lru_cache(maxsize=4096)
def _tagged_entities(tag: TagSpec) -> frozenset[str]:
    return frozenset(
        kind.entity for kind in RECOGNIZERS if kind.tagged(tag) or kind.maybe_tagged(tag)
    )


def headed_by(column: TaggedColumn) -> tuple[frozenset[str], frozenset[str]]:
    """Entities that a phrase in any header row points to, and those that one names as a whole."""
    return _headed_by((column.header or "", *column.above))


@lru_cache(maxsize=4096)
def _headed_by(texts: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    rows = [headed(text) for text in texts]
    in_phrase = frozenset().union(*(found for found, _ in rows))
    return in_phrase, frozenset().union(*(found for _, found in rows)) - in_phrase


def detect(
    batches: Batches, expected: Mapping[str, Collection[str]], analyzer: Analyzer
) -> list[Seen]:
    """Look at every cell of every column.

    Args:
        batches: the rows of the table, as often as they are needed.
        expected: for each column, by name and in order, the entities whose shape is to be counted.
        analyzer: confirms the candidates.

    Raises:
        SourceError: the file is no longer what it was when it was first read.
    """
    scans = dict.fromkeys(expected, ColumnScan())
    at_once = dict.fromkeys(expected, AtOnce())
    for first_row, frame in batches(list(expected)):

        def look(
            names: list[str], frame: pl.DataFrame = frame, row: int = first_row
        ) -> Iterable[tuple[ColumnScan, AtOnce]]:
            with charged("scan", *names):
                cells = ColumnCells([frame[name] for name in names], row)
                found = candidates_in(cells, analyzer.regions)
                scanned = scan_cells(cells, expected[names[0]], found)
            with charged("confirm", *names):
                confirmed = confirm_at_once(cells, found, scanned, analyzer)
            return zip(scanned, confirmed, strict=True)

        groups = together(expected, frame.height)
        # The columns with the most text take longest, and would keep one thread waiting at the end.
        groups.sort(key=lambda names: -sum(frame[name].estimated_size() for name in names))
        for names, looks in zip(
            groups, on_each(look, groups, cells=most_cells(groups, frame.height)), strict=True
        ):
            for name, (scan, confirmed) in zip(names, looks, strict=True):
                scans[name] |= scan
                at_once[name] |= confirmed
    confirmed_in = confirm(batches, scans, at_once, analyzer)
    if analyzer.ner:
        named = confirm_names(batches, list(scans), analyzer.ner, analyzer)
        confirmed_in = {name: with_names(confirmed_in[name], named[name]) for name in scans}
    return [Seen(scan, confirmed_in[name]) for name, scan in scans.items()]


def detect_in(
    cells: pl.DataFrame, first_row: int, analyzer: Analyzer, expected: Sequence[Collection[str]]
) -> list[Seen]:
    """Look at every cell of a few rows in memory, the first of which has number `first_row`."""

    def batches(names: Sequence[str]) -> list[tuple[int, pl.DataFrame]]:
        return [(first_row, cells.select(names))]

    return detect(batches, dict(zip(cells.columns, expected, strict=True)), analyzer)


def hit_any(texts: Sequence[str | None], analyzer: Analyzer, least: float = 0.0) -> list[bool]:
    """For each text (None for none), whether any recognizer confirms it, or cannot tell.

    `least` is the score that kinds of data need which values name only where there are many.
    """
    hits = hit_positions(pl.Series(texts, dtype=pl.String).fill_null(""), analyzer, least)
    return [at in hits for at in range(len(texts))]
