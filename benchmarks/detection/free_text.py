"""Which personal data inside of made-up remarks are found, cell by cell, in five languages.

The remarks stand in `free_text.yaml`; half of them, by digest, are held back from tuning.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from benchmarks.detection.scores import Share
from hxlguard.analysis import analyzer
from hxlguard.detection import detect_in

SEED = 20_261_122
OF_A_TEMPLATE = 20

ENTITIES = {
    "person": ("PERSON_NAME",),
    "given": ("PERSON_NAME",),
    "phone": ("PHONE_NUMBER",),
    "email": ("EMAIL_ADDRESS",),
    "case": ("CASE_NUMBER", "UNHCR_NUMBER"),
    "id": ("NATIONAL_ID", "TAX_ID"),
    "address": ("STREET_ADDRESS",),
    "coordinates": ("GEO_COORDINATES",),
}
"""A slot of a template to the entities that count as found."""

_PHONES = {
    "en": ("+254 7## ### ###", "0803 ### ####", "07## ######"),
    "fr": ("+223 7# ## ## ##", "6# ## ## ##", "0## ### ## ##"),
    "es": ("+57 31# ### ####", "31########", "5#### ####"),
    "ar": ("+963 944 ### ###", "0944-###-###", "079 ### ####"),
    "uk": ("+380 50 ### ## ##", "050 ### ## ##", "(067) ###-##-##"),
}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Remark:
    """One made-up cell.

    Attributes:
        language: ISO 639-1.
        held: True when its template is held back from tuning.
        template: what it was made from.
        slots: what must be found in it.
        text: the cell.
    """

    language: str
    held: bool
    template: str
    slots: frozenset[str]
    text: str


def remarks(seed: int = SEED) -> list[Remark]:
    """The same remarks for the same seed."""
    document = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    made = []
    for language, words in document.items():
        for template in (*words["personal"], *words["nothing"]):
            chance = random.Random(f"{seed} {language} {template}")
            slots = frozenset(_SLOT.findall(template)) & ENTITIES.keys()
            made += [
                Remark(language, is_held(template), template, slots, text)
                for text in _filled(template, language, words, chance)
            ]
    return made


def is_held(template: str) -> bool:
    """True for the half that is looked at last."""
    return int(hashlib.sha256(template.encode()).hexdigest(), 16) % 2 == 1


def _filled(
    template: str, language: str, words: Mapping[str, Sequence[str]], chance: random.Random
) -> Iterator[str]:
    def value(slot: re.Match[str]) -> str:
        return _value(slot[1], language, words, chance)

    for _ in range(OF_A_TEMPLATE):
        yield _SLOT.sub(value, template)


def _value(
    slot: str, language: str, words: Mapping[str, Sequence[str]], chance: random.Random
) -> str:
    pick = chance.choice
    if slot == "person":
        return f"{pick(words['given'])} {pick(words['family'])}"
    if slot in words:
        return str(pick(words[slot]))
    if slot == "address":
        return str(pick(words["street"]))
    if slot == "coordinates":
        return f"{chance.uniform(-30, 50):.5f}, {chance.uniform(-80, 80):.5f}"
    forms = {
        "phone": _PHONES[language],
        "email": ("contact.#@example.org", "a.team##@example.com"),
        "case": ("LEB-19-0#####", "GBV-2#-00###", "22#####", "245-14C0####"),
        "id": ("1198####231", "04010######", "30######74"),
        "number": ("1##", "2##"),
    }
    return re.sub("#", lambda _: str(chance.randrange(10)), pick(forms[slot]))


def found_by_hxlguard(cells: Sequence[str]) -> list[set[str]]:
    """The entities in each cell, each a table of its own."""
    frame = pl.DataFrame({str(at): [cell] for at, cell in enumerate(cells)})
    seen = detect_in(frame, 1, analyzer(()), [()] * len(cells))
    return [set(one.confirmed.hits) for one in seen]


def found_by_presidio(cells: Sequence[str]) -> list[set[str]]:
    """The same by Presidio's own patterns for every country, without a language model."""
    import logging

    import tldextract
    from presidio_analyzer import RecognizerRegistry
    from presidio_analyzer.nlp_engine import NoOpNlpEngine

    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    # Presidio's e-mail recognizer would fetch the list of public suffixes.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "no_op"}])
    engine.load()
    nothing = engine.process_text("", "en")
    readers = registry.get_recognizers("en", all_fields=True)
    return [
        {
            _NAMED_HERE.get(one.entity_type, one.entity_type)
            for reader in readers
            for one in reader.analyze(cell, reader.supported_entities, nothing) or ()
            if one.score >= 0.35
        }
        for cell in cells
    ]


_NAMED_HERE = {"PERSON": "PERSON_NAME"}


def measured(*, held: bool) -> dict[str, Any]:
    """Recall by language and slot, and the part of plain remarks that are flagged all the same."""
    made = [remark for remark in remarks() if remark.held == held]
    cells = [remark.text for remark in made]
    answers = {"hxlguard": found_by_hxlguard(cells), "presidio": found_by_presidio(cells)}
    return {name: _told(made, found) for name, found in answers.items()}


def _told(made: Sequence[Remark], found: Sequence[set[str]]) -> list[dict[str, Any]]:
    hit: Counter[tuple[str, str]] = Counter()
    all_of: Counter[tuple[str, str]] = Counter()
    counted = frozenset(entity for entities in ENTITIES.values() for entity in entities)
    for remark, entities in zip(made, found, strict=True):
        for slot in remark.slots:
            key = (remark.language, ENTITIES[slot][0])
            all_of[key] += 1
            hit[key] += bool(entities & set(ENTITIES[slot]))
        if not remark.slots:
            key = (remark.language, "(nothing)")
            all_of[key] += 1
            hit[key] += bool(entities & counted)
    return [
        {
            "language": language,
            "entity": entity,
            "found": hit[language, entity],
            "of": total,
            "interval": Share(hit[language, entity], total).as_json()["interval"],
        }
        for (language, entity), total in sorted(all_of.items())
    ]


def table(results: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """The results as lines for a person; remarks made from one template are much alike."""
    lines = ["lang  entity            " + "".join(f"{name:>26}" for name in results)]
    for rows in zip(*results.values(), strict=True):
        first = rows[0]
        shares = (
            f"{row['found']:>5}/{row['of']:<4} {row['interval'][0]:.2f} to {row['interval'][1]:.2f}"
            for row in rows
        )
        lines.append(
            f"{first['language']:<6}{first['entity']:<18}"
            + "".join(f"{share:>26}" for share in shares)
        )
    lines += [
        "",
        "(nothing): plain remarks that are flagged all the same. Without a model for names the",
        "default misses names in lower case, single given names without a cue, names in Arabic",
        "script without a cue, and names that its letters do not give away.",
    ]
    return "\n".join(lines)
