"""Parquet files, through polars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

import polars as pl

from hxlguard.errors import SourceError
from hxlguard.inputs.foreign_code import quietly
from hxlguard.inputs.frame import as_text, opaque, row_of_names
from hxlguard.inputs.frame_texts import note_texts, parquet_category_texts, polars_texts
from hxlguard.inputs.limits import HELD_BYTES, VIEW_BYTES, check_columns, check_extent
from hxlguard.inputs.loose import outside
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.rectangle import names_of
from hxlguard.inputs.workbook_cells import counted
from hxlguard.model.anomaly import AnomalyKind
from hxlguard.model.table import Grid, Held, RawTable, Unread

_MAGIC = b"PAR1"
_ENCRYPTED = b"PARE"

_SCHEMA_NOTES = {"ARROW:schema", "pandas"}
"""Notes about columns that Arrow and pandas write by themselves."""

_IN_MEMORY_BYTES = 2**26
"""A smaller file is read into memory at once, where nobody can change it."""

_SLICE_CELLS = 2**22

_CELLS_PER_BYTE = 100
"""A file that holds more is made to fill memory and time: real columns repeat, but not so much."""


class Parquet:
    """Reads Parquet files."""

    media_type = "application/vnd.apache.parquet"

    def accepts(self, payload: Payload) -> bool:
        """True when the file begins as Parquet, whole or encrypted, does."""
        return payload.head.startswith((_MAGIC, _ENCRYPTED))

    def read(self, payload: Payload) -> Parts:
        """Read one table; its first row holds the column names.

        Raises:
            SourceError: it is encrypted, damaged or too large.
        """
        if payload.head.startswith(_ENCRYPTED):
            raise SourceError(
                "it is encrypted", where=payload.name, remedy="decrypt it and try again"
            )
        with _refusing_damage(payload), payload.opener() as file:
            notes = pl.read_parquet_metadata(file)
            schema = _scanned(payload).collect_schema()
            check_columns(len(schema), where=payload.name)
            empty = _scanned(payload).head(0).collect()
            rows = _scanned(payload).select(pl.len()).collect().item()
        if rows * len(schema) > _CELLS_PER_BYTE * payload.size:
            check_extent(rows, len(schema), where=payload.name)
        found = Streamed(payload, list(schema), rows, payload.sha256())
        grid, unread = _walked(found)
        table = RawTable(PurePath(payload.name).stem, grid, names_first=True)
        with quietly(payload.name, "its categories cannot be read", "store them as text"):
            texts, unseen = parquet_category_texts(_source(payload), empty)
        loose = outside({*texts, *polars_texts(empty), *note_texts(notes)}, (table,))
        by_people = counted(AnomalyKind.DOCUMENT_PROPERTIES, len(notes.keys() - _SCHEMA_NOTES))
        return Parts((table,), by_people, (*unread, *unseen), loose, found.sha256)


READER = Parquet()


@dataclass(frozen=True, slots=True, repr=False)
class Streamed:
    """A grid that is read again from its file for each walk over it.

    Attributes:
        payload: the file.
        names: the names of its columns.
        rows: how many rows there are below them.
        sha256: the digest of the file.
    """

    payload: Payload
    names: list[str]
    rows: int
    sha256: str

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.names)

    @property
    def height(self) -> int:
        """How many rows there are, with that of the names."""
        return self.rows + 1

    def batches(self, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
        """All rows from the first to the last, of some columns or of all.

        Raises:
            SourceError: the file is no longer what it was when it was first read.
        """
        wanted = names_of(self.width) if columns is None else list(columns)
        yield row_of_names(self.names).select(wanted)
        for typed in self.typed_batches(wanted):
            batch = as_text(typed, where=self.payload.name)
            batch.columns = wanted
            yield batch

    def typed_batches(self, columns: list[str]) -> Iterator[pl.DataFrame]:
        """The rows below the names as they are stored, of some columns.

        Raises:
            SourceError: as `batches`, or a part of it is damaged.
        """
        numbers = dict(zip(self.names, names_of(self.width), strict=True))
        step = max(1, _SLICE_CELLS // max(1, self.width))
        for start in range(0, self.rows, step):
            with _refusing_damage(self.payload):
                numbered = _scanned(self.payload).rename(numbers)
                batch = numbered.select(columns).slice(start, step).collect()
            if columns and batch.height != min(step, self.rows - start):
                raise _damaged(self.payload)
            yield batch
        if self.payload.sha256() != self.sha256:
            raise self.payload.changed()


def _walked(found: Streamed) -> tuple[Grid, tuple[Unread, ...]]:
    """Read all of it once, so that damage shows, and keep what is small enough."""
    may_keep = VIEW_BYTES * found.height * found.width <= HELD_BYTES
    kept: list[pl.DataFrame] | None = [row_of_names(found.names)] if may_keep else None
    unread: dict[Unread, None] = {}
    size = 0.0
    for typed in found.typed_batches(names_of(found.width)):
        batch = as_text(typed, where=found.payload.name)
        unread |= dict.fromkeys(opaque(typed))
        size += batch.estimated_size() + VIEW_BYTES * batch.height * batch.width
        if size > HELD_BYTES:
            kept = None
        if kept is not None:
            kept.append(batch)
    return (found if kept is None else Held(tuple(kept))), tuple(unread)


def _source(payload: Payload) -> str | BytesIO:
    if payload.path and payload.size > _IN_MEMORY_BYTES:
        return payload.path
    return BytesIO(payload.data)


def _scanned(payload: Payload) -> pl.LazyFrame:
    return pl.scan_parquet(_source(payload), glob=False, hive_partitioning=False)


@contextmanager
def _refusing_damage(payload: Payload) -> Iterator[None]:
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError):
        raise _damaged(payload) from None


def _damaged(payload: Payload) -> SourceError:
    return SourceError(
        "it is damaged and cannot be read as Parquet",
        where=payload.name,
        remedy="export it again",
    )
