"""How a process of ours behaves, the command line and a worker alike."""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silenced_dependencies() -> Iterator[None]:
    """Dependencies warn and log with the text of cells; none of that may reach a terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Loading Presidio makes objects that stay; looking for garbage among them is a tenth of it."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
