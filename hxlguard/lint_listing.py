"""Findings about agreements as text and as the JSON document `hxlguard/lint/v1`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from hxlguard import __version__
from hxlguard.errors import UsageError
from hxlguard.model.lint import Linted, LintFinding, LintLevel
from hxlguard.terminal import neutral, wrap
from hxlguard.wording import did_you_mean, listed, plural

_LINE = 100


class Part(BaseModel):
    """What documents about agreements are made of."""

    model_config = ConfigDict(
        frozen=True, from_attributes=True, json_schema_serialization_defaults_required=True
    )


class LintFindingV1(Part):
    """One thing that an agreement had better say otherwise."""

    code: str = Field(pattern=r"^HXA[0-9]{3}$")
    level: LintLevel
    pointer: str = Field(description="JSON pointer into the agreement.")
    line: int | None = Field(ge=1, description="Line of the agreement's file.")
    message: str
    remedy: str


class LintedV1(Part):
    """One agreement with its findings."""

    name: str = Field(description="The file's name without folders, or a shipped agreement's.")
    id: str
    version: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Digest of its canonical JSON.")
    on: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    findings: tuple[LintFindingV1, ...] = Field(description="By line.")


class ToolV1(Part):
    """What wrote the document."""

    name: Literal["hxlguard"] = "hxlguard"
    version: str = Field(default_factory=lambda: __version__)


class LintV1(Part):
    """What is wrong with some agreements, before any data exist."""

    format: Literal["hxlguard/lint/v1"] = "hxlguard/lint/v1"
    tool: ToolV1 = Field(default_factory=ToolV1)
    agreements: tuple[LintedV1, ...]


def lint_schema_text() -> str:
    """Generate `schemas/lint-v1.schema.json`, JSON Schema draft 2020-12."""
    return schema_of(LintV1)


def schema_of(document: type[Part]) -> str:
    """The JSON Schema of what a document writes."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    schema = {"$schema": dialect, **document.model_json_schema(mode="serialization")}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def render(linted: Iterable[Linted], format: str) -> str:
    """Write the findings of several agreements in one of `text` and `json`.

    Raises:
        UsageError: there is no such format.
    """
    if format not in _FORMATS:
        hint = did_you_mean(format, _FORMATS)
        raise UsageError(
            f"there is no format `{format}`", remedy=f"{hint}choose one of {listed(_FORMATS)}"
        )
    return _FORMATS[format](tuple(linted))


def _json(linted: tuple[Linted, ...]) -> str:
    document = LintV1(agreements=tuple(_document(each) for each in linted))
    return json.dumps(document.model_dump(mode="json"), indent=2) + "\n"


def _document(linted: Linted) -> LintedV1:
    agreement = linted.agreement
    return LintedV1(
        name=agreement.name,
        id=agreement.id,
        version=agreement.version,
        sha256=agreement.sha256,
        on=linted.on.isoformat(),
        findings=tuple(LintFindingV1.model_validate(each) for each in linted.findings),
    )


def _text(linted: tuple[Linted, ...]) -> str:
    return "".join(f"{line}\n" for each in linted for line in _lines(each))


def _lines(linted: Linted) -> Iterator[str]:
    yield f"{neutral(linted.agreement.name)}: {_counted(linted.findings)}"
    for found in linted.findings:
        line = f"line {found.line}" if found.line else found.pointer
        first = f"  {line:<8}  {found.level:<7}  {found.code}  "
        rest = " " * len(first)
        yield from wrap(found.message, _LINE, first=first, rest=rest)
        yield from wrap(found.remedy, _LINE, first=f"{rest[:-6]}mend  ", rest=rest)


def _counted(findings: tuple[LintFinding, ...]) -> str:
    counts = Counter(found.level for found in findings)
    told = [plural(counts[level], level) for level in reversed(LintLevel) if counts[level]]
    return ", ".join(told) or "no finding"


_FORMATS: Mapping[str, Callable[[tuple[Linted, ...]], str]] = {"text": _text, "json": _json}
