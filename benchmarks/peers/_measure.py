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
    """A seeded sample of the data rows of a tagged table, as text and without blanks as nulls."""
    import polars as pl

    data = pl.read_csv(path, infer_schema=False)[1:]
    if data.height <= most:
        return data.fill_null("")
    return data[sorted(random.Random(SAMPLE_SEED).sample(range(data.height), most))].fill_null("")
