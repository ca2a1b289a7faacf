"""The kernel decides as the naive evaluator does, on random agreements and facts."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.model.profile import SourceProfile
from hxlguard.model.report import Transfer
from hxlguard.model.tag import TagPattern, TagSpec
from tests import naive
from tests.facts import DAY, cited, forbid, require
from tests.strategies import PATTERNS, TAGS, documents, sources, treatments

_parts = st.fixed_dictionaries(
    {},
    optional={
        "tags": st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=2),
        "headers": st.just(["Name", "total"]),
        "entities": st.just(["PERSON_NAME", "GEO_COORDINATES"]),
        "location": st.sampled_from(("coordinates", "named")),
        "admin_level": st.builds(lambda n: {"at_least": n}, st.integers(0, 6)),
        "sensitivity": st.sampled_from(("moderate", "severe")).map(lambda n: {"at_least": n}),
    },
).filter(bool)


@st.composite
def rich_documents(draw: st.DrawFn) -> dict[str, Any]:
    """Documents whose clauses ask for several things at once, with defaults of their own."""
    made = draw(documents())
    made["clauses"] = []
    for number, match in enumerate(draw(st.lists(_parts, max_size=2))):
        if "tags" in match and draw(st.booleans()):
            match["except"] = [draw(st.sampled_from(PATTERNS))]
        if "entities" in match and draw(st.booleans()):
            match["min_coverage"] = draw(st.sampled_from(("0.05", "0.1", "0.5")))
        rule = forbid(**match) if draw(st.booleans()) else require(draw(treatments), **match)
        made["clauses"].append({**rule, "id": f"guard-{number}"})
    for number, do in enumerate(
        draw(st.lists(st.sampled_from(("mask", "pseudonymise")), max_size=2))
    ):
        rule = require(
            {"do": do}, tags=[draw(st.sampled_from(PATTERNS))], id=f"identifier-{number}"
        )
        made["clauses"].append(rule)
    if draw(st.booleans()):
        made["defaults"]["detection"] = {"act_at": "0.95", "hold_at": "0.60"}
    made["defaults"]["columns"] = draw(st.sampled_from(("deny", "deny", "allow")))
    return made


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(rich_documents(), st.lists(sources(), min_size=1, max_size=2))
def test_verdict_and_violated_clauses_are_those_of_the_formulas(
    made: dict[str, Any], given_sources: list[SourceProfile]
) -> None:
    report = evaluate(load_agreement(made), tuple(given_sources), Transfer(), DAY)
    verdict, violated = naive.decide(made, given_sources)
    event(f"verdict {verdict}")
    assert (report.verdict.value, cited(report)) == (verdict, violated)


@given(st.sampled_from(PATTERNS), st.sampled_from(TAGS))
def test_a_pattern_fits_alike(pattern: str, tag: str) -> None:
    assert naive.fits(pattern, tag) == TagPattern.parse(pattern).matches(TagSpec.parse(tag))
