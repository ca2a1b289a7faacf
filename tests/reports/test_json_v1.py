from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from hxlguard import __version__
from hxlguard.model.location import Rows
from hxlguard.model.ordered import Verdict
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import (
    AgreementRef,
    AttestationRef,
    Inspection,
    Report,
    Status,
    WaiverNote,
)
from hxlguard.reports import json_v1
from hxlguard.terminal import is_hidden

DECISION_KEYS = (
    "format tool on verdict agreement transfer sources clauses violations unknowns obligations"
)
VIOLATION_KEYS = (
    "kind status severity clause source table columns rows observed required remedies waivable"
    " waiver fingerprint"
)


@pytest.mark.parametrize("name", json_v1.DOCUMENTS)
def test_the_committed_schema_is_the_generated_one(name: str, root: Path) -> None:
    committed = (root / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == json_v1.schema(name), "run `make schemas`"


def test_rendered_documents_meet_their_schemas(report: Report, inspection: Inspection) -> None:
    rendered = {"report-v1": report.to_json(), "inspection-v1": inspection.to_json()}
    for name, text in rendered.items():
        schema = json.loads(json_v1.schema(name))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(json.loads(text))


@pytest.mark.parametrize("name", json_v1.DOCUMENTS)
def test_a_reader_lets_new_keys_pass(name: str, report: Report, inspection: Inspection) -> None:
    text = {"report-v1": report.to_json(), "inspection-v1": inspection.to_json()}[name]
    document = json.loads(text)
    document["new"] = document["sources"][0]["tables"][0]["columns"][0]["new"] = 1
    jsonschema.Draft202012Validator(json.loads(json_v1.schema(name))).validate(document)


def test_a_report_has_the_shape_of_the_contract(report: Report) -> None:
    document = json.loads(report.to_json())
    assert list(document)[:11] == DECISION_KEYS.split()
    assert document["format"] == "hxlguard/report/v1"
    assert document["tool"] == {"name": "hxlguard", "version": __version__}
    assert document["verdict"] == "BLOCK"
    assert document["transfer"] == {
        "flow": "publish",
        "sender": None,
        "recipient": "public",
        "purpose": "public-information",
    }
    assert document["clauses"] == {
        "pass": 11,
        "violation": 1,
        "unknown": 1,
        "waived": 1,
        "not-applicable": 0,
    }
    assert document["obligations"][0]["code"] == "no-reidentification"


def test_a_violation_has_the_shape_of_the_contract(report: Report) -> None:
    found = json.loads(report.to_json())["violations"][0]
    assert list(found)[:14] == VIOLATION_KEYS.split()
    assert found["status"] == "violation"
    assert found["clause"] == {
        "id": "c-no-coords",
        "number": "C.2",
        "text": "No coordinates.",
        "pointer": "/flows/1/rules/3",
        "line": 141,
        "agreement": None,
    }
    assert found["columns"] == [{"index": 7, "tag": "#geo+lat"}]
    assert found["rows"] == {"count": 398, "first": [4, 5, 6]}
    assert found["observed"] == {"decimals": 5}
    assert found["remedies"] == [{"do": "round_coordinates", "decimals": 1}, {"do": "drop"}]


def test_a_waived_violation_says_so(report: Report) -> None:
    found = json.loads(report.to_json())["violations"][1]
    assert (found["status"], found["waiver"]) == ("waived", "w-2026-04")


def test_what_a_decision_rests_on_meets_the_schema(report: Report) -> None:
    rests = replace(
        report,
        agreements=(report.agreement, AgreementRef("base", "2.0", "cd" * 32, "publish")),
        waivers=(WaiverNote("w", applied=False, why=("it expired",), standing=("a",)),),
        attestations=(AttestationRef("enc", "rei", "2026-11-20", "base"),),
    )
    document = json.loads(rests.to_json())
    jsonschema.Draft202012Validator(json.loads(json_v1.schema("report-v1"))).validate(document)
    assert [each["flow"] for each in document["agreements"]] == [None, "publish"]
    assert document["waivers"] == [
        {"id": "w", "agreement": None, "applied": False, "why": ["it expired"], "standing": ["a"]}
    ]
    assert document["attestations"] == [
        {"clause": "enc", "agreement": "base", "by": "rei", "date": "2026-11-20"}
    ]
    told = rests.to_text()
    assert "w: not applied; it expired; still violated: a" in told
    assert "enc of base: by rei on 2026-11-20" in told
    assert "under public-3w 1.0 and base 2.0" in told


def test_a_column_has_the_shape_of_the_contract(inspection: Inspection) -> None:
    table = json.loads(inspection.to_json())["sources"][0]["tables"][0]
    assert table["unit_of_record"] == {"value": "site", "confidence": 0.9}
    assert table["anomalies"][0]["kind"] == "title-rows"
    assert table["anomalies"][0]["rows"] == [1, 3]
    column = table["columns"][3]
    assert column["header"] is None
    assert (column["category"], column["level"]) == ("direct-identifier", "severe")
    assert column["confidence"] == 0.98
    detection = column["detections"][0]
    assert detection["via"] == ["tag", "header", "value"]
    assert (detection["matched"], detection["confidence"]) == (331, 0.97)
    assert detection["coverage"] == 0.9735


def test_rendering_is_deterministic_and_ends_with_one_newline(report: Report) -> None:
    again = replace(report, clauses={Status(key): report.clauses[key] for key in report.clauses})
    assert report.to_json() == again.to_json()
    assert re.search(r"[^\n]\n\Z", report.to_json())


def test_hidden_characters_are_escaped_and_survive(source: SourceProfile) -> None:
    hostile = "\x1b[2J\x9b31m\u202ecsv\U000e0041.xlsx"
    text = Inspection((replace(source, name=hostile),)).to_json()
    assert not any(is_hidden(each) for each in text if each != "\n")
    assert json.loads(text)["sources"][0]["name"] == hostile


def test_a_file_name_that_is_no_unicode_is_shown_as_well_as_it_can_be(
    source: SourceProfile,
) -> None:
    text = Inspection((replace(source, name="3w\udcff.csv"),)).to_json()
    assert json.loads(text)["sources"][0]["name"] == "3w\ufffd.csv"


def test_every_language_stays_readable(source: SourceProfile) -> None:
    text = Inspection((replace(source, name="مخيم 營地.csv"),)).to_json()
    assert "مخيم 營地.csv" in text


def test_the_verdict_of_an_empty_report_is_kept(report: Report) -> None:
    empty = replace(report, verdict=Verdict.CLEAR, violations=(), unknowns=(), sources=())
    document = json.loads(empty.to_json())
    assert (document["verdict"], document["violations"]) == ("CLEAR", [])


def test_a_wrong_fact_is_refused_rather_than_written(source: SourceProfile) -> None:
    table = replace(source.tables[0], rows=-1)
    with pytest.raises(ValueError, match="greater than or equal to 0"):
        Inspection((replace(source, tables=(table,)),)).to_json()
    assert Rows.of([1, 2, 3, 4, 5, 6]) == Rows(6, (1, 2, 3, 4, 5))
