from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import polars as pl
import pytest

import hxlguard as hg
from hxlguard.model.profile import UnitOfRecord
from hxlguard.model.risk import RiskReport, TableRisk
from hxlguard.reports.risk_v1 import risk_schema_text
from tests.cli.calls import Run

GUIDE = """\
Residence,Sex,Education,Labour,Weight
#loc+type,#respondee+gender,#respondee+education,#respondee+labour,#meta+weight
Urban,Female,Secondary incomplete,Employed,180
Urban,Female,Secondary incomplete,Employed,180
Urban,Female,Primary incomplete,Non-LF,215
Urban,Male,Secondary complete,Employed,76
Rural,Female,Secondary complete,Unemployed,186
Urban,Male,Secondary complete,Employed,76
Urban,Female,Primary complete,Non-LF,180
Urban,Male,Post-secondary,Unemployed,215
Urban,Female,Secondary incomplete,Non-LF,186
Urban,Female,Secondary incomplete,Non-LF,76
"""
"""The ten records of the SDC Practice guide."""
KEYS = ["#loc", "#respondee"]
CODEBOOK = b"Word,Meaning\n#meta,#meta\nx,y\nz,w\n"
SECRETS = ("Urban", "Post-secondary", "Unemployed")


@pytest.fixture
def guide() -> RiskReport:
    return hg.risk(GUIDE.encode(), quasi=KEYS, name="guide.csv")


def value(table: TableRisk, measure: str, **asked: object) -> float:
    found = table.found(measure, **asked)  # type: ignore[arg-type]
    assert found is not None
    assert found.value is not None, found.reason
    return found.value


def test_the_figures_of_the_guide_come_out(guide: RiskReport) -> None:
    (table,) = guide.tables
    assert table.roles.quasi == (1, 2, 3, 4)
    assert table.roles.weight == 5
    assert value(table, "k_anonymity") == 1
    assert table.alone == 4
    assert value(table, "global_risk") == pytest.approx(0.01582, abs=5e-6)
    assert value(table, "expected_reidentifications") == pytest.approx(0.1582, abs=5e-5)
    assert value(table, "individual_risk") == pytest.approx(0.029010932, abs=5e-10)
    assert value(table, "share_above_risk", risk=0.05) == 0
    assert value(table, "suda") == 12
    suda = table.found("suda")
    assert suda is not None
    assert suda.rows.first == (7,)


def test_a_sampling_fraction_that_is_given_goes_before_the_weights() -> None:
    report = hg.risk(GUIDE.encode(), quasi=KEYS, sampling_fraction=0.01)
    assert value(report.tables[0], "dis_suda") == pytest.approx(0.0107, abs=5e-5)


def test_every_record_is_in_one_band(guide: RiskReport) -> None:
    (table,) = guide.tables
    assert [(band.start, band.end, band.records) for band in table.class_sizes[:3]] == [
        (1, 2, 4),
        (2, 3, 6),
        (3, 5, 0),
    ]
    assert sum(band.records for band in table.class_sizes) == 10
    assert sum(band.records for band in table.risk_bands) == 10
    assert [band.records for band in table.risk_bands[:3]] == [4, 6, 0]


def test_what_would_help_is_computed(guide: RiskReport) -> None:
    (table,) = guide.tables
    left = {each.column: each.uniques for each in table.options if each.do == "drop"}
    assert set(left) == {1, 2, 3, 4}
    assert left[3] == 2
    assert [each.uniques for each in table.options] == sorted(
        each.uniques for each in table.options
    )


def test_all_was_computed_though_not_all_applies(guide: RiskReport) -> None:
    assert guide.complete
    asked = {found.asked.measure for found in guide.tables[0].applicable}
    assert not asked & {"l_diversity", "household_risk", "min_cell_count"}


def test_named_sensitive_attributes_are_measured() -> None:
    report = hg.risk(GUIDE.encode(), quasi=["#loc", "#respondee+gender"], sensitive=["#*+labour"])
    (table,) = report.tables
    assert table.roles.sensitive == (4,)
    assert value(table, "l_diversity", variant="distinct") == 1
    assert value(table, "t_closeness") == pytest.approx(0.8)
    assert report.complete, [found.reason for found in table.unanswered]


def test_a_household_without_an_id_is_not_passed_over() -> None:
    report = hg.risk(GUIDE.encode(), quasi=KEYS, household="#household+id")
    assert not report.complete
    assert "household_risk" in {found.asked.measure for found in report.tables[0].unanswered}


@pytest.mark.parametrize("weight", ["0", "-3", "many", "", "NaN", "inf"])
def test_a_weight_that_is_none_holds(weight: str) -> None:
    report = hg.risk(GUIDE.replace("Employed,180", f"Employed,{weight}", 1).encode(), quasi=KEYS)
    (table,) = report.tables
    assert not report.complete
    assert "global_risk" in {found.asked.measure for found in table.unanswered}
    assert value(table, "k_anonymity") == 1


def test_a_blank_agrees_with_every_value_where_that_is_asked_for() -> None:
    blanked = GUIDE.replace("Urban,Male,Post-secondary", "Urban,Male,").encode()
    assert hg.risk(blanked, quasi=KEYS).tables[0].alone == 4
    by_wildcard = hg.risk(blanked, quasi=["#loc", "#respondee+education"], blanks="wildcard")
    assert by_wildcard.tables[0].alone == 1
    assert "agree with every value" in by_wildcard.to_text()


def test_each_table_is_told_by_itself(tmp_path: Path) -> None:
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text(GUIDE, encoding="utf-8")
    report = hg.risk([tmp_path / "one.csv", tmp_path / "two.csv"], quasi=KEYS)
    assert [table.source for table in report.tables] == ["one.csv", "two.csv"]
    assert report.to_frame().filter(pl.col("measure") == "global_risk").height == 2


def test_without_a_quasi_identifier_one_sentence_says_what_to_do() -> None:
    report = hg.risk(CODEBOOK)
    assert not report.complete
    assert "--quasi" in report.to_text()
    assert len(report.to_text().splitlines()) <= 4


WIDE = "".join(f"#respondee+c{at}," for at in range(60))


@pytest.mark.parametrize(
    ("data", "arguments", "told"),
    [
        (CODEBOOK, {}, "`--quasi` (in Python `quasi=`)"),
        (GUIDE.replace(",180", ",0").encode(), {"quasi": KEYS}, "mend the weights"),
        (
            ("A," * 60 + "B\n" + WIDE + "#loc\n" + "x," * 60 + "y\n").encode(),
            {"quasi": ["#respondee"]},
            "name fewer quasi-identifiers",
        ),
    ],
    ids=["no quasi-identifier", "weights", "too many quasi-identifiers"],
)
def test_a_reason_names_what_a_caller_can_do_and_no_key_of_a_clause(
    data: bytes, arguments: dict[str, object], told: str
) -> None:
    report = hg.risk(data, **arguments)  # type: ignore[arg-type]
    reasons = [found.reason for found in report.tables[0].unanswered]
    assert any(told in reason for reason in reasons), reasons
    assert told in report.to_json()
    keys = (
        "`quasi_identifiers`",
        "`sensitive`",
        "`household`",
        "`max_size`",
        "`sampling_fraction`",
    )
    assert not any(key in reason for reason in reasons for key in keys)


@pytest.mark.parametrize("rows", ["", "Urban,,,,\n", ",,,,7\n", "Urban,Male,x,y,1\n"])
def test_hardly_any_data_have_an_answer(rows: str) -> None:
    head = "".join(f"{line}\n" for line in GUIDE.splitlines()[:2])
    report = hg.risk((head + rows).encode(), quasi=KEYS)
    assert isinstance(report.to_text() + report.to_json(), str)
    assert report.complete == (rows in ("Urban,,,,\n", "Urban,Male,x,y,1\n"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"quasi": "#adm2"}, "quasi: this is no list of HXL tags"),
        ({"quasi": []}, "quasi: this is no list of HXL tags"),
        ({"quasi": ["adm 2"]}, "quasi: `adm 2` is no HXL tag"),
        ({"quasi": [3]}, "quasi: this is no HXL tag"),
        ({"quasi": ["#adm2"]}, "quasi: no column is tagged `#adm2`"),
        ({"sensitive": ["#loc", "#need"]}, "sensitive: no column is tagged `#need`"),
        ({"weight": "the weight"}, "weight: `the weight` is no HXL tag"),
        ({"household": 4}, "household: this is no HXL tag"),
        ({"blanks": "any"}, "blanks: this is no way to take blanks"),
        ({"sampling_fraction": 0}, "sampling_fraction: this is no share"),
        ({"sampling_fraction": float("nan")}, "sampling_fraction: this is no share"),
        ({"sampling_fraction": "5 %"}, "sampling_fraction: this is no share"),
    ],
)
def test_a_call_that_means_nothing_is_refused(arguments: dict[str, object], told: str) -> None:
    with pytest.raises(hg.UsageError) as caught:
        hg.risk(GUIDE.encode(), **arguments)  # type: ignore[arg-type]
    assert str(caught.value).startswith(told)


def test_the_document_meets_its_schema_and_holds_no_cell(guide: RiskReport) -> None:
    document = json.loads(guide.to_json())
    jsonschema.Draft202012Validator(json.loads(risk_schema_text())).validate(document)
    assert document["format"] == "hxlguard/risk/v1"
    (table,) = document["tables"]
    assert table["roles"]["quasi"][0] == {"index": 1, "tag": "#loc+type"}
    assert table["roles"]["household"] is None
    told = guide.to_json() + guide.to_text() + repr(guide) + repr(guide.sources)
    assert not any(secret in told for secret in SECRETS)


def test_the_committed_schema_is_the_generated_one(root: Path) -> None:
    committed = (root / "schemas" / "risk-v1.schema.json").read_text(encoding="utf-8")
    assert committed == risk_schema_text(), "run `make schemas`"


def test_the_same_table_gives_the_same_bytes(guide: RiskReport) -> None:
    again = hg.risk(GUIDE.encode(), quasi=KEYS, name="guide.csv")
    assert (again.to_json(), again.to_text()) == (guide.to_json(), guide.to_text())


def test_what_is_shareable_points_at_no_row(guide: RiskReport) -> None:
    shared = guide.shareable()
    assert "rows 5" in guide.to_text() or "row 7" in guide.to_text()
    assert "row 7" not in shared.to_text()
    document = json.loads(shared.to_json())
    measures = document["tables"][0]["measures"]
    assert all(measure["rows"]["first"] == [] for measure in measures)
    assert [found.rows.count for found in shared.tables[0].applicable] == [
        found.rows.count for found in guide.tables[0].applicable
    ]


def test_a_change_that_brings_nothing_is_not_offered() -> None:
    text = "District,Code\n#adm2+name,#adm2+code\nKessou,1\nTarro,2\n"
    told = hg.risk(text.encode(), quasi=["#adm2"]).to_text()
    assert "no change of a single column" in told
    assert "alone instead of" not in told


def test_rows_that_look_like_totals_are_told_as_such() -> None:
    text = "Country,Reached\n#country,#reached\nNorvale,1200\nSudmark,300\n"
    report = hg.risk(text.encode())
    assert report.tables[0].table.unit is not UnitOfRecord.INDIVIDUAL
    assert "not like people" in report.to_text()


# the command line


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "guide.csv"
    path.write_text(GUIDE, encoding="utf-8")
    return path


def test_the_text_says_first_what_it_means(run: Run, survey: Path) -> None:
    status, out, err = run("risk", survey, "--quasi", *KEYS)
    assert (status, err) == (0, "")
    words = " ".join(out.split())
    assert words.startswith(
        "guide.csv: 10 records 4 of 10 records are alone in the combination of A #loc+type,"
        " B #respondee+gender, C #respondee+education, D #respondee+labour: whoever knows"
    )
    assert "6 more share it with fewer than 4 others." in words
    assert "a global risk of 1.58 %" in words
    assert "under 3 % (HDX)" in words
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--quasi", "#adm7"), 2),
        (("--quasi", "#loc", "--weight", "#meta+other"), 3),
        (("--quasi", "#loc", "--format", "xml"), 2),
        (("--blanks", "none"), 2),
        (("--sampling-fraction", "2"), 2),
        (("--quasi",), 2),
    ],
)
def test_every_answer_has_its_status(
    run: Run,
    survey: Path,
    arguments: tuple[str, ...],
    status: int,
) -> None:
    got, _, err = run("risk", survey, *arguments)
    assert got == status
    assert err.count("\n") == (status == 2)


def test_a_file_that_cannot_be_used_is_2_and_the_other_is_told(
    run: Run,
    survey: Path,
    tmp_path: Path,
) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 this is no workbook")
    status, out, err = run("risk", survey, tmp_path / "broken.xlsx", "--quasi", *KEYS)
    assert status == 2
    assert "10 records" in out
    assert "broken.xlsx" in out
    assert err.startswith("hxlguard: error: broken.xlsx: ")


def test_it_draws_into_a_folder_and_leaves_rows_out(
    run: Run,
    survey: Path,
    tmp_path: Path,
) -> None:
    target = tmp_path / "risk.json"
    status, out, _ = run(
        *("risk", survey, "--quasi", *KEYS, "--shareable", "--format", "json"),
        *("--output", target, "--plot", tmp_path / "pictures"),
    )
    assert (status, out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["complete"] is True
    assert len(list((tmp_path / "pictures").iterdir())) == 6
    assert run("risk", survey, "--quasi", *KEYS, "--plot", survey)[0] == 2


def test_pictures_of_an_older_report_do_not_stay_beside_new_ones(
    run: Run,
    survey: Path,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    others = {"table-3-notes.svg", "table-3-risks.svg.txt", "my-table-3-risks.svg"}
    for name in ("table-3-risks.svg", "table-1-risks.png", *others):
        (folder / name).write_text("older", encoding="utf-8")
    assert run("risk", survey, "--quasi", "#adm7", "--plot", folder)[0] == 2
    assert {each.name for each in folder.iterdir()} == others
    assert run("risk", survey, "--quasi", *KEYS, "--plot", folder)[0] == 0
    drawn = {each.name for each in folder.iterdir()} - others
    assert len(drawn) == 6
    assert all(name.startswith("table-1-") for name in drawn)


@pytest.mark.parametrize(
    "name",
    [
        "anjana__hospital_extended.csv",
        "eticaai__hl7.hxl.csv",
        "libhxl__input-valid.csv",
        "hxlproxy__multisheet-dataset.xlsx",
        "unsdd__synthetic_somalia_child_protection_1.csv",
    ],
)
def test_real_files_are_answered(run: Run, shared: Path, name: str, tmp_path: Path) -> None:
    shutil.copy(shared / "data" / "real" / name, tmp_path / name)
    status, out, err = run("risk", tmp_path / name)
    assert status in (0, 3)
    assert err == ""
    assert out.startswith(name)
