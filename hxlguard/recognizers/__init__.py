"""Kinds of data, one a file. The tuple below is the registry: a new file, a new import line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache

from hxlguard.lexicon.headers import (
    OF_OTHER_SCRIPTS,
    RUNNING,
    Reading,
    counts,
    counts_members,
    cut_short,
    in_latin,
    named_after_people,
    neutral,
    people,
    readings,
    spelled,
    things,
    without_neutral,
)
from hxlguard.lexicon.words import holds_phrase, tokens
from hxlguard.model.finding import Category
from hxlguard.recognizers import (
    age,
    armed_group,
    biometric,
    case_number,
    coordinates,
    credit_card,
    date_of_birth,
    detention,
    device_id,
    disability,
    education_level,
    email_address,
    ethnic_group,
    free_text,
    gender,
    health_condition,
    homepage,
    household_vulnerability,
    iban_code,
    imei_hardware_id,
    income,
    ip_address,
    legal_status,
    license_plate,
    location,
    marital_status,
    national_id,
    occupation,
    organization_name,
    passport,
    person_name,
    phone_number,
    photo_file,
    place_name,
    political_group,
    pregnancy,
    protection_case,
    record_id,
    religious_group,
    role_mailbox,
    security_incident,
    sexual_life,
    social_media,
    spoken_language,
    street_address,
    survey_metadata,
    tax_id,
    unhcr_number,
    url,
    user_account,
    zipcode,
)
from hxlguard.recognizers.cell_vocabulary import with_vocabulary
from hxlguard.recognizers.cues import with_cues
from hxlguard.recognizers.recognizer import Recognizer

_KINDS = (
    age.RECOGNIZER,
    armed_group.RECOGNIZER,
    biometric.RECOGNIZER,
    case_number.RECOGNIZER,
    coordinates.RECOGNIZER,
    credit_card.RECOGNIZER,
    date_of_birth.RECOGNIZER,
    detention.RECOGNIZER,
    device_id.RECOGNIZER,
    disability.RECOGNIZER,
    education_level.RECOGNIZER,
    email_address.RECOGNIZER,
    ethnic_group.RECOGNIZER,
    free_text.RECOGNIZER,
    gender.RECOGNIZER,
    health_condition.RECOGNIZER,
    homepage.RECOGNIZER,
    household_vulnerability.RECOGNIZER,
    iban_code.RECOGNIZER,
    imei_hardware_id.RECOGNIZER,
    income.RECOGNIZER,
    ip_address.RECOGNIZER,
    legal_status.RECOGNIZER,
    license_plate.RECOGNIZER,
    location.RECOGNIZER,
    marital_status.RECOGNIZER,
    national_id.RECOGNIZER,
    occupation.RECOGNIZER,
    organization_name.RECOGNIZER,
    passport.RECOGNIZER,
    person_name.RECOGNIZER,
    phone_number.RECOGNIZER,
    photo_file.RECOGNIZER,
    place_name.RECOGNIZER,
    political_group.RECOGNIZER,
    pregnancy.RECOGNIZER,
    protection_case.RECOGNIZER,
    record_id.RECOGNIZER,
    religious_group.RECOGNIZER,
    role_mailbox.RECOGNIZER,
    security_incident.RECOGNIZER,
    sexual_life.RECOGNIZER,
    social_media.RECOGNIZER,
    spoken_language.RECOGNIZER,
    street_address.RECOGNIZER,
    survey_metadata.RECOGNIZER,
    tax_id.RECOGNIZER,
    unhcr_number.RECOGNIZER,
    url.RECOGNIZER,
    user_account.RECOGNIZER,
    zipcode.RECOGNIZER,
)

RECOGNIZERS: tuple[Recognizer, ...] = tuple(with_vocabulary(with_cues(kind)) for kind in _KINDS)


_Entities = frozenset[str]
_GROUPS_ONLY = frozenset({"group", "groups", "form", "survey", "question", "field", "data", "sub"})
"""Words for things that in the name of a group of questions say nothing about them."""


@lru_cache(maxsize=4096)
def headed(header: str) -> tuple[_Entities, _Entities]:
    """Entities that a phrase in a header points to, and those that it names as a whole.

    In a group path (`household/name`) the last segment decides. The groups say whether it is about
    people, and name the question whose choices stand below it (`disability/seeing`).
    """
    first, *others = readings(header)
    in_phrase = _in_phrase(first) | _of_question(first)
    as_whole = _as_whole(first).union(*map(_as_whole, others))
    return in_phrase, as_whole - in_phrase


def _in_phrase(reading: Reading) -> _Entities:
    words = reading.words
    held = (
        kind
        for word in words
        for phrase, kind in _phrases(in_latin(words)).get(word, ())
        if holds_phrase(words, phrase)
    )
    of_people = (
        kind
        for at, word in enumerate(words)
        for kind in _attributes().get(word, ())
        if _of_a_person(reading, at) and not _is_band(words)
    )
    return _but_ruled_out((*held, *of_people), words)


def _of_question(reading: Reading) -> _Entities:
    """What a group of questions is about, where answers to it speak of a person."""
    words = (*reading.around, *reading.words)
    held = (
        kind
        for word in reading.around
        for phrase, kind in _phrases(in_latin(reading.around)).get(word, ())
        if kind.category is Category.SENSITIVE_ATTRIBUTE and holds_phrase(reading.around, phrase)
    )
    return _but_ruled_out(tuple(held), words)


def _as_whole(reading: Reading) -> _Entities:
    around = set(reading.around) - _GROUPS_ONLY
    if around & (things() | counts()) or _is_band(reading.words):
        return frozenset()
    said = {reading.words, without_neutral(reading.words)}
    return _but_ruled_out(
        tuple(kind for words in said for kind in _whole_headers(in_latin(words)).get(words, ())),
        reading.words,
    )


def _but_ruled_out(kinds: tuple[Recognizer, ...], words: tuple[str, ...]) -> _Entities:
    return frozenset(kind.entity for kind in kinds if not kind.ruled_out(words))


def _of_a_person(reading: Reading, at: int) -> bool:
    """Whether the word at this place stands next to a person, or alone in a group about one."""
    words = without_neutral(reading.words)
    alone = words == (reading.words[at],)
    if alone and reading.around and reading.around[-1] in people():
        return True
    before, after = reading.words[:at][::-1], reading.words[at + 1 :]
    return _starts_with_a_person(before) or (
        _starts_with_a_person(after) and not _leads_to_a_thing(after)
    )


def _starts_with_a_person(words: tuple[str, ...]) -> bool:
    """A person comes first, or second behind a word that is nothing in particular (`oldest`)."""
    said = [word for word in words if word not in neutral()]
    if said and said[0] in people():
        return True
    skipped = (
        said[:1]
        and said[0] not in things()
        and said[0] not in counts()
        and (said[0] in RUNNING or not said[0].isdigit())
    )
    return bool(skipped and len(said) > 1 and said[1] in people())


def _leads_to_a_thing(words: tuple[str, ...]) -> bool:
    """What follows the person is what is meant: the name of the child's school."""
    rest = [word for word in words[:4] if word not in people()]
    return bool(rest) and rest[0] in things()


def _is_band(words: tuple[str, ...]) -> bool:
    """Two numbers bound a band of ages or years (`girls 5 - 11`)."""
    return sum(any(char.isdigit() for char in word) for word in words) >= 2


def entities_beside_people(header: str) -> _Entities:
    """Entities that a header, a part of it, or the end of its group path points to beside people.

    A phrase has to be all there is: `village or camp` is a place, `village chief` is not.
    """
    return _beside_people_of(header)


@lru_cache(maxsize=4096)
def names_a_thing(header: str) -> bool:
    """Whether a header is the name of what is no person: `storm name`, `nom du projet`."""
    words = set(readings(header)[0].words)
    named, of_things = not words.isdisjoint(_naming()), not words.isdisjoint(things())
    return named and of_things and words.isdisjoint(people())


@lru_cache(maxsize=4096)
def bears_a_name(header: str) -> bool:
    """Whether a header is the name of what is often called after somebody: `vessel name`.

    A firm or a partner is not among them: it may be one person.
    """
    return names_a_thing(header) and not named_after_people().isdisjoint(readings(header)[0].words)


@cache
def _naming() -> frozenset[str]:
    """Words for a name."""
    kinds_by_word = _attributes().items()
    return frozenset(
        word for word, kinds in kinds_by_word if "PERSON_NAME" in {kind.entity for kind in kinds}
    )


@lru_cache(maxsize=4096)
def _beside_people_of(header: str) -> _Entities:
    said = {words for reading in readings(header) for words in _unadorned(reading.words)}
    made_of = (
        entity
        for words in said
        for entity, listed in _beside_people(in_latin(words)).items()
        if _made_of(words, listed)
    )
    cut = cut_short(header)
    begun = (entity for words in said for entity in _begun(words, cut)) if cut else ()
    return _of_members(readings(header)[0].words).union(made_of, begun)


def _begun(words: tuple[str, ...], cut: frozenset[str]) -> Iterator[str]:
    """Entities of phrases whose words are these, or begin with those that are cut short."""
    if not cut.isdisjoint(words):
        for phrase, entity in _all_phrases(in_latin(words)).get(len(words), ()):
            pairs = zip(words, phrase, strict=True)
            if all(one == full or (one in cut and full.startswith(one)) for one, full in pairs):
                yield entity


def _unadorned(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return words, without_neutral(words)


def _made_of(words: tuple[str, ...], listed: Collection[tuple[str, ...]]) -> bool:
    """Whether the words are phrases of a list from end to end."""
    longest = len(words)
    ends = {0}
    for start in range(longest):
        if start in ends:
            ends.update(end for end in range(start + 1, longest + 1) if words[start:end] in listed)
    return longest > 0 and longest in ends


def _of_members(words: tuple[str, ...]) -> _Entities:
    """How many women, children or others a household has, or how many of an age (`boys 0-4`)."""
    return frozenset({"HOUSEHOLD_VULNERABILITY"}) if counts_members(words) else frozenset()


@cache
def _phrases(latin_only: bool) -> dict[str, list[tuple[tuple[str, ...], Recognizer]]]:
    """Every header phrase by its first word."""
    listed: dict[str, list[tuple[tuple[str, ...], Recognizer]]] = {}
    for kind in RECOGNIZERS:
        for phrase in dict.fromkeys(_spelled_texts(kind.headers, latin_only)):
            listed.setdefault(phrase[0], []).append((phrase, kind))
    return listed


@cache
def _whole_headers(latin_only: bool) -> dict[tuple[str, ...], list[Recognizer]]:
    listed: dict[tuple[str, ...], list[Recognizer]] = {}
    for kind in RECOGNIZERS:
        for whole in dict.fromkeys(_spelled_texts(kind.whole_headers, latin_only)):
            listed.setdefault(whole, []).append(kind)
    return listed


@cache
def _beside_people(latin_only: bool) -> dict[str, frozenset[tuple[str, ...]]]:
    return {
        kind.entity: frozenset(_spelled_texts(kind.beside_people, latin_only))
        for kind in RECOGNIZERS
        if kind.beside_people
    }


@cache
def _all_phrases(latin_only: bool) -> dict[int, list[tuple[tuple[str, ...], str]]]:
    """Every phrase of headers of any kind, with its entity, by how many words it has."""
    listed: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for kind in RECOGNIZERS:
        for by_language in (kind.headers, kind.whole_headers, kind.beside_people):
            for phrase in dict.fromkeys(_spelled_texts(by_language, latin_only)):
                listed.setdefault(len(phrase), []).append((phrase, kind.entity))
    return listed


@cache
def _attributes() -> dict[str, list[Recognizer]]:
    """Words that are what is meant when a person stands next to them."""
    listed: dict[str, list[Recognizer]] = {}
    for kind in RECOGNIZERS:
        for words in dict.fromkeys(_spelled_texts(kind.of_people, latin_only=False)):
            listed.setdefault(words[0], []).append(kind)
    return listed


def _spelled_texts(
    by_language: Mapping[str, tuple[str, ...]], latin_only: bool
) -> Iterator[tuple[str, ...]]:
    """The phrases of all languages, or of those in Latin letters: the others take as long again."""
    for language, texts in by_language.items():
        if not (latin_only and language in OF_OTHER_SCRIPTS):
            yield from (spelled(tokens(text)) for text in texts)
