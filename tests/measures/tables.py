"""Small made-up tables, as measures of counts see them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import polars as pl

from hxlguard.confirming import Batches
from hxlguard.model.profile import ColumnProfile
from tests.facts import column

Row = tuple[str | None, ...]
FIRST_ROW = 3


def columns(*tags: str | None) -> list[ColumnProfile]:
    return [column(index, tag) for index, tag in enumerate(tags, start=1)]


def batches(rows: Sequence[Row], *cuts: int) -> Batches:
    """The rows, cut before the positions in `cuts`."""
    names = [str(at + 1) for at in range(len(rows[0]))]
    whole = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")

    def some(wanted: Sequence[str]) -> Iterator[tuple[int, pl.DataFrame]]:
        for start, end in itertools.pairwise([0, *sorted(cuts), len(rows)]):
            if start < end:
                yield FIRST_ROW + start, whole[start:end].select(wanted)

    return some
