"""The one boundary around code that is not ours: what it raises may quote a cell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hxlguard.errors import HxlguardError, SourceError


@contextmanager
def quietly(where: str, what: str, remedy: str) -> Iterator[None]:
    """Run the code of somebody's object; whatever it raises becomes a `SourceError` without text.

    A frame, a file or a dataset may raise anything, and no list of exceptions is ever complete.
    So this is the one place besides the command line that catches all of them.

    Raises:
        SourceError: the code raised anything but an error of ours or a wish to stop.
    """
    try:
        yield
    except HxlguardError:
        raise
    except Exception:  # noqa: BLE001 - the code of others
        raise SourceError(what, where=where, remedy=remedy) from None
