"""Whether a confidence of .9 is right nine times in ten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.detection.labelled import RECORD_ID, Labelled
from benchmarks.detection.scores import Share
from hxlguard.model.finding import Clue, Weighed

_SAME = {
    "ADDRESS": {"STREET_ADDRESS"},
    "COORDINATE": {"GEO_COORDINATES"},
    "EDUCATION": {"EDUCATION_LEVEL"},
    "EMAIL": {"EMAIL_ADDRESS", "ROLE_MAILBOX"},
    "EMAIL_ADDRESS": {"ROLE_MAILBOX"},
    "ETHNICITY": {"ETHNIC_GROUP"},
    "HEALTH": {"HEALTH_CONDITION"},
    "ID": {"RECORD_ID"},
    "LOCATION": {"LOCATION"},
    "ORG": {"ORGANIZATION_NAME"},
    "PERSON": {"PERSON_NAME"},
    "PHONE": {"PHONE_NUMBER"},
    "PROTECTION": {"PROTECTION_CASE"},
    "RELIGION": {"RELIGIOUS_GROUP"},
    "SECURITY_CONTROL": {"ARMED_GROUP", "SECURITY_INCIDENT"},
    "SECURITY_INCIDENT": {"ARMED_GROUP", "SECURITY_INCIDENT"},
    "SEX": {"GENDER"},
    "URL": {"HOMEPAGE"},
    "USERNAME": {"USER_ACCOUNT"},
}
"""What the labels call our entities, where they have other names for them."""

_MAY_NUMBER_RECORDS = {
    "DEVICE_ID",
    "NATIONAL_ID",
    "PASSPORT",
    "PROTECTION_CASE",
    "RECORD_ID",
    "TAX_ID",
    "UNHCR_NUMBER",
    "USER_ACCOUNT",
}
"""Nobody can tell whether the number of a record is one of these without its table."""

BINS = ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0))
MOST_OF_A_CLUSTER = 3.0
"""Columns of one header or file are much alike; together they count as no more than this."""


@dataclass(frozen=True)
class Pair:
    """One kind of data that something speaks for in one labelled column.

    Attributes:
        cluster: as in `Labelled`.
        clues: how much of each clue there is.
        confidence: what hxlguard makes of them.
        right: whether a person says that the column holds this kind.
        counts: how much the pair counts.
    """

    cluster: str
    clues: Mapping[Clue, float]
    confidence: float
    right: bool
    counts: float


def pairs(columns: Sequence[Labelled]) -> list[Pair]:
    """Every kind that has evidence in a column, for all columns."""
    found = [
        (column, weighed)
        for column in columns
        if column.finding
        for weighed in column.finding.weighed
        if column.entity != RECORD_ID or weighed.entity not in _MAY_NUMBER_RECORDS
    ]
    clusters = [column.cluster for column, _ in found]
    return [
        Pair(
            column.cluster,
            {one.clue: one.strength for one in weighed.evidence},
            weighed.confidence,
            _is_right(column, weighed),
            min(1.0, MOST_OF_A_CLUSTER / clusters.count(column.cluster)),
        )
        for column, weighed in found
    ]


def reliability(
    judged: Sequence[Pair], confidences: Sequence[float]
) -> Iterator[tuple[str, float, Share]]:
    """For each bin of confidence that is met: the bin, the mean confidence, the share right."""
    for low, high in BINS:
        inside = [
            (confidence, pair.right)
            for pair, confidence in zip(judged, confidences, strict=True)
            if low <= confidence < high or confidence == high == 1
        ]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            right = Share(sum(right for _, right in inside), len(inside))
            yield f"{low:.2f}-{high:.2f}", mean, right


def _is_right(column: Labelled, weighed: Weighed) -> bool:
    return weighed.entity == column.entity or weighed.entity in _SAME.get(column.entity, ())
