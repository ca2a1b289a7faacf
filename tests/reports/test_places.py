from __future__ import annotations

from dataclasses import replace

import pytest

from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import NO_ROWS, ColumnRef, Rows
from hxlguard.model.profile import SourceProfile, TableProfile
from hxlguard.model.report import Unknown
from hxlguard.reports._places import Places
from tests.facts import column, source, table

ORG, BIRTH, LONG = (
    column(1, "#org", header="Organisation"),
    column(2, None, header="birthdate"),
    column(3, None, header="What is the name of the person who answers this question?"),
)
TABLE = table(ORG, BIRTH, LONG, column(4, None), column(5, None), count=10)


def told(
    *columns: int, rows: Rows = NO_ROWS, within: TableProfile = TABLE, named: str = "Sheet1"
) -> str:
    tags = {each.finding.index: each.finding.tag for each in within.columns}
    refs = tuple(ColumnRef(index, tags.get(index)) for index in columns)
    found = Unknown("k", "r", None, "camps.xlsx", named, refs, rows)
    return Places.of([source(within)]).told(found).removeprefix("camps.xlsx, table `Sheet1`, ")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ((1,), "column A `Organisation` #org"),
        ((1, 2), "columns A `Organisation` #org, B `birthdate` without tag"),
        ((4,), "column D without tag"),
        ((3,), "column C `What is the name of the person who answ…` without tag"),
        ((1, 2, 3, 4, 5), "5 columns: A-E"),
    ],
)
def test_columns_are_named_by_letter_header_and_tag(
    columns: tuple[int, ...], expected: str
) -> None:
    assert told(*columns) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (Rows(10, (2, 3, 4, 5, 6)), "all 10 rows"),
        (Rows(9, (2, 3, 4, 5, 6)), "rows 2, 3, 4, 5, 6 and 4 more"),
        (Rows(1, (7,)), "row 7"),
    ],
)
def test_rows_are_counted(rows: Rows, expected: str) -> None:
    assert told(rows=rows) == expected


def test_the_only_row_is_told_so() -> None:
    assert told(rows=Rows(1, (2,)), within=replace(TABLE, rows=1)) == "the only row"


def test_rows_above_the_header_are_never_all_rows() -> None:
    titled = replace(TABLE, anomalies=(Anomaly(AnomalyKind.TITLE_ROWS, 1, (1,)),))
    listed = "rows 1, 3, 4, 5, 6 and 5 more"
    assert told(rows=Rows(10, (1, 3, 4, 5, 6)), within=titled) == listed


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([], "column B without tag, row 7"),
        ([source(TABLE, name="a.csv")], "column B `birthdate` without tag, row 7"),
        ([source(TABLE, name="a.csv")] * 2, "column B without tag, row 7"),
    ],
)
def test_a_header_is_told_only_where_it_is_sure_which_table_is_meant(
    sources: list[SourceProfile], expected: str
) -> None:
    found = Unknown("k", "r", None, "a.csv", "Sheet1", (ColumnRef(2, None),), Rows(1, (7,)))
    assert Places.of(sources).told(found) == f"a.csv, table `Sheet1`, {expected}"


def test_a_transfer_is_nowhere_and_a_table_named_as_its_file_is_not_repeated() -> None:
    assert Places.of([]).told(Unknown("k", "r")) == ""
    assert Places.of([]).told(Unknown("k", "r", None, "a.csv", "a")) == "a.csv"


def test_hidden_tables_are_known() -> None:
    places = Places.of([source(TABLE, table(ORG, name="old", hidden=True))])
    assert places.hidden == {("camps.xlsx", "old")}
