"""Presidio looks at every cell of a sample of rows, in batches."""

import sys

from presidio_analyzer import BatchAnalyzerEngine

from benchmarks.peers._measure import measure, sampled
from benchmarks.peers._presidio import engine

BATCH_TEXTS = 256

rows = sampled(sys.argv[1], int(sys.argv[2]))
analyzer = BatchAnalyzerEngine(analyzer_engine=engine())
analyzer.analyze_iterator(rows.row(0), language="en")


def work() -> None:
    """Analyze column by column."""
    for column in rows:
        analyzer.analyze_iterator(column.to_list(), language="en", batch_size=BATCH_TEXTS)


measure(work, lambda _: rows.shape)
