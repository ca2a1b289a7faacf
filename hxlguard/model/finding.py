"""What detection says about a column, without its cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.model.ordered import Level

SURE = 0.6
"""From this confidence on a detection shapes what its column and its table are taken for."""


class Category(StrEnum):
    """What kind of field a column is, most delicate first."""

    DIRECT_IDENTIFIER = "direct-identifier"
    SENSITIVE_ATTRIBUTE = "sensitive-attribute"
    PRECISE_LOCATION = "precise-location"
    QUASI_IDENTIFIER = "quasi-identifier"
    ORGANISATIONAL_CONTACT = "organisational-contact"
    NON_PERSONAL = "non-personal"


TRAITS = (Category.QUASI_IDENTIFIER, Category.SENSITIVE_ATTRIBUTE)
"""Fields that describe a person without naming anybody."""


class Via(StrEnum):
    """Where evidence comes from."""

    TAG = "tag"
    HEADER = "header"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Sample:
    """How a column that is uniformly one thing was named.

    Attributes:
        asked: how many of its distinct values were asked about, drawn with a fixed seed.
        confirmed: how many of them were confirmed.
    """

    asked: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class Detection:
    """One kind of data seen in one column.

    Attributes:
        entity: the recognizer's entity, such as `PHONE_NUMBER`.
        via: the evidence, in the order tag, header, value.
        matched: how many cells were confirmed, or, with a `sample`, how many are candidates;
            exact in either case.
        coverage: `matched` over filled cells, 0 to 1.
        confidence: how sure it is that the cells are what they seem, 0 to 1; not their share.
        rows: where these cells are.
        sample: None where every candidate was asked about.
    """

    entity: str
    via: tuple[Via, ...]
    matched: int
    coverage: float
    confidence: float
    rows: Rows = NO_ROWS
    sample: Sample | None = None

    @property
    def by_sample(self) -> str:
        """In words, with a space before them, when a sample named the column; else empty."""
        if self.sample is None:
            return ""
        return f" ({self.sample.confirmed} of {self.sample.asked} sampled candidates confirmed)"


@dataclass(frozen=True, slots=True)
class ColumnFinding:
    """A column as a report may show it.

    Attributes:
        index: from 1.
        header: the header's text, or None where it is empty or a detector hits it.
        tag: the tag spec as text, or None.
        proposed_tag: what the header of an untagged column suggests, or None.
        filled: how many data cells are not blank.
        filled_rows: where they are.
        category: see `Category`.
        level: the sensitivity that tag, header and values suggest together.
        confidence: of category and level, 0 to 1.
        detections: surest first.
    """

    index: int
    header: str | None
    tag: str | None
    proposed_tag: str | None
    filled: int
    filled_rows: Rows
    category: Category
    level: Level
    confidence: float
    detections: tuple[Detection, ...] = ()

    @property
    def leaves(self) -> bool:
        """False for a column with nothing in it, in the data or above: it is dropped already."""
        return self.filled > 0 or any(found.matched for found in self.detections)
