"""The smallest count that a table shows, and the suppressed ones that its margins give away."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures import margins, published, unsuppressing
from hxlguard.measures.min_cell_count import measured
from hxlguard.model.disclosure import MeasureAsked, MeasureFound
from tests.facts import column
from tests.measures.tables import FIRST_ROW, Row, batches, columns

LIMIT = 10


def asked(**more: Any) -> MeasureAsked:
    return MeasureAsked("min_cell_count", **{"at_least": LIMIT, "zeros_allowed": True, **more})


def found(tags: Row, rows: list[Row], *cuts: int, **more: Any) -> MeasureFound:
    return measured(batches(rows, *cuts), columns(*tags), asked(**more))


@pytest.mark.parametrize(
    ("cells", "more", "value", "rows", "figures"),
    [
        (["12", "30"], {}, 12, (), (2, 0, 0, 0)),
        (["12", "3", "30", "9"], {}, 3, (4, 6), (4, 0, 0, 2)),
        (["12", "0"], {}, 12, (), (2, 1, 0, 0)),
        (["12", "0"], {"zeros_allowed": False}, 0, (4,), (2, 1, 0, 1)),
        (["12", "<5", "*"], {}, 12, (), (1, 0, 2, 0)),
        (["0", "*"], {}, None, (), (1, 1, 1, 0)),
        (["12", "0.4"], {}, 0.4, (4,), (2, 0, 0, 1)),
        (["1,234", "1 000"], {}, 1000, (), (2, 0, 0, 0)),
        (["12", "10"], {}, 10, (), (2, 0, 0, 0)),
        (["12", "3", "3"], {"at_least": None}, 3, (4, 5), (3, 0, 0, 2)),
    ],
)
def test_the_smallest_count(
    cells: list[str],
    more: dict[str, Any],
    value: float | None,
    rows: tuple[int, ...],
    figures: tuple[int, ...],
) -> None:
    told = found(("#adm1", "#affected"), [("North", cell) for cell in cells], **more)
    assert (told.value, told.reason, told.rows.first) == (value, "", rows)
    assert tuple(told.details.values()) == figures
    assert told.roles.counts == (2,)


def test_a_blank_row_suppresses_nothing() -> None:
    told = found(("#adm1", "#affected"), [("North", "12"), (None, " "), ("South", None)])
    assert told.details["suppressed"] == 1


@pytest.mark.parametrize("text", ["many", "-3", "1.234", "12 people"])
def test_what_is_no_number_leaves_it_open(text: str) -> None:
    told = found(("#adm1", "#affected"), [("North", "12"), ("South", text)])
    assert told.value is None
    assert told.reason == (
        "a count is neither a number nor a sign of suppression (row 4); write it as one"
    )
    assert told.rows.first == (4,)


def test_a_small_count_is_told_whatever_else_cannot_be_read() -> None:
    told = found(("#adm1", "#affected"), [("North", "many"), ("South", "3")])
    assert (told.value, told.reason, told.rows.first) == (3, "", (4,))


def test_columns_are_told_by_tag_and_number() -> None:
    tags = ("#adm1", "#affected+f", "#reached", "#beneficiary", "#population+type", "#value")
    told = found(tags, [("North", "12", "15", "farmers", "3", "1")])
    assert (told.roles.counts, told.value) == ((2, 3), 12)
    assert found(tags, [("North", "12", "15", "a", "b", "1")], counts=("#value",)).value == 1


def test_without_a_column_of_counts_there_is_no_answer() -> None:
    told = found(("#adm1", "#org"), [("North", "3")])
    assert told.value is None
    assert told.reason == "no column is known to count people; name them with `counts`"


@pytest.mark.parametrize("rows", [[(None, None)], [("North", None)], [("North", " "), ("S", "*")]])
def test_a_table_without_a_number_shows_no_count(rows: list[Row]) -> None:
    told = found(("#adm1", "#reached"), rows, counts=("#reached",), secondary=True)
    assert (told.value, told.reason, told.details["recoverable"]) == (None, "", 0)
    none = measured(lambda names: (), columns("#adm1", "#reached"), asked(counts=("#reached",)))
    assert (none.value, none.reason) == (None, "")


def test_named_counts_that_are_not_there_are_not_small() -> None:
    told = found(("#adm1", "#org"), [("North", "3")], counts=("#reached",))
    assert (told.value, told.reason, told.details["counts"]) == (None, "", 0)


cell = st.sampled_from((None, " ", "0", "3", "9", "10", "12", "1,000", "<5", "?"))


@given(
    st.lists(st.tuples(st.sampled_from(("a", None)), cell, cell), min_size=1, max_size=12),
    st.lists(st.integers(0, 12), max_size=3),
    st.sampled_from((None, 10)),
    st.booleans(),
)
def test_any_split_tells_the_same_as_a_naive_reading(
    rows: list[Row], cuts: list[int], limit: int | None, zeros: bool
) -> None:
    tags = ("#adm1", "#affected+f", "#affected+m")
    told = found(tags, rows, *cuts, at_least=limit, zeros_allowed=zeros, counts=("#affected",))
    numbers = {
        (FIRST_ROW + at, text): float(text.replace(",", ""))
        for at, row in enumerate(rows)
        for text in row[1:]
        if text and text.strip() and text not in ("<5", "?")
    }
    judged = {place: number for place, number in numbers.items() if number or not zeros}
    least = min(judged.values(), default=None)
    small = {
        row
        for (row, _), number in judged.items()
        if (number == least if limit is None else number < limit)
    }
    unread = {FIRST_ROW + at for at, row in enumerate(rows) if "?" in row[1:]}
    if unread and not small:
        assert (told.value, told.rows.count) == (None, len(unread))
    else:
        assert told.value == least
        assert (told.rows.count, told.rows.first) == (len(small), tuple(sorted(small))[:5])


# what margins give away


def given_away(tags: Row, rows: list[Row], **more: Any) -> tuple[object, tuple[int, ...]]:
    told = found(tags, rows, secondary=True, **more)
    assert told.reason == ""
    return told.details["recoverable"], told.rows.first


BY_SEX = ("#adm1", "#affected", "#affected+f", "#affected+m")
ADMIN = ("#adm1+name", "#adm1+code", "#adm2+name", "#adm2+code", "#reached")


@pytest.mark.parametrize(
    ("tags", "rows", "cells", "at"),
    [
        # one suppressed cell beside its total
        (BY_SEX, [("N", "30", "10", "20"), ("S", "23", "20", "<5")], 1, (4,)),
        # the total is suppressed, too
        (BY_SEX, [("N", "30", "10", "20"), ("S", None, "20", "<5")], 0, ()),
        # two suppressed cells that leave room
        (BY_SEX, [("N", "30", "10", "20"), ("S", "53", None, None)], 0, ()),
        # and two that do not
        (BY_SEX, [("N", "30", "10", "20"), ("S", "7", None, None)], 2, ()),
        # the columns do not add up
        (BY_SEX, [("N", "30", "10", "50"), ("S", "23", "20", "<5")], 0, ()),
        # a row of totals, by a word
        (
            ("#adm1", "#affected"),
            [("N", "20"), ("S", "*"), ("W", "30"), ("Total", "53")],
            1,
            (4,),
        ),
        (
            ("#adm1", "#affected"),
            [("N", "20"), ("S", "*"), ("W", "*"), ("TOTAL GENERAL", "63")],
            0,
            (),
        ),
        (("#adm1", "#affected"), [("N", "20"), ("S", "*"), ("المجموع", "23")], 1, (4,)),
        # by a blank category
        (
            ("#adm1", "#group+sex", "#affected"),
            [
                *[("N", "f", "20"), ("N", "m", "<5"), ("N", None, "23")],
                *[("S", "f", "20"), ("S", "m", "30"), ("S", None, "50")],
            ],
            1,
            (4,),
        ),
        # totals of districts and of the country
        (
            ADMIN,
            [
                *[
                    ("N", "1", "A", "11", "20"),
                    ("N", "1", "B", "12", "c"),
                    ("N", "1", None, None, "23"),
                ],
                *[
                    ("S", "2", "C", "21", "40"),
                    ("S", "2", "D", "22", "50"),
                    ("S", "2", None, None, "90"),
                ],
                ("Total", None, None, None, "113"),
            ],
            1,
            (4,),
        ),
        # a suppressed total of a district, worked out from that of the country
        (
            ADMIN,
            [
                *[
                    ("N", "1", "A", "11", "20"),
                    ("N", "1", "B", "12", "c"),
                    ("N", "1", None, None, "*"),
                ],
                *[
                    ("S", "2", "C", "21", "40"),
                    ("S", "2", "D", "22", "50"),
                    ("S", "2", None, None, "90"),
                ],
                ("Total", None, None, None, "113"),
            ],
            1,
            (4,),
        ),
        # a pattern in rows and columns that only elimination undoes: two rows, two columns
        (
            BY_SEX,
            [
                ("N", "30", "10", "20"),
                ("S", "45", "*", "*"),
                ("W", "55", "*", "*"),
                ("Total", "130", "65", "65"),
            ],
            0,
            (),
        ),
        # a total right of what it adds up, without a tag that says so
        (
            ("#adm1", "#inneed+idps", "#inneed+returnees", "#inneed"),
            [*[(place, "20", "30", "50") for place in "ABCD"], ("E", "20", "<10", "23")],
            1,
            (7,),
        ),
        (
            ("#adm1", "#inneed", "#inneed", "#inneed"),
            [*[(place, "20", "30", "50") for place in "ABCD"], ("E", "20", "<10", "23")],
            1,
            (7,),
        ),
        # zeros
        (BY_SEX, [("N", "30", "10", "20"), ("S", "20", "20", None)], 0, ()),
        # a large count that can be worked out harms nobody
        (BY_SEX, [("N", "30", "10", "20"), ("S", "50", "20", None)], 0, ()),
        # nothing is suppressed
        (BY_SEX, [("N", "30", "10", "20")], 0, ()),
    ],
)
def test_what_margins_give_away(
    tags: Row, rows: list[Row], cells: int, at: tuple[int, ...]
) -> None:
    counts = ("#affected", "#reached", "#inneed")
    seen, first = given_away(tags, rows, counts=counts)
    assert seen == cells
    if at:
        assert first == at


def test_a_suppressed_zero_is_given_away_where_zeros_are_hidden() -> None:
    rows: list[Row] = [("N", "30", "10", "20"), ("S", "20", "20", None)]
    assert given_away(BY_SEX, rows, zeros_allowed=False) == (1, (4,))
    assert given_away(BY_SEX, rows, zeros_allowed=True) == (0, ())


@pytest.mark.parametrize(
    ("module", "name", "most"),
    [(published, "MOST_CELLS", 3), (margins, "MOST_PATTERNS", 1), (unsuppressing, "MOST_STEPS", 1)],
)
def test_what_is_too_large_is_left_open(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, most: int
) -> None:
    rows: list[Row] = [("N", "30", None, "20"), ("Total", "53", "*", "*")]
    monkeypatch.setattr(module, name, most)
    told = found(BY_SEX, rows, secondary=True)
    assert told.value is None
    assert told.reason == "the table is too large to tell what its totals give away; split it"


def test_no_cell_stands_in_the_answer() -> None:
    told = found(BY_SEX, [("Zanzibaria", "30", "10", "many")], secondary=True)
    assert "Zanzibaria" not in repr(told)
    assert "many" not in repr(told)


@pytest.mark.parametrize(("word", "level"), [("Total", None), ("Tous", None), (None, 1)])
def test_blanks_in_many_columns_do_not_hide_a_total(word: str | None, level: int | None) -> None:
    notes = range(30)
    rows: list[Row] = [
        (f"place {at}", *["x" if at == other else None for other in notes], "20") for at in notes
    ]
    rows[7] = (*rows[7][:-1], "*")
    rows.append((word, *[None for _ in notes], str(20 * 29 + 3)))
    tags = [column(1, "#adm1", admin_level=level)]
    tags += [column(2 + at, "#org") for at in notes] + [column(32, "#affected")]
    told = measured(batches(rows), tags, asked(secondary=True))
    assert told.details["recoverable"] == 1
    assert told.rows.first == (FIRST_ROW + 7,)
