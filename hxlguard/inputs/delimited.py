"""Comma, semicolon, tab or pipe separated text (RFC 4180, and what spreadsheets really write)."""

from __future__ import annotations

import csv
from collections import Counter
from io import BytesIO, TextIOWrapper
from itertools import islice, pairwise
from pathlib import PurePath

from hxlguard.inputs.delimited_feed import feeding
from hxlguard.inputs.delimited_grid import Dialect, Scan, scan
from hxlguard.inputs.delimited_rows import cells_of_any_length
from hxlguard.inputs.doubts import text_doubts
from hxlguard.inputs.encoding import UTF_8, Decoding, find_decoding, is_text, opening_codec
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.rectangle import ragged
from hxlguard.model.table import RawTable, Unread

_DELIMITERS = (",", ";", "\t", "|")
_ROWS_JUDGED = 200
_BYTES_JUDGED = 2**24


class Delimited:
    """Reads whatever is text; it is asked last."""

    media_type = "text/csv"

    def accepts(self, payload: Payload) -> bool:
        """True for text in a known encoding."""
        return is_text(payload)

    def read(self, payload: Payload) -> Parts:
        """Read one table: every line, every cell, text exactly as it is written.

        Text is taken for UTF-8 until a byte says otherwise, so that one walk is enough for most.

        Raises:
            SourceError: it cannot be read, is too wide, or holds a row that is too long.
        """
        if opening_codec(payload) in (None, *UTF_8):
            try:
                return _read(payload, Decoding("utf-8-sig"))
            except UnicodeDecodeError:
                pass
        return _read(payload, find_decoding(payload))


READER = Delimited()


def _read(payload: Payload, decoding: Decoding) -> Parts:
    dialect = Dialect(decoding, _find_delimiter(payload, decoding))
    found, grid = scan(payload, dialect)
    anomalies = ragged(grid, found.widths)
    table = RawTable(PurePath(payload.name).stem, grid, anomalies=anomalies)
    doubts = text_doubts(decoding, table, may_hold_nulls=found.has_nulls)
    unread = (*_unclosed(payload, dialect, found), *doubts)
    return Parts((table,), unread=unread, sha256=found.sha256)


def _find_delimiter(payload: Payload, decoding: Decoding) -> str:
    """Take the delimiter that gives the largest share of the first rows one same width."""
    with payload.opened() as file:
        opening = file.read(_BYTES_JUDGED)

    def merit(delimiter: str) -> tuple[float, bool, bool, int]:
        lines = TextIOWrapper(BytesIO(opening), decoding.codec, errors="replace", newline="")
        reader = csv.reader(lines, delimiter=delimiter)
        rows = [row for row in islice(reader, _ROWS_JUDGED) if any(row)]
        widths = Counter(len(row) for row in rows if len(row) > 1 and not _is_torn(row))
        if not widths:
            return (0.0, False, False, 1)
        width, count = widths.most_common(1)[0]
        decimal = delimiter == "," and all(map(_only_decimal_commas, rows))
        return (count / len(rows), delimiter == "\t", not decimal, width)

    with cells_of_any_length():
        return max(_DELIMITERS, key=merit)


def _is_torn(row: list[str]) -> bool:
    """True where a cell is half of a quoted text, which the wrong delimiter leaves."""
    return any(cell.count('"') % 2 for cell in row if '"' in cell)


def _only_decimal_commas(row: list[str]) -> bool:
    return all(left[-1:].isdigit() and right[:1].isdigit() for left, right in pairwise(row))


def _unclosed(payload: Payload, dialect: Dialect, found: Scan) -> tuple[Unread, ...]:
    if found.open_line is None:
        return ()
    line = _lines_before_last_piece(payload, dialect, found) + found.open_line
    reason = (
        f"row {found.height} opens a quote that is never closed, at or after line {line},"
        " so everything after it is one cell; close the quote"
    )
    return (Unread("", "part-not-read", reason),)


def _lines_before_last_piece(payload: Payload, dialect: Dialect, found: Scan) -> int:
    with feeding(payload, dialect.decoding) as feed:
        texts = (feed.take(piece.size) for piece in found.pieces[:-1])
        return sum(text.count(b"\n") + text.count(b"\r") - text.count(b"\r\n") for text in texts)
