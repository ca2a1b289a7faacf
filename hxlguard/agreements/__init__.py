"""Agreements: YAML or JSON -> a judged `Agreement`; all mistakes at once, with their lines."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
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
    parse_json,
    pointer_to,
    read_text,
)
from hxlguard.agreements.schema import schema_mistakes
from hxlguard.errors import AgreementError
from hxlguard.model.agreement import Agreement, AgreementDocument
from hxlguard.nearest import listed

_SUFFIXES = (".yaml", ".yml", ".json")


def load_agreement(source: str | os.PathLike[str] | Mapping[str, Any] | Agreement) -> Agreement:
    """Read, judge and cross-check an agreement.

    Args:
        source: the path of a YAML or JSON file, the name of an agreement that ships with the
            package, a document as plain values, or an agreement, which is returned as it is.

    Raises:
        AgreementError: it cannot be used; `mistakes` holds every mistake with line and path.
        UsageError: it is neither a file nor the name of a shipped agreement.
    """
    if isinstance(source, Agreement):
        return source
    if isinstance(source, Mapping):
        return _judge(_read_mapping(source), "<mapping>")
    name = os.fspath(source)
    if isinstance(source, os.PathLike) or name.endswith(_SUFFIXES) or "/" in name or os.sep in name:
        return _load_file(Path(name), Path(name).name)
    return _load_file(shipped.policy_path(name), name)


def _load_file(path: Path | Traversable, name: str) -> Agreement:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else "cannot be read"
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
    mistakes = [*reading.mistakes, *schema_mistakes(value)]
    if mistakes:
        raise _error(name, mistakes, reading.lines)
    canonical = _canonical(value)
    try:
        document = AgreementDocument.model_validate_json(canonical, strict=True)
    except ValidationError as error:
        raise _error(name, _model_mistakes(error), reading.lines) from None
    if mistakes := list(meaning_mistakes(document)):
        raise _error(name, mistakes, reading.lines)
    digest = hashlib.sha256(canonical).hexdigest()
    return Agreement(document, digest, name, reading.lines)


def _canonical(value: Plain) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _model_mistakes(error: ValidationError) -> Iterable[Mistake]:
    for found in error.errors(include_input=False, include_url=False, include_context=False):
        pointer = ""
        for key in found["loc"]:
            pointer = pointer_to(pointer, key)
        yield Mistake(pointer, found["msg"].removeprefix("Value error, "))


def _error(
    name: str, mistakes: Iterable[Mistake], lines: Mapping[str, int] | None = None
) -> AgreementError:
    located = sorted(
        {(_line(mistake, lines or {}), mistake.pointer, mistake.what) for mistake in mistakes}
    )
    texts = tuple(_rendered(*mistake) for mistake in located)
    count = "" if len(texts) == 1 else f"{len(texts)} mistakes, the first: "
    return AgreementError(f"cannot be used, {count}{texts[0]}", where=name, mistakes=texts)


def _line(mistake: Mistake, lines: Mapping[str, int]) -> int:
    """The line of the place itself, or of the nearest thing around it; 0 where none is known."""
    if mistake.line:
        return mistake.line
    pointer = mistake.pointer
    while pointer and pointer not in lines:
        pointer = pointer.rpartition("/")[0]
    return lines.get(pointer, 0)


def _rendered(line: int, pointer: str, what: str) -> str:
    place = ", ".join(filter(None, (f"line {line}" if line else "", pointer)))
    return f"{place}: {what}" if place else what
