"""What is written where, and what is read."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.cli.calls import CLEAN, SECRETS, UNDER_3W, Run, spawn

# what is written where


def test_json_meets_the_committed_schemas(run: Run, personal: Path, root: Path) -> None:
    for name, arguments in (
        ("report-v1", ("check", personal, *UNDER_3W)),
        ("inspection-v1", ("inspect", personal)),
    ):
        _, out, _ = run(*arguments, "--format", "json")
        schema = json.loads((root / "schemas" / f"{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(out))
        assert not any(secret in out for secret in SECRETS)


def test_output_takes_the_report_alone(run: Run, clean: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    arguments = ("check", clean, *UNDER_3W, "--format", "json")
    assert run(*arguments, "--output", target) == (0, "", "")
    assert target.read_text("utf-8") == run(*arguments)[1]


def test_output_never_overwrites_an_input(run: Run, clean: Path) -> None:
    status, out, err = run("inspect", clean, "--output", clean)
    assert (status, out) == (2, "")
    assert "would overwrite an input" in err
    assert clean.read_text("utf-8") == CLEAN


def test_output_that_cannot_be_written_is_2(run: Run, clean: Path, tmp_path: Path) -> None:
    status, _, err = run("inspect", clean, "--output", tmp_path / "absent" / "report.txt")
    assert status == 2
    assert "the report cannot be written" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "absent.csv", *UNDER_3W),
        ("check", "absent.csv", "also-absent.csv", *UNDER_3W),
        ("check", "clean.csv", "--agreement", "absent.yaml"),
        ("check", "clean.csv", *UNDER_3W, "--recipient", ""),
        ("inspect", "clean.csv", "--format", "jsno"),
        ("inspect", "clean.csv", "--tags", "absent.yaml"),
    ],
)
def test_an_older_report_never_outlives_a_call_that_failed(
    run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(clean.parent)
    Path("report.txt").write_text("CLEAR", encoding="utf-8")
    assert run(*arguments, "--output", "report.txt")[0] == 2
    assert sorted(path.name for path in clean.parent.iterdir()) == ["clean.csv"]


def test_output_through_a_link_keeps_the_link(run: Run, clean: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "report.txt", tmp_path / "link.txt"
    target.write_text("CLEAR", encoding="utf-8")
    link.symlink_to(target)
    assert run("inspect", clean, "--output", link)[0] == 0
    assert link.is_symlink()
    assert target.read_text("utf-8") != "CLEAR"


def test_output_never_overwrites_an_input_by_another_name(run: Run, clean: Path) -> None:
    link = clean.with_name("link.csv")
    link.symlink_to(clean)
    assert run("inspect", clean, "--output", link)[0] == 2
    assert clean.read_text("utf-8") == CLEAN


def test_an_inspection_names_what_is_there(run: Run, personal: Path) -> None:
    status, out, err = run("inspect", personal)
    assert (status, err) == (0, "")
    assert "PERSON_NAME" in out
    assert "PHONE_NUMBER" in out
    assert not any(secret in out for secret in SECRETS)


def test_standard_input_is_read(clean: Path) -> None:
    with clean.open("rb") as file:
        done = spawn("inspect", "-", "--format", "json", stdin=file, capture_output=True)
    assert done.returncode == 0
    assert json.loads(done.stdout)["sources"][0]["name"] == "<stdin>"


def test_standard_input_stands_alone(run: Run, clean: Path) -> None:
    status, _, err = run("inspect", "-", clean)
    assert status == 2
    assert "standard input cannot be mixed with files" in err


def test_a_reader_that_leaves_early_gets_no_traceback(personal: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = spawn("check", personal, *UNDER_3W, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_needs_a_terminal_and_no_no_color(
    clean: Path, no_colour: str, coloured: bool
) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_colour}
    done = spawn("inspect", clean, stdout=theirs, stderr=subprocess.PIPE, env=environment)
    os.close(theirs)
    assert done.returncode == 0
    assert (b"\x1b[" in os.read(ours, 1 << 16)) is coloured
    os.close(ours)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_sends_no_escape_sequence(clean: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    done = spawn("inspect", clean, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    told = os.read(ours, 1 << 16)
    os.close(ours)
    assert done.returncode == 0
    assert b"reading clean.csv" in told
    assert b"\x1b" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("redirect", "told"),
    [
        ("check {data} {under} >/dev/full", "standard output cannot be written: no space left"),
        ("check {data} {under} >&-", "standard output is closed"),
        ("check - {under} <&-", "standard input is closed"),
        ("--help >/dev/full", "standard output cannot be written: no space left"),
        ("check {data} {under} --output /dev/full", "the report cannot be written: no space left"),
        ("check absent.csv 2>/dev/full", ""),
        ("check absent.csv {under} 2>&-", ""),
    ],
)
def test_a_stream_that_is_closed_or_full_is_one_line_and_2(
    clean: Path, redirect: str, told: str
) -> None:
    words = redirect.format(data=shlex.quote(str(clean)), under=" ".join(UNDER_3W))
    command = f"{shlex.quote(sys.executable)} -m hxlguard {words}"
    done = subprocess.run(
        command, shell=True, check=False, text=True, capture_output=True, timeout=120
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == bool(told)
    assert "bug" not in done.stderr


# tags


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("'Region': '#adm 1'\n", "tags.yaml: tags for `Region`: "),
        ("'Absent': '#adm1'\n", "tags.yaml: tags for `Absent`: "),
        ("- '#adm1'\n", "tags.yaml: "),
    ],
)
def test_a_mistake_in_the_tags_names_their_file(
    run: Run, clean: Path, tmp_path: Path, text: str, told: str
) -> None:
    tags = tmp_path / "tags.yaml"
    tags.write_text(text, encoding="utf-8")
    status, _, err = run("inspect", clean, "--tags", tags)
    assert status == 2
    assert err.startswith(f"hxlguard: error: {told}")


def test_a_table_with_every_tag_is_told_so(run: Run, clean: Path) -> None:
    assert "# table `clean`: no column without a tag" in run("tag", clean)[1]


def test_tags_beside_the_file_are_used(run: Run, tmp_path: Path) -> None:
    data, tags = tmp_path / "untagged.csv", tmp_path / "tags.yaml"
    data.write_text("Province,Total\nNorvale,4\n", encoding="utf-8")
    tags.write_text('"Province": "#adm1+name"\n', encoding="utf-8")
    _, out, _ = run("inspect", data, "--tags", tags, "--format", "json")
    columns = json.loads(out)["sources"][0]["tables"][0]["columns"]
    assert [column["tag"] for column in columns] == ["#adm1+name", None]


def test_proposals_are_yaml_that_tags_reads(run: Run, tmp_path: Path) -> None:
    data, tags = tmp_path / "untagged.csv", tmp_path / "tags.yaml"
    data.write_text("Province,District,Zzyzx\nNorvale,Kessou,4\n", encoding="utf-8")
    status, out, _ = run("tag", data)
    assert status == 0
    assert '"Province": "#adm1' in out
    assert "# column 3" in out
    tags.write_text(out, encoding="utf-8")
    assert run("inspect", data, "--tags", tags)[0] == 0
