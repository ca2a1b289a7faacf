"""presidio-structured says which entity each column of a sample of rows holds."""

import sys

import pandas as pd
from presidio_structured import PandasAnalysisBuilder

from benchmarks.peers._measure import measure, sampled
from benchmarks.peers._presidio import engine

BATCH_TEXTS = 256

rows = pd.DataFrame(sampled(sys.argv[1], int(sys.argv[2])).to_dict(as_series=False))
builder = PandasAnalysisBuilder(analyzer=engine(), batch_size=BATCH_TEXTS)
builder.generate_analysis(rows.head(1))


measure(lambda: builder.generate_analysis(rows), lambda _: rows.shape)
