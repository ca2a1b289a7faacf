"""Properties of decisions that the design names and that no one clause can show by itself."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hxlguard.agreements import load_agreement
from hxlguard.agreements.schema import agreement_schema_text
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement, AgreementDocument
from hxlguard.model.document import FORMATS
from hxlguard.model.location import NO_ROWS
from hxlguard.model.ordered import Level, Verdict
from hxlguard.model.profile import ColumnProfile, DatePrecision, SourceProfile
from hxlguard.model.report import Report, Transfer
from tests.facts import DAY, SHORT, cited, doubted
from tests.strategies import CERTAIN, detections, documents, restrictions, sources

FAST = settings(suppress_health_check=[HealthCheck.too_slow])
UNITS = ("individual", "household", "event", "site", "activity", "aggregate")


def judge(made: dict[str, Any] | Agreement, source: SourceProfile) -> Report:
    return evaluate(load_agreement(made), (source,), Transfer(), DAY)


def changed(source: SourceProfile, index: int, column: ColumnProfile) -> SourceProfile:
    """The same facts with another column in place of one."""
    (table,) = source.tables
    columns = (*table.columns[:index], column, *table.columns[index + 1 :])
    return replace(source, tables=(replace(table, columns=columns),))


def pick(source: SourceProfile, luck: random.Random) -> tuple[int, ColumnProfile]:
    columns = source.tables[0].columns
    index = luck.randrange(len(columns))
    return index, columns[index]


# What is found, and what is hidden


@FAST
@given(documents(), sources(), detections, st.randoms())
def test_one_more_detection_never_loosens(
    made: dict[str, Any], source: SourceProfile, found: Any, luck: random.Random
) -> None:
    index, column = pick(source, luck)
    finding = replace(column.finding, detections=(*column.finding.detections, found))
    under = load_agreement(made)
    more = judge(under, changed(source, index, replace(column, finding=finding)))
    less = judge(under, source)
    assert more.verdict >= less.verdict
    assert cited(more) >= cited(less)


@FAST
@given(documents(), sources(), st.randoms())
def test_a_higher_level_of_one_column_never_loosens(
    made: dict[str, Any], source: SourceProfile, luck: random.Random
) -> None:
    under, (index, column) = load_agreement(made), pick(source, luck)
    level = luck.choice([each for each in Level if each >= column.finding.level])
    sure = replace(column.finding, confidence=CERTAIN)
    lower, higher = (
        judge(under, changed(source, index, replace(column, finding=finding)))
        for finding in (sure, replace(sure, level=level))
    )
    assert higher.verdict >= lower.verdict
    assert cited(higher) >= cited(lower)


def redactions(column: ColumnProfile) -> Iterator[ColumnProfile]:
    """The column with its cells made coarser, cleared of what was found in them, or emptied."""
    finding = column.finding
    if column.decimals:
        coarse = [replace(each, value=max(each.value - 1, 0)) for each in column.decimals]
        yield replace(column, decimals=tuple(coarse))
    if column.dates:
        year = DatePrecision.YEAR
        coarse = [replace(each, value=min(each.value + 1, year)) for each in column.dates]
        yield replace(column, dates=tuple(coarse))
    if column.admin_level:
        yield replace(column, admin_level=column.admin_level - 1)
    for number in range(len(finding.detections)):
        kept = (*finding.detections[:number], *finding.detections[number + 1 :])
        yield replace(column, finding=replace(finding, detections=kept))
    empty = replace(finding, filled=0, filled_rows=NO_ROWS, detections=())
    yield ColumnProfile(empty)


@FAST
@given(documents(), sources(), st.randoms())
def test_more_redaction_never_turns_a_pass_into_a_failure(
    made: dict[str, Any], source: SourceProfile, luck: random.Random
) -> None:
    under, (index, column) = load_agreement(made), pick(source, luck)
    before = judge(under, source)
    for redacted in redactions(column):
        after = judge(under, changed(source, index, redacted))
        assert after.verdict <= before.verdict
        assert cited(after) <= cited(before)


# What is doubtful


@FAST
@given(documents(), sources(), st.sampled_from(UNITS))
def test_what_is_decided_without_a_unit_of_record_is_decided_alike_with_any(
    made: dict[str, Any], source: SourceProfile, unit: str
) -> None:
    made["flows"][0].pop("unit_of_record", None)
    without = judge(made, source)
    made["flows"][0]["unit_of_record"] = unit
    declared = judge(made, source)
    assert cited(declared) >= cited(without)
    assert declared.verdict is Verdict.CLEAR or without.verdict is not Verdict.CLEAR


# The document


@FAST
@given(documents(), st.lists(restrictions(), max_size=3), sources(), st.randoms())
def test_the_order_of_clauses_for_every_flow_changes_nothing(
    made: dict[str, Any],
    general: list[dict[str, Any]],
    source: SourceProfile,
    luck: random.Random,
) -> None:
    made["clauses"] = [{**rule, "id": f"general-{n}"} for n, rule in enumerate(general)]
    mixed = copy.deepcopy(made)
    luck.shuffle(mixed["clauses"])
    one, other = judge(made, source), judge(mixed, source)
    assert (one.verdict, one.clauses) == (other.verdict, other.clauses)
    assert (cited(one), doubted(one)) == (cited(other), doubted(other))
    said = [[(v.clause.id, v.fingerprint, v.message) for v in r.violations] for r in (one, other)]
    assert said[0] == said[1]


@FAST
@given(documents(), sources())
def test_yaml_and_json_decide_alike(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, Any], source: SourceProfile
) -> None:
    folder = tmp_path_factory.mktemp("forms")
    (folder / "a.json").write_text(json.dumps(made), encoding="utf-8")
    unshared = json.loads(json.dumps(made))  # PyYAML would write an anchor for what is shared
    (folder / "a.yaml").write_text(yaml.safe_dump(unshared, sort_keys=False), encoding="utf-8")
    one, other = (load_agreement(folder / name) for name in ("a.json", "a.yaml"))
    assert one.sha256 == other.sha256 == load_agreement(made).sha256
    reports = [evaluate(each, (source,), Transfer(), DAY) for each in (one, other)]
    assert reports[0].verdict == reports[1].verdict
    assert cited(reports[0]) == cited(reports[1])


RICH: dict[str, Any] = {
    "apiVersion": "hxlguard/v1",
    "kind": "SharingAgreement",
    "metadata": {"id": "rich", "version": "1.0", "title": "Rich", "status": "active"},
    "validity": {"from": "2026-01-01", "until": "2026-12-31", "timezone": "UTC"},
    "review": {"due": "2026-06-30", "every": "P6M"},
    "extends": [{"id": "parent", "version": "1", "sha256": "0" * 64, "permits": "inherit"}],
    "parties": [{"id": "rei", "roles": ["sender"]}],
    "governance": {
        "waiver_authorities": [{"id": "dpo", "party": "rei"}],
        "waiver_policy": {"max_duration": "P30D", "approvers_required": 1},
        "signatories": [{"party": "rei", "signed": "2026-01-01"}],
    },
    "vocabulary": {"purposes": {"help": {"broader": None}}, "subject_groups": {"people": {}}},
    "classification": {
        "unclassified": "high",
        "rules": [{"id": "c", "level": "low", "match": {"tags": ["#org"], "except": ["#org+x"]}}],
    },
    "defaults": {"columns": "deny", "detection": {"act_at": "0.7", "hold_at": "0.4"}},
    "clauses": [
        {
            "id": "no",
            "effect": "forbid",
            "match": {"entities": ["PERSON_NAME"], "min_coverage": "0.1", "location": "named"},
            "severity": "critical",
            "waivable": False,
        }
    ],
    "flows": [
        {
            "id": "share",
            "sender": "rei",
            "recipients": ["rei"],
            "audience": "public",
            "purposes": {"permit": ["help"], "forbid": []},
            "legal_basis": {"basis": "consent"},
            "unit_of_record": "household",
            "rules": [
                {"id": "p", "effect": "permit", "match": {"headers": ["Name"]}},
                {
                    "id": "r",
                    "effect": "require",
                    "match": {"sensitivity": {"at_least": "high"}},
                    "when": {
                        "unit_of_record": ["household"],
                        "row_filter": {"tag": "#sector", "any_of": ["GBV"]},
                    },
                    "with": [
                        {"do": "round_coordinates", "decimals": 1},
                        {"do": "truncate_date", "to": "month"},
                        {"do": "band", "cuts": [0, 5]},
                    ],
                },
            ],
            "schema": {"required": ["#org"], "max_rows": 9, "expected_rows": {"at_least": 1}},
            "disclosure": [{"id": "k", "measure": "k_anonymity", "at_least": 5}],
            "retention": {"id": "keep", "delete_by": None, "max_after_receipt": "P1Y"},
            "onward_sharing": {"id": "on", "allowed": False},
            "obligations": [{"id": "o", "who": "rei", "within": "PT48H", "check": "manual"}],
            "transfer": [{"id": "t", "require": "encryption", "check": "attested"}],
        }
    ],
    "waivers": [
        {
            "id": "w",
            "clauses": ["r"],
            "scope": {"flow": "share", "tags": ["#geo"], "dataset_sha256": None},
            "reason": "x",
            "requested_by": {"party": "rei"},
            "approvals": [{"authority": "dpo", "date": "2026-01-01"}],
            "from": "2026-01-01",
            "expires": "2026-01-31",
        }
    ],
}

Place = tuple[str | int, ...]

SLIPS: tuple[Any, ...] = (None, True, 7, -1, "", "2026-02-30", [], {}, ["x"])
"""What a slip of the hand may put anywhere."""


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    yield at
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    for key in keys:
        yield from places(value[key], (*at, key))


def slipped(made: dict[str, Any], place: Place, slip: Any) -> dict[str, Any]:
    """The document with something else at a place, or something added where a mapping stands."""
    whole = copy.deepcopy(made)
    inner: Any = whole
    for key in place[:-1]:
        inner = inner[key]
    if slip == "(remove)":
        del inner[place[-1]]
    elif slip == "(add)" and isinstance(inner, dict):
        inner["unheard-of"] = 1
    else:
        inner[place[-1]] = slip
    return whole


def accepted_by_schema(made: dict[str, Any]) -> bool:
    return _validator().is_valid(made)


@cache
def _validator() -> jsonschema.Draft202012Validator:
    checker = jsonschema.FormatChecker(formats=())
    for name, parse in FORMATS.items():
        checker.checks(name, raises=ValueError)(
            lambda text, parse=parse: not isinstance(text, str) or bool(parse(text))
        )
    schema = json.loads(agreement_schema_text())
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


def accepted_by_models(made: dict[str, Any]) -> bool:
    try:
        AgreementDocument.model_validate_json(json.dumps(made), strict=True)
    except ValidationError:
        return False
    return True


def test_the_rich_document_is_accepted_by_both() -> None:
    assert accepted_by_schema(RICH)
    assert accepted_by_models(RICH)


NEEDED = {"apiVersion", "kind", "metadata", "validity", "flows"}


def around(place: Place) -> dict[str, Any]:
    """What is needed of the rich document for a place to be judged: other sections say nothing."""
    section = place[0]
    kept = {key: RICH[key] for key in RICH if key in NEEDED or key == section}
    return kept if section == "flows" else {**kept, "flows": SHORT["flows"]}


@pytest.mark.parametrize("slip", [*SLIPS, "(remove)", "(add)"], ids=repr)
def test_schema_and_models_accept_and_refuse_the_same_documents(slip: Any) -> None:
    differing = [
        place
        for place in places(RICH)
        if place
        for made in [slipped(around(place), place, slip)]
        if accepted_by_schema(made) is not accepted_by_models(made)
    ]
    assert differing == []
