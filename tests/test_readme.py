"""What README.md and `make demo` show is run as it stands."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
import yaml

import hxlguard as hg
from hxlguard.agreements.schema import schema_mistakes
from hxlguard.cli import main

UNUSABLE = 2
PRIVATE = ("Traore", "Keita", "Diallo", "Cisse", "Coulibaly", "99 00 1", "1.51234", "survivor")


def blocks(root: Path, language: str, page: str = "README.md") -> list[str]:
    text = (root / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def write_workbook(root: Path, path: Path) -> None:
    code = "import sys, pathlib, workbook; workbook.write_workbook(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=root / "demo")


@pytest.fixture
def files(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "demo").mkdir()
    for data in (root / "demo").glob("*.csv"):
        (tmp_path / "demo" / data.name).write_bytes(data.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_readme_runs(
    root: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [line for line in blocks(root, "sh")[1].splitlines() if line]
    assert len(lines) >= 4
    for line in lines:
        program, *words = shlex.split(line, comments=True)
        assert program == "hxlguard"
        target = words.pop() if ">" in words else None
        status = main([word for word in words if word != ">"])
        printed = capsys.readouterr()
        assert status != UNUSABLE, f"{line}: {printed.err}"
        assert not any(cell in printed.out for cell in PRIVATE)
        assert status == 0, f"{line}: {printed.out}"
        if target:
            (files / target).write_text(printed.out, encoding="utf-8")


def test_the_python_of_the_readme_runs(root: Path, files: Path) -> None:
    (code,) = blocks(root, "python")
    exec(compile(code, "README.md", "exec"), {"frame": pl.DataFrame({"#adm1+name": ["Norvale"]})})


def test_the_documents_of_the_guide_can_be_used(root: Path) -> None:
    documents = map(yaml.safe_load, blocks(root, "yaml", "docs/agreements.md"))
    whole, limits, _, attestations = documents
    levels = {found.level for found in hg.lint_agreement(whole, on="2026-11-21")}
    assert hg.LintLevel.ERROR not in levels
    assert list(schema_mistakes(attestations, "attestations")) == []
    whole["flows"][0] |= limits
    assert len(hg.load_agreement(whole).document.flows[0].disclosure) == 3


def test_the_commands_of_the_guide_run(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (commands,) = blocks(root, "sh", "docs/agreements.md")
    for line in commands.splitlines():
        program, *words = shlex.split(line)
        assert program == "hxlguard"
        assert main(words) == 0


def test_the_guide_names_every_action(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["agreement", "--help"])
    told = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    page = (root / "docs" / "agreements.md").read_text("utf-8").partition("exit status |\n")[2]
    assert re.findall(r"^\| `(\w+)[^|]*` \|", page, re.MULTILINE) == told


def test_every_link_between_the_pages_leads_somewhere(root: Path) -> None:
    for page in ("README.md", "CONTRIBUTING.md", "docs/agreements.md"):
        text = (root / page).read_text("utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (root / page).parent.joinpath(target).exists(), f"{page}: {target}"


def test_the_demo_tells_the_right_verdicts_and_no_cell(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(root / "demo" / "run.py")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not any(cell in done.stdout for cell in PRIVATE)


def test_the_demo_workbook_is_the_same_every_time(root: Path, tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(root, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
