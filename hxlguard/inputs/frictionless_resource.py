"""frictionless `Resource`: the local file behind it, or the data it carries."""

from __future__ import annotations

import json
import sys
from typing import Any

from hxlguard.errors import SourceError
from hxlguard.model.table import RawSource


def accepts(source: object) -> bool:
    """True for a frictionless resource, found without importing frictionless."""
    frictionless = sys.modules.get("frictionless")
    return frictionless is not None and isinstance(source, frictionless.Resource)


def read(source: Any, name: str | None) -> RawSource:
    """Read what would leave: the bytes of the file, whatever dialect the descriptor claims.

    Raises:
        SourceError: the data are elsewhere, in several files, or cannot be read.
    """
    from hxlguard.inputs import read as read_source

    where = name or source.name or "<resource>"
    if source.data is not None:
        carried = source.data
        if isinstance(carried, list | dict):
            carried = _as_json(carried, where)
        return read_source(carried, name=where)
    if source.remote or source.multipart or source.scheme != "file" or source.normpath is None:
        raise SourceError(
            "it is not one local file",
            where=where,
            remedy="download it, and check each file by its path",
        )
    return read_source(source.normpath, name=name)


def _as_json(data: object, where: str) -> bytes:
    try:
        return json.dumps(data, ensure_ascii=False, default=str).encode()
    except (TypeError, ValueError, RecursionError):
        raise SourceError(
            "the data it carries are not rows", where=where, remedy="give it as a file"
        ) from None
