"""Verdicts, what cannot be used and what must never happen, each with its exit status."""

from __future__ import annotations

import json
import logging
import warnings
from pathlib import Path

import pytest

from hxlguard import pipeline, source_facts
from tests.cli.calls import SECRETS, UNDER_3W, Run

# verdicts and their statuses


def test_clear_is_0(run: Run, clean: Path) -> None:
    status, out, err = run("check", clean, *UNDER_3W)
    assert (status, err) == (0, "")
    assert out.startswith("CLEAR: 0 violations, 0 unknowns under public-3w")


def test_block_is_1_and_shows_no_cell(run: Run, personal: Path) -> None:
    status, out, err = run("check", personal, *UNDER_3W)
    assert (status, err) == (1, "")
    assert out.startswith("BLOCK")
    assert not any(secret in out for secret in SECRETS)


def test_several_files_are_one_release_and_the_worst_counts(
    run: Run, clean: Path, personal: Path
) -> None:
    status, out, _ = run("check", clean, personal, *UNDER_3W, "--format", "json")
    report = json.loads(out)
    assert status == 1
    assert [source["name"] for source in report["sources"]] == ["clean.csv", "personal.csv"]
    assert {found["source"] for found in report["violations"]} == {"personal.csv"}


def test_a_file_that_cannot_be_used_is_named_and_the_others_are_checked(
    run: Run, clean: Path, personal: Path, unreadable: Path
) -> None:
    status, out, err = run("check", unreadable, clean, *UNDER_3W)
    assert status == 2
    assert out.startswith("HOLD: 0 violations, 1 unknown")
    assert "broken.xlsx" in out
    assert err.startswith("hxlguard: error: broken.xlsx: ")
    assert err.count("\n") == 1
    assert run("check", unreadable, personal, *UNDER_3W)[0] == 1


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_file_that_cannot_be_used_stands_in_the_document(
    run: Run, clean: Path, unreadable: Path, tmp_path: Path, command: str
) -> None:
    under = UNDER_3W if command == "check" else ()
    target = tmp_path / "report.json"
    arguments = (command, clean, unreadable, tmp_path / "absent.csv", *under)
    assert run(*arguments, "--format", "json", "--output", target)[0] == 2
    document = json.loads(target.read_text("utf-8"))
    assert document.get("verdict", "HOLD") == "HOLD"
    unread = {source["name"]: source["unread"] for source in document["sources"]}
    assert [len(unread[name]) for name in ("clean.csv", "broken.xlsx", "absent.csv")] == [0, 1, 1]
    assert unread["absent.csv"][0]["kind"] == "source-not-read"


def test_every_file_is_read_once(
    run: Run, clean: Path, unreadable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    really = source_facts.read

    def counted(source: object, *, name: str | None = None) -> object:
        seen.append(Path(str(source)).name)
        return really(source, name=name)

    monkeypatch.setattr(source_facts, "read", counted)
    run("check", clean, unreadable, *UNDER_3W)
    assert seen == ["clean.csv", "broken.xlsx"]


def test_nothing_usable_is_2(run: Run, unreadable: Path, tmp_path: Path) -> None:
    status, out, err = run("check", unreadable, tmp_path / "absent.csv", *UNDER_3W)
    assert (status, out) == (2, "")
    assert [line.split(":")[2].strip() for line in err.splitlines()[:2]] == [
        "broken.xlsx",
        "absent.csv",
    ]


@pytest.mark.parametrize("command", ["check", "inspect", "tag"])
def test_one_bad_file_is_one_line_and_2(run: Run, unreadable: Path, command: str) -> None:
    under = UNDER_3W if command == "check" else ()
    status, out, err = run(command, unreadable, *under)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: broken.xlsx: ")
    assert err.count("\n") == 1


# what must never happen


def test_a_bug_is_told_without_its_message(
    run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Awa Traore")

    monkeypatch.setattr(pipeline, "inspect", broken)
    status, out, err = run("inspect", clean)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: this is a bug in hxlguard: ValueError at cli.py:")
    assert "Traore" not in err


def test_an_interruption_is_130(run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "inspect", interrupted)
    assert run("inspect", clean) == (130, "", "")


def test_warnings_and_logs_of_dependencies_stay_silent(
    run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = pipeline.inspect

    def talkative(source: object, **options: object) -> object:
        warnings.warn("Awa Traore", stacklevel=1)
        logging.getLogger("dependency").error("Awa Traore")
        return really(source, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "inspect", talkative)
    status, out, err = run("inspect", clean)
    assert (status, err) == (0, "")
    assert "Traore" not in out
    assert logging.getLogger("dependency").isEnabledFor(logging.ERROR)
