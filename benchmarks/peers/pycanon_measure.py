"""pycanon measures k-anonymity or t-closeness of made-up records.

python -m benchmarks.peers.pycanon_measure FILE k|t SENSITIVE
"""

import json
import sys
import time

import pandas as pd
from pycanon import anonymity

path, measure, sensitive = sys.argv[1:]
data = pd.read_csv(path)
keys = [name for name in data.columns if name != sensitive]
start = time.process_time()
if measure == "k":
    value = anonymity.k_anonymity(data, keys)
else:
    value = anonymity.t_closeness(data, keys, [sensitive])
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "value": float(value)}))
