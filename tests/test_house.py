"""The rules of the house, checked by walking its files."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hxlguard

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "hxlguard"
MODULES = sorted(PACKAGE.rglob("*.py"))
CATCHES_ALL = ("cli.py",)

OPEN_SETS = ("clauses", "inputs", "linting", "measures", "recognizers", "reports")
LONGEST_FILE = 400
HEAVY = ("frictionless", "hxl", "polars", "presidio_analyzer", "pydantic", "spacy")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def tracked_files() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


# the public face


def test_every_public_name_has_a_home_and_is_found_there() -> None:
    assert set(hxlguard.__all__) == {*hxlguard._HOME, "__version__"}
    assert hxlguard.__all__ == sorted(hxlguard.__all__)
    for name, home in hxlguard._HOME.items():
        assert getattr(hxlguard, name) is getattr(importlib.import_module(home), name)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import hxlguard, sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    assert printed.strip() == "[]"


# the code


@pytest.mark.parametrize("folder", OPEN_SETS)
def test_no_module_of_an_open_set_is_forgotten(folder: str) -> None:
    files = {path.stem: path for path in (PACKAGE / folder).glob("*.py")}
    used = {
        name
        for stem, path in files.items()
        for name in siblings_imported(path, f"hxlguard.{folder}")
        if name != stem
    }
    assert set(files) - used - {"__init__"} == set(), "import it in the folder's __init__.py"


def siblings_imported(path: Path, package: str) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        if node.module == package:
            found |= {alias.name for alias in node.names}
        elif node.module.startswith(f"{package}."):
            found.add(node.module.removeprefix(f"{package}."))
    return found


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_file_stays_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_the_command_line_prints_and_catches_everything(path: Path) -> None:
    if path == PACKAGE / "cli.py":
        return
    may_catch_all = path.relative_to(PACKAGE).as_posix() in CATCHES_ALL
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"print in line {node.lineno}"
        if isinstance(node, ast.ExceptHandler) and not may_catch_all:
            caught = ast.unparse(node.type) if node.type else "BaseException"
            passes_on = any(isinstance(x, ast.Raise) and not x.exc for x in ast.walk(node))
            catches_all = re.search(r"\b(Base)?Exception\b", caught) and not passes_on
            assert not catches_all, f"line {node.lineno}"


def test_every_kind_says_what_why_and_how_to_mend() -> None:
    from hxlguard.clauses import KINDS

    for name, kind in KINDS.items():
        assert name == kind.id
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.id)
        assert all(text.strip() for text in (kind.meaning, kind.why, kind.mend)), name
    assert len({kind.meaning for kind in KINDS.values()}) == len(KINDS)


# the papers


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## {re.escape(hxlguard.__version__)}\b", changelog, re.MULTILINE)


def test_the_readme_shows_the_help_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from hxlguard.arguments import parse

    monkeypatch.setenv("COLUMNS", "88")
    with pytest.raises(SystemExit):
        parse(["--help"])
    commands = re.search(r"^  COMMAND\n((?:    .*\n)+)", capsys.readouterr().out, re.MULTILINE)
    assert commands
    assert commands.group(1) in (ROOT / "README.md").read_text("utf-8")


def test_no_file_holds_the_paths_of_a_machine_or_the_host_of_a_registry() -> None:
    machine = re.compile(
        r"(?<![\w./*~-])/(?:work|root|home|opt|Users|tmp)/\w|index-url|pythonhosted|/simple/"
    )
    for path in tracked_files():
        if path == Path(__file__) or path.suffix in (".xlsx", ".xls", ".ods", ".zip", ".parquet"):
            continue
        found = machine.search(path.read_text("utf-8", errors="replace"))
        assert not found, f"{named(path)}: {found.group() if found else ''}"


def test_constraints_name_every_dependency_without_a_host() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+]+", line) for line in lines)
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in lines}
    declared = re.findall(r'^  "([a-z0-9-]+)>=', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    assert set(declared) <= pinned, "run `make constraints`"
