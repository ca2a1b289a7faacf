"""Every kind of source into a `RawSource`. One import line adds a reader."""

from __future__ import annotations

import os
import re
from typing import Any, Protocol

from hxlguard.errors import SourceError
from hxlguard.inputs import (
    archive,
    delimited,
    foreign,
    frame,
    frictionless_resource,
    hxl_dataset,
    json_rows,
    parquet,
    workbook_ods,
    workbook_xls,
    workbook_xlsx,
)
from hxlguard.inputs.foreign_code import quietly
from hxlguard.inputs.opening import Readable, open_file, open_path
from hxlguard.inputs.reader import Parts, Payload, Reader
from hxlguard.model.table import RawSource


class ObjectReader(Protocol):
    """One kind of Python object; a module of this shape is enough."""

    def accepts(self, source: object) -> bool:
        """True when it can read `source`."""

    def read(self, source: Any, name: str | None) -> RawSource:
        """Read all of it."""


READERS: tuple[Reader, ...] = (
    workbook_xlsx.READER,
    workbook_ods.READER,
    workbook_xls.READER,
    archive.READER,
    parquet.READER,
    json_rows.READER,
    foreign.READER,
    delimited.READER,
)
"""The readers of bytes; the first that accepts them reads them, so text comes last."""

OBJECTS: tuple[ObjectReader, ...] = (hxl_dataset, frictionless_resource, frame)
"""The readers of Python objects."""

_SOMETHING = re.compile(rb"[^ \t\r\n\v\f\0\xef\xbb\xbf\xfe\xff]")


def read(source: object, *, name: str | None = None) -> RawSource:
    """Read everything that a source holds.

    Args:
        source: a path, bytes, a binary file, an `hxl.model.Dataset`, a frictionless `Resource`,
            or an object that speaks the Arrow PyCapsule interface.
        name: what to call it; by default the name of the file.

    Raises:
        SourceError: nothing of it can be read.
    """
    if isinstance(source, str | os.PathLike):
        return _read_bytes(open_path(source, name))
    if isinstance(source, bytes | bytearray | memoryview):
        return _read_bytes(Payload.of(name or "<bytes>", bytes(source)))
    where, remedy = name or "<object>", "give a path, bytes, a binary file or a data frame"
    with quietly(where, "it cannot be looked at", remedy):
        kind = next((kind for kind in OBJECTS if kind.accepts(source)), None)
        file = source if isinstance(source, Readable) else None
    if kind:
        return kind.read(source, name)
    if file is not None:
        return _read_bytes(open_file(file, name))
    raise SourceError("this is no source of data", where=where, remedy=remedy)


def read_payload(payload: Payload) -> tuple[str, Parts]:
    """Read bytes of any known kind; gives their media type and what is in them.

    Raises:
        SourceError: nothing of them can be read.
    """
    if not (_SOMETHING.search(payload.head) or any(map(_SOMETHING.search, payload.blocks()))):
        raise SourceError("it is empty", where=payload.name, remedy="check how it was exported")
    for reader in READERS:
        if reader.accepts(payload):
            return reader.media_type, reader.read(payload)
    raise SourceError(
        "it holds binary data of an unknown kind",
        where=payload.name,
        remedy="export the table as CSV or XLSX and check that",
    )


def _read_bytes(payload: Payload) -> RawSource:
    media_type, parts = read_payload(payload)
    return RawSource(
        payload.name,
        media_type,
        parts.sha256 or payload.sha256(),
        parts.tables,
        parts.anomalies,
        parts.unread,
        parts.loose_texts,
    )
