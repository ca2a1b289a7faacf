"""Hypothesis strategies for facts and agreements."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from hxlguard.model.finding import Detection, Via
from hxlguard.model.ordered import Level
from hxlguard.model.profile import (
    Banded,
    ColumnProfile,
    DatePrecision,
    InRows,
    SourceProfile,
    Subset,
)
from hxlguard.model.row_filter import RowFilter
from tests.facts import column, detection, document, forbid, permit, require, rows, source, table

TAGS = ("#org", "#org+name", "#sector", "#adm1", "#adm2+code", "#geo+lat", "#date", "#contact")
PATTERNS = ("#*", "#org", "#org-name", "#sector", "#adm1", "#*+code", "#geo", "#date!", "#contact")
ENTITIES = ("PERSON_NAME", "PHONE_NUMBER", "GEO_COORDINATES")
IGNORED, UNCERTAIN, CERTAIN = 0.2, 0.5, 0.9

detections: st.SearchStrategy[Detection] = st.builds(
    detection,
    st.sampled_from(ENTITIES),
    confidence=st.sampled_from((IGNORED, UNCERTAIN, CERTAIN)),
    matched=st.integers(0, 3),
    via=st.sampled_from(((Via.VALUE,), (Via.TAG,), (Via.HEADER, Via.VALUE))),
)


PROTECTION = RowFilter(tag="#sector", any_of=("Protection",))
CUTS = (0, 18)
_asked_rows = st.none() | st.builds(rows, st.integers(0, 2))
_banded = st.builds(Banded, st.just(CUTS), *[st.builds(rows, st.integers(0, 2))] * 2)


@st.composite
def _in_rows(draw: st.DrawFn) -> InRows:
    some, every = (sorted(draw(st.tuples(st.booleans(), st.booleans()))) for _ in range(2))
    return InRows(PROTECTION, *some, *every)


@st.composite
def columns(draw: st.DrawFn, index: int) -> ColumnProfile:
    tag = draw(st.sampled_from((*TAGS, None)))
    header = draw(st.sampled_from((None, "Name", "Total")))
    measured = st.dictionaries(st.integers(0, 6), st.integers(1, 3), max_size=2)
    dated = st.dictionaries(st.sampled_from(DatePrecision), st.integers(1, 3), max_size=2)
    return column(
        index,
        tag,
        header=header,
        proposed_tag=None if tag else draw(st.none() | st.sampled_from(TAGS)),
        filled=draw(st.sampled_from((0, 3, 20))),
        level=draw(st.sampled_from(Level)),
        confidence=draw(st.sampled_from((IGNORED, UNCERTAIN, CERTAIN))),
        detections=tuple(draw(st.lists(detections, max_size=2))),
        decimals=draw(measured),
        dates=draw(dated),
        undated=draw(st.integers(0, 1)),
        unlocated=draw(st.integers(0, 1)),
        admin_level=draw(st.none() | st.integers(0, 6)),
        banded=draw(st.just(()) | st.tuples(_banded)),
        not_pseudonyms=draw(_asked_rows),
        not_masked=draw(_asked_rows),
        in_rows=draw(st.just(()) | st.tuples(_in_rows())),
    )


@st.composite
def subsets(draw: st.DrawFn, width: int) -> Subset:
    """Some rows of a table, and perhaps more of them; each of these fewer or other cells."""
    parts = st.builds(table, *(columns(index) for index in range(1, width + 1)))
    return Subset(PROTECTION, rows(2), draw(parts), draw(st.none() | parts))


@st.composite
def sources(draw: st.DrawFn) -> SourceProfile:
    width = draw(st.integers(1, 4))
    made = (draw(columns(index)) for index in range(1, width + 1))
    return source(table(*made, subsets=draw(st.just(()) | st.tuples(subsets(width)))))


_patterns = st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=2)
_whens = st.sampled_from(
    (
        {},
        {"when": {"unit_of_record": ["household"]}},
        {"when": {"row_filter": {"tag": "#sector", "any_of": ["Protection"]}}},
    )
)
_matches = st.one_of(
    st.fixed_dictionaries({"tags": _patterns}),
    st.fixed_dictionaries({"headers": st.just(["name"])}),
    st.fixed_dictionaries({"entities": st.just(list(ENTITIES[:2]))}),
    st.fixed_dictionaries({"location": st.sampled_from(("coordinates", "named"))}),
    st.fixed_dictionaries({"sensitivity": st.just({"at_least": "high"})}),
    st.fixed_dictionaries({"admin_level": st.just({"at_least": 3})}),
)
treatments = st.one_of(
    st.just({"do": "drop"}),
    st.builds(lambda n: {"do": "round_coordinates", "decimals": n}, st.integers(0, 6)),
    st.builds(lambda n: {"do": "generalise_location", "admin_level": n}, st.integers(0, 5)),
    st.builds(
        lambda to: {"do": "truncate_date", "to": to},
        st.sampled_from(("day", "month", "quarter", "year")),
    ),
    st.sampled_from(({"do": "pseudonymise"}, {"do": "mask"}, {"do": "band", "cuts": list(CUTS)})),
)


@st.composite
def permits(draw: st.DrawFn) -> dict[str, Any]:
    return {**permit(*draw(_patterns)), **draw(_whens)}


@st.composite
def restrictions(draw: st.DrawFn) -> dict[str, Any]:
    match = draw(_matches)
    rule = forbid(**match) if draw(st.booleans()) else require(draw(treatments), **match)
    return {**rule, **draw(_whens)}


@st.composite
def rules(draw: st.DrawFn) -> list[dict[str, Any]]:
    made = draw(st.lists(permits() | restrictions() | restrictions(), max_size=4))
    return [{**rule, "id": f"rule-{number}"} for number, rule in enumerate(made)]


_classification = st.fixed_dictionaries(
    {
        "unclassified": st.sampled_from([level.value for level in Level]),
        "rules": st.lists(
            st.builds(
                lambda level, match, when: {"level": level, "match": match, **when},
                st.sampled_from([level.value for level in Level]),
                st.fixed_dictionaries({"tags": _patterns})
                | st.just({"entities": list(ENTITIES[:2])}),
                _whens,
            ),
            max_size=3,
        ).map(lambda made: [{**rule, "id": f"level-{n}"} for n, rule in enumerate(made)]),
    }
)


_ceilings = st.sampled_from(("severe", "severe", "severe", "high", "moderate", "low"))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Documents with one flow, any rules, a ceiling and perhaps a classification.

    Most of them permit everything and have no ceiling, so that other clauses decide.
    """
    flow: dict[str, Any] = {"sensitivity_ceiling": draw(_ceilings)}
    if draw(st.booleans()):
        flow["unit_of_record"] = draw(st.sampled_from(("household", "activity")))
    granted = [permit("#*", id="everything")] if draw(st.integers(0, 3)) else []
    made = document(*granted, *draw(rules()), flow=flow)
    if "unit_of_record" not in flow:
        del made["flows"][0]["unit_of_record"]
    if draw(st.booleans()):
        made["classification"] = draw(_classification)
    defaults = {"untagged": st.sampled_from(("forbid", "hold"))}
    made["defaults"] = draw(st.fixed_dictionaries(defaults))
    return made
