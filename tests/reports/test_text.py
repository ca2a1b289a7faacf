from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.location import ColumnRef
from hxlguard.model.ordered import Verdict
from hxlguard.model.profile import SourceProfile, UnitOfRecord, UnreadPart
from hxlguard.model.report import ClauseRef, Inspection, Obligation, Report
from hxlguard.reports import _words as words
from hxlguard.reports.text import WIDTH, render_inspection, render_report
from hxlguard.terminal import is_hidden, width


def test_the_verdict_comes_first_with_its_counts(report: Report) -> None:
    first, second, *_ = render_report(report).splitlines()
    assert first == "BLOCK: 1 violation, 1 unknown under public-3w 1.0"
    assert second.startswith("Do not send this.")


@pytest.mark.parametrize(
    ("verdict", "advice"),
    [(Verdict.CLEAR, "may leave"), (Verdict.HOLD, "Do not send this yet")],
)
def test_every_verdict_says_what_to_do(report: Report, verdict: Verdict, advice: str) -> None:
    text = render_report(replace(report, verdict=verdict, violations=(), unknowns=()))
    assert advice in text.splitlines()[1]


def test_a_violation_says_what_where_which_clause_and_how_to_mend(report: Report) -> None:
    text = render_report(report)
    assert "1. high: coordinates have 5 decimals and may have 1 [coordinates-too-precise]" in text
    where = "camps.xlsx, table `Sheet1`, column G `Latitude` #geo+lat, rows 4, 5, 6 and 395 more"
    assert where in text
    assert "C.2 (c-no-coords), line 141: No coordinates." in text
    assert "round coordinates (decimals kept: 1); or drop the column" in text


def test_a_waived_violation_stands_apart_with_its_waiver(report: Report) -> None:
    text = render_report(report)
    before, after = text.split("WAIVED")
    assert "field-not-permitted" not in before
    assert "waiver w-2026-04" in after
    assert "6 columns: A-D, F, AB" in after


def test_unknowns_follow_the_violations_and_say_that_they_hold(report: Report) -> None:
    text = render_report(report)
    assert text.index("VIOLATIONS") < text.index("UNKNOWNS, each holds the release")
    assert "a chart sheet has no cells; delete it [sheet-not-read]" in text


def test_digest_agreement_and_obligations_are_told(report: Report) -> None:
    text = render_report(report)
    assert text.count(f"sha256 {'ab' * 32}") == 2
    assert "agreement public-3w 1.0" in text
    assert "ocha: no reidentification [after release]" in text


def test_an_advisory_agreement_is_told(report: Report) -> None:
    assert "advisory" not in render_report(report)
    assert "the agreement is advisory" in render_report(replace(report, enforcement="advisory"))


def test_columns_that_need_care_come_first_and_the_rest_is_one_line(report: Report) -> None:
    text = render_report(report)
    assert text.index("direct-identifier") < text.index("precise-location")
    assert "no personal data detected in A-B (yet see above for A-B)" in text
    assert "Province" not in text


def test_an_inspection_lists_every_column_and_what_was_not_read(inspection: Inspection) -> None:
    text = render_inspection(inspection)
    assert text.splitlines()[0] == ("2 columns of 4 to handle with care in 1 file; 1 part not read")
    assert "PERSON_NAME in 331 cells (97 %), confidence 0.97, by tag, header, value" in text
    assert "no tag; #adm2?" in text
    assert "every cell is empty" in text
    assert "(none, or not shown)" in text
    assert "camps.xlsx, `Chart1`: a chart sheet has no cells" in text
    assert "rows stand above the header row (rows 1, 3)" in text


def test_colour_adds_nothing_but_colour(report: Report, inspection: Inspection) -> None:
    for plain, coloured in (
        (render_report(report), render_report(report, colour=True)),
        (render_inspection(inspection), render_inspection(inspection, colour=True)),
    ):
        assert "\x1b" not in plain
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=300))
def test_no_text_from_outside_gives_orders_or_breaks_the_width(
    report: Report, source: SourceProfile, text: str
) -> None:
    columns = tuple(
        replace(each, finding=replace(each.finding, header=text, tag=text))
        for each in source.tables[0].columns
    )
    table = replace(source.tables[0], name=text, columns=columns)
    unread = (UnreadPart(text, "sheet-not-read", text),)
    hostile = replace(source, name=text, media_type=text, tables=(table,), unread=unread)
    found = replace(
        report.violations[0],
        message=text,
        source=text,
        table=text,
        clause=replace(report.violations[0].clause, text=text, number=text),
        columns=(ColumnRef(1, text),),
        observed={"seen": text},
        waiver=text,
    )
    shown = replace(
        report,
        sources=(hostile,),
        violations=(found, report.violations[0]),
        unknowns=(replace(report.unknowns[0], reason=text, table=text),),
        obligations=(Obligation("a", text, text, text, text),),
        transfer=replace(report.transfer, purpose=text),
    )
    for rendered in (render_report(shown), render_inspection(Inspection((hostile,)))):
        assert not any(is_hidden(each) for each in rendered if each != "\n")
        assert max(width(line) for line in rendered.split("\n")) <= WIDTH


@pytest.mark.parametrize("kind", AnomalyKind)
def test_every_anomaly_has_words(kind: AnomalyKind) -> None:
    assert words.anomaly(Anomaly(kind)) == words.ANOMALIES[kind]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Anomaly(AnomalyKind.COMMENTS, 7), "cells have comments (7 in all)"),
        (Anomaly(AnomalyKind.HIDDEN_ROWS, 9, (4, 5)), "rows are hidden (rows 4, 5 and 7 more)"),
        (
            Anomaly(AnomalyKind.HIDDEN_COLUMNS, 2, (), (3, 4)),
            "columns are hidden (2 columns: C-D)",
        ),
    ],
)
def test_an_anomaly_says_where(found: Anomaly, told: str) -> None:
    assert words.anomaly(found) == told


@pytest.mark.parametrize(
    ("remedy", "told"),
    [
        ({"do": "drop"}, "drop the column"),
        ({"do": "truncate_date", "to": "month"}, "shorten dates to the month"),
        ({"do": "generalise_location", "admin_level": 2}, "go no finer than admin level 2"),
        ({"do": "encrypt", "with": "age"}, "encrypt: with age"),
        ({"do": "truncate_date", "precision": "month"}, "truncate date: precision month"),
        ({"do": "remove_hidden_content"}, "remove what is hidden"),
    ],
)
def test_a_remedy_is_told_in_words(remedy: dict[str, str | int], told: str) -> None:
    assert words.remedy(remedy) == told


def test_facts_are_told_with_entities_as_they_are() -> None:
    assert words.pairs({"admin_level": 3, "PERSON_NAME": 4}) == "admin level 3, PERSON_NAME 4"


def test_in_short_stands_above_even_one_violation_and_names_the_unknown(report: Report) -> None:
    text = render_report(report)
    head, *_ = text.split("VIOLATIONS")
    assert "round coordinates (decimals kept: 1) in column G" in head
    assert "settle 1 unknown: a chart sheet has no cells; delete it" in head
    assert "IN SHORT" not in render_report(replace(report, violations=report.violations[1:]))


def test_violations_that_repeat_stand_beside_what_they_repeat(report: Report) -> None:
    explicit, _ = report.violations
    repeats = replace(
        explicit,
        kind="field-not-permitted",
        clause=ClauseRef("publish.default-deny"),
        remedies=({"do": "drop"},),
    )
    text = render_report(replace(report, violations=(explicit, repeats)))
    assert "VIOLATIONS, worst first (2, of which 1 told beside another one)" in text
    assert text.splitlines()[0].startswith("BLOCK: 2 violations")
    assert "     also   publish.default-deny [field-not-permitted]\n" in text
    assert "     mend   drop the column\n" in text


def test_explain_names_a_kind_of_the_report(report: Report) -> None:
    assert "`hxlguard explain coordinates-too-precise` says" in render_report(report)
    assert "explain sheet-not-read`" in render_report(replace(report, violations=()))
    assert "explain" not in render_report(replace(report, violations=(), unknowns=()))


def test_notes_on_the_file_stand_above_the_columns_and_properties_near_the_verdict(
    report: Report,
) -> None:
    text = render_report(report)
    head, rest = text.split("IN SHORT")
    advice = "the document properties (author, company ...) of `camps.xlsx` leave with the data"
    assert advice in " ".join(head.split())
    assert rest.index("document properties are filled") < rest.index("COLUMNS")
    quiet = replace(report, sources=(replace(report.sources[0], anomalies=()),))
    assert "document properties" not in render_report(quiet)


def test_without_a_table_there_is_no_heading_of_columns(report: Report) -> None:
    assert "COLUMNS" in render_report(report)
    empty = replace(report, sources=(replace(report.sources[0], tables=()),))
    assert "COLUMNS" not in render_report(empty)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        (UnitOfRecord.SITE, "one row is about: site (confidence 0.90)"),
        (UnitOfRecord.UNKNOWN, "what one row is about is not clear"),
    ],
)
def test_says_what_a_row_is_about(inspection: Inspection, unit: UnitOfRecord, told: str) -> None:
    source = inspection.sources[0]
    table = replace(source.tables[0], unit=unit, unit_confidence=0.9)
    text = render_inspection(Inspection((replace(source, tables=(table,)),)))
    assert told in " ".join(text.split())
    assert text.count("row is about") == 1
