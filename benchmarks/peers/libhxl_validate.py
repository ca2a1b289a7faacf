"""libhxl validates the whole file against its default schema of seven rules."""

import sys

import hxl

from benchmarks.peers._measure import measure


def work() -> hxl.model.Dataset:
    """Parse, keep the rows as the rules ask for, validate, and build the report."""
    source = hxl.data(sys.argv[1], hxl.InputOptions(allow_local=True)).cache()
    hxl.validate(source)
    return source


measure(work, lambda source: (sum(1 for _ in source), len(source.columns)))
