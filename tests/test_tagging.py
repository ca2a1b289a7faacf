"""Where the tags are, and what libhxl would have passed over in silence."""

from __future__ import annotations

import itertools
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.cells import batches_from
from hxlguard.errors import UsageError
from hxlguard.model.anomaly import AnomalyKind as Kind
from hxlguard.model.scanned import TagFit
from hxlguard.model.table import Held, RawTable, TaggedTable
from hxlguard.model.tag import TagSpec
from hxlguard.tag_row import parse_tag
from hxlguard.tagging import parse_supplied_tags, refuse_unfit_tags, tag_fits, tag_table

Row = list[str | None]


def raw(*rows: Row, names_first: bool = False) -> RawTable:
    width = max(map(len, rows), default=0)
    padded = [[cell or None for cell in row] + [None] * (width - len(row)) for row in rows]
    columns = {str(at + 1): [row[at] for row in padded] for at in range(width)}
    cells = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return RawTable("made up", Held((cells,)), names_first=names_first)


def kinds(table: TaggedTable) -> set[Kind]:
    return {anomaly.kind for anomaly in table.anomalies}


def tags(table: TaggedTable) -> list[str | None]:
    return [str(column.tag) if column.tag else None for column in table.columns]


HEADER: Row = ["Organisation", "Sector", "Province"]
TAGS: Row = ["#org", "#sector", "#adm1"]
DATA: Row = ["Relief Example", "WASH", "North"]


def test_header_tags_data() -> None:
    table = tag_table(raw(HEADER, TAGS, DATA, DATA))
    assert (table.header_row, table.tag_row, table.first_data_row, table.rows) == (1, 2, 3, 2)
    assert tags(table) == ["#org", "#sector", "#adm1"]
    assert [column.header for column in table.columns] == HEADER
    assert kinds(table) == set()


@pytest.mark.parametrize("before", [0, 1, 5, 24])
def test_the_tag_row_is_found_in_the_first_25_rows(before: int) -> None:
    table = tag_table(raw(*[[f"title {n}"] for n in range(before)], TAGS, DATA))
    assert table.tag_row == before + 1


def test_beyond_25_rows_it_is_not_a_tag_row() -> None:
    table = tag_table(raw(*[["x", "y", "z"]] * 25, TAGS, DATA))
    assert table.tag_row is None
    assert Kind.NO_TAG_ROW in kinds(table)


@pytest.mark.parametrize(
    ("rows", "kind", "at_rows", "at_columns"),
    [
        ([["4W of March"], HEADER, TAGS, DATA], Kind.TITLE_ROWS, (1,), ()),
        ([HEADER, ["#org", "#sector+", "#adm1"], DATA], Kind.MALFORMED_TAG, (2,), (2,)),
        ([HEADER, ["#org", "sector", "#adm1"], DATA], Kind.MALFORMED_TAG, (2,), (2,)),
        ([HEADER, TAGS, TAGS, DATA], Kind.SEVERAL_TAG_ROWS, (2, 3), ()),
        ([HEADER, ["#org", "#adm1", "#adm1"], DATA], Kind.DUPLICATE_TAG, (), (2, 3)),
        ([HEADER, ["#org", None, "#adm1"], DATA], Kind.UNTAGGED_COLUMN, (), (2,)),
        ([HEADER, TAGS, [*DATA, "left over"]], Kind.UNTAGGED_COLUMN, (), (4,)),
        ([HEADER, TAGS, DATA, [], DATA], Kind.ROWS_AFTER_BLANK, (5,), ()),
        ([["# of students", "# of schools"], ["12", "3"]], Kind.LOOKS_LIKE_TAGS, (1,), ()),
        ([["#States", "#Camps"], ["9", "83"]], Kind.LOOKS_LIKE_TAGS, (1,), ()),
        ([["#adm 1", "#ad-m2"], ["a", "b"]], Kind.LOOKS_LIKE_TAGS, (1,), ()),
        ([["words"], ["#amina"], ["#douma"], ["#free"]], Kind.LOOKS_LIKE_TAGS, (2, 3, 4), ()),
        ([HEADER, TAGS, *[DATA] * 30, [], TAGS, DATA], Kind.SEVERAL_TAG_ROWS, (2, 34), ()),
        ([*[DATA] * 4, HEADER, TAGS, DATA], Kind.DATA_ABOVE_TAGS, (1, 2, 3, 4), ()),
    ],
)
def test_anomalies(
    rows: list[Row], kind: Kind, at_rows: tuple[int, ...], at_columns: tuple[int, ...]
) -> None:
    found = {anomaly.kind: anomaly for anomaly in tag_table(raw(*rows)).anomalies}
    assert kind in found
    assert (found[kind].rows, found[kind].columns) == (at_rows, at_columns)


def test_number_of_is_no_tag_but_old_style_tags_of_people_are() -> None:
    assert tag_table(raw(["#States", "#Camps"], ["9", "83"])).tag_row is None
    assert tag_table(raw(["#name", "#phone"], ["Amina K.", "n/a"])).tag_row == 1


def test_untagged_tables_find_their_header_below_the_titles() -> None:
    table = tag_table(raw(["March 2026"], ["Name", "Age", "Camp"], ["Amina", "34", "North"]))
    assert (table.tag_row, table.header_row, table.first_data_row) == (None, 2, 3)
    assert kinds(table) == {Kind.NO_TAG_ROW, Kind.TITLE_ROWS}


def test_a_table_without_any_header_does_not_pass_its_first_row_off_as_one() -> None:
    table = tag_table(raw(["Amina Khalil", "Aleppo"], ["Omar Haddad", "Homs"]))
    assert not table.header_certain


def test_a_lone_row_is_data_not_a_header() -> None:
    table = tag_table(raw([], ["Amina Khalil", "+963 944 555 123"]))
    assert (table.header_row, table.rows, table.header_certain) == (None, 1, False)


def test_names_of_a_frame_may_be_tags() -> None:
    table = tag_table(raw(["#org", "#adm1+name"], ["Relief Example", "North"], names_first=True))
    assert (table.tag_row, table.rows) == (1, 1)


def test_supplied_tags_fill_gaps_and_never_overrule_the_file() -> None:
    supplied = parse_supplied_tags({"sector": "#sector", "Province": "#adm2"})
    table = tag_table(raw(HEADER, ["#org", None, "#adm1"], DATA), supplied)
    assert tags(table) == ["#org", "#sector", "#adm1"]
    assert Kind.SUPPLIED_TAG in kinds(table)


def fits(table: RawTable, supplied: dict[str, TagSpec]) -> tuple[TagFit, ...]:
    return tag_fits([tag_table(table, supplied)], supplied)


def test_a_supplied_tag_that_finds_no_column_is_refused() -> None:
    supplied = parse_supplied_tags({"Sectr": "#sector"})
    with pytest.raises(UsageError, match="Sectr"):
        refuse_unfit_tags([fits(raw(HEADER, DATA), supplied)], supplied)


def test_a_supplied_tag_that_gainsays_the_file_is_refused() -> None:
    supplied = parse_supplied_tags({"Province": "#contact+name"})
    with pytest.raises(UsageError, match="another tag"):
        refuse_unfit_tags(
            [tag_fits([tag_table(raw(HEADER, TAGS, DATA), supplied)], supplied)], supplied
        )
    same = parse_supplied_tags({"Province": "#adm1"})
    refuse_unfit_tags([fits(raw(HEADER, TAGS, DATA), same)], same)


def test_a_header_of_signs_alone_is_itself_and_no_other() -> None:
    supplied = parse_supplied_tags({"***": "#org"})
    assert tags(tag_table(raw(["???", "***"], ["x", "y"]), supplied)) == [None, "#org"]


def test_a_title_over_many_tags_is_no_header() -> None:
    table = tag_table(raw(["Who does what where", None, None], TAGS, DATA))
    assert table.header_row is None
    assert Kind.TITLE_ROWS in kinds(table)


def test_further_header_rows_are_kept_as_evidence() -> None:
    table = tag_table(raw(["Full name", "Village"], ["en", "fr"], ["#org", ""], ["a", "b"]))
    assert table.columns[0].above == ("Full name", "en")
    assert str(table.columns[1].proposed) == "#loc+name"


def test_what_is_no_tag_in_the_tag_row_is_kept_apart() -> None:
    table = tag_table(raw(HEADER, ["#org", "call me", "#adm1"], DATA))
    assert table.strays.rows() == [(None, "call me", None)]
    assert table.preamble.rows() == [tuple(HEADER), (None, None, None)]


@pytest.mark.parametrize("cell", [" " * 300 + "1" * 300 + " " * 300 + "x", "1" * 100_000])
def test_a_long_row_of_digits_does_not_hang(cell: str) -> None:
    assert tag_table(raw([cell, "x"], [cell, "y"])).rows >= 1


def test_a_supplied_tag_must_be_one() -> None:
    with pytest.raises(UsageError, match="not an HXL tag spec"):
        parse_supplied_tags({"Sector": "sector"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#adm1", "#adm1"),
        (" #ADM1 +Code  +name", "#adm1+code+name"),
        ("#adm1\n+code", "#adm1+code"),
        ("adm1", None),
        ("# adm1", None),
        ("#adm1+", None),
        ("#adm1+e-mail", None),
        ("#" * 5_000_000, None),
        ("", None),
    ],
)
def test_parse_tag(text: str, expected: str | None) -> None:
    found = parse_tag(text)
    assert (str(found) if found else None) == expected


CELLS = st.sampled_from(["", "x", "9", "#org", "#adm1 +code", "#bad-"])


def tag_cells(table: RawTable, tagged: TaggedTable) -> tuple[str | None, ...]:
    return table.cells.row(tagged.tag_row - 1) if tagged.tag_row else ()


@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_no_cell_is_lost(rows: list[Row]) -> None:
    table = raw(*rows)
    tagged = tag_table(table)
    kept = itertools.chain(
        (
            cell
            for _, rows in batches_from(table.grid, tagged.first_data_row - 1)
            for row in rows.rows()
            for cell in row
        ),
        (cell for rows in (tagged.preamble, tagged.strays) for row in rows.rows() for cell in row),
        (cell for cell in tag_cells(table, tagged) if cell and parse_tag(cell)),
    )
    assert sorted(filter(None, kept)) == sorted(cell for row in rows for cell in row if cell)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12), st.data())
def test_batches_make_no_difference(rows: list[Row], data: st.DataObject) -> None:
    whole = raw(*rows)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)))
    bounds = itertools.pairwise([0, *cuts, len(rows)])
    frames = tuple(whole.cells[start:end] for start, end in bounds)
    one, other = tag_table(whole), tag_table(RawTable("made up", Held(frames)))
    assert one.preamble.equals(other.preamble)
    assert one.strays.equals(other.strays)
    same = {"grid": whole.grid, "preamble": one.preamble, "strays": one.strays}
    assert replace(one, **same) == replace(other, **same)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_takes_the_row_that_libhxl_takes(cells: Row) -> None:
    from hxl.model import Column

    found = Column.parse_list(list(cells))
    ours = tag_table(raw(cells, ["data"] * len(cells)))
    expected = [column.get_display_tag(sort_attributes=True) or None for column in found or ()]
    assert (tags(ours) if ours.tag_row else []) == expected


def test_a_further_tag_row_is_seen_behind_any_white_space() -> None:
    odd = [f"\x1c{tag}" for tag in TAGS]
    assert Kind.SEVERAL_TAG_ROWS in kinds(tag_table(raw(HEADER, TAGS, DATA, odd, DATA)))
