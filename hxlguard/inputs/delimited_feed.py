"""The text of a file in UTF-8, in blocks that end where a row most likely ends."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import BinaryIO

from hxlguard.errors import SourceError
from hxlguard.inputs.encoding import Decoding, decoded
from hxlguard.inputs.limits import MAX_ROW_BYTES
from hxlguard.inputs.reader import Payload

_READ_BYTES = 2**22


class Feed:
    """Goes through a file once, hashing its bytes as they come.

    UTF-8 passes as it is, and whoever takes it must look whether it is UTF-8; every other
    encoding is turned into UTF-8, with U+FFFD for what it cannot decode.

    Attributes:
        has_nulls: True when a null character came by.
    """

    def __init__(self, payload: Payload, file: BinaryIO, decoding: Decoding) -> None:
        self._payload = payload
        self._hashed = _Hashed(file)
        self._blocks = _in_utf8(iter(self._hashed), decoding)
        self._held = b""
        self._at = 0
        self.has_nulls = False

    @property
    def sha256(self) -> str:
        """The digest of the bytes read so far, hexadecimal."""
        return self._hashed.hexdigest()

    def refuse_unless_whole(self) -> None:
        """Let a feed pass that came to its end with as many bytes as the file had.

        Raises:
            SourceError: the file is longer or shorter than it was.
        """
        if self._hashed.size != self._payload.size:
            raise self._payload.changed()

    def take(self, size: int) -> bytes:
        """The next `size` bytes, or as many as are left."""
        self._fill(size)
        taken = self._held[self._at : self._at + size]
        self._at += len(taken)
        return taken

    def put_back(self, rest: bytes) -> None:
        """Let the end of what was taken last, which is `rest`, come once more."""
        if len(rest) > self._at:
            self._held, self._at = rest + self._held[self._at :], len(rest)
        self._at -= len(rest)

    def cut(self, size: int) -> bytes:
        """The next block of about `size` bytes, to the end of a line; empty at the end.

        Raises:
            SourceError: there is no end of a line within the longest row that is read.
        """
        while self._fill(size):
            border = _last_border(self._held, self._at, self._at + size)
            if border:
                return self.take(border - self._at)
            refuse_long_row(size, where=self._payload.name)
            size *= 2
        return self.take(size)

    def _fill(self, size: int) -> bool:
        """Have `size` bytes ready; False when so many are not left."""
        missing = size - (len(self._held) - self._at)
        pieces = [self._held[self._at :]] if missing > 0 else []
        while missing > 0 and (block := next(self._blocks, b"")):
            pieces.append(block)
            self.has_nulls = self.has_nulls or b"\0" in block
            missing -= len(block)
        if pieces:
            self._held, self._at = b"".join(pieces), 0
        return missing <= 0


def refuse_long_row(size: int, *, where: str) -> None:
    """Let a row of `size` bytes pass.

    Raises:
        SourceError: it is longer than one row may be.
    """
    if size > MAX_ROW_BYTES:
        raise SourceError(
            f"a row is longer than {MAX_ROW_BYTES // 2**20} MiB",
            where=where,
            remedy="check that the file is a table and that every quote is closed",
        )


@contextmanager
def feeding(payload: Payload, decoding: Decoding) -> Iterator[Feed]:
    """Open a file for one walk over it.

    Raises:
        SourceError: it cannot be opened, or not be read to its end.
    """
    with payload.opened() as file:
        yield Feed(payload, file, decoding)


class _Hashed:
    """The blocks of a file; each is hashed beside the work on it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hasher = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        with ThreadPoolExecutor(1) as beside:
            pending: Future[None] | None = None
            while block := self._file.read(_READ_BYTES):
                if pending:
                    pending.result()
                self.size += len(block)
                pending = beside.submit(self._hasher.update, block)
                yield block

    def hexdigest(self) -> str:
        return self._hasher.hexdigest()


def _in_utf8(blocks: Iterator[bytes], decoding: Decoding) -> Iterator[bytes]:
    if decoding.is_utf8:
        return _without_mark(blocks)
    texts = decoded(blocks, decoding.codec, "replace")
    return (block for block in (text.encode() for text in texts) if block)


def _without_mark(blocks: Iterator[bytes]) -> Iterator[bytes]:
    first = next(blocks, b"").removeprefix(codecs.BOM_UTF8)
    if first:
        yield first
    yield from blocks


def _last_border(text: bytes, begin: int, end: int) -> int:
    """Where the last row ends as far as can be told, or 0: after a line end that no quote holds."""
    quotes = text.count(b'"', begin, end)
    last = line = text.rfind(b"\n", begin, end)
    above = end
    while line >= 0:
        quotes -= text.count(b'"', line, above)
        if quotes % 2 == 0:
            return line + 1
        above, line = line, text.rfind(b"\n", begin, line)
    return max(last, text.rfind(b"\r", begin, end - 1)) + 1
