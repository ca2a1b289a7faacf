"""Made-up facts and decisions, as evaluation would hand them over."""

from __future__ import annotations

import pytest

from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.finding import Category, ColumnFinding, Detection, Via
from hxlguard.model.location import NO_ROWS, ColumnRef, Rows
from hxlguard.model.ordered import Level, Severity, Verdict
from hxlguard.model.profile import (
    ColumnProfile,
    SourceProfile,
    TableProfile,
    UnitOfRecord,
    UnreadPart,
)
from hxlguard.model.report import (
    AgreementRef,
    ClauseRef,
    Inspection,
    Obligation,
    Report,
    Status,
    Transfer,
    Unknown,
    Violation,
)

SHA = "ab" * 32
NO_COORDINATES = ClauseRef("c-no-coords", "C.2", "No coordinates.", "/flows/1/rules/3", 141)


def finding(index: int, header: str | None, tag: str | None, **changes: object) -> ColumnFinding:
    values: dict[str, object] = {
        "index": index,
        "header": header,
        "tag": tag,
        "proposed_tag": None,
        "filled": 340,
        "filled_rows": Rows(340, (3, 4, 5, 6, 7)),
        "category": Category.NON_PERSONAL,
        "level": Level.LOW,
        "confidence": 0.9,
        **changes,
    }
    return ColumnFinding(**values)  # type: ignore[arg-type]


@pytest.fixture
def source() -> SourceProfile:
    person = Detection(
        "PERSON_NAME", (Via.TAG, Via.HEADER, Via.VALUE), 331, 0.9735, 0.9749, Rows(331, (3, 4))
    )
    columns = (
        finding(1, "Province", "#adm1"),
        finding(2, "District", None, proposed_tag="#adm2", filled=0, filled_rows=NO_ROWS),
        finding(7, "Latitude", "#geo+lat", category=Category.PRECISE_LOCATION, level=Level.HIGH),
        finding(
            24,
            None,
            "#contact+name",
            category=Category.DIRECT_IDENTIFIER,
            level=Level.SEVERE,
            confidence=0.976,
            detections=(person,),
        ),
    )
    table = TableProfile(
        name="Sheet1",
        hidden=False,
        rows=353,
        tag_row=2,
        unit=UnitOfRecord.SITE,
        unit_confidence=0.904,
        columns=tuple(ColumnProfile(each) for each in columns),
        anomalies=(Anomaly(AnomalyKind.TITLE_ROWS, 2, (1, 3)),),
    )
    return SourceProfile(
        "camps.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        SHA,
        (table,),
        (Anomaly(AnomalyKind.DOCUMENT_PROPERTIES),),
        (UnreadPart("Chart1", "sheet-not-read", "a chart sheet has no cells; delete it"),),
    )


@pytest.fixture
def inspection(source: SourceProfile) -> Inspection:
    return Inspection((source,))


@pytest.fixture
def violation() -> Violation:
    return Violation(
        kind="coordinates-too-precise",
        message="coordinates have 5 decimals and may have 1",
        severity=Severity.HIGH,
        clause=NO_COORDINATES,
        source="camps.xlsx",
        table="Sheet1",
        columns=(ColumnRef(7, "#geo+lat"),),
        rows=Rows(398, (4, 5, 6)),
        observed={"decimals": 5},
        required={"decimals": 1},
        remedies=({"do": "round_coordinates", "decimals": 1}, {"do": "drop"}),
        fingerprint="0123456789abcdef",
    )


@pytest.fixture
def waived() -> Violation:
    return Violation(
        kind="field-not-permitted",
        message="these columns are not on the list of what may leave",
        severity=Severity.MODERATE,
        clause=ClauseRef("publish.default-deny"),
        source="camps.xlsx",
        table="Sheet1",
        columns=tuple(ColumnRef(index, None) for index in (1, 2, 3, 4, 6, 28)),
        waiver="w-2026-04",
        fingerprint="fedcba9876543210",
    )


@pytest.fixture
def report(source: SourceProfile, violation: Violation, waived: Violation) -> Report:
    return Report(
        verdict=Verdict.BLOCK,
        on="2026-11-21",
        agreement=AgreementRef("public-3w", "1.0", SHA),
        transfer=Transfer("publish", None, "public", "public-information"),
        sources=(source,),
        clauses={Status.PASS: 11, Status.VIOLATION: 1, Status.UNKNOWN: 1, Status.WAIVED: 1},
        violations=(violation, waived),
        unknowns=(
            Unknown(
                "sheet-not-read",
                "a chart sheet has no cells; delete it",
                source="camps.xlsx",
                table="Chart1",
            ),
        ),
        obligations=(Obligation("a-noreid", "ocha", "no-reidentification", "after-release"),),
    )
