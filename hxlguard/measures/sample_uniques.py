"""Records that no other record is like: how many, and which share of all."""

from __future__ import annotations

import polars as pl

from hxlguard.measures.classes import Classes
from hxlguard.measures.measure import Measure, Measured
from hxlguard.model.disclosure import MeasureAsked


def number(classes: Classes, asked: MeasureAsked) -> Measured:
    """How many records are alone with their key."""
    return _within(asked, classes, float(_alone(classes)))


def share(classes: Classes, asked: MeasureAsked) -> Measured:
    """Which share of the records is alone with its key."""
    return _within(asked, classes, _alone(classes) / classes.records)


def _alone(classes: Classes) -> int:
    return int((classes.fk == 1).sum())


def _within(asked: MeasureAsked, classes: Classes, value: float) -> Measured:
    breaks = asked.at_most is None or value > asked.at_most
    worst = (classes.fk == 1) & pl.Series([breaks])
    return Measured(value, "", worst, {"uniques": _alone(classes), "records": classes.records})


NUMBER = Measure("sample_uniques", number)
SHARE = Measure("sample_uniques_share", share)
