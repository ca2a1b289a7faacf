"""Whether cells look like pseudonyms, and whether they are masked.

A pseudonym that was made with a key cannot be told from a plain digest. So what has the shape of
one may be one; what has not is none, and neither is a name in hexadecimal or base64.
"""

from __future__ import annotations

import polars as pl

_HEX_DIGITS, _HEX_VARIETY = 32, 8
_TOKEN_LENGTH, _TOKEN_VARIETY, _LETTER_VARIETY = 22, 12, 14
"""Words and numbers counted up repeat their signs more than chance does. Measured over 300,000
random identifiers: one in 1,000 (base32), in 15,000 (base64) or none (hexadecimal) is not seen."""

_HEX = rf"^(?:[0-9a-f]{{{_HEX_DIGITS},}}|[0-9A-F]{{{_HEX_DIGITS},}})$"
_UUID = r"^(?:uuid:)?\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$"
_BASE32 = rf"^(?:[A-Z2-7]{{{_TOKEN_LENGTH},}}|[a-z2-7]{{{_TOKEN_LENGTH},}})={{0,6}}$"
_BASE64 = rf"^(?:[A-Za-z0-9_-]{{{_TOKEN_LENGTH},}}|[A-Za-z0-9+/]{{{_TOKEN_LENGTH},}})={{0,2}}$"
_ASCII = r"20|2[7b-f]|3[0-9a]|4[0-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a]"
_NEXT = r"[89ab][0-9a-f]"
_TEXT_IN_HEX = rf"(?i)^(?:{_ASCII}|(?:c[3-9a-f]|d[0-9a-f]){_NEXT}|e[0-9a-f]{_NEXT}{_NEXT})+$"
"""UTF-8 of letters, digits and what stands between them; of 500,000 digests 1 looked so."""
_RUN = "|".join(f"{sign}{{8,}}" for sign in "0123456789abcdefghijklmnopqrstuvwxyz")
_CHANGE = r"[a-z][^a-z]|[A-Z][^A-Z]|[0-9][^0-9]|[_+/-][A-Za-z0-9]"

_MASK_SIGN = r"[*#\x{2022}\x{25cf}\x{2588}]"
_MASK_RUN = r"[xX]{2,}"
_MASK = f"{_MASK_SIGN}|{_MASK_RUN}"
_SHOWN = r"[\p{L}\p{N}]"
MOST_SHOWN = 4
"""Letters and digits that a masked identifier may show, as payment cards do."""


def looks_like_pseudonym(texts: pl.Series) -> pl.Series:
    """For each cell, whether it has the shape of a random identifier or a digest."""
    text = texts.str.strip_chars()
    is_uuid = text.str.contains(_UUID)
    is_hex = is_uuid | text.str.contains(_HEX)
    is_token = text.str.contains(_BASE32) | text.str.contains(_BASE64)
    candidates = (is_hex | is_token).arg_true()
    found = pl.repeat(value=False, n=len(text), dtype=pl.Boolean, eager=True)
    if candidates.is_empty():
        return found
    text, is_hex = text.gather(candidates), is_hex.gather(candidates)
    return found.scatter(candidates, _looks_random(text, is_hex) & ~_spells_text(text))


def _spells_text(text: pl.Series) -> pl.Series:
    """For each cell, whether it is text in hexadecimal or base64; chance hardly ever is."""
    signs = pl.col("text")
    letters = signs.str.replace_many(["-", "_"], ["+", "/"]).str.strip_chars_end("=")
    padded = letters + pl.lit("===").str.slice(0, -letters.str.len_chars().cast(pl.Int64) % 4)
    unpacked = padded.str.decode("base64", strict=False).bin.encode("hex")
    return (
        text.alias("text")
        .to_frame()
        .select(
            signs.str.contains(_TEXT_IN_HEX)
            | unpacked.str.contains(_TEXT_IN_HEX).fill_null(value=False)
        )["text"]
    )


def are_counted_up(first: str, last: str) -> bool:
    """Whether the texts of a column, given by the ends of their sorted list, begin all alike.

    Random ones do not share half of their signs.
    """
    return first != last and last.startswith(first[: (len(first) + 1) // 2])


def _looks_random(text: pl.Series, is_hex: pl.Series) -> pl.Series:
    signs = pl.col("text")
    variety = signs.str.replace_all("[-{}:=]", "").str.split("").list.n_unique()
    mixed_case = signs.str.contains("[a-z]") & signs.str.contains("[A-Z]")
    # base32 mixes letters and digits, base64 both cases too, and neither keeps to one for long
    changes = signs.str.count_matches(_CHANGE) + signs.str.slice(1).str.count_matches(_CHANGE)
    is_base32 = signs.str.contains(_BASE32)
    has_digits = signs.str.contains("[2-7]") | (variety >= _LETTER_VARIETY)
    mixes = (
        pl.when(mixed_case)
        .then(changes * 4 >= signs.str.len_chars())
        .otherwise(is_base32 & has_digits)
    )
    return pl.DataFrame({"text": text, "is_hex": is_hex}).select(
        (
            ~signs.str.to_lowercase().str.contains(_RUN)
            & pl.when("is_hex")
            .then(variety >= _HEX_VARIETY)
            .otherwise((variety >= _TOKEN_VARIETY) & mixes)
        ).alias("found")
    )["found"]


def is_masked(texts: pl.Series) -> pl.Series:
    """For each cell, whether it shows little, and hides as much as it shows."""
    maybe = (texts.str.contains(_MASK) | ~texts.str.contains(_SHOWN)).arg_true()
    found = pl.repeat(value=False, n=len(texts), dtype=pl.Boolean, eager=True)
    return found.scatter(maybe, _hides_enough(texts.gather(maybe))) if len(maybe) else found


def _hides_enough(texts: pl.Series) -> pl.Series:
    text = pl.col("text")
    rest = text.str.replace_all(_MASK_RUN, "")
    hidden = text.str.count_matches(_MASK_SIGN) + text.str.len_chars() - rest.str.len_chars()
    shown = rest.str.count_matches(_SHOWN)
    return (
        texts.alias("text")
        .to_frame()
        .select(((shown <= MOST_SHOWN) & (hidden >= shown)).alias("masked"))["masked"]
    )
