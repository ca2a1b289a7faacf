"""What every peer does alike: read its arguments, time its work, print one line of JSON."""

from __future__ import annotations

import json
import random
import resource
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from benchmarks.processes import PEAK_UNIT

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")

SAMPLE_SEED = 2026


def measure(work: Callable[[], T], shape: Callable[[T], tuple[int, int]]) -> None:
    """Time `work` and print the figures; `shape` tells how many data rows and columns it saw."""
    start = time.perf_counter()
    done = work()
    seconds = time.perf_counter() - start
    rows, columns = shape(done)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
    figures = {"seconds": seconds, "rows": rows, "cells": rows * columns, "peak_rss_bytes": peak}
    print(json.dumps(figures), flush=True)


def sampled(path: str, most: int) -> pl.DataFrame:
    """A seeded sample of the data rows of a tagged table, as text; blanks are empty texts."""
    import polars as pl

    data = pl.scan_csv(path, infer_schema=False, row_index_name="line").slice(1)
    rows = data.select(pl.len()).collect().item()
    if rows > most:
        lines = random.Random(SAMPLE_SEED).sample(range(1, rows + 1), most)
        data = data.filter(pl.col("line").is_in(lines))
    return data.drop("line").fill_null("").collect(engine="streaming")
