"""What hxlguard raises on purpose travels between processes whole."""

from __future__ import annotations

import copy
import pickle

import pytest

import hxlguard as hg
from hxlguard.errors import HxlguardError, ReleaseStopped

CSV = b"#org,#contact+email\nRelief Example,amina@relief.example\n"


def tree(root: type[HxlguardError]) -> list[type[HxlguardError]]:
    return [root, *(each for below in root.__subclasses__() for each in tree(below))]


def made(kind: type[HxlguardError]) -> HxlguardError:
    if issubclass(kind, ReleaseStopped):
        return kind(hg.check(CSV, agreement="public-3w", on="2026-11-21"))
    if issubclass(kind, hg.AgreementError):
        return kind("cannot be used", where="a.yaml", remedy="mend it", mistakes=("line 1", "2"))
    return kind("it is empty", where="a.csv", remedy="check it")


@pytest.mark.parametrize("kind", tree(HxlguardError))
def test_an_error_survives_the_way_home_from_another_process(kind: type[HxlguardError]) -> None:
    error = made(kind)
    copies = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(2, 6)]
    for again in [*copies, copy.copy(error), copy.deepcopy(error)]:
        assert type(again) is kind
        assert str(again) == str(error)
        assert again.__dict__ == error.__dict__


def test_no_public_error_is_forgotten() -> None:
    public = {getattr(hg, name) for name in hg.__all__ if name.startswith("Release")}
    assert public < set(tree(HxlguardError))
