"""Every clause that keeps a column back is cited, with number, signed text and line."""

from __future__ import annotations

import json
from pathlib import Path

from hxlguard.agreements import load_agreement
from hxlguard.model.ordered import Level
from tests.facts import column, detection, judge

TEXT = """\
apiVersion: hxlguard/v1
kind: SharingAgreement
metadata: {id: cited, version: "1.0", title: Cited, status: active}
validity: {from: "2026-01-01", until: "2026-12-31"}
clauses:
  - {id: no-names, clause: "1", effect: forbid, match: {entities: [PERSON_NAME]}, text: "No names."}
flows:
  - id: share
    recipients: [public]
    purposes: {permit: [public-information]}
    unit_of_record: activity
    sensitivity_ceiling: low
    rules:
      - {id: no-geo, clause: "2", effect: forbid, match: {tags: ["#geo"]}, text: "No places."}
      - id: rounded
        clause: "3"
        effect: require
        match: {location: coordinates}
        with: [{do: round_coordinates, decimals: 1}]
        text: "One decimal."
"""
CITED = {
    "no-names": ("1", "No names.", 6),
    "no-geo": ("2", "No places.", 14),
    "rounded": ("3", "One decimal.", 15),
    "share.ceiling": (None, "Nothing above the sensitivity `low` leaves.", None),
    "share.default-deny": (None, "Only the fields that a clause permits may leave.", None),
}


def test_all_clauses_that_keep_a_column_back_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, encoding="utf-8")
    named = (detection("PERSON_NAME"),)
    lat = column(1, "#geo+lat", decimals={5: 20}, level=Level.HIGH, detections=named)
    report = judge(load_agreement(path), lat)
    told = {
        found["clause"]["id"]: tuple(found["clause"][key] for key in ("number", "text", "line"))
        for found in json.loads(report.to_json())["violations"]
    }
    assert told == CITED
    text = " ".join(report.to_text().split())
    for name, (number, signed, line) in CITED.items():
        called = f"clause {number} ({name}), line {line}: {signed}" if number else f"{name} ["
        assert called in text
