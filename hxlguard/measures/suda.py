"""SUDA: how special the records are that few attributes single out.

Elliot, M. J., Manning, A., Mayes, K., Gurd, J. and Bane, M. (2005), SUDA: a program for detecting
special uniques. The fewer attributes single out a record, and the more sets of them, the easier it
is to know somebody by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import prod

from hxlguard.measures._minimal_uniques import (
    MinimalUniques,
    minimal_uniques,
    obstacle,
    scores,
    search_limit,
)
from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured, most
from hxlguard.model.disclosure import Figure, MeasureAsked


def measured(classes: Classes, asked: MeasureAsked) -> Measured:
    """The greatest score of a record, and how much each quasi-identifier contributes to all."""
    reason = obstacle(classes, asked)
    if reason:
        return Measured(None, reason)
    found = minimal_uniques(classes, asked)
    score = partial(msu_score, len(classes.keys), search_limit(classes, asked))
    figures = scores(classes, found, score)
    return most(
        figures,
        asked,
        scored=int((figures > 0).sum()),
        uniques=int((classes.counts == 1).sum()),
        minimal_uniques=sum(len(unique.at) for unique in found),
        **_contributions(list(classes.keys), found, score),
    )


def msu_score(attributes: int, limit: int, size: int) -> int:
    """What a minimal sample unique adds to the score of a record.

    Args:
        attributes: how many quasi-identifiers there are.
        limit: the largest set of them that is searched.
        size: how many of them the minimal sample unique has.
    """
    return prod(attributes - i for i in range(size, min(limit, attributes - 1) + 1))


def _contributions(
    columns: Sequence[str], found: Sequence[MinimalUniques], score: partial[int]
) -> dict[str, Figure]:
    """Which share of all scores comes from minimal sample uniques with each column."""
    added = {unique.attributes: len(unique.at) * score(len(unique.attributes)) for unique in found}
    whole = sum(added.values())
    return {
        f"contribution_{column}": sum(part for at, part in added.items() if column in at) / whole
        for column in columns
        if whole
    }


MEASURE = Measure("suda", measured)
