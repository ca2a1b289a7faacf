"""Texts that leave with a frame or a Parquet file besides its cells: notes and unused categories.

A writer stores every category of a column, whether a row uses it or not.
"""

from __future__ import annotations

import base64
import binascii
import json
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

import polars as pl

from hxlguard.inputs.loose import binary_texts, nested_texts
from hxlguard.model.table import Unread

if TYPE_CHECKING:
    import pandas as pd

_ARROW_SCHEMA = "ARROW:schema"
_ARROW_LIBRARY = "pyarrow"


def polars_texts(frame: pl.DataFrame) -> Iterator[str]:
    """The values that enumerations allow; a polars categorical writes only what it uses."""
    for kind in frame.dtypes:
        if isinstance(kind, pl.Enum):
            yield from kind.categories


def pandas_texts(frame: pd.DataFrame | pd.Series) -> Iterator[str]:
    """Attributes, the name of the columns, and categories."""
    import pandas as pd

    flat = frame.to_frame() if isinstance(frame, pd.Series) else frame
    yield from nested_texts(flat.attrs)
    yield from nested_texts(list(flat.columns.names))
    indexes = [flat.index.get_level_values(level) for level in range(flat.index.nlevels)]
    for dtype in (*flat.dtypes, *(index.dtype for index in indexes)):
        if isinstance(dtype, pd.CategoricalDtype) and dtype.categories is not None:
            yield from map(str, dtype.categories)


def as_arrow_table(source: Any) -> Any:
    """A pyarrow table of any pyarrow rows, or None for other objects."""
    pa = sys.modules.get(_ARROW_LIBRARY)
    if pa is None:
        return None
    if isinstance(source, pa.RecordBatchReader):
        return source.read_all()
    if isinstance(source, pa.RecordBatch):
        return pa.Table.from_batches([source])
    return source if isinstance(source, pa.Table) else None


def arrow_texts(table: Any) -> Iterator[str]:
    """Notes of a pyarrow table and of its fields, and the values of its dictionaries."""
    yield from nested_texts(dict(table.schema.metadata or {}))
    for field, column in zip(table.schema, table.columns, strict=True):
        yield from nested_texts(dict(field.metadata or {}))
        for chunk in column.chunks:
            if hasattr(chunk, "dictionary"):
                yield from map(str, chunk.dictionary.to_pylist())


def note_texts(notes: Mapping[str, str]) -> set[str]:
    """Every text in the notes of a Parquet file: its own, those of pandas and of Arrow."""
    found: set[str] = set()
    for key, note in notes.items():
        found |= {key, note}
        found |= _schema_texts(note) if key == _ARROW_SCHEMA else _json_texts(note)
    return found


def parquet_category_texts(
    source: str | BytesIO, frame: pl.DataFrame
) -> tuple[set[str], tuple[Unread, ...]]:
    """The values in the dictionaries of categorical columns; they hold where nothing reads them."""
    columns = [name for name, kind in frame.schema.items() if isinstance(kind, pl.Categorical)]
    if not columns:
        return set(), ()
    if not find_spec(_ARROW_LIBRARY):
        reason = (
            "its categories cannot be looked at, and may say more than its rows;"
            " store them as text, or install pyarrow"
        )
        return set(), (Unread("", "part-not-read", reason),)
    table = import_module(f"{_ARROW_LIBRARY}.parquet").read_table(source, columns=columns)
    return set(arrow_texts(table)), ()


def _schema_texts(note: str) -> set[str]:
    try:
        return binary_texts(base64.b64decode(note))
    except binascii.Error:
        return set()


def _json_texts(note: str) -> set[str]:
    try:
        return set(nested_texts(json.loads(note)))
    except (ValueError, RecursionError):
        return set()
