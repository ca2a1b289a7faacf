"""What makes a text doubtful after it was read: broken bytes and null characters."""

from __future__ import annotations

import polars as pl

from hxlguard.inputs.encoding import Decoding
from hxlguard.inputs.rectangle import rows_where
from hxlguard.model.table import RawTable, Unread

_REMEDY = "save it again as UTF-8"
_REPLACED = "\ufffd"
_NULL = "\0"


def text_doubts(
    decoding: Decoding, table: RawTable, *, part: str = "", may_hold_nulls: bool = True
) -> tuple[Unread, ...]:
    """Everything about the characters of a table that must hold it.

    `may_hold_nulls` is False when it is known to hold no null character.
    """
    reasons = []
    if decoding.doubt:
        reasons.append(f"{decoding.doubt}{_place(table, _REPLACED)}; {_REMEDY}")
    nulls = _place(table, _NULL) if may_hold_nulls else ""
    if nulls:
        reasons.append(f"it holds null characters{nulls}; {_REMEDY}")
    return tuple(Unread(part, "bytes-not-decoded", reason) for reason in reasons)


def _place(table: RawTable, character: str) -> str:
    found = pl.any_horizontal(pl.all().str.contains(character, literal=True))
    rows = rows_where(table.grid, found)
    if not rows.count:
        return ""
    count = "1 row" if rows.count == 1 else f"{rows.count} rows"
    return f" ({count}, first row {rows.first[0]})"
