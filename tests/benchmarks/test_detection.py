"""The benchmark of detection: intervals, the split, calibration, and a fit on made-up pairs."""

from __future__ import annotations

import json

import numpy as np
import pytest

from benchmarks.detection.calibration import Pair, reliability
from benchmarks.detection.fit import PRIOR, fit, predicted
from benchmarks.detection.labelled import Labelled, is_held
from benchmarks.detection.peers import words_flag
from benchmarks.detection.scores import Share, score
from hxlguard.model.finding import Clue

BY_HAND = json.loads(PRIOR.read_text("utf-8"))
WEIGHTS = np.array([BY_HAND["clues"][clue] for clue in Clue])


def labelled(header: str, sensitive: bool) -> Labelled:
    return Labelled(header, header, "", "", "", sensitive, (), None)


def pair(clues: dict[Clue, float], right: bool, cluster: str = "x") -> Pair:
    return Pair(cluster, clues, 0.0, right, 1.0)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (50, 100, 0.404, 0.596)],
)
def test_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    assert Share(hits, of).interval == pytest.approx((low, high), abs=0.001)


def test_a_score_counts_hits_and_false_alarms() -> None:
    columns = [labelled("phone", True), labelled("phone_count", False), labelled("x", True)]
    found = score(columns, words_flag)
    assert (found.precision.hits, found.precision.of, found.recall.of) == (1, 2, 2)
    assert found.f1 == 0.5


def test_the_split_stays() -> None:
    assert [is_held(name) for name in ("phone", "email", "age", "name")] == [
        True,
        False,
        True,
        True,
    ]


def test_weights_move_to_the_columns_and_stay_on_their_side() -> None:
    judged = [pair({Clue.HEADER: 1.0}, right=False, cluster=str(at)) for at in range(200)]
    fitted = fit(judged, BY_HAND["nothing"], WEIGHTS, 4.0)
    header = list(Clue).index(Clue.HEADER)
    assert 0 < fitted[header] < WEIGHTS[header]
    others = [at for at in range(len(WEIGHTS)) if at != header]
    assert fitted[others] == pytest.approx(WEIGHTS[others])


def test_a_fit_is_calibrated_on_what_it_saw() -> None:
    """Of columns with the same clue nine in ten are right, so the confidence is .9."""
    judged = [pair({Clue.WHOLE_HEADER: 1.0}, right=at % 10 > 0) for at in range(4_000)]
    fitted = fit(judged, BY_HAND["nothing"], WEIGHTS, 4.0)
    assert predicted(judged, BY_HAND["nothing"], fitted)[0] == pytest.approx(0.9, abs=0.01)


def test_reliability_bins_by_confidence() -> None:
    judged = [pair({}, right=True), pair({}, right=False), pair({}, right=True)]
    told = list(reliability(judged, [0.92, 0.94, 1.0]))
    assert [(name, right.hits, right.of) for name, _, right in told] == [
        ("0.90-0.95", 1, 2),
        ("0.95-1.00", 1, 1),
    ]
