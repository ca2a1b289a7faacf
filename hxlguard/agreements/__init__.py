"""Agreements: YAML or JSON -> a judged `Agreement`; all mistakes at once, with their lines."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hxlguard import shipped
from hxlguard.agreements.meaning import meaning_mistakes
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
from hxlguard.model.agreement import Agreement, AgreementDocument
from hxlguard.wording import listed

_SUFFIXES = (".yaml", ".yml", ".json")


def load_agreement(source: str | os.PathLike[str] | Mapping[str, Any] | Agreement) -> Agreement:
    """Read, judge and cross-check an agreement.

    Args:
        source: the path of a YAML or JSON file, the name of an agreement that ships with the
            package, a document as plain values, or an agreement, which is returned as it is.

    Raises:
        AgreementError: it cannot be used; `mistakes` holds every mistake with line and path.
        UsageError: it is neither a document, nor a file, nor the name of a shipped agreement.
    """
    if isinstance(source, Agreement):
        return source
    if isinstance(source, Mapping):
        return _judge(_read_mapping(source), "<mapping>")
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else None
    if not isinstance(name, str):
        raise UsageError(
            "this is no agreement",
            where="agreement",
            remedy=f"give the path of a file or one of {listed(shipped.policy_names())}",
        )
    if isinstance(source, os.PathLike) or _is_path(name):
        return _load_file(Path(name), Path(name).name or name)
    return _load_file(shipped.policy_path(name), name)


def _is_path(name: str) -> bool:
    """True unless it is the name of a shipped agreement, or of nothing at all."""
    if name.endswith(_SUFFIXES) or "/" in name or os.sep in name:
        return True
    return name not in shipped.policy_names() and os.path.exists(name)


def _load_file(path: Path | Traversable, name: str) -> Agreement:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = os.strerror(number).lower() if number else "cannot be read"
        raise AgreementError(
            f"cannot be opened ({reason})",
            where=name,
            remedy=f"give the path of a file or one of {listed(shipped.policy_names())}",
        ) from None
    try:
        reading = read_text(data, is_json=path.name.endswith(".json"))
    except UnreadableText as error:
        raise _error(name, [error.mistake]) from None
    return _judge(reading, name)


def _read_mapping(source: Mapping[str, Any]) -> Reading:
    try:
        return parse_json(json.dumps(dict(source)))
    except (TypeError, ValueError, RecursionError):
        mistake = Mistake("", "not plain values: use text, whole numbers, lists and mappings")
    except UnreadableText as error:
        mistake = error.mistake
    raise _error("<mapping>", [mistake])


def _judge(reading: Reading, name: str) -> Agreement:
    value = reading.value
    if not isinstance(value, dict) or not {"apiVersion", "kind"} & value.keys():
        mistake = Mistake("", "not an agreement: it does not begin with `apiVersion` and `kind`")
        raise _error(name, [mistake])
    mistakes = [*schema_mistakes(value), *meaning_mistakes(value)]
    canonical = _canonical(value)
    try:
        document = AgreementDocument.model_validate_json(canonical, strict=True)
    except ValidationError as error:
        mistakes += _model_mistakes(error, value, {mistake.pointer for mistake in mistakes})
    if reading.mistakes or mistakes:
        raise _error(name, mistakes, reading)
    digest = hashlib.sha256(canonical).hexdigest()
    return Agreement(document, digest, name, reading.lines)


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


def _error(
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
