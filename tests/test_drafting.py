"""A draft clears nothing; made active, it clears what it permits of the table it is from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import hxlguard as hg
from hxlguard.agreements import load_agreement
from hxlguard.agreements.reading import read_text
from hxlguard.cli import main
from hxlguard.drafting import draft_agreement
from hxlguard.errors import UsageError
from hxlguard.evaluation import evaluate
from hxlguard.linting import lint_agreement
from hxlguard.model.agreement import Agreement
from hxlguard.model.ordered import Level
from hxlguard.model.profile import DatePrecision, SourceProfile, TableProfile, UnitOfRecord
from hxlguard.model.report import Inspection, Report, Transfer
from hxlguard.model.rule import Permit
from tests.facts import DAY, column, detection, source, table
from tests.strategies import sources

REAL = (
    "covidviz__whowhatwhere_3w_tcd_oct2021.xlsx",
    "hdxscraper__ethiopia_drought_affected_targeted_reached_by_cluster.csv",
    "covidviz__iom_dtm_dtm_sudan_idps_master_list_round_3.xlsx",
)


def draft(*columns: Any, **more: Any) -> dict[str, Any]:
    """The document drafted from one table."""
    return plain(draft_agreement(Inspection((source(table(*columns, **more)),)), DAY))


def plain(text: str) -> dict[str, Any]:
    reading = read_text(text.encode(), is_json=False)
    assert not reading.mistakes
    assert isinstance(reading.value, dict)
    return reading.value


def active(text: str) -> Agreement:
    """The draft as it is once a person decided every TODO and made it active."""
    made = plain(text.replace("TODO", "Decided"))
    made["metadata"]["status"] = "active"
    return load_agreement(made)


def permitted(under: Agreement) -> dict[str, set[str]]:
    """The tags of each permit, without the `!` that makes them exact."""
    (flow,) = under.document.flows
    return {
        rule.id: {tag.removesuffix("!") for tag in rule.match.tags or ()}
        for rule in flow.rules
        if isinstance(rule, Permit)
    }


def rules(made: dict[str, Any]) -> dict[str, Any]:
    return {rule["id"]: rule for rule in made["flows"][0]["rules"]}


def judged(inspection: Inspection, under: Agreement) -> Report:
    return evaluate(under, inspection.sources, Transfer(), DAY)


def only(inspection: Inspection, tags: set[str]) -> Inspection:
    """The facts about the columns of these tags alone, as visible tables without oddities."""

    def cut(whole: TableProfile) -> TableProfile:
        kept = tuple(each for each in whole.columns if each.finding.tag in tags)
        return replace(whole, hidden=False, anomalies=(), columns=kept)

    return Inspection(
        tuple(
            replace(one, unread=(), anomalies=(), tables=tuple(map(cut, one.tables)))
            for one in inspection.sources
        )
    )


@pytest.mark.parametrize("field", ["id", "recipient", "purpose"])
@pytest.mark.parametrize("word", ["two words", "", "#x", "x" * 101, 'a"b', "x\n"])
def test_a_name_that_no_agreement_may_use_is_refused(field: str, word: str) -> None:
    with pytest.raises(UsageError, match="is no id"):
        draft_agreement(Inspection(()), DAY, **{field: word})


def test_the_demo_is_clear_once_the_draft_is_active(root: Path) -> None:
    inspection = hg.inspect(root / "demo" / "3w.csv")
    text = draft_agreement(inspection, DAY, id="demo", recipient="public", purpose="publish")
    held = hg.check(root / "demo" / "3w.csv", agreement=load_agreement(plain(text)), on=DAY)
    assert [found.clause.id for found in held.violations] == ["share.status"]
    report = hg.check(root / "demo" / "3w.csv", agreement=active(text), on=DAY)
    assert report.verdict is hg.Verdict.CLEAR
    assert report.transfer == Transfer("share", None, "public", "publish")


@pytest.mark.parametrize("name", REAL)
def test_a_real_table_is_clear_where_it_is_harmless(shared: Path, name: str) -> None:
    inspection = hg.inspect(shared / "data" / "real" / name)
    text = draft_agreement(inspection, DAY)
    under = active(text)
    tags = {tag for group in permitted(under).values() for tag in group}
    assert [each for each in lint_agreement(plain(text), on=DAY) if each.level == "error"] == []
    drafted = judged(inspection, load_agreement(plain(text)))
    assert "agreement-not-active" in {found.kind for found in drafted.violations}
    kept = permitted(under)["permit-harmless"] | permitted(under).get("permit-places", set())
    report = judged(only(inspection, kept), under)
    assert (report.verdict, report.violations) == (hg.Verdict.CLEAR, ())
    protected = judged(only(inspection, tags), under)
    assert all(found.clause.id.startswith("protect-") for found in protected.violations)


def test_each_kind_of_field_is_drafted_as_it_can_be_protected() -> None:
    made = draft(
        column(1, "#org"),
        column(2, "#adm2", admin_level=2),
        column(3, "#adm3", admin_level=3),
        column(4, "#date", dates={DatePrecision.DAY: 20}),
        column(5, "#geo+lat", decimals={5: 20}, level=Level.HIGH),
        column(6, "#respondee+age", detections=(detection("AGE"),), level=Level.MODERATE),
        column(7, "#contact+name", detections=(detection("PERSON_NAME"),)),
        column(8, "#respondee+religion", detections=(detection("RELIGIOUS_GROUP"),)),
        column(9, "#need+protection", level=Level.SEVERE),
        column(10, None, header="Remark"),
        column(11, "#empty", filled=0),
        unit=UnitOfRecord.INDIVIDUAL,
        unit_confidence=0.9,
    )
    drafted = rules(made)
    assert drafted["permit-harmless"]["match"] == {"tags": ["#org!"]}
    assert drafted["permit-places"]["match"] == {"tags": ["#adm2!"]}
    assert drafted["protect-dates"]["match"] == {"tags": ["#date!"]}
    assert drafted["protect-dates"]["with"] == [{"do": "truncate_date", "to": "month"}]
    assert drafted["protect-coordinates"]["with"] == [{"do": "round_coordinates", "decimals": 1}]
    assert drafted["permit-ages"]["match"] == {"tags": ["#respondee+age!"]}
    assert drafted["protect-ages"]["with"] == [{"do": "band", "cuts": [0, 5, 12, 18, 60]}]
    assert drafted["no-such-cells"]["match"]["entities"][-1] == "RELIGIOUS_GROUP"
    assert "PERSON_NAME" in drafted["no-such-cells"]["match"]["entities"]
    assert drafted["no-such-fields"]["match"]["tags"] == [
        "#adm3",
        "#contact+name",
        "#need+protection",
        "#respondee+religion",
    ]
    assert made["flows"][0]["unit_of_record"] == "individual"
    assert made["flows"][0]["sensitivity_ceiling"] == "high"
    assert made["metadata"]["status"] == "draft"
    assert made["validity"] == {"from": "2026-11-21", "until": "2027-11-20"}
    assert all(rule["text"].startswith("TODO: ") for rule in drafted.values())


def test_a_tag_on_several_columns_is_permitted_only_where_each_is_harmless() -> None:
    delicate = column(2, "#org", detections=(detection("PHONE_NUMBER"),))
    assert "permit-harmless" not in rules(draft(column(1, "#org"), delicate))


def test_what_stays_never_forbids_what_may_travel() -> None:
    names = column(2, "#org", detections=(detection("PERSON_NAME"),))
    drafted = rules(draft(column(1, "#org+code"), names))
    assert drafted["permit-harmless"]["match"] == {"tags": ["#org+code!"]}
    assert "no-such-fields" not in drafted


def test_a_draft_that_was_only_called_active_is_a_draft_still(root: Path) -> None:
    text = draft_agreement(hg.inspect(root / "demo" / "3w.csv"), DAY)
    called = plain(text.replace("status: draft", "status: active"))
    report = hg.check(root / "demo" / "3w.csv", agreement=called, on=DAY)
    assert {found.kind for found in report.violations} == {"agreement-not-active"}


def test_the_last_day_of_the_calendar_is_a_first_day_too() -> None:
    text = draft_agreement(Inspection(()), dt.date.max)
    assert plain(text)["validity"] == {"from": "9999-12-31", "until": "9999-12-31"}


@given(sources())
def test_any_draft_loads_clears_nothing_and_lets_what_it_permits_pass(made: SourceProfile) -> None:
    inspection = Inspection((made,))
    text = draft_agreement(inspection, DAY)
    assert text == draft_agreement(inspection, DAY)
    assert judged(inspection, load_agreement(plain(text))).verdict is hg.Verdict.BLOCK
    for group, tags in permitted(active(text)).items():
        report = judged(only(inspection, tags), active(text))
        asked = {group.replace("permit-", "protect-"), "protect-places", "protect-coordinates"}
        assert {found.clause.id for found in report.violations} <= asked
    headers = {each.finding.header for each in made.tables[0].columns} - {None}
    assert not any(f'"{header}"' in text for header in headers)


@given(sources())
def test_lint_finds_no_error_in_a_draft_that_permits_anything(made: SourceProfile) -> None:
    text = draft_agreement(Inspection((made,)), DAY)
    errors = [found for found in lint_agreement(plain(text), on=DAY) if found.level == "error"]
    assert errors == [] or not permitted(active(text))


def test_init_writes_a_draft_for_the_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(root / "demo" / "3w.csv")
    call = ["agreement", "init", data, "--id", "ours", "--recipient", "public", "--purpose", "p"]
    assert main([*call, "--on", "2026-11-21"]) == 0
    printed = capsys.readouterr().out
    assert plain(printed)["metadata"]["id"] == "ours"
    assert "# A draft from 1 table, looked at on 2026-11-21. It clears nothing yet.\n" in printed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--id", "two words"], "id: `two words` is no id"),
        (["--on", "2026-02-30"], "on: `2026-02-30` is not a date"),
        (["--purpos", "x"], "did you mean `--purpose`?"),
    ],
)
def test_init_refuses_in_one_line(
    root: Path, words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["agreement", "init", str(root / "demo" / "3w.csv"), *words]
    try:
        status = main(call)
    except SystemExit as stopped:
        status = int(str(stopped.code))
    assert status == 2
    assert expected in capsys.readouterr().err
