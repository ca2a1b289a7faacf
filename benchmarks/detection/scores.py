"""Precision, recall and F1 with intervals that admit how few columns there are."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.detection.labelled import Labelled

_Z = 1.959964
_RESAMPLED = 1_000
_SEED = 20_261_122
Interval = tuple[float, float]


@dataclass(frozen=True)
class Share:
    """A part of a whole, with its 95 % Wilson interval.

    Attributes:
        hits: how many.
        of: of how many.
    """

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """0 to 1, or None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's, for independent columns."""
        if self.value is None:
            return None
        spread = _Z**2 / self.of
        middle = (self.value + spread / 2) / (1 + spread)
        reach = _Z * math.sqrt(self.value * (1 - self.value) / self.of + spread / (4 * self.of))
        return max(0.0, middle - reach / (1 + spread)), min(1.0, middle + reach / (1 + spread))

    def as_json(self) -> dict[str, object]:
        """Figures alone."""
        bounds = self.interval and [round(bound, 3) for bound in self.interval]
        value = None if self.value is None else round(self.value, 3)
        return {"value": value, "interval": bounds, "hits": self.hits, "of": self.of}


@dataclass(frozen=True)
class Score:
    """How well something tells columns apart.

    Attributes:
        precision: of the columns that it flags.
        recall: of the columns that it should flag.
        f1_interval: 95 % of F1 when headers or files are drawn anew; columns of one are much alike.
    """

    precision: Share
    recall: Share
    f1_interval: Interval

    @property
    def f1(self) -> float:
        """Twice the hits over what is flagged and what should be."""
        return _f1(self.recall.hits, self.precision.of, self.recall.of)

    def as_json(self) -> dict[str, object]:
        """Figures alone."""
        return {
            "precision": self.precision.as_json(),
            "recall": self.recall.as_json(),
            "f1": round(self.f1, 3),
            "f1_interval": [round(bound, 3) for bound in self.f1_interval],
        }


def score(
    columns: Sequence[Labelled],
    flags: Callable[[Labelled], bool],
    wanted: Callable[[Labelled], bool] = lambda column: column.sensitive,
) -> Score:
    """How well `flags` finds the `wanted` columns."""
    by_cluster: dict[str, Counter[str]] = {}
    for column in columns:
        flagged, should = flags(column), wanted(column)
        counted = by_cluster.setdefault(column.cluster, Counter())
        counted.update(hits=flagged and should, flagged=flagged, wanted=should)
    total = _sum(by_cluster.values())
    return Score(
        Share(total["hits"], total["flagged"]),
        Share(total["hits"], total["wanted"]),
        _resampled(list(by_cluster.values())),
    )


def recalls(columns: Sequence[Labelled], flags: Callable[[Labelled], bool]) -> dict[str, Share]:
    """The flagged part of each kind; of `none`, the false alarms."""
    kinds = sorted({column.kind for column in columns})
    of_kind = {kind: [column for column in columns if column.kind == kind] for kind in kinds}
    return {kind: Share(sum(map(flags, each)), len(each)) for kind, each in of_kind.items()}


def _resampled(clusters: Sequence[Counter[str]]) -> Interval:
    draw = random.Random(_SEED)
    figures = sorted(
        _f1(total["hits"], total["flagged"], total["wanted"])
        for total in (_sum(draw.choices(clusters, k=len(clusters))) for _ in range(_RESAMPLED))
    )
    return figures[_RESAMPLED // 40], figures[-1 - _RESAMPLED // 40]


def _sum(counters: Sequence[Counter[str]]) -> Counter[str]:
    return sum(counters, Counter())


def _f1(hits: int, flagged: int, wanted: int) -> float:
    return 2 * hits / (flagged + wanted) if flagged + wanted else 0.0
