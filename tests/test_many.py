"""Many files at once: the same answers, in the same order, whoever gives them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import hxlguard as hg
from hxlguard import many
from hxlguard.cli import main
from hxlguard.source_facts import lasting_file
from tests.made_up import CLEAN, ON, PERSONAL, SECRETS, UNREADABLE, write

SMALL = 6_000
"""Bytes; larger real files take seconds and show nothing more here."""

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


@pytest.fixture
def by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers share the files, however small and however few the cores."""
    monkeypatch.setattr(many, "SECONDS_TO_START", 0.001)
    monkeypatch.setattr(many, "usable_cores", lambda: 2)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    contents = {"clean_csv": CLEAN, "broken_xlsx": UNREADABLE, "personal_csv": PERSONAL}
    return [*write(tmp_path, **contents), tmp_path / "absent.csv"]


def checked(paths: Sequence[Path], **more: Any) -> tuple[hg.Report, ...]:
    return hg.check_many(paths, agreement="public-3w", on=ON, **more)


# one report a path


@pytest.mark.parametrize("way", ["here", "by workers"])
def test_every_path_has_a_report_in_its_place(
    files: list[Path], way: str, request: pytest.FixtureRequest
) -> None:
    if way == "by workers":
        request.getfixturevalue("by_workers")
    reports = checked(files)
    assert [report.sources[0].name for report in reports] == [path.name for path in files]
    hold = hg.Verdict.HOLD
    assert [report.verdict for report in reports] == [
        hg.Verdict.CLEAR,
        hold,
        hg.Verdict.BLOCK,
        hold,
    ]
    for at in (1, 3):
        assert [found.kind for found in reports[at].unknowns] == ["source-not-read"]
    for at in (0, 2):
        alone = hg.check(files[at], agreement="public-3w", on=ON)
        assert reports[at].to_json() == alone.to_json()


def test_files_of_which_none_can_be_used_all_hold(files: list[Path]) -> None:
    reports = checked([files[1], files[3]], tags={"Province": "#adm1"})
    assert [report.verdict for report in reports] == [hg.Verdict.HOLD] * 2


def test_real_files_get_the_same_report_from_workers_and_from_here(
    shared: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    everything = sorted((shared / "data" / "real").iterdir())
    paths = [path for path in everything if path.stat().st_size < SMALL]
    assert len(paths) > 30
    with monkeypatch.context() as alone:
        alone.setattr(many, "usable_cores", lambda: 1)
        here = [report.to_json() for report in checked(paths)]
    request.getfixturevalue("by_workers")
    assert [report.to_json() for report in checked(paths)] == here


@ON_POSIX
def test_one_core_or_two_give_the_same_bytes(tmp_path: Path) -> None:
    if not hasattr(os, "sched_setaffinity") or len(os.sched_getaffinity(0)) < 2:
        pytest.skip("needs two cores and the right to leave one")
    paths = write(tmp_path, clean_csv=CLEAN, personal_csv=PERSONAL)
    code = (
        "import os, sys, hxlguard as hg; from hxlguard import many; many.SECONDS_TO_START = 0.001;"
        "cores = sorted(os.sched_getaffinity(0));"
        "os.sched_setaffinity(0, cores[:int(sys.argv[1])]);"
        "[sys.stdout.write(report.to_json())"
        f" for report in hg.check_many(sys.argv[2:], agreement='public-3w', on={ON!r})]"
    )
    one, two = (
        subprocess.run([sys.executable, "-c", code, cores, *paths], check=True, capture_output=True)
        for cores in ("1", "2")
    )
    assert one.stdout == two.stdout
    assert b"BLOCK" in one.stdout


@pytest.mark.usefixtures("by_workers")
def test_tags_beside_the_files_are_for_all_of_them(tmp_path: Path) -> None:
    bare = b"Partner,Cluster\nRelief Example,WASH\n"
    paths = write(tmp_path, one_csv=bare, two_csv=b"Partner\nAid Example\n")
    tags = {"Partner": "#org", "Cluster": "#sector"}
    assert {report.verdict for report in checked(paths, tags=tags)} == {hg.Verdict.CLEAR}
    with pytest.raises(hg.UsageError, match="no column has this header"):
        checked(paths, tags={**tags, "Absent": "#adm1"})
    paths += write(tmp_path, three_csv=b"Partner,Sector\n#org+funder,#sector\nAid Example,WASH\n")
    with pytest.raises(hg.UsageError, match="another tag"):
        checked(paths, tags=tags)


@pytest.mark.parametrize(
    "paths",
    [[], (), "3w.csv", Path("3w.csv"), b"#org\n", None, 5, [CLEAN], ["a.csv", io.BytesIO(CLEAN)]],
)
def test_what_is_no_list_of_paths_is_refused(paths: Any) -> None:
    with pytest.raises(hg.UsageError, match=r"^paths: this is no list of paths"):
        checked(paths)


def test_paths_may_come_one_by_one(files: list[Path]) -> None:
    assert len(checked(path for path in files)) == len(files)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"recipient": " "}, "recipient: this is blank"),
        ({"on": "tomorrow"}, "not a date"),
        ({"tags": ["#org"]}, "no mapping"),
        ({"agreement": "pubic-3w"}, "did you mean"),
    ],
)
def test_a_call_that_cannot_be_answered_is_refused(more: dict[str, Any], told: str) -> None:
    with pytest.raises(hg.UsageError, match=told):
        hg.check_many(["absent.csv"], **{"agreement": "public-3w", "on": ON, **more})


def test_a_script_without_a_guard_runs_once(tmp_path: Path) -> None:
    paths = write(tmp_path, clean_csv=CLEAN, personal_csv=PERSONAL)
    script = tmp_path / "script.py"
    script.write_text(
        "import hxlguard as hg\n"
        "from hxlguard import many\n"
        "many.SECONDS_TO_START, many.usable_cores = 0.001, lambda: 2\n"
        "print('begins')\n"
        f"print(len(hg.check_many({[str(path) for path in paths]}, agreement='public-3w')))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path
    )
    assert (done.stdout, done.stderr) == ("begins\n2\n", "")


# one release of many files


@pytest.mark.usefixtures("by_workers")
def test_a_release_is_the_same_by_workers(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def release() -> tuple[str, list[str]]:
        heard: list[hg.SourceError] = []
        report = hg.check(files, agreement="public-3w", on=ON, unusable=heard.append)
        return report.to_json(), [str(error) for error in heard]

    shared_out = release()
    monkeypatch.setattr(many, "usable_cores", lambda: 1)
    assert release() == shared_out
    assert [error.split(":")[0] for error in shared_out[1]] == ["broken.xlsx", "absent.csv"]


@pytest.mark.usefixtures("by_workers")
def test_a_first_mistake_ends_the_release_unless_somebody_listens(files: list[Path]) -> None:
    with pytest.raises(hg.SourceError, match=r"^broken\.xlsx"):
        hg.inspect(files)


@pytest.mark.usefixtures("by_workers")
def test_files_go_to_workers_beside_sources_that_cannot(files: list[Path]) -> None:
    sources = [files[0], CLEAN, pl.DataFrame({"#org": ["Aid Example"]}), files[2]]
    names = [source.name for source in hg.inspect(sources).sources]
    assert names == ["clean.csv", "<bytes>", "<frame>", "personal.csv"]


@pytest.mark.usefixtures("by_workers")
@pytest.mark.parametrize(("last", "status"), [(2, 1), (0, 2)])
def test_the_command_line_names_what_cannot_be_used_in_order(
    files: list[Path], capsys: pytest.CaptureFixture[str], last: int, status: int
) -> None:
    order = [files[3], files[1], files[0], files[last]]
    words = ["check", *map(str, order), "--agreement", "public-3w", "--on", ON, "--format", "json"]
    assert main(words) == status
    printed = capsys.readouterr()
    names = [source["name"] for source in json.loads(printed.out)["sources"]]
    assert names == [path.name for path in order]
    assert [line.split(": ")[2] for line in printed.err.splitlines()] == names[:2]
    assert not any(secret in printed.out + printed.err for secret in SECRETS)


# what may be read by another process


@pytest.mark.parametrize("source", ["/dev/stdin", "/proc/self/fd/0", ".", "absent.csv", "a\0b"])
def test_what_another_process_could_not_read_stays_here(source: str) -> None:
    assert lasting_file(source) is None


def test_only_a_path_to_a_file_goes_elsewhere(files: list[Path]) -> None:
    assert lasting_file(files[0]) == lasting_file(str(files[0])) == str(files[0])
    for source in (CLEAN, io.BytesIO(CLEAN), os.fsencode(files[0]), 0, None):
        assert lasting_file(source) is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
@pytest.mark.parametrize("data", [CLEAN, UNREADABLE])
def test_a_name_that_is_no_unicode_is_made_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / os.fsdecode(b"3w\xff.csv")
    path.write_bytes(data)
    for _ in range(2):
        (report,) = checked([path], cache=tmp_path / "cache")
        assert report.sources[0].name == "3w?.csv"
        assert json.loads(report.to_json())["sources"][0]["name"] == "3w?.csv"


@ON_POSIX
def test_a_pipe_is_read_once_and_here(files: list[Path], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(CLEAN,))
    writer.start()
    (report,) = checked([pipe], cache=tmp_path / "cache")
    writer.join()
    assert report.verdict is hg.Verdict.CLEAR


# how far it is


@pytest.mark.parametrize("way", ["here", "by workers"])
def test_progress_counts_up_and_names_what_is_in_hand(
    files: list[Path], way: str, request: pytest.FixtureRequest
) -> None:
    if way == "by workers":
        request.getfixturevalue("by_workers")
    told: list[tuple[int, int, str]] = []
    hg.inspect(files, unusable=lambda error: None, progress=lambda *words: told.append(words))
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert {count for _, count, _ in told} == {len(files)}
    assert {name for _, _, name in told} <= {path.name for path in files}
    assert told[0][0] == 0


@ON_POSIX
def test_a_terminal_shows_a_bar_and_is_left_clean(tmp_path: Path) -> None:
    import pty

    long = tmp_path / f"{'c' * 100}\x1b[2J.csv"
    long.write_bytes(CLEAN)
    (personal,) = write(tmp_path, personal_csv=PERSONAL)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "hxlguard", "inspect", str(long), str(personal)]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    told = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "\x1b" not in told
    lines = told.split("\r")
    assert "[....................] 0/2 files, reading ccc" in lines[0]
    assert any("[##########..........] 1/2 files, reading personal.csv" in line for line in lines)
    assert {len(line) for line in lines[:-1]} == {78}
    assert lines[-2:] == [" " * 78, ""]
