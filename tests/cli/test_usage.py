"""Mistakes in a call, and help."""

from __future__ import annotations

import subprocess
import sys

import pytest

import hxlguard
from hxlguard.reports import FORMATS
from tests.cli.calls import UNDER_3W, Run

# usage


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "COMMAND"),
        (("chekc", "a.csv"), "did you mean `check`?"),
        (("check", "a.csv"), "--agreement"),
        (("inspect", "a.csv", "--formt", "json"), "did you mean `--format`?"),
        (("inspect", "a.csv", "--format", "jsno"), "did you mean `json`?"),
        (("inspect", "a\x1b[2J.csv"), "a\\u001b[2J.csv"),
        (("check", "a.csv", "--agreement", "public-3v"), "did you mean `public-3w`?"),
        (("check", "https://data.example/a.csv", *UNDER_3W), "download"),
        (("check", "a.csv", "--agree", "public-3w"), "--agreement"),
        (("check", "a.csv", "--agreement", "public-3w", "--on", "20261121"), "2026-11-21"),
        (("check", "a.csv", *UNDER_3W, "--recipient", ""), "recipient: this is blank"),
        (("check", "a.csv", *UNDER_3W, "--purpose", " "), "purpose: this is blank"),
        (("check", "a.csv", *UNDER_3W, "--sender", ""), "sender: this is blank"),
        (("check", "a.csv", *UNDER_3W, "--flow", "\t"), "flow: this is blank"),
    ],
)
def test_a_usage_error_is_one_line_and_2(run: Run, arguments: tuple[str, ...], told: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: ")
    assert told in err
    assert err.count("\n") == 1


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"hxlguard {hxlguard.__version__}\n", "")


def test_help_names_every_format(run: Run) -> None:
    for command in ("check", "inspect"):
        shown = " ".join(run(command, "--help")[1].split())
        assert f"--format FORMAT {' or '.join(FORMATS)}" in shown


@pytest.mark.parametrize("command", ["inspect", "tag", "agreement", "explain", "policies"])
def test_only_the_help_of_check_speaks_of_leave(run: Run, command: str) -> None:
    told = run(command, "--help")[1]
    assert "exit status:" in told
    assert "CLEAR" not in told
    assert "0  CLEAR: it may leave" in run("check", "--help")[1]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from hxlguard.cli import main\n"
        "try: main(['check', '--help'])\n"
        "except SystemExit: print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, text=True, capture_output=True)
    for module in ("polars", "pydantic", "hxl", "presidio_analyzer", "yaml", "frictionless"):
        assert f"'{module}'" not in done.stderr
    assert "exit status:" in done.stdout
