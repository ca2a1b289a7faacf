"""What one row of a table is about, from what its columns are."""

from __future__ import annotations

from collections.abc import Sequence

from hxlguard.model.finding import SURE, ColumnFinding
from hxlguard.model.profile import UnitOfRecord

_OF_A_PERSON = frozenset(
    {"DATE_OF_BIRTH", "NATIONAL_ID", "PASSPORT", "UNHCR_NUMBER", "AGE", "GENDER", "MARITAL_STATUS"}
)
_OF_A_CASE = frozenset({"HEALTH_CONDITION", "DISABILITY", "PROTECTION_CASE"})


def unit_of_record(findings: Sequence[ColumnFinding]) -> tuple[UnitOfRecord, float]:
    """The unit with the most evidence and how sure that is, 0 to 1.

    Columns that describe one person weigh most: a table about people that also counts things is
    a table about people.
    """
    filled = [finding for finding in findings if finding.filled]
    entities = {
        found.entity
        for finding in filled
        if _hashtag(finding) != "#contact"
        for found in finding.detections
        if found.confidence >= SURE
    }
    hashtags = {_hashtag(finding) for finding in filled}
    personal = entities & _OF_A_PERSON
    if len(personal) >= 2 or (personal and "PERSON_NAME" in entities) or "#respondee" in hashtags:
        return UnitOfRecord.INDIVIDUAL, 0.9
    if "PERSON_NAME" in entities and entities & _OF_A_CASE:
        return UnitOfRecord.INDIVIDUAL, 0.9
    if "#household" in hashtags:
        return UnitOfRecord.HOUSEHOLD, 0.8
    if hashtags & {"#activity", "#sector", "#org", "#output"}:
        return UnitOfRecord.ACTIVITY, 0.7
    if "#event" in hashtags:
        return UnitOfRecord.EVENT, 0.7
    if hashtags & {"#affected", "#inneed", "#targeted", "#reached", "#population"}:
        return UnitOfRecord.AGGREGATE, 0.7
    if hashtags & {"#loc", "#geo"}:
        return UnitOfRecord.SITE, 0.6
    if personal or "PERSON_NAME" in entities:
        return UnitOfRecord.INDIVIDUAL, 0.6
    return UnitOfRecord.UNKNOWN, 0.0


def _hashtag(finding: ColumnFinding) -> str:
    return (finding.tag or finding.proposed_tag or "").split("+")[0]
