"""Dominance and the p% rule: whether a total gives away what its largest contributor put in.

Both need the contributions, one row each, with the organisation that made it under `#org` and the
categories of a published cell as quasi-identifiers. A table that holds only totals does not say
who is behind them, and has no value.

Hundepool, A. et al. (2012). Statistical Disclosure Control, chapter 4. Wiley.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

from hxlguard.confirming import Batches
from hxlguard.measures.counts import plain, read_counts
from hxlguard.measures.measure import settled
from hxlguard.model.disclosure import MeasureAsked, MeasureFound, Roles
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.roles import roles

_CONTRIBUTOR = TagPattern.parse("#org-type")
_LARGEST = 1


@dataclass(frozen=True, slots=True)
class _Rule:
    """The figure of a cell from its contributions, and which of two figures is worse."""

    figure: Callable[[pl.Expr, MeasureAsked], pl.Expr]
    worst: Callable[[pl.Expr], pl.Expr]


def dominance(
    batches: Batches, columns: Sequence[ColumnProfile], asked: MeasureAsked
) -> MeasureFound:
    """The greatest share of a cell that its `largest` contributors (1 by default) have together."""
    return _measured(batches, columns, asked, _Rule(_share_of_largest, pl.Expr.max))


def p_percent(
    batches: Batches, columns: Sequence[ColumnProfile], asked: MeasureAsked
) -> MeasureFound:
    """How closely, in percent, the second largest contributor can tell the largest at the least.

    It is what all but these two put in, over what the largest did.
    """
    return _measured(batches, columns, asked, _Rule(_others_over_largest, pl.Expr.min))


def _share_of_largest(contributed: pl.Expr, asked: MeasureAsked) -> pl.Expr:
    return contributed.top_k(asked.largest or _LARGEST).sum() / contributed.sum()


def _others_over_largest(contributed: pl.Expr, asked: MeasureAsked) -> pl.Expr:
    return 100 * (contributed.sum() - contributed.top_k(2).sum()) / contributed.max()


def _measured(
    batches: Batches, columns: Sequence[ColumnProfile], asked: MeasureAsked, rule: _Rule
) -> MeasureFound:
    used, who = roles(columns, asked), _contributors(columns)
    reason = _obstacle(used, who, asked)
    if reason:
        return MeasureFound(asked, None, reason, used)
    keys, counts = [str(index) for index in used.quasi], [str(index) for index in used.counts]
    contributions, unread = _contributions(batches, keys, who, counts)
    if contributions.is_empty():
        reason = "the table has no records; there is nothing to measure"
        return MeasureFound(asked, None, reason, used)
    if unread.count:
        rows = ", ".join(map(str, unread.first))
        reason = f"a contribution is blank, suppressed or no number (row {rows}); write its number"
        return MeasureFound(asked, None, reason, used, unread)
    cells = pl.concat(_figures(contributions, keys, name, asked, rule) for name in counts)
    breaking = cells.filter(_breaks(asked, rule))
    value: float | None = cells.select(rule.worst(pl.col("figure"))).item()
    details = {"cells": cells.height, "breaking": breaking.height}
    return MeasureFound(asked, value, "", used, _rows(batches, keys, breaking), details)


def _contributors(columns: Sequence[ColumnProfile]) -> list[str]:
    tagged = ((column, column.finding.tag or column.finding.proposed_tag) for column in columns)
    return [
        str(column.finding.index)
        for column, tag in tagged
        if tag and column.finding.filled and _CONTRIBUTOR.matches(TagSpec.parse(tag))
    ]


def _obstacle(used: Roles, who: Sequence[str], asked: MeasureAsked) -> str:
    if asked.quasi is None or not used.quasi:
        return "no column says which cell a row is part of; name them with `quasi_identifiers`"
    if not used.counts:
        return "no column is known to hold contributions; name them with `counts`"
    if not set(who) - set(map(str, used.quasi)):
        return "no column says who contributed; measure before the totals are made, with `#org`"
    return ""


def _contributions(
    batches: Batches, keys: Sequence[str], who: Sequence[str], counts: Sequence[str]
) -> tuple[pl.DataFrame, Rows]:
    """What each contributor put into each cell, and the rows that do not say it."""
    by = list(dict.fromkeys((*keys, *who)))
    total, unread = pl.DataFrame(), NO_ROWS
    for first_row, frame in batches([*by, *counts]):
        frame = _texts(frame.with_row_index("row", first_row), by)
        frame = frame.filter(~pl.all_horizontal(pl.col(*by, *counts).is_null()))
        read = [read_counts(frame[name])["count"].alias(name) for name in counts]
        frame = frame.with_columns(read)
        missing = frame.filter(pl.any_horizontal(pl.col(counts).is_null()))
        unread = unread | Rows.of(missing["row"].to_list())
        both = pl.concat([total, frame.select(*by, *counts)] if total.width else [frame])
        total = both.group_by(by, maintain_order=True).agg(pl.col(counts).sum())
    return total, unread


def _texts(frame: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """The frame with texts as they are compared; a blank one is null."""
    return frame.with_columns(plain(frame[name]).replace({"": None}).alias(name) for name in names)


def _figures(
    contributions: pl.DataFrame,
    keys: Sequence[str],
    name: str,
    asked: MeasureAsked,
    rule: _Rule,
) -> pl.DataFrame:
    """The figure of each cell that somebody put something into."""
    cells = contributions.group_by(keys, maintain_order=True).agg(
        rule.figure(pl.col(name), asked).alias("figure"), total=pl.col(name).sum()
    )
    told = cells.filter(pl.col("total") > 0).drop("total")
    return told.with_columns(settled(told["figure"]))


def _breaks(asked: MeasureAsked, rule: _Rule) -> pl.Expr:
    figure = pl.col("figure")
    if asked.at_least is not None:
        return figure < asked.at_least
    return figure == rule.worst(figure) if asked.at_most is None else figure > asked.at_most


def _rows(batches: Batches, keys: Sequence[str], cells: pl.DataFrame) -> Rows:
    """The rows that are part of some cells."""
    found = NO_ROWS
    for first_row, frame in batches(keys):
        frame = _texts(frame.with_row_index("row", first_row), keys)
        part = frame.join(cells, on=list(keys), how="semi", nulls_equal=True)
        found = found | Rows.of(part["row"].sort().to_list())
    return found
