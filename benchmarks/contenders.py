"""Who runs: this package, its peers, and what a process costs before it does anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

COLUMNS = 12
"""Columns of the main table."""


@dataclass(frozen=True, order=True)
class Size:
    """Extent of a table, tag row and headers not counted."""

    rows: int
    columns: int

    @property
    def cells(self) -> int:
        """Number of data cells."""
        return self.rows * self.columns

    @classmethod
    def parse(cls, text: str) -> Size:
        """Read `1000x12`.

        Raises:
            ValueError: it is no size.
        """
        if not (found := re.fullmatch(r"([1-9]\d*)x([1-9]\d*)", text)):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))


BY_ROWS = tuple(Size(rows, COLUMNS) for rows in (1_000, 10_000, 100_000, 1_000_000, 10_000_000))
BY_COLUMNS = (
    Size(2_400_000, 5),
    Size(240_000, 50),
    Size(120_000, 100),
    Size(24_000, 500),
)
"""Tables of as many cells as the one of most targets, so that what a column costs shows by itself.

All repeat the same five kinds of columns, as a cell of one kind costs more than one of another.
A column costs about two milliseconds whatever stands in it, which shows in shorter tables.
"""

MAIN = BY_ROWS[3]
"""The table of most targets, and of README.md."""

BESIDE_LIBHXL = Size(100_000, 10)
SIZES = tuple(dict.fromkeys((*BY_ROWS[:-1], *BY_COLUMNS, BESIDE_LIBHXL)))
ALL_SIZES = (*SIZES, BY_ROWS[-1])


class Figure(StrEnum):
    """Which time of a run a row of the table shows."""

    PROCESS = "process"
    """The whole process, from outside."""
    WORK = "work"
    """The work alone, after imports, as the process itself timed it."""
    AGAIN = "again"
    """The same work a second time in the same process."""


@dataclass(frozen=True)
class Contender:
    """Something that is timed.

    Attributes:
        arguments: what follows `python`, with `{file}` and `{sample}` to be filled in.
        rows: the name of a row of the table for each figure that it shows.
        takes: which tables it is given.
        peer: True when it runs in the environment of the peers.
        sample: data rows that it looks at; the figures are extrapolated from them.
        status: exit status of success.
        reads: True when it looks at the cells of the table.
    """

    arguments: tuple[str, ...]
    rows: dict[Figure, str]
    takes: Callable[[Size], bool]
    peer: bool = False
    sample: int | None = None
    status: int = 0
    reads: bool = True


CHECK = "hxlguard check, whole process"
FIRST_CALL = "hxlguard.check, first call"
SECOND_CALL = "hxlguard.check, second call"
POLARS_PROCESS = "polars reads as text, whole process"
POLARS = "polars reads as text"
PRESIDIO = "Presidio on every cell"
LIBHXL = "libhxl validates, seven rules"
HELP = "hxlguard --help"

_BLOCK = 1
_CHECK = ("-m", "hxlguard", "check", "{file}", "--agreement", "public-3w", "--on", "2026-11-21")


def _by_rows(size: Size) -> bool:
    return size.columns == COLUMNS and size.rows >= 10_000


def _main(size: Size) -> bool:
    return size == MAIN


def _start(size: Size) -> bool:
    return size == BY_ROWS[0]


def _peer(module: str, *arguments: str) -> tuple[str, ...]:
    return ("-m", f"benchmarks.peers.{module}", "{file}", *arguments)


CONTENDERS = (
    Contender(
        _peer("polars_read"),
        {Figure.WORK: POLARS, Figure.PROCESS: POLARS_PROCESS},
        lambda size: True,
        peer=True,
    ),
    Contender(_CHECK, {Figure.PROCESS: CHECK}, lambda size: True, status=_BLOCK),
    Contender(
        ("-m", "benchmarks.in_process", "{file}"),
        {Figure.WORK: FIRST_CALL, Figure.AGAIN: SECOND_CALL},
        lambda size: True,
    ),
    Contender(
        _peer("polars_group_by"),
        {Figure.WORK: "polars reads and groups by four columns"},
        _by_rows,
        peer=True,
    ),
    Contender(
        _peer("presidio_cells", "{sample}"),
        {Figure.WORK: PRESIDIO},
        _by_rows,
        peer=True,
        sample=1_000,
    ),
    Contender(
        _peer("presidio_structured", "{sample}"),
        {Figure.WORK: "presidio-structured"},
        _main,
        peer=True,
        sample=1_000,
    ),
    Contender(
        _peer("data_profiler", "{sample}"),
        {Figure.WORK: "DataProfiler with its labeler"},
        _main,
        peer=True,
        sample=2_000,
    ),
    Contender(
        _peer("libhxl_validate"),
        {Figure.WORK: LIBHXL},
        lambda size: size.columns in (COLUMNS, BESIDE_LIBHXL.columns) and size.rows <= 100_000,
        peer=True,
    ),
    Contender(("-c", "pass"), {Figure.PROCESS: "python -c pass"}, _start, reads=False),
    Contender(("-c", "import hxlguard"), {Figure.PROCESS: "import hxlguard"}, _start, reads=False),
    Contender(("-m", "hxlguard", "--help"), {Figure.PROCESS: HELP}, _start, reads=False),
    Contender(
        ("-c", "import presidio_analyzer"),
        {Figure.PROCESS: "import presidio_analyzer"},
        _start,
        reads=False,
    ),
)
