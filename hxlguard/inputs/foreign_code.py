"""The one boundary around code that is not ours: what it raises may quote a cell."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hxlguard.errors import SourceError

_OF_PYTHON: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    StopAsyncIteration,
    StopIteration,
    SyntaxError,
    SystemError,
    TypeError,
    ValueError,
    Warning,
)
"""Every family of exceptions that Python itself raises."""

_OF_LIBRARIES = (
    ("duckdb", "Error"),
    ("frictionless", "FrictionlessException"),
    ("hxl", "HXLException"),
    ("polars.exceptions", "PolarsError"),
    ("pyarrow", "ArrowException"),
)
"""The roots of the exceptions of the libraries whose objects are read, by module and name."""


@contextmanager
def quietly(where: str, what: str, remedy: str) -> Iterator[None]:
    """Run the code of somebody's object; what it raises becomes a `SourceError` without its text.

    Raises:
        SourceError: the code raised what Python or one of the libraries read raises.
    """
    try:
        yield
    except (*_OF_PYTHON, *_loaded()):
        raise SourceError(what, where=where, remedy=remedy) from None


def _loaded() -> Iterator[type[Exception]]:
    """The library exceptions that can have been raised: those of modules that are loaded."""
    for module, name in _OF_LIBRARIES:
        if module in sys.modules:
            yield getattr(sys.modules[module], name)
