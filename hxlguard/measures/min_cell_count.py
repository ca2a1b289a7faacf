"""The smallest count of people that a published table shows, and suppressed ones it gives away.

Hundepool, A. et al. (2012). Statistical Disclosure Control, chapter 4. Wiley.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from operator import or_

import polars as pl

from hxlguard.cells import filled_rows
from hxlguard.confirming import Batches
from hxlguard.measures.counts import read_counts
from hxlguard.measures.margins import sums
from hxlguard.measures.published import published
from hxlguard.measures.unsuppressing import Equation, Room, TooIntricate, rooms
from hxlguard.model.disclosure import Figure, MeasureAsked, MeasureFound
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.profile import ColumnProfile
from hxlguard.roles import roles

_PRECISION = 10**6


@dataclass(frozen=True, slots=True)
class Tally:
    """What some rows of counts show; tallies of disjoint rows merge.

    Attributes:
        counts: how many cells are numbers.
        suppressed: how many are blank or a sign, in rows that hold anything.
        zeros: how many are zero.
        small: how many break the limit.
        least: the smallest number that the limit is about, or None.
        worst: the rows that break the limit; without a limit, those with `least`.
        unread: rows of cells that are neither.
    """

    counts: int = 0
    suppressed: int = 0
    zeros: int = 0
    small: int = 0
    least: float | None = None
    worst: Rows = NO_ROWS
    unread: Rows = NO_ROWS


def measured(
    batches: Batches, columns: Sequence[ColumnProfile], asked: MeasureAsked
) -> MeasureFound:
    """The smallest count of a table.

    There is neither a value nor a reason where no count is shown that could be too small. A count
    of zero is small, too, unless `zeros_allowed`.

    Args:
        batches: the rows, as often as they are needed.
        columns: all columns.
        asked: `counts` names the columns; by default it is told by tags and numbers which count
            people. `at_least` is the limit; `secondary` asks whether margins give suppressed
            counts below it away.
    """
    used = roles(columns, asked)
    names = [str(index) for index in used.counts]
    if asked.counts is None:
        names = _with_numbers(batches, names)
        used = replace(used, counts=tuple(map(int, names)))
        if not names:
            reason = "no column is known to count people; name them with `counts`"
            return MeasureFound(asked, None, reason, used)
    tally = _tally(batches, columns, names, asked)
    figures: dict[str, Figure] = {
        "counts": tally.counts,
        "zeros": tally.zeros,
        "suppressed": tally.suppressed,
        "small": tally.small,
    }
    reason, rows = _unread(tally), tally.worst
    if asked.secondary and not reason:
        try:
            given = _given_away(batches, columns, names, asked) if tally.suppressed else GivenAway()
        except TooIntricate:
            reason = "the table is too large to tell what its totals give away; split it"
        else:
            figures["recoverable"] = given.cells
            rows = rows if tally.small else given.rows
    if reason and not tally.small:
        return MeasureFound(asked, None, reason, used, tally.unread, figures)
    return MeasureFound(asked, tally.least, "", used, rows, figures)


def _with_numbers(batches: Batches, names: Sequence[str]) -> list[str]:
    """Those of the columns that hold a number."""
    found: set[str] = set()
    for _, frame in batches(names) if names else ():
        found |= {name for name in names if read_counts(frame[name])["count"].count()}
    return [name for name in names if name in found]


def _tally(
    batches: Batches, columns: Sequence[ColumnProfile], names: Sequence[str], asked: MeasureAsked
) -> Tally:
    everything = [str(column.finding.index) for column in columns]
    tally = Tally()
    for first_row, frame in batches(everything) if names else ():
        tally = merged(tally, tally_of(frame, names, first_row, asked), asked)
    return tally


def tally_of(
    frame: pl.DataFrame, names: Sequence[str], first_row: int, asked: MeasureAsked
) -> Tally:
    """What some rows show, the first of which has the number `first_row`."""
    rows = pl.int_range(first_row, first_row + frame.height, dtype=pl.Int64, eager=True)
    written = filled_rows(frame).alias("written")
    cells = pl.concat(
        read_counts(frame[name]).with_columns(rows.alias("row"), written) for name in names
    )
    count, held = pl.col("count"), pl.col("held")
    cells = cells.with_columns(
        judged=pl.when(count > 0).then(count) if asked.zeros_allowed else count
    )
    least: float | None = cells["judged"].min()  # type: ignore[assignment]
    limit, judged = asked.at_least, pl.col("judged")
    small = cells.filter(judged == judged.min() if limit is None else judged < limit)
    unread = cells.filter(count.is_null() & ~held)
    return Tally(
        counts=cells["count"].count(),
        suppressed=cells.filter(held & pl.col("written")).height,
        zeros=cells.filter(count == 0).height,
        small=small.height,
        least=least,
        worst=_rows(small["row"]),
        unread=_rows(unread["row"]),
    )


def merged(one: Tally, other: Tally, asked: MeasureAsked) -> Tally:
    """The tally of the rows of both."""
    leasts = [each.least for each in (one, other) if each.least is not None]
    least = min(leasts, default=None)
    worst = [each for each in (one, other) if asked.at_least is not None or each.least == least]
    return Tally(
        counts=one.counts + other.counts,
        suppressed=one.suppressed + other.suppressed,
        zeros=one.zeros + other.zeros,
        small=sum(each.small for each in worst),
        least=least,
        worst=reduce(or_, (each.worst for each in worst), NO_ROWS),
        unread=one.unread | other.unread,
    )


def _unread(tally: Tally) -> str:
    if not tally.unread.count:
        return ""
    rows = ", ".join(map(str, tally.unread.first))
    return f"a count is neither a number nor a sign of suppression (row {rows}); write it as one"


@dataclass(frozen=True, slots=True)
class GivenAway:
    """Suppressed counts that can be worked out and would break the limit.

    Attributes:
        cells: how many there are.
        rows: where they are.
    """

    cells: int = 0
    rows: Rows = NO_ROWS


def _given_away(
    batches: Batches, columns: Sequence[ColumnProfile], names: Sequence[str], asked: MeasureAsked
) -> GivenAway:
    table = published(batches, columns, names)
    width = table.most.width
    terms = sums(table.table).with_columns(cell=pl.col("row") * width + pl.col("column"))
    open_up_to = _open_up_to(table.most)
    whole = bool((terms["count"].drop_nulls() % 1 == 0).all())
    found = rooms(_equations(terms), open_up_to, whole=whole)
    cells = [cell for cell, room in found.items() if _tells(room, open_up_to.get(cell), asked)]
    at = pl.Series(sorted({cell // width for cell in cells}), dtype=pl.UInt32)
    return GivenAway(len(cells), _rows(table.rows.gather(at)))


def _equations(terms: pl.DataFrame) -> list[Equation]:
    unknown = pl.col("count").is_null()
    known = (pl.col("count") * pl.col("sign")).sum()
    each = terms.group_by("sum", maintain_order=True).agg(
        pl.col("cell").filter(unknown), pl.col("sign").filter(unknown), result=-known
    )
    return [
        Equation(
            dict(zip(cells, map(Fraction, signs), strict=True)),
            Fraction(result).limit_denominator(_PRECISION),
        )
        for cells, signs, result in each.select("cell", "sign", "result").iter_rows()
    ]


def _open_up_to(most: pl.DataFrame) -> dict[int, int]:
    """Cell to the greatest number that its sign of suppression leaves open."""
    return {
        row * most.width + column: bound
        for column, name in enumerate(most.columns)
        for row, bound in zip(
            most[name].is_not_null().arg_true(), most[name].drop_nulls(), strict=True
        )
    }


def _tells(room: Room, said: int | None, asked: MeasureAsked) -> bool:
    """Whether margins say more about a small count than its sign does, or the lack of one."""
    if room.most is None or (room.most == 0 and asked.zeros_allowed):
        return False
    if asked.at_least is not None and min(room.least, room.most) >= asked.at_least:
        return False
    if room.least >= room.most:
        return True
    open_below = said if said is not None else asked.at_least
    return open_below is not None and room.most < open_below


def _rows(numbers: pl.Series) -> Rows:
    return Rows.of(numbers.unique().sort().to_list())
