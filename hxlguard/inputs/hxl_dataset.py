"""`hxl.model.Dataset`: headers, tags and rows as libhxl would write them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from hxlguard.inputs.foreign_code import quietly
from hxlguard.inputs.frame import digest
from hxlguard.inputs.rectangle import Row, table_of_rows
from hxlguard.model.table import RawSource, Unread

MEDIA_TYPE = "text/csv"

_HEADERS_AND_TAGS = 2
_USED_UP = Unread(
    part="",
    kind="part-not-read",
    reason="the dataset gave no rows; one that was read before gives none again, so open it anew",
)


def accepts(source: object) -> bool:
    """True for a libhxl dataset, found without importing libhxl."""
    model = sys.modules.get("hxl.model")
    return model is not None and isinstance(source, model.Dataset)


def read(source: Any, name: str | None) -> RawSource:
    """Read headers into row 1, tags into row 2, and all data below.

    Raises:
        SourceError: libhxl cannot give its rows.
    """
    where = name or "<dataset>"
    with quietly(where, "libhxl cannot give its rows", "check the file itself"):
        table = table_of_rows(where, _rows(source), where=where)
    unread = (_USED_UP,) if table.grid.height <= _HEADERS_AND_TAGS else ()
    return RawSource(where, MEDIA_TYPE, digest(table), (table,), unread=unread)


def _rows(dataset: Any) -> Iterator[Row]:
    for row in dataset.gen_raw():
        yield [None if value is None else str(value) for value in row]
