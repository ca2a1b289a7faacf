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
    NEIGHBOURS = "neighbours"


class Clue(StrEnum):
    """What evidence there is; each has one weight, whatever it speaks of."""

    TAG = "tag"
    AMBIGUOUS_TAG = "ambiguous-tag"
    HEADER = "header"
    WHOLE_HEADER = "whole-header"
    DOUBTED_HEADER = "doubted-header"
    OPEN_HEADER = "open-header"
    SHAPED = "shaped"
    CONFIRMED = "confirmed"
    THROUGHOUT = "throughout"
    LONG_TEXTS = "long-texts"
    BESIDE_PEOPLE = "beside-people"
    UNLIKE_TAG = "unlike-tag"
    UNLIKE_HEADER = "unlike-header"
    UNCONFIRMED = "unconfirmed"
    REPEATED = "repeated"
    BESIDE_THINGS = "beside-things"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against a kind of data in a column.

    Attributes:
        clue: what it is.
        strength: how much of it there is; 1 where it is there or not.
        weight: in log-odds, below 0 where it speaks against.
    """

    clue: Clue
    strength: float
    weight: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """All evidence about one kind of data in one column, whether it was enough or not.

    Attributes:
        entity: the kind of data.
        confidence: what comes of it, 0 to 1.
        evidence: in the order of `Clue`.
    """

    entity: str
    confidence: float
    evidence: tuple[Evidence, ...]


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
        via: where evidence for it comes from, in the order of `Via`.
        matched: how many cells were confirmed, or, with a `sample`, how many are candidates;
            exact in either case.
        coverage: `matched` over filled cells, 0 to 1.
        confidence: how sure it is that the cells are what they seem, 0 to 1; not their share.
        rows: where these cells are.
        sample: None where every candidate was asked about.
        derived: what the cells reveal besides, such as `birth-date` or `sex`.
    """

    entity: str
    via: tuple[Via, ...]
    matched: int
    coverage: float
    confidence: float
    rows: Rows = NO_ROWS
    sample: Sample | None = None
    derived: tuple[str, ...] = ()

    @property
    def reveals(self) -> str:
        """In words, with a comma before them, what the cells reveal besides; else empty."""
        return f", reveals {' and '.join(self.derived)}" if self.derived else ""

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
        weighed: the evidence about every kind of data that has any, surest first.
        areas: how many areas named beside it have one point each, where its coordinates are these
            points and so no precise location; else 0.
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
    weighed: tuple[Weighed, ...] = ()
    areas: int = 0

    @property
    def likely_tag(self) -> str:
        """The tag, or what the header suggests; empty without either."""
        return self.tag or self.proposed_tag or ""

    @property
    def leaves(self) -> bool:
        """False for a column with nothing in it, in the data or above: it is dropped already."""
        return self.filled > 0 or any(found.matched for found in self.detections)
