"""Every kind says what it is, and every clause file is registered."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

from hxlguard import clauses
from hxlguard.model.kind import Kind

FILES = sorted(
    path.stem
    for path in Path(inspect.getfile(clauses)).parent.glob("*.py")
    if path.stem not in ("__init__", "attesting", "clause")
)


@pytest.mark.parametrize("kind", clauses.KINDS.values(), ids=lambda kind: kind.id)
def test_a_kind_explains_itself(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.id)
    for text in (kind.meaning, kind.why, kind.mend):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "\n" not in text
    assert kind.meaning.count(". ") == 0


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_registered(name: str) -> None:
    module = import_module(f"hxlguard.clauses.{name}")
    assert all(clauses.KINDS[kind.id] is kind for kind in module.KINDS)
    if hasattr(module, "clauses"):
        assert module.clauses in clauses.CLAUSES


def test_no_two_kinds_share_an_id() -> None:
    kinds = [kind for name in FILES for kind in import_module(f"hxlguard.clauses.{name}").KINDS]
    assert len({kind.id for kind in kinds}) == len(kinds) == len(clauses.KINDS)
