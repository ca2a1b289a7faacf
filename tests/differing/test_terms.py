"""Everything in an agreement that is not about columns has an order too, or is incomparable."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest

import hxlguard as hg
from hxlguard.differing.orders import duration
from hxlguard.model.agreement import Disclosure, Extends
from tests.facts import document, forbid, permit

SHA, OTHER_SHA = "a" * 64, "b" * 64
VOCABULARY = {
    "vocabulary": {
        "purposes": {"aid": {}, "health": {"broader": "aid"}, "sale": {"broader": "aid"}}
    }
}


def parent(**more: str) -> dict[str, Any]:
    return {"extends": [{"id": "base", "version": "1", "sha256": SHA, **more}]}


def in_flow(**sections: Any) -> dict[str, Any]:
    return {"flow": sections}


def measure(**more: Any) -> dict[str, Any]:
    made = {"id": "m", "measure": "k_anonymity", "at_least": 5, **more}
    return in_flow(disclosure=[{key: value for key, value in made.items() if value is not None}])


def waiver(**more: Any) -> dict[str, Any]:
    scope = {"flow": "publish", "tags": ["#geo"], **more.pop("scope", {})}
    made = {
        "id": "w",
        "clauses": ["f"],
        "scope": scope,
        "reason": "Clinics are public.",
        "requested_by": {"party": "us"},
        "from": "2026-05-01",
        "expires": "2026-05-31",
        **more,
    }
    return {"waivers": [made]}


def duty(**more: Any) -> dict[str, Any]:
    return in_flow(obligations=[{"id": "d", "code": "report", "within": "PT48H", **more}])


def way(**more: Any) -> dict[str, Any]:
    return in_flow(transfer=[{"id": "t", "require": "encrypted-container", **more}])


def kept(**more: Any) -> dict[str, Any]:
    return in_flow(retention={"id": "r", **more})


def onward(**more: Any) -> dict[str, Any]:
    return in_flow(onward_sharing={"id": "o", **more})


def purposes(*permitted: str, never: tuple[str, ...] = ()) -> dict[str, Any]:
    return {**VOCABULARY, **in_flow(purposes={"permit": [*permitted], "forbid": [*never]})}


def unwaivable(waivable: bool) -> dict[str, Any]:
    return {"clauses": [{**forbid(tags=["#contact"]), "waivable": waivable}]}


def authority(party: str, role: str | None = None) -> dict[str, Any]:
    made = {"id": "dpo", "party": party, **({"role": role} if role else {})}
    return {"governance": {"waiver_authorities": [made]}}


def parties(*names: str) -> dict[str, Any]:
    return {**way(), "parties": [{"id": name} for name in ("public", *names)]}


WIDENING: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"metadata": {"status": "draft"}}, {}),
    ({}, {"validity": {"until": "2027-01-31"}}),
    ({}, {"validity": {"from": "2025-12-31"}}),
    ({}, {"defaults": {"untagged": "hold"}}),
    ({"defaults": {"hidden": "forbid"}}, {}),
    ({}, {"defaults": {"enforcement": "advisory"}}),
    ({}, {"defaults": {"columns": "allow"}}),
    ({}, {"defaults": {"detection": {"act_at": "0.70"}}}),
    ({}, {"defaults": {"detection": {"hold_at": "0.40"}}}),
    (parent(), {}),
    ({}, {"governance": {"waiver_policy": {"requester_may_approve": True}}}),
    ({"governance": {"waiver_policy": {"max_duration": "P30D"}}}, {}),
    ({"governance": {"waiver_policy": {"approvers_required": 2}}}, {}),
    ({}, {"governance": {"waiver_authorities": [{"id": "boss", "party": "us"}]}}),
    (in_flow(sender="us"), {}),
    ({}, in_flow(recipients=["public", "press"])),
    (purposes("health"), purposes("aid")),
    (purposes("aid", never=("sale",)), purposes("aid")),
    (in_flow(subjects=["adults"]), in_flow(subjects=["adults", "children"])),
    (in_flow(audience="cluster"), in_flow(audience="public")),
    (in_flow(sensitivity_ceiling="low"), in_flow(sensitivity_ceiling="high")),
    ({}, in_flow(unit_of_record="household")),
    (measure(), measure(at_least=3)),
    (measure(), {}),
    (measure(at_least=None, at_most="0.05"), measure(at_least=None, at_most="0.50")),
    (measure(quasi_identifiers=["#adm2", "#*+age"]), measure(quasi_identifiers=["#adm2"])),
    (measure(quasi_identifiers=["#adm2"]), measure(quasi_identifiers=["#adm2+code"])),
    (measure(zero_cells="suppressed"), measure(zero_cells="allowed")),
    (measure(secondary_suppression="required"), measure()),
    (in_flow(schema={"required": ["#org", "#adm1"]}), in_flow(schema={"required": ["#org"]})),
    (in_flow(schema={"max_rows": 100}), in_flow(schema={"max_rows": 1000})),
    (in_flow(schema={"expected_rows": {"at_least": 5}}), {}),
    (
        in_flow(schema={"expected_rows": {"at_most": 5}}),
        in_flow(schema={"expected_rows": {"at_most": 6}}),
    ),
    (kept(max_after_receipt="P12M"), kept(max_after_receipt="P24M")),
    (kept(delete_by="2027-01-01"), kept(delete_by=None)),
    (kept(proof="certificate"), kept()),
    (kept(delete_by="2027-01-01"), {}),
    (onward(), onward(allowed=True)),
    (onward(prior_written_consent_of=["us"]), onward()),
    ({}, onward(allowed=True)),
    (onward(), {}),
    (duty(), {}),
    (duty(), duty(within="P3D")),
    (duty(phase="before-release"), duty(phase="after-release")),
    (duty(check="attested"), duty(check="manual")),
    (way(), {}),
    (way(algorithms=["openpgp"]), way(algorithms=["openpgp", "zip"])),
    (way(algorithms=["openpgp"]), way()),
    (way(check="observable"), way(check="attested")),
    ({}, waiver()),
    (waiver(), waiver(expires="2026-06-30")),
    (waiver(), waiver(clauses=["f", "publish.ceiling"])),
    (unwaivable(False), unwaivable(True)),
    ({"clauses": [forbid(entities=["NO_SUCH_THING"])]}, {}),
    (parties(), parties("us")),
    (in_flow(clause="TODO"), in_flow(clause="Art. 2")),
    (parties(), way()),
]

INCOMPARABLE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {"validity": {"timezone": "Africa/Bamako"}}),
    (parent(), parent(sha256=OTHER_SHA)),
    ({}, parent(permits="inherit")),
    (in_flow(sender="us"), in_flow(sender="them")),
    ({}, in_flow(unit_of_record="aggregate")),
    ({}, in_flow(legal_basis={"basis": "consent"})),
    ({}, in_flow(licence={"spdx": "CC-BY-4.0"})),
    (measure(), measure(measure="l_diversity")),
    (measure(), measure(weights="#meta+weight")),
    (measure(), measure(quasi_identifiers=["#adm2"])),
    (measure(at_least=5, at_most=9), measure(at_least=4, at_most=8)),
    (duty(), duty(code="delete")),
    (way(), way(require="signed-clearance")),
    (way(signers=["us"]), way(signers=["them"])),
    (waiver(), waiver(scope={"tags": ["#geo", "#loc"]})),
    (kept(max_after_receipt="P1M"), kept(max_after_receipt="P30D")),
    (in_flow(recipients=["press"]), in_flow(recipients=["public"])),
]

EQUIVALENT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"metadata": {"title": "Short"}}, {"metadata": {"title": "A better title", "version": "2"}}),
    ({"metadata": {"status": "draft"}}, {"metadata": {"status": "suspended"}}),
    (kept(max_after_receipt="P12M"), kept(max_after_receipt="P1Y", text="A year.")),
    (duty(within="PT48H"), duty(within="P2D")),
    (duty(), duty(id="another", text="Report it.")),
    (measure(), measure(id="another", clause="B.7")),
    (purposes("aid"), purposes("aid", "health")),
    ({}, in_flow(schema={})),
    ({}, in_flow(title="A title")),
]


def described(value: object) -> str | None:
    return str(value)[:60] if isinstance(value, dict) else None


def compared(old: dict[str, Any], new: dict[str, Any]) -> hg.AgreementDiff:
    before, after = copy.deepcopy(old), copy.deepcopy(new)
    if "schema" in before.get("flow", {}) or "schema" in after.get("flow", {}):
        before.setdefault("flow", {}).setdefault("schema", {})
    return hg.diff_agreements(loaded(before), loaded(after))


def loaded(sections: dict[str, Any]) -> hg.Agreement:
    """The short agreement with these sections; its parents need not be there."""
    parents = tuple(map(Extends.model_validate, sections.pop("extends", ())))
    made = hg.load_agreement(document(**sections))
    return replace(made, document=made.document.model_copy(update={"extends": parents}))


HIDDEN: list[tuple[dict[str, Any], dict[str, Any]]] = [
    # the clause that is waived says what another one said, which was not waived
    (
        {"clauses": [forbid("f", tags=["#geo+lat"]), forbid("g", tags=["#geo+lon"])]},
        {"clauses": [forbid("f", tags=["#geo+lat", "#geo+lon"])]},
    ),
    (
        {"clauses": [forbid("f", tags=["#geo+lat"]), forbid("g", tags=["#geo+lon"])]},
        {"clauses": [forbid("g", tags=["#geo+lat"]), forbid("f", tags=["#geo+lon"])]},
    ),
]


@pytest.mark.parametrize(("old", "new"), HIDDEN, ids=described)
def test_what_only_a_waived_clause_stops_any_more_may_leave(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    allowed = in_flow(rules=[permit("#geo")])
    assert compared({**old, **allowed}, {**new, **allowed}).ordering is hg.Ordering.EQUIVALENT
    diff = compared({**old, **allowed, **waiver()}, {**new, **allowed, **waiver()})
    assert diff.ordering in {hg.Ordering.WIDENING, hg.Ordering.INCOMPARABLE}, diff.to_text()
    assert "widening: `#geo+lon` may now leave; `g` stopped it" in diff.to_text()


@pytest.mark.parametrize("new", [authority("them", "DPO"), authority("us")], ids=described)
def test_an_authority_of_another_party_or_role_may_approve_what_it_could_not(
    new: dict[str, Any],
) -> None:
    diff = compared(authority("us", "DPO"), new)
    assert diff.ordering is hg.Ordering.INCOMPARABLE, diff.to_text()


@pytest.mark.parametrize(("old", "new"), WIDENING, ids=described)
def test_a_looser_term_widens_and_the_other_way_round_narrows(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    diff = compared(old, new)
    assert diff.ordering is hg.Ordering.WIDENING, diff.to_text()
    turned = compared(new, old)
    assert turned.ordering is hg.Ordering.NARROWING, turned.to_text()


@pytest.mark.parametrize(("old", "new"), INCOMPARABLE, ids=described)
def test_a_term_without_an_order_is_incomparable(old: dict[str, Any], new: dict[str, Any]) -> None:
    for diff in (compared(old, new), compared(new, old)):
        assert diff.ordering is hg.Ordering.INCOMPARABLE, diff.to_text()


@pytest.mark.parametrize(("old", "new"), EQUIVALENT, ids=described)
def test_a_term_said_otherwise_is_equivalent(old: dict[str, Any], new: dict[str, Any]) -> None:
    for diff in (compared(old, new), compared(new, old)):
        assert diff.ordering is hg.Ordering.EQUIVALENT, diff.to_text()


def test_a_new_flow_widens_and_one_that_is_gone_narrows() -> None:
    two = document()
    two["flows"].append({**two["flows"][0], "id": "second"})
    there, back = hg.diff_agreements(document(), two), hg.diff_agreements(two, document())
    assert {part.flow: part.ordering for part in there.flows} == {
        "publish": hg.Ordering.EQUIVALENT,
        "second": hg.Ordering.WIDENING,
    }
    assert back.ordering is hg.Ordering.NARROWING


def test_a_measure_key_without_an_order_is_never_passed_over() -> None:
    known = {"id", "clause", "text", "severity", "waivable", "measure", "variant", "at_least"}
    known |= {"at_most", "quasi_identifiers", "sensitive", "counts", "weights", "zero_cells"}
    assert Disclosure.model_fields.keys() >= known
    assert compared(measure(), measure(variant="entropy")).ordering is hg.Ordering.INCOMPARABLE


@pytest.mark.parametrize(
    ("old", "new", "ordering"),
    [
        ("P12M", "P1Y", "equivalent"),
        ("P7D", "P1W", "equivalent"),
        ("P1M", "P2M", "widening"),
        ("P1M", "P31D", "widening"),
        ("P1M", "P30D", "incomparable"),
        ("P1M", "P27D", "narrowing"),
        ("P1Y", "P365D", "narrowing"),
        ("PT48H", "PT24H", "narrowing"),
    ],
)
def test_durations_compare_where_no_calendar_matters(old: str, new: str, ordering: str) -> None:
    assert duration(old, new) == ordering
