"""JSON that holds tables: arrays of arrays, arrays of objects, GeoJSON, JSON Lines, nested ones.

The shapes are those that libhxl reads, but every array of rows in a document becomes a table,
and what stands outside of them becomes one more, because all of it leaves with the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, repeat, zip_longest
from pathlib import PurePath

from hxlguard.errors import SourceError
from hxlguard.inputs.doubts import text_doubts
from hxlguard.inputs.encoding import find_decoding, opening_text
from hxlguard.inputs.geojson import as_feature_list, flattened
from hxlguard.inputs.json_text import Number, cell_text, keep_repeated
from hxlguard.inputs.limits import MAX_JSON_DEPTH, MAX_TABLES, check_extent
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.rectangle import Row, table_of_rows
from hxlguard.model.table import RawTable

_OPENING = re.compile(
    r"\s*(\{\s*[\"}]|\[\s*([\[{\"\]\-0-9]|null\b|true\b|false\b|NaN\b|Infinity\b))"
)
_BLANK = re.compile(r"[\s\x1e]*")
_FIELD_NAME = re.compile(
    r"[a-z_][A-Za-z0-9_-]{0,40}|[0-9]{1,6}"
    r"|(?:Data|Items?|Records?|Results?|Rows?|Sheet|Tables?|Values?)_?[0-9]{0,3}"
)
_REMEDY = "give it the shape of an array of objects or an array of arrays"

Path = tuple[tuple[str, int], ...]
"""How to reach a value: at each step the key and its position, from 1."""

OTHER_VALUES = "(other values)"
"""The name of the table of what stands outside of all arrays of rows."""

KEYS = "keys"
"""Its column of the keys that lead to rows or to nothing and are no plain names of fields."""


class JsonRows:
    """Reads JSON documents and JSON Lines."""

    media_type = "application/json"

    def accepts(self, payload: Payload) -> bool:
        """True when the text opens as a JSON object or array does.

        A lone number or word is JSON too, but it is also a text of one cell, and read as such.
        """
        return _OPENING.match(opening_text(payload)) is not None

    def read(self, payload: Payload) -> Parts:
        """Read every array of rows; numbers keep the digits that were written.

        Raises:
            SourceError: it is not valid JSON, nests too deep, or holds no rows.
        """
        decoding = find_decoding(payload)
        text = payload.data.decode(decoding.codec, errors="replace")
        try:
            tables = tuple(_tables(_document(text, payload.name), payload.name))
        except RecursionError:
            raise SourceError(
                "its values are nested too deep", where=payload.name, remedy=_REMEDY
            ) from None
        doubts = (text_doubts(decoding, table, part=table.name) for table in tables)
        return Parts(tables, unread=tuple(chain.from_iterable(doubts)))


READER = JsonRows()


def _document(text: str, where: str) -> object:
    """Parse one document, or several in a row as JSON Lines has them, which become one list."""
    decoder = json.JSONDecoder(
        object_pairs_hook=keep_repeated,
        parse_int=Number,
        parse_float=Number,
        parse_constant=Number,
        strict=False,
    )
    values = []
    position = _after_blank(text, 0)
    while position < len(text):
        try:
            value, position = decoder.raw_decode(text, position)
        except json.JSONDecodeError as error:
            raise SourceError(
                "it is not valid JSON",
                where=f"{where}, line {error.lineno}, column {error.colno}",
                remedy="export it again",
            ) from None
        values.append(value)
        position = _after_blank(text, position)
    return values[0] if len(values) == 1 else values


def _after_blank(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _tables(document: object, where: str) -> Iterator[RawTable]:
    others: list[tuple[str, object]] = []
    keys: dict[str, None] = {}
    found = 0
    for path, value in _parts(document, ()):
        is_rows, is_blank = _is_rows(value), value in (None, "", [], {})
        if is_rows or is_blank:
            keys |= dict.fromkeys(key for key, _ in path if not _FIELD_NAME.fullmatch(key))
        else:
            others.append((_dotted(key for key, _ in path), value))
        if not is_rows:
            continue
        found += 1
        if found > MAX_TABLES:
            raise SourceError(
                f"it holds more than {MAX_TABLES:,} arrays of rows", where=where, remedy=_REMEDY
            )
        place = _dotted(_shown_step(key, index) for key, index in path)
        yield _table(place or PurePath(where).stem, value, where)
    if not found:
        raise SourceError("it holds no rows", where=where, remedy=_REMEDY)
    if others or keys:
        rows = _rows_of_others(others, list(keys))
        yield table_of_rows(OTHER_VALUES, rows, where=where, names_first=True)


def _rows_of_others(others: list[tuple[str, object]], keys: list[str]) -> Iterator[Row]:
    """One column for each value, and a last one for the keys that may name somebody."""
    yield [name for name, _ in others] + [KEYS] * bool(keys)
    values: Row = [cell_text(value) for _, value in others]
    blanks: Row = [None] * len(others)
    for row, key in zip_longest(chain([values], repeat(blanks, len(keys) - 1)), keys):
        yield row if key is None else [*row, _whole(key)]


def _parts(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every array of rows, and every value outside of them, in the order of the document."""
    if len(path) > MAX_JSON_DEPTH:
        raise RecursionError
    features = as_feature_list(value)
    if features:
        value, others = features
        yield path, value
        yield from _parts(others, path)
    elif isinstance(value, dict) and value:
        for index, (key, member) in enumerate(value.items(), 1):
            yield from _parts(member, (*path, (key, index)))
    elif isinstance(value, list) and not _is_rows(value) and _has_structure(value):
        for index, item in enumerate(value, 1):
            yield from _parts(item, (*path, (str(index), index)))
    else:
        yield path, value


def _shown_step(key: str, index: int) -> str:
    """A key as part of a table's name; one that may be somebody's name is counted instead."""
    return key if _FIELD_NAME.fullmatch(key) else str(index)


def _dotted(steps: Iterable[str]) -> str:
    return _whole(".".join(steps))


def _whole(text: str) -> str:
    """A text that any encoding can write: half a character becomes a question mark."""
    return text.encode(errors="replace").decode()


def _is_rows(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    kind = type(value[0])
    return kind in (list, dict) and all(type(item) is kind for item in value)


def _has_structure(values: list[object]) -> bool:
    return any(isinstance(value, list | dict) for value in values)


def _table(name: str, rows: object, where: str) -> RawTable:
    assert isinstance(rows, list)
    if isinstance(rows[0], list):
        return table_of_rows(name, (list(map(cell_text, row)) for row in rows), where=where)
    records = flattened(rows)
    names = list(dict.fromkeys(name for record in records for name in record))
    check_extent(len(records) + 1, len(names), where=where)
    return table_of_rows(name, _rows_of_objects(names, records), where=where, names_first=True)


def _rows_of_objects(names: list[str], records: list[dict[str, object]]) -> Iterator[Row]:
    yield names
    for record in records:
        yield [cell_text(record.get(name)) for name in names]
