"""`hxlguard.check` twice in one fresh process: the first call loads what it needs.

python -m benchmarks.in_process FILE
"""

import json
import resource
import sys
import time

import hxlguard as hg
from benchmarks.processes import PEAK_UNIT


def seconds() -> float:
    """Time one call, which must block: the made-up tables hold phones and coordinates."""
    start = time.perf_counter()
    report = hg.check(sys.argv[1], agreement="public-3w", on="2026-11-21")
    taken = time.perf_counter() - start
    if report.verdict is not hg.Verdict.BLOCK:
        raise SystemExit("the verdict is not BLOCK")
    return taken


figures: dict[str, float] = {"seconds": seconds(), "again_seconds": seconds()}
figures["peak_rss_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
print(json.dumps(figures), flush=True)
