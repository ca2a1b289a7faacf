"""What lint claims about decisions, held against the decisions themselves."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.linting import lint_agreement
from hxlguard.linting.fields import Passage
from hxlguard.linting.lint import Subject
from hxlguard.model.agreement import Agreement
from hxlguard.model.ordered import Level, Verdict
from hxlguard.model.patterns import TagSet
from hxlguard.model.profile import ColumnProfile, SourceProfile
from hxlguard.model.report import Transfer
from hxlguard.model.rule import Forbid
from hxlguard.model.tag import ADMIN_LEVELS, TagPattern, TagSpec
from tests.facts import DAY, agreement, cited, column, forbid, judge, permit, require
from tests.strategies import TAGS, documents, sources


def harmless(tag: TagSpec) -> ColumnProfile:
    """A column of which nothing is known but its tag."""
    return column(1, str(tag), level=Level.LOW, admin_level=ADMIN_LEVELS.get(tag.hashtag))


def barring(made: Agreement) -> set[str]:
    """The clauses by which a field is refused for what it is, not for how finely it speaks."""
    (flow,) = made.document.flows
    rules = {rule.id for rule in flow.rules if isinstance(rule, Forbid)}
    return {f"{flow.id}.default-deny", f"{flow.id}.ceiling", *rules}


@given(documents(), st.sampled_from(TAGS))
def test_what_cannot_leave_by_its_tag_is_never_clear(made: dict[str, Any], text: str) -> None:
    under, tag = load_agreement(made), TagSpec.parse(text)
    (case,) = Subject(under, DAY).cases
    exactly = TagSet((TagPattern(tag.hashtag, frozenset(tag.attributes), exact=True),))
    if Passage.of(case).smallest(exactly) is None:
        assert judge(under, harmless(tag)).verdict > Verdict.CLEAR


@given(documents())
def test_what_can_leave_by_its_tag_is_refused_by_no_clause_about_tags(made: dict[str, Any]) -> None:
    under = load_agreement(made)
    (case,) = Subject(under, DAY).cases
    tag = Passage.of(case).smallest()
    assume(tag is not None)
    assert tag is not None
    assert not cited(judge(under, harmless(tag))) & barring(under)


@given(documents(), sources())
def test_a_rule_without_effect_changes_no_verdict(
    made: dict[str, Any], facts: SourceProfile
) -> None:
    found = {one.pointer for one in lint_agreement(made, on=DAY) if one.code == "HXA330"}
    assume(found)
    less = copy.deepcopy(made)
    for pointer in sorted(found, key=lambda one: int(one.rpartition("/")[2]), reverse=True):
        *path, last = pointer.strip("/").split("/")
        place: Any = less
        for key in path:
            place = place[int(key) if key.isdigit() else key]
        del place[int(last)]
    one, other = (
        evaluate(load_agreement(each), (facts,), Transfer(), DAY) for each in (made, less)
    )
    assert one.verdict is other.verdict


def test_an_evaded_forbid_lets_the_witness_pass() -> None:
    made = agreement(permit("#*"), forbid(tags=["#contact"], **{"except": ["#contact+org"]}))
    (found,) = [one for one in lint_agreement(made, on=DAY) if one.code == "HXA320"]
    escaped = TagSpec.parse(found.message.split("`")[3])
    assert judge(made, harmless(escaped)).verdict is Verdict.CLEAR


def test_treatments_that_cannot_go_together_mean_drop() -> None:
    made = agreement(
        permit("#*"),
        require({"do": "pseudonymise"}, tags=["#meta+id"]),
        require({"do": "mask"}, id="m", tags=["#meta"]),
    )
    assert [one.code for one in lint_agreement(made, on=DAY) if one.code == "HXA302"] == ["HXA302"]
    report = judge(made, harmless(TagSpec("#meta", ("id",))))
    assert {violation.kind for violation in report.violations} == {"must-be-dropped"}
