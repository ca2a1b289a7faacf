from __future__ import annotations

import sys

import pytest

import hxlguard as hg
from hxlguard.model.risk import RiskReport
from hxlguard.reports import plots

RECORDS = """\
District,Sex,Cost $x$
#adm2+name,#respondee+gender,#respondee+group
Kessou,f,kanari100000
Kessou,f,kanari100001
Dombila,m,kanari100001
Dombila,m,kanari100001
Tarro,m,kanari100002
"""


@pytest.fixture(scope="module")
def report() -> RiskReport:
    return hg.risk(RECORDS.encode(), quasi=["#adm2", "#respondee"], name="made-up.csv")


def test_every_picture_is_written_twice(report: RiskReport) -> None:
    drawn = dict(plots.written(report))
    assert sorted(drawn) == sorted(
        f"table-1-{name}.{suffix}" for name in plots.PICTURES for suffix in ("png", "svg")
    )
    assert all(content for content in drawn.values())


def test_the_same_report_gives_the_same_bytes(report: RiskReport) -> None:
    assert list(plots.written(report)) == list(plots.written(report))


def test_no_picture_has_a_cell_a_date_or_a_program(report: RiskReport) -> None:
    for name, content in plots.written(report):
        if name.endswith(".svg"):
            text = content.decode()
            assert not any(word in text for word in ("kanari", "Kessou", "dc:date", "dc:creator"))
        else:
            assert b"Software" not in content


def test_bars_show_the_counts(report: RiskReport) -> None:
    (axes,) = report.plot_class_sizes().axes
    assert [bar.get_height() for bar in axes.patches][:3] == [3, 2, 0]
    (axes,) = report.plot_risks().axes
    assert sum(bar.get_height() for bar in axes.patches) == 5
    (axes,) = report.plot_contributions().axes
    assert [label.get_text().split()[0] for label in axes.get_yticklabels()] == ["C", "A", "B"]


@pytest.mark.parametrize("table", [0, 2, -1, "one", None])
def test_a_table_that_is_not_there_is_refused(report: RiskReport, table: object) -> None:
    with pytest.raises(hg.UsageError, match="there is no such table; choose a number from 1 to 1"):
        report.plot_risks(table)  # type: ignore[arg-type]


def test_what_was_not_computed_is_not_drawn() -> None:
    nothing = hg.risk(b"Word,Meaning\n#meta,#meta\nx,y\n")
    assert list(plots.written(nothing)) == []
    with pytest.raises(hg.UsageError, match="nothing was computed that could be drawn"):
        nothing.plot_risks()


def test_without_matplotlib_the_remedy_is_told(
    report: RiskReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(hg.UsageError, match=r"pictures need matplotlib; .*hxlguard\[plots\]"):
        report.plot_risks()
