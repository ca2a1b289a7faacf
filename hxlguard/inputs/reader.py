"""What every reader of bytes has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hxlguard.model.anomaly import Anomaly
from hxlguard.model.table import RawTable, Unread


@dataclass(frozen=True, slots=True, repr=False)
class Payload:
    """Bytes with the name they came under.

    Attributes:
        name: the file's name without its folders; it is a hint, never the judge of the format.
        data: all bytes.
    """

    name: str
    data: bytes

    def __repr__(self) -> str:
        return f"<Payload {len(self.data)} bytes>"


@dataclass(frozen=True, slots=True, repr=False)
class Parts:
    """What one reader found in one payload; see `RawSource` for the fields."""

    tables: tuple[RawTable, ...]
    anomalies: tuple[Anomaly, ...] = ()
    unread: tuple[Unread, ...] = ()
    loose_texts: tuple[str, ...] = ()


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
