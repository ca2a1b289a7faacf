"""What `--profile` tells: every column, and nothing when nobody asks."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest

from hxlguard import inspect
from hxlguard.cli import main
from hxlguard.cost_table import cost_lines
from hxlguard.costs import WHOLE, charged, ledger, recorded

CSV = "Name,Latitude\n#contact+name,#geo+lat\nMrs Amina Khalil,33.51380\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "camps.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_every_step_and_column_is_charged(table: Path) -> None:
    with recorded() as kept:
        inspection = inspect(table)
    first, names, *columns = cost_lines(kept, inspection.sources)
    assert first.startswith("SECONDS read ")
    assert {item.step for item in kept.seconds} >= {"read", "tag", "scan", "confirm", "measure"}
    assert names.split() == ["column", "scan", "confirm", "measure"]
    assert sorted(line.split(" of ")[0].strip() for line in columns) == [
        "A #contact+name",
        "B #geo+lat",
    ]


def test_time_is_charged_once_and_shared_by_the_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = itertools.count(step=10)
    monkeypatch.setattr(time, "perf_counter", lambda: float(next(ticks)))
    with recorded() as kept, charged("confirm", "1", "2"), charged("load"):
        pass
    assert {(item.step, item.column): spent for item, spent in kept.seconds.items()} == {
        ("load", WHOLE): 10.0,
        ("confirm", "1"): 10.0,
        ("confirm", "2"): 10.0,
    }


def test_nothing_is_kept_when_nobody_asks(table: Path) -> None:
    with charged("scan", "1"):
        assert ledger() is None
    inspect(table)
    assert ledger() is None


def test_the_table_goes_to_standard_error_and_holds_no_cell(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["inspect", str(table), "--format", "json"])
    plain = capsys.readouterr()
    main(["inspect", str(table), "--format", "json", "--profile"])
    told = capsys.readouterr()
    assert (told.out, plain.err) == (plain.out, "")
    assert "A #contact+name of camps" in told.err
    assert "Amina" not in told.err


def test_many_columns_are_folded(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"c{at}" for at in range(30)) + "\n" + ",".join("x" * 30) + "\n")
    with recorded() as kept:
        inspection = inspect(path)
    assert list(cost_lines(kept, inspection.sources))[-1].startswith("  and 10 columns more, ")
