"""Treatments are checked on what leaves."""

from __future__ import annotations

from typing import Any

import pytest

from hxlguard.composing import asked_for
from hxlguard.evaluation import evaluate
from hxlguard.model.attestation import Attestation
from hxlguard.model.finding import Via
from hxlguard.model.location import NO_ROWS
from hxlguard.model.ordered import Severity, Verdict
from hxlguard.model.profile import Banded, ColumnProfile, DatePrecision
from hxlguard.model.report import Transfer
from tests.facts import (
    ALL,
    agreement,
    cited,
    column,
    detection,
    doubted,
    judge,
    require,
    rows,
    source,
    table,
    unknown,
    violation,
)
from tests.facts import DAY as TODAY

ROUND = {"do": "round_coordinates", "decimals": 2}
ADMIN = {"do": "generalise_location", "admin_level": 2}
MONTH = {"do": "truncate_date", "to": "month"}
DROP = {"do": "drop"}
BANDS, FINE_BANDS = {"do": "band", "cuts": [0, 18]}, {"do": "band", "cuts": [0, 5, 18]}
PSEUDONYMS = {"do": "pseudonymise"}
DAY, IN_MONTH, YEAR = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR


def banded(finer: int = 0, unread: int = 0) -> Banded:
    return Banded((0, 18), rows(finer), rows(unread))


@pytest.mark.parametrize(
    ("treatment", "facts"),
    [
        (ROUND, {"decimals": {2: 20}}),
        (ROUND, {"decimals": {0: 5, 1: 15}}),
        (ADMIN, {"admin_level": 2}),
        (ADMIN, {"admin_level": 0}),
        (MONTH, {"dates": {IN_MONTH: 20}}),
        (MONTH, {"dates": {YEAR: 20}}),
        (DROP, {"filled": 0}),
        ({"do": "mask"}, {"filled": 0, "not_masked": NO_ROWS}),
        ({"do": "mask"}, {"not_masked": NO_ROWS}),
        (BANDS, {"banded": (banded(),)}),
        ({"do": "band", "cuts": [18, 0, 5]}, {"banded": (Banded((0, 5, 18), NO_ROWS, NO_ROWS),)}),
    ],
)
def test_what_is_protected_enough_passes(treatment: dict[str, Any], facts: dict[str, Any]) -> None:
    report = judge(agreement(ALL, require(treatment, tags=["#x"])), column(1, "#x", **facts))
    assert (report.verdict, report.violations) == (Verdict.CLEAR, ())


@pytest.mark.parametrize(
    ("treatment", "facts", "kind", "observed", "required", "count", "severity"),
    [
        (
            ROUND,
            {"decimals": {5: 6, 3: 7, 1: 7}},
            "coordinates-too-precise",
            {"decimals": 5},
            {"decimals": 2},
            13,
            Severity.HIGH,
        ),
        (
            ADMIN,
            {"admin_level": 4},
            "location-too-fine",
            {"admin_level": 4},
            {"admin_level": 2},
            20,
            Severity.HIGH,
        ),
        (
            MONTH,
            {"dates": {DAY: 4, YEAR: 16}},
            "date-too-precise",
            {"date": "day"},
            {"date": "month"},
            4,
            Severity.MODERATE,
        ),
    ],
)
def test_what_is_too_fine_names_both_and_how_to_mend_it(
    treatment: dict[str, Any],
    facts: dict[str, Any],
    kind: str,
    observed: dict[str, Any],
    required: dict[str, Any],
    count: int,
    severity: Severity,
) -> None:
    report = judge(agreement(ALL, require(treatment, tags=["#x"])), column(1, "#x", **facts))
    found = violation(report, "r")
    assert (found.kind, found.observed, found.required) == (kind, observed, required)
    assert (found.rows.count, found.severity) == (count, severity)
    assert list(found.remedies) == [treatment, DROP]


@pytest.mark.parametrize(
    ("treatment", "facts", "kind", "count"),
    [
        (BANDS, {"banded": (banded(finer=3),)}, "not-banded", 3),
        (PSEUDONYMS, {"not_pseudonyms": rows(4)}, "not-pseudonymised", 4),
        ({"do": "mask"}, {"not_masked": rows(5)}, "not-masked", 5),
    ],
)
def test_what_was_left_as_it_was_names_the_rows_and_the_treatment(
    treatment: dict[str, Any], facts: dict[str, Any], kind: str, count: int
) -> None:
    report = judge(agreement(ALL, require(treatment, tags=["#x"])), column(1, "#x", **facts))
    found = violation(report, "r")
    assert (found.kind, found.rows.count, found.severity) == (kind, count, Severity.HIGH)
    first, second = found.remedies
    assert (first["do"], second) == (treatment["do"], DROP)
    assert first.get("cuts", "0, 18") == "0, 18"


def test_a_cell_may_be_finer_and_another_one_unreadable() -> None:
    facts = {"banded": (banded(finer=3, unread=2),)}
    report = judge(agreement(ALL, require(BANDS, tags=["#x"])), column(1, "#x", **facts))
    assert violation(report, "r").rows.count == 3
    assert unknown(report, "r").rows.count == 2


def test_two_clauses_that_band_a_column_must_both_be_met() -> None:
    under = agreement(
        ALL, require(BANDS, id="r1", tags=["#x"]), require(FINE_BANDS, id="r2", tags=["#x"])
    )
    facts = (banded(finer=3), Banded((0, 5, 18), NO_ROWS, NO_ROWS))
    assert cited(judge(under, column(1, "#x", banded=facts))) == {"r1"}


def test_the_cuts_of_one_clause_intersect() -> None:
    under = agreement(ALL, require(BANDS, FINE_BANDS, tags=["#x"]))
    assert asked_for([under], Transfer()).cuts == ((0, 18),)
    report = judge(under, column(1, "#x", banded=(banded(finer=1),)))
    assert violation(report, "r").kind == "not-banded"


def test_an_attestation_settles_how_pseudonyms_were_made() -> None:
    under = agreement(ALL, require(PSEUDONYMS, tags=["#x"]))
    facts = source(table(column(1, "#x", not_pseudonyms=NO_ROWS)))
    held = evaluate(under, (facts,), Transfer(), TODAY)
    assert (held.verdict, held.unknowns[0].kind) == (Verdict.HOLD, "treatment-not-proven")
    assert "--attest" in held.unknowns[0].reason
    word = Attestation(clause="r", by="rei-dpo", date="2026-11-20", statement="Keyed.")
    report = evaluate(under, (facts,), Transfer(), TODAY, (word,))
    assert report.verdict is Verdict.CLEAR
    assert [each.clause for each in report.attestations] == ["r"]


def test_no_attestation_makes_a_pseudonym_of_a_name() -> None:
    under = agreement(ALL, require(PSEUDONYMS, tags=["#x"]))
    facts = source(table(column(1, "#x", not_pseudonyms=rows(1))))
    word = Attestation(clause="r", by="rei-dpo", date="2026-11-20", statement="Keyed.")
    report = evaluate(under, (facts,), Transfer(), TODAY, (word,))
    assert violation(report, "r").kind == "not-pseudonymised"


@pytest.mark.parametrize(
    ("treatment", "facts", "kind"),
    [
        (DROP, {}, "must-be-dropped"),
        (ROUND, {}, "treatment-not-applicable"),
        (ROUND, {"dates": {DAY: 1}}, "treatment-not-applicable"),
        (ADMIN, {"decimals": {1: 20}}, "treatment-not-applicable"),
        (MONTH, {"admin_level": 1}, "treatment-not-applicable"),
    ],
)
def test_what_cannot_be_treated_must_be_dropped(
    treatment: dict[str, Any], facts: dict[str, Any], kind: str
) -> None:
    report = judge(agreement(ALL, require(treatment, tags=["#x"])), column(1, "#x", **facts))
    found = violation(report, "r")
    assert (found.kind, list(found.remedies), found.observed) == (kind, [DROP], None)


@pytest.mark.parametrize(
    ("treatment", "facts", "kind", "count"),
    [
        (ROUND, {"decimals": {1: 18}, "unlocated": 2}, "coordinates-not-understood", 2),
        (MONTH, {"dates": {IN_MONTH: 17}, "undated": 3}, "date-not-understood", 3),
        (MONTH, {"undated": 20}, "date-not-understood", 20),
        (PSEUDONYMS, {}, "clause-not-decided", 20),
        (PSEUDONYMS, {"not_pseudonyms": NO_ROWS}, "treatment-not-proven", 20),
        ({"do": "mask"}, {}, "clause-not-decided", 20),
        (BANDS, {}, "clause-not-decided", 20),
        (BANDS, {"banded": (Banded((0, 17), NO_ROWS, NO_ROWS),)}, "clause-not-decided", 20),
        (BANDS, {"banded": (banded(unread=2),)}, "band-not-understood", 2),
    ],
)
def test_what_cannot_be_seen_holds(
    treatment: dict[str, Any], facts: dict[str, Any], kind: str, count: int
) -> None:
    report = judge(agreement(ALL, require(treatment, tags=["#x"])), column(1, "#x", **facts))
    held = unknown(report, "r")
    assert (report.verdict, held.kind, held.rows.count) == (Verdict.HOLD, kind, count)


def test_columns_of_one_clause_and_kind_stand_together() -> None:
    under = agreement(ALL, require(ROUND, location="coordinates"))
    columns = (column(1, "#geo+lat", decimals={5: 20}), column(2, "#geo+lon", decimals={6: 20}))
    found = violation(judge(under, *columns), "r")
    assert [ref.index for ref in found.columns] == [1, 2]
    assert (found.observed, found.rows.count, found.rows.first) == (
        {"decimals": 6},
        20,
        (8, 9, 10, 11, 12),
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (column(1, "#geo+lat", decimals={5: 20}), {"r"}),
        (column(1, "#geo+latlon+x", unlocated=1), set()),
        (column(1, "#x", decimals={5: 20}), {"r"}),
        (column(1, "#x", detections=(detection("GEO_COORDINATES"),)), {"r"}),
        (column(1, "#geo+elevation"), set()),
        (column(1, "#adm1", admin_level=1), set()),
    ],
)
def test_coordinates_are_found_by_measure_tag_or_detection(
    facts: ColumnProfile, expected: set[str]
) -> None:
    assert cited(judge(agreement(ALL, require(ROUND, location="coordinates")), facts)) == expected


def test_named_places_are_those_with_an_admin_level() -> None:
    under = agreement(ALL, require(ADMIN, location="named"))
    columns = (column(1, "#adm3", admin_level=3), column(2, "#loc", admin_level=6), column(3, "#x"))
    found = violation(judge(under, *columns), "r")
    assert [ref.index for ref in found.columns] == [1, 2]
    assert "a named site" in found.message


def test_an_uncertain_match_holds_only_where_it_matters() -> None:
    under = agreement(ALL, require(ROUND, entities=["GEO_COORDINATES"]))
    maybe = (detection("GEO_COORDINATES", confidence=0.5),)
    fine = judge(under, column(1, "#x", decimals={1: 20}, detections=maybe))
    assert fine.verdict is Verdict.CLEAR
    rough = judge(under, column(1, "#x", decimals={5: 20}, detections=maybe))
    assert doubted(rough) == {("detection-uncertain", "r")}


def test_a_pseudonym_and_a_mask_asked_for_together_mean_drop() -> None:
    under = agreement(
        ALL,
        require({"do": "pseudonymise"}, id="r1", tags=["#meta+id"]),
        require({"do": "mask"}, id="r2", tags=["#meta"]),
    )
    report = judge(under, column(1, "#meta+id"), column(2, "#meta+x"))
    assert {(found.clause.id, found.kind) for found in report.violations} == {
        ("r1", "must-be-dropped"),
        ("r2", "must-be-dropped"),
    }
    assert [ref.index for ref in violation(report, "r2").columns] == [1]
    assert doubted(report) == {("clause-not-decided", "r2")}


def test_a_clause_sets_its_own_severity_and_whether_it_can_be_waived() -> None:
    rule = {**require(DROP, tags=["#x"]), "severity": "low", "waivable": False}
    found = violation(judge(agreement(ALL, rule), column(1, "#x")), "r")
    assert (found.severity, found.waivable) == (Severity.LOW, False)


def test_announced_entities_need_a_treatment_too() -> None:
    seen = detection("PERSON_NAME", matched=0, via=(Via.HEADER,))
    report = judge(
        agreement(ALL, require(DROP, entities=["PERSON_NAME"])),
        column(1, "#x", detections=(seen,)),
    )
    assert violation(report, "r").kind == "must-be-dropped"
