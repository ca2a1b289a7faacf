"""Cells as recognizers see them, whatever script, program or trick wrote them."""

from __future__ import annotations

import polars as pl

from hxlguard.matching import contains

_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0"
    "\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0"
    "\ua900\ua9d0\ua9f0\uaa50\uabf0\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0"
    "\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730\U000118e0\U00011950\U00011c50"
    "\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50\U0001e140\U0001e2f0\U0001e950"
)
"""The digit zero of every script whose digits NFKC leaves alone; nine more follow each."""

_DIGITS = {chr(ord(zero) + value): str(value) for zero in _ZEROS for value in range(10)}
_SIGNS = {
    "\u00ba": "\u00b0",  # NFKC makes the letter `o` of this degree sign
    "\u02da": "\u00b0",
    "\u2033": '"',
    "\u201d": '"',
    "\u066b": ".",
    "\u060c": ",",
    "\u061b": ";",
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),
}
"""Signs that stand for a degree, for seconds, and between numbers, as writers interchange them."""

_INVISIBLE = (
    r"[\p{Cf}\p{Variation_Selector}\x{34f}\x{115f}\x{1160}\x{3164}]"
    r"|[\x00-\x08\x0e-\x1b\x7f-\x{84}\x{86}-\x{9f}]"
)
_LINE_BREAK = r"[\t\n\x0b\x0c\r\x1c-\x1f\x{85}\x{2028}\x{2029}\x{2800}]+"
_CONTROL = r"[\x00-\x1f\x7f]"
_FLOAT = r"([0-9]{7})[.,]0+\b"
_SCIENTIFIC = r"^\s*[-+]?[0-9](?:[.,][0-9]+[eE][-+]?|[eE]\+)0?[0-9]{1,2}\s*$"
_QUOTED = r"^(?:=\"(.*)\"|[\x{2018}\x{2019}`]([0-9+].*))$"
"""A number that is kept as text by a formula, or by a mark that became another on its way."""

ODD = r"[^\x20-\x7e]|^['=`]|[0-9]{7}[.,]0|[0-9][eE][-+]?[0-9]"
"""Cells that may be seen otherwise than they are written; the others pass as they are."""


def normalised(text: pl.Series) -> pl.Series:
    """Cells as recognizers see them.

    NFKC, ASCII digits, one line, nothing invisible, no leading `'` or `=""`; whole numbers that a
    program wrote as fractions (`963944555123.0`, `9.63944555123E+11`) are whole again.
    """
    odd = contains(text, ODD).fill_null(value=False)
    if not odd.any():
        return text
    at = odd.arg_true()
    return text.clone().scatter(at, _rewritten(text.gather(at)))


def _rewritten(text: pl.Series) -> pl.Series:
    if text.str.contains(r"[^\x00-\x7f]").any():
        text = (
            text.str.replace_many(list(_SIGNS), list(_SIGNS.values()))
            .str.normalize("NFKC")
            .str.replace_many(list(_DIGITS), list(_DIGITS.values()))
            .str.replace_all(_LINE_BREAK, " ")
            .str.replace_all(_INVISIBLE, "")
        )
    elif text.str.contains(_CONTROL).any():
        text = text.str.replace_all(_LINE_BREAK, " ").str.replace_all(_INVISIBLE, "")
    return _whole_numbers(text.str.strip_prefix("'").str.replace(_QUOTED, "$1$2"))


def _whole_numbers(text: pl.Series) -> pl.Series:
    scientific = text.str.contains(_SCIENTIFIC)
    if scientific.any():
        number = text.str.replace(",", ".", literal=True).str.strip_chars()
        plain = number.cast(pl.Float64, strict=False).cast(pl.String)
        text = plain.zip_with(scientific & plain.is_not_null(), text)
    return text.str.replace_all(_FLOAT, "$1")
