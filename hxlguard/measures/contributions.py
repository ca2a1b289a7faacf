"""Which quasi-identifier makes records unique: how many stay so without it."""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.coding import classed
from hxlguard.measures.measure import Measure, Measured
from hxlguard.measures.wildcards import agreeing
from hxlguard.model.disclosure import MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The number of unique records, and for each column how many are left without it."""
    left = {name: uniques(classes, asked, without=name) for name in classes.keys}
    return Measured(
        int((classes.fk == 1).sum()),
        details={f"without_{name}": count for name, count in left.items()},
    )


def uniques(classes: Classes, asked: MeasureAsked, *, without: str) -> int:
    """How many records are like no other when one quasi-identifier is left out."""
    texts = classes.table.drop(without)
    ids, firsts = classed(texts, len(classes.counts))
    frame = pl.DataFrame({"id": ids, "n": classes.counts})
    counts = frame.group_by("id").agg(pl.col("n").sum()).sort("id")["n"]
    if asked.blanks == "wildcard" and texts.width:
        counts = agreeing(texts[firsts], counts, None, {}).counts
    return int((counts == 1).sum())


MEASURE = Measure("contributions", measured)
