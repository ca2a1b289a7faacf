"""The safety of zip containers: what is in one, and its members inflated under limits.

Everything happens in memory. No member is ever written to disk, so a name such as `../../x` is
only a name.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from hxlguard.errors import SourceError
from hxlguard.inputs.limits import MAX_UNPACKED_BYTES
from hxlguard.inputs.package_layout import stray_bytes
from hxlguard.inputs.reader import HEAD_BYTES, Payload
from hxlguard.model.table import Unread

MAX_MEMBERS = 10_000
"""A workbook of a thousand sheets stays below; a directory bomb does not."""

MAX_RATIO = 200
"""Real sheets shrink 5 to 50 times; a bomb shrinks about 1,000 times."""

RATIO_APPLIES_FROM_BYTES = 16 * 1024**2
"""A small file may shrink as it likes: it harms nobody."""

_CHUNK_BYTES = 1024**2
_MEMBER_SIGNATURE = b"PK\x03\x04"
_EMPTY_SIGNATURE = b"PK\x05\x06"
_ENCRYPTED_FLAG = 0x1
_ENCODING = re.compile(rb"^<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)[\"']")
_UTF8_NAMES = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class Family(Enum):
    """What a zip container is, judged by the names of its members alone."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    DOCUMENT = "document"
    ARCHIVE = "archive"
    BROKEN = "broken"


def family(payload: Payload) -> Family | None:
    """Tell what kind of zip container it is; None when it is none at all."""
    if not payload.head.startswith((_MEMBER_SIGNATURE, _EMPTY_SIGNATURE)):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(payload.data)) as container:
            names = {canonical(name) for name in container.namelist()}
            mimetype = _mimetype(container, names)
    except _BROKEN:
        return Family.BROKEN
    if "[content_types].xml" in names:
        return _office_family(names)
    if b"opendocument.spreadsheet" in mimetype:
        return Family.ODS
    return Family.DOCUMENT if b"application/" in mimetype else Family.ARCHIVE


def canonical(name: str) -> str:
    """Spell a member's name as an office program compares it: one slash, no case."""
    return name.replace("\\", "/").lstrip("/").casefold()


class Package:
    """A zip container whose members are inflated one by one under a common budget.

    Attributes:
        where: the file's name, for messages.
        names: the members in the order of the directory, folders left out.
        folders: the names of folders.
        doubts: why its bytes may say more than its members do, which holds the release.
    """

    def __init__(self, payload: Payload) -> None:
        """Open the container.

        Raises:
            SourceError: it is broken, has too many members, two members with the same name, or
                bytes before its first member.
        """
        self.where = payload.name
        self._packed = len(payload.data)
        self._unpacked = 0
        self._sizes: Counter[str] = Counter()
        try:
            self._container = zipfile.ZipFile(io.BytesIO(payload.data))
        except _BROKEN:
            raise self._broken() from None
        infos = self._container.infolist()
        self._infos = {info.filename: info for info in infos if not info.is_dir()}
        self.names = tuple(self._infos)
        self.folders = tuple(info.filename for info in infos if info.is_dir())
        if len(infos) > MAX_MEMBERS:
            raise self._error(
                f"it holds more than {MAX_MEMBERS:,} members", "split it into smaller files"
            )
        if len({canonical(info.filename) for info in infos}) < len(infos):
            raise self._error("it holds two members of the same name", "save or pack it again")
        if infos and min(info.header_offset for info in infos) > 0:
            raise self._error("it holds bytes outside its members", "save or pack it again")
        self.doubts = _doubts(payload.data, self._container.start_dir)

    def read(self, name: str) -> bytes:
        """Inflate one member, counting bytes as they come: a declared size may lie.

        Raises:
            SourceError: it is encrypted, broken, or beyond the limits.
        """
        with self._inflated(name) as member:
            return b"".join(iter(lambda: member.read(_CHUNK_BYTES), b""))

    def member(self, name: str) -> Payload:
        """One member that is inflated again for each walk over it; its bytes count once.

        Raises:
            SourceError: as `read`.
        """
        opener = partial(self._inflated, name)
        with opener() as member:
            head = member.read(HEAD_BYTES)
        return Payload(PurePosixPath(name).name, head, self._infos[name].file_size, opener)

    def read_xml(self, name: str) -> bytes:
        """Inflate one XML part, in UTF-8 and without a document type declaration.

        Such a declaration is where entity expansion and external entities begin. Only UTF-8 is
        let in, so that a search in the bytes cannot be evaded by another encoding.

        Raises:
            SourceError: as `read`, or the part is not such XML.
        """
        part = self.read(name).removeprefix(b"\xef\xbb\xbf")
        declared = _ENCODING.match(part)
        if b"\0" in part or (declared and declared.group(1).lower() not in _UTF8_NAMES):
            raise self._error("it holds XML that is not in UTF-8", "save it again as xlsx or csv")
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise self._error(
                "it declares XML entities, which no office program writes", "do not trust this file"
            )
        return part

    def _inflated(self, name: str) -> BinaryIO:
        if self._infos[name].flag_bits & _ENCRYPTED_FLAG:
            raise self._error("it is protected by a password", "remove the password and try again")
        try:
            member = self._container.open(name)
        except _BROKEN:
            raise self._broken() from None
        return cast(BinaryIO, _Inflated(member, partial(self._count, name), self._broken))

    def _count(self, name: str, size: int) -> None:
        """Take note that a member has `size` bytes at least."""
        self._unpacked += max(size - self._sizes[name], 0)
        self._sizes[name] = max(size, self._sizes[name])
        if self._unpacked > MAX_UNPACKED_BYTES:
            raise self._error(
                f"it unpacks to more than {MAX_UNPACKED_BYTES // 1024**3} GiB",
                "split it into smaller files",
            )
        suspicious = self._unpacked > RATIO_APPLIES_FROM_BYTES
        if suspicious and self._unpacked > MAX_RATIO * self._packed:
            raise self._error(
                f"it unpacks to more than {MAX_RATIO} times its size", "do not trust this file"
            )

    def _broken(self) -> SourceError:
        return self._error("it is a broken or truncated zip file", "fetch or save it again")

    def _error(self, what: str, remedy: str) -> SourceError:
        return SourceError(what, where=self.where, remedy=remedy)


class _Inflated(io.RawIOBase):
    """One walk over a member, which says how far it came."""

    def __init__(
        self, member: IO[bytes], count: Callable[[int], None], broken: Callable[[], SourceError]
    ) -> None:
        self._member, self._count, self._broken = member, count, broken
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        try:
            chunk = self._member.read(size)
        except _BROKEN:
            raise self._broken() from None
        self._at += len(chunk)
        self._count(self._at)
        return chunk

    def close(self) -> None:
        self._member.close()
        super().close()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Write `parts` into a fresh zip container without compression.

    A second reader that gets these bytes sees exactly the members that the first one saw.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as container:
        for name, part in parts.items():
            container.writestr(name, part)
    return packed.getvalue()


def _doubts(data: bytes, directory: int) -> tuple[Unread, ...]:
    stray = stray_bytes(data, directory)
    return (Unread("", "part-not-read", f"{stray}; save or pack it again"),) if stray else ()


def _office_family(names: set[str]) -> Family:
    if "xl/workbook.xml" in names:
        return Family.XLSX
    return Family.XLSB if "xl/workbook.bin" in names else Family.DOCUMENT


def _mimetype(container: zipfile.ZipFile, names: set[str]) -> bytes:
    if "mimetype" not in names:
        return b""
    with container.open("mimetype") as member:
        return member.read(200)
