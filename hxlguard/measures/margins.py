"""The sums that a table of counts carries: rows and columns that add up others.

A row adds up others where a category is blank or says `total`, and the others agree with it in all
further categories; a column adds up others by their tags (`#affected` is `+f` and `+m`), or by the
run of columns beside it. Where the other cells of such a sum are known, they have to bear it out;
where none can be checked, it is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import polars as pl

from hxlguard.measures.unsuppressing import TooIntricate
from hxlguard.model.tag import TagSpec

MOST_PATTERNS = 24
"""Ways in which rows may be totals; more of them is no table of totals."""

MOST_COLUMNS = 60
"""Columns of counts among which runs are looked for."""

_ONE, _ALL = "0", "1"
_BORNE_OUT = 0.9
_CHECKS = 3
"""Rows that have to bear out a sum that no tag speaks of."""

_NEAR = 1e-6
_UNITS = frozenset({"hh", "ind", "household", "households", "individuals", "pct"})
_DIMENSIONS = {
    **dict.fromkeys(("f", "m", "x", "female", "male"), "sex"),
    **dict.fromkeys(("adolescents", "adults", "children", "elderly", "infants", "youth"), "age"),
    **dict.fromkeys(
        ("asylumseekers", "host", "idps", "migrants", "nondisplaced", "refugees", "returnees"),
        "status",
    ),
}


@dataclass(frozen=True, slots=True, repr=False)
class Counted:
    """The rows of a table of counts.

    Attributes:
        categories: for each category what each row says; null where it says all of them.
        surely: categories in which a blank says all of them; in the others it may say nothing,
            and where rows are blank in too many ways, these are left out.
        counts: for each column of counts the number of each row, or null.
        tags: the tag of each column of counts.
    """

    categories: pl.DataFrame
    surely: frozenset[str]
    counts: pl.DataFrame
    tags: Mapping[str, TagSpec | None]


_TERMS: Mapping[str, type[pl.DataType]] = {
    "sum": pl.UInt64,
    "row": pl.UInt32,
    "column": pl.UInt32,
    "sign": pl.Int8,
    "count": pl.Float64,
}


def sums(table: Counted) -> pl.DataFrame:
    """The equations with an unknown in them.

    Returns:
        `sum`, the number of the equation, `row` and `column` (positions), `sign` (1 for the total,
        -1 for its parts) and `count`, which is null for an unknown.

    Raises:
        TooIntricate: rows may be totals in too many ways.
    """
    found = [pl.DataFrame(schema=_TERMS)]
    for at, each in enumerate((*_row_sums(table), *_column_sums(table))):
        numbered = each.with_columns(pl.col("sum") + at * table.counts.height)
        found.append(numbered.select(pl.col(name).cast(kind) for name, kind in _TERMS.items()))
    return pl.concat(found).filter(pl.col("count").is_null().any().over("sum"))


def _row_sums(table: Counted) -> Iterator[pl.DataFrame]:
    """For each pair of patterns, and each column of counts, the totals and their parts."""
    categories = table.categories
    if _patterns(categories) > MOST_PATTERNS:
        categories = categories.select(
            name
            for name in categories.columns
            if name in table.surely or not categories[name].null_count()
        )
    if _patterns(categories) > MOST_PATTERNS:
        raise TooIntricate
    names = [name for name in categories.columns if categories[name].null_count()]
    fixed = [name for name in categories.columns if name not in names]
    rows = categories.with_row_index("row").with_columns(_pattern(categories))
    by_pattern = {each["pattern"][0]: each for each in rows.partition_by("pattern")}
    for total, part in permutations(sorted(by_pattern), 2):
        if all(one <= other for one, other in zip(part, total, strict=True)):
            said = [name for name, mark in zip(names, total, strict=True) if mark == _ONE]
            yield from _paired(by_pattern[total], by_pattern[part], [*fixed, *said], table.counts)


def _patterns(categories: pl.DataFrame) -> int:
    return categories.select(_pattern(categories)).n_unique()


def _pattern(categories: pl.DataFrame) -> pl.Expr:
    """A mark for each category in which some row says all: whether this row does."""
    names = [name for name in categories.columns if categories[name].null_count()]
    marks = (
        pl.when(pl.col(name).is_null()).then(pl.lit(_ALL)).otherwise(pl.lit(_ONE)) for name in names
    )
    return pl.concat_str([pl.lit(""), *marks]).alias("pattern")


def _paired(
    totals: pl.DataFrame, parts: pl.DataFrame, shared: list[str], counts: pl.DataFrame
) -> Iterator[pl.DataFrame]:
    keys = shared or ["every"]
    one, other = (
        frame.with_columns(pl.lit(1).alias("every")).select("row", *keys)
        for frame in (totals, parts)
    )
    one = one.filter(pl.len().over(keys) == 1).with_row_index("sum")
    other = other.join(one.drop("row"), on=keys, how="inner")
    if other.is_empty():
        return
    one = one.filter(pl.col("sum").is_in(other["sum"].unique().implode()))
    rows = pl.concat(
        [
            one.select("sum", "row", sign=pl.lit(1, pl.Int8)),
            other.select("sum", "row", sign=pl.lit(-1, pl.Int8)),
        ]
    )
    for at, name in enumerate(counts.columns):
        values = counts[name].gather(rows["row"])
        yield from _believed(rows.with_columns(values.alias("count"), column=pl.lit(at)), 0)


def _believed(terms: pl.DataFrame, checks: int) -> Iterator[pl.DataFrame]:
    """The equations that can hold, where enough of those that can be checked do."""
    signed = pl.col("count") * pl.col("sign")
    each = terms.group_by("sum").agg(
        known=pl.col("count").is_not_null().all(),
        rest=signed.sum(),
        size=pl.col("count").abs().sum(),
        total=pl.col("count").filter(pl.col("sign") == 1).first(),
    )
    told = each.filter("known", pl.col("size") > 0)
    borne_out = int((told["rest"].abs() <= _NEAR).sum())
    if borne_out < checks or borne_out < _BORNE_OUT * told.height:
        return
    possible = each.filter(~pl.col("known"), pl.col("total").is_null() | (pl.col("rest") > -_NEAR))
    kept = terms.filter(pl.col("sum").is_in(possible["sum"].implode()))
    if kept.height:
        yield kept


def _column_sums(table: Counted) -> Iterator[pl.DataFrame]:
    names = table.counts.columns
    position = {name: at for at, name in enumerate(names)}
    seen = set()
    for total, parts, checks in (*_by_tags(table.tags), *_by_runs(table.counts)):
        if (total, frozenset(parts)) not in seen:
            seen.add((total, frozenset(parts)))
            signs = [(total, 1), *((part, -1) for part in parts)]
            rows = pl.int_range(table.counts.height, dtype=pl.UInt32, eager=True)
            terms = pl.concat(
                pl.DataFrame({"sum": rows, "row": rows, "count": table.counts[name]}).with_columns(
                    sign=pl.lit(sign, pl.Int8), column=pl.lit(position[name])
                )
                for name, sign in signs
            )
            yield from _believed(terms, checks)


def _by_tags(tags: Mapping[str, TagSpec | None]) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Columns whose tags say the same as another's and more of it, by what they say more."""
    for total, tag in tags.items():
        families: dict[frozenset[str], list[str]] = {}
        for part, more in tags.items():
            extra = _extra(tag, more)
            if extra:
                families.setdefault(frozenset(map(_dimension, extra)), []).append(part)
        for parts in families.values():
            if len(parts) > 1:
                yield total, tuple(parts), 0


def _extra(tag: TagSpec | None, more: TagSpec | None) -> frozenset[str]:
    if tag is None or more is None or tag.hashtag != more.hashtag:
        return frozenset()
    own = frozenset(tag.attributes) - {"total"}
    extra = frozenset(more.attributes) - own
    return extra if own <= frozenset(more.attributes) and not extra & _UNITS else frozenset()


def _dimension(attribute: str) -> str:
    if attribute.startswith("age"):
        return "age"
    return _DIMENSIONS.get(attribute, "other")


def _by_runs(counts: pl.DataFrame) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Columns that are the sum of a run of columns right before or right behind them."""
    names = counts.columns[:MOST_COLUMNS]
    for at, total in enumerate(names):
        for run in (names[:at][::-1], names[at + 1 :]):
            best = max(_sums_of(counts, total, run), default=(0, -1))
            if best[0] >= _CHECKS:
                yield total, tuple(run[: -best[1]]), _CHECKS


def _sums_of(counts: pl.DataFrame, total: str, run: Sequence[str]) -> Iterator[tuple[int, int]]:
    """For each length of the run in how many rows it is the total, and the length negated."""
    if not run:
        return
    added, several = counts[run[0]], (counts[run[0]] > 0).cast(pl.Int8)
    for length, name in enumerate(run[1:], start=2):
        added, several = added + counts[name], several + (counts[name] > 0).cast(pl.Int8)
        right = ((added - counts[total]).abs() <= _NEAR) & (several > 1)
        yield int(right.sum()), -length
