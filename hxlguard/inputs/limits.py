"""How much one source may ask of the machine that checks it; beyond that it is refused."""

from __future__ import annotations

from collections import Counter

from hxlguard.errors import SourceError

MAX_FILE_BYTES = 4 * 2**30
"""What is no text is read into memory; 4 GiB is ten times the largest table on HDX."""

MAX_UNPACKED_BYTES = 2 * 2**30
"""What a zip container may unpack to: a bomb grows far beyond it, a workbook stays far below."""

MAX_CELLS = 2**28
"""An Arrow text cell takes 16 bytes even when it is empty, so this many take 4 GiB."""

MAX_COLUMNS = 2**15
"""Twice the widest spreadsheet; one line of a billion commas must not become a billion columns."""

MAX_ROW_BYTES = 2**26
"""The longest geometry of a country is a tenth of it; a quote left open reaches far beyond it."""

HELD_BYTES = 600 * 2**20
"""A text table that takes more is not kept in memory but read again for each walk over it."""

VIEW_BYTES = 16
"""What Arrow takes for a text cell besides its text."""

MAX_TABLES = 1_000
"""A nested document with more arrays of rows than this is not a set of tables."""

MAX_JSON_DEPTH = 100
"""The deepest GeoJSON geometry nests 8 levels; Python's own stack ends near 1,000."""


def check_extent(rows: int, columns: int, *, where: str) -> None:
    """Let a rectangle of `rows` x `columns` cells pass.

    Raises:
        SourceError: it is wider or larger than one table may be.
    """
    check_columns(columns, where=where)
    if rows * columns > MAX_CELLS:
        raise SourceError(
            f"a table has more than {MAX_CELLS:,} cells",
            where=where,
            remedy="split the file and check each part",
        )


def check_columns(columns: int, *, where: str) -> None:
    """Let a table of so many columns pass that need not be in memory as a whole.

    Raises:
        SourceError: it is too wide.
    """
    if columns > MAX_COLUMNS:
        raise SourceError(
            f"a table has more than {MAX_COLUMNS:,} columns",
            where=where,
            remedy="check that the file is a table, then split it",
        )


def check_widths(widths: Counter[int], *, where: str) -> None:
    """Let rows pass that need not all be in memory, counted by their widths.

    Raises:
        SourceError: one is too wide, or so much wider than the others that the rectangle around
            them is next to empty.
    """
    widest = max(widths, default=0)
    check_columns(widest, where=where)
    if sum((widest - width) * count for width, count in widths.items()) > MAX_CELLS:
        raise SourceError(
            f"rows far wider than the others leave more than {MAX_CELLS:,} cells empty",
            where=where,
            remedy="check that the file is one table, then split it",
        )
