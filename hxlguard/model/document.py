"""The words and numbers that an agreement is written in, and the base of its models."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from hxlguard.model.tag import TagPattern


def _tag_pattern(text: str) -> str:
    TagPattern.parse(text)
    return text


def _iso_date(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError("a date is written as YYYY-MM-DD")
    dt.date.fromisoformat(text)
    return text


def _time_zone(text: str) -> str:
    if text not in _time_zones():
        raise ValueError("an unknown time zone")
    return text


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


FORMATS = {"tag-pattern": _tag_pattern, "iso-date": _iso_date, "time-zone": _time_zone}
"""Formats that the JSON Schema names, each with a function that raises ValueError."""


def _format(name: str) -> object:
    return Field(json_schema_extra={"format": name})


Id = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
        max_length=100,
        description="an id: letters, digits, `.`, `_`, `-`",
    ),
]
Text = Annotated[str, Field(min_length=1)]
Pattern = Annotated[str, AfterValidator(_tag_pattern), _format("tag-pattern")]
Patterns = Annotated[tuple[Pattern, ...], Field(min_length=1)]
Date = Annotated[str, AfterValidator(_iso_date), _format("iso-date")]
TimeZone = Annotated[str, AfterValidator(_time_zone), _format("time-zone")]
Duration = Annotated[
    str,
    Field(
        pattern=r"^P([0-9]+[YMWD])*(T[0-9]+H)?$",
        min_length=3,
        description="a duration like `P30D` or `P12M`",
    ),
]
Share = Annotated[
    str, Field(pattern=r"^(0(\.[0-9]+)?|1(\.0+)?)$", description='a share like "0.05"')
]
Amount = Annotated[
    str, Field(pattern=r"^[0-9]{1,9}(\.[0-9]+)?$", description='a number like "2.5"')
]
Sha256 = Annotated[
    str, Field(pattern=r"^[0-9a-f]{64}$", description="a digest: 64 digits of 0-9 and a-f")
]
Entity = Annotated[
    str, Field(pattern=r"^[A-Z][A-Z0-9_]*$", description="an entity like `PERSON_NAME`")
]
Unit = Literal["individual", "household", "event", "site", "activity", "aggregate"]
Check = Literal["observable", "attested", "manual"]


NULLABLE = frozenset({"broader", "dated", "delete_by", "dataset_sha256", "reviewed"})
"""The keys that may say "none" aloud; anywhere else a null is a value somebody forgot."""


class DocumentModel(BaseModel):
    """Frozen; unknown keys and forgotten values are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        for name in self.model_fields_set - NULLABLE:
            if getattr(self, name) is None:
                raise ValueError(f"`{name}` is left empty")
        return self
