"""Classifications that stand apart: loading them, using them, and what the shipped ones say."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings

import hxlguard as hg
from hxlguard.agreements import classified, load_agreement, load_classification
from hxlguard.agreements.contradictions import contradictions
from hxlguard.agreements.schema import classification_schema_text
from hxlguard.evaluation import evaluate
from hxlguard.model.ordered import Level
from hxlguard.model.profile import ColumnProfile, SourceProfile
from hxlguard.model.report import Transfer
from hxlguard.shipped import classification_names, policy_names, schema_text
from tests.facts import ALL, DAY, agreement, cited, column, detection, document, judge
from tests.strategies import documents, sources

COUNTRIES = {
    "afghanistan": "AFG",
    "default": None,
    "somalia": "SOM",
    "south-sudan": "SSD",
    "sudan": "SDN",
    "syria": "SYR",
    "ukraine": "UKR",
    "yemen": "YEM",
}
PAPER: dict[str, Any] = {
    "apiVersion": "hxlguard/v1",
    "kind": "SensitivityClassification",
    "metadata": {
        "id": "sahelia",
        "version": "1.0",
        "title": "Sahelia",
        "country": "XSH",
        "source": {"title": "Protocol of Sahelia", "dated": "2026-02"},
        "reviewed": None,
    },
    "notes": ["Made up."],
    "classification": {
        "unclassified": "high",
        "rules": [
            {"id": "who", "level": "low", "match": {"tags": ["#org", "#adm1"]}},
            {"id": "fine", "level": "severe", "match": {"admin_level": {"at_least": 4}}},
        ],
    },
}


def paper(metadata: dict[str, Any] | None = None, **classification: Any) -> dict[str, Any]:
    made = copy.deepcopy(PAPER)
    made["metadata"].update(metadata or {})
    made["classification"].update(classification)
    return made


def rule(level: str, id: str = "r", when: dict[str, Any] | None = None, **match: Any) -> Any:
    return {"id": id, "level": level, "match": match, **({"when": when} if when else {})}


def mistakes(source: Any) -> tuple[str, ...]:
    with pytest.raises(hg.AgreementError) as caught:
        load_classification(source)
    return caught.value.mistakes


# loading


def test_what_is_read() -> None:
    made = load_classification(PAPER)
    assert (made.id, made.version, made.country) == ("sahelia", "1.0", "XSH")
    assert made.levels.rules[1].level is Level.SEVERE
    assert repr(made) == "<SensitivityClassification sahelia 1.0>"
    assert load_classification(made) is made
    assert made.document.metadata.status == "example"


def test_yaml_and_json_have_one_digest_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "sahelia.json"
    path.write_text(json.dumps(PAPER, indent=2), encoding="utf-8")
    made = load_classification(path)
    assert made.sha256 == load_classification(PAPER).sha256
    assert made.lines["/metadata/id"] == 5


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (paper({"country": "SUD"}), "/metadata/country: `SUD` is no country that is known"),
        (paper({"country": "Sudan"}), "/metadata/country: `Sudan` does not have the form"),
        (paper({"country": "sdn"}), "/metadata/country: `sdn` does not have the form"),
        (paper({"country": None}), "/metadata/country: left empty"),
        (paper({"source": {"title": "x"}}), "/metadata/source: `dated` is missing"),
        (paper({"status": "active"}), "/metadata/status: `active` is not allowed here"),
        (paper({"reviewd": "2026-01-01"}), "did you mean `reviewed`?"),
        (paper(unclassified="medium"), "/classification/unclassified: `medium` is not allowed"),
        (paper(rules=[rule("low", tags=["#x+"])]), "/match/tags/0: `#x+` is not a tag pattern"),
        (
            paper(rules=[rule("low", sensitivity={"at_least": "high"})]),
            "unknown key `sensitivity`",
        ),
        (
            paper(rules=[rule("low", tags=["#x"]), rule("high", tags=["#y"])]),
            "the clause id `r` is taken by /classification/rules/0",
        ),
        (document(ALL), "`SharingAgreement`, and not a classification; give it to `--agreement`"),
        ({"a": 1}, "not a classification: it does not begin with"),
    ],
)
def test_a_mistake_is_named(source: Any, expected: str) -> None:
    found = mistakes(source)
    assert any(expected in mistake for mistake in found), found


def test_all_mistakes_come_at_once() -> None:
    made = paper({"country": "SUD", "version": 1}, rules=[rule("lo", tags=["#x"])])
    assert [found.partition(":")[0] for found in mistakes(made)] == [
        "/classification/rules/0/level",
        "/metadata/country",
        "/metadata/version",
    ]


def test_a_missing_name_or_file_lists_what_ships(tmp_path: Path) -> None:
    with pytest.raises(hg.UsageError, match="did you mean `ukraine`"):
        load_classification("ukrain")
    with pytest.raises(hg.AgreementError, match="south-sudan"):
        load_classification(tmp_path / "nowhere.yaml")
    with pytest.raises(hg.UsageError, match="this is no classification"):
        load_classification(7)  # type: ignore[arg-type]


def test_the_committed_schema_is_the_generated_one() -> None:
    assert schema_text("classification") == classification_schema_text(), "run `make schemas`"
    jsonschema.Draft202012Validator.check_schema(json.loads(classification_schema_text()))


# using


def test_it_counts_as_the_agreements_own() -> None:
    bare = agreement(ALL, flow={"sensitivity_ceiling": "moderate"})
    facts = column(1, "#org"), column(2, "#x"), column(3, "#adm1", admin_level=4)
    assert cited(judge(bare, *facts)) == set()
    report = judge(classified(bare, PAPER), *facts)
    (found,) = report.violations
    assert [ref.index for ref in found.columns] == [2, 3]
    assert report.classification is not None
    assert (report.classification.id, report.classification.status) == ("sahelia", "example")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(documents(), sources())
def test_inside_or_beside_it_decides_alike(made: dict[str, Any], source: SourceProfile) -> None:
    levels = made.setdefault("classification", PAPER["classification"])
    within = evaluate(load_agreement(made), (source,), Transfer(), DAY)
    del made["classification"]
    beside = classified(load_agreement(made), {**PAPER, "classification": levels})
    report = evaluate(beside, (source,), Transfer(), DAY)
    same = {"agreement": within.agreement, "agreements": within.agreements}
    assert replace(report, **same, classification=None) == within


def test_none_leaves_the_agreement_as_it_is() -> None:
    made = agreement(ALL)
    assert classified(made, None) is made
    assert judge(made, column(1, "#org")).classification is None


def test_an_agreement_with_its_own_takes_none_from_outside() -> None:
    with pytest.raises(hg.UsageError, match="`public-3w` has a classification of its own"):
        hg.check("absent.csv", agreement="public-3w", classification="ukraine")


def test_a_classification_of_another_country_is_refused() -> None:
    here = agreement(ALL, metadata={"countries": ["SSD"]})
    assert classified(here, "south-sudan").supplied is not None
    assert classified(here, "default").supplied is not None
    with pytest.raises(hg.UsageError, match="`sudan` is for SDN") as caught:
        classified(here, "sudan")
    assert caught.value.remedy == "give one for `SSD`"


def test_reports_name_it() -> None:
    report = judge(classified(agreement(ALL), "ukraine"), column(1, "#org"))
    digest = load_classification("ukraine").sha256
    assert "classification ukraine 2026.11 (example, not reviewed)" in report.to_text()
    assert f"sha256 {digest}" in report.to_text()
    assert json.loads(report.to_json())["classification"] == {
        "id": "ukraine",
        "version": "2026.11",
        "sha256": digest,
        "status": "example",
        "reviewed": None,
    }
    adopted = paper({"status": "adopted", "reviewed": "2026-05-04"})
    report = judge(classified(agreement(ALL), adopted), column(1, "#org"))
    assert "sahelia 1.0 (adopted, reviewed 2026-05-04)" in report.to_text()


# contradictions

LOW, HIGH = rule("low", "a", tags=["#org", "#adm1"]), rule("high", "b", tags=["#adm1"])
PEOPLE = {"unit_of_record": ["individual", "household"]}
SITES = {"unit_of_record": ["site"]}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([LOW, HIGH], [("a", "b", ("#adm1",), Level.HIGH)]),
        ([HIGH, LOW], [("b", "a", ("#adm1",), Level.HIGH)]),
        ([LOW, {**HIGH, "level": "low"}], []),
        ([LOW, rule("high", tags=["#adm1+code"])], []),
        ([LOW, rule("high", tags=["#*"])], []),
        ([LOW, {**HIGH, "when": PEOPLE}], []),
        ([{**LOW, "when": PEOPLE}, {**HIGH, "when": SITES}], []),
        (
            [{**LOW, "when": PEOPLE}, {**HIGH, "when": {"unit_of_record": ["household"]}}],
            [("a", "b", ("#adm1",), Level.HIGH)],
        ),
        (
            [rule("low", "a", tags=["#x+b+a"]), rule("severe", "b", tags=["#x +a +b"])],
            [("a", "b", ("#x+a+b",), Level.SEVERE)],
        ),
        (
            [rule("low", "a", location="named"), rule("high", "b", location="named")],
            [("a", "b", (), Level.HIGH)],
        ),
        ([rule("low", "a", location="named"), rule("high", "b", location="coordinates")], []),
        ([rule("low", "a", entities=["URL"]), rule("high", "b", tags=["#org"])], []),
    ],
)
def test_contradictions(rules: list[Any], expected: list[Any]) -> None:
    found = contradictions(load_classification(paper(rules=rules)).levels)
    assert [(*each.rules, each.tags, each.level) for each in found] == expected


# what ships


@pytest.mark.parametrize("name", classification_names())
def test_a_shipped_classification_is_an_example_for_its_country(name: str) -> None:
    made = load_classification(name)
    about = made.document.metadata
    assert (made.id, made.country) == (name, COUNTRIES[name])
    assert (about.status, about.reviewed) == ("example", None)
    assert made.document.notes
    assert all(each.text for each in made.levels.rules)
    assert contradictions(made.levels) == ()
    assert made.levels.unclassified is Level.HIGH


def test_all_countries_ship_and_no_name_stands_for_two_papers() -> None:
    assert {*classification_names()} == {*COUNTRIES}
    assert not {*classification_names()} & {*policy_names()}


UNSURE = {"ukraine": {"rows-not-known"}}
"""Rows about health are severe there, and these tables do not say which rows are."""

GEO = column(1, "#geo+lat", level=Level.HIGH, decimals={5: 20})
NAME = column(1, "#org+name", detections=(detection("PERSON_NAME"),))


def place(level: int) -> ColumnProfile:
    return column(1, "#loc" if level == 6 else f"#adm{level}", admin_level=level)


@pytest.mark.parametrize(
    ("name", "unit", "facts", "level"),
    [
        # coordinates of facilities: high is what hxlguard itself finds
        ("somalia", "site", GEO, Level.HIGH),
        ("syria", "site", GEO, Level.SEVERE),
        ("ukraine", "site", GEO, Level.SEVERE),
        ("default", "site", GEO, Level.HIGH),
        # who does what where
        *((name, "activity", place(1), Level.LOW) for name in COUNTRIES),
        ("default", "activity", place(2), Level.LOW),
        ("default", "activity", place(3), Level.MODERATE),
        ("default", "activity", place(4), Level.HIGH),
        ("ukraine", "activity", place(2), Level.MODERATE),
        ("ukraine", "activity", place(3), Level.HIGH),
        ("ukraine", "activity", place(4), Level.SEVERE),
        ("ukraine", "activity", place(5), Level.SEVERE),
        ("ukraine", "activity", place(6), Level.SEVERE),
        ("sudan", "activity", place(2), Level.LOW),
        ("sudan", "activity", place(3), Level.MODERATE),
        ("south-sudan", "activity", place(2), Level.LOW),
        ("south-sudan", "activity", place(3), Level.HIGH),
        ("somalia", "activity", place(3), Level.HIGH),
        ("syria", "activity", place(3), Level.MODERATE),
        ("syria", "activity", place(4), Level.HIGH),
        ("syria", "site", place(3), Level.LOW),
        ("syria", "site", place(4), Level.MODERATE),
        ("afghanistan", "activity", place(2), Level.MODERATE),
        ("afghanistan", "activity", place(3), Level.HIGH),
        ("yemen", "activity", place(2), Level.MODERATE),
        # facilities
        ("somalia", "site", place(6), Level.LOW),
        ("default", "site", place(6), Level.MODERATE),
        ("ukraine", "site", place(3), Level.HIGH),
        ("sudan", "site", place(6), Level.HIGH),
        # rows about people
        *((name, "individual", column(1, "#adm1"), Level.SEVERE) for name in COUNTRIES),
        ("south-sudan", "household", column(1, "#adm1"), Level.SEVERE),
        ("somalia", "household", column(1, "#adm1"), Level.HIGH),
        ("default", "household", column(1, "#adm1"), Level.SEVERE),
        # people, wherever they stand
        *((name, "activity", NAME, Level.SEVERE) for name in COUNTRIES),
        # access, contacts, monitoring
        ("sudan", "aggregate", column(1, "#access"), Level.SEVERE),
        ("yemen", "aggregate", column(1, "#access"), Level.LOW),
        ("syria", "activity", column(1, "#contact+name"), Level.SEVERE),
        ("ukraine", "activity", column(1, "#contact+name"), Level.HIGH),
        ("ukraine", "activity", column(1, "#contact+org"), Level.LOW),
        ("south-sudan", "aggregate", column(1, "#indicator+fcs"), Level.SEVERE),
        ("south-sudan", "aggregate", column(1, "#indicator"), Level.MODERATE),
        ("somalia", "aggregate", column(1, "#affected+minority"), Level.SEVERE),
        # what nobody thought of
        *((name, "activity", column(1, "#x"), Level.HIGH) for name in COUNTRIES),
    ],
)
def test_the_level_of_a_column(name: str, unit: str, facts: ColumnProfile, level: Level) -> None:
    for ceiling in Level:
        flow = {"sensitivity_ceiling": ceiling.value, "unit_of_record": unit}
        report = judge(classified(agreement(ALL, flow=flow), name), facts)
        assert ("publish.ceiling" in cited(report)) == (level > ceiling), ceiling
        assert {found.kind for found in report.unknowns} <= UNSURE.get(name, set())


@pytest.mark.parametrize(
    ("header", "tag", "sectors", "verdict"),
    [
        ("Sector", "#sector", ("WASH", "Shelter"), hg.Verdict.CLEAR),
        ("Sector", "#sector", ("WASH", "health"), hg.Verdict.BLOCK),
        ("Sector", "#sector", ("WASH", "Охорона здоров’я"), hg.Verdict.BLOCK),
        ("Sector", "#sector", ("WASH", "Shelter; Health"), hg.Verdict.BLOCK),
        ("Sector", "#sector", ("WASH", ""), hg.Verdict.HOLD),
        ("Status", "#status", ("ongoing", "done"), hg.Verdict.HOLD),
    ],
)
def test_health_in_ukraine(
    header: str, tag: str, sectors: tuple[str, str], verdict: hg.Verdict
) -> None:
    frame = pl.DataFrame({header: [tag, *sectors], "Oblast": ["#adm1", "Norvale", "Sudvale"]})
    under = agreement(ALL, flow={"sensitivity_ceiling": "high"})
    assert hg.check(frame, agreement=under, classification="ukraine", on=DAY).verdict is verdict
