"""The cache keeps facts and nothing else, and is believed only when nobody else wrote it."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import hxlguard as hg
from hxlguard import analysis, cache, profiling, source_facts
from hxlguard.cache import SETTLED, Cache, Entry
from hxlguard.clauses.everything_read import KINDS
from hxlguard.cli import main
from hxlguard.model.asked import NOTHING_ASKED, Asked
from hxlguard.model.profile import UnreadPart
from hxlguard.source_facts import scan
from hxlguard.tagging import parse_supplied_tags
from tests import facts
from tests.made_up import CLEAN, ON, PERSONAL, SECRETS, UNREADABLE, write

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX says who may write")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write(tmp_path, personal_csv=PERSONAL)[0]


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every source that is really read, one by one."""
    seen: list[object] = []
    really = source_facts.read

    def counted(source: object, *, name: str | None = None) -> Any:
        seen.append(source)
        return really(source, name=name)

    monkeypatch.setattr(source_facts, "read", counted)
    return seen


def check(source: object, folder: Path, on: str = ON, **more: Any) -> hg.Report:
    return hg.check(source, **{"agreement": "public-3w", "on": on, "cache": folder, **more})


def entry_of(source: object, folder: Path) -> Entry:
    found = Cache(folder, {}, None, NOTHING_ASKED).entry(source, None)
    assert found
    return found


# the same answer, with less work


def test_a_report_is_the_same_with_and_without(
    data: Path, folder: Path, scans: list[object]
) -> None:
    without = hg.check(data, agreement="public-3w", on=ON)
    first, second = check(data, folder), check(data, folder)
    assert first.to_json() == second.to_json() == without.to_json()
    assert first == second == without
    assert scans == [data, data]


@pytest.mark.parametrize("count", [12, pytest.param(40, marks=pytest.mark.thorough)])
def test_real_files_come_back_as_they_went_in(shared: Path, folder: Path, count: int) -> None:
    files = sorted((shared / "data" / "real").iterdir(), key=lambda path: path.stat().st_size)
    paths = files[:count]
    wanted = facts.everything_asked()
    for path in paths:
        scanned, entry = scan(path, None, {}, wanted), entry_of(path, folder)
        entry.write(scanned)
        assert entry.read() == scanned


def test_another_agreement_asks_for_other_facts(
    data: Path, folder: Path, scans: list[object]
) -> None:
    asking = facts.asking_agreement()
    check(data, folder)
    first, second = (check(data, folder, agreement=asking) for _ in range(2))
    without = hg.check(data, agreement=asking, on=ON)
    assert first.to_json() == second.to_json() == without.to_json()
    assert scans == [data, data, data]


def test_another_flow_asks_for_other_facts(data: Path, folder: Path, scans: list[object]) -> None:
    two = facts.document(clauses=[facts.forbid(tags=["#contact"])])
    two["flows"].append({**two["flows"][0], "id": "totals", "unit_of_record": "aggregate"})
    for flow in ("publish", "totals") * 2:
        kept = check(data, folder, agreement=two, flow=flow)
        assert kept == hg.check(data, agreement=two, flow=flow, on=ON)
    assert len(scans) == 2 + 4


def test_the_day_is_decided_anew(data: Path, folder: Path, scans: list[object]) -> None:
    agreement = facts.agreement(facts.ALL, validity={"until": "2026-11-21"})
    before = check(data, folder, "2026-11-21", agreement=agreement)
    after = check(data, folder, "2026-11-22", agreement=agreement)
    assert len(scans) == 1
    assert after.to_json() == hg.check(data, agreement=agreement, on="2026-11-22").to_json()
    assert {found.kind for found in after.violations} - {found.kind for found in before.violations}


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_the_command_line_takes_a_folder(
    data: Path,
    folder: Path,
    scans: list[object],
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    under = ["--agreement", "public-3w", "--on", ON] if command == "check" else []
    words = [command, str(data), *under, "--format", "json"]
    answers = []
    for more in ([], ["--cache", str(folder)], ["--cache", str(folder)]):
        answers.append((main([*words, *more]), capsys.readouterr().out))
    assert answers[0] == answers[1] == answers[2]
    assert len(scans) == 2


def test_many_files_take_a_folder(tmp_path: Path, folder: Path, scans: list[object]) -> None:
    paths = write(tmp_path, one_csv=CLEAN, broken_xlsx=UNREADABLE, two_csv=PERSONAL)
    first, second = (
        hg.check_many(paths, agreement="public-3w", on=ON, cache=folder) for _ in range(2)
    )
    assert first == second
    assert [path for path in scans if path != paths[1]] == [paths[0], paths[2]]
    assert len(scans) == 4  # what could not be read is tried again


def test_tags_that_do_not_fit_are_refused_from_the_cache_too(data: Path, folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(hg.UsageError, match="no column has this header"):
            check(data, folder, tags={"Absent": "#org"})


# what an entry hangs on


def changed(**parts: Any) -> Callable[[pytest.MonkeyPatch], None]:
    def change(monkeypatch: pytest.MonkeyPatch) -> None:
        for name, value in parts.items():
            monkeypatch.setattr(cache, name, value)

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed(__version__="0.1.1"),
        changed(_code_digest=lambda: "another"),
        changed(_version=lambda name: "9.9" if name == "phonenumbers" else "1.0"),
    ],
    ids=["version", "code", "dependency"],
)
def test_another_program_has_another_key(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, change: Any
) -> None:
    before = entry_of(data, folder).key
    change(monkeypatch)
    assert entry_of(data, folder).key != before


def test_every_part_of_a_call_changes_the_key(tmp_path: Path, folder: Path) -> None:
    one, two = write(tmp_path, one_csv=CLEAN, two_csv=PERSONAL)
    tags = {"A": "#org", "B": "#adm1"}
    swapped = dict(reversed(tags.items()))
    every = facts.everything_asked()
    with_one_question_less = [replace(every, **{each.name: each.default}) for each in fields(Asked)]
    calls: list[tuple[object, str | None, dict[str, str], str | None, Asked]] = [
        (one, None, {}, None, NOTHING_ASKED),
        (two, None, {}, None, NOTHING_ASKED),
        (one, "two.csv", {}, None, NOTHING_ASKED),
        (one, None, tags, None, NOTHING_ASKED),
        (one, None, swapped, None, NOTHING_ASKED),
        (one, None, {**tags, "B": "#adm2"}, None, NOTHING_ASKED),
        (one, None, {}, "0" * 64, NOTHING_ASKED),
        (one, None, {}, "1" * 64, NOTHING_ASKED),
        *((one, None, {}, None, each) for each in with_one_question_less),
        (one, None, {}, None, replace(every, cuts=(*every.cuts[:-1], (0, 99)))),
        (CLEAN, None, {}, None, NOTHING_ASKED),
    ]
    keys = set()
    for source, name, supplied, agreement, wanted in calls:
        entry = Cache(folder, parse_supplied_tags(supplied), agreement, wanted).entry(source, name)
        assert entry
        keys.add(entry.key)
    assert len(keys) == len(calls)
    assert entry_of(one, folder).key == entry_of(str(one), folder).key
    assert entry_of(CLEAN, folder).key == entry_of(bytearray(CLEAN), folder).key


def test_every_requirement_of_the_package_is_part_of_the_key(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    names = [requirement.split(">=")[0] for requirement in project["dependencies"]]
    assert sorted(names) == sorted(cache.DEPENDENCIES)
    assert all(cache._version(name) for name in names)


def test_the_digest_of_the_code_sees_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = set()
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    for name, data in (("a.py", b"x"), ("a.py", b"y"), ("b/c.json", b"{}"), ("b/c.txt", b"")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
        digests.add(cache._code_digest.__wrapped__())
    assert len(digests) == 3


def test_what_is_no_file_and_no_bytes_is_not_kept(folder: Path) -> None:
    for source in (io.BytesIO(CLEAN), pl.DataFrame({"#org": ["x"]})):
        hg.inspect(source, cache=folder)
    assert list(folder.iterdir()) == []


# what is kept, and for how long


def test_no_cell_is_kept(data: Path, folder: Path) -> None:
    check([data, PERSONAL], folder)
    hg.inspect(data, cache=folder, name="Awa Traore +33 1 99 00 12 01.csv")
    kept = [path.read_text("utf-8") for path in folder.iterdir()]
    assert len(kept) == 3
    for text in kept:
        assert "PHONE_NUMBER" in text
        assert not any(secret in text for secret in SECRETS)


def test_what_may_go_better_next_time_is_not_kept(folder: Path) -> None:
    scanned, entry = scan(CLEAN, None, {}), entry_of(CLEAN, folder)
    assert {kind.id for kind in KINDS} > SETTLED
    for kind in KINDS:
        part = UnreadPart("", kind.id, "a reason")
        entry.write(replace(scanned, profile=replace(scanned.profile, unread=(part,))))
        assert (entry.read() is not None) is (kind.id in SETTLED), kind.id
        entry.path.unlink(missing_ok=True)


def test_a_check_that_ran_out_of_time_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class TimesOut(analysis.Analyzer):
        def score(self, entity: str, text: str) -> float:
            raise analysis.CheckFailedError

    of_several_countries = PERSONAL.replace(b"+33 1", b"+1 202")
    with monkeypatch.context() as slow:
        slow.setattr(profiling, "analyzer", TimesOut)
        assert check(of_several_countries, folder).unknowns
    assert list(folder.iterdir()) == []
    alone = hg.check(of_several_countries, agreement="public-3w", on=ON)
    assert check(of_several_countries, folder) == alone


def test_a_file_that_changes_while_it_is_read_is_not_kept(data: Path, folder: Path) -> None:
    entry = entry_of(data, folder)
    data.write_bytes(CLEAN)
    entry.write(scan(data, None, {}))
    assert list(folder.iterdir()) == []


# what is believed


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-10],
    "no line": lambda data: data.replace(b"\n", b""),
    "no JSON": lambda data: b"\x80\x04" + data,
    "another key": lambda data: data.replace(b'{"key": "', b'{"key": "0', 1),
    "another digest": lambda data: data.replace(b'"sha256": "', b'"sha256": "0', 1),
    "another fact": lambda data: data.replace(b"direct-identifier", b"non-personal"),
    "more facts": lambda data: data + b" ",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_entry_that_is_damaged_is_as_if_it_were_not_there(
    data: Path, folder: Path, scans: list[object], damage: str
) -> None:
    report = check(data, folder)
    (path,) = folder.iterdir()
    sound = path.read_bytes()
    path.write_bytes(DAMAGES[damage](sound))
    assert path.read_bytes() != sound
    assert check(data, folder) == report
    assert path.read_bytes() == sound
    assert len(scans) == 2


def test_an_entry_of_another_source_under_this_name_is_not_believed(folder: Path) -> None:
    check(CLEAN, folder)
    (clean,) = folder.iterdir()
    check(PERSONAL, folder)
    (personal,) = set(folder.iterdir()) - {clean}
    personal.write_bytes(clean.read_bytes())
    assert check(PERSONAL, folder).verdict is hg.Verdict.BLOCK


def test_facts_of_another_shape_are_not_believed(data: Path, folder: Path) -> None:
    entry = entry_of(data, folder)
    entry.write(scan(data, None, {}))
    _, body = entry.path.read_bytes().split(b"\n")
    for odd in (b"{}", body.replace(b'"rows":2', b'"rows":"2"'), body.replace(b"severe", b"dire")):
        assert odd != body
        entry.path.write_bytes(entry._head(odd) + b"\n" + odd)
        assert entry.read() is None


# who may write


@ON_POSIX
def test_the_folder_and_its_entries_are_for_their_owner_alone(data: Path, folder: Path) -> None:
    old = os.umask(0)
    try:
        check(data, folder / "deep" / "er")
    finally:
        os.umask(old)
    (entry,) = (folder / "deep" / "er").iterdir()
    assert stat.S_IMODE(entry.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


@ON_POSIX
@pytest.mark.parametrize("mode", [0o770, 0o777, 0o702, 0o720, 0o1777])
def test_a_folder_that_others_may_write_is_refused(
    data: Path, folder: Path, capsys: pytest.CaptureFixture[str], mode: int
) -> None:
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(hg.UsageError, match="others may write to this folder") as refused:
        hg.inspect(data, cache=folder)
    assert "chmod go-w" in refused.value.remedy
    assert main(["inspect", str(data), "--cache", str(folder)]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)


@ON_POSIX
def test_an_entry_that_others_may_write_is_not_believed(
    data: Path, folder: Path, scans: list[object]
) -> None:
    check(data, folder)
    (entry,) = folder.iterdir()
    entry.chmod(0o666)
    check(data, folder)
    assert len(scans) == 2
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "chown") or os.geteuid() != 0, reason="needs another owner")
def test_a_folder_of_somebody_else_is_refused(data: Path, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    os.chown(folder, 12345, 12345)
    with pytest.raises(hg.UsageError, match="others may write to this folder"):
        hg.inspect(data, cache=folder)


@pytest.mark.parametrize("given", ["", 5, True, [], b"cache"])
def test_what_is_no_folder_is_refused(data: Path, given: Any) -> None:
    with pytest.raises(hg.UsageError, match=r"^cache: this is no folder"):
        hg.inspect(data, cache=given)


@pytest.mark.parametrize("where", ["personal.csv", "personal.csv/cache", "a\0b"])
def test_a_folder_that_cannot_be_made_is_refused_before_anything_is_read(
    data: Path, scans: list[object], where: str
) -> None:
    with pytest.raises(hg.UsageError, match="the cache cannot be written: ") as refused:
        hg.inspect(data, cache=str(data.parent / where))
    assert refused.value.remedy
    assert scans == []


def test_a_folder_that_vanishes_is_one_sentence(data: Path, folder: Path) -> None:
    entry = entry_of(data, folder)
    folder.rmdir()
    with pytest.raises(hg.UsageError, match="the cache cannot be written: no such file"):
        entry.write(scan(data, None, {}))


@ON_POSIX
def test_a_pipe_in_the_place_of_an_entry_makes_nobody_wait(tmp_path: Path) -> None:
    (path,) = write(tmp_path, clean_csv=CLEAN)
    kept = Cache(tmp_path / "cache", {}, None, NOTHING_ASKED).entry(path, None)
    assert kept
    os.mkfifo(kept.path, 0o600)
    assert kept.read() is None


def test_bytes_in_any_view_have_a_digest(tmp_path: Path) -> None:
    every_second = memoryview(b"".join(bytes((byte, 0)) for byte in CLEAN))[::2]
    entry = Cache(tmp_path / "cache", {}, None, NOTHING_ASKED).entry(every_second, "x.csv")
    assert entry
    assert entry.content == hashlib.sha256(CLEAN).hexdigest()
