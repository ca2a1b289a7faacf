"""Data frames: whatever speaks the Arrow PyCapsule interface, and polars' lazy frames.

https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import TYPE_CHECKING, Any

import polars as pl

from hxlguard.errors import SourceError
from hxlguard.inputs.foreign_code import quietly
from hxlguard.inputs.frame_texts import arrow_texts, as_arrow_table, pandas_texts, polars_texts
from hxlguard.inputs.limits import check_extent
from hxlguard.inputs.loose import outside
from hxlguard.inputs.rectangle import without_empty
from hxlguard.model.table import Held, RawSource, RawTable, Unread

if TYPE_CHECKING:
    import pandas as pd

MEDIA_TYPE = "application/vnd.apache.arrow.stream"

_EXACT_BELOW = 2**53
"""Whole floats below it are exact integers and are written as such: `4`, not `4.0`."""

_ARROW_KINDS = "biufmM"
"""numpy's letters for booleans, numbers, times: what pandas hands to Arrow without loss."""

_HASHED_ROWS = 50_000
_AS_TEXT = "convert the columns to text first"


def accepts(source: object) -> bool:
    """True for a frame: polars, pandas, pyarrow, a DuckDB relation ..."""
    return isinstance(source, pl.LazyFrame) or any(
        hasattr(source, method) for method in ("__arrow_c_stream__", "__arrow_c_array__")
    )


def read(source: Any, name: str | None) -> RawSource:
    """Read one table; its first row holds the column names, a named index included.

    Raises:
        SourceError: it cannot be turned into text without loss.
    """
    where = name or "<frame>"
    frame, names, texts = _collected(source, where)
    if not names:
        raise SourceError("it has no columns", where=where, remedy="check how it was made")
    table, unread = table_of_frame(where, frame, names, where=where)
    loose = outside({*texts, *polars_texts(frame)}, (table,))
    return RawSource(where, MEDIA_TYPE, digest(table), (table,), unread=unread, loose_texts=loose)


def table_of_frame(
    name: str, frame: pl.DataFrame, names: list[str], *, where: str
) -> tuple[RawTable, tuple[Unread, ...]]:
    """Turn typed columns into text with all their digits, under a first row of `names`.

    Raises:
        SourceError: a column has a type without a text form, or there are too many cells.
    """
    check_extent(frame.height + 1, frame.width, where=where)
    grid = Held((row_of_names(names), as_text(frame, where=where)))
    return RawTable(name, grid, names_first=True), opaque(frame)


def row_of_names(names: list[str]) -> pl.DataFrame:
    """The first row of a table: the names of its columns."""
    row = {str(index): pl.Series([name], dtype=pl.String) for index, name in enumerate(names, 1)}
    return without_empty(pl.DataFrame(row))


def as_text(frame: pl.DataFrame, *, where: str) -> pl.DataFrame:
    """Turn typed columns into text with all their digits; empty text becomes null.

    Raises:
        SourceError: a column has a type without a text form.
    """
    columns = []
    for index, column in enumerate(frame, 1):
        try:
            columns.append(_as_text(column).alias(str(index)))
        except (pl.exceptions.PolarsError, TypeError, ValueError):
            raise SourceError(
                f"column {index} has the type `{column.dtype.base_type()}`, which has no text form",
                where=where,
                remedy="convert the column to text first",
            ) from None
    return without_empty(pl.DataFrame(columns))


def digest(table: RawTable) -> str:
    """SHA-256 of the cells as JSON lines, hexadecimal."""
    hasher = hashlib.sha256()
    for part in (
        part for batch in table.grid.batches() for part in batch.iter_slices(_HASHED_ROWS)
    ):
        hasher.update(part.write_ndjson().encode())
    return hasher.hexdigest()


class _Stream:
    """Shows only the stream of a frame, so that polars takes every column of it, index included."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def _collected(source: Any, where: str) -> tuple[pl.DataFrame, list[str], list[str]]:
    """The rows of a frame, the names of its columns, and its texts besides them."""
    unreadable = "its columns cannot be read through Arrow"
    try:
        with quietly(where, unreadable, _AS_TEXT):
            if _is_pandas(source):
                texts = list(pandas_texts(source))
                plain, names = _pandas_as_text(source)
                return pl.DataFrame(_Stream(plain)), names, texts
            table = as_arrow_table(source)
            frame = _frame(source if table is None else table, where)
            return frame, frame.columns, [] if table is None else list(arrow_texts(table))
    except pl.exceptions.PanicException:
        raise SourceError(unreadable, where=where, remedy=_AS_TEXT) from None


def _frame(source: Any, where: str) -> pl.DataFrame:
    if isinstance(source, pl.LazyFrame):
        return source.collect()
    if isinstance(source, pl.DataFrame):
        return source
    if isinstance(source, pl.Series):
        return source.to_frame()
    held = _Stream(source) if hasattr(source, "__arrow_c_stream__") else source
    try:
        return pl.DataFrame(held)
    except pl.exceptions.DuplicateError:
        raise SourceError(
            "two of its columns have the same name", where=where, remedy="rename one of them"
        ) from None


def _is_pandas(source: object) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(source, pandas.DataFrame | pandas.Series)


def _pandas_as_text(frame: pd.DataFrame | pd.Series) -> tuple[pd.DataFrame, list[str]]:
    """Turn what Arrow may refuse or change (mixed objects, periods, geometries) into text.

    The index becomes columns unless it merely counts, because it leaves with the frame.
    """
    import pandas as pd

    flat = frame.to_frame() if isinstance(frame, pd.Series) else frame
    if not (isinstance(flat.index, pd.RangeIndex) and flat.index.name is None):
        flat = flat.reset_index(allow_duplicates=True)
    names = [_label(label) for label in flat.columns]
    plain = {
        position: column
        if _is_arrow_ready(column)
        else column.astype(object).map(str, na_action="ignore")
        for position, (_, column) in enumerate(flat.items())
    }
    return pd.DataFrame(plain), names


def _label(label: object) -> str:
    parts = label if isinstance(label, tuple) else (label,)
    return " ".join(str(part) for part in parts if part not in (None, ""))


def _is_arrow_ready(column: pd.Series) -> bool:
    import pandas as pd

    return column.dtype.kind in _ARROW_KINDS and not isinstance(column.dtype, pd.SparseDtype)


def _as_text(column: pl.Series) -> pl.Series:
    kind = column.dtype
    if kind.is_float():
        whole = (column.round(0) == column) & (column.abs() < _EXACT_BELOW)
        digits = column.cast(pl.Int64, strict=False).cast(pl.String)
        return digits.zip_with(whole.fill_null(value=False), column.cast(pl.String))
    if isinstance(kind, pl.Datetime):
        zone = "%:z" if kind.time_zone else ""
        text = column.dt.strftime(f"%Y-%m-%d %H:%M:%S%.f{zone}")
        return text.str.strip_suffix(" 00:00:00")
    if isinstance(kind, pl.Duration):
        return column.dt.to_string("iso")
    if isinstance(kind, pl.Binary):
        return pl.Series(
            [None if cell is None else _plain(cell) for cell in column], dtype=pl.String
        )
    if kind.is_nested():
        return pl.Series([_nested(cell) for cell in column.to_list()], dtype=pl.String)
    return column.cast(pl.String)


def _nested(cell: object) -> str | None:
    if cell is None:
        return None
    return json.dumps(cell, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.hex()


def opaque(frame: pl.DataFrame) -> tuple[Unread, ...]:
    """Bytes that are no text, such as geometries in WKB, cannot be looked into."""
    return tuple(
        Unread(
            "",
            "part-not-read",
            f"column {index} holds bytes, which cannot be looked into; store it as text",
        )
        for index, column in enumerate(frame, 1)
        if "Binary" in str(column.dtype) and not _is_text(column)
    )


def _is_text(column: pl.Series) -> bool:
    if not isinstance(column.dtype, pl.Binary):
        return False
    try:
        column.cast(pl.String)
    except pl.exceptions.ComputeError:
        return False
    return True
