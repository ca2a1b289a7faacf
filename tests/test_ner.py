"""A model for names that is on disk looks at every text; one that is not is refused at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from hxlguard import Inspection, UsageError, check, inspect
from hxlguard.analysis import LONGEST_TEXT, analyzer
from hxlguard.cli import main
from hxlguard.detection import detect, detect_in
from hxlguard.model.location import Rows
from hxlguard.ner_choice import chosen_ner

PERSON, PLACE = "Zorbek Quillane", "Vantara"
TAUGHT = [
    ("yesterday {} came", PERSON, "PERSON"),
    ("we saw {} twice", PERSON, "PERSON"),
    ("road to {} closed", PLACE, "GPE"),
    ("no access to {} now", PLACE, "GPE"),
    ("water point repaired", "", ""),
    ("kits handed out in the camp", "", ""),
]


def trained(labels: dict[str, str]) -> object:
    """A tiny model that knows one person and one place."""
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    examples = []
    for template, name, label in TAUGHT:
        at = template.find("{}")
        spans = [(at, at + len(name), labels[label])] if name else []
        doc = nlp.make_doc(template.format(name))
        examples.append(Example.from_dict(doc, {"entities": spans}))
    for label in labels.values():
        ner.add_label(label)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    nlp.meta["name"], nlp.meta["version"] = "tiny", "0.1.0"
    return nlp


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    trained({"PERSON": "PERSON", "GPE": "GPE"}).to_disk(folder)
    return folder


def choice(model: Path) -> dict[str, str]:
    return {"engine": "spacy", "model": str(model)}


def remarks(*cells: str) -> pl.DataFrame:
    return pl.DataFrame({"Remark": cells})


def detections(found: Inspection) -> dict[str, tuple[int, tuple[int, ...]]]:
    (column,) = found.sources[0].tables[0].columns
    return {
        each.entity: (each.matched, each.rows.first)
        for each in column.finding.detections
        if each.entity != "FREE_TEXT"
    }


CELLS = ("water point repaired", f"yesterday {PERSON} came", f"road to {PLACE} closed", "12")


def test_every_text_is_looked_at(model: Path) -> None:
    assert detections(inspect(remarks(*CELLS))) == {}
    found = detections(inspect(remarks(*CELLS), ner=choice(model)))
    assert found.keys() == {"PERSON_NAME", "PLACE_NAME"}
    assert found["PERSON_NAME"][0] == found["PLACE_NAME"][0] == 1


def test_one_name_in_many_thousand_texts_is_found(model: Path) -> None:
    cells = [CELLS[0]] * 3_000
    cells[2_345] = CELLS[1]
    looker = analyzer((), chosen_ner(choice(model)))
    (seen,) = detect_in(pl.DataFrame({"1": cells}), 1, looker, [()])
    assert seen.confirmed.hits["PERSON_NAME"].rows == Rows.of([2_346])


def test_a_name_far_back_in_a_text_is_found(model: Path) -> None:
    cell = "no. " * LONGEST_TEXT + f"we saw {PERSON} twice"
    assert "PERSON_NAME" in detections(inspect(remarks(cell, "none"), ner=choice(model)))


def test_what_recognizers_find_counts_once(model: Path) -> None:
    cells = ["saw Mrs. Amina Khalil", f"we saw {PERSON} twice", f"Mr. Oran Belk saw {PERSON} twice"]
    found = detections(inspect(remarks(*cells), ner=choice(model)))
    assert found["PERSON_NAME"][0] == 3


def test_batches_make_no_difference(model: Path) -> None:
    looker = analyzer((), chosen_ner(choice(model)))
    frame = pl.DataFrame({"1": CELLS * 3})

    def batches(names: object) -> list[tuple[int, pl.DataFrame]]:
        return [(1, frame[:5]), (6, frame[5:])]

    assert detect(batches, {"1": ()}, looker) == detect_in(frame, 1, looker, [()])


def test_the_report_says_which_model(model: Path) -> None:
    inspection = inspect(remarks(*CELLS), ner=choice(model))
    told = json.loads(inspection.to_json())["sources"][0]["ner"]
    assert {key: told[key] for key in ("engine", "name", "version")} == {
        "engine": "spacy",
        "name": "en_tiny",
        "version": "0.1.0",
    }
    assert told["sha256"] in inspection.to_text()
    assert str(model) not in inspection.to_text() + inspection.to_json()


def test_a_check_looks_with_it_too(model: Path) -> None:
    call = {"agreement": "public-3w", "on": "2026-11-21"}
    without, beside = (check(remarks(*CELLS), ner=ner, **call) for ner in (None, choice(model)))
    assert all("PERSON_NAME" not in str(each.observed) for each in without.violations)
    assert any("PERSON_NAME" in str(each.observed) for each in beside.violations)


def test_another_model_is_another_entry_of_the_cache(model: Path, tmp_path: Path) -> None:
    data, folder = tmp_path / "remarks.csv", tmp_path / "cache"
    data.write_text("Remark\n" + "\n".join(CELLS) + "\n", "utf-8")
    for _ in range(2):
        assert detections(inspect(data, cache=folder)) == {}
        assert "PERSON_NAME" in detections(inspect(data, cache=folder, ner=choice(model)))
    changed = tmp_path / "changed"
    shutil.copytree(model, changed)
    (changed / "note.txt").write_text("changed", "utf-8")
    inspect(data, cache=folder, ner=choice(changed))
    assert len(list(folder.iterdir())) == 3


def test_the_command_line_takes_a_file(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, named = tmp_path / "remarks.csv", tmp_path / "ner.yaml"
    data.write_text("Remark\n" + "\n".join(CELLS) + "\n", "utf-8")
    shutil.copytree(model, tmp_path / "models" / "tiny")
    named.write_text("ner: {engine: spacy, model: models/tiny}\n", "utf-8")
    assert main(["inspect", str(data), "--ner", str(named)]) == 0
    assert "PERSON_NAME in 1 cell" in capsys.readouterr().out


def bare(folder: Path) -> Path:
    folder.mkdir()
    return folder


def without_people(folder: Path) -> Path:
    trained({"PERSON": "PRODUCT", "GPE": "GPE"}).to_disk(folder)
    return folder


def damaged(folder: Path, model: Path, part: str) -> Path:
    shutil.copytree(model, folder)
    (folder / part).write_text("{", "utf-8")
    return folder


REFUSED = {
    "no model anywhere": lambda at, model: {"engine": "spacy", "model": "en_core_web_lg"},
    "no package of such a name": lambda at, model: {"engine": "spacy", "model": "json"},
    "no folder": lambda at, model: choice(at / "absent"),
    "an empty folder": lambda at, model: choice(bare(at / "bare")),
    "a name that no file has": lambda at, model: {"engine": "spacy", "model": "a\0b"},
    "no names of people": lambda at, model: choice(without_people(at / "places")),
    "no description": lambda at, model: choice(damaged(at / "damaged", model, "meta.json")),
    "no settings": lambda at, model: choice(damaged(at / "damaged", model, "config.cfg")),
    "no weights": lambda at, model: choice(damaged(at / "damaged", model, "ner/model")),
    "another engine": lambda at, model: {"engine": "stanza", "model": str(model)},
    "no engine": lambda at, model: {"model": str(model)},
    "no mapping": lambda at, model: 12,
    "no file": lambda at, model: at / "absent.yaml",
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    make: object, model: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as refused:
        inspect(remarks(*CELLS), ner=make(tmp_path, model))
    assert "\n" not in str(refused.value)
    assert refused.value.remedy or refused.value.what.startswith("the file cannot be read")


@pytest.mark.parametrize(
    "text", ["", "ner:", "ner: {engine: spacy}", "[", "\0", "engine: spacy\nmodel: x", "ner: " * 99]
)
def test_a_file_without_a_model_is_one_line_and_status_two(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, named = tmp_path / "remarks.csv", tmp_path / "ner.yaml"
    data.write_text("Remark\nnone\n", "utf-8")
    named.write_text(text, "utf-8")
    assert main(["inspect", str(data), "--ner", str(named)]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("hxlguard: error: ner.yaml: ")
    assert error.count("\n") == 1
