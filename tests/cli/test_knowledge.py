"""What the command line tells about kinds and agreements, and takes of them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from hxlguard.agreements.schema import agreement_schema_text
from hxlguard.diff_document import diff_schema_text
from hxlguard.shipped import schema_text
from tests.cli.calls import UNDER_3W, Run
from tests.facts import ALL, document, forbid

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
def test_what_is_shareable_numbers_no_row(run: Run, root: Path, form: str) -> None:
    alone = root / "policies/public-microdata/cases/alone.csv"
    call = ["check", alone, "--agreement", "public-microdata", "--on", "2026-11-21"]
    local, shareable = (run(*call, "--format", form, *more) for more in ([], ["--shareable"]))
    numbered = {"text": "row 33", "json": "33\n"}[form]
    assert numbered in local[1]
    assert numbered not in shareable[1]
    assert local[0] == shareable[0] == 1
