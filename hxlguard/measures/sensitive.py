"""What measures of sensitive attributes share: how often each value stands in each class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.coding import CLASS, COUNT, VALUE
from hxlguard.measures.measure import Measured, greatest, settled, smallest
from hxlguard.model.disclosure import MeasureAsked

SHARE = "share"
OVERALL = "overall"

if TYPE_CHECKING:
    import numpy as np

OfClasses = Callable[[Classes, str], pl.Series]
"""A figure for each class, as one sensitive attribute gives it."""


def greatest_of(classes: Classes, figure: OfClasses) -> tuple[pl.Series, Mapping[str, float]]:
    """For each class the greatest figure of all sensitive attributes, and the greatest of each."""
    by_name = _by_name(classes, figure)
    return by_name.max_horizontal(), _named(by_name, greatest)


def least_of(classes: Classes, figure: OfClasses) -> tuple[pl.Series, Mapping[str, float]]:
    """For each class the least figure of all sensitive attributes, and the least of each."""
    by_name = _by_name(classes, figure)
    return by_name.min_horizontal(), _named(by_name, smallest)


def _by_name(classes: Classes, figure: OfClasses) -> pl.DataFrame:
    return pl.DataFrame({name: figure(classes, name) for name in classes.sensitive})


def _named(by_name: pl.DataFrame, pick: Callable[[pl.Series], float]) -> Mapping[str, float]:
    picked = {name: pl.Series([pick(by_name[name])]) for name in by_name.columns}
    return {f"column_{name}": settled(figure)[0] for name, figure in picked.items()}


def shares(classes: Classes, name: str) -> pl.DataFrame:
    """Each value of each class, in the order of classes, with its share there and overall.

    Its columns are `class`, `value`, `n`, `share` and `overall`; made once for all measures.
    """
    if name not in classes.shares:
        side, overall = classes.sensitive[name], classes.overall[name]
        by_value = by_code(overall[VALUE], overall[COUNT] / classes.records)
        classes.shares[name] = side.with_columns(
            (side[COUNT] / classes.fk.gather(side[CLASS])).alias(SHARE),
            by_value.gather(side[VALUE]).alias(OVERALL),
        )
    return classes.shares[name]


def by_code(codes: pl.Series, figures: pl.Series) -> pl.Series:
    """Figures at the positions that codes name."""
    places = pl.repeat(0, int(greatest(codes)) + 1, dtype=figures.dtype, eager=True)
    return places.scatter(codes, figures)


def most_in(side: pl.DataFrame, figures: pl.Series) -> pl.Series:
    """The greatest of the figures of each class, one for each row of a side."""
    import numpy as np

    return _folded(side, figures, np.maximum)


def sum_in(side: pl.DataFrame, figures: pl.Series) -> pl.Series:
    """The sum of the figures of each class, one for each row of a side."""
    import numpy as np

    return _folded(side, figures, np.add)


def _folded(side: pl.DataFrame, figures: pl.Series, fold: np.ufunc) -> pl.Series:
    """polars cannot fold runs of rows; grouping them anew takes five times as long."""
    return pl.Series(fold.reduceat(figures.to_numpy(), _begins(side).to_numpy()))


def values_of(side: pl.DataFrame) -> pl.Series:
    """How many values each class of a side has that is in the order of classes."""
    begins = _begins(side)
    return begins.shift(-1, fill_value=side.height) - begins


def most_frequent(side: pl.DataFrame) -> pl.Series:
    """How many records of each class have its most frequent value, which comes first."""
    return side[COUNT].gather(_begins(side))


def _begins(side: pl.DataFrame) -> pl.Series:
    """Where each class of a side begins, which has a row at least."""
    import numpy as np

    numbers = side[CLASS].to_numpy()
    return pl.Series(np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1])))


def beyond_any(found: Measured, beyond: pl.Series, asked: MeasureAsked, reason: str) -> Measured:
    """What was found, where some classes break every limit there could be.

    It has a value only where that breaks the limit that is asked for, so that it is decided.
    """
    if not beyond.any():
        return found
    limit, value = asked.at_most, found.value
    broken = limit is not None and value is not None and value > limit
    worst = beyond if found.worst is None or limit is None else beyond | found.worst
    details = {**found.details, "beyond": int(beyond.sum())}
    return Measured(value if broken else None, "" if broken else reason, worst, details)
