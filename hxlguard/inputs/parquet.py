"""Parquet files, through polars."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath

import polars as pl

from hxlguard.errors import SourceError
from hxlguard.inputs.foreign_code import quietly
from hxlguard.inputs.frame import table_of_frame
from hxlguard.inputs.frame_texts import note_texts, parquet_category_texts, polars_texts
from hxlguard.inputs.limits import check_extent
from hxlguard.inputs.loose import outside
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_cells import counted
from hxlguard.model.anomaly import AnomalyKind

_MAGIC = b"PAR1"
_ENCRYPTED = b"PARE"

_SCHEMA_NOTES = {"ARROW:schema", "pandas"}
"""Notes about columns that Arrow and pandas write by themselves."""


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
        try:
            rows = pl.scan_parquet(BytesIO(payload.data)).select(pl.len()).collect().item()
            columns = len(pl.read_parquet_schema(BytesIO(payload.data)))
            check_extent(rows, columns, where=payload.name)
            frame = pl.read_parquet(BytesIO(payload.data))
            notes = pl.read_parquet_metadata(BytesIO(payload.data))
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError):
            raise SourceError(
                "it is damaged and cannot be read as Parquet",
                where=payload.name,
                remedy="export it again",
            ) from None
        stem = PurePath(payload.name).stem
        table, unread = table_of_frame(stem, frame, frame.columns, where=payload.name)
        with quietly(payload.name, "its categories cannot be read", "store them as text"):
            texts, unseen = parquet_category_texts(payload.data, frame)
        loose = outside({*texts, *polars_texts(frame), *note_texts(notes)}, (table,))
        by_people = counted(AnomalyKind.DOCUMENT_PROPERTIES, len(notes.keys() - _SCHEMA_NOTES))
        return Parts((table,), by_people, (*unread, *unseen), loose)


READER = Parquet()
