"""From tables to facts: regions, observed protections, names that must not be shown, units."""

from __future__ import annotations

import polars as pl
import pytest

from hxlguard.model.anomaly import AnomalyKind
from hxlguard.model.profile import DatePrecision, SourceProfile, TableProfile, UnitOfRecord
from hxlguard.model.table import Held, RawSource, RawTable, Unread
from hxlguard.profiling import profile_source, regions
from hxlguard.tagging import tag_table

Row = list[str | None]


def table(*rows: Row, name: str = "made up", hidden: bool = False) -> RawTable:
    columns = {str(at + 1): [row[at] for row in rows] for at in range(len(rows[0]))}
    cells = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return RawTable(name, Held((cells,)), hidden=hidden)


def profiled(*tables: RawTable, name: str = "made up.csv", **more: object) -> SourceProfile:
    raw = RawSource(name, "text/csv", "0" * 64, tables, **more)  # type: ignore[arg-type]
    return profile_source(raw, [tag_table(one) for one in tables])


def only(source: SourceProfile) -> TableProfile:
    (one,) = source.tables
    return one


def test_decimals_come_with_the_rows_that_have_them() -> None:
    facts = only(profiled(table(["#geo+lat"], ["33.51380"], ["34.1"], ["34.10"], ["well"], [None])))
    (column,) = facts.columns
    assert [(one.value, one.rows.count, one.rows.first) for one in column.decimals] == [
        (1, 2, (3, 4)),
        (4, 1, (2,)),
    ]
    assert (column.unlocated.count, column.unlocated.first) == (1, (5,))


def test_dates_come_with_their_precision_and_what_is_no_date() -> None:
    facts = only(profiled(table(["#date"], ["2026-03-01"], ["2026-03"], ["soon"], [" "])))
    (column,) = facts.columns
    assert [(one.value, one.rows.first) for one in column.dates] == [
        (DatePrecision.DAY, (2,)),
        (DatePrecision.MONTH, (3,)),
    ]
    assert column.undated.first == (4,)


@pytest.mark.parametrize(
    ("tag", "level"),
    [("#country+code", 0), ("#adm1", 1), ("#adm5+name", 5), ("#loc+name", 6), ("#org", None)],
)
def test_admin_level(tag: str, level: int | None) -> None:
    (column,) = only(profiled(table([tag], ["x"]))).columns
    assert column.admin_level == level


def test_an_untagged_place_is_known_by_its_header() -> None:
    facts = only(profiled(table(["Governorate", "Camp"], ["North", "Camp 4"])))
    assert [column.admin_level for column in facts.columns] == [1, 6]


def test_regions_come_from_country_columns_and_p_codes() -> None:
    one = tag_table(table(["#country+code", "#adm1+code"], ["JOR", "SY01"], ["JOR", "SY02"]))
    assert regions([one]) == ("JO", "SY")
    many = [[f"{letter}{last}"] for letter in "KBC" for last in "EGIMR"]
    assert regions([tag_table(table(["#country"], *many))]) == ()


def test_a_national_phone_number_is_confirmed_in_the_countries_of_the_source() -> None:
    phones = table(["note"], ["0944 555 123"])
    assert not only(profiled(phones)).columns[0].finding.detections
    known = profiled(phones, table(["#country+code"], ["SYR"]))
    assert known.tables[0].columns[0].finding.detections[0].entity == "PHONE_NUMBER"


def test_several_tagged_sheets_are_noted() -> None:
    sheet = table(["#org"], ["Relief Example"])
    kinds = [anomaly.kind for anomaly in profiled(sheet, sheet).anomalies]
    assert kinds == [AnomalyKind.SEVERAL_TAGGED_SHEETS]


def test_what_was_not_read_stays_in_sight() -> None:
    unread = (Unread("Sheet2", "sheet-not-read", "it is a chart"),)
    facts = profiled(table(["#org"], ["x"]), unread=unread)
    assert [(part.part, part.kind) for part in facts.unread] == [("Sheet2", "sheet-not-read")]


def test_a_header_that_a_detector_hits_is_not_shown() -> None:
    facts = only(profiled(table(["ring +963 944 555 123", "Sector"], ["1", "2"], ["3", "4"])))
    assert [column.finding.header for column in facts.columns] == [None, "Sector"]


def test_what_a_title_row_holds_is_found() -> None:
    facts = only(
        profiled(
            table(
                ["ask amina@relief.example", None],
                ["Sector", "Org"],
                ["#sector", "#org"],
                ["a", "b"],
            )
        )
    )
    found = facts.columns[0].finding.detections[0]
    assert (found.entity, found.rows.first) == ("EMAIL_ADDRESS", (1,))


def test_a_tag_that_the_values_contradict_is_noted() -> None:
    facts = only(profiled(table(["#sector"], ["+963 944 555 123"])))
    assert AnomalyKind.TAG_CONTRADICTED in {anomaly.kind for anomaly in facts.anomalies}


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ([["Name", "Age", "Sex"], ["Amina Khalil", "34", "f"]], UnitOfRecord.INDIVIDUAL),
        ([["#respondee+age"], ["34"]], UnitOfRecord.INDIVIDUAL),
        ([["#org", "#sector", "#adm1"], ["a", "b", "c"]], UnitOfRecord.ACTIVITY),
        ([["#adm1", "#affected"], ["North", "12"]], UnitOfRecord.AGGREGATE),
        ([["#event", "#date"], ["x", "2026"]], UnitOfRecord.EVENT),
        ([["#loc+name", "#geo+lat"], ["Well 4", "33.1"]], UnitOfRecord.SITE),
        ([["Clinic", "Contact name"], ["North", "Amina Khalil"]], UnitOfRecord.UNKNOWN),
        ([["Colour"], ["green"]], UnitOfRecord.UNKNOWN),
    ],
)
def test_unit_of_record(rows: list[Row], unit: UnitOfRecord) -> None:
    assert only(profiled(table(*rows))).unit is unit


def test_what_is_no_tag_in_the_tag_row_counts_as_a_cell() -> None:
    facts = only(profiled(table(["Org", "x"], ["#org", "ask amina@relief.example"], ["a", None])))
    finding = facts.columns[1].finding
    assert (finding.filled, finding.filled_rows.first) == (1, (2,))
    assert finding.detections[0].entity == "EMAIL_ADDRESS"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([["#org"], ["a"], ["#contact+name"], ["b"]], "second-table"),
        (
            [["a", "b"]] * 4 + [["Org", "Sector"], ["#org", "#sector"], ["c", "d"]],
            "data-above-tags",
        ),
    ],
)
def test_what_may_be_another_table_holds(rows: list[Row], kind: str) -> None:
    (part,) = profiled(table(*rows)).unread
    assert part.kind == kind
    assert "row 3" in part.reason or "row 1, 2, 3, 4" in part.reason


def test_a_name_that_is_not_shown_holds() -> None:
    facts = profiled(table(["#org"], ["x"], name="amina@relief.example"), name="made up.csv")
    assert facts.tables[0].name == "table 1"
    assert [part.kind for part in facts.unread] == ["name-holds-data"]


@pytest.mark.parametrize(
    ("tag", "cell"), [("#respondee+dob", "12 Safar 1405"), ("#loc+latlon", "by the well")]
)
def test_what_a_tag_announces_and_nobody_can_read_is_said(tag: str, cell: str) -> None:
    (column,) = only(profiled(table([tag], [cell]))).columns
    assert column.undated.count + column.unlocated.count == 1


def test_a_title_is_measured_too() -> None:
    rows = [
        ["33.51380, 36.27650", None],
        ["Place", "Org"],
        ["#geo+coord", "#org"],
        ["33.5, 36.3", "a"],
    ]
    column = only(profiled(table(*rows))).columns[0]
    assert [(one.value, one.rows.first) for one in column.decimals] == [(1, (4,)), (4, (1,))]


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (("ask amina@relief.example", "page 1"), ["text-outside-cells"]),
        (("page 1", "http://relief.example/x"), []),
        ((), []),
    ],
)
def test_text_outside_of_the_cells_is_looked_at(texts: tuple[str, ...], kinds: list[str]) -> None:
    facts = profiled(table(["#org"], ["x"]), loose_texts=texts)
    assert [part.kind for part in facts.unread] == kinds
    assert "amina" not in repr(facts)
