"""What a caller may say: words, tags and a day, each refused in one sentence when it is none."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from hxlguard.errors import UsageError
from hxlguard.model.document import FORMATS

_NO_DATE = "write it like 2026-11-21"


def refuse_unless_words(**arguments: object) -> None:
    """Let words pass, and None for what is not given.

    Raises:
        UsageError: an argument is blank or no text; silence must be chosen, not slipped into.
    """
    for name, value in arguments.items():
        if value is None:
            continue
        if not isinstance(value, str):
            raise UsageError("this is no text", where=name, remedy="give one word, or leave it out")
        if not value.strip():
            raise UsageError("this is blank", where=name, remedy="give a word, or leave it out")


def refuse_unless_tags(tags: object) -> None:
    """Let a mapping of text to text pass, and None.

    Raises:
        UsageError: it is anything else.
    """
    if tags is None:
        return
    pairs = tags.items() if isinstance(tags, Mapping) else [(None, None)]
    if not all(isinstance(header, str) and isinstance(tag, str) for header, tag in pairs):
        raise UsageError(
            "this is no mapping of header to HXL tag",
            where="tags",
            remedy='write it like `{"Province": "#adm1"}`',
        )


def paths_in(paths: object) -> tuple[str | os.PathLike[str], ...]:
    """The paths of several files.

    Raises:
        UsageError: there is none, or something else; an empty answer must not read as clear.
    """
    listed = tuple(paths) if isinstance(paths, Iterable) and not isinstance(paths, str) else ()
    if not listed or not all(isinstance(path, str | os.PathLike) for path in listed):
        raise UsageError(
            "this is no list of paths", where="paths", remedy="give the path of at least one file"
        )
    return listed


def given_day(on: object) -> datetime.date | None:
    """The day or moment that is given, or None for today.

    Raises:
        UsageError: it is neither a date nor text in the form YYYY-MM-DD.
    """
    if on is None or isinstance(on, datetime.date):
        return on
    if not isinstance(on, str):
        raise UsageError("this is not a date", where="on", remedy=_NO_DATE)
    try:
        return datetime.date.fromisoformat(FORMATS["iso-date"](on))
    except ValueError:
        raise UsageError(f"`{on}` is not a date", where="on", remedy=_NO_DATE) from None


def day_in(timezone: str, given: datetime.date | None) -> datetime.date:
    """The day that it is in `timezone`, an IANA name, at the moment given; None means now.

    Raises:
        UsageError: the moment has no day there, such as a pandas `NaT`.
    """
    zone = ZoneInfo(timezone)
    if given is None:
        return datetime.datetime.now(zone).date()
    if not isinstance(given, datetime.datetime):
        return given
    try:
        local = given.astimezone(zone) if given.tzinfo else given
        return datetime.date.fromisoformat(local.date().isoformat())  # `NaT` compares with nothing
    except (ValueError, OverflowError):
        raise UsageError("this is not a date", where="on", remedy=_NO_DATE) from None
