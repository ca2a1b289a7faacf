"""The main job from end to end: the only module that knows every stage."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any

from hxlguard.agreements import AgreementSource, classified, load_agreement
from hxlguard.agreements.attestations import AttestationsSource, load_attestations
from hxlguard.cache import Cache
from hxlguard.call import day_in, given_day, paths_in, refuse_unless_tags, refuse_unless_words
from hxlguard.composing import asked_for
from hxlguard.errors import SourceError, UsageError
from hxlguard.evaluation import evaluate
from hxlguard.many import Progress, scan_each
from hxlguard.model.agreement import Agreement
from hxlguard.model.asked import Asked
from hxlguard.model.classification import SensitivityClassification
from hxlguard.model.profile import SourceProfile
from hxlguard.model.proposal import TagProposal
from hxlguard.model.report import Inspection, Report, Transfer
from hxlguard.model.risk import RiskReport
from hxlguard.model.scanned import Scanned
from hxlguard.ner import usable_ner
from hxlguard.ner_choice import NerSource
from hxlguard.profiling import profile_source
from hxlguard.proposing import propose
from hxlguard.risk_questions import in_words_of_callers, refuse_unless_found, risk_questions
from hxlguard.source_facts import read_tagged, unread
from hxlguard.tagging import parse_supplied_tags, refuse_unfit_tags

Unusable = Callable[[SourceError], None]
"""Told of each source that cannot be read at all."""


def check(
    source: object,
    *,
    agreement: AgreementSource | Sequence[AgreementSource],
    flow: str | None = None,
    recipient: str | None = None,
    purpose: str | None = None,
    sender: str | None = None,
    attest: AttestationsSource | Sequence[AttestationsSource] | None = None,
    on: str | datetime.date | None = None,
    classification: str | os.PathLike[str] | SensitivityClassification | None = None,
    tags: Mapping[str, str] | None = None,
    ner: NerSource | None = None,
    name: str | None = None,
    unusable: Unusable | None = None,
    cache: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check whether a source may leave under an agreement.

    Args:
        source: a path, bytes, a binary file object, a data frame, an HXL dataset, a frictionless
            resource, or a list or tuple of these, which are then released together.
        agreement: a path, a document as plain values, a loaded agreement, the name of one that
            ships with the package, or a list or tuple of these: all of them must allow it.
        flow: id of the flow; may be left out when the agreement leaves no choice.
        recipient: id of the party that receives; likewise.
        purpose: id of the purpose; likewise.
        sender: id of the party that sends, when the agreement names several.
        attest: what people attest about clauses that no program can see: the path of a file, a
            document as plain values, or a list or tuple of these.
        on: the day to decide for, ISO 8601; today in the first agreement's time zone by default.
        classification: a path, or the name of one that ships with the package: what is how
            sensitive, for agreements that do not say so themselves.
        tags: header to HXL tag spec, for columns that the file leaves untagged.
        ner: a spaCy model on disk that looks at every text for names of people as well, such as
            `{"engine": "spacy", "model": "models/en"}` (a folder or an installed package), or the
            path of a file that says so under `ner`. It is slow, and never downloaded.
        name: a name for bytes or a file object, shown in the report.
        unusable: told of each of several sources that cannot be read at all; it then holds the
            release as an unknown of the report, and raises nothing.
        cache: a folder of your own that keeps what is in paths and bytes, without a cell of them,
            so that a later call need not look at them again.
        progress: told of several sources how many are done, how many there are, and which is in
            hand.

    Raises:
        SourceError: a source cannot be read at all, and `unusable` is not given.
        AgreementError: an agreement, the classification or an attestation cannot be used.
        UsageError: the call leaves something open, or names something unknown, or the cache or
            the model for names cannot be used.
    """
    refuse_unless_words(flow=flow, recipient=recipient, purpose=purpose, sender=sender, name=name)
    refuse_unless_tags(tags)
    given = given_day(on)
    loaded = _agreements(agreement, classification)
    stated = load_attestations(attest, loaded)
    day = day_in(loaded[0].timezone, given)
    transfer = Transfer(flow=flow, sender=sender, recipient=recipient, purpose=purpose)
    asked = replace(asked_for(loaded, transfer), ner=usable_ner(ner))
    beside = _Beside(tags, cache, asked, loaded)
    profiles = _release(source, name, beside, unusable, progress)
    return evaluate(loaded, profiles, transfer, day, stated)


def check_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    agreement: AgreementSource | Sequence[AgreementSource],
    flow: str | None = None,
    recipient: str | None = None,
    purpose: str | None = None,
    sender: str | None = None,
    attest: AttestationsSource | Sequence[AttestationsSource] | None = None,
    on: str | datetime.date | None = None,
    classification: str | os.PathLike[str] | SensitivityClassification | None = None,
    tags: Mapping[str, str] | None = None,
    ner: NerSource | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> tuple[Report, ...]:
    """Check many files, each of them a release of its own; other arguments as in `check`.

    Where there is enough to do, several processes share the files. A file that cannot be used
    ends no other: its report holds, with the unknown `source-not-read`.

    Args:
        paths: the files; the reports come in their order.

    Raises:
        AgreementError: an agreement, the classification or an attestation cannot be used.
        UsageError: there is no path, the call leaves something open, or names something unknown;
            a supplied tag that finds its column in none of the files is unknown as well.
    """
    refuse_unless_words(flow=flow, recipient=recipient, purpose=purpose, sender=sender)
    refuse_unless_tags(tags)
    sources = paths_in(paths)
    given = given_day(on)
    loaded = _agreements(agreement, classification)
    stated = load_attestations(attest, loaded)
    day = day_in(loaded[0].timezone, given)
    transfer = Transfer(flow=flow, sender=sender, recipient=recipient, purpose=purpose)
    asked = replace(asked_for(loaded, transfer), ner=usable_ner(ner))
    beside = _Beside(tags, cache, asked, loaded)
    profiles, _ = _profiles(sources, None, beside, _pass_over, None)
    return tuple(evaluate(loaded, (profile,), transfer, day, stated) for profile in profiles)


def inspect(
    source: object,
    *,
    tags: Mapping[str, str] | None = None,
    ner: NerSource | None = None,
    name: str | None = None,
    unusable: Unusable | None = None,
    cache: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """Say what is in a source (or several), without any agreement; arguments as in `check`.

    Raises:
        SourceError: a source cannot be read at all, and `unusable` is not given.
        UsageError: `tags` does not fit, or the cache or the model for names cannot be used.
    """
    refuse_unless_words(name=name)
    refuse_unless_tags(tags)
    asked = Asked(ner=usable_ner(ner))
    return Inspection(_release(source, name, _Beside(tags, cache, asked), unusable, progress))


def risk(
    source: object,
    *,
    quasi: Sequence[str] | None = None,
    sensitive: Sequence[str] | None = None,
    weight: str | None = None,
    household: str | None = None,
    blanks: str = "value",
    sampling_fraction: float | None = None,
    tags: Mapping[str, str] | None = None,
    name: str | None = None,
    unusable: Unusable | None = None,
    progress: Progress | None = None,
) -> RiskReport:
    """Compute how likely people are recognised in a source (or several); others as in `check`.

    Args:
        source: as in `check`.
        quasi: tag patterns of what may be known about people from elsewhere, such as
            `["#adm2", "#respondee+age"]`; by default what the columns seem to be.
        sensitive: tag patterns of what nobody should learn; likewise.
        weight: tag pattern of the sampling weight; likewise.
        household: tag pattern of the household's id; likewise.
        blanks: `value`, a blank is a value of its own; `wildcard`, it agrees with every value.
        sampling_fraction: which share of the population the records are, above 0 and at most 1;
            by default what the weights say.
        tags: as in `check`.
        name: as in `check`.
        unusable: as in `check`.
        progress: as in `check`.

    Raises:
        SourceError: a source cannot be read at all, and `unusable` is not given.
        UsageError: an argument is none, or a tag names no column.
    """
    refuse_unless_words(name=name)
    refuse_unless_tags(tags)
    questions = risk_questions(
        quasi=quasi,
        sensitive=sensitive,
        weight=weight,
        household=household,
        blanks=blanks,
        sampling_fraction=sampling_fraction,
    )
    beside = _Beside(tags, None, Asked(measures=questions))
    profiles = _release(source, name, beside, unusable, progress)
    refuse_unless_found(profiles, questions[0])
    answered = in_words_of_callers(profiles)
    return RiskReport(answered, questions[0].blanks, questions[0].sampling_fraction)


def propose_tags(source: object, *, name: str | None = None) -> tuple[TagProposal, ...]:
    """Propose HXL tags for the untagged columns of a source, table by table.

    A proposal is for a person to review; it is never taken as a tag by itself.

    Raises:
        SourceError: the source cannot be read at all.
    """
    refuse_unless_words(name=name)
    return tuple(
        proposal
        for one in _several(source)
        for raw, tables in [read_tagged(one, name, {})]
        for proposal in propose(profile_source(raw, tables), tables)
    )


def _agreements(
    given: Any, classification: str | os.PathLike[str] | SensitivityClassification | None
) -> tuple[Agreement, ...]:
    """All that decide; a classification goes to those that have none of their own."""
    several = given if isinstance(given, list | tuple) else [given]
    if not several:
        raise UsageError("there is no agreement", where="agreement", remedy="give at least one")
    loaded = tuple(load_agreement(each) for each in several)
    have_own = [each.document.classification is not None for each in loaded]
    return tuple(
        each if own and not all(have_own) else classified(each, classification)
        for each, own in zip(loaded, have_own, strict=True)
    )


def _pass_over(error: SourceError) -> None:
    """Its report says so."""


class _Beside:
    """What is given beside the sources: tags, what is asked about them, where facts are kept."""

    def __init__(
        self,
        tags: Mapping[str, str] | None,
        cache: str | os.PathLike[str] | None,
        asked: Asked,
        agreements: Sequence[Agreement] = (),
    ) -> None:
        self._file = getattr(tags, "file", "")
        with self._naming_its_file():
            self.tags = parse_supplied_tags(tags or {})
        self.asked = asked
        supplied = (each.supplied.sha256 for each in agreements if each.supplied)
        digest = " ".join(sorted({*supplied, *(each.sha256 for each in agreements)})) or None
        self.cache = None if cache is None else Cache(cache, self.tags, digest, asked)

    def refuse_unless_fit(self, scanned: Sequence[Scanned]) -> None:
        with self._naming_its_file():
            refuse_unfit_tags([each.tag_fits for each in scanned], self.tags)

    @contextmanager
    def _naming_its_file(self) -> Iterator[None]:
        """Say in which file a mistake in the tags stands."""
        try:
            yield
        except UsageError as error:
            where = f"{self._file}: {error.where}" if self._file else error.where
            raise UsageError(error.what, where=where, remedy=error.remedy) from None


def _release(
    source: object,
    name: str | None,
    beside: _Beside,
    unusable: Unusable | None,
    progress: Progress | None,
) -> tuple[SourceProfile, ...]:
    """Look at one source or several; where some can be used, the others come as unread."""
    sources = _several(source)
    listener = unusable if len(sources) > 1 else None
    profiles, usable = _profiles(sources, name, beside, listener, progress)
    if not usable:
        raise UsageError("none of the files can be used")
    return profiles


def _profiles(
    sources: Sequence[object],
    name: str | None,
    beside: _Beside,
    unusable: Unusable | None,
    progress: Progress | None,
) -> tuple[tuple[SourceProfile, ...], int]:
    """All facts about each source, and how many of the sources can be used."""
    scanned, usable = [], 0
    found = scan_each(sources, name, beside.tags, beside.asked, beside.cache, progress)
    with closing(found) as answers:
        for source, answer in zip(sources, answers, strict=True):
            if isinstance(answer, Scanned):
                scanned.append(answer)
                usable += 1
            elif unusable is None:
                raise answer
            else:
                unusable(answer)
                scanned.append(unread(source, name, answer, beside.tags))
    if usable:
        beside.refuse_unless_fit(scanned)
    return tuple(each.profile for each in scanned), usable


def _several(source: object) -> Sequence[object]:
    sources = source if isinstance(source, list | tuple) else [source]
    if not sources:
        raise UsageError("there is no source to look at", remedy="give at least one file")
    return sources
