"""Which rows are tag rows. libhxl parses every tag spec."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import polars as pl

from hxlguard.cells import Cells, is_blank, is_number
from hxlguard.lexicon.hxl import CORE_HASHTAGS
from hxlguard.model.tag import TagSpec

_LONGEST_TAG = 1_000


@dataclass(frozen=True, slots=True, repr=False)
class TagRow:
    """A row of which at least half of the filled cells are tag specs.

    Attributes:
        position: from 0.
        tags: for each column its tag, or None.
        not_tags: columns (from 1) with a cell that is no tag.
    """

    position: int
    tags: tuple[TagSpec | None, ...]
    not_tags: tuple[int, ...]


def parse_tag(text: str) -> TagSpec | None:
    """Parse one tag spec with libhxl; None when it is malformed or empty."""
    if len(text) > _LONGEST_TAG or not _starts_like_a_tag(text):
        return None
    from hxl import HXLException
    from hxl.datatypes import normalise_string
    from hxl.model import Column

    try:
        # Asked to raise, libhxl does not write the text to its log.
        column = Column.parse(normalise_string(text), use_exception=True)
    except HXLException:
        return None
    return TagSpec(column.tag.lower(), tuple(sorted({name.lower() for name in column.attributes})))


def _starts_like_a_tag(text: str) -> bool:
    return unicodedata.normalize("NFKC", text[:8]).lstrip().startswith("#")


def tag_row_at(position: int, cells: Cells) -> TagRow | None:
    """Read a row as a tag row, as libhxl does; None when it is not one."""
    tags = tuple(None if cell is None else parse_tag(cell) for cell in cells)
    written = [at for at, cell in enumerate(cells) if not is_blank(cell)]
    parsed = sum(tag is not None for tag in tags)
    if not parsed or parsed / len(written) < 0.5:
        return None
    return TagRow(position, tags, tuple(at + 1 for at in written if tags[at] is None))


def only_looks_like_tags(row: TagRow, above: Cells, below: Cells) -> bool:
    """True for `#States` over numbers, where `#` means "number of", and for a list of #words.

    Args:
        row: what looks like a tag row.
        above: the row above it, empty when there is none.
        below: the next row below it that is not blank, likewise.
    """
    tags = [tag for tag in row.tags if tag]
    if any(tag.attributes or tag.hashtag in CORE_HASHTAGS for tag in tags):
        return False
    tagged = [at for at, tag in enumerate(row.tags) if tag]
    return (
        (bool(below) and all(is_number(below[at] or "") for at in tagged))
        or mostly_hashes(below)
        or mostly_hashes(above)
    )


def mostly_hashes(cells: Cells) -> bool:
    """True when at least half of the filled cells begin with `#`."""
    written = [cell for cell in cells if cell is not None and cell.strip()]
    hashes = sum(_starts_like_a_tag(cell) for cell in written)
    return hashes > 0 and hashes / len(written) >= 0.5


def hashed(cells: pl.Expr) -> pl.Expr:
    """For each cell, whether it begins with any kind of `#`."""
    return cells.str.contains(r"^[\s\x1c-\x1f]*[#\x{FF03}\x{FE5F}]").fill_null(value=False)
