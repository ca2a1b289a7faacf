"""A diff against the kernel: its witnesses are real, and no column loosens unnoticed."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hxlguard as hg
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement
from hxlguard.model.finding import Detection, Via
from hxlguard.model.ordered import Verdict
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.report import Transfer
from hxlguard.model.tag import ADMIN_LEVELS, TagSpec
from tests.facts import (
    ALL,
    DAY,
    agreement,
    column,
    document,
    forbid,
    permit,
    require,
    rows,
    source,
    table,
)
from tests.strategies import columns, documents

NOBODY_NAMED_IT = "Other 7"


def facts(witness: hg.Witness) -> ColumnProfile:
    """The column that a witness describes, as finely as it may leave."""
    tag = witness.tag or witness.proposed_tag
    spec = TagSpec.parse(tag) if tag else TagSpec("#none")
    asked = witness.protection
    return column(
        1,
        witness.tag,
        header=witness.header or NOBODY_NAMED_IT,
        proposed_tag=witness.proposed_tag,
        level=witness.level,
        confidence=1.0,
        detections=tuple(
            Detection(entity, (Via.VALUE,), 1, float(share) or 0.0001, 1.0, rows(1))
            for entity, share in witness.entities
        ),
        decimals={} if asked.decimals is None else {asked.decimals: 20},
        unlocated=int(witness.coordinates and asked.decimals is None),
        dates={} if asked.date is None else {asked.date: 20},
        admin_level=ADMIN_LEVELS.get(spec.hashtag),
    )


def verdict(under: Agreement, *profiles: ColumnProfile) -> Verdict:
    return evaluate(under, (source(table(*profiles)),), Transfer(), DAY).verdict


def generalised(witness: hg.Witness) -> bool:
    """True for a column that names places less finely than its tag says."""
    tag = witness.tag or witness.proposed_tag
    level = ADMIN_LEVELS.get(TagSpec.parse(tag).hashtag) if tag else None
    asked = witness.protection.admin_level
    return level is not None and asked is not None and level > asked


def plain(made: dict[str, Any]) -> dict[str, Any]:
    """Without what the facts about a single column cannot show: other rows, pseudonyms, masks."""
    flow = made["flows"][0]
    classification = made.get("classification", {"rules": []})
    for rule in (*flow["rules"], *classification["rules"]):
        if "row_filter" in rule.get("when", {}):
            del rule["when"]
        if rule.get("with", [{}])[0].get("do") in ("pseudonymise", "mask"):
            rule["with"] = [{"do": "drop"}]
    return made


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Agreement, Agreement]:
    """Two agreements, most often one and the same with a few edits."""
    old, other = (plain(draw(documents())) for _ in range(2))
    new = copy.deepcopy(old)
    if draw(st.booleans()):
        new = other
    else:
        rules = new["flows"][0]["rules"]
        if rules and draw(st.booleans()):
            rules.pop(draw(st.integers(0, len(rules) - 1)))
        extra = draw(st.sampled_from(other["flows"][0]["rules"] or [ALL]))
        if draw(st.booleans()):
            rules.append({**extra, "id": "another"})
    return hg.load_agreement(old), hg.load_agreement(new)


def shown(made: Agreement) -> str:
    return made.document.model_dump_json(include={"classification", "flows"}, exclude_unset=True)


def changes(diff: hg.AgreementDiff) -> list[hg.Change]:
    return [change for part in (diff.common, *diff.flows) for change in part.changes]


def real(change: hg.Change) -> bool:
    """True for what is about a column that leaves as it is tagged, under the ceiling."""
    if change.witness is None or generalised(change.witness):
        return False
    return "only the sensitivity ceiling" not in change.what and "already" not in change.what


@given(pairs())
def test_a_witness_is_real(pair: tuple[Agreement, Agreement]) -> None:
    old, new = pair
    for change in changes(hg.diff_agreements(old, new)):
        if real(change) and change.witness:
            profile = facts(change.witness)
            looser, stricter = (new, old) if change.ordering.widens else (old, new)
            told = f"{change.what}: {shown(looser)} < {shown(stricter)}"
            assert verdict(looser, profile) < verdict(stricter, profile), told


@st.composite
def real_columns(draw: st.DrawFn) -> ColumnProfile:
    """Columns whose admin level is that of their tag."""
    made = draw(columns(1))
    tag = made.finding.tag or made.finding.proposed_tag
    level = ADMIN_LEVELS.get(TagSpec.parse(tag).hashtag) if tag else None
    return replace(made, admin_level=level)


profiles_of_columns = st.lists(real_columns(), min_size=1, max_size=6)


@given(pairs(), profiles_of_columns)
def test_no_column_loosens_unnoticed(
    pair: tuple[Agreement, Agreement], profiles: list[ColumnProfile]
) -> None:
    check_that_none_loosens_unnoticed(*pair, profiles)


@pytest.mark.thorough
@settings(max_examples=5_000)
@given(pairs(), profiles_of_columns)
def test_no_column_of_very_many_loosens_unnoticed(
    pair: tuple[Agreement, Agreement], profiles: list[ColumnProfile]
) -> None:
    check_that_none_loosens_unnoticed(*pair, profiles)


def check_that_none_loosens_unnoticed(
    old: Agreement, new: Agreement, profiles: list[ColumnProfile]
) -> None:
    if any(verdict(new, each) < verdict(old, each) for each in profiles):
        assert hg.diff_agreements(old, new).ordering.widens, f"{shown(old)} -> {shown(new)}"


@given(documents())
def test_an_agreement_is_equivalent_to_itself_in_any_order(made: dict[str, Any]) -> None:
    turned = copy.deepcopy(made)
    turned["flows"][0]["rules"].reverse()
    if "classification" in turned:
        turned["classification"]["rules"].reverse()
    diff = hg.diff_agreements(made, turned)
    assert diff.ordering is hg.Ordering.EQUIVALENT, diff.to_text()


@given(pairs())
def test_the_other_way_round_everything_is_turned(pair: tuple[Agreement, Agreement]) -> None:
    old, new = pair
    turned = {
        hg.Ordering.WIDENING: hg.Ordering.NARROWING,
        hg.Ordering.NARROWING: hg.Ordering.WIDENING,
    }
    there = hg.diff_agreements(old, new).ordering
    assert hg.diff_agreements(new, old).ordering is turned.get(there, there)


GEO = permit("#geo", "#org", id="geo")
NAMED = {"id": "n", "effect": "permit", "match": {"headers": ["Village  name"]}}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([GEO], [GEO, permit("#geo+lat", id="again")], ""),
        ([permit("#org"), permit("#org-x", id="q")], [permit("#org")], ""),
        ([permit("#org")], [permit("#org+x", id="a"), permit("#org-x", id="b")], ""),
        ([permit("#org")], [permit("#org", "#loc")], "`#loc` may now leave"),
        ([permit("#org!")], [permit("#org")], "`#org+other` may now leave"),
        (
            [permit("#contact")],
            [permit("#contact"), {**permit("#*", id="b"), "match": {"headers": ["Total"]}}],
            "an untagged column headed `total` may now leave",
        ),
        (
            [NAMED, forbid(tags=["#loc"])],
            [NAMED],
            "`#loc` headed `village name` may now leave; `f` stopped it",
        ),
        (
            [ALL, forbid(entities=["PHONE_NUMBER"])],
            [ALL],
            "`#other` with PHONE_NUMBER in a cell may now leave; `f` stopped it",
        ),
        (
            [ALL, forbid(entities=["PHONE_NUMBER"])],
            [ALL, forbid(entities=["PHONE_NUMBER"], min_coverage="0.2")],
            "`#other` with PHONE_NUMBER in a cell may now leave; `f` stopped it",
        ),
        (
            [ALL, forbid(entities=["PHONE_NUMBER"], min_coverage="0.2")],
            [ALL, forbid(entities=["PHONE_NUMBER"], min_coverage="0.5")],
            "`#other` with PHONE_NUMBER in a share of 0.2 of its cells may now leave;"
            " `f` stopped it",
        ),
        (
            [ALL, forbid(tags=["#contact"])],
            [ALL, forbid(tags=["#contact"], **{"except": ["#contact+org"]})],
            "`#contact+org` may now leave; `f` stopped it",
        ),
        (
            [ALL, forbid(sensitivity={"at_least": "high"})],
            [ALL, forbid(sensitivity={"at_least": "severe"})],
            "`#other` found to be of sensitivity `high` may now leave; `f` stopped it",
        ),
        (
            [GEO, require({"do": "round_coordinates", "decimals": 1}, location="coordinates")],
            [GEO, require({"do": "round_coordinates", "decimals": 2}, location="coordinates")],
            "`#geo` may now leave with 2 decimals",
        ),
        (
            [GEO, require({"do": "round_coordinates", "decimals": 1}, location="coordinates")],
            [GEO],
            "`#geo` may now leave with any number of decimals",
        ),
        (
            [ALL, require({"do": "pseudonymise"}, tags=["#meta+id"])],
            [ALL, require({"do": "mask"}, tags=["#meta+id"])],
            "`#meta+id` may now leave masked",
        ),
        (
            [ALL, require({"do": "band", "cuts": [0, 18]}, tags=["#*+age"])],
            [ALL, require({"do": "band", "cuts": [0, 5, 18]}, tags=["#*+age"])],
            "`#other+age` may now leave in bands from `0`, `5`, `18`",
        ),
        (
            [ALL, require({"do": "truncate_date", "to": "month"}, tags=["#date"])],
            [ALL, require({"do": "truncate_date", "to": "month"}, tags=["#date-end"])],
            "`#date+end` may now leave with any date",
        ),
        (
            [ALL, {**forbid(tags=["#loc"]), "when": {"unit_of_record": ["activity"]}}],
            [ALL, {**forbid(tags=["#loc"]), "when": {"unit_of_record": ["site"]}}],
            "`#loc` may now leave; `f` stopped it",
        ),
        (
            [ALL, forbid(admin_level={"at_least": 2})],
            [ALL, forbid(admin_level={"at_least": 3})],
            "`#adm2` may now leave; `f` stopped it",
        ),
        (
            [ALL, forbid(tags=["#loc"])],
            [
                ALL,
                {
                    **forbid(tags=["#loc"]),
                    "when": {"row_filter": {"tag": "#sector", "any_of": ["Protection"]}},
                },
            ],
            "`#loc` may now leave; `f` stopped it",
        ),
    ],
)
def test_what_widens_is_told_with_the_smallest_column(
    old: list[dict[str, Any]], new: list[dict[str, Any]], told: str
) -> None:
    diff = hg.diff_agreements(document(*old), document(*new))
    assert [change.what for change in changes(diff) if change.ordering.widens] == (
        [told] if told else []
    )
    assert diff.ordering.widens == bool(told)


@pytest.mark.parametrize(
    ("untagged", "told"),
    [
        ("forbid", []),
        ("hold", ["an untagged column is held and no longer blocked; `f` stopped it"]),
    ],
)
def test_what_nobody_tagged_widens_where_it_is_held_and_not_blocked(
    untagged: str, told: list[str]
) -> None:
    defaults = {"untagged": untagged}
    stopped = forbid(sensitivity={"at_least": "low"})
    diff = hg.diff_agreements(document(stopped, defaults=defaults), document(defaults=defaults))
    assert [change.what for change in changes(diff)] == told


def test_a_rule_about_some_rows_is_told_with_these_rows() -> None:
    filtered = {"row_filter": {"tag": "#sector", "any_of": ["Protection", "GBV"]}}
    diff = hg.diff_agreements(
        agreement(ALL, {**forbid(tags=["#loc"]), "when": filtered}), agreement(ALL)
    )
    assert [change.what for change in changes(diff)] == [
        "`#loc` in rows where `#sector` is `GBV` may now leave; `f` stopped it"
    ]


def test_permits_for_several_kinds_of_rows_are_never_taken_for_equivalent() -> None:
    def some(tag: str, word: str, name: str) -> dict[str, Any]:
        when = {"row_filter": {"tag": tag, "any_of": [word]}}
        return {**permit("#adm2", id=name), "when": when}

    old = [some("#sector", "Health", "a"), some("#status", "Done", "b")]
    diff = hg.diff_agreements(document(*old), document(*old, permit("#adm2+code", id="c")))
    assert diff.ordering is hg.Ordering.INCOMPARABLE
    assert hg.diff_agreements(document(*old), document(*old)).ordering is hg.Ordering.EQUIVALENT


def test_what_only_the_ceiling_still_stops_widens_all_the_same() -> None:
    low = {"flow": {"sensitivity_ceiling": "low"}, "classification": {"unclassified": "high"}}
    diff = hg.diff_agreements(document(**low), document(permit("#loc"), **low))
    assert diff.ordering is hg.Ordering.WIDENING
    assert [change.what for change in changes(diff)] == [
        "`#loc` may now leave; now only the sensitivity ceiling stops it"
    ]


def test_patterns_too_intricate_to_compare_are_never_equivalent() -> None:
    names = [f"n{number}" for number in range(40)]
    pairs = [f"#*-{one}-{other}" for one, other in zip(names[::2], names[1::2], strict=True)]
    diff = hg.diff_agreements(document(ALL), document(ALL, forbid(tags=pairs)))
    assert diff.ordering is hg.Ordering.NARROWING
    diff = hg.diff_agreements(document(permit(*pairs)), document(ALL))
    assert diff.ordering is hg.Ordering.INCOMPARABLE
