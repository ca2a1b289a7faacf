"""The canary property: every cell holds a token of its own, and no token ever comes back."""

from __future__ import annotations

import csv
import io
import itertools
import json
import logging
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from stdnum.ua import rntrc

from hxlguard import check, inspect, load_agreement, propose_tags, risk
from hxlguard.column_evidence import evidence_lines
from hxlguard.composing import asked_for
from hxlguard.errors import HxlguardError, ReleaseStopped
from hxlguard.inputs import read
from hxlguard.model.agreement import Agreement
from hxlguard.model.report import Transfer
from hxlguard.reports import FORMATS, RISK_FORMATS
from hxlguard.row_filters import named_rows, place
from hxlguard.tagging import tag_table
from tests.effort import effort
from tests.facts import asking_agreement

Rows = list[list[str]]
TOKEN = re.compile(r"kanari\d{6}", re.IGNORECASE)
SHAPES = (
    "{token}",
    "{token}@relief.example",
    "Mrs {token} Khalil",
    "{token} +963 944 555 123",
    "#{token} x",
    "33.51380, 36.27650 {token}",
    '"{token}',
    "{token}\n{token}",
    "born 1984-02-03 {token}",
    "LEB-19-012345 {token}",
    "http://{token}.example",
    "Water; {token}",
    "{token}Zq7Bx2Lm9Rt4Vw1",
    "we spoke with a woman named {token} Khalil at home",
    "her husband Omar {token} Haddad was met, ID no. 29001011234567",
    "12 {token} Street, flat 4",
    "https://facebook.com/{token}",
    "photo-{token}.jpg",
    "34 years {token}",
)
HEADERS = (
    *("name", "phone", "organisation", "sector", "notes", "latitude", "الاسم", "prénom", "x"),
    *("national id", "village", "religion", "What is the name of the head of household?"),
)
TAGS = ("#contact+name", "#org", "#sector", "#geo+lat", "#date", "#adm3", "#loc", "", "#bad tag")
AGREEMENTS = tuple(map(load_agreement, ("public-3w", "organisation-baseline")))
ASKING = asking_agreement()


@st.composite
def canary_rows(draw: st.DrawFn) -> tuple[Rows, Rows]:
    """Header and tag rows of plain words, and rows in which every cell is a token of its own."""
    width = draw(st.integers(1, 5))
    words = [draw(st.lists(st.sampled_from(HEADERS), min_size=width, max_size=width))]
    if draw(st.booleans()):
        words.append(draw(st.lists(st.sampled_from(TAGS), min_size=width, max_size=width)))
    numbers = itertools.count(100_000)
    shape = st.sampled_from(SHAPES)
    cells = [
        [draw(shape).format(token=f"kanari{next(numbers)}") for _ in range(width + extra)]
        for extra in draw(st.lists(st.integers(0, 1), min_size=1, max_size=6))
    ]
    titles = [[f"kanari{next(numbers)}"] for _ in range(draw(st.integers(0, 2)))]
    return titles, words + cells if draw(st.booleans()) else cells


def as_csv(rows: Rows) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_json(rows: Rows) -> bytes:
    return json.dumps(rows).encode()


def as_broken_json(rows: Rows) -> bytes:
    return json.dumps(rows).encode()[:-3]


def as_workbook(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([re.sub(r"^=", "'=", cell) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_frame(rows: Rows) -> pl.DataFrame:
    width = max(map(len, rows))
    return pl.DataFrame(
        {f"c{at}": [row[at] if at < len(row) else None for row in rows] for at in range(width)}
    )


def as_parquet(rows: Rows) -> bytes:
    stream = io.BytesIO()
    as_frame(rows).write_parquet(stream)
    return stream.getvalue()


def as_archive(rows: Rows) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("camps.csv", as_csv(rows))
        archive.writestr("camps.xlsx", as_workbook(rows))
    return stream.getvalue()


WRITERS = (as_csv, as_json, as_broken_json, as_workbook, as_frame, as_parquet, as_archive)


def outputs(source: object) -> Iterator[str]:
    """Everything that a caller or a reader may get to see."""
    with TemporaryDirectory() as folder:
        yield from attempt(lambda: inspection_texts(source))
        for each in (*AGREEMENTS, ASKING):
            yield from attempt(lambda each=each: report_texts(source, each, folder))
        yield from attempt(lambda: risk_texts(source))
        yield from attempt(lambda: [repr(propose_tags(source))])
        yield from attempt(lambda: intermediate_texts(source))
        yield from (path.read_text("utf-8") for path in Path(folder).iterdir())


def attempt(produce: Callable[[], Iterable[str]]) -> list[str]:
    try:
        return list(produce())
    except HxlguardError as error:
        return [str(error), repr(error), repr(error.args)]


def inspection_texts(source: object) -> Iterator[str]:
    inspection = inspect(source)
    yield repr(inspection)
    yield repr(inspection.sources)
    yield str(inspection.to_frame().rows())
    for style in FORMATS.values():
        yield style.render_inspection(inspection)
    widths = [len(table.columns) for each in inspection.sources for table in each.tables]
    for number in range(1, max(widths, default=0) + 1):
        yield from evidence_lines(inspection, str(number))


def risk_texts(source: object) -> Iterator[str]:
    report = risk(source, quasi=["#*"], sensitive=["#*"])
    yield repr(report)
    yield repr(report.sources)
    yield str(report.to_frame().rows())
    for style in RISK_FORMATS.values():
        yield style.render(report)


def report_texts(source: object, agreement: Agreement, cache: str) -> Iterator[str]:
    (flow, *_) = agreement.document.flows
    party, purpose = flow.recipients[0], flow.purposes.permit[0]
    more = {"flow": flow.id, "recipient": party, "purpose": purpose, "cache": cache}
    report = check(source, agreement=agreement, on="2026-11-21", **more)
    yield repr(report)
    yield repr(report.sources)
    yield str(report.to_frame().rows())
    for style in FORMATS.values():
        yield style.render_report(report)
    try:
        report.raise_for_violations()
    except ReleaseStopped as stopped:
        yield str(stopped)
        yield repr(stopped)


def intermediate_texts(source: object) -> Iterator[str]:
    raw = read(source)
    tables = [tag_table(table) for table in raw.tables]
    for value in (raw, raw.tables, tables, tables[0].columns):
        yield repr(value)
    for table in tables:
        placements = place(table, asked_for([ASKING], Transfer()).filters)
        yield repr([placements, [named_rows(table, each) for each in placements]])


@effort(1 / 4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    canary_rows(),
    st.sampled_from(WRITERS),
)
def test_no_token_comes_back(
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    rows: tuple[Rows, Rows],
    written: Callable[[Rows], object],
) -> None:
    titles, table = rows
    source = written(titles + table)
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        shown = list(outputs(source))
    captured = capfd.readouterr()
    assert shown
    for text in (*shown, caplog.text, captured.out, captured.err):
        assert not TOKEN.search(text), text[max(0, TOKEN.search(text).start() - 200) :][:400]


def test_no_number_of_a_sampled_column_comes_back() -> None:
    """Numbers that reveal a birth date and a sex, and columns that a sample has named."""
    begun = [str(300_000_001 + 7_919 * at) for at in range(2_100)]
    people = [
        [each + rntrc.calc_check_digit(each), f"+9639441{at:05}"] for at, each in enumerate(begun)
    ]
    source = as_csv([["РНОКПП", "телефон"], *people])
    (table,) = inspect(source).sources[0].tables
    detections = [each for column in table.columns for each in column.finding.detections]
    assert any(each.derived for each in detections)
    assert any(each.sample for each in detections)
    shown = "\n".join(outputs(source))
    assert not [cell for row in people for cell in row if cell in shown]


def test_the_canary_can_sing() -> None:
    """The tokens are in what is read, so the property above could fail."""
    source = as_csv([["name"], ["kanari100000"]])
    assert TOKEN.search(str(read(source).tables[0].cells.rows()))


def test_names_of_files_and_sheets_are_screened_too() -> None:
    book = openpyxl.Workbook()
    book.active.title = "call +963 944 555 123"
    book.active.append(["Sector"])
    book.active.append(["WASH"])
    stream = io.BytesIO()
    book.save(stream)
    inspection = inspect(stream.getvalue(), name="amina@relief.example.xlsx")
    for style in FORMATS.values():
        text = style.render_inspection(inspection)
        assert "944 555" not in text
        assert "amina" not in text
