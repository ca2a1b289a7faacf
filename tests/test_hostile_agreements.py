"""Agreements that are wrong on a large scale: every mistake is told, and none costs the square."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.cli import main
from hxlguard.errors import AgreementError
from tests.facts import document, forbid, permit

MANY = 5_000


def refused(folder: Path, text: str, name: str = "a.yaml") -> tuple[str, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AgreementError) as caught:
        load_agreement(path)
    return caught.value.mistakes


def loop(length: int) -> dict[str, Any]:
    """Purposes, each of them narrower than the next and the last than the first."""
    return {f"p{n}": {"broader": f"p{(n + 1) % length}"} for n in range(length)}


def test_ten_thousand_rules_are_refused_in_one_sentence(tmp_path: Path) -> None:
    made = document(*(forbid(id=f"r{n}", tags=[f"#t{n}"]) for n in range(10_000)))
    assert refused(tmp_path, json.dumps(made), "a.json") == ("line 1: more than 20,000 values",)


def test_as_many_rules_as_there_may_be_are_read(tmp_path: Path) -> None:
    rules = [forbid(id=f"r{n}", tags=[f"#t{n}"]) for n in range(2_000)]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(document(*rules)), encoding="utf-8")
    assert len(load_agreement(path).document.flows[0].rules) == 2_000


@pytest.mark.parametrize(
    ("made", "count", "last"),
    [
        (
            document(
                permit("#a"),
                parties=[{"id": f"p{n}"} for n in range(MANY // 2)],
                flow={"recipients": [f"q{n}" for n in range(MANY)]},
            ),
            MANY,
            f"unknown party `q{MANY - 1}`; add it or correct the name",
        ),
        (
            document(
                permit("#a"), vocabulary={"purposes": {"public-information": {}, **loop(MANY)}}
            ),
            MANY,
            f"`p{MANY - 1}` is broader than itself",
        ),
        (
            {**document(permit("#a")), **{f"key{n}": 1 for n in range(MANY)}},
            MANY,
            f"/key{MANY - 1}: unknown key",
        ),
        (
            document(*(forbid(id="same", tags=["#t"]) for _ in range(1_000))),
            999,
            "/flows/0/rules/999/id: the clause id `same` is taken by /flows/0/rules/0",
        ),
        (
            document(*({"id": f"r{n}", "effect": "permt"} for n in range(1_000))),
            1_000,
            "/flows/0/rules/999/effect: `permt` is not allowed here; did you mean `permit`?",
        ),
    ],
    ids=["unknown parties", "a loop of purposes", "unknown keys", "same ids", "wrong effects"],
)
def test_all_of_many_mistakes_are_told(
    tmp_path: Path, made: dict[str, Any], count: int, last: str
) -> None:
    found = refused(tmp_path, json.dumps(made), "a.json")
    assert len(found) == count
    assert any(last in mistake for mistake in found)


def test_only_the_purposes_of_the_loop_are_named(tmp_path: Path) -> None:
    purposes = {"public-information": {"broader": "x"}, "x": {"broader": "p0"}, **loop(3)}
    found = refused(tmp_path, json.dumps(document(vocabulary={"purposes": purposes})), "a.json")
    assert [mistake.rpartition(": ")[2] for mistake in found] == [
        f"`p{n}` is broader than itself" for n in range(3)
    ]


def test_a_bomb_of_aliases_is_refused_unread(tmp_path: Path) -> None:
    lines = ["apiVersion: hxlguard/v1", "a0: &a0 [x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    found = refused(tmp_path, "\n".join(lines))
    assert found[0] == ("line 2, /a0: anchors and aliases are not allowed; write it out")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"apiVersion": "hxlguard/v9"}, "/apiVersion: `hxlguard/v9` is not allowed here; did you"),
        ({"validity": {"from": "2026-01-01", "until": "2026-02-30"}}, "`2026-02-30` is not a date"),
        ({"flows": {"id": "publish"}}, "/flows: must be a list"),
        ({"metadata": []}, "/metadata: must be a mapping"),
        ({"defaults": 7}, "/defaults: must be a mapping"),
    ],
)
def test_the_command_line_ends_with_2_and_the_place(
    tmp_path: Path, change: dict[str, Any], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**document(permit("#a")), **change}), encoding="utf-8")
    for call in (["agreement", "explain", str(path)], ["agreement", "lint", str(path)]):
        assert main(call) == 2
        assert expected in capsys.readouterr().err
