"""Which rows a filter names, beside a plain reading of the same rule."""

from __future__ import annotations

import itertools
import re
import unicodedata

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import cells
from hxlguard.model.asked import Asked
from hxlguard.model.profile import InRows, SourceProfile, TableProfile
from hxlguard.model.row_filter import RowFilter
from hxlguard.model.table import Held, RawSource, RawTable
from hxlguard.profiling import profile_source
from hxlguard.tagging import tag_table
from tests.effort import effort

Row = tuple[str | None, ...]
WORDS = ("Protection", "GBV", "Child Protection", "Straße/Weg")
WANTED = RowFilter(tag="#sector", any_of=WORDS)
ASKED = Asked(filters=(WANTED,))


def profiled(rows: list[Row], *cuts: int, asked: Asked = ASKED) -> TableProfile:
    """Facts about a table whose rows come in several frames, cut at `cuts`."""
    names = [str(at + 1) for at in range(len(rows[0]))]
    whole = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    bounds = itertools.pairwise([0, *sorted(cuts), len(rows)])
    frames = tuple(whole[start:end] for start, end in bounds)
    raw = RawSource("x.csv", "text/csv", "0" * 64, (RawTable("x", Held(frames)),))
    facts: SourceProfile = profile_source(raw, [tag_table(one) for one in raw.tables], asked)
    return facts.tables[0]


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def names_a_word(cell: str | None) -> bool:
    text = unicodedata.normalize("NFKC", cell or "")
    parts = [text, *re.split(r"[;,|/\n\r\v\f\x85\u2028\u2029]", text)]
    return bool({folded(part) for part in parts} & {folded(word) for word in WORDS})


def may_name_a_word(cell: str | None) -> bool:
    spaced = [f" {re.sub(r'[^a-zß]+', ' ', folded(text))} " for text in (cell or "", *WORDS)]
    return not (cell or "").strip() or any(word in spaced[0] for word in spaced[1:])


def names_only_words(cell: str | None) -> bool:
    parts = filter(None, map(folded, re.split(r"[;,|/\n]", cell or "")))
    return {folded(cell or "")} <= {*map(folded, WORDS)} or (
        names_a_word(cell) and {*parts} <= {*map(folded, WORDS)}
    )


cell = st.none() | st.sampled_from(
    (
        "protection",
        "  PROTECTION ",
        "\uff27\uff22\uff36",
        "WASH",
        "WASH; gbv",
        "gbv|protection",
        "child\nprotection",
        "Child  Protection",
        "STRASSE/WEG",
        "gbv,",
        "gbvx",
        " ",
        ";",
        "Protection and GBV",
        "GBV (sub-cluster)",
        "child-protection",
        "straße & weg",
    )
)
table_rows = st.lists(st.tuples(cell, st.sampled_from((None, "a", "b"))), min_size=1, max_size=12)


@effort(1 / 3)
@given(table_rows, st.lists(st.integers(0, 14), max_size=3))
def test_rows_are_those_of_a_plain_reading(rows: list[Row], cuts: list[int]) -> None:
    facts = profiled([("#sector", "#org"), *rows], *cuts)
    numbered = list(enumerate(rows, start=2))
    named = [at for at, row in numbered if names_a_word(row[0])]
    silent = [at for at, row in numbered if not (row[0] or "").strip()]
    unclear = [at for at, row in numbered if may_name_a_word(row[0]) and at not in named]
    (subset,) = facts.subsets
    assert (subset.rows.count, subset.rows.first) == (len(named), tuple(named[:5]))
    held = [at for at, row in numbered if at in named and row[1]]
    assert subset.table.columns[1].finding.filled_rows.first == tuple(held[:5])
    assert subset.table.rows == len(named)
    spoken = [at for at in unclear if any((text or "").strip() for text in rows[at - 2])]
    assert (subset.doubtful is None) == (not spoken)
    filled = [at for at, row in numbered if row[1]]
    granted = {at for at, row in numbered if names_only_words(row[0])}
    (told,) = facts.columns[1].in_rows
    assert told == InRows(
        WANTED,
        some=bool({*filled} & {*named}),
        perhaps_some=bool({*filled} & {*named, *unclear}),
        every={*filled} <= granted,
        perhaps_every={*filled} <= {*named, *silent},
    )


@effort(1 / 3)
@given(table_rows, st.lists(st.integers(0, 14), max_size=4))
def test_batches_do_not_matter(rows: list[Row], cuts: list[int]) -> None:
    whole = profiled([("#sector", "#org"), *rows])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "MOST_ROWS", 3)
        assert profiled([("#sector", "#org"), *rows], *cuts) == whole


@pytest.mark.parametrize(
    "text", ["WASH & GBV", "GBV cluster", "[gbv]", "gbv.", "1. GBV", "WASH\u3001GBV", "WASH_GBV"]
)
def test_a_word_beside_others_may_name_the_rows(text: str) -> None:
    (subset,) = profiled([("#sector", "#org"), (text, "a"), ("WASH", "b")]).subsets
    assert (subset.rows.count, subset.doubtful is None) == (0, False)


def test_words_in_scripts_that_join_them_are_found_inside_of_others() -> None:
    wanted = RowFilter(tag="#sector", any_of=("\u0627\u0644\u062d\u0645\u0627\u064a\u0629",))
    joined = "\u0627\u0644\u0635\u062d\u0629 \u0648" + wanted.any_of[0]
    rows: list[Row] = [("#sector", "#org"), (joined, "a")]
    (subset,) = profiled(rows, asked=Asked(filters=(wanted,))).subsets
    assert subset.doubtful is not None


def test_a_word_inside_of_another_names_nothing() -> None:
    (subset,) = profiled([("#sector", "#org"), ("overprotection", "a"), ("gbvx", "b")]).subsets
    assert (subset.rows.count, subset.doubtful) == (0, None)


def test_the_rows_are_profiled_like_any_table() -> None:
    rows: list[Row] = [
        ("#sector", "#geo+lat", "#meta+note"),
        ("WASH", "33.51380", "x"),
        ("GBV", "33.5", "ask amina@relief.example"),
        ("WASH", "33.51381", "ask omar@relief.example"),
        ("gbv", "33.51", None),
    ]
    (subset,) = profiled(rows).subsets
    _, latitude, note = subset.table.columns
    assert [(one.value, one.rows.first) for one in latitude.decimals] == [(1, (3,)), (2, (5,))]
    (found,) = note.finding.detections
    assert (found.entity, found.rows.first) == ("EMAIL_ADDRESS", (3,))


def test_a_header_names_the_rows_for_restrictions_and_permits_nothing() -> None:
    rows: list[Row] = [("Sector", "Org"), ("GBV", "a"), ("GBV", "b")]
    facts = profiled(rows)
    assert facts.subsets[0].rows.count == 2
    assert facts.columns[1].in_rows == (InRows(WANTED, True, True, False, True),)


def test_without_a_column_nothing_is_told() -> None:
    facts = profiled([("#org", "#adm1"), ("GBV", "a")])
    assert (facts.subsets, facts.columns[0].in_rows) == ((), ())


def test_every_column_of_the_tag_counts() -> None:
    rows: list[Row] = [
        ("#sector", "#sector+second", "#org"),
        ("WASH", "GBV", "a"),
        ("x", None, "b"),
    ]
    facts = profiled(rows)
    assert facts.subsets[0].rows.first == (2,)
    assert facts.subsets[0].doubtful is None
    # a row that also names something else is no row of a permit's alone
    assert not facts.columns[2].in_rows[0].every


def test_what_stands_above_the_rows_is_no_row_of_them() -> None:
    rows: list[Row] = [
        ("ask amina@relief.example", None),
        ("Org", "Sector"),
        ("#org", "#sector"),
        ("a", "GBV"),
    ]
    facts = profiled(rows)
    assert facts.columns[0].finding.detections
    assert not facts.subsets[0].table.columns[0].finding.detections
