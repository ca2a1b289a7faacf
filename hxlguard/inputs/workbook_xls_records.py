"""What leaves with an xls file besides its cells, from the records and streams of its container.

Record numbers are those of [MS-XLS], stream names those of [MS-XLS] and [MS-OLEPS] (Microsoft).
"""

from __future__ import annotations

import io
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from xlrd.compdoc import CompDoc

from hxlguard.errors import SourceError
from hxlguard.inputs.loose import binary_texts
from hxlguard.inputs.workbook_cells import counted
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.table import Unread

_FILE_PASS = 0x2F
_BOUND_SHEET = 0x85
_SUPPORTING_BOOK = 0x1AE
_OBJECT = 0x5D
_INTERNAL_BOOKS = (0x0401, 0x3A01)
_HARMLESS_OBJECTS = (0x05, 0x07, 0x0B, 0x0C, 0x0E, 0x10, 0x11, 0x12, 0x13, 0x14, 0x19)
"""Charts, form controls and the frames of comments; what is left are pictures and text boxes."""

_WORKSHEET, _CHART_SHEET = 0, 2
_CONTINUE = 0x3C
_CELL_RECORDS = frozenset((0x03, 0x04, 0xBD, 0xBE, 0xFC, 0xFD, 0xFF, 0x201, 0x203, 0x205, 0x27E))
"""Numbers, blanks, errors, references to shared strings, and those strings, read by their list."""

_PROPERTY_STREAMS = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")


@dataclass(frozen=True, slots=True)
class XlsRecords:
    """What was found.

    Attributes:
        counts: how many things of each kind.
        unread: sheets that are no worksheets.
        texts: what stands in the records and streams that hold no cells.
    """

    counts: Counter[AnomalyKind]
    unread: tuple[Unread, ...]
    texts: frozenset[str]

    def anomalies(self) -> tuple[Anomaly, ...]:
        """One anomaly for each kind that occurs."""
        return tuple(found for kind, count in self.counts.items() for found in counted(kind, count))


def read_records(data: bytes, *, where: str) -> XlsRecords:
    """Walk over the streams and records.

    Raises:
        SourceError: it is encrypted, or not a workbook.
        CompDocError, struct.error, LookupError, ValueError: the container is broken.
    """
    container = CompDoc(data, logfile=io.StringIO())
    entries = _entries(container)
    if "EncryptedPackage" in entries:
        raise _protected(where)
    stream = container.get_named_stream("Workbook") or container.get_named_stream("Book")
    if not stream:
        raise SourceError(
            "it is an old Office document, but not a workbook",
            where=where,
            remedy="save its tables as xlsx or csv",
        )
    counts = _count_entries(entries)
    other_sheets = 0
    for kind, body in _records(stream):
        if kind == _FILE_PASS:
            raise _protected(where)
        if kind == _SUPPORTING_BOOK:
            counts[AnomalyKind.EXTERNAL_LINKS] += _number(body, 2) not in _INTERNAL_BOOKS
        elif kind == _OBJECT:
            counts[AnomalyKind.EMBEDDED_OBJECTS] += _number(body, 4) not in _HARMLESS_OBJECTS
        elif kind == _BOUND_SHEET:
            counts[AnomalyKind.EMBEDDED_OBJECTS] += body[5] == _CHART_SHEET
            other_sheets += body[5] not in (_WORKSHEET, _CHART_SHEET)
    texts = _property_texts(container, entries) | _record_texts(stream)
    return XlsRecords(counts, _other_sheets(other_sheets), frozenset(texts))


def _record_texts(stream: bytes) -> set[str]:
    found: set[str] = set()
    owner = 0
    for kind, body in _records(stream):
        owner = owner if kind == _CONTINUE else kind
        if owner not in _CELL_RECORDS:
            found |= binary_texts(body)
    return found


def _property_texts(container: CompDoc, entries: dict[str, str]) -> set[str]:
    streams = [container.get_named_stream(name) for name in _PROPERTY_STREAMS if name in entries]
    return {text for stream in streams if stream for text in binary_texts(stream)}


def _entries(container: CompDoc) -> dict[str, str]:
    """The name of every storage and stream, with the name of the storage around it."""
    used = [entry for entry in container.dirlist if entry.etype]
    return {entry.name: container.dirlist[max(entry.parent, 0)].name for entry in used}


def _count_entries(entries: dict[str, str]) -> Counter[AnomalyKind]:
    return Counter(
        {
            AnomalyKind.MACROS: sum(name == "_VBA_PROJECT_CUR" for name in entries),
            AnomalyKind.PIVOT_CACHES: sum(storage == "_SX_DB_CUR" for storage in entries.values()),
            AnomalyKind.DOCUMENT_PROPERTIES: sum(name in _PROPERTY_STREAMS for name in entries),
        }
    )


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + length]
        position += 4 + length


def _number(body: bytes, offset: int) -> int:
    return int.from_bytes(body[offset : offset + 2], "little")


def _other_sheets(count: int) -> tuple[Unread, ...]:
    if not count:
        return ()
    reason = (
        f"{count} of its sheets are macro sheets; move their content to worksheets or delete it"
    )
    return (Unread("", "sheet-not-read", reason),)


def _protected(where: str) -> SourceError:
    return SourceError(
        "it is protected by a password", where=where, remedy="remove the password and try again"
    )
