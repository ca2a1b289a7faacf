"""Coordinates that only say again in which area each row lies.

The centre of a province tells no more than the name of the province beside it; the point of a
hospital, a camp or a home does. Every condition must hold, and what cannot be told is precise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from hxlguard.cells import filled
from hxlguard.confirming import Batches
from hxlguard.costs import charged
from hxlguard.lexicon.records import SITES
from hxlguard.lexicon.words import holds_any, phrases, tokens
from hxlguard.model.finding import Category, ColumnFinding
from hxlguard.model.ordered import Level
from hxlguard.model.profile import UnitOfRecord
from hxlguard.recognizers import entities_beside_people

_LEAST_AREAS, _LEAST_ROWS = 10, 2
"""So many areas, most with several rows, hardly have one camp or hospital each, without a name."""

_MOST = 0.5
_OVER, _MOST_OVER = 0.05, 500
"""How many more pairs than areas there may be: a centre is written in two ways here and there."""

_PEOPLE = frozenset({UnitOfRecord.INDIVIDUAL, UnitOfRecord.HOUSEHOLD})
_OF_AREAS = frozenset({UnitOfRecord.ACTIVITY, UnitOfRecord.AGGREGATE})
_AREA = re.compile(r"#adm[123](?:_id)?(?:\+.*)?")
_AREA_CODE = re.compile(r"#adm[123](?:_id|\+(?:.*\+)?code(?:\+.*)?)")
_FINER = re.compile(r"#(?:adm[45]|loc)(?:_id)?(?:\+.*)?")

_CENTROIDS = tuple(map(tokens, phrases("centroid, centroids, centroide, centroides, центроїд")))
_CENTRES = tuple(map(tokens, phrases("centre, center, centro, مركز, центр, merkez")))
"""Words that may mean a health centre as well, so that the table must be a list of areas."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The filled columns of a table: coordinates, areas to the third level, and others."""

    points: Sequence[ColumnFinding]
    areas: Sequence[ColumnFinding]
    others: Sequence[ColumnFinding]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """How often each area stands beside each text, one row a pair: `area`, `text`, `rows`."""

    frame: pl.DataFrame

    @property
    def areas(self) -> int:
        return self.frame["area"].n_unique()

    @property
    def hang(self) -> bool:
        """Whether nearly every area stands beside one text alone."""
        return 0 < self.frame.height <= self.areas + max(1, _OVER * self.areas)

    @property
    def once(self) -> bool:
        """Whether every area has one row."""
        return bool((self.frame["rows"] == 1).all())

    @property
    def told_apart(self) -> bool:
        """Whether the texts tell most areas apart, as names of places do and countries do not."""
        return self.frame["text"].n_unique() >= _MOST * self.areas

    @property
    def often(self) -> bool:
        """Whether most areas have several rows."""
        rows = self.frame.group_by("area").agg(pl.col("rows").sum())["rows"]
        return len((rows >= _LEAST_ROWS).arg_true()) >= _MOST * len(rows)


def without_points_of_areas(
    findings: Sequence[ColumnFinding], unit: UnitOfRecord, batches: Batches
) -> list[ColumnFinding]:
    """The findings; coordinates that are one point for each area are no precise location.

    They stay detected as coordinates, so that a rule about coordinates still meets them.

    Args:
        findings: all columns of a table.
        unit: what one row is about.
        batches: its rows, as often as they are needed.
    """
    table = _Table(
        [one for one in findings if _is_point(one)],
        [one for one in findings if one.filled and _is_area(one)],
        [one for one in findings if one.filled and not _is_point(one) and not _is_area(one)],
    )
    may_be = table.points and table.areas and unit not in _PEOPLE
    if not may_be or any(map(_names_place, table.others)):
        return list(findings)
    with charged("measure"):
        count = _areas_of_points(table, unit, batches)
    if not count:
        return list(findings)
    return [
        replace(one, category=Category.NON_PERSONAL, level=Level.LOW, areas=count)
        if one in table.points
        else one
        for one in findings
    ]


def _is_point(finding: ColumnFinding) -> bool:
    located = finding.category is Category.PRECISE_LOCATION
    return located and {one.entity for one in finding.detections} == {"GEO_COORDINATES"}


def _is_area(finding: ColumnFinding) -> bool:
    return _AREA.fullmatch(finding.likely_tag) is not None


def _names_place(finding: ColumnFinding) -> bool:
    """Whether a column may name what the coordinates are of, finer than an area."""
    header = finding.header or ""
    of_site = holds_any(tokens(header), SITES) or "LOCATION" in entities_beside_people(header)
    return of_site or _FINER.fullmatch(finding.likely_tag) is not None


def _areas_of_points(table: _Table, unit: UnitOfRecord, batches: Batches) -> int:
    """How many areas have one point each; 0 where the points may be of something else."""
    points = _pairs(table.areas, table.points, batches, filled(pl.col("text")))
    if not points.hang or not points.told_apart:
        return 0
    if _all_say(table.points, _CENTROIDS) and points.areas > 1:
        return points.areas
    listed = points.once and any(_AREA_CODE.fullmatch(one.likely_tag) for one in table.areas)
    if points.areas < _LEAST_AREAS or not (listed or (points.often and unit in _OF_AREAS)):
        return 0
    if listed and _all_say(table.points, _CENTRES):
        return points.areas
    of_sites = any(_tells_areas_apart(one, table, batches) for one in table.others)
    return 0 if of_sites else points.areas


def _all_say(points: Sequence[ColumnFinding], phrases: Sequence[tuple[str, ...]]) -> bool:
    return all(holds_any(tokens(one.header or ""), phrases) for one in points)


def _tells_areas_apart(column: ColumnFinding, table: _Table, batches: Batches) -> bool:
    """Whether texts hang on the areas as the points do, so that these may be of what they name."""
    pairs = _pairs(table.areas, [column], batches, pl.col("text").str.contains(r"\p{L}"))
    return pairs.hang and pairs.told_apart


def _pairs(
    areas: Sequence[ColumnFinding],
    columns: Sequence[ColumnFinding],
    batches: Batches,
    counts: pl.Expr,
) -> _Pairs:
    """Each area with each text of the columns together, of rows whose `text` counts.

    Far too many pairs are not counted to the end: they do not hang.
    """
    pairs = pl.DataFrame(schema={"area": pl.String, "text": pl.String, "rows": pl.UInt32})
    names = [[str(one.index) for one in some] for some in (areas, columns)]
    for _, frame in batches([*names[0], *names[1]]):
        told = frame.select(
            pl.concat_str(pl.col(some).str.strip_chars().fill_null(""), separator="\n").alias(alias)
            for some, alias in zip(names, ("area", "text"), strict=True)
        )
        counted = told.filter(counts).group_by("area", "text").len("rows")
        pairs = pl.concat([pairs, counted]).group_by("area", "text").agg(pl.col("rows").sum())
        if pairs.height > (1 + _OVER) * pairs["area"].n_unique() + _MOST_OVER:
            break
    return _Pairs(pairs)
