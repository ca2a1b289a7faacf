"""One source from its bytes to facts without cells, in this process or in a worker."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import PurePath

from hxlguard.costs import charged
from hxlguard.errors import SourceError
from hxlguard.inputs import read
from hxlguard.model.asked import NOTHING_ASKED, Asked
from hxlguard.model.scanned import Scanned
from hxlguard.model.table import RawSource, TaggedTable, Unread
from hxlguard.model.tag import TagSpec
from hxlguard.profiling import profile_source
from hxlguard.tagging import tag_fits, tag_table

_NO_FILES = ("/dev/", "/proc/")
"""Names there mean something else in every process."""


def scan(
    source: object,
    name: str | None,
    supplied: Mapping[str, TagSpec],
    asked: Asked = NOTHING_ASKED,
) -> Scanned:
    """Read, tag and profile one source.

    Args:
        source: as in `hxlguard.check`, but one.
        name: a name for it, or None for its own.
        supplied: header to tag, for columns that the source leaves untagged.
        asked: what an agreement has to know beside what every source is looked at for.

    Raises:
        SourceError: nothing of it can be read.
    """
    raw, tables = read_tagged(source, name, supplied)
    return Scanned(profile_source(raw, tables, asked), tag_fits(tables, supplied))


def read_tagged(
    source: object, name: str | None, supplied: Mapping[str, TagSpec]
) -> tuple[RawSource, list[TaggedTable]]:
    """Read one source and tag its tables; the arguments are those of `scan`.

    Raises:
        SourceError: nothing of it can be read.
    """
    with charged("read"):
        raw = read(source, name=called_by(source, name) or None)
    with charged("tag"):
        return raw, [tag_table(table, supplied) for table in raw.tables]


def unread(
    source: object, name: str | None, error: SourceError, supplied: Mapping[str, TagSpec]
) -> Scanned:
    """What is known of a source that cannot be read: that, and why."""
    reason = "; ".join(filter(None, (error.what, error.remedy)))
    whole = Unread("", "source-not-read", reason)
    called = called_by(source, name) or error.where or "<source>"
    raw = RawSource(called, "application/octet-stream", "", (), unread=(whole,))
    return Scanned(profile_source(raw, ()), tag_fits((), supplied))


def lasting_file(source: object) -> str | None:
    """The path of a source that can be read twice, and by another process; None for any other.

    A pipe gives its bytes once.
    """
    path = os.fspath(source) if isinstance(source, str | os.PathLike) else None
    if not isinstance(path, str) or path.startswith(_NO_FILES):
        return None
    try:
        return path if stat.S_ISREG(os.stat(path).st_mode) else None
    except (OSError, ValueError):  # whoever reads it says why
        return None


def called_by(source: object, name: str | None) -> str:
    """What a source is called before it is opened, or nothing; an address may hold a key.

    A file name that is no Unicode is made so, as no report could hold it.
    """
    path = os.fsdecode(source) if isinstance(source, str | os.PathLike) else ""
    called = name or ("" if "://" in path else PurePath(path).name or path)
    return called.encode("utf-8", "replace").decode("utf-8")
