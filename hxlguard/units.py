"""What one row of a table is about, from what its columns are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hxlguard.lexicon.contacts import CONTACTS
from hxlguard.lexicon.headers import counts_members, spelled
from hxlguard.lexicon.records import GOODS, HEADS, INCIDENTS, PRICES, SITES, TOTALS
from hxlguard.lexicon.words import holds_any, tokens
from hxlguard.model.finding import SURE, ColumnFinding, Via
from hxlguard.model.profile import UnitOfRecord
from hxlguard.roles import is_weight, names_household

_OF_A_PERSON = frozenset(
    {"DATE_OF_BIRTH", "NATIONAL_ID", "PASSPORT", "UNHCR_NUMBER", "AGE", "GENDER", "MARITAL_STATUS"}
)
_OF_A_CASE = frozenset(
    {
        "DETENTION",
        "DISABILITY",
        "ETHNIC_GROUP",
        "HEALTH_CONDITION",
        "LEGAL_STATUS",
        "PREGNANCY",
        "PROTECTION_CASE",
        "RELIGIOUS_GROUP",
        "SEXUAL_LIFE",
    }
)
_TOLD_OF_MEMBERS = _OF_A_PERSON - {"MARITAL_STATUS"}
"""How somebody lives is asked of the head of a household alone, whose header rarely says so."""

_COUNTS = frozenset(
    {"#affected", "#beneficiary", "#inneed", "#population", "#reached", "#targeted"}
)
_FIGURES = frozenset({"#indicator", "#value", "#severity"})
_WORK = frozenset({"#activity", "#output", "#service"})
_PLACED = frozenset(
    {"#country", "#region", "#adm1", "#adm2", "#adm3", "#adm4", "#adm5", "#loc", "#geo"}
)
_MEASURED = "HEALTH_CONDITION"
_COUNTED_TRAITS = _OF_A_CASE | {"GENDER", "MARITAL_STATUS"}
_Unit = tuple[UnitOfRecord, float]

_SEVERAL = 3
"""Columns that say the same of a table, so that one that may say otherwise does not count."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The filled columns of a table.

    Attributes:
        findings: all of them.
        unlike: positions from 1 of columns in which no two cells are alike.
        large: positions from 1 of columns about people that hold larger numbers.
    """

    findings: Sequence[ColumnFinding]
    unlike: Collection[int]
    large: Collection[int]

    @property
    def hashtags(self) -> frozenset[str]:
        """The hashtags of the columns, or what their headers suggest."""
        return frozenset(map(_hashtag, self.findings))

    @property
    def entities(self) -> frozenset[str]:
        """What is surely seen in columns that are no contacts and count nobody."""
        single = [finding for finding in self.findings if finding.index not in self.large]
        return frozenset().union(*map(_entities, single))

    @property
    def counted(self) -> bool:
        """Whether a column counts people."""
        hashtags = self.hashtags
        return bool(hashtags & _COUNTS) or any(tag.endswith("_num") for tag in hashtags)

    @property
    def plainly_of_things(self) -> bool:
        """Whether several columns are what only facilities or goods have."""
        return any(len(self.headed(phrases)) >= _SEVERAL for phrases in (SITES, GOODS))

    @property
    def is_located(self) -> bool:
        """Whether the rows have coordinates, as sites do, and people without any trait do not."""
        return "GEO_COORDINATES" in self.entities or "#geo" in self.hashtags

    @property
    def counts_many(self) -> bool:
        """Whether several columns count people, more of them than a household has."""
        return len(self.large) >= _SEVERAL

    @property
    def banded(self) -> bool:
        """Whether several columns count people of some age or sex."""
        headers = (spelled(tokens(finding.header or "")) for finding in self.findings)
        return sum(map(counts_members, headers)) >= _SEVERAL

    def headed(self, phrases: Sequence[tuple[str, ...]]) -> list[ColumnFinding]:
        """The columns with one of the phrases in their header."""
        return [finding for finding in self.findings if _is_headed(finding, phrases)]

    def headed_by_no_more_than(self, phrases: Sequence[tuple[str, ...]]) -> bool:
        """Whether one of the phrases is the whole header of a column."""
        return any(tokens(finding.header or "") in phrases for finding in self.findings)


def unit_of_record(
    findings: Sequence[ColumnFinding],
    unlike: Collection[int] = frozenset(),
    large: Collection[int] = frozenset(),
) -> tuple[UnitOfRecord, float]:
    """The unit with the most evidence and how sure that is, 0 to 1.

    Columns that describe one person weigh most: a table about people that also counts things is
    a table about people.

    Args:
        findings: all columns.
        unlike: positions from 1 of columns in which no two cells are alike.
        large: positions from 1 of columns about people that hold larger numbers.
    """
    filled = [finding for finding in findings if finding.filled]
    counts = [one.index for one in filled if one.index in large and _may_count(one)]
    table = _Table(filled, unlike, counts)
    return _people(table) or _things(table) or _perhaps_people(table) or (UnitOfRecord.UNKNOWN, 0.0)


def _may_count(finding: ColumnFinding) -> bool:
    """Whether larger numbers in a column are people, and no weight or score of one of them."""
    entities = _entities(finding)
    is_count = counts_members(spelled(tokens(finding.header or "")))
    return is_count or bool(entities & _COUNTED_TRAITS and _MEASURED not in entities)


def describes_person(finding: ColumnFinding) -> bool:
    """Whether the column surely holds a name or a trait of a person or a case."""
    return bool(_entities(finding) & (_OF_A_PERSON | _OF_A_CASE | {"PERSON_NAME"}))


def _people(table: _Table) -> _Unit | None:
    """A household where its number never repeats, or where its head alone is described."""
    entities, households = table.entities, list(filter(names_household, table.findings))
    one_row_each = any(column.index in table.unlike for column in households)
    of_heads = list(filter(_is_of_a_head, table.findings))
    personal = [column for column in table.findings if _entities(column) & _TOLD_OF_MEMBERS]
    traits = entities & _OF_A_PERSON
    named = "PERSON_NAME" in entities
    respondents = "#respondee" in table.hashtags
    of_things = table.plainly_of_things or table.counts_many or table.is_located
    case = frozenset() if of_things else entities & _OF_A_CASE
    if len(traits) >= 2 or (named and traits | case) or respondents:
        if one_row_each or (personal and all(column in of_heads for column in personal)):
            return UnitOfRecord.HOUSEHOLD, 0.9
        return UnitOfRecord.INDIVIDUAL, 0.9
    if households or of_heads or "#household" in table.hashtags:
        return UnitOfRecord.HOUSEHOLD, 0.8
    if traits and len(entities & _OF_A_CASE) >= 2 and not table.counted:
        return UnitOfRecord.INDIVIDUAL, 0.7
    if any(map(is_weight, table.findings)):
        return UnitOfRecord.HOUSEHOLD, 0.7
    return None


def _things(table: _Table) -> _Unit | None:
    hashtags = table.hashtags
    by_org = "#org" in hashtags and hashtags & (_PLACED | {"#sector", "#subsector", "#status"})
    if "#event" in hashtags and not hashtags & {"#activity", "#sector"}:
        return UnitOfRecord.EVENT, 0.7
    if hashtags & _WORK or by_org or ("#sector" in hashtags and not table.counted):
        return UnitOfRecord.ACTIVITY, 0.7
    if table.counted:
        return UnitOfRecord.AGGREGATE, 0.7
    if table.headed(INCIDENTS):
        return UnitOfRecord.EVENT, 0.6
    if table.headed(SITES):
        return UnitOfRecord.SITE, 0.6
    if len(table.headed(GOODS)) >= _SEVERAL:
        return UnitOfRecord.ACTIVITY, 0.6
    if table.headed_by_no_more_than(TOTALS) or (hashtags & _FIGURES and hashtags & _PLACED):
        return UnitOfRecord.AGGREGATE, 0.6
    if len(table.headed(PRICES)) >= 2 or table.banded or table.counts_many:
        return UnitOfRecord.AGGREGATE, 0.6
    if hashtags & {"#loc", "#geo"} and not table.entities & _OF_A_PERSON:
        return UnitOfRecord.SITE, 0.5
    return None


def _perhaps_people(table: _Table) -> _Unit | None:
    """A trait alone, or a name that cells or a tag show; a bare header may name anything."""
    names = [
        found
        for column in table.findings
        for found in column.detections
        if found.entity == "PERSON_NAME" and "PERSON_NAME" in _entities(column)
        if not _is_headed(column, CONTACTS)
    ]
    shown = any(set(found.via) != {Via.HEADER} for found in names)
    if table.entities & _OF_A_PERSON or (shown and not table.is_located):
        return UnitOfRecord.INDIVIDUAL, 0.6
    if names:
        return UnitOfRecord.INDIVIDUAL, 0.4
    return (UnitOfRecord.SITE, 0.4) if table.is_located else None


def _entities(finding: ColumnFinding) -> frozenset[str]:
    if _hashtag(finding) == "#contact":
        return frozenset()
    return frozenset(found.entity for found in finding.detections if found.confidence >= SURE)


def _is_headed(finding: ColumnFinding, phrases: Sequence[tuple[str, ...]]) -> bool:
    return holds_any(tokens(finding.header or ""), phrases)


def _is_of_a_head(finding: ColumnFinding) -> bool:
    return holds_any(spelled(tokens(finding.header or "")), HEADS)


def _hashtag(finding: ColumnFinding) -> str:
    return finding.likely_tag.split("+")[0]
