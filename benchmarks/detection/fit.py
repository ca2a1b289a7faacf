"""Fits the weights of evidence on the labelled columns that are there to tune on.

python -m benchmarks.detection.fit [--data ../shared/data] [--write]

A logistic regression with few weights, each shared by all kinds of data and never of the other
sign than it is meant to have. With so few columns the weights are drawn towards those set by hand
in `prior_weights.json`; how strongly is chosen by cross-validation over headers and files.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.detection.calibration import Pair, pairs, reliability
from benchmarks.detection.labelled import file_columns, web_columns
from hxlguard.model.finding import Clue

PRIOR = Path(__file__).with_name("prior_weights.json")
WEIGHTS = Path(__file__).parents[2] / "hxlguard" / "weights.json"
PULLS = (4.0, 8.0, 16.0, 32.0, 64.0)
"""Hardly anything in the labelled columns is taken for what it is not, so that they alone would
make every weight as large as it may be; less than the first of these is not to be had."""

AS_SCORED = Clue.CONFIRMED
"""A score alone is as sure as its recognizer says; its weight stays."""

FOLDS = 5
_STEPS, _RATE = 4_000, 0.02
Numbers = NDArray[np.float64]


def main() -> None:
    """Fit, show how well, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("HXLGUARD_SHARED", "../shared"))
    parser.add_argument("--data", type=Path, default=shared / "data", help="labelled columns")
    parser.add_argument("--write", action="store_true", help="replace hxlguard/weights.json")
    arguments = parser.parse_args()
    columns = [
        *web_columns(arguments.data, held=False, numbers=True),
        *file_columns(arguments.data, held=False),
    ]
    judged = pairs(columns)
    told = json.loads(PRIOR.read_text("utf-8"))
    nothing, prior = told["nothing"], np.array([told["clues"][clue] for clue in Clue])
    losses = {pull: _loss(judged, _crossed(judged, nothing, prior, pull)) for pull in PULLS}
    pull = min(losses, key=lambda one: (losses[one], -one))
    fitted = fit(judged, nothing, prior, pull)
    print(f"{len(judged)} pairs of a column and a kind, {sum(one.right for one in judged)} right")
    print(f"loss by hand {_loss(judged, predicted(judged, nothing, prior)):.4f}, crossed by pull:")
    print("  " + ", ".join(f"{one:g}: {loss:.4f}" for one, loss in losses.items()))
    for clue, by_hand, found in zip(Clue, prior, fitted, strict=True):
        seen = sum(clue in one.clues for one in judged)
        print(f"  {clue:16}{by_hand:+7.2f} by hand {found:+7.2f} fitted, seen {seen} times")
    print("confidence, how often right when fitted without the fold")
    for name, mean, right in reliability(judged, _crossed(judged, nothing, prior, pull)):
        print(f"  {name}  {mean:.3f}  {right.value:.3f}  {right.hits} of {right.of}")
    if arguments.write:
        clues = {clue: round(float(one), 2) for clue, one in zip(Clue, fitted, strict=True)}
        about = "log-odds of each clue; `python -m benchmarks.detection.fit --write` writes it"
        document = {"about": about, "nothing": nothing, "clues": clues}
        WEIGHTS.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def fit(judged: Sequence[Pair], nothing: float, prior: Numbers, pull: float) -> Numbers:
    """The weights of least loss, each kept on its side of nought.

    Args:
        judged: pairs to learn from.
        nothing: log-odds before any clue, which stay: a score alone is as sure as it says.
        prior: weights by hand, in the order of `Clue`.
        pull: how many columns one weight by hand is worth.
    """
    strengths, right, counts = _matrix(judged)
    weights, moves = prior.copy(), np.array([clue is not AS_SCORED for clue in Clue])
    for _ in range(_STEPS):
        off = _logistic(nothing + strengths @ weights) - right
        slope = strengths.T @ (counts * off) + pull * (weights - prior)
        weights = weights - moves * _RATE * slope / (1 + pull + strengths.T @ counts / 4)
        weights = np.where(prior > 0, np.maximum(weights, 0.05), np.minimum(weights, -0.05))
    return weights


def predicted(judged: Sequence[Pair], nothing: float, weights: Numbers) -> list[float]:
    """The confidence of each pair under some weights."""
    strengths, _, _ = _matrix(judged)
    return [float(one) for one in _logistic(nothing + strengths @ weights)]


def _crossed(judged: Sequence[Pair], nothing: float, prior: Numbers, pull: float) -> list[float]:
    """The confidence of each pair under weights fitted without its header or file."""
    clusters = sorted({one.cluster for one in judged})
    fold_of = {cluster: at % FOLDS for at, cluster in enumerate(clusters)}
    found = [0.0] * len(judged)
    for fold in range(FOLDS):
        left = [one for one in judged if fold_of[one.cluster] != fold]
        weights = fit(left, nothing, prior, pull)
        for at, confidence in enumerate(predicted(judged, nothing, weights)):
            if fold_of[judged[at].cluster] == fold:
                found[at] = confidence
    return found


def _loss(judged: Sequence[Pair], confidences: Sequence[float]) -> float:
    _, right, counts = _matrix(judged)
    sure = np.clip(np.array(confidences), 1e-6, 1 - 1e-6)
    lost = -np.where(right > 0, np.log(sure), np.log(1 - sure))
    return float((counts * lost).sum() / counts.sum())


def _matrix(judged: Sequence[Pair]) -> tuple[Numbers, Numbers, Numbers]:
    strengths = np.array([[one.clues.get(clue, 0.0) for clue in Clue] for one in judged])
    right = np.array([float(one.right) for one in judged])
    return strengths, right, np.array([one.counts for one in judged])


def _logistic(total: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float64)


if __name__ == "__main__":
    main()
