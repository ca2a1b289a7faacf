"""The main job, end to end, from every kind of source."""

from __future__ import annotations

import datetime
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import hxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frictionless import Resource

import hxlguard as hg
from tests.facts import document, permit

CSV = b"""Organisation,Contact,Province
#org,#contact+email,#adm1
Relief Example,amina@relief.example,North
Water Example,omar@water.example,South
"""
FRAME = pl.read_csv(CSV, skip_rows=1)
CLEAR = b"#org,#sector,#adm1\nRelief Example,WASH,North\n"
ON = "2026-11-21"


def relation(frame: pl.DataFrame) -> object:
    return duckdb.from_arrow(frame.to_arrow())


SOURCES: dict[str, Callable[[Path], object]] = {
    "path": lambda folder: folder / "3w.csv",
    "text path": lambda folder: str(folder / "3w.csv"),
    "bytes": lambda folder: CSV,
    "file object": lambda folder: io.BytesIO(CSV),
    "polars": lambda folder: FRAME,
    "pandas": lambda folder: FRAME.to_pandas(),
    "pyarrow": lambda folder: FRAME.to_arrow(),
    "duckdb": lambda folder: relation(FRAME),
    "hxl dataset": lambda folder: hxl.data(io.BytesIO(CSV)),
    "frictionless": lambda folder: Resource(data=[FRAME.columns, *FRAME.rows()]),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_every_kind_of_source_gets_the_same_answer(kind: str, tmp_path: Path) -> None:
    (tmp_path / "3w.csv").write_bytes(CSV)
    report = hg.check(SOURCES[kind](tmp_path), agreement="public-3w", on=ON)
    assert report.verdict is hg.Verdict.BLOCK
    (table,) = report.sources[0].tables
    assert [column.finding.tag for column in table.columns] == ["#org", "#contact+email", "#adm1"]
    assert table.rows == 2
    assert {found.kind for found in report.violations} >= {"forbidden-entity", "forbidden-field"}


def test_tags_beside_a_frame() -> None:
    frame = pd.DataFrame({"Partner": ["Relief Example"], "Cluster": ["WASH"]})
    without = hg.check(frame, agreement="public-3w", on=ON)
    assert {found.kind for found in without.violations} >= {"untagged-column"}
    tags = {"Partner": "#org", "Cluster": "#sector"}
    assert hg.check(frame, agreement="public-3w", on=ON, tags=tags).verdict is hg.Verdict.CLEAR


def test_a_first_row_of_tags_in_a_frame_counts() -> None:
    table = pa.table({"Partner": ["#org", "Relief Example"], "Cluster": ["#sector", "WASH"]})
    assert hg.check(table, agreement="public-3w", on=ON).verdict is hg.Verdict.CLEAR


def test_the_call_of_the_contract() -> None:
    report = hg.check(
        CLEAR,
        agreement="public-3w",
        flow="publish",
        recipient="public",
        purpose="public-information",
        on=datetime.date(2026, 11, 21),
        name="3w.csv",
    )
    assert report.verdict is hg.Verdict.CLEAR
    assert report.violations == report.unknowns == ()
    assert report.raise_for_violations() is report
    assert json.loads(report.to_json())["sources"][0]["name"] == "3w.csv"


def test_a_stopped_release_raises_with_its_report() -> None:
    with pytest.raises(hg.ReleaseBlocked) as stopped:
        hg.check(CSV, agreement="public-3w", on=ON).raise_for_violations()
    assert stopped.value.report.verdict is hg.Verdict.BLOCK


def test_several_sources_are_one_release() -> None:
    report = hg.check([CLEAR, CSV], agreement="public-3w", on=ON)
    assert len(report.sources) == 2
    assert report.verdict is hg.Verdict.BLOCK


@pytest.mark.parametrize(
    "on",
    [
        "tomorrow",
        "2026-02-30",
        "21.11.2026",
        "",
        "20261121",
        "2026-W47-6",
        "\uff12026-11-21",
        20261121,
        b"2026-11-21",
        pd.NaT,
    ],
)
def test_a_day_that_is_none(on: Any) -> None:
    with pytest.raises(hg.UsageError, match="not a date"):
        hg.check("absent.csv", agreement="public-3w", on=on)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime.datetime(2026, 11, 20, 23, 30), "2026-11-20"),
        (datetime.datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/Lima")), "2026-11-21"),
        (datetime.datetime(2026, 11, 21, 0, 30, tzinfo=ZoneInfo("Asia/Kabul")), "2026-11-20"),
        (pd.Timestamp("2026-11-21"), "2026-11-21"),
    ],
)
def test_a_moment_is_a_day_in_the_time_zone_of_the_agreement(
    moment: datetime.datetime, day: str
) -> None:
    assert hg.check(CLEAR, agreement="public-3w", on=moment).on == day


@pytest.mark.parametrize("word", ["flow", "recipient", "purpose", "sender", "name"])
@pytest.mark.parametrize("value", ["", "  ", "\t", 3, b"public", ["public"], False])
def test_a_word_that_is_none_is_refused_and_never_taken_for_silence(word: str, value: Any) -> None:
    with pytest.raises(hg.UsageError, match=rf"^{word}: this is"):
        hg.check(CLEAR, agreement="public-3w", on=ON, **{word: value})


@pytest.mark.parametrize("tags", [["#org"], "tags.yaml", {"Org": None}, {5: "#org"}, [], 0])
def test_tags_that_are_no_mapping_of_text_are_refused(tags: Any) -> None:
    with pytest.raises(hg.UsageError, match=r"^tags: this is no mapping"):
        hg.check(CLEAR, agreement="public-3w", on=ON, tags=tags)
    with pytest.raises(hg.UsageError, match=r"^tags: this is no mapping"):
        hg.inspect(CLEAR, tags=tags)


@pytest.mark.parametrize(
    "agreement", [None, b"public-3w", 5, [], ["public-3w", 5], "", "\0", "\0.yaml"]
)
def test_what_is_no_agreement_is_refused(agreement: Any) -> None:
    with pytest.raises(hg.HxlguardError):
        hg.check(CLEAR, agreement=agreement, on=ON)


def test_a_source_that_cannot_be_read_raises_unless_somebody_listens(tmp_path: Path) -> None:
    sources = [CLEAR, tmp_path / "absent.csv", "https://data.example/a.csv?key=s3cret"]
    with pytest.raises(hg.SourceError):
        hg.check(sources, agreement="public-3w", on=ON)
    heard: list[hg.SourceError] = []
    report = hg.check(sources, agreement="public-3w", on=ON, unusable=heard.append)
    assert report.verdict is hg.Verdict.HOLD
    assert {found.source for found in report.unknowns} == {"absent.csv", "`https://`"}
    assert {found.kind for found in report.unknowns} == {"source-not-read"}
    assert len(heard) == 2
    assert "s3cret" not in report.to_json()
    with pytest.raises(hg.SourceError):
        hg.check(sources[1], agreement="public-3w", on=ON, unusable=heard.append)
    with pytest.raises(hg.UsageError, match="none of the files"):
        hg.check(sources[1:], agreement="public-3w", on=ON, unusable=heard.append)


def test_reports_show_themselves_in_one_line_and_as_text() -> None:
    report, inspection = hg.check(CSV, agreement="public-3w", on=ON), hg.inspect(CSV)
    assert repr(report) == f"<Report {report.headline()}>"
    assert repr(inspection) == "<Inspection: 1 source, 1 table, 0 parts not read>"
    assert report.to_text().startswith(report.headline())
    assert "#contact+email" in inspection.to_text()
    assert "amina" not in report.to_text() + inspection.to_text()


def test_no_source_at_all() -> None:
    with pytest.raises(hg.UsageError, match="no source"):
        hg.inspect([])


def test_an_address_on_the_web_is_refused() -> None:
    with pytest.raises(hg.SourceError, match="download"):
        hg.inspect("https://data.example.org/3w.csv")


def test_proposals_are_for_review_and_never_taken_as_tags() -> None:
    source = b"Governorate,Sector,Colour\nNorth,WASH,green\n"
    (proposal,) = hg.propose_tags(source)
    assert [column.tag for column in proposal.columns] == ["#adm1+name", "#sector+name", None]
    report = hg.check(source, agreement="public-3w", on=ON)
    assert {found.kind for found in report.violations} >= {"untagged-column"}


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hxlguard as hg;"
        f"report = hg.check({CSV!r}, agreement='public-3w', on={ON!r});"
        "sys.stdout.write(report.to_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Kathmandu"))
    }
    assert len(outputs) == 1
    assert b"BLOCK" in outputs.pop()


@pytest.mark.parametrize(
    "source",
    [
        b"+963 944 555 123\n",
        b"List of Mrs Amina Khalil\n#org,#sector\n",
        b"ask amina@relief.example\nOrg,Sector\n#org,#sector\nRelief Example,WASH\n",
    ],
)
def test_what_stands_above_or_instead_of_data_is_checked_too(source: bytes) -> None:
    report = hg.check(source, agreement="public-3w", on=ON)
    assert "forbidden-entity" in {found.kind for found in report.violations}


def test_a_title_over_an_announced_but_empty_column_is_checked() -> None:
    source = b",,+963 944 555 123\nOrg,Sector,Phone\n#org,#sector,#contact+phone\nA,WASH,\n"
    report = hg.check(source, agreement="public-3w", on=ON)
    assert "forbidden-entity" in {found.kind for found in report.violations}


@pytest.mark.parametrize(
    "source",
    [b"Org,Sector\n#org,#sector\n", pl.DataFrame({"#org": []}, schema={"#org": pl.String})],
    ids=["headers alone", "empty frame"],
)
def test_a_source_without_content_is_not_clear(source: object) -> None:
    report = hg.check(source, agreement="public-3w", on=ON)
    assert report.verdict is hg.Verdict.HOLD
    assert [found.kind for found in report.unknowns] == ["nothing-to-check"]


def agreement_file(path: Path, *rules: dict[str, Any], **sections: Any) -> Path:
    path.write_text(json.dumps(document(*rules, **sections)), encoding="utf-8")
    return path


def test_several_agreements_must_all_allow_it(tmp_path: Path) -> None:
    data = b"Org,Province\n#org,#adm1\nRelief Example,North\n"
    wide = agreement_file(tmp_path / "wide.yaml", permit("#org", "#adm1"))
    narrow = agreement_file(tmp_path / "narrow.json", permit("#org"), metadata={"id": "narrow"})
    assert hg.check(data, agreement=[wide], on="2026-11-21").verdict is hg.Verdict.CLEAR
    for both in ([wide, narrow], (str(narrow), hg.load_agreement(wide))):
        report = hg.check(data, agreement=both, on="2026-11-21")
        assert [found.clause.agreement for found in report.violations] == ["narrow"]
        document_ = json.loads(report.to_json())
        assert {each["id"] for each in document_["agreements"]} == {"short", "narrow"}
        assert document_["agreement"] == document_["agreements"][0]


def test_attestations_settle_in_every_call(tmp_path: Path) -> None:
    data = tmp_path / "orgs.csv"
    data.write_text("Org\n#org\nRelief Example\n", encoding="utf-8")
    duty = {"obligations": [{"id": "dpia"}]}
    under = agreement_file(tmp_path / "a.yaml", permit("#org"), flow=duty)
    said = {
        "apiVersion": "hxlguard/v1",
        "kind": "Attestations",
        "attestations": [
            {"clause": "dpia", "by": "rei", "date": "2026-11-20", "statement": "Done."}
        ],
    }
    assert hg.check(data, agreement=under, on="2026-11-21").verdict is hg.Verdict.HOLD
    report = hg.check(data, agreement=under, attest=said, on="2026-11-21")
    assert report.verdict is hg.Verdict.CLEAR
    assert json.loads(report.to_json())["attestations"] == [
        {"clause": "dpia", "agreement": None, "by": "rei", "date": "2026-11-20"}
    ]
    (one,) = hg.check_many([data], agreement=under, attest=[said], on="2026-11-21")
    assert one == report
