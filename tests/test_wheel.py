"""What people install: a wheel in a clean environment, away from the source."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    parts = [str(each) for each in command]
    done = subprocess.run(
        parts, cwd=cwd, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_all_it_needs_and_decides_as_the_source_does(
    root: Path, tmp_path: Path
) -> None:
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path)
    run(*build, root, cwd=root)
    (wheel,) = tmp_path.glob("*.whl")

    inside = ZipFile(wheel).namelist()
    for shipped in ("schemas", "policies"):
        expected = {
            f"hxlguard/_shipped/{path.relative_to(root).as_posix()}"
            for path in (root / shipped).rglob("*")
            if path.is_file()
        }
        assert expected
        assert expected <= set(inside)
    assert "hxlguard/py.typed" in inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert not [name for name in inside if name.startswith("tests")]

    clean = tmp_path / "clean"
    venv.create(clean, with_pip=True)
    scripts = clean / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, "--constraint", root / "constraints.txt", wheel, cwd=tmp_path)
    run(python, "-m", "pip", "check", cwd=tmp_path)
    run(python, "-c", "import hxl, six, presidio_analyzer, frictionless", cwd=tmp_path)

    assert "public-3w" in run(scripts / "hxlguard", "policies", cwd=tmp_path)
    told = run(python, root / "demo" / "run.py", cwd=tmp_path)
    assert "exit status 1, expected 1" in told
    assert "exit status 0, expected 0" in told
