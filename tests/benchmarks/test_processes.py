"""One run of one process, and what is said when it fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.contenders import CONTENDERS, Size
from benchmarks.processes import RunFailed, reason, run
from benchmarks.speed import measure


def test_a_run_tells_time_memory_and_its_own_figures() -> None:
    code = "import json; print('noise'); print(json.dumps({'seconds': 2.5}))"
    done = run([sys.executable, "-c", code])
    assert done.told == {"seconds": 2.5}
    assert done.process_seconds > 0
    assert done.peak_bytes > 1_000_000


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import no_such_peer", "not installed: No module named 'no_such_peer'"),
        ("raise ValueError('a cell')", "ended with ValueError"),
        ("raise SystemExit(3)", "ended with status 3"),
        ("import os; os.kill(os.getpid(), 9)", "ended by SIGKILL"),
    ],
)
def test_a_failure_is_one_line(code: str, words: str) -> None:
    with pytest.raises(RunFailed) as failed:
        run([sys.executable, "-c", code])
    assert str(failed.value) == words


def test_a_python_that_is_not_there_and_a_run_without_end_are_failures(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match="not installed"):
        run([str(tmp_path / "python")])
    with pytest.raises(RunFailed, match="took longer than 0 s"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], most_seconds=0.2)


def test_the_words_of_an_exception_are_not_told() -> None:
    complaint = "Traceback\n  File 'x'\npolars.exceptions.ComputeError: near `+963 944`\nnoise\n"
    assert reason(1, complaint) == "ended with ComputeError"


def test_a_peer_that_is_not_there_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = tuple(each for each in CONTENDERS if each.peer or not each.reads)
    monkeypatch.setattr("benchmarks.speed.CONTENDERS", some)
    rows = measure(tmp_path / "none.csv", Size(1_000, 12), tmp_path / "python", turns=1)
    peers = {name for each in some if each.peer for name in each.rows.values()}
    assert {row.failure for row in rows if row.name in peers} == {"its Python is not installed"}
    assert all(row.seconds for row in rows if row.name not in peers)
