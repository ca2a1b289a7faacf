"""The text of an agreement -> plain values and the line of each: YAML 1.2 core, made strict.

Anchors, aliases, tags, merge keys and duplicate keys are refused, decimals and dates stay text
(yaml.org/spec/1.2.2, chapter 10.3, less what surprises people), and so for JSON (RFC 8259).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

MOST_BYTES = 1 << 20
MOST_DEPTH = 32
MOST_NODES = 20_000

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_SLIPS = (ValueError, OverflowError)
"""What PyYAML lets slip on escapes beyond Unicode and on version numbers without end."""

_NO_PROBLEM = "this line, or the one above, cannot be read; look at its quotes and its indent"
_PROBLEMS = (
    ("'\\t' that cannot start", "a tab stands where only spaces may; indent with spaces"),
    ("that cannot start any token", "a text begins with a sign of YAML; put the text in quotes"),
    ("mapping values are not allowed", "a colon too many, or a wrong indent; put text in quotes"),
    ("could not find expected ':'", "a line without its colon; write `key: value`"),
    ("expected <block end>", "the indent does not fit the lines above; align them"),
    ("end of stream", "a quote is opened and never closed; close it"),
    ("document separator", "a quote is opened and never closed; close it"),
    ("expected ',' or", "a bracket is opened and never closed, or a comma is missing; add it"),
    ("escape", "a backslash stands before a sign that it does not go with; write two of them"),
    ("alias", "anchors and aliases are not allowed; write it out"),
    ("anchor", "anchors and aliases are not allowed; write it out"),
    ("enclosed in double quotes", "a key without double quotes, or a comma too many; mend it"),
    ("',' delimiter", "a comma is missing; add it"),
    ("':' delimiter", "a colon is missing after a key; add it"),
    ("Expecting value", "a value is missing; give one"),
    ("trailing comma", "a comma too many; remove it"),
    ("Extra data", "something stands after the end of the document; remove it"),
    ("Unterminated string", "a quote is opened and never closed; close it"),
    ("Invalid control character", "a line break or tab inside quotes; remove it"),
)
"""What PyYAML and the json module say, in part, and what hxlguard says instead."""

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong with a document.

    Attributes:
        pointer: JSON pointer of the place, or an empty string for the whole document.
        what: one sentence in lower case, the remedy included.
        line: line from 1, or None where it is not known.
    """

    pointer: str
    what: str
    line: int | None = None


class UnreadableText(Exception):
    """The text is no document at all; carries the one mistake."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.what)
        self.mistake = mistake


@dataclass(slots=True)
class Reading:
    """What a text says.

    Attributes:
        value: the document as plain values.
        lines: line from 1 of each JSON pointer.
        mistakes: what is wrong, though the text could be read to its end.
    """

    value: Plain = None
    lines: dict[str, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def read_text(data: bytes, *, is_json: bool) -> Reading:
    """Read `data`, UTF-8 of at most 1 MiB, 32 levels and 20,000 values.

    Raises:
        UnreadableText: it cannot be read to its end, or is beyond a limit.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableText(Mistake("", "larger than 1 MiB; an agreement is a short document"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableText(Mistake("", "not UTF-8 text; save it as UTF-8")) from None
    return _read_json(text) if is_json else _read_yaml(text)


def pointer_to(pointer: str, key: str | int) -> str:
    """Extend a JSON pointer (RFC 6901) by one step."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def line_of(pointer: str, lines: Mapping[str, int]) -> int | None:
    """The line of a place, or of the nearest thing around it; None where none is known."""
    while pointer and pointer not in lines:
        pointer = pointer.rpartition("/")[0]
    return lines.get(pointer)


def _read_yaml(text: str) -> Reading:
    try:
        return _Composer(text).document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise UnreadableText(Mistake("", _explained("YAML", error.problem), line)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"not valid YAML: the character {_code_point(error.character)} may not stand in it"
        raise UnreadableText(Mistake("", f"{what}; remove it", line)) from None
    except (yaml.YAMLError, *_SLIPS):
        raise UnreadableText(Mistake("", _explained("YAML", None))) from None


def _explained(language: str, problem: str | None) -> str:
    """A parser's words in ours: theirs may quote the text, and name what only they know."""
    known = next((ours for theirs, ours in _PROBLEMS if theirs in (problem or "")), _NO_PROBLEM)
    return f"not valid {language}: {known}"


def _code_point(character: str | int) -> str:
    number = ord(character) if isinstance(character, str) else character
    return f"U+{number:04X}"


def parse_json(text: str) -> Reading:
    """Read JSON without the lines.

    Raises:
        UnreadableText: it is not JSON, or nested beyond what can be read.
    """
    duplicates: list[str] = []

    def mapping(pairs: list[tuple[str, Plain]]) -> Plain:
        counts = Counter(key for key, _ in pairs)
        duplicates.extend(key for key, count in counts.items() if count > 1)
        return dict(pairs)

    try:
        value: Plain = json.loads(
            text,
            object_pairs_hook=mapping,
            parse_float=str,
            parse_int=_scalar,
            parse_constant=str,
        )
    except json.JSONDecodeError as error:
        raise UnreadableText(Mistake("", _explained("JSON", error.msg), error.lineno)) from None
    except RecursionError:
        raise UnreadableText(_too_deep(None)) from None
    repeated = [Mistake("", f"the key `{key}` stands twice") for key in duplicates]
    return Reading(value, mistakes=repeated)


def _read_json(text: str) -> Reading:
    """JSON is judged as JSON; its lines are those that it has as YAML, where it is YAML too."""
    reading = parse_json(text)
    try:
        placed = _Composer(text.replace("\t", " ")).document()
    except (yaml.YAMLError, *_SLIPS):
        return reading
    return Reading(reading.value, placed.lines, placed.mistakes or reading.mistakes)


class _Composer:
    """Builds values from PyYAML's events, which come without recursion."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.SafeLoader))
        self._nodes = 0
        self._reading = Reading()

    def document(self) -> Reading:
        next(self._events)
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            raise UnreadableText(Mistake("", "empty"))
        self._reading.value = self._node(next(self._events), "", 1)
        next(self._events)
        if isinstance(again := next(self._events), yaml.DocumentStartEvent):
            line = _line(again)
            raise UnreadableText(Mistake("", "more than one document in one file", line))
        return self._reading

    def _node(self, event: yaml.Event, pointer: str, depth: int) -> Plain:
        line = _line(event)
        self._reading.lines.setdefault(pointer, line)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise UnreadableText(Mistake("", f"more than {MOST_NODES:,} values", line))
        if depth > MOST_DEPTH:
            raise UnreadableText(_too_deep(line))
        self._refuse_indirection(event, pointer, line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(pointer, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(pointer, depth)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if event.style is None else str(event.value)
        return None

    def _mapping(self, pointer: str, depth: int) -> Plain:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise UnreadableText(Mistake(pointer, "a key must be a plain word", line))
            key = str(event.value)
            place = pointer_to(pointer, key)
            self._refuse_indirection(event, place, line)
            if key == "<<" and event.style is None:
                self._mistake(place, "merge keys are not allowed; write the entries out", line)
            if key in found:
                self._mistake(place, f"the key `{key}` stands twice", line)
            self._reading.lines[place] = line
            found[key] = self._node(next(self._events), place, depth + 1)
        return found

    def _sequence(self, pointer: str, depth: int) -> Plain:
        found: list[Plain] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(event, pointer_to(pointer, len(found)), depth + 1))
        return found

    def _refuse_indirection(self, event: yaml.Event, pointer: str, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._mistake(pointer, "anchors and aliases are not allowed; write it out", line)
        if getattr(event, "tag", None):
            self._mistake(pointer, "YAML tags are not allowed; quote the text instead", line)

    def _mistake(self, pointer: str, what: str, line: int) -> None:
        self._reading.mistakes.append(Mistake(pointer, what, line))


def _scalar(text: str) -> Plain:
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1


def _too_deep(line: int | None) -> Mistake:
    return Mistake("", f"nested deeper than {MOST_DEPTH} levels", line)
