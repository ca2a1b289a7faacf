"""`extends`: which parents are found, and every pin that does not hold."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from hxlguard.agreements import load_agreement
from hxlguard.errors import AgreementError
from hxlguard.model.agreement import Agreement
from tests.facts import agreement, document, permit


def named(name: str, *parents: Agreement, **sections: Any) -> dict[str, Any]:
    made = document(permit("#org"), **sections)
    made["metadata"] = {**made["metadata"], "id": name}
    if parents:
        made["extends"] = [pin(parent) for parent in parents]
    return made


def pin(parent: Agreement, **changes: str) -> dict[str, str]:
    return {"id": parent.id, "version": parent.version, "sha256": parent.sha256, **changes}


def write(path: Path, made: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made, indent=1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "place",
    ["base.yaml", "base.yml", "base.json", "base/agreement.yaml", "../base/agreement.yaml"],
)
def test_a_parent_is_found_beside_its_child(tmp_path: Path, place: str) -> None:
    base = named("base")
    write(tmp_path / "child" / place, base)
    child = write(tmp_path / "child" / "child.json", named("child", load_agreement(base)))
    made = load_agreement(child)
    assert [parent.id for parent in made.parents] == ["base"]
    assert [each.id for each in made.lineage] == ["child", "base"]


def test_a_parent_that_ships_is_found_from_anywhere(tmp_path: Path) -> None:
    shipped = load_agreement("organisation-baseline")
    made = named("child", shipped)
    assert load_agreement(made).parents == (shipped,)
    assert load_agreement(write(tmp_path / "child.yaml", made)).parents == (shipped,)


def test_a_copy_beside_the_file_stands_in_for_one_that_ships(tmp_path: Path) -> None:
    ours = named("organisation-baseline")
    write(tmp_path / "organisation-baseline.yaml", ours)
    child = write(tmp_path / "child.yaml", named("child", load_agreement(ours)))
    assert load_agreement(child).parents[0].sha256 == load_agreement(ours).sha256


def test_a_mapping_gets_its_parents_in_the_call() -> None:
    base = load_agreement(named("base"))
    assert load_agreement(named("child", base), parents=[base]).parents == (base,)


def test_grandparents_come_along_and_a_shared_one_counts_once(tmp_path: Path) -> None:
    base = write(tmp_path / "base.yaml", named("base"))
    left = write(tmp_path / "left.yaml", named("left", load_agreement(base)))
    right = write(tmp_path / "right.yaml", named("right", load_agreement(base)))
    child = named("child", load_agreement(left), load_agreement(right))
    made = load_agreement(write(tmp_path / "child.yaml", child))
    assert [each.id for each in made.lineage] == ["child", "left", "base", "right"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"id": "bas"}, "no agreement `bas` ships or stands beside it; put `bas.yaml` there"),
        ({"version": "1.1"}, "`base` has the version `1.0` and not `1.1`; mend the pin"),
        ({"sha256": "0" * 64}, "`base` 1.0 has another content than the one that is pinned"),
    ],
)
def test_a_pin_that_does_not_hold_is_told_with_its_line(
    tmp_path: Path, changes: dict[str, str], expected: str
) -> None:
    base = load_agreement(write(tmp_path / "base.yaml", named("base")))
    made = {**named("child"), "extends": [pin(base, **changes)]}
    with pytest.raises(AgreementError) as caught:
        load_agreement(write(tmp_path / "child.yaml", made))
    (found,) = caught.value.mistakes
    assert expected in found
    assert found.startswith("line ")
    assert ", /extends/0: " in found
    assert caught.value.where == "child.yaml"


def test_the_digest_to_pin_is_told(tmp_path: Path) -> None:
    base = load_agreement(write(tmp_path / "base.yaml", named("base")))
    made = {**named("child"), "extends": [pin(base, sha256="0" * 64)]}
    with pytest.raises(AgreementError, match=f"write `sha256: {base.sha256}`"):
        load_agreement(write(tmp_path / "child.yaml", made))


def test_a_file_with_another_id_is_no_parent(tmp_path: Path) -> None:
    other = load_agreement(write(tmp_path / "base.yaml", named("other")))
    made = {**named("child"), "extends": [pin(other, id="base")]}
    with pytest.raises(AgreementError, match="holds the agreement `other` and not `base`"):
        load_agreement(write(tmp_path / "child.yaml", made))


def test_a_parent_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    base = load_agreement(named("base"))
    (tmp_path / "base.yaml").write_text("apiVersion: [", encoding="utf-8")
    with pytest.raises(AgreementError) as caught:
        load_agreement(write(tmp_path / "child.yaml", named("child", base)))
    assert caught.value.where == "base.yaml"


def test_an_agreement_never_extends_itself(tmp_path: Path) -> None:
    one, other = named("one"), named("other")
    other["extends"] = [{"id": "one", "version": "1.0", "sha256": "1" * 64}]
    one["extends"] = [{"id": "other", "version": "1.0", "sha256": digest(other)}]
    write(tmp_path / "other.yaml", other)
    with pytest.raises(AgreementError, match="extend itself") as caught:
        load_agreement(write(tmp_path / "one.yaml", one))
    assert "(`one` -> `other` -> `one`)" in str(caught.value)


def digest(made: dict[str, Any]) -> str:
    text = json.dumps(made, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_line_of_parents_has_an_end(tmp_path: Path) -> None:
    above = load_agreement(write(tmp_path / "a0.yaml", named("a0")))
    for number in range(1, 9):
        above = load_agreement(write(tmp_path / f"a{number}.yaml", named(f"a{number}", above)))
    assert len(above.lineage) == 9
    with pytest.raises(AgreementError, match="more than 8 agreements extend each other"):
        load_agreement(write(tmp_path / "last.yaml", named("last", above)))


def test_the_number_of_parents_has_an_end(tmp_path: Path) -> None:
    parents = [
        load_agreement(write(tmp_path / f"p{number}.yaml", named(f"p{number}")))
        for number in range(33)
    ]
    assert load_agreement(write(tmp_path / "child.yaml", named("child", *parents[:32]))).parents
    with pytest.raises(AgreementError, match="more than 32 agreements are extended"):
        load_agreement(write(tmp_path / "child.yaml", named("child", *parents)))


def test_an_agreement_shows_nothing_of_its_parents_in_one_line() -> None:
    base = agreement(permit("#org"))
    made = load_agreement(named("child", base), parents=[base])
    assert repr(made) == "<Agreement child 1.0>"
