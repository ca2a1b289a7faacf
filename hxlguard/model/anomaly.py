"""What is odd about a file or a table, as typed values; libhxl is silent about most of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AnomalyKind(StrEnum):
    """What was found."""

    TITLE_ROWS = "title-rows"
    MALFORMED_TAG = "malformed-tag"
    SEVERAL_TAG_ROWS = "several-tag-rows"
    DATA_ABOVE_TAGS = "data-above-tags"
    LOOKS_LIKE_TAGS = "looks-like-tags"
    NO_TAG_ROW = "no-tag-row"
    DUPLICATE_TAG = "duplicate-tag"
    UNTAGGED_COLUMN = "untagged-column"
    RAGGED_CELLS = "ragged-cells"
    SEVERAL_TAGGED_SHEETS = "several-tagged-sheets"
    TAG_CONTRADICTED = "tag-contradicted"
    SUPPLIED_TAG = "supplied-tag"
    ROWS_AFTER_BLANK = "rows-after-blank"
    HIDDEN_SHEET = "hidden-sheet"
    VERY_HIDDEN_SHEET = "very-hidden-sheet"
    HIDDEN_ROWS = "hidden-rows"
    HIDDEN_COLUMNS = "hidden-columns"
    COMMENTS = "comments"
    DEFINED_NAMES = "defined-names"
    DOCUMENT_PROPERTIES = "document-properties"
    PIVOT_CACHES = "pivot-caches"
    EXTERNAL_LINKS = "external-links"
    EMBEDDED_OBJECTS = "embedded-objects"
    MACROS = "macros"


HIDDEN_CONTENT = frozenset(
    {
        AnomalyKind.HIDDEN_SHEET,
        AnomalyKind.VERY_HIDDEN_SHEET,
        AnomalyKind.HIDDEN_ROWS,
        AnomalyKind.HIDDEN_COLUMNS,
        AnomalyKind.COMMENTS,
        AnomalyKind.PIVOT_CACHES,
        AnomalyKind.EXTERNAL_LINKS,
        AnomalyKind.EMBEDDED_OBJECTS,
        AnomalyKind.MACROS,
    }
)
"""Content that a person looking at the open file does not see, but that leaves with it."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One oddity, without any text of the file.

    Attributes:
        kind: what it is.
        count: how many rows, columns, comments, names ... it concerns.
        rows: the first row numbers concerned, from 1; empty when it is not about rows.
        columns: column numbers concerned, from 1; empty when it is not about columns.
    """

    kind: AnomalyKind
    count: int = 1
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
