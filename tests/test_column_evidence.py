"""What `inspect --explain` prints, and what it must never print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hxlguard import inspect
from hxlguard.cli import main
from hxlguard.column_evidence import evidence_lines
from hxlguard.errors import UsageError
from hxlguard.model.finding import Clue

TABLE = (
    "full name,age,Village,phone,amina@relief.example,colour\n"
    "Amina Khalil,34,Northtown,+963 944 555 123,x,red\n"
    "Omar Haddad,19,Hilltown,+963 933 444 123,y,blue\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.mark.parametrize("named", ["Village", "village", "C", "c", "3"])
def test_a_column_goes_by_header_letter_or_number(
    table: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(table), "--explain", named]) == 0
    told = re.sub(r"[+-]?\d\.\d+", "N", capsys.readouterr().out)
    assert told.splitlines() == [
        "C `Village` no tag of people: quasi-identifier, moderate, N sure",
        "  one row is about: individual, N sure",
        "  LOCATION N",
        "     N  before any evidence",
        "     N  the header may say so of a person",
        "     N  most cells look like it",
        "     N  the other columns describe people",
    ]


def test_a_tag_names_all_its_columns() -> None:
    found = inspect(b"#org,#org+code,#adm1\nRelief,7,North\n", name="t.csv")
    assert [line[0] for line in evidence_lines(found, "#org") if line[0] != " "] == ["A", "B"]
    assert [line[0] for line in evidence_lines(found, "#org +code") if line[0] != " "] == ["B"]


def test_no_cell_and_no_personal_header_is_told(table: Path) -> None:
    found = inspect(table)
    told = "".join(line for at in "ABCDEF" for line in evidence_lines(found, at))
    for text in TABLE.replace("\n", ",").split(",")[6:]:
        assert len(text) < 3 or text not in told
    with pytest.raises(UsageError):
        evidence_lines(found, "amina@relief.example")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--explain", "zz"], "there is no column `zz`"),
        (["--explain", "0"], "there is no column `0`"),
        (["--explain", "A", "--format", "json"], "as text alone"),
    ],
)
def test_what_names_nothing_gets_one_sentence(
    table: Path, more: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(table), *more]) == 2
    assert said in capsys.readouterr().err


def test_a_column_without_evidence_says_so(table: Path) -> None:
    lines = evidence_lines(inspect(table), "colour")
    assert "nothing speaks for any kind of data" in lines[-1]


def test_every_clue_has_words() -> None:
    from hxlguard import column_evidence

    assert column_evidence._SAID.keys() == set(Clue)
