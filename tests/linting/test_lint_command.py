"""`hxlguard agreement lint`: what it prints, and its exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from hxlguard.cli import main
from hxlguard.lint_listing import lint_schema_text
from hxlguard.linting import LINTS
from hxlguard.shipped import schema_text

SOUND = """\
apiVersion: hxlguard/v1
kind: SharingAgreement
metadata: {id: a, version: "1", title: A, status: active}
validity: {from: "2026-01-01", until: "2026-12-31"}
flows:
  - id: f
    recipients: [us]
    purposes: {permit: [p]}
    sensitivity_ceiling: severe
    rules:
      - {id: r, clause: "1", effect: permit, match: {tags: ["#org"]}, text: "Organisations."}
"""
WARNED = SOUND.replace(', text: "Organisations."', "")
UNUSABLE = SOUND.replace('"#org"', '"org name"').replace("recipients: [us]", "recipients: []")


class Linted:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder, self._capsys = folder, capsys

    def __call__(
        self, *texts: str, on: str = "2026-11-21", form: str = "text"
    ) -> tuple[int, str, str]:
        paths = []
        for number, text in enumerate(texts):
            paths.append(self._folder / f"{number}.yaml")
            paths[-1].write_text(text, encoding="utf-8")
        status = main(["agreement", "lint", *map(str, paths), "--on", on, "--format", form])
        return status, *self._capsys.readouterr()


@pytest.fixture
def linted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Linted:
    return Linted(tmp_path, capsys)


def test_nothing_found(linted: Linted) -> None:
    assert linted(SOUND) == (0, "0.yaml: no finding\n", "")


def test_warnings_do_not_fail(linted: Linted) -> None:
    mend = LINTS["HXA101"].mend
    assert linted(WARNED) == (
        0,
        "0.yaml: 1 warning\n"
        "  line 11   warning  HXA101  clause `r` has no `text`\n"
        f"                       mend  {mend}\n",
        "",
    )


def test_an_error_fails_whatever_else_is_sound(linted: Linted) -> None:
    status, out, _ = linted(SOUND, WARNED, on="2027-01-01")
    assert status == 1
    assert out.startswith("0.yaml: 1 error\n  line 4    error    HXA201  the agreement ended")
    assert "1.yaml: 1 error, 1 warning\n" in out


def test_a_document_that_cannot_be_used_is_told_with_all_mistakes_beside_the_others(
    linted: Linted,
) -> None:
    status, out, err = linted(UNUSABLE, WARNED)
    assert status == 2
    assert out.startswith("1.yaml: 1 warning\n")
    assert err.startswith("hxlguard: error: 0.yaml: cannot be used")
    assert len(err.splitlines()) >= 2
    assert "line 7" in err
    assert "line 11" in err


def test_the_json_keeps_its_promise(linted: Linted) -> None:
    status, out, _ = linted(SOUND, WARNED, form="json")
    document = json.loads(out)
    jsonschema.Draft202012Validator(json.loads(lint_schema_text())).validate(document)
    assert status == 0
    assert document["format"] == "hxlguard/lint/v1"
    assert [each["name"] for each in document["agreements"]] == ["0.yaml", "1.yaml"]
    (found,) = document["agreements"][1]["findings"]
    assert (found["code"], found["level"], found["line"]) == ("HXA101", "warning", 11)


def test_the_published_schema_is_that_of_the_types() -> None:
    assert schema_text("lint-v1") == lint_schema_text(), "run `make schemas`"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--on", "tomorrow"], "`tomorrow` is not a date"),
        (["--format", "jsn"], "there is no format `jsn`; did you mean `json`?"),
    ],
)
def test_a_call_that_cannot_be_answered(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agreement", "lint", "public-3w", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_explain_tells_of_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "HXA320"]) == 0
    assert LINTS["HXA320"].meaning in capsys.readouterr().out
    assert main(["explain", "HXA32"]) == 2
    assert "did you mean `HXA" in capsys.readouterr().err
