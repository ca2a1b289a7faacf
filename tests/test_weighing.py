"""The weights of evidence, and what must hold of them whatever they are."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.analysis import analyzer
from hxlguard.detection import Seen, detect_in, expected_entities
from hxlguard.evidence import BELIEVED, judge
from hxlguard.model.finding import Category, Clue, ColumnFinding
from hxlguard.model.table import TaggedColumn
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.surroundings import Surroundings
from hxlguard.tag_row import parse_tag
from hxlguard.weighing import weights
from tests.effort import effort

LOOKER = analyzer(("JO", "SY"))
SURE_CELLS = [
    text for kind in RECOGNIZERS if kind.confirm and not kind.least_share for text in kind.matches
]
TAGS = [None, "#sector", "#org+name", "#description", "#contact+phone", "#beneficiary+name", "#geo"]
HEADERS = [None, "name", "phone", "remark", "email_verified", "id", "Total phone credit", "city"]
AROUND = st.builds(Surroundings, st.booleans(), st.booleans())


def judged(
    header: str | None, tag: str | None, cells: list[str], around: Surroundings
) -> ColumnFinding:
    column = TaggedColumn(1, header, parse_tag(tag) if tag else None)
    frame = pl.DataFrame({"1": cells}, schema={"1": pl.String})
    (seen,) = detect_in(frame, 2, LOOKER, [expected_entities(column)])
    return judge(column, seen, Seen(), show_header=True, around=around)


def confidences(finding: ColumnFinding) -> dict[str, float]:
    return {each.entity: each.confidence for each in finding.weighed}


def test_every_clue_has_a_weight_on_its_side() -> None:
    against = {
        Clue.UNLIKE_TAG,
        Clue.UNLIKE_HEADER,
        Clue.UNCONFIRMED,
        Clue.REPEATED,
        Clue.BESIDE_THINGS,
    }
    for clue, weight in weights().clues.items():
        assert (weight < 0) == (clue in against), clue
    assert weights().nothing < 0


@effort(1 / 2)
@given(
    st.sampled_from(TAGS),
    st.sampled_from(HEADERS),
    st.lists(st.sampled_from([*SURE_CELLS, "x", "12", ""]), min_size=1, max_size=6),
    AROUND,
)
def test_no_tag_header_or_neighbour_lowers_what_cells_show(
    tag: str | None, header: str | None, cells: list[str], around: Surroundings
) -> None:
    """Counts, amounts and years are the exception: a bare number in them is no identifier."""
    bare = confidences(judged(None, None, cells, Surroundings()))
    with_all = confidences(judged(header, tag, cells, around))
    for entity, confidence in bare.items():
        assert with_all.get(entity, 0.0) >= confidence


@effort(1 / 2)
@given(
    st.sampled_from(TAGS),
    st.sampled_from(HEADERS),
    st.lists(st.sampled_from([*SURE_CELLS, "x", "12", ""]), min_size=1, max_size=8),
    st.integers(0, 7),
    st.sampled_from(SURE_CELLS),
    AROUND,
)
def test_one_more_cell_that_is_confirmed_lowers_nothing_it_confirms(
    tag: str | None,
    header: str | None,
    cells: list[str],
    at: int,
    more: str,
    around: Surroundings,
) -> None:
    """In place of a cell that shows nothing."""
    at %= len(cells)
    without = [*cells[:at], "x", *cells[at + 1 :]]
    with_it = [*cells[:at], more, *cells[at + 1 :]]
    shown = confidences(judged(None, None, [more], Surroundings())).keys()
    before = confidences(judged(header, tag, without, around))
    after = confidences(judged(header, tag, with_it, around))
    for entity in shown & before.keys():
        assert after[entity] >= before[entity]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("cell", ["GB82 WEST 1234 5698 7654 32", "4111 1111 1111 1111"])
def test_a_check_digit_that_fits_never_vanishes(tag: str | None, cell: str) -> None:
    for around in (Surroundings(), Surroundings(people=True), Surroundings(things=True)):
        finding = judged("total", tag, ["x"] * 400 + [cell], around)
        assert finding.detections[0].confidence >= BELIEVED
        assert finding.category is not Category.NON_PERSONAL


def test_what_is_only_perhaps_so_stays_visible() -> None:
    finding = judged("x", "#beneficiary+name", ["4", "5"], Surroundings())
    assert [found.entity for found in finding.detections] == ["PERSON_NAME"]


def test_every_clue_has_a_weight_by_hand_to_be_drawn_to(root: Path) -> None:
    by_hand = json.loads((root / "benchmarks/detection/prior_weights.json").read_text("utf-8"))
    assert by_hand["clues"].keys() == set(Clue)
    assert by_hand["nothing"] == weights().nothing
