"""Comma, semicolon, tab or pipe separated text (RFC 4180, and what spreadsheets really write)."""

from __future__ import annotations

import csv
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from itertools import chain, islice, pairwise, repeat
from pathlib import PurePath

from hxlguard.errors import SourceError
from hxlguard.inputs.doubts import text_doubts
from hxlguard.inputs.encoding import Decoding, find_decoding, is_text
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.rectangle import table_of_rows
from hxlguard.model.table import Unread

_DELIMITERS = (",", ";", "\t", "|")
_ROWS_JUDGED = 200

_field_limit = threading.Lock()


class Delimited:
    """Reads whatever is text; it is asked last."""

    media_type = "text/csv"

    def accepts(self, payload: Payload) -> bool:
        """True for text in a known encoding."""
        return is_text(payload.data)

    def read(self, payload: Payload) -> Parts:
        """Read one table: every line, every cell, text exactly as it is written.

        Raises:
            SourceError: the table is too large.
        """
        decoding = find_decoding(payload.data)
        ending = _Ending()
        with _cells_of_any_length(len(payload.data)):
            delimiter = _find_delimiter(payload.data, decoding)
            rows = _without_blank_ending(ending.watch(_lines(payload.data, decoding), delimiter))
            try:
                table = table_of_rows(PurePath(payload.name).stem, rows, where=payload.name)
            except csv.Error:
                raise SourceError(
                    "its rows cannot be told apart",
                    where=payload.name,
                    remedy="save it again as CSV",
                ) from None
        return Parts((table,), unread=(*_unclosed(ending), *text_doubts(decoding, table)))


READER = Delimited()


class _Ending:
    """Follows the rows of a file and notices when a quoted cell swallows its end."""

    def __init__(self) -> None:
        self.rows = 0
        self.unclosed_line: int | None = None

    def watch(self, lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
        """Yield every row.

        A line of one delimiter is put after the last one. It comes back as a row of two
        empty cells, unless a quote is still open: then it ends up inside the last cell.
        """
        reader = csv.reader(chain(lines, [delimiter]), delimiter=delimiter)
        held: list[str] | None = None
        begins, ends = 1, 0
        for row in reader:
            if held is not None:
                self.rows += 1
                yield held
            begins, ends, held = ends + 1, reader.line_num, row
        if held and held != ["", ""]:
            self.rows += 1
            self.unclosed_line = begins
            yield [*held[:-1], held[-1].removesuffix(delimiter)]


def _without_blank_ending(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Leave out the blank lines after the last row, as a spreadsheet does."""
    blanks = 0
    for row in rows:
        if row:
            yield from repeat([], blanks)
            yield row
            blanks = 0
        else:
            blanks += 1


@contextmanager
def _cells_of_any_length(length: int) -> Iterator[None]:
    """Lift the csv module's limit, which is global, and put it back."""
    with _field_limit:
        before = csv.field_size_limit(max(length, 1))
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _lines(data: bytes, decoding: Decoding) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(data), encoding=decoding.codec, errors="replace", newline="")


def _find_delimiter(data: bytes, decoding: Decoding) -> str:
    """Take the delimiter that gives the largest share of the first rows one same width."""

    def merit(delimiter: str) -> tuple[float, bool, bool, int]:
        reader = csv.reader(_lines(data, decoding), delimiter=delimiter)
        rows = [row for row in islice(reader, _ROWS_JUDGED) if any(row)]
        widths = Counter(len(row) for row in rows if len(row) > 1 and not any(map(_torn, row)))
        if not widths:
            return (0.0, False, False, 1)
        width, count = widths.most_common(1)[0]
        decimal = delimiter == "," and all(map(_only_decimal_commas, rows))
        return (count / len(rows), delimiter == "\t", not decimal, width)

    return max(_DELIMITERS, key=merit)


def _torn(cell: str) -> bool:
    """True for half of a quoted text, which the wrong delimiter leaves."""
    return cell.count('"') % 2 == 1


def _only_decimal_commas(row: list[str]) -> bool:
    return all(left[-1:].isdigit() and right[:1].isdigit() for left, right in pairwise(row))


def _unclosed(ending: _Ending) -> tuple[Unread, ...]:
    if ending.unclosed_line is None:
        return ()
    reason = (
        f"row {ending.rows} opens a quote that is never closed, at or after line"
        f" {ending.unclosed_line}, so everything after it is one cell; close the quote"
    )
    return (Unread("", "part-not-read", reason),)
