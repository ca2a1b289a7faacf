"""What Presidio leaves out or lets out, the adapter does not."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor

import polars as pl
import pytest
import regex
from presidio_analyzer import EntityRecognizer

from hxlguard import Verdict, analysis, check, profiling
from hxlguard.analysis import Analyzer, CheckFailedError
from hxlguard.detection import detect_in

SLOW = "a" * 60 + "@relief.example"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Analyzer:
    """An analyzer whose pattern for e-mail addresses runs away on a row of letters."""
    monkeypatch.setattr(analysis, "PATTERN_SECONDS", 0.05)
    looker = Analyzer(("SY",))
    (recognizer,) = looker.recognizers("EMAIL_ADDRESS")
    runaway = regex.compile(r"(?:a|aa)+[0-9]|omar@\S+")
    recognizer.patterns[0].compiled_regex = analysis._Strict(runaway)
    return looker


def test_a_pattern_that_runs_out_of_time_fails(slow: Analyzer) -> None:
    with pytest.raises(CheckFailedError):
        slow.score("EMAIL_ADDRESS", SLOW)


def test_one_cell_that_fails_hides_no_other(slow: Analyzer) -> None:
    cells = pl.DataFrame({"a": [SLOW, "x"], "b": ["omar@relief.example", "y"]})
    first, second = (seen.confirmed for seen in detect_in(cells, 1, slow, [(), ()]))
    assert (first.failed, dict(first.hits)) == (frozenset({"EMAIL_ADDRESS"}), {})
    assert (second.failed, second.hits["EMAIL_ADDRESS"].rows.count) == (frozenset(), 1)


def test_a_check_that_fails_holds_the_release(
    slow: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profiling, "analyzer", lambda regions, ner: slow)
    for source in (f"#org\n{SLOW}\n", f"{SLOW},x\nOrg,Sector\n#org,#sector\na,b\n"):
        report = check(source.encode(), agreement="public-3w", on="2026-11-21")
        assert report.verdict is Verdict.HOLD
        assert "check-failed" in {found.kind for found in report.unknowns}


@pytest.mark.parametrize("error", [ValueError, KeyError, RecursionError])
def test_a_recognizer_that_breaks_fails_without_its_words(
    error: type[Exception], slow: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise error("cannot parse amina@relief.example")

    monkeypatch.setattr(slow.recognizers("EMAIL_ADDRESS")[0], "analyze", broken)
    with pytest.raises(CheckFailedError) as failed:
        slow.score("EMAIL_ADDRESS", "amina@relief.example")
    assert "amina" not in str(failed.value)
    assert failed.value.__suppress_context__


def test_what_presidio_logs_of_a_text_stays_inside(
    slow: Analyzer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("presidio-analyzer")

    def chatty(text: str, *_: object) -> list[object]:
        logger.error("failed to validate %s", text)
        return []

    monkeypatch.setattr(slow.recognizers("EMAIL_ADDRESS")[0], "analyze", chatty)
    caplog.clear()
    slow.score("EMAIL_ADDRESS", "amina@relief.example")
    assert caplog.text == ""
    logger.error("of somebody else")
    assert "of somebody else" in caplog.text


def test_threads_that_ask_at_once_share_what_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    looker, built = Analyzer(("SY",)), list[str]()
    build = Analyzer._built

    def slowly(self: Analyzer, entity: str) -> list[EntityRecognizer]:
        built.append(entity)
        time.sleep(0.01)
        return build(self, entity)

    monkeypatch.setattr(Analyzer, "_built", slowly)
    with ThreadPoolExecutor(4) as threads:
        found = [*threads.map(looker.recognizers, ["EMAIL_ADDRESS"] * 4)]
    assert built == ["EMAIL_ADDRESS"]
    assert all(each is found[0] for each in found)
    assert len(found[0]) == 1
