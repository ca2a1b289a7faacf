"""Which model for names in texts a caller chooses: always one on disk, never one to download."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from importlib.machinery import PathFinder
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from hxlguard.errors import UsageError
from hxlguard.model.ner import NerAsked, NerModel

NerSource = str | os.PathLike[str] | Mapping[str, str]

ENTITY_OF_LABEL = {
    "PER": "PERSON",
    "PERS": "PERSON",
    "PERSON": "PERSON",
    "persName": "PERSON",
    "FAC": "LOCATION",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "LOCATION": "LOCATION",
    "geogName": "LOCATION",
    "placeName": "LOCATION",
}
"""Labels of models to Presidio's entities."""

MAX_BYTES = 1 << 16
_WRITE = "write it like `ner: {engine: spacy, model: FOLDER}`"


def chosen_ner(given: object) -> NerAsked | None:
    """Find the model that is given, and look at what it says of itself; it is not loaded.

    Args:
        given: `{"engine": "spacy", "model": ...}`, the path of a YAML or JSON file with that under
            `ner`, or None. The model is a folder, from where the file is, or an installed package.

    Raises:
        UsageError: it is none, or not on disk.
    """
    if given is None:
        return None
    if isinstance(given, str | os.PathLike):
        path = Path(given)
        where, settings = path.name or str(path), _settings_of(path)
        beside = path.parent
    else:
        where, settings, beside = "ner", given, Path()
    if not isinstance(settings, Mapping) or set(settings) != {"engine", "model"}:
        raise UsageError("this names no engine and model", where=where, remedy=_WRITE)
    engine, model = settings["engine"], settings["model"]
    if engine != "spacy":
        raise UsageError(
            "there is no such engine for names", where=where, remedy="`spacy` is the one there is"
        )
    if not isinstance(model, str | os.PathLike) or not os.fspath(model):
        raise UsageError("the model is no folder and no package", where=where, remedy=_WRITE)
    return _described(_folder(os.fsdecode(model), beside, where), where)


def _settings_of(path: Path) -> object:
    import yaml

    name = path.name or str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "the system refused").lower()
        raise UsageError(f"the file cannot be read: {why}", where=name) from None
    if len(content) > MAX_BYTES:
        raise UsageError("the file is larger than 64 KiB", where=name, remedy=_WRITE)
    try:
        document = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise UsageError("this is neither YAML nor JSON", where=name, remedy=_WRITE) from None
    if not isinstance(document, dict) or set(document) != {"ner"}:
        raise UsageError("the file holds something else than `ner`", where=name, remedy=_WRITE)
    return document["ner"]


def _folder(model: str, beside: Path, where: str) -> Path:
    """The folder with the model's own files, whether it was saved there or installed."""
    try:
        tops = [beside / model, *_package(model)]
        folders = [each for top in tops for each in (top, *sorted(top.glob(f"{top.name}-*")))]
        for folder in folders:
            if (folder / "config.cfg").is_file() and (folder / "meta.json").is_file():
                return folder
    except (OSError, ValueError):
        pass  # a name that no file can have
    raise UsageError(
        "there is no such spaCy model on this machine",
        where=where,
        remedy="name its folder or its installed package; hxlguard downloads none",
    )


def _package(name: str) -> list[Path]:
    """The folder of an installed package, found without running it."""
    found = PathFinder.find_spec(name) if name.isidentifier() else None
    return [Path(found.origin).parent] if found and found.origin else []


def _described(folder: Path, where: str) -> NerAsked:
    try:
        said = json.loads((folder / "meta.json").read_text("utf-8"))
        labels = {label for listed in said["labels"].values() for label in listed}
        language, name, number = str(said["lang"]), str(said["name"]), str(said["version"])
        digest = _digest(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise _damaged(where) from None
    if "PERSON" not in {ENTITY_OF_LABEL.get(label) for label in labels if isinstance(label, str)}:
        raise UsageError(
            "this model finds no names of people", where=where, remedy="name one that does"
        )
    try:
        installed = version("spacy")
    except PackageNotFoundError:
        raise UsageError(
            "spaCy is not installed", where=where, remedy="install the package `spacy`"
        ) from None
    model = NerModel("spacy", installed, f"{language}_{name}", number, digest)
    return NerAsked(model, language, str(folder))


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            of_file = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{of_file}\n".encode())
    return whole.hexdigest()


def _damaged(where: str) -> UsageError:
    return UsageError(
        "the model does not say what it is", where=where, remedy="it may be damaged; get it again"
    )
