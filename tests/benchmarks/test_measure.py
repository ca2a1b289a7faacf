"""What the peers share: the sample of rows, and the line of figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.made_up import cells, write_table
from benchmarks.peers._measure import measure, sampled


def test_a_sample_is_the_same_every_time_and_made_of_data_rows(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write_table(path, 400)
    rows = cells(0, 400, 12).rows()
    sample = sampled(str(path), 40)
    assert sample.equals(sampled(str(path), 40))
    assert set(sample.rows()) < set(rows)
    assert sample.height == 40
    assert sampled(str(path), 400).rows() == rows


def test_a_blank_cell_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("A,B\n#org,#date\nx,\n", encoding="utf-8")
    assert sampled(str(path), 10).rows() == [("x", "")]


def test_the_figures_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    measure(lambda: "done", lambda done: (len(done), 3))
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"seconds", "rows", "cells", "peak_rss_bytes"}
    assert (told["rows"], told["cells"]) == (4, 12)
