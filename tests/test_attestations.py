"""Documents of attestations: read as strictly as agreements, and every clause must be there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hxlguard.agreements import load_agreement
from hxlguard.agreements.attestations import load_attestations
from hxlguard.agreements.schema import attestations_schema_text
from hxlguard.errors import AgreementError, HxlguardError
from hxlguard.model.agreement import Agreement
from hxlguard.shipped import schema_text
from tests.facts import ALL, document, forbid, require

SAID = {"clause": "enc", "by": "rei", "date": "2026-11-20", "statement": "Encrypted."}
YAML = """\
apiVersion: hxlguard/v1
kind: Attestations
attestations:
  - {clause: enc, by: rei, date: "2026-11-20", statement: Encrypted.}
  - {clause: ids, by: rei, date: "2026-11-20", statement: Keyed.}
"""


def paper(*said: dict[str, Any]) -> dict[str, Any]:
    return {"apiVersion": "hxlguard/v1", "kind": "Attestations", "attestations": list(said)}


@pytest.fixture
def under() -> Agreement:
    flow = {
        "transfer": [{"id": "enc", "require": "encrypted-container"}],
        "obligations": [{"id": "dpia"}],
    }
    made = document(
        ALL,
        require({"do": "pseudonymise"}, id="ids", tags=["#meta+id"]),
        forbid(id="no-geo", tags=["#geo"]),
    )
    made["flows"][0].update(flow)
    return load_agreement(made)


def test_yaml_json_and_a_mapping_say_the_same(tmp_path: Path, under: Agreement) -> None:
    yaml, json_file = tmp_path / "said.yaml", tmp_path / "said.json"
    yaml.write_text(YAML, encoding="utf-8")
    made = paper(SAID, {**SAID, "clause": "ids", "statement": "Keyed."})
    json_file.write_text(json.dumps(made), encoding="utf-8")
    read = [load_attestations(each, [under]) for each in (yaml, str(json_file), made, [made])]
    assert all(each == read[0] for each in read)
    assert [each.clause for each in read[0]] == ["enc", "ids"]
    assert load_attestations([yaml, made], [under]) == read[0] * 2
    assert load_attestations(None, [under]) == load_attestations([], [under]) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"clause": "encr"}, "/attestations/0/clause: no clause `encr` that an attestation can"),
        ({"clause": "encr"}, "did you mean `enc`?"),
        ({"clause": "no-geo"}, "no clause `no-geo` that an attestation can settle"),
        ({"agreement": "shrt"}, "/attestations/0/agreement: unknown agreement `shrt`; did you"),
        ({"date": "20 Nov"}, "/attestations/0/date: `20 Nov` is not a date"),
        ({"until": "2026-01-01"}, "`until` lies before `date`, so it never counts"),
        ({"statement": ""}, "/attestations/0/statement: must not be empty"),
        ({"dataset_sha256": "abc"}, "/attestations/0/dataset_sha256: `abc` does not have the form"),
        ({"signed": True}, "/attestations/0/signed: unknown key `signed`"),
    ],
)
def test_a_mistake_is_named(under: Agreement, changes: dict[str, Any], expected: str) -> None:
    with pytest.raises(AgreementError) as caught:
        load_attestations(paper({**SAID, **changes}), [under])
    assert any(expected in found for found in caught.value.mistakes), caught.value.mistakes


def test_a_mistake_has_its_line(tmp_path: Path, under: Agreement) -> None:
    path = tmp_path / "said.yaml"
    path.write_text(YAML.replace("clause: ids", "clause: idz"), encoding="utf-8")
    with pytest.raises(AgreementError) as caught:
        load_attestations(path, [under])
    assert str(caught.value).startswith("said.yaml: cannot be used, line 5, /attestations/1/clause")


@pytest.mark.parametrize("source", [5, b"said.yaml", "", "nowhere.yaml", [None], {}, {"a": 1}])
def test_what_is_no_attestation_is_refused(source: Any, under: Agreement) -> None:
    with pytest.raises(HxlguardError):
        load_attestations(source, [under])


def test_an_agreement_is_no_attestation(under: Agreement) -> None:
    with pytest.raises(AgreementError) as caught:
        load_attestations(document(ALL), [under])
    assert any(
        "`SharingAgreement`, and not an attestation" in each for each in caught.value.mistakes
    )


def test_a_parents_clause_may_be_attested(under: Agreement) -> None:
    made = document(ALL, metadata={"id": "child"})
    made["extends"] = [{"id": under.id, "version": under.version, "sha256": under.sha256}]
    child = load_agreement(made, parents=[under])
    assert load_attestations(paper({**SAID, "agreement": under.id}), [child])


def test_the_committed_schema_is_the_generated_one() -> None:
    assert schema_text("attestations") == attestations_schema_text(), "run `make schemas`"
    schema = json.loads(attestations_schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(paper(SAID))
