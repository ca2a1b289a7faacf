"""Cells of a published table read as counts of people, or as signs that a count is held back.

A comma, a space or an apostrophe before three digits groups thousands, as people are counted whole.
A single point before three digits may do so or begin a fraction: such a cell is not understood.
"""

from __future__ import annotations

import polars as pl

from hxlguard.cells import is_filled
from hxlguard.lexicon.words import folded
from hxlguard.normalising import normalised

_GROUP = r"[, '\x{2019}]"
_NUMBERS = (
    r"^\+?[0-9]{1,15}(?:[.,]0*)?$",
    rf"^[1-9][0-9]{{0,2}}(?:{_GROUP}[0-9]{{2,3}}){{0,4}}{_GROUP}[0-9]{{3}}(?:\.[0-9]{{1,6}})?$",
    r"^[0-9]{1,3}(?:\.[0-9]{3}){2,4}(?:,[0-9]{1,6})?$",
    r"^[0-9]{1,3}\.[0-9]{3},[0-9]{1,6}$",
    r"^[0-9]{1,12}[.,][0-9]{1,15}$",
)
_AMBIGUOUS = r"^[1-9][0-9]{0,2}\.[0-9]{3}$"
_EUROPEAN = r"^[0-9]{1,3}(?:\.[0-9]{3})+,|^[0-9]{1,3}(?:\.[0-9]{3}){2,}$"
_THOUSANDS = rf"^[1-9].*{_GROUP}[0-9]{{3}}(?:\.|$)"

_WORDS = (
    "c|s|x|z|n/?a|n\\.a\\.|nan|null|none|suppressed|confidential|withheld|masked|redacted|hidden"
    "|secret|not shown|supprime|confidentiel|masque|suprimido|confidencial|oculto|محجوب|سري"
)
_SIGNS = rf"^(?:\.{{1,3}}|\x{{2026}}|\*{{1,3}}|:|[-\x{{2010}}-\x{{2015}}]{{1,3}}|{folded(_WORDS)})$"
_BELOW = r"^(?:<|less than|fewer than|under|below|moins de|menos de|اقل من)\s*([0-9]{1,9})$"
_UP_TO = r"^(?:<\s?=|\x{2264}|up to|at most|jusqu'a|hasta)\s*([0-9]{1,9})$"
_BAND = r"^[01]\s*[-\x{2010}-\x{2015}]\s*([0-9]{1,9})$"


def read_counts(cells: pl.Series) -> pl.DataFrame:
    """Read every cell.

    Returns:
        For each cell `count`, the number, or null; `held`, whether it is blank or a sign that a
        number is held back; and `most`, the greatest number that such a sign leaves open, or null.
        What is neither a number nor such a sign has null and False.
    """
    values = cells.unique()
    known = values.to_frame("cell").hstack(_read(values))
    return cells.to_frame("cell").join(known, on="cell", how="left", nulls_equal=True).drop("cell")


def _read(cells: pl.Series) -> pl.DataFrame:
    filled = is_filled(cells)
    text = plain(cells)
    ambiguous = text.str.contains(_AMBIGUOUS)
    number = text.str.contains("|".join(_NUMBERS)) & ~ambiguous
    none = pl.Series([None], dtype=pl.String)
    below = text.str.extract(_BELOW, 1).cast(pl.Int64) - 1
    up_to = text.str.extract(_UP_TO, 1).cast(pl.Int64)
    band = text.str.extract(_BAND, 1).cast(pl.Int64)
    most = below.zip_with(below.is_not_null(), up_to.zip_with(up_to.is_not_null(), band))
    held = ~filled | text.str.contains(_SIGNS) | most.is_not_null()
    return pl.DataFrame(
        {
            "count": _number(text.zip_with(number, none)),
            "held": held.fill_null(value=True),
            "most": most.clip(0),
        }
    )


def plain(cells: pl.Series) -> pl.Series:
    """Cells as they are compared: lower case, single spaces, no accents."""
    text = normalised(cells).str.to_lowercase().str.strip_chars().str.replace_all(r"\s+", " ")
    odd = text.str.contains(r"[^\x00-\x7f]").fill_null(value=False)
    if not odd.any():
        return text
    at = odd.arg_true()
    return text.scatter(at, [folded(one) for one in text.gather(at).to_list()])


def _number(text: pl.Series) -> pl.Series:
    european = text.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    text = european.zip_with(text.str.contains(_EUROPEAN).fill_null(value=False), text)
    grouped = text.str.replace_all(_GROUP, "")
    text = grouped.zip_with(text.str.contains(_THOUSANDS).fill_null(value=False), text)
    return text.str.replace(",", ".", literal=True).cast(pl.Float64)
