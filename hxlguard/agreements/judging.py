"""Plain values -> a document that was judged by its schema, its meaning and its model, or an error.

The error holds all mistakes at once, with their lines.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from hxlguard.agreements.reading import (
    MOST_BYTES,
    Mistake,
    Plain,
    Reading,
    UnreadableText,
    parse_json,
    pointer_to,
    read_text,
)
from hxlguard.agreements.schema import schema_mistakes
from hxlguard.errors import AgreementError
from hxlguard.model.document import DocumentModel

Document = TypeVar("Document", bound=DocumentModel)


@dataclass(frozen=True, slots=True)
class Form(Generic[Document]):
    """A kind of document.

    Attributes:
        called: what people call it, with its article.
        schema: name of its JSON Schema in `schemas/`.
        model: what it becomes.
        meaning: finds what no schema can say.
        remedy: what to do where there is no such file.
    """

    called: str
    schema: str
    model: type[Document]
    meaning: Callable[[Plain], Iterable[Mistake]]
    remedy: Callable[[], str]


def read_file(path: Path | Traversable, name: str, form: Form[Any]) -> Reading:
    """Read the text of a YAML or JSON file.

    Raises:
        AgreementError: it cannot be opened, or is no YAML or JSON.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = os.strerror(number).lower() if number else "cannot be read"
        raise AgreementError(
            f"cannot be opened ({reason})", where=name, remedy=form.remedy()
        ) from None
    try:
        return read_text(data, is_json=path.name.endswith(".json"))
    except UnreadableText as error:
        raise refusal(name, [error.mistake]) from None


def read_mapping(source: Mapping[str, Any]) -> Reading:
    """Read a document given as plain values.

    Raises:
        AgreementError: its values are not plain.
    """
    try:
        return parse_json(json.dumps(dict(source)))
    except (TypeError, ValueError, RecursionError):
        mistake = Mistake("", "not plain values: use text, whole numbers, lists and mappings")
    except UnreadableText as error:
        mistake = error.mistake
    raise refusal("<mapping>", [mistake])


def judged(reading: Reading, name: str, form: Form[Document]) -> tuple[Document, str]:
    """The document, and the SHA-256 of its canonical JSON.

    Raises:
        AgreementError: it cannot be used; `mistakes` holds every mistake with line and path.
    """
    value = reading.value
    if not isinstance(value, dict) or not {"apiVersion", "kind"} & value.keys():
        what = f"not {form.called}: it does not begin with `apiVersion` and `kind`"
        raise refusal(name, [Mistake("", what)])
    mistakes = [*schema_mistakes(value, form.schema), *form.meaning(value)]
    canonical = _canonical(value)
    try:
        document = form.model.model_validate_json(canonical, strict=True)
    except ValidationError as error:
        mistakes += _model_mistakes(error, value, {mistake.pointer for mistake in mistakes})
    if reading.mistakes or mistakes:
        raise refusal(name, mistakes, reading)
    return document, hashlib.sha256(canonical).hexdigest()


def _canonical(value: Plain) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _model_mistakes(error: ValidationError, value: Plain, known: set[str]) -> Iterator[Mistake]:
    """What the models refuse at places where nothing is reported already."""
    for found in error.errors(include_input=False, include_url=False, include_context=False):
        pointer = _pointer(found["loc"], value)
        if not any(each == pointer or each.startswith(f"{pointer}/") for each in known):
            yield Mistake(pointer, found["msg"].removeprefix("Value error, "))


def _pointer(location: Iterable[str | int], value: Plain) -> str:
    """The place in the document; pydantic names the branches of a union too, so they are left."""
    pointer = ""
    for key in location:
        steps: Mapping[Any, Plain] = {}
        if isinstance(value, dict):
            steps = value
        elif isinstance(value, list):
            steps = dict(enumerate(value))
        if key in steps:
            value, pointer = steps[key], pointer_to(pointer, key)
    return pointer


def refusal(
    name: str, mistakes: Iterable[Mistake], reading: Reading | None = None
) -> AgreementError:
    """One error for all mistakes: first what makes the text itself doubtful, then by line."""
    reading = reading or Reading()
    texts = (*_rendered(reading.mistakes, reading.lines), *_rendered(mistakes, reading.lines))
    count = "" if len(texts) == 1 else f"{len(texts)} mistakes, the first: "
    return AgreementError(f"cannot be used, {count}{texts[0]}", where=name, mistakes=texts)


def _rendered(mistakes: Iterable[Mistake], lines: Mapping[str, int]) -> Iterator[str]:
    located = {(_line(mistake, lines), mistake.pointer, mistake.what) for mistake in mistakes}
    for line, pointer, what in sorted(located):
        place = ", ".join(filter(None, (f"line {line}" if line else "", pointer)))
        yield f"{place}: {what}" if place else what


def _line(mistake: Mistake, lines: Mapping[str, int]) -> int:
    """The line of the place itself, or of the nearest thing around it; 0 where none is known."""
    if mistake.line:
        return mistake.line
    pointer = mistake.pointer
    while pointer and pointer not in lines:
        pointer = pointer.rpartition("/")[0]
    return lines.get(pointer, 0)
