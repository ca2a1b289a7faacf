"""Texts that leave with a file outside of its cells: headers, names, charts, properties, notes ...

Nobody may need to see them, so they make no table. They are looked at, and a hit holds the file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote
from xml.parsers import expat

import polars as pl

from hxlguard.inputs.workbook_xml import local
from hxlguard.model.table import RawTable

_SHORTEST = 5
"""No address and no number that leads to a person is shorter."""

_PARAGRAPHS = ("is", "p", "si", "text")
"""Elements whose text may be cut into runs, so that only together they say something."""

_ASIDE = "rPh"
"""The reading of a text, which is no part of it."""

_VOCABULARY = re.compile(
    r"-?\d*\.?\d*(E[-+]?\d+)?|\d+:\d+( \d+:\d+)*"
    r"|\{?[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}?"
    r"|\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?"
    r"|\w+Office/[\d.]+\$\w+ [\w.]+_project/\w+(\$Build-\d+)?"
    r"|http://(schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|www\.w3\.org)/[\w./#-]*",
    re.IGNORECASE,
)
"""What programs write about every file: numbers, identifiers, references and schemas."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,15}://|^(mailto|tel|sip|sms):")
_MARKUP = re.compile(rb"[<>\"']")
_LITERAL = re.compile(r'"([^"]+)"|\'([^\']+)\'')

_RUNS = (
    (re.compile(rb"[\x20-\x7e\xa0-\xff]{5,}"), "latin-1"),
    (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\xff]\x06){5,}"), "utf-16-le"),
    (re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]|\x06[\x00-\xff]){5,}"), "utf-16-be"),
)


def xml_texts(part: bytes) -> set[str]:
    """Every text, attribute value and comment of an XML part, even of a broken one."""
    if b"\0" in part or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        return binary_texts(part)
    walk = _Walk()
    try:
        walk.parser.Parse(part, True)
    except (expat.ExpatError, ValueError):
        pieces = _MARKUP.split(part)
        return walk.found | {html.unescape(piece.decode(errors="replace")) for piece in pieces}
    return walk.found


class _Walk:
    """The state of a walk over a part."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.CommentHandler = self.found.add
        self.parser.ProcessingInstructionHandler = lambda _target, data: self.found.add(data)
        self._open: list[list[str]] = [[]]
        self._paragraph: list[str] | None = None
        self._aside = 0
        self._roles = _Roles()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.found.update(attributes.values())
        self._open.append([])
        role = self._roles[name]
        if role == _ASIDE:
            self._aside += 1
        elif role and self._paragraph is None:
            self._paragraph = self._open[-1]

    def end(self, name: str) -> None:
        text = self._open.pop()
        if text:
            self.found.add("".join(text).strip())
        if text is self._paragraph:
            self._paragraph = None
        self._aside -= self._roles[name] == _ASIDE

    def characters(self, text: str) -> None:
        paragraph = None if self._aside else self._paragraph
        target = self._open[-1] if paragraph is None else paragraph
        target.append(text)


class _Roles(dict[str, str]):
    """By the full name of an element its own name, where that changes how its text is read."""

    def __missing__(self, name: str) -> str:
        own = local(name)
        self[name] = own if own in (*_PARAGRAPHS, _ASIDE) else ""
        return self[name]


def literals(formula: str) -> list[str]:
    """The texts that a formula quotes, names of sheets and files included."""
    return [one or other for one, other in _LITERAL.findall(html.unescape(formula))]


def binary_texts(data: bytes) -> set[str]:
    """Every run of printable characters in bytes of any kind."""
    return {
        run.decode(codec, errors="replace")
        for pattern, codec in _RUNS
        for run in pattern.findall(data)
    }


def nested_texts(value: object) -> Iterator[str]:
    """Every text in a value made of mappings, lists and tuples, keys included."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from nested_texts(key)
            yield from nested_texts(held)
    elif isinstance(value, list | tuple | set | frozenset):
        for held in value:
            yield from nested_texts(held)
    elif isinstance(value, bytes):
        yield value.decode(errors="replace")
    elif value is not None:
        yield str(value)


def outside(texts: Iterable[str], tables: Iterable[RawTable]) -> tuple[str, ...]:
    """The texts that no cell holds and that a person may have written, sorted.

    An address of the web is no find by itself, but what stands in it may be; so it comes without
    its scheme and with its escapes undone.
    """
    kept = {_without_scheme(text.strip()) for text in texts if _is_worth_a_look(text.strip())}
    left = pl.Series(sorted(kept), dtype=pl.String)
    for column in (
        column for table in tables for batch in table.grid.batches() for column in batch
    ):
        if left.is_empty():
            break
        left = left.filter(~left.is_in(_found(left, column).implode()))
    return tuple(left)


def _found(texts: pl.Series, column: pl.Series) -> pl.Series:
    """Those that are cells, or lines of cells that have several."""
    cells = column.drop_nulls()
    lines = cells.filter(cells.str.contains("\n", literal=True)).str.split("\n").explode()
    stripped = pl.concat([cells, lines]).str.strip_chars()
    return stripped.filter(stripped.is_in(texts.implode()))


def _is_worth_a_look(text: str) -> bool:
    return len(text) >= _SHORTEST and not _VOCABULARY.fullmatch(text)


def _without_scheme(text: str) -> str:
    plain = unquote(_SCHEME.sub("", text)) if _SCHEME.search(text) else text
    return plain.encode(errors="replace").decode()
