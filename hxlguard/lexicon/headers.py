"""How a header is read: abbreviations, glued words, function words and group paths put aside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from hxlguard.lexicon.words import LONGEST_HEADER, folded, phrases, tokens

Words = tuple[str, ...]

_PATH = re.compile(r"[^\s/:()]+(?:(?:/|::)[^\s/:()]+)+")
_PARTS = re.compile(r"[/|\n\r()\[\]:;?,–—]|\s-\s")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c80-\uabff\ufb1d-\ufdff]")
_QUESTION_NUMBER = re.compile(r"(?:qn|qst|var|[a-z])?\d+(?:[a-z]|_\d+)?|x")
_ELISION = re.compile(r"^(?:d|l|s|qu|j|n|c|m|t)['’ʼ](?=\w{2})")
_CUT = re.compile(r"([^\W\d_]{3,})\.(?!\w)")
_LETTERS_THEN_NUMBER = re.compile(r"([^\W\d_]{3,})\d{1,2}")
_LONGEST_GLUED, _SHORTEST_GLUED, _LONGEST_PART, _SHORTEST_PART = 40, 6, 20, 4
_UNMISTAKABLE = frozenset({"hhh", "hoh"})
"""Short for the head of a household, and part of no other word."""

_JOINTS = frozenset({"of", "de", "du", "del", "da", "do", "et", "and"})
_NUMBERED = frozenset(
    phrases(
        "phone, telephone, tel, mobile, cell, contact, id, identity, card, case, file, house, "
        "tent, account, passport, registration, serial, document, whatsapp, permit, "
        "license, licence, plate, door, room, shelter, voter, barcode, unhcr, unrwa, ration, "
        "reference, ref, progres, certificate, imei, plot, flat, apartment, block, employee, "
        "personnel, reg, sim"
    )
)
"""Words behind which `no` means number."""

OF_OTHER_SCRIPTS = frozenset({"am", "ar", "bn", "fa", "my", "ne", "ru", "uk", "ur", "zh"})
"""Languages (ISO 639-1) whose words are in no word of plain Latin letters."""

RUNNING = frozenset({"1", "2", "3"})
"""Which of a few people is meant (`informant 1 sex`); a higher number may be an age."""

_BOTH_SEXES = frozenset({"male", "female", "m", "f"})
"""Alone these words say of which sex somebody is, not how many there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a header.

    Attributes:
        words: what it says, as `spelled` gives it.
        around: the words of the group that it stands in, and of the other parts of the header.
    """

    words: Words
    around: Words = ()


@lru_cache(maxsize=4096)
def readings(header: str) -> tuple[Reading, ...]:
    """The ways to read a header: its last path segment, or the whole of it and its parts."""
    text = header.strip()
    if _PATH.fullmatch(text):
        segments = [segment for segment in re.split(r"/|::", text) if segment]
        if all(segment[0].islower() or segment[0] in "_0123456789" for segment in segments):
            *groups, last = (spelled(tokens(segment)) for segment in segments)
            around = tuple(word for group in groups for word in group)
            return (Reading(last, around),)
    whole = spelled(tokens(text))
    parts = [part for part in (spelled(tokens(part)) for part in _parts(text)) if part]
    if len(parts) < 2:
        return (Reading(whole),)
    others = [
        tuple(word for other in parts[:at] + parts[at + 1 :] for word in other)
        for at in range(len(parts))
    ]
    return (Reading(whole), *map(Reading, parts, others))


@lru_cache(maxsize=8192)
def spelled(words: Words) -> Words:
    """The words of a header or of a phrase in full and in one form, without function words.

    `hh_head_nm` and `Name of the household's head` do not become alike, but each of their words
    is then one that phrases are written with. Glued words (`dateofbirth`) come apart where
    words of the lexicon cover the whole of them.
    """
    full = tuple(_numbers_of(tuple(word for each in _acronyms(words) for word in _full(each))))
    start = next((at for at, word in enumerate(full) if not _QUESTION_NUMBER.fullmatch(word)), 0)
    kept = tuple(word for word in full[start:] if word not in _function_words())
    # What stands before nothing but a sex is an age, and no number of a question: `0-5 M`.
    return full if _BOTH_SEXES.issuperset(kept) else kept


def in_latin(words: Words) -> bool:
    """Whether all words, which have lost their accents, are of plain Latin letters."""
    return all(word.isascii() for word in words)


@lru_cache(maxsize=4096)
def cut_short(header: str) -> frozenset[str]:
    """Words that end with a point and mean nothing by themselves: `discap.`, `cins.`."""
    words = _CUT.findall(folded(header[:LONGEST_HEADER]))
    return frozenset(map(_bare, words)) - _abbreviations().keys() - _whole_words()


def without_neutral(words: Words) -> Words:
    """The words but those that change nothing: languages, `code`, `label`, a running number."""
    kept = tuple(word for word in words if word not in neutral())
    if len(kept) > 1 and kept[-1].isdigit() and len(kept[-1]) <= 2 and not kept[-2].isdigit():
        kept = kept[:-1]
    return kept


@cache
def people() -> frozenset[str]:
    """Words for people; next to one of them `name` is the name of a person."""
    return _listed("people")


@cache
def things() -> frozenset[str]:
    """Words for what is no person, and whose name and number identify nobody."""
    return _listed("things")


@cache
def named_after_people() -> frozenset[str]:
    """Words for things that often have the name of a person, and are none."""
    return _listed("named_after_people")


@cache
def counts() -> frozenset[str]:
    """Words that make a column one of figures about many."""
    return _listed("counts")


@cache
def of_an_age() -> frozenset[str]:
    """Words for people of some age or sex, who are told apart where members are counted."""
    return _listed("of_an_age")


@cache
def ages() -> frozenset[str]:
    """Words that stand around the numbers of an age: `under 5 years`."""
    return _listed("ages")


@cache
def neutral() -> frozenset[str]:
    """Words that leave open what a header is about."""
    return _listed("neutral")


def counts_members(words: Words) -> bool:
    """Whether a header counts women, children or others, or people of an age (`boys 0-4`)."""
    said = set(words)
    return not (said.isdisjoint(counts()) or said.isdisjoint(people())) or _is_of_an_age(said)


def _is_of_an_age(words: set[str]) -> bool:
    """Whether a header is made of people, told apart by an age, and of nothing else."""
    said = words - (neutral() - of_an_age())
    rest = said - people() - of_an_age()
    told_apart = rest - RUNNING or said & of_an_age() - _BOTH_SEXES
    of_ages_alone = all(word.isdigit() or word in ages() for word in rest)
    return rest != said and bool(told_apart) and of_ages_alone


@cache
def review() -> dict[str, str]:
    """Language (ISO 639-1) to who has looked at its words."""
    listed: dict[str, str] = _data()["review"]
    return listed


@cache
def _data() -> dict[str, Any]:
    text = files("hxlguard.lexicon").joinpath("header_words.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@cache
def _listed(name: str) -> frozenset[str]:
    data = _data()[name]
    texts = data.values() if isinstance(data, dict) else [data]
    return frozenset(_bare(folded(word)) for text in texts for word in text.split())


@cache
def _function_words() -> frozenset[str]:
    return _listed("function_words")


@cache
def _abbreviations() -> dict[str, Words]:
    return {short: tuple(full.split()) for short, full in _data()["abbreviations"].items()}


@cache
def _whole_words() -> frozenset[str]:
    """Words that are never taken apart, and of which plurals are known."""
    lists = ("compound", "people", "things", "counts", "known", "neutral", "function_words")
    return frozenset().union(*map(_listed, lists))


@cache
def _glueable() -> frozenset[str]:
    long = {word for word in _listed("compound") if len(word) >= _SHORTEST_PART}
    abbreviated = {word for word in _abbreviations() if len(word) >= _SHORTEST_PART}
    return frozenset(long | abbreviated | _listed("short"))


def _parts(text: str) -> Iterator[str]:
    """The parts of a header between signs, and those in Latin letters apart from the others."""
    for part in _PARTS.split(text):
        for _, words in groupby(part.split(), key=lambda word: bool(_OTHER_SCRIPT.search(word))):
            yield " ".join(words)


def _acronyms(words: Words) -> Iterator[str]:
    """Letters in a row put together where that makes an abbreviation: `d.o.b.`."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end]) <= 2 and words[end].isalpha():
            end += 1
        joined = "".join(words[at:end])
        known = joined in _abbreviations() or joined in _listed("short")
        if end - at > 1 and known:
            yield joined
            at = end
        else:
            yield words[at]
            at += 1


@lru_cache(maxsize=8192)
def _full(word: str) -> Words:
    plain = _bare(_ELISION.sub("", word))
    if plain in _abbreviations():
        return _abbreviations()[plain]
    if plain in _whole_words():
        return (plain,)
    numbered = _LETTERS_THEN_NUMBER.fullmatch(plain)
    if numbered and (numbered[1] in _glueable() or numbered[1] in _abbreviations()):
        return _full(numbered[1])
    singular = _singular(plain)
    if singular != plain:
        return _full(singular)
    if _SHORTEST_GLUED <= len(plain) <= _LONGEST_GLUED:
        parts = _unglued(plain)
        if parts:
            return tuple(full for part in parts for full in _full(part))
    return (plain,)


def _bare(word: str) -> str:
    """An Arabic word without its article."""
    for article in ("وال", "لل", "ال"):
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article) :]
    return word


def _singular(word: str) -> str:
    for ending, instead in (("ies", "y"), ("es", ""), ("s", ""), ("x", "")):
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(stem) >= 3 and stem in _whole_words():
            return stem
    return word


@lru_cache(maxsize=4096)
def _unglued(word: str) -> Words:
    """The fewest words of the lexicon that cover the whole word; none where it cannot be done."""
    best: list[Words | None] = [()] + [None] * len(word)
    for start in range(len(word)):
        before = best[start]
        if before is None:
            continue
        for end in range(start + 1, min(start + _LONGEST_PART, len(word)) + 1):
            part, known = word[start:end], best[end]
            is_joint = start > 0 and end < len(word) and part in _JOINTS
            if not (part in _glueable() or is_joint):
                continue
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, part)
    parts = best[-1] or ()
    told = any(len(part) >= _SHORTEST_PART or part in _UNMISTAKABLE for part in parts)
    return parts if told else ()


def _numbers_of(words: Words) -> Iterator[str]:
    """`no` as number behind what has one and in front of what is counted, else as it stands.

    So is `n` in front of anything: what is left of `n°` where a form allows no signs.
    """
    for at, word in enumerate(words):
        if word == "n" and at == 0 and len(words) > 1:
            yield "numero"
        elif word == "no":
            behind = at > 0 and words[at - 1] in _NUMBERED
            counted = at == 0 and len(words) > 1 and words[1] == "of"
            yield "number" if behind or counted else word
        else:
            yield word


COUNTED = tuple(sorted(counts()))
"""Words that rule out that a header is about one person: `number of disabled people`."""
