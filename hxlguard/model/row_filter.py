"""Which rows of a table a clause is about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hxlguard.model.document import DocumentModel, Pattern, Text


class RowFilter(DocumentModel):
    """Rows whose cell under `tag` is one of these words, or lists one of them."""

    tag: Pattern
    any_of: Annotated[tuple[Text, ...], Field(min_length=1)]
