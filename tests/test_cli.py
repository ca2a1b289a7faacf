from __future__ import annotations

import json
import logging
import os
import shlex
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import hxlguard
from hxlguard import pipeline, source_facts
from hxlguard.agreements.schema import agreement_schema_text
from hxlguard.cli import main
from hxlguard.diff_document import diff_schema_text
from hxlguard.reports import FORMATS
from hxlguard.shipped import schema_text
from tests.facts import ALL, document, forbid

CLEAN = """\
Organisation,Sector,Region,District,People reached
#org+name,#sector,#adm1+name,#adm2+name,#reached
Aid Example,WASH,Norvale,Kessou,1250
Relief Sample,Shelter,Norvale,Dombila,2210
"""
PERSONAL = """\
Organisation,Sector,Contact,Phone
#org+name,#sector,#contact+name,#contact+phone
Aid Example,WASH,Awa Traore,+33 1 99 00 12 01
Relief Sample,Shelter,Moussa Keita,+33 1 99 00 12 02
"""
SECRETS = ("Traore", "Keita", "99 00 12")
UNDER_3W = ("--agreement", "public-3w", "--on", "2026-11-21")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process: exit status, standard output, standard error."""

    def run_it(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as stopped:
            status = int(str(stopped.code))
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_it


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.csv"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    path = tmp_path / "personal.csv"
    path.write_text(PERSONAL, encoding="utf-8")
    return path


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 this is no workbook")
    return path


def spawn(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hxlguard", *map(str, arguments)]
    return subprocess.run(command, check=False, text=True, timeout=120, **options)  # type: ignore[call-overload,no-any-return]


# verdicts and their statuses


def test_clear_is_0(run: Run, clean: Path) -> None:
    status, out, err = run("check", clean, *UNDER_3W)
    assert (status, err) == (0, "")
    assert out.startswith("CLEAR: 0 violations, 0 unknowns under public-3w")


def test_block_is_1_and_shows_no_cell(run: Run, personal: Path) -> None:
    status, out, err = run("check", personal, *UNDER_3W)
    assert (status, err) == (1, "")
    assert out.startswith("BLOCK")
    assert not any(secret in out for secret in SECRETS)


def test_several_files_are_one_release_and_the_worst_counts(
    run: Run, clean: Path, personal: Path
) -> None:
    status, out, _ = run("check", clean, personal, *UNDER_3W, "--format", "json")
    report = json.loads(out)
    assert status == 1
    assert [source["name"] for source in report["sources"]] == ["clean.csv", "personal.csv"]
    assert {found["source"] for found in report["violations"]} == {"personal.csv"}


def test_a_file_that_cannot_be_used_is_named_and_the_others_are_checked(
    run: Run, clean: Path, personal: Path, unreadable: Path
) -> None:
    status, out, err = run("check", unreadable, clean, *UNDER_3W)
    assert status == 2
    assert out.startswith("HOLD: 0 violations, 1 unknown")
    assert "broken.xlsx" in out
    assert err.startswith("hxlguard: error: broken.xlsx: ")
    assert err.count("\n") == 1
    assert run("check", unreadable, personal, *UNDER_3W)[0] == 1


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_file_that_cannot_be_used_stands_in_the_document(
    run: Run, clean: Path, unreadable: Path, tmp_path: Path, command: str
) -> None:
    under = UNDER_3W if command == "check" else ()
    target = tmp_path / "report.json"
    arguments = (command, clean, unreadable, tmp_path / "absent.csv", *under)
    assert run(*arguments, "--format", "json", "--output", target)[0] == 2
    document = json.loads(target.read_text("utf-8"))
    assert document.get("verdict", "HOLD") == "HOLD"
    unread = {source["name"]: source["unread"] for source in document["sources"]}
    assert [len(unread[name]) for name in ("clean.csv", "broken.xlsx", "absent.csv")] == [0, 1, 1]
    assert unread["absent.csv"][0]["kind"] == "source-not-read"


def test_every_file_is_read_once(
    run: Run, clean: Path, unreadable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    really = source_facts.read

    def counted(source: object, *, name: str | None = None) -> object:
        seen.append(Path(str(source)).name)
        return really(source, name=name)

    monkeypatch.setattr(source_facts, "read", counted)
    run("check", clean, unreadable, *UNDER_3W)
    assert seen == ["clean.csv", "broken.xlsx"]


def test_nothing_usable_is_2(run: Run, unreadable: Path, tmp_path: Path) -> None:
    status, out, err = run("check", unreadable, tmp_path / "absent.csv", *UNDER_3W)
    assert (status, out) == (2, "")
    assert [line.split(":")[2].strip() for line in err.splitlines()[:2]] == [
        "broken.xlsx",
        "absent.csv",
    ]


@pytest.mark.parametrize("command", ["check", "inspect", "tag"])
def test_one_bad_file_is_one_line_and_2(run: Run, unreadable: Path, command: str) -> None:
    under = UNDER_3W if command == "check" else ()
    status, out, err = run(command, unreadable, *under)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: broken.xlsx: ")
    assert err.count("\n") == 1


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


# knowledge


def test_explain_lists_and_tells(run: Run) -> None:
    status, listed, _ = run("explain")
    assert status == 0
    assert "coordinates-too-precise" in listed
    status, told, _ = run("explain", "coordinates-too-precise")
    assert status == 0
    assert [line.split()[0] for line in told.splitlines() if line[2:3].strip()][1:] == [
        "what",
        "why",
        "mend",
    ]


def test_a_mistyped_kind_gets_a_suggestion(run: Run) -> None:
    status, out, err = run("explain", "coordinates-to-precise")
    assert (status, out) == (2, "")
    assert "did you mean `coordinates-too-precise`?" in err


def test_policies_lists_what_ships(run: Run) -> None:
    status, out, _ = run("policies")
    assert status == 0
    headings = [line for line in out.splitlines() if line[0] != " "]
    assert [heading.split(",")[0] for heading in headings] == ["agreements", "classifications"]
    agreements, _, classifications = out.partition(headings[1])
    assert "  public-3w " in agreements
    assert "  ukraine 2026.11, UKR, example" in classifications
    assert "from: Information Sharing Protocol for Sudan" in classifications
    assert "flow publish; to public; for public-information" in out
    (path,) = [line.strip() for line in out.splitlines() if "public-3w" in line and "/" in line]
    assert run("policies", "public-3w")[1] == Path(path).read_text("utf-8")


def test_a_classification_is_printed_and_a_mistyped_one_gets_a_suggestion(run: Run) -> None:
    assert "country: SSD" in run("policies", "south-sudan")[1]
    status, out, err = run("policies", "ukrain")
    assert (status, out) == (2, "")
    assert "did you mean `ukraine`?" in err


def test_a_classification_beside_an_agreement(run: Run, tmp_path: Path) -> None:
    ours, data = tmp_path / "ours.yaml", tmp_path / "sites.csv"
    ours.write_text(json.dumps(document(ALL, flow={"sensitivity_ceiling": "high"})), "utf-8")
    data.write_text("Org,Commune\n#org,#adm4\nRelief Example,Barwani\n", encoding="utf-8")
    under = ("check", data, "--agreement", ours, "--on", "2026-11-21", "--classification")
    assert run(*under, "default")[0] == 0
    status, out, _ = run(*under, "ukraine")
    assert status == 1
    assert "classification ukraine 2026.11 (example, not reviewed)" in out
    status, out, err = run(*under, "ukrain")
    assert (status, out) == (2, "")
    assert "did you mean `ukraine`?" in err


def test_several_agreements_must_all_allow_it(run: Run, clean: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.yaml"
    ours.write_text(json.dumps(document(ALL)), encoding="utf-8")
    assert run("check", clean, *UNDER_3W)[0] == 0
    status, out, _ = run("check", clean, *UNDER_3W, "--agreement", ours)
    assert (status, out.partition(":")[0]) == (0, "CLEAR")
    ours.write_text(json.dumps(document(forbid(tags=["#reached"]), ALL)), encoding="utf-8")
    status, out, _ = run("check", clean, "--agreement", ours, *UNDER_3W)
    assert status == 1
    assert "under short 1.0 and public-3w 1.0" in out
    assert "f of short" in out
    status, _, err = run("check", clean, *UNDER_3W, "--agreement", ours, "--output", ours)
    assert (status, "would overwrite an input" in err) == (2, True)


def test_attestations_are_read_from_files(run: Run, clean: Path, tmp_path: Path) -> None:
    ours, said = tmp_path / "ours.yaml", tmp_path / "said.yaml"
    safeguard = {"transfer": [{"id": "enc", "require": "encrypted-container"}]}
    ours.write_text(json.dumps(document(ALL, flow=safeguard)), encoding="utf-8")
    said.write_text(
        "apiVersion: hxlguard/v1\nkind: Attestations\nattestations:\n"
        '  - {clause: enc, by: rei, date: "2026-11-20", statement: Encrypted.}\n',
        encoding="utf-8",
    )
    under = ("check", clean, "--agreement", ours, "--on", "2026-11-21")
    assert run(*under)[0] == 3
    status, out, _ = run(*under, "--attest", said)
    assert status == 0
    assert "enc: by rei on 2026-11-20" in out
    said.write_text(said.read_text("utf-8").replace("clause: enc", "clause: encr"), "utf-8")
    status, out, err = run(*under, "--attest", said)
    assert (status, out) == (2, "")
    assert "said.yaml: cannot be used, line 4, /attestations/0/clause: no clause `encr`" in err
    assert "did you mean `enc`?" in err


def test_a_digest_to_pin_is_listed_and_told(run: Run, clean: Path, tmp_path: Path) -> None:
    pin = {"id": "public-3w", "version": "1.0", "sha256": "0" * 64, "permits": "inherit"}
    made = document(extends=[pin])
    ours = tmp_path / "ours.json"
    ours.write_text(json.dumps(made), encoding="utf-8")
    status, _, err = run("check", clean, "--agreement", ours, "--on", "2026-11-21")
    assert status == 2
    digest = err.partition("sha256: ")[2][:64]
    assert digest in run("policies")[1]
    made["extends"][0]["sha256"] = digest
    ours.write_text(json.dumps(made), encoding="utf-8")
    assert run("check", clean, "--agreement", ours, "--on", "2026-11-21")[0] == 0


def test_a_shipped_agreement_can_be_printed_kept_and_used(
    run: Run, clean: Path, tmp_path: Path
) -> None:
    ours = tmp_path / "ours"
    ours.write_text(run("policies", "public-3w")[1], encoding="utf-8")
    assert run("check", clean, "--agreement", ours, "--on", "2026-11-21")[0] == 0
    status, out, err = run("policies", "pubic-3w")
    assert (status, out) == (2, "")
    assert "did you mean `public-3w`?" in err


def test_agreement_schema_is_a_json_schema_and_the_generated_one(run: Run) -> None:
    status, out, _ = run("agreement", "schema")
    assert status == 0
    assert out == agreement_schema_text(), "run `make schemas`"
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


def test_every_mistake_of_an_agreement_has_its_line(run: Run, clean: Path, tmp_path: Path) -> None:
    agreement = tmp_path / "a.yaml"
    agreement.write_text("apiVersion: hxlguard/v1\nkind: Agreement\nflows: []\n", encoding="utf-8")
    status, out, err = run("check", clean, "--agreement", agreement)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: ")
    assert len(err.splitlines()) >= 3
    assert all(line.startswith("  ") for line in err.splitlines()[1:])
    assert len(set(err.splitlines())) == len(err.splitlines())
    assert err.splitlines()[0].endswith(f"cannot be used, {len(err.splitlines()) - 1} mistakes")


# usage


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "COMMAND"),
        (("chekc", "a.csv"), "did you mean `check`?"),
        (("check", "a.csv"), "--agreement"),
        (("inspect", "a.csv", "--formt", "json"), "did you mean `--format`?"),
        (("inspect", "a.csv", "--format", "jsno"), "did you mean `json`?"),
        (("inspect", "a\x1b[2J.csv"), "a\\u001b[2J.csv"),
        (("check", "a.csv", "--agreement", "public-3v"), "did you mean `public-3w`?"),
        (("check", "https://data.example/a.csv", *UNDER_3W), "download"),
        (("check", "a.csv", "--agree", "public-3w"), "--agreement"),
        (("check", "a.csv", "--agreement", "public-3w", "--on", "20261121"), "2026-11-21"),
        (("check", "a.csv", *UNDER_3W, "--recipient", ""), "recipient: this is blank"),
        (("check", "a.csv", *UNDER_3W, "--purpose", " "), "purpose: this is blank"),
        (("check", "a.csv", *UNDER_3W, "--sender", ""), "sender: this is blank"),
        (("check", "a.csv", *UNDER_3W, "--flow", "\t"), "flow: this is blank"),
    ],
)
def test_a_usage_error_is_one_line_and_2(run: Run, arguments: tuple[str, ...], told: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: ")
    assert told in err
    assert err.count("\n") == 1


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"hxlguard {hxlguard.__version__}\n", "")


def test_help_names_every_format(run: Run) -> None:
    for command in ("check", "inspect"):
        shown = " ".join(run(command, "--help")[1].split())
        assert f"--format FORMAT {' or '.join(FORMATS)}" in shown


@pytest.mark.parametrize("command", ["inspect", "tag", "agreement", "explain", "policies"])
def test_only_the_help_of_check_speaks_of_leave(run: Run, command: str) -> None:
    told = run(command, "--help")[1]
    assert "exit status:" in told
    assert "CLEAR" not in told
    assert "0  CLEAR: it may leave" in run("check", "--help")[1]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from hxlguard.cli import main\n"
        "try: main(['check', '--help'])\n"
        "except SystemExit: print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, text=True, capture_output=True)
    for module in ("polars", "pydantic", "hxl", "presidio_analyzer", "yaml", "frictionless"):
        assert f"'{module}'" not in done.stderr
    assert "exit status:" in done.stdout


# what must never happen


def test_a_bug_is_told_without_its_message(
    run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Awa Traore")

    monkeypatch.setattr(pipeline, "inspect", broken)
    status, out, err = run("inspect", clean)
    assert (status, out) == (2, "")
    assert err.startswith("hxlguard: error: this is a bug in hxlguard: ValueError at cli.py:")
    assert "Traore" not in err


def test_an_interruption_is_130(run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "inspect", interrupted)
    assert run("inspect", clean) == (130, "", "")


def test_warnings_and_logs_of_dependencies_stay_silent(
    run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = pipeline.inspect

    def talkative(source: object, **options: object) -> object:
        warnings.warn("Awa Traore", stacklevel=1)
        logging.getLogger("dependency").error("Awa Traore")
        return really(source, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "inspect", talkative)
    status, out, err = run("inspect", clean)
    assert (status, err) == (0, "")
    assert "Traore" not in out
    assert logging.getLogger("dependency").isEnabledFor(logging.ERROR)


# agreements


@pytest.fixture
def versions(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """An agreement that ships, and the same with one more field."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    text = run("policies", "public-3w")[1]
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace('tags: ["#org"],', 'tags: ["#org", "#loc"],'), encoding="utf-8")
    assert new.read_text("utf-8") != text
    return old, new


def test_a_diff_that_widens_is_1_and_one_that_does_not_is_0(
    run: Run, versions: tuple[Path, Path]
) -> None:
    old, new = versions
    status, out, err = run("agreement", "diff", old, new)
    assert (status, err) == (1, "")
    assert "  widening: `#loc` may now leave" in out
    assert run("agreement", "diff", new, old)[0] == 0
    assert run("agreement", "diff", old, "public-3w")[0] == 0


def test_a_diff_for_programs_says_the_same(run: Run, versions: tuple[Path, Path]) -> None:
    status, out, _ = run("agreement", "diff", *versions, "--format", "json")
    told = json.loads(out)
    jsonschema.Draft202012Validator(json.loads(diff_schema_text())).validate(told)
    assert (status, told["format"], told["ordering"]) == (
        1,
        "hxlguard/agreement-diff/v1",
        "widening",
    )
    (flow,) = told["flows"]
    assert flow["changes"][0]["witness"]["tag"] == "#loc"


def test_the_published_schema_of_a_diff_is_that_of_the_types() -> None:
    assert schema_text("agreement-diff-v1") == diff_schema_text(), "run `make schemas`"


def test_a_diff_of_what_is_no_agreement_tells_the_mistakes_of_both(
    run: Run, tmp_path: Path
) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("apiVersion: hxlguard/v1\nkind: Agreement\n", encoding="utf-8")
    status, out, err = run("agreement", "diff", tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert (status, out) == (2, "")
    for name in ("a.yaml", "b.yaml"):
        assert f"  {name}: line 2, /kind: " in err
    status, _, err = run("agreement", "diff", tmp_path / "a.yaml", "public-3w")
    assert status == 2
    assert "b.yaml" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "ACTION"),
        (("dif",), "did you mean `diff`?"),
        (("diff", "public-3w"), "NEW"),
        (("diff", "public-3w", "public-3w", "--format", "jsno"), "did you mean `json`?"),
        (("diff", "public-3w", "absent.yaml"), "absent.yaml"),
    ],
)
def test_a_usage_error_of_an_action_is_one_line_and_2(
    run: Run, arguments: tuple[str, ...], told: str
) -> None:
    status, out, err = run("agreement", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_shareable_numbers_no_row(run: Run, form: str) -> None:
    alone = Path(__file__).parent.parent / "policies/public-microdata/cases/alone.csv"
    call = ["check", alone, "--agreement", "public-microdata", "--on", "2026-11-21"]
    local, shareable = (run(*call, "--format", form, *more) for more in ([], ["--shareable"]))
    numbered = {"text": "row 33", "json": "33\n"}[form]
    assert numbered in local[1]
    assert numbered not in shareable[1]
    assert local[0] == shareable[0] == 1
