"""`hxlguard agreement explain` from outside: what it prints and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from hxlguard.cli import main


def test_the_whole_agreement_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "explain", "public-3w"]) == 0
    assert "FLOW publish (C)" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["C.2", "c-no-coords", "publish.default-deny"])
def test_one_clause_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "explain", "public-3w", name]) == 0
    assert name in capsys.readouterr().out


def test_an_unknown_clause_ends_with_2_and_a_suggestion(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["agreement", "explain", "public-3w", "c-admin"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "did you mean `c-admin2`?" in printed.err


def test_a_document_that_cannot_be_used_ends_with_2_and_all_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("apiVersion: hxlguard/v2\nkind: Agreement\n", encoding="utf-8")
    assert main(["agreement", "explain", str(path)]) == 2
    assert "a.yaml: cannot be used, 5 mistakes" in capsys.readouterr().err
