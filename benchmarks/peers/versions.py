"""What the environment of the peers holds, by name."""

import json
from importlib.metadata import PackageNotFoundError, version

PACKAGES = ("polars", "presidio-analyzer", "presidio-structured", "libhxl", "DataProfiler")


def installed() -> dict[str, str]:
    """The version of each peer that is installed."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


print(json.dumps(installed()))
