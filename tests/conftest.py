"""What every test may ask for. Sockets are blocked by the project's pytest settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from hxlguard.cli import main
from tests.cli.calls import Run

# A busy machine is slow, not wrong. CI says the same twice; every other run looks further, and
# `make thorough` much further.
settings.register_profile("house", deadline=None, max_examples=20, derandomize="CI" in os.environ)
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.load_profile("house")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files and measured facts; what needs it skips where it is absent."""
    folder = Path(os.environ.get("HXLGUARD_SHARED", "../shared"))
    folder = folder if folder.is_absolute() else ROOT / folder
    if not (folder / "data" / "real").is_dir():
        pytest.skip("HXLGUARD_SHARED names no folder with data/real")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process: exit status, standard output, standard error."""

    def run_it(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as stopped:
            status = int(str(stopped.code))
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_it
