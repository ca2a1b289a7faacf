"""Agreements: YAML or JSON -> a judged `Agreement`; all mistakes at once, with their lines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from hxlguard import shipped
from hxlguard.agreements.ancestry import Ancestry
from hxlguard.agreements.judging import Form, judged, read_file, read_mapping
from hxlguard.agreements.meaning import meaning_mistakes
from hxlguard.agreements.reading import Reading
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Agreement, AgreementDocument
from hxlguard.wording import listed

AgreementSource = str | os.PathLike[str] | Mapping[str, Any] | Agreement
"""What an agreement may be given as."""

_SUFFIXES = (".yaml", ".yml", ".json")


def load_agreement(source: AgreementSource, *, parents: Iterable[Agreement] = ()) -> Agreement:
    """Read, judge and cross-check an agreement and those that it extends.

    A parent is looked for among `parents`, then among the agreements that ship, then beside the
    file: `<id>.yaml`, `<id>.yml`, `<id>.json`, `<id>/agreement.yaml`, `../<id>/agreement.yaml`.

    Args:
        source: the path of a YAML or JSON file, the name of an agreement that ships with the
            package, a document as plain values, or an agreement, which is returned as it is.
        parents: agreements that `source` may extend, for one that stands in no file.

    Raises:
        AgreementError: it cannot be used, or an agreement that it extends is missing or not the
            one that is pinned; `mistakes` holds every mistake with line and path.
        UsageError: it is neither a document, nor a file, nor the name of a shipped agreement.
    """
    if isinstance(source, Agreement):
        return source
    ancestry = Ancestry(_load, {each.id: each for each in parents})
    if isinstance(source, Mapping):
        reading = read_mapping(source)
        return ancestry.complete(_judge(reading, "<mapping>"), reading, None, ())
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else None
    if not isinstance(name, str):
        raise UsageError("this is no agreement", where="agreement", remedy=_remedy())
    if isinstance(source, os.PathLike) or _is_path(name):
        path = Path(name)
        return ancestry.complete(*_load(path, path.name or name), path.parent, ())
    return ancestry.complete(*_load(shipped.policy_path(name), name), None, ())


def _is_path(name: str) -> bool:
    """True unless it is the name of a shipped agreement, or of nothing at all."""
    if name.endswith(_SUFFIXES) or "/" in name or os.sep in name:
        return True
    return name not in shipped.policy_names() and os.path.exists(name)


def _load(path: Path | Traversable, name: str) -> tuple[Agreement, Reading]:
    reading = read_file(path, name, _FORM)
    return _judge(reading, name), reading


def _judge(reading: Reading, name: str) -> Agreement:
    document, digest = judged(reading, name, _FORM)
    return Agreement(document, digest, name, reading.lines)


def _remedy() -> str:
    return f"give the path of a file or one of {listed(shipped.policy_names())}"


_FORM = Form("an agreement", "agreement", AgreementDocument, meaning_mistakes, _remedy)
