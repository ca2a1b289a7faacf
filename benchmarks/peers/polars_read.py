"""Polars reads the whole file as text."""

import sys

import polars as pl

from benchmarks.peers._measure import measure

measure(
    lambda: pl.read_csv(sys.argv[1], infer_schema=False),
    lambda data: (data.height - 1, data.width),
)
