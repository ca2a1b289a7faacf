"""What every reader of bytes has in common."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import BinaryIO, Protocol

from hxlguard.errors import SourceError
from hxlguard.model.anomaly import Anomaly
from hxlguard.model.table import RawTable, Unread

HEAD_BYTES = 2**16
"""Enough to tell every format from every other, and to see the titles and headers of a text."""

_BLOCK_BYTES = 2**24


@dataclass(frozen=True, repr=False)
class Payload:
    """Bytes with the name they came under; they can be gone through as often as needed.

    Attributes:
        name: the file's name without its folders; it is a hint, never the judge of the format.
        head: the first bytes, all of them when there are no more than `HEAD_BYTES`.
        size: how many bytes there are.
        opener: opens them anew, at their beginning.
        path: where the file is when it is one, for libraries that read it by themselves.
    """

    name: str
    head: bytes
    size: int
    opener: Callable[[], BinaryIO]
    path: str | None = None

    @classmethod
    def of(cls, name: str, data: bytes) -> Payload:
        """Bytes that are in memory."""
        payload = cls(name, data[:HEAD_BYTES], len(data), lambda: BytesIO(data))
        payload.__dict__["data"] = data
        return payload

    @cached_property
    def data(self) -> bytes:
        """All bytes at once: for formats that cannot be read piece by piece.

        Raises:
            SourceError: they cannot be read, or are no longer as many as they were.
        """
        data = b"".join(self.blocks())
        if len(data) != self.size:
            raise self.changed()
        return data

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open the bytes at their beginning.

        Raises:
            SourceError: they cannot be opened, or not be read to their end.
        """
        try:
            with self.opener() as file:
                yield file
        except OSError:
            raise SourceError(
                "it cannot be read to its end", where=self.name, remedy="check the file"
            ) from None

    def blocks(self) -> Iterator[bytes]:
        """All bytes from the first to the last, some at a time.

        Raises:
            SourceError: as `opened`.
        """
        with self.opened() as file:
            while block := file.read(_BLOCK_BYTES):
                yield block

    def sha256(self) -> str:
        """The digest of all bytes, hexadecimal.

        Raises:
            SourceError: as `opened`.
        """
        hasher = hashlib.sha256()
        for block in [self.data] if "data" in self.__dict__ else self.blocks():
            hasher.update(block)
        return hasher.hexdigest()

    def changed(self) -> SourceError:
        """The error for bytes that are not the same when they are read again."""
        return SourceError(
            "it changed while it was read",
            where=self.name,
            remedy="wait until nothing writes to it, then try again",
        )

    def __repr__(self) -> str:
        return f"<Payload {self.size} bytes>"


@dataclass(frozen=True, slots=True, repr=False)
class Parts:
    """What one reader found in one payload; see `RawSource` for the fields.

    Attributes:
        sha256: the digest of all bytes when the reader took it on its way, or an empty string.
    """

    tables: tuple[RawTable, ...]
    anomalies: tuple[Anomaly, ...] = ()
    unread: tuple[Unread, ...] = ()
    loose_texts: tuple[str, ...] = ()
    sha256: str = ""


class Reader(Protocol):
    """One format. A reader module offers one `READER` of this shape."""

    @property
    def media_type(self) -> str:
        """The IANA media type it reads."""

    def accepts(self, payload: Payload) -> bool:
        """True when the bytes are of this format, whatever the name says."""

    def read(self, payload: Payload) -> Parts:
        """Read all of it.

        Raises:
            SourceError: nothing of it can be read.
        """
