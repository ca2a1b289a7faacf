"""Small questions about cells and rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"[-+]?[\d\s.,]*%?")

Cells = Sequence[str | None]
"""One row; None stands for an empty cell."""


def is_blank(cell: str | None) -> bool:
    """True for an empty cell or one of white space alone."""
    return cell is None or not cell.strip()


def filled_rows(cells: pl.DataFrame) -> pl.Series:
    """For each row, whether any cell is filled."""
    if not cells.width:
        return pl.Series(dtype=pl.Boolean)
    return cells.select(pl.any_horizontal(filled(pl.all())).alias("filled"))["filled"]


def filled(cells: pl.Expr) -> pl.Expr:
    """For each cell, whether it holds more than white space."""
    return (cells.str.strip_chars() != "").fill_null(value=False)


def filled_count(cells: Cells) -> int:
    """How many cells of a row are filled."""
    return sum(not is_blank(cell) for cell in cells)


def is_number(text: str) -> bool:
    """True for a plain number, with separators, a sign or a percent sign."""
    stripped = text.strip()
    return (
        len(stripped) <= _LONGEST_NUMBER
        and any(char.isdigit() for char in stripped)
        and _NUMBER.fullmatch(stripped) is not None
    )


def next_filled_row(cells: pl.DataFrame, start: int) -> Cells:
    """The first row from position `start` on that is not blank; empty when there is none."""
    below = cells.slice(start)
    first = filled_rows(below).arg_true()
    return below.row(int(first[0])) if len(first) else ()
