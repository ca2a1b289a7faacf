"""Several sources at once: what was seen before, what workers scan, what is scanned here."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence

from hxlguard.cache import Cache
from hxlguard.costs import about, ledger
from hxlguard.crew import Crew, usable_cores
from hxlguard.errors import SourceError
from hxlguard.model.asked import Asked
from hxlguard.model.scanned import Scanned
from hxlguard.model.tag import TagSpec
from hxlguard.source_facts import called_by, lasting_file, scan

Progress = Callable[[int, int, str], None]
"""Told how many sources are done, how many there are, and the name of one in hand."""

SECONDS_A_FILE = 0.04
"""Measured: what the smallest file takes once all is loaded."""

SECONDS_A_BYTE = 1e-6
"""Measured over 64 real files: 0.1 to 7 microseconds, most for workbooks."""

SECONDS_TO_START = 1.5
"""Measured: what a worker takes to load Polars and Presidio. One is started for each so much work,
so that a machine of many cores does not load them for a handful of small files."""

_ABORTS = b"PAR1", b"PK\x03\x04"
"""How Parquet begins, and an archive that may hold it: over a damaged file Polars may end the
process instead of raising."""

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
"""Archives that hold no Parquet, and so are worth no worker of their own."""


def scan_each(
    sources: Sequence[object],
    name: str | None,
    supplied: Mapping[str, TagSpec],
    asked: Asked,
    cache: Cache | None,
    progress: Progress | None,
) -> Generator[Scanned | SourceError, None, None]:
    """Scan sources and give the answers in their order; closing the iterator ends all workers.

    Args:
        sources: as in `hxlguard.check`, one by one.
        name: a name for them, or None for their own.
        supplied: header to tag, for columns that the sources leave untagged.
        asked: what an agreement has to know beside what every source is looked at for.
        cache: what was seen before, or None.
        progress: told whenever something is done.
    """
    entries = [cache.entry(source, name) if cache else None for source in sources]
    known = {at: found for at, entry in enumerate(entries) if entry and (found := entry.read())}
    files = {
        at: path
        for at, source in enumerate(sources)
        if at not in known and (path := lasting_file(source))
    }
    shared, size = _shared_out(files)
    here = {at: None for at in range(len(sources)) if at not in known and at not in shared}
    jobs = {at: (files[at], name, supplied, asked) for at in shared}
    with Crew(jobs, size) as crew:

        def tell() -> None:
            if progress and (waiting := [*crew.waiting(), *here]):
                done = len(sources) - len(waiting)
                progress(done, len(sources), called_by(sources[waiting[0]], name))

        changed = tell if progress else None
        for at, (source, entry) in enumerate(zip(sources, entries, strict=True)):
            tell()
            answer = known.get(at) or (crew.answer(at, changed) if at in jobs else None)
            with about("source", at + 1):
                answer = answer or _scan_here(source, name, supplied, asked)
            here.pop(at, None)
            if entry and at not in known and isinstance(answer, Scanned):
                entry.write(answer)
            yield answer


def _scan_here(
    source: object, name: str | None, supplied: Mapping[str, TagSpec], asked: Asked
) -> Scanned | SourceError:
    try:
        return scan(source, name, supplied, asked)
    except SourceError as error:
        return error


def _shared_out(files: Mapping[int, str]) -> tuple[list[int], int]:
    """Which files workers scan, the longest first, and how many workers."""
    sizes = {at: _size(path) for at, path in files.items()}
    seconds = sum(SECONDS_A_FILE + SECONDS_A_BYTE * size for size in sizes.values())
    workers = min(usable_cores(), len(files), int(seconds / SECONDS_TO_START))
    if ledger():  # a worker's costs stay with the worker
        workers = 0
    if workers > 1:
        return sorted(files, key=lambda at: -sizes[at]), workers
    return [at for at, path in files.items() if _may_abort(path)], 1


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _may_abort(path: str) -> bool:
    if path.lower().endswith(_WORKBOOKS):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(4) in _ABORTS
    except OSError:
        return False
