"""Worker processes: their pipes, their end, and what stays when one is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hxlguard as hg
from hxlguard import crew
from hxlguard.crew import Crew, usable_cores
from hxlguard.inputs.package import pack
from hxlguard.model.asked import NOTHING_ASKED
from hxlguard.model.scanned import Scanned, TagFit
from hxlguard.source_facts import scan
from hxlguard.tagging import parse_supplied_tags
from hxlguard.worker import READY, Answer, receive, send
from tests.facts import everything_asked
from tests.made_up import CLEAN, ON, PERSONAL, SECRETS, damaged_parquet, write

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


def answers(paths: list[Path], size: int = 1) -> list[Answer | None]:
    jobs = {at: (str(path), None, {}, NOTHING_ASKED) for at, path in enumerate(paths)}
    with Crew(jobs, size) as workers:
        return [workers.answer(at, lambda: None) for at in jobs]


@pytest.fixture
def at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that every Python started from here runs before anything else."""
    folder = tmp_path / "start"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder / "sitecustomize.py"


# what comes back


def test_an_answer_is_what_this_process_would_say(tmp_path: Path) -> None:
    paths = write(tmp_path, clean_csv=CLEAN, personal_csv=PERSONAL)
    assert answers(paths, 2) == [scan(path, None, {}) for path in paths]


def test_what_is_asked_goes_along(tmp_path: Path) -> None:
    (path,) = write(tmp_path, personal_csv=PERSONAL)
    wanted = everything_asked()
    with Crew({0: (str(path), None, {}, wanted)}, 1) as workers:
        answer = workers.answer(0, None)
    assert answer == scan(path, None, {}, wanted)
    assert isinstance(answer, Scanned)
    assert answer.profile.tables[0].columns[0].banded


def test_a_name_and_tags_go_along(tmp_path: Path) -> None:
    (path,) = write(tmp_path, bare_csv=b"Province,Total\nNorvale,4\n")
    supplied = parse_supplied_tags({"Total": "#reached", "Absent": "#org"})
    with Crew({0: (str(path), "other.csv", supplied, NOTHING_ASKED)}, 1) as workers:
        answer = workers.answer(0, lambda: None)
    assert isinstance(answer, Scanned)
    assert answer.profile.name == "other.csv"
    assert answer.tag_fits == (TagFit.FITS, TagFit.ABSENT)
    assert answer.profile.tables[0].columns[1].finding.tag == "#reached"


def test_a_mistake_comes_back_whole(tmp_path: Path) -> None:
    (answer,) = answers([tmp_path / "absent.csv"])
    assert isinstance(answer, hg.SourceError)
    assert (answer.what, answer.where) == ("there is no such file", "absent.csv")
    assert answer.remedy == "check the path"


def test_messages_survive_a_pipe_and_half_a_message_does_not() -> None:
    at_end, at_start = os.pipe()
    with os.fdopen(at_end, "rb") as reading:
        with os.fdopen(at_start, "wb") as writing:
            send(writing, ("a.csv", None, {}))
            writing.write(b"\0\0\0\0\0\0\0\x09half")
        assert receive(reading) == ("a.csv", None, {})
        with pytest.raises(EOFError):
            receive(reading)
        with pytest.raises(EOFError):
            receive(reading)


# how it runs


def test_a_stray_print_does_not_reach_the_pipe(tmp_path: Path, at_start: Path) -> None:
    at_start.write_text(
        "import sys\n"
        "print('a start-up file', flush=True)\n"
        "def chatty(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).endswith('.csv'):\n"
        "        print('Awa Traore' * 9_000, flush=True)\n"
        "sys.addaudithook(chatty)\n"
    )
    paths = write(tmp_path, clean_csv=CLEAN, personal_csv=PERSONAL)
    assert answers(paths) == [scan(path, None, {}) for path in paths]


def test_workers_share_the_cores(tmp_path: Path, at_start: Path) -> None:
    at_start.write_text(
        "import os, pathlib\n"
        f"pathlib.Path({str(tmp_path / 'threads')!r}).write_text(os.environ['POLARS_MAX_THREADS'])"
    )
    answers(write(tmp_path, clean_csv=CLEAN), usable_cores())
    assert (tmp_path / "threads").read_text() == "1"


@ON_POSIX
def test_a_worker_that_aborts_leaves_no_memory_behind(tmp_path: Path, at_start: Path) -> None:
    at_start.write_text(
        "import pathlib, resource, sys\n"
        "def over(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).endswith('.csv'):\n"
        "        limit = str(resource.getrlimit(resource.RLIMIT_CORE))\n"
        f"        pathlib.Path({str(tmp_path / 'limit')!r}).write_text(limit)\n"
        "sys.addaudithook(over)\n"
    )
    answers(write(tmp_path, clean_csv=CLEAN))
    assert (tmp_path / "limit").read_text() == "(0, 0)"


def test_nothing_is_imported_from_the_folder_of_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = b"import pathlib; pathlib.Path('trapped').touch()"
    write(tmp_path, polars_py=trap, hxlguard_py=trap, pickle_py=trap, xlrd_py=trap)
    monkeypatch.chdir(tmp_path)
    (answer,) = answers(write(tmp_path, clean_csv=CLEAN))
    assert isinstance(answer, Scanned)
    assert not (tmp_path / "trapped").exists()


def test_it_ends_when_nobody_asks_any_more() -> None:
    command = [sys.executable, "-m", "hxlguard.worker"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=True, env=environment
    )
    assert (done.stdout, done.stderr) == (READY, b"")


# when it ends before its time


ENDS_OVER_A_FILE = """\
import os, signal, sys
def over(event, arguments):
    if event == "open" and str(arguments[0]).endswith("fatal.csv"):
        {what}
sys.addaudithook(over)
"""


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "its reader ended the process"),
        ("os.abort()", "its reader ended the process"),
        ("raise RuntimeError('Awa Traore')", "hxlguard broke over it, which is a bug"),
    ],
)
@ON_POSIX
def test_a_file_that_ends_its_reader_takes_no_other_along(
    tmp_path: Path, at_start: Path, what: str, told: str
) -> None:
    at_start.write_text(ENDS_OVER_A_FILE.format(what=what))
    paths = write(tmp_path, one_csv=CLEAN, fatal_csv=PERSONAL, two_csv=PERSONAL)
    one, lost, two = answers(paths)
    assert (one, two) == (scan(paths[0], None, {}), scan(paths[2], None, {}))
    assert isinstance(lost, hg.SourceError)
    assert (lost.what, lost.where) == (told, "fatal.csv")
    assert lost.remedy
    assert not any(secret in str(lost) for secret in SECRETS)


def test_a_parquet_file_that_polars_cannot_survive_is_unread(tmp_path: Path) -> None:
    bad, good = write(tmp_path, bad_parquet=damaged_parquet(), good_csv=CLEAN)
    with pytest.raises(hg.SourceError, match=r"^bad\.parquet: it"):
        hg.check(bad, agreement="public-3w", on=ON)
    heard: list[hg.SourceError] = []
    report = hg.check([bad, good], agreement="public-3w", on=ON, unusable=heard.append)
    assert report.verdict is hg.Verdict.HOLD
    assert [(found.kind, found.source) for found in report.unknowns] == [
        ("source-not-read", "bad.parquet")
    ]
    assert len(heard) == 1


@pytest.mark.parametrize(
    ("name", "more"), [("bad.parquet", []), ("bad.parquet", ["--profile"]), ("bad.zip", [])]
)
def test_the_command_line_survives_it_too(tmp_path: Path, name: str, more: list[str]) -> None:
    (good,) = write(tmp_path, good_csv=CLEAN)
    bad = tmp_path / name
    data = damaged_parquet()
    bad.write_bytes(pack({"x.parquet": data}) if name.endswith(".zip") else data)
    command = [sys.executable, "-m", "hxlguard", "inspect", str(bad), str(good), "--format=json"]
    command += more
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    told = [line for line in done.stderr.splitlines() if "error" in line]
    assert [line.startswith(f"hxlguard: error: {name}: ") for line in told] == [True]
    assert bool(more) == ("SECONDS" in done.stderr)
    unread = [source["unread"] for source in json.loads(done.stdout)["sources"]]
    assert [len(parts) for parts in unread] == [1, 0]


@ON_POSIX
def test_an_interruption_ends_every_worker(tmp_path: Path) -> None:
    endless = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in endless:
        os.mkfifo(path)  # nobody ever writes to it
    workers = Crew({at: (str(path), None, {}, NOTHING_ASKED) for at, path in enumerate(endless)}, 2)
    pipes = [path.open("wb") for path in endless]  # waits until both are being read
    processes = [worker._process for worker in workers._working]

    def wait_for_ever() -> None:
        with workers:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wait_for_ever()
    assert [process.poll() is not None for process in processes] == [True, True]
    for pipe in pipes:
        pipe.close()


@ON_POSIX
def test_an_interruption_is_heard_while_workers_work(tmp_path: Path) -> None:
    endless = tmp_path / "a.csv"
    os.mkfifo(endless)
    code = (
        "import polars, sys\n"
        "from hxlguard.crew import Crew\n"
        "from hxlguard.model.asked import NOTHING_ASKED\n"
        "with Crew({0: (sys.argv[1], None, {}, NOTHING_ASKED)}, 1) as workers:\n"
        "    workers.answer(0, lambda: None)\n"
    )
    waiting = subprocess.Popen(
        [sys.executable, "-c", code, endless], stderr=subprocess.PIPE, start_new_session=True
    )
    with endless.open("wb"):  # waits until it is being read
        os.killpg(waiting.pid, signal.SIGINT)
        _, told = waiting.communicate(timeout=60)
    assert told.rstrip().endswith(b"KeyboardInterrupt")


@pytest.mark.parametrize("program", ["", "no-such-program", "/bin/true"])
@ON_POSIX
def test_where_no_worker_starts_this_process_does_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    (path,) = write(tmp_path, clean_csv=CLEAN)
    monkeypatch.setattr(crew.sys, "executable", program)
    assert answers([path]) == [None]
    assert hg.check(path, agreement="public-3w", on=ON).verdict is hg.Verdict.CLEAR


@ON_POSIX
def test_a_program_that_never_says_that_it_is_ready_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write(tmp_path, clean_csv=CLEAN)
    program = tmp_path / "embeds"
    program.write_text("#!/bin/sh\nexec sleep 600\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(crew.sys, "executable", str(program))
    monkeypatch.setattr(crew, "_START_SECONDS", 0.2)
    assert answers([path]) == [None]


def test_a_frozen_program_never_starts_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert answers(write(tmp_path, clean_csv=CLEAN)) == [None]
