"""How a field must be protected: treatments as an agreement writes them, and their lattice.

A protection is a point of a product of chains with `drop` above everything. Its join is what two
clauses ask for together, so no clause can undo another one and their order never matters.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import Annotated, Literal

from pydantic import Field

from hxlguard.model.document import DocumentModel
from hxlguard.model.profile import DatePrecision


class Drop(DocumentModel):
    """The field does not travel; a column without any filled cell counts as dropped."""

    do: Literal["drop"]


class RoundCoordinates(DocumentModel):
    """Coordinates keep at most `decimals` significant decimals of a degree (1 is about 11 km)."""

    do: Literal["round_coordinates"]
    decimals: Annotated[int, Field(ge=0, le=6)]


class GeneraliseLocation(DocumentModel):
    """Places are named no finer than this administrative level; 0 is the country."""

    do: Literal["generalise_location"]
    admin_level: Annotated[int, Field(ge=0, le=5)]


class TruncateDate(DocumentModel):
    """Dates are given no finer than this."""

    do: Literal["truncate_date"]
    to: Literal["day", "month", "quarter", "year"]

    @property
    def precision(self) -> DatePrecision:
        """`to` as a number that compares."""
        return DatePrecision[self.to.upper()]


class Band(DocumentModel):
    """Numbers are given as bands that begin at these cuts."""

    do: Literal["band"]
    cuts: Annotated[tuple[int, ...], Field(min_length=1)]


class Pseudonymise(DocumentModel):
    """Identifiers are replaced by keyed pseudonyms; `key_holder` is a party."""

    do: Literal["pseudonymise"]
    method: str | None = None
    scope: str | None = None
    key_holder: str | None = None


class Mask(DocumentModel):
    """Identifiers are shown in part only."""

    do: Literal["mask"]


Treatment = Annotated[
    Drop | RoundCoordinates | GeneraliseLocation | TruncateDate | Band | Pseudonymise | Mask,
    Field(discriminator="do"),
]


class Identifier(StrEnum):
    """The two incomparable ways to protect an identifier without dropping it."""

    PSEUDONYMISED = "pseudonymised"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class Protection:
    """What a field needs at least; None means that nothing is asked in that respect.

    Attributes:
        drop: True when the field must not travel; every other attribute is then None.
        decimals: most coordinate decimals.
        admin_level: finest administrative level.
        date: finest date.
        cuts: where bands may begin.
        identifier: how an identifier is replaced.
    """

    drop: bool = False
    decimals: int | None = None
    admin_level: int | None = None
    date: DatePrecision | None = None
    cuts: frozenset[int] | None = None
    identifier: Identifier | None = None

    def __or__(self, other: Protection) -> Protection:
        """Join: the least protection that satisfies both."""
        if self.drop or other.drop or self._clashes(other):
            return DROPPED
        return Protection(
            decimals=_least(self.decimals, other.decimals),
            admin_level=_least(self.admin_level, other.admin_level),
            date=max(filter(None, (self.date, other.date)), default=None),
            cuts=_common(self.cuts, other.cuts),
            identifier=self.identifier or other.identifier,
        )

    def __le__(self, other: Protection) -> bool:
        """True when `other` protects at least as much in every respect."""
        return self | other == other

    def _clashes(self, other: Protection) -> bool:
        return None not in (self.identifier, other.identifier) and (
            self.identifier != other.identifier
        )


NOTHING = Protection()
DROPPED = Protection(drop=True)


def protection(treatments: tuple[Treatment, ...]) -> Protection:
    """The join of several treatments."""
    return reduce(Protection.__or__, map(_protection, treatments), NOTHING)


def _protection(treatment: Treatment) -> Protection:
    match treatment:
        case Drop():
            return DROPPED
        case RoundCoordinates():
            return Protection(decimals=treatment.decimals)
        case GeneraliseLocation():
            return Protection(admin_level=treatment.admin_level)
        case TruncateDate():
            return Protection(date=treatment.precision)
        case Band():
            return Protection(cuts=frozenset(treatment.cuts))
        case Pseudonymise():
            return Protection(identifier=Identifier.PSEUDONYMISED)
        case Mask():
            return Protection(identifier=Identifier.MASKED)


def _least(one: int | None, other: int | None) -> int | None:
    return min((value for value in (one, other) if value is not None), default=None)


def _common(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other
