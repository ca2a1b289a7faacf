"""Kinds of data, one a file. The tuple below is the registry: a new file, a new import line."""

from __future__ import annotations

from functools import cache, lru_cache

from hxlguard.lexicon.words import holds_phrase, tokens
from hxlguard.recognizers import (
    age,
    case_number,
    coordinates,
    credit_card,
    date_of_birth,
    disability,
    email_address,
    ethnic_group,
    gender,
    health_condition,
    iban_code,
    ip_address,
    marital_status,
    national_id,
    passport,
    person_name,
    phone_number,
    place_name,
    protection_case,
    record_id,
    religious_group,
    residence,
    role_mailbox,
    street_address,
    tax_id,
    unhcr_number,
    url,
    user_account,
)
from hxlguard.recognizers.cues import with_cues
from hxlguard.recognizers.recognizer import Recognizer

_KINDS = (
    age.RECOGNIZER,
    case_number.RECOGNIZER,
    coordinates.RECOGNIZER,
    credit_card.RECOGNIZER,
    date_of_birth.RECOGNIZER,
    disability.RECOGNIZER,
    email_address.RECOGNIZER,
    ethnic_group.RECOGNIZER,
    gender.RECOGNIZER,
    health_condition.RECOGNIZER,
    iban_code.RECOGNIZER,
    ip_address.RECOGNIZER,
    marital_status.RECOGNIZER,
    national_id.RECOGNIZER,
    passport.RECOGNIZER,
    person_name.RECOGNIZER,
    phone_number.RECOGNIZER,
    place_name.RECOGNIZER,
    protection_case.RECOGNIZER,
    record_id.RECOGNIZER,
    religious_group.RECOGNIZER,
    residence.RECOGNIZER,
    role_mailbox.RECOGNIZER,
    street_address.RECOGNIZER,
    tax_id.RECOGNIZER,
    unhcr_number.RECOGNIZER,
    url.RECOGNIZER,
    user_account.RECOGNIZER,
)

RECOGNIZERS: tuple[Recognizer, ...] = tuple(with_cues(kind) for kind in _KINDS)


@lru_cache(maxsize=4096)
def headed_entities(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Entities that a phrase in a header points to, and those that it names as a whole."""
    in_phrase = {
        kind.entity
        for word in words
        for phrase, kind in _phrases().get(word, ())
        if holds_phrase(words, phrase) and not kind.ruled_out(words)
    }
    as_whole = {kind.entity for kind in _whole_headers().get(words, ())}
    return frozenset(in_phrase), frozenset(as_whole - in_phrase)


def entities_beside_people(header: str) -> frozenset[str]:
    """Entities that a header, or the end of its group path, points to beside people."""
    last = header.replace("::", "/").rsplit("/", 1)[-1]
    listed = _beside_people()
    return listed.get(tokens(header)) or listed.get(tokens(last)) or frozenset()


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Recognizer]]]:
    """Every header phrase by its first word."""
    listed: dict[str, list[tuple[tuple[str, ...], Recognizer]]] = {}
    for kind in RECOGNIZERS:
        for phrase in (tokens(text) for texts in kind.headers.values() for text in texts):
            listed.setdefault(phrase[0], []).append((phrase, kind))
    return listed


@cache
def _whole_headers() -> dict[tuple[str, ...], list[Recognizer]]:
    listed: dict[tuple[str, ...], list[Recognizer]] = {}
    for kind in RECOGNIZERS:
        for text in (text for texts in kind.whole_headers.values() for text in texts):
            listed.setdefault(tokens(text), []).append(kind)
    return listed


@cache
def _beside_people() -> dict[tuple[str, ...], frozenset[str]]:
    listed: dict[tuple[str, ...], frozenset[str]] = {}
    for kind in RECOGNIZERS:
        for text in (text for texts in kind.beside_people.values() for text in texts):
            phrase = tokens(text)
            listed[phrase] = listed.get(phrase, frozenset()) | {kind.entity}
    return listed
