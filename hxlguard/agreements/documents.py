"""Documents of every kind: YAML or JSON -> a judged document; all mistakes at once."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from pydantic import ValidationError

from hxlguard.agreements.reading import (
    MOST_BYTES,
    Mistake,
    Plain,
    Reading,
    UnreadableText,
    line_of,
    parse_json,
    pointer_to,
    read_text,
)
from hxlguard.agreements.schema import schema_mistakes
from hxlguard.errors import AgreementError, UsageError
from hxlguard.model.document import DocumentModel
from hxlguard.wording import listed

_OPTIONS = {
    "SharingAgreement": "`--agreement`",
    "SensitivityClassification": "`--classification`",
    "Attestations": "`--attest`",
}
"""Which option takes a document of which kind."""

_SUFFIXES = (".yaml", ".yml", ".json")

Model = TypeVar("Model", bound=DocumentModel)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Model]):
    """One kind of document.

    Attributes:
        noun: what people call it, such as `agreement`.
        schema: name of its JSON Schema.
        model: what a good one becomes.
        meaning_mistakes: what its schema cannot say.
        names: the names of those that ship with the package.
        path: where the one of that name is.
    """

    noun: str
    schema: str
    model: type[Model]
    meaning_mistakes: Callable[[Plain], Iterator[Mistake]]
    names: Callable[[], tuple[str, ...]]
    path: Callable[[str], Traversable]

    @property
    def words(self) -> tuple[str, ...]:
        """What such a document says under `kind`."""
        return get_args(self.model.model_fields["kind"].annotation)

    @property
    def remedy(self) -> str:
        """What to give instead of something that is no such document."""
        ships = self.names()
        return "give the path of a file" + (f" or one of {listed(ships)}" if ships else "")


@dataclass(frozen=True, slots=True)
class Judged(Generic[Model]):
    """A document that was found usable.

    Attributes:
        document: its content.
        sha256: digest of its canonical JSON, the same for the YAML and the JSON form.
        name: the file's name without folders, or the name of the one that ships.
        lines: line from 1 of each JSON pointer; empty where it came from no text.
        folder: where its file stands, or None where it stands in none.
    """

    document: Model
    sha256: str
    name: str
    lines: Mapping[str, int]
    folder: Path | None = None


def load_document(source: object, kind: Kind[Model]) -> Judged[Model]:
    """Read, judge and cross-check a document.

    Args:
        source: the path of a YAML or JSON file, the name of one that ships with the package, or
            plain values.
        kind: what it has to be.

    Raises:
        AgreementError: it cannot be used; `mistakes` holds every mistake with line and path.
        UsageError: it is neither a document, nor a file, nor a name.
    """
    if isinstance(source, Mapping):
        return _judge(_read_mapping(source), "<mapping>", kind)
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else None
    if not isinstance(name, str):
        raise UsageError(f"this is no {kind.noun}", where=kind.noun, remedy=kind.remedy)
    if isinstance(source, os.PathLike) or _is_path(name, kind):
        return load_file(Path(name), Path(name).name or name, kind)
    return load_file(kind.path(name), name, kind)


def load_file(path: Path | Traversable, name: str, kind: Kind[Model]) -> Judged[Model]:
    """Read and judge the document in a file; `name` is what messages call it.

    Raises:
        AgreementError: it cannot be opened or used.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = os.strerror(number).lower() if number else "cannot be read"
        raise AgreementError(
            f"cannot be opened ({reason})", where=name, remedy=kind.remedy
        ) from None
    judged = _judged_text(data, path.name.endswith(".json"), name, kind)
    return replace(judged, folder=path.parent) if isinstance(path, Path) else judged


@lru_cache(maxsize=32)
def _judged_text(data: bytes, is_json: bool, name: str, kind: Kind[Any]) -> Judged[Any]:
    """Kept by content, as one agreement decides about many files."""
    try:
        reading = read_text(data, is_json=is_json)
    except UnreadableText as error:
        raise refusal(name, [error.mistake]) from None
    return _judge(reading, name, kind)


def _is_path(name: str, kind: Kind[Model]) -> bool:
    """True unless it is the name of one that ships, or of nothing at all."""
    if name.endswith(_SUFFIXES) or "/" in name or os.sep in name:
        return True
    ships = kind.names()
    return not ships or (name not in ships and os.path.exists(name))


def _read_mapping(source: Mapping[str, Any]) -> Reading:
    try:
        return parse_json(json.dumps(dict(source)))
    except (TypeError, ValueError, RecursionError):
        mistake = Mistake("", "not plain values: use text, whole numbers, lists and mappings")
    except UnreadableText as error:
        mistake = error.mistake
    raise refusal("<mapping>", [mistake])


def _judge(reading: Reading, name: str, kind: Kind[Model]) -> Judged[Model]:
    value = reading.value
    if not isinstance(value, dict) or not {"apiVersion", "kind"} & value.keys():
        what = f"not {_article(kind.noun)}: it does not begin with `apiVersion` and `kind`"
        raise refusal(name, [Mistake("", what)])
    other = value.get("kind")
    if isinstance(other, str) and other in _OPTIONS and other not in kind.words:
        what = f"`{other}`, and not {_article(kind.noun)}; give it to {_OPTIONS[other]}"
        raise refusal(name, [Mistake("/kind", what)], Reading(lines=reading.lines))
    mistakes = [*schema_mistakes(value, kind.schema), *kind.meaning_mistakes(value)]
    canonical = _canonical(value)
    try:
        document = kind.model.model_validate_json(canonical, strict=True)
    except ValidationError as error:
        mistakes += _model_mistakes(error, value, {mistake.pointer for mistake in mistakes})
    if reading.mistakes or mistakes:
        raise refusal(name, mistakes, reading)
    return Judged(document, hashlib.sha256(canonical).hexdigest(), name, reading.lines)


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _canonical(value: Plain) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _model_mistakes(error: ValidationError, value: Plain, known: set[str]) -> Iterator[Mistake]:
    """What the models refuse at places where nothing is reported already, there or within."""
    told = {above for pointer in known for above in _with_those_above(pointer)}
    for found in error.errors(include_input=False, include_url=False, include_context=False):
        pointer = _pointer(found["loc"], value)
        if pointer not in told:
            yield Mistake(pointer, found["msg"].removeprefix("Value error, "))


def _with_those_above(pointer: str) -> Iterator[str]:
    yield pointer
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


def _pointer(location: Iterable[str | int], value: Plain) -> str:
    """The place in the document; pydantic names the branches of a union too, so they are left."""
    pointer = ""
    for key in location:
        if isinstance(value, dict) and key in value:
            value, pointer = value[str(key)], pointer_to(pointer, key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value, pointer = value[key], pointer_to(pointer, key)
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
    located = {
        (mistake.line or line_of(mistake.pointer, lines) or 0, mistake.pointer, mistake.what)
        for mistake in mistakes
    }
    for line, pointer, what in sorted(located):
        place = ", ".join(filter(None, (f"line {line}" if line else "", pointer)))
        yield f"{place}: {what}" if place else what
