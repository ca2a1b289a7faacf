"""Where the agreements, classifications and schemas that ship with the package are.

A wheel holds them under `hxlguard/_shipped`; a source checkout has them beside the package.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from hxlguard.errors import UsageError
from hxlguard.wording import did_you_mean, listed


def policy_names() -> tuple[str, ...]:
    """Names of the shipped agreements, sorted."""
    return tuple(
        sorted(
            folder.name
            for folder in _folder("policies").iterdir()
            if folder.is_dir() and folder.joinpath("agreement.yaml").is_file()
        )
    )


def policy_path(name: str) -> Traversable:
    """The `agreement.yaml` of a shipped agreement.

    Raises:
        UsageError: no agreement of that name ships with the package.
    """
    if name in classification_names():
        raise UsageError(
            f"`{name}` is a classification and no agreement",
            remedy="give it to `--classification`, beside an agreement",
        )
    if name not in policy_names():
        raise UsageError(
            f"no agreement `{name}` ships with hxlguard",
            remedy=f"{did_you_mean(name, policy_names())}choose one of {listed(policy_names())}"
            " or give the path of a file",
        )
    return _folder("policies").joinpath(name, "agreement.yaml")


def classification_names() -> tuple[str, ...]:
    """Names of the shipped classifications, sorted."""
    files_there = _folder("policies").joinpath("classifications").iterdir()
    return tuple(
        sorted(
            file.name.removesuffix(".yaml") for file in files_there if file.name.endswith(".yaml")
        )
    )


def classification_path(name: str) -> Traversable:
    """The file of a shipped classification.

    Raises:
        UsageError: no classification of that name ships with the package.
    """
    if name not in classification_names():
        raise UsageError(
            f"no classification `{name}` ships with hxlguard",
            remedy=f"{did_you_mean(name, classification_names())}choose one of"
            f" {listed(classification_names())} or give the path of a file",
        )
    return _folder("policies").joinpath("classifications", f"{name}.yaml")


def schema_text(name: str) -> str:
    """The JSON Schema `schemas/<name>.schema.json` as text.

    Raises:
        UsageError: no schema of that name ships with the package.
    """
    schema = _folder("schemas").joinpath(f"{name}.schema.json")
    if not schema.is_file():
        names = sorted(file.name.removesuffix(".schema.json") for file in _schemas())
        raise UsageError(f"no schema `{name}` ships", remedy=f"choose one of {listed(names)}")
    return schema.read_text(encoding="utf-8")


def _schemas() -> list[Traversable]:
    return [file for file in _folder("schemas").iterdir() if file.name.endswith(".schema.json")]


def _folder(name: str) -> Traversable:
    shipped = files("hxlguard").joinpath("_shipped", name)
    return shipped if shipped.is_dir() else Path(__file__).parent.parent / name
