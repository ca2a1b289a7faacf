"""Whether the bytes of a zip container all belong to its members.

What is left over leaves with the file, and no program shows it: a removed member, a comment, a
field of its own making. The layout is that of APPNOTE.TXT 6.3.10 (PKWARE), section 4.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5HIIIHH")
_CENTRAL = struct.Struct("<4s6HIIIHHHHHII")
_END = struct.Struct("<4s4HIIH")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR_64_BYTES = 20
_FIELD = struct.Struct("<HH")

_DESCRIPTOR_FLAG = 0x8
_DESCRIPTOR_MARK = b"PK\x07\x08"
_DESCRIPTORS = (struct.Struct("<III"), struct.Struct("<IQQ"))
_PACKED_NOTHING = 2
_SIZE_FOLLOWS = 0xFFFFFFFF

_UNICODE_PATH = 0x7075
_GROWTH_HINT = 0xA220
_GROWTH_HINT_HEAD = 4
_FIELD_BYTES = {
    0x0001: 28,  # sizes beyond 4 GiB
    0x000A: 32,  # NTFS times
    0x5455: 13,  # Unix times
    0x5855: 12,  # Unix times and owner, of old
    0x7855: 4,  # owner
    0x7875: 15,  # owner, newer
    0xCAFE: 0,  # mark of a Java archive
}
"""Fields of times, sizes and owners, with the most bytes that they take."""


class _Member(NamedTuple):
    """One entry of the directory."""

    name: bytes
    offset: int
    packed: int
    size: int
    checksum: int
    flags: int
    extra: bytes
    comment: bytes


def stray_bytes(data: bytes, directory: int) -> str:
    """Say what in `data` belongs to no member, or an empty string; `directory` is its offset."""
    try:
        return _stray_bytes(data, directory)
    except (struct.error, ValueError):
        return "its directory does not fit its members"


def _stray_bytes(data: bytes, directory: int) -> str:
    members = list(_members(data, directory))
    end = directory + sum(_CENTRAL.size + _variable(member) for member in members)
    if not _is_plain_end(data[end:]):
        return "it holds a comment or bytes after its directory"
    if any(member.comment for member in members):
        return "a member has a comment"
    if any(member.name.endswith(b"/") and not _is_empty(member) for member in members):
        return "a folder has content of its own"
    begins = {directory, *(member.offset for member in members)}
    position = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset != position:
            return "it holds bytes between its members"
        name, extra, position = _local(data, member)
        if name != member.name:
            return "a member has two names"
        if not all(_is_plain_extra(field, name) for field in (extra, member.extra)):
            return "a member carries data of an unknown kind beside its content"
        position = next(filter(begins.__contains__, _ends(data, member, position)), -1)
    return "" if position == directory else "it holds bytes between its members"


def _variable(member: _Member) -> int:
    return len(member.name) + len(member.extra) + len(member.comment)


def _members(data: bytes, directory: int) -> Iterator[_Member]:
    position = directory
    while data[position : position + 4] == b"PK\x01\x02":
        fields = _CENTRAL.unpack_from(data, position)
        lengths = fields[10:13]
        position += _CENTRAL.size
        texts = []
        for length in lengths:
            texts.append(data[position : position + length])
            position += length
        name, extra, comment = texts
        size, packed, offset = _true_sizes(extra, fields[9], fields[8], fields[16])
        yield _Member(name, offset, packed, size, fields[7], fields[3], extra, comment)


def _true_sizes(extra: bytes, *sizes: int) -> list[int]:
    """Unpacked size, packed size and offset, those beyond 4 GiB from the field that has them."""
    long = iter(_longs(extra))
    return [next(long, size) if size == _SIZE_FOLLOWS else size for size in sizes]


def _longs(extra: bytes) -> list[int]:
    fields = dict(_fields(extra))
    held = fields.get(1, b"")
    count = len(held) // 8
    return list(struct.unpack_from(f"<{count}Q", held))


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position + _FIELD.size <= len(extra):
        kind, length = _FIELD.unpack_from(extra, position)
        position += _FIELD.size
        yield kind, extra[position : position + length]
        position += length


def _is_plain_extra(extra: bytes, name: bytes) -> bool:
    if not extra.strip(b"\0"):
        return True
    return all(_is_plain_field(kind, held, name) for kind, held in _fields(extra))


def _is_plain_field(kind: int, held: bytes, name: bytes) -> bool:
    if kind == _GROWTH_HINT:
        return not held[_GROWTH_HINT_HEAD:].strip(b"\0")
    if kind == _UNICODE_PATH:
        return held[5:] == name
    return len(held) <= _FIELD_BYTES.get(kind, -1)


def _local(data: bytes, member: _Member) -> tuple[bytes, bytes, int]:
    fields = _LOCAL.unpack_from(data, member.offset)
    if fields[0] != b"PK\x03\x04":
        raise ValueError("no member begins here")
    begin = member.offset + _LOCAL.size
    middle, end = begin + fields[9], begin + fields[9] + fields[10]
    return data[begin:middle], data[middle:end], end + member.packed


def _ends(data: bytes, member: _Member, position: int) -> Iterator[int]:
    """Where a member may end: its checksum and sizes can follow, with or without a mark."""
    if not member.flags & _DESCRIPTOR_FLAG:
        yield position
        return
    for mark in (b"", _DESCRIPTOR_MARK):
        for form in _DESCRIPTORS:
            written = mark + form.pack(member.checksum, member.packed, member.size)
            if data.startswith(written, position):
                yield position + len(written)


def _is_empty(member: _Member) -> bool:
    return member.size == 0 and member.packed <= _PACKED_NOTHING


def _is_plain_end(tail: bytes) -> bool:
    if tail.startswith(b"PK\x06\x06"):
        tail = tail[_END_64.size + _LOCATOR_64_BYTES :]
    return len(tail) == _END.size and tail.startswith(b"PK\x05\x06")
