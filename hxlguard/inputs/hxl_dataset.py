"""`hxl.model.Dataset`: headers, tags and rows as libhxl would write them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from hxlguard.errors import SourceError
from hxlguard.inputs.frame import digest
from hxlguard.inputs.rectangle import Row, table_of_rows
from hxlguard.model.table import RawSource

MEDIA_TYPE = "text/csv"


def accepts(source: object) -> bool:
    """True for a libhxl dataset, found without importing libhxl."""
    model = sys.modules.get("hxl.model")
    return model is not None and isinstance(source, model.Dataset)


def read(source: Any, name: str | None) -> RawSource:
    """Read headers into row 1, tags into row 2, and all data below.

    Raises:
        SourceError: libhxl cannot give its rows.
    """
    import hxl

    where = name or "<dataset>"
    try:
        table = table_of_rows(where, _rows(source), where=where)
    except (hxl.HXLException, OSError, UnicodeDecodeError):
        raise SourceError(
            "libhxl cannot give its rows", where=where, remedy="check the file itself"
        ) from None
    return RawSource(where, MEDIA_TYPE, digest(table), (table,))


def _rows(dataset: Any) -> Iterator[Row]:
    for row in dataset.gen_raw():
        yield [None if value is None else str(value) for value in row]
