"""The shape that an outgoing table must have."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from hxlguard.model.document import DocumentModel, Pattern


class ExpectedRows(DocumentModel):
    """How many rows the table has where nothing went wrong."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"minProperties": 1})

    at_least: Annotated[int, Field(ge=0)] | None = None
    at_most: Annotated[int, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _has_a_bound(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("`expected_rows` names at least one bound")
        return self


class FlowSchema(DocumentModel):
    """The shape that the outgoing table has."""

    required: tuple[Pattern, ...] = ()
    max_columns: Annotated[int, Field(ge=1)] | None = None
    max_rows: Annotated[int, Field(ge=1)] | None = None
    expected_rows: ExpectedRows | None = None
