"""DataProfiler profiles and labels every column of a sample of rows."""

import logging
import sys
import warnings

import pandas as pd

from benchmarks.peers._measure import measure, sampled

warnings.simplefilter("ignore")
import dataprofiler as dp  # noqa: E402 (it warns while it is imported)

logging.getLogger("DataProfiler").setLevel(logging.ERROR)
rows = pd.DataFrame(sampled(sys.argv[1], int(sys.argv[2])).to_dict(as_series=False))
options = dp.ProfilerOptions()
options.set(
    {
        "structured_options.data_labeler.data_labeler_object": dp.DataLabeler(
            labeler_type="structured"
        ),
        "structured_options.data_labeler.max_sample_size": len(rows),
        "structured_options.multiprocess.is_enabled": False,
    }
)


def profile(data: pd.DataFrame) -> None:
    """Look at every row, where it would by itself sample a fifth."""
    profiler = dp.Profiler(
        data, options=options, samples_per_update=len(data), min_true_samples=len(data)
    )
    profiler.report()


profile(rows.head(10))
measure(lambda: profile(rows), lambda _: rows.shape)
