"""Loading: what is accepted, and every mistake with its line, its path and a hint."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.agreements import load_agreement
from hxlguard.agreements.reading import UnreadableText, read_text
from hxlguard.agreements.schema import agreement_schema_text
from hxlguard.errors import AgreementError, UsageError
from hxlguard.model.ordered import Level
from hxlguard.shipped import policy_names, schema_text
from tests.effort import effort
from tests.facts import SHORT, document, forbid, permit, require
from tests.strategies import documents

SHORTEST = """\
apiVersion: hxlguard/v1
kind: SharingAgreement
metadata: {id: 3w-public, version: "1.0", title: Public 3W, status: active}
validity: {from: "2026-01-01", until: "2026-12-31"}
flows:
  - id: public
    recipients: [public]
    purposes: {permit: [public-information]}
    unit_of_record: activity
    sensitivity_ceiling: low
    rules:
      - {id: what, effect: permit, match: {tags: ["#org", "#sector", "#adm1", "#adm2"]}, text: "x"}
"""


def write(folder: Path, text: str, name: str = "a.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(source: Any) -> tuple[str, ...]:
    with pytest.raises(AgreementError) as caught:
        load_agreement(source)
    assert caught.value.mistakes
    assert caught.value.mistakes[0] in str(caught.value)
    return caught.value.mistakes


def test_the_shortest_agreement_has_safe_defaults(tmp_path: Path) -> None:
    made = load_agreement(write(tmp_path, SHORTEST))
    defaults = made.document.defaults
    assert (defaults.columns, defaults.untagged, defaults.hidden) == ("deny", "forbid", "hold")
    assert (defaults.detection.act_at, defaults.detection.hold_at) == ("0.60", "0.35")
    assert (made.id, made.version, made.timezone, made.name) == (
        "3w-public",
        "1.0",
        "UTC",
        "a.yaml",
    )
    assert made.lines["/flows/0/rules/0"] == 12
    assert load_agreement(made) is made
    bare = copy.deepcopy(SHORT)
    del bare["metadata"]["status"], bare["flows"][0]["sensitivity_ceiling"]
    left_out = load_agreement(bare).document
    assert (left_out.metadata.status, left_out.flows[0].sensitivity_ceiling) == ("draft", Level.LOW)


def test_the_example_of_the_design_loads(shared: Path) -> None:
    made = load_agreement(shared / "design" / "isp-sahelia.example.yaml")
    assert [flow.id for flow in made.document.flows] == ["msna-microdata-to-ocha", "3w-public-hdx"]
    assert made.document.waivers[0].clauses[0] == "c-no-coords"


def test_every_mistake_is_reported_at_once_with_line_path_and_hint(tmp_path: Path) -> None:
    text = (
        SHORTEST.replace("recipients: [public]", "recipient: [public]")
        .replace("effect: permit", "effect: permt")
        .replace('until: "2026-12-31"', 'until: "2026-02-30"')
        .replace("sensitivity_ceiling: low", "sensitivity_ceiling:")
    )
    assert mistakes(write(tmp_path, text)) == (
        'line 4, /validity/until: `2026-02-30` is not a date; write it in quotes like "2026-12-31"',
        "line 6, /flows/0: `recipients` is missing",
        "line 7, /flows/0/recipient: unknown key `recipient`; did you mean `recipients`?",
        "line 10, /flows/0/sensitivity_ceiling: left empty; give a value or leave the key out",
        "line 12, /flows/0/rules/0/effect: `permt` is not allowed here; did you mean `permit`?"
        " choose one of `forbid`, `permit`, `require`",
    )


def test_mistakes_of_every_layer_come_together(tmp_path: Path) -> None:
    text = (
        SHORTEST.replace('"#sector"', '"#sector+"')
        .replace("status: active", "status: actve")
        .replace("flows:", 'defaults: {detection: {act_at: "1"}}\nflows:')
        + '      - {id: what, effect: forbid, match: {tags: ["#geo"]}}\n'
    )
    assert [found.partition(":")[0] for found in mistakes(write(tmp_path, text))] == [
        "line 3, /metadata/status",
        "line 5, /defaults/detection",
        "line 13, /flows/0/rules/0/match/tags/1",
        "line 14, /flows/0/rules/1/id",
    ]


def test_what_makes_the_text_itself_doubtful_comes_first(tmp_path: Path) -> None:
    text = SHORTEST.replace("status: active", "status: actve") + "kind: &x SharingAgreement\n"
    found = mistakes(write(tmp_path, text))
    assert [each.partition(":")[0] for each in found] == [
        "line 13, /kind",
        "line 13, /kind",
        "line 3, /metadata/status",
    ]


@pytest.mark.parametrize("name", ["ours", "ours.txt", "ours.yml"])
def test_a_file_is_opened_whatever_its_suffix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, SHORTEST, name)
    assert load_agreement(name).id == "3w-public"


def test_a_file_never_takes_the_place_of_a_shipped_agreement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, SHORTEST, "public-3w")
    assert load_agreement("public-3w").id == "public-3w"


@pytest.mark.parametrize("name", [".", "folder", "folder/", "./folder"])
def test_a_folder_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(AgreementError, match="is a directory") as caught:
        load_agreement(name)
    assert caught.value.where == (name.strip("./") or name)


@pytest.mark.parametrize(
    ("data", "is_json", "line", "expected"),
    [
        (b"a: 1\nb: \x00", False, 2, "the character U+0000 may not stand in it; remove it"),
        (b"a:\n\tb: 1", False, 2, "a tab stands where only spaces may"),
        (b"a: 1\nb: c: d", False, 2, "a colon too many"),
        (b"a: 1\nb: [1", False, 2, "a bracket is opened and never closed"),
        (b"a: 1\nb: 'x", False, 2, "a quote is opened and never closed"),
        (b"a: 1\nb: @x", False, 2, "put the text in quotes"),
        (b'a: 1\nb: "\\q"', False, 2, "a backslash"),
        (b"- a\nb: 1", False, 2, "the indent does not fit"),
        (b'{"a": 1\n "b": 2}', True, 2, "a comma is missing"),
        (b'{"a":\n }', True, 2, "a value is missing"),
        (b'{"a": 1,\n b: 2}', True, 2, "a key without double quotes"),
        (b'{"a": 1}\n{}', True, 2, "something stands after the end"),
    ],
)
def test_broken_text_is_told_in_our_words_with_its_line(
    data: bytes, is_json: bool, line: int, expected: str
) -> None:
    with pytest.raises(UnreadableText) as caught:
        read_text(data, is_json=is_json)
    assert expected in caught.value.mistake.what
    assert caught.value.mistake.line == line


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"metadata": {"version": 1}}, "/metadata/version: must be text; put it in quotes"),
        ({"validity": {"timezone": "Mars/Base"}}, "/validity/timezone: `Mars/Base` is not a time"),
        ({"validity": {"until": "2025-01-01"}}, "/validity/until: lies before `from`"),
        ({"defaults": {"detection": {"act_at": "0.2"}}}, "`hold_at` is above `act_at`"),
        ({"defaults": {"detection": {"act_at": "1", "hold_at": "1"}}}, "`act_at` is above 0.95"),
        ({"defaults": {"detection": {"act_at": "0.951"}}}, "/defaults/detection: `act_at` is abo"),
        ({"defaults": {"detection": {"act_at": "0.9", "hold_at": "0.61"}}}, "is above 0.60"),
        ({"defaults": {"detection": {"act_at": "2"}}}, "/defaults/detection/act_at: `2` does not"),
        ({"defaults": {"untagged": "allow"}}, "`allow` is not allowed here"),
        ({"flow": {"recipients": []}}, "/flows/0/recipients: must not be empty"),
        ({"flow": {"sender": "rei"}, "parties": [{"id": "public"}]}, "unknown party `rei`"),
        (
            {"vocabulary": {"purposes": {"public-informations": {}}}},
            "unknown purpose `public-information`; did you mean `public-informations`?",
        ),
        (
            {"vocabulary": {"purposes": {"a": {"broader": "b"}, "b": {"broader": "a"}}}},
            "/vocabulary/purposes/a/broader: `a` is broader than itself",
        ),
    ],
)
def test_a_mistake_is_named(change: dict[str, Any], expected: str) -> None:
    assert any(expected in found for found in mistakes(document(permit("#org"), **change)))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (permit("#contact+*"), "/flows/0/rules/0/match/tags/0: `#contact+*` is not a tag pattern"),
        (permit("#org-x!"), "is not a tag pattern"),
        ({**permit("#org"), "match": {}}, "must not be empty"),
        ({**permit("#org"), "match": {"except": ["#org"]}}, "`except` needs `tags` beside it"),
        ({**permit("#org"), "match": {"tags": None}}, "left empty"),
        (forbid(tags=["#org"], min_coverage="0.1"), "`min_coverage` needs `entities` beside it"),
        (
            forbid(entities=["person name"]),
            "`person name` does not have the form of an entity like `PERSON_NAME`",
        ),
        (forbid(admin_level={"at_least": 7}), "must be at most 6"),
        (forbid(admin_level={}), "`at_least` is missing"),
        (require({"do": "round_coordinates", "decimals": 7}, tags=["#geo"]), "must be at most 6"),
        (require({"do": "round"}, tags=["#geo"]), "`round` is not allowed here"),
        (require({"do": ["round"]}, tags=["#geo"]), "/with/0/do: this is not allowed here"),
        ({**permit("#org"), "effect": {}}, "/flows/0/rules/0/effect: this is not allowed here"),
        (require(tags=["#geo"]), "/flows/0/rules/0/with: must not be empty"),
        ("permit everything", "/flows/0/rules/0: must be a mapping"),
    ],
)
def test_a_mistake_in_a_rule_is_named(rule: Any, expected: str) -> None:
    found = mistakes(document(rule))
    assert any(expected in mistake for mistake in found), found


@pytest.mark.parametrize(
    "key",
    ["entities", "sensitivity", "min_coverage", "location", "admin_level", "unheard-of"],
)
def test_what_detection_finds_can_never_permit(key: str) -> None:
    rule = permit("#org")
    rule["match"][key] = ["PERSON_NAME"]
    (found,) = mistakes(document(rule))
    assert f"/flows/0/rules/0/match/{key}: unknown key `{key}`" in found


def test_guardrails_hold_no_permit() -> None:
    assert "`permit` is not allowed here" in mistakes(document(clauses=[permit("#org")]))[0]


def test_ids_are_unique_across_sections() -> None:
    made = document(permit("#org", id="x"), clauses=[forbid(id="x", tags=["#geo"])])
    assert mistakes(made) == (
        "/flows/0/rules/0/id: the clause id `x` is taken by /clauses/0; give it another one",
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("1.10", "1.10"),
        ("2026-01-01", "2026-01-01"),
        ("0o14", "0o14"),
        ("007", "007"),
        ("12:30", "12:30"),
        (".inf", ".inf"),
        ("12", 12),
        ("-3", -3),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ('"12"', "12"),
        ("|\n  a\n  b\n", "a\nb\n"),
    ],
)
def test_scalars_are_yaml_1_2_core(text: str, value: object) -> None:
    assert read_text(f"key: {text}".encode(), is_json=False).value == {"key": value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: &x 2", "anchors and aliases are not allowed"),
        ("a: 1\nb: *x", "anchors and aliases are not allowed"),
        ("a: 1\nb: !!str 2", "YAML tags are not allowed"),
        ("a: 1\nb: !local 2", "YAML tags are not allowed"),
        ("a: 1\na: 2", "the key `a` stands twice"),
        ("a: 1\n<<: {b: 2}", "merge keys are not allowed"),
    ],
)
def test_what_surprises_is_refused_with_its_line(text: str, expected: str) -> None:
    (found,) = read_text(text.encode(), is_json=False).mistakes
    assert expected in found.what
    assert found.line == 2


@pytest.mark.parametrize(
    ("data", "is_json", "expected"),
    [
        (b"", False, "empty"),
        (b"a: [", False, "not valid YAML"),
        (b"a: \x00", False, "not valid YAML"),
        (b"\xff\xfe", False, "not UTF-8"),
        (b"a: 1\n---\nb: 2", False, "more than one document"),
        (b"? [a]\n: 1", False, "a key must be a plain word"),
        (b"[" * 100_000, False, "nested deeper than 32"),
        (b"- " * 100_000, False, "nested deeper than 32"),
        (b"[" * 40 + b"]" * 40, True, "nested deeper than 32"),
        (b"[" * 500_000, True, "nested deeper than 32"),
        (b"[" + b"1," * 30_000 + b"1]", False, "more than 20,000 values"),
        (b"[" + b"1," * 30_000 + b"1]", True, "more than 20,000 values"),
        (b"#" * ((1 << 20) + 1), False, "larger than 1 MiB"),
        (b'{"a": }', True, "not valid JSON"),
        (b'a: "\\UFFFFFFFF"', False, "not valid YAML"),
        (b"%YAML 1." + b"9" * 5000 + b"\n---\na: 1", False, "not valid YAML"),
    ],
)
def test_hostile_or_broken_text_is_refused(data: bytes, is_json: bool, expected: str) -> None:
    with pytest.raises(UnreadableText) as caught:
        read_text(data, is_json=is_json)
    assert expected in caught.value.mistake.what


def test_json_repeats_no_key_and_knows_its_lines(tmp_path: Path) -> None:
    text = json.dumps(SHORT, indent="\t").replace('"kind"', '"kind": "x",\n\t"kind"')
    assert mistakes(write(tmp_path, text, "a.json")) == (
        "line 4, /kind: the key `kind` stands twice",
    )
    whole = load_agreement(write(tmp_path, json.dumps(SHORT, indent="\t"), "b.json"))
    assert whole.lines["/validity"] == 10
    assert whole.sha256 == load_agreement(SHORT).sha256


@pytest.mark.parametrize("text", ["name,phone\nAwa,123", "[1, 2]", '{"features": []}', "a: {b: c}"])
def test_a_data_file_is_no_agreement_and_is_not_quoted(tmp_path: Path, text: str) -> None:
    (found,) = mistakes(write(tmp_path, text))
    assert found == "not an agreement: it does not begin with `apiVersion` and `kind`"


def test_a_missing_file_or_name_lists_what_ships() -> None:
    with pytest.raises(UsageError, match="did you mean `public-3w`"):
        load_agreement("public-3v")
    with pytest.raises(AgreementError, match="organisation-baseline"):
        load_agreement("nowhere.yaml")


def test_values_that_are_not_plain_are_refused() -> None:
    assert "not plain values" in mistakes({"apiVersion": object()})[0]


def test_the_committed_schema_is_the_generated_one() -> None:
    assert schema_text("agreement") == agreement_schema_text()
    jsonschema.Draft202012Validator.check_schema(json.loads(agreement_schema_text()))


def test_an_unknown_schema_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="`agreement`"):
        schema_text("nothing")


def test_two_agreements_ship() -> None:
    assert {"public-3w", "organisation-baseline"} <= {*policy_names()}


@given(documents())
def test_schema_and_models_accept_the_same_documents(made: dict[str, Any]) -> None:
    assert load_agreement(made).document.model_dump(
        mode="json", by_alias=True, exclude_unset=True
    ) == json.loads(json.dumps(made))


@effort(2)
@given(st.text("ab:-?{}[]\"'\\U0F&*!%<> \n\t#|", max_size=40), st.booleans())
def test_any_text_is_read_or_refused_never_a_crash(text: str, is_json: bool) -> None:
    with contextlib.suppress(UnreadableText):
        assert read_text(text.encode(), is_json=is_json).lines[""] >= 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 99) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from(["flows", "clauses", "metadata", "classification", "waivers", "new"]),
)
def test_any_value_anywhere_is_refused_or_loaded_never_a_crash(value: Any, key: str) -> None:
    made = {**copy.deepcopy(SHORT), key: value}
    with contextlib.suppress(AgreementError):
        assert load_agreement(made).id == "short"


def test_an_agreement_shows_itself_in_one_line() -> None:
    assert repr(load_agreement("public-3w")) == "<Agreement public-3w 1.0>"


@pytest.mark.parametrize(
    ("kind", "option"),
    [("SensitivityClassification", "--classification"), ("Attestations", "--attest")],
)
def test_a_document_of_another_kind_is_told_where_it_belongs(kind: str, option: str) -> None:
    (found,) = mistakes({**document(permit("#org")), "kind": kind, "unheard-of": 1})
    assert found == f"/kind: `{kind}`, and not an agreement; give it to `{option}`"


def test_the_name_of_a_classification_is_told_where_it_belongs() -> None:
    with pytest.raises(UsageError, match="classification and no agreement; give it to `--class"):
        load_agreement("ukraine")


@pytest.mark.parametrize("name", ["agreement", "attestations", "classification"])
def test_every_form_that_a_schema_asks_for_is_described(name: str) -> None:
    """A pattern is no message for people."""

    def forms(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, dict):
            yield from [node] if isinstance(node.get("pattern"), str) else []
        for child in node.values() if isinstance(node, dict) else node:
            yield from forms(child) if isinstance(child, dict | list) else ()

    found = list(forms(json.loads(schema_text(name))))
    assert found
    assert all("description" in form for form in found)
