"""Paths, byte strings and binary files into a payload, or a clear refusal."""

from __future__ import annotations

import os
import re
import stat
from io import IOBase
from pathlib import Path, PurePath
from typing import BinaryIO, Protocol, runtime_checkable

from hxlguard.errors import SourceError
from hxlguard.inputs.foreign_code import quietly
from hxlguard.inputs.limits import MAX_FILE_BYTES
from hxlguard.inputs.reader import HEAD_BYTES, Payload

_PIECE = 2**24
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@runtime_checkable
class Readable(Protocol):
    """Anything with a `read` that gives bytes."""

    def read(self, size: int, /) -> bytes | None:
        """Give up to `size` bytes, none at the end, and `None` when there is nothing yet."""


def open_path(source: str | os.PathLike[str], name: str | None) -> Payload:
    """Open a local file; a large one is read later, as often as needed.

    Raises:
        SourceError: it is a URL, missing, a directory, not to be read, or too large.
    """
    shown = os.fsdecode(source)
    if _URL.match(shown):
        raise SourceError(
            "hxlguard opens no network connection",
            where=f"`{shown.partition('://')[0]}://`",
            remedy="download the file first",
        )
    label = name or PurePath(shown).name or shown
    try:
        with Path(shown).open("rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_size <= HEAD_BYTES:
                return open_file(file, label)
            return _on_disk(file, found.st_size, label)
    except FileNotFoundError:
        raise _unusable(label, "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise _unusable(label, "it is a directory", "name the files in it") from None
    except PermissionError:
        raise _unusable(label, "you may not read it", "ask for permission to read it") from None
    except (OSError, ValueError):
        raise _unusable(label, "it cannot be opened", "check the path and the disk") from None


def open_file(file: Readable, name: str | None) -> Payload:
    """Read a binary file from its beginning, wherever it stands, and leave it standing there.

    Raises:
        SourceError: it cannot be read, is a text file object, or too large.
    """
    with quietly(name or "<file>", "it cannot be read", "open it in binary mode for reading"):
        given = getattr(file, "name", None)
        label = name or (PurePath(given).name if isinstance(given, str) else "<file>")
        if not isinstance(file, IOBase) or not file.seekable():
            return Payload.of(label, _all_bytes(file, label))
        stood = file.tell()
        file.seek(0)
        data = _all_bytes(file, label)
        file.seek(stood)
        return Payload.of(label, data)


def _on_disk(file: BinaryIO, size: int, label: str) -> Payload:
    _refuse_beyond_limit(size, label)
    path = os.path.abspath(file.name)
    return Payload(label, file.read(HEAD_BYTES), size, lambda: Path(path).open("rb"), path)


def _refuse_beyond_limit(size: int, where: str) -> None:
    if size > MAX_FILE_BYTES:
        limit = f"it is larger than {MAX_FILE_BYTES // 2**30} GiB"
        raise _unusable(where, limit, "split it into smaller files")


def _all_bytes(file: Readable, where: str) -> bytes:
    """Read piece by piece: one call may give less than it is asked for."""
    pieces = []
    held = 0
    while piece := _piece(file, where):
        if not isinstance(piece, bytes):
            raise _unusable(where, "it is open as text", "open it in binary mode")
        held += len(piece)
        _refuse_beyond_limit(held, where)
        pieces.append(piece)
    return b"".join(pieces)


def _piece(file: Readable, where: str) -> bytes:
    piece = file.read(_PIECE)
    if piece is None:
        raise _unusable(
            where, "it is open without blocking", "wait for its end, or open it with blocking"
        )
    return piece


def _unusable(where: str, what: str, remedy: str) -> SourceError:
    return SourceError(what, where=where, remedy=remedy)
