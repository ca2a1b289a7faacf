"""The text of a file in UTF-8, in blocks that end where a row most likely ends."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import BinaryIO

from hxlguard.errors import SourceError
from hxlguard.inputs.encoding import Decoding, decoded
from hxlguard.inputs.limits import MAX_ROW_BYTES
from hxlguard.inputs.reader import Payload

_READ_BYTES = 2**22
_MARK_BYTES = len(codecs.BOM_UTF8)


class Feed:
    """Goes through a file once, hashing its bytes as they come.

    UTF-8 passes as it is, and whoever takes it must look whether it is UTF-8; every other
    encoding is turned into UTF-8, with U+FFFD for what it cannot decode.

    Attributes:
        has_nulls: True when a null character came by.
    """

    def __init__(self, payload: Payload, file: _Hashed, decoding: Decoding) -> None:
        self._payload = payload
        self._hashed = file
        self._more = _in_utf8(file, decoding)
        first = self._more(_MARK_BYTES)
        self.has_nulls = b"\0" in first
        self._held = first.removeprefix(codecs.BOM_UTF8)
        self._at = 0

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

    def cut(self, size: int, *, mind_quotes: bool = False) -> bytes:
        """The next block of about `size` bytes, to the end of a line; empty at the end.

        With `mind_quotes`, this line end is one that no quote holds, if there is such a one.

        Raises:
            SourceError: there is no end of a line within the longest row that is read.
        """
        while self._fill(size):
            border = _last_border(self._held, self._at, self._at + size, mind_quotes)
            if border:
                return self.take(border - self._at)
            size *= 2
            refuse_long_row(size, where=self._payload.name)
        return self.take(size)

    def _fill(self, size: int) -> bool:
        """Have `size` bytes ready; False when so many are not left."""
        missing = size - (len(self._held) - self._at)
        pieces = [self._held[self._at :]] if missing > 0 else []
        while missing > 0 and (block := self._more(missing)):
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
    with payload.opened() as file, ThreadPoolExecutor(1) as beside:
        yield Feed(payload, _Hashed(file, beside), decoding)


class _Hashed:
    """The blocks of a file; each is hashed beside the work on it."""

    def __init__(self, file: BinaryIO, beside: Executor) -> None:
        self._file = file
        self._beside = beside
        self._hasher = hashlib.sha256()
        self._pending: Future[None] | None = None
        self.size = 0

    def read(self, size: int) -> bytes:
        block = self._file.read(size)
        self.size += len(block)
        self._wait()
        self._pending = self._beside.submit(self._hasher.update, block)
        return block

    def hexdigest(self) -> str:
        self._wait()
        return self._hasher.hexdigest()

    def _wait(self) -> None:
        if self._pending:
            self._pending.result()


def _in_utf8(file: _Hashed, decoding: Decoding) -> Callable[[int], bytes]:
    """What gives some more text each time it is asked for so many bytes, and none at the end."""
    if decoding.is_utf8:
        return file.read
    blocks = iter(lambda: file.read(_READ_BYTES), b"")
    texts = (text.encode() for text in decoded(blocks, decoding.codec, "replace") if text)
    return lambda _size: next(texts, b"")


def _last_border(text: bytes, begin: int, end: int, mind_quotes: bool) -> int:
    """Behind the last line end of a part of a text, or 0 when it has none."""
    last = text.rfind(b"\n", begin, end)
    if last < 0:
        return text.rfind(b"\r", begin, end - 1) + 1
    outside = _last_outside_quotes(text, begin, end) if mind_quotes else -1
    return (last if outside < 0 else outside) + 1


def _last_outside_quotes(text: bytes, begin: int, end: int) -> int:
    quotes = text.count(b'"', begin, end)
    line, above = text.rfind(b"\n", begin, end), end
    while line >= 0:
        quotes -= text.count(b'"', line, above)
        if quotes % 2 == 0:
            break
        above, line = line, text.rfind(b"\n", begin, line)
    return line
