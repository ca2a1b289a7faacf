"""Files for the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import CLEAN, PERSONAL


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.csv"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    path = tmp_path / "personal.csv"
    path.write_text(PERSONAL, encoding="utf-8")
    return path


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 this is no workbook")
    return path
