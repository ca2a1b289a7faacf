"""The main job from end to end: the only module that knows every stage."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath

from hxlguard.agreements import load_agreement
from hxlguard.call import day_in, given_day, refuse_unless_tags, refuse_unless_words
from hxlguard.errors import SourceError, UsageError
from hxlguard.evaluation import evaluate
from hxlguard.inputs import read
from hxlguard.model.agreement import Agreement
from hxlguard.model.profile import SourceProfile
from hxlguard.model.proposal import TagProposal
from hxlguard.model.report import Inspection, Report, Transfer
from hxlguard.model.table import RawSource, TaggedTable, Unread
from hxlguard.profiling import profile_source
from hxlguard.proposing import propose
from hxlguard.tagging import parse_supplied_tags, refuse_unfit_tags, tag_table

Unusable = Callable[[SourceError], None]
"""Told of each source that cannot be read at all."""


def check(
    source: object,
    *,
    agreement: str | os.PathLike[str] | Agreement,
    flow: str | None = None,
    recipient: str | None = None,
    purpose: str | None = None,
    sender: str | None = None,
    on: str | datetime.date | None = None,
    tags: Mapping[str, str] | None = None,
    name: str | None = None,
    unusable: Unusable | None = None,
) -> Report:
    """Check whether a source may leave under an agreement.

    Args:
        source: a path, bytes, a binary file object, a data frame, an HXL dataset, a frictionless
            resource, or a list or tuple of these, which are then released together.
        agreement: a path, a loaded agreement, or the name of one that ships with the package.
        flow: id of the flow; may be left out when the agreement leaves no choice.
        recipient: id of the party that receives; likewise.
        purpose: id of the purpose; likewise.
        sender: id of the party that sends, when the agreement names several.
        on: the day to decide for, ISO 8601; today in the agreement's time zone by default.
        tags: header to HXL tag spec, for columns that the file leaves untagged.
        name: a name for bytes or a file object, shown in the report.
        unusable: told of each of several sources that cannot be read at all; it then holds the
            release as an unknown of the report, and raises nothing.

    Raises:
        SourceError: a source cannot be read at all, and `unusable` is not given.
        AgreementError: the agreement cannot be used.
        UsageError: the call leaves something open, or names something unknown.
    """
    refuse_unless_words(flow=flow, recipient=recipient, purpose=purpose, sender=sender, name=name)
    refuse_unless_tags(tags)
    given = given_day(on)
    loaded = load_agreement(agreement)
    day = day_in(loaded.timezone, given)
    profiles = _profiles(source, tags, name, unusable)
    transfer = Transfer(flow=flow, sender=sender, recipient=recipient, purpose=purpose)
    return evaluate(loaded, profiles, transfer, day)


def inspect(
    source: object,
    *,
    tags: Mapping[str, str] | None = None,
    name: str | None = None,
    unusable: Unusable | None = None,
) -> Inspection:
    """Say what is in a source (or several), without any agreement; arguments as in `check`.

    Raises:
        SourceError: a source cannot be read at all, and `unusable` is not given.
        UsageError: `tags` does not fit.
    """
    refuse_unless_words(name=name)
    refuse_unless_tags(tags)
    return Inspection(_profiles(source, tags, name, unusable))


def propose_tags(source: object, *, name: str | None = None) -> tuple[TagProposal, ...]:
    """Propose HXL tags for the untagged columns of a source, table by table.

    A proposal is for a person to review; it is never taken as a tag by itself.

    Raises:
        SourceError: the source cannot be read at all.
    """
    refuse_unless_words(name=name)
    return tuple(
        proposal
        for profile, tables in _read(source, None, name, None)
        for proposal in propose(profile, tables)
    )


def _profiles(
    source: object,
    tags: Mapping[str, str] | None,
    name: str | None,
    unusable: Unusable | None,
) -> tuple[SourceProfile, ...]:
    return tuple(profile for profile, _ in _read(source, tags, name, unusable))


def _read(
    source: object,
    tags: Mapping[str, str] | None,
    name: str | None,
    unusable: Unusable | None,
) -> list[tuple[SourceProfile, list[TaggedTable]]]:
    tag_file = getattr(tags, "file", "")
    with _naming(tag_file):
        supplied = parse_supplied_tags(tags or {})
    raws = _raw_sources(source, name, unusable)
    tagged = [[tag_table(table, supplied) for table in raw.tables] for raw in raws]
    with _naming(tag_file):
        refuse_unfit_tags([table for tables in tagged for table in tables], supplied)
    return [(profile_source(raw, tables), tables) for raw, tables in zip(raws, tagged, strict=True)]


@contextmanager
def _naming(tag_file: str) -> Iterator[None]:
    """Say in which file a mistake in the tags stands."""
    try:
        yield
    except UsageError as error:
        where = f"{tag_file}: {error.where}" if tag_file else error.where
        raise UsageError(error.what, where=where, remedy=error.remedy) from None


def _raw_sources(source: object, name: str | None, unusable: Unusable | None) -> list[RawSource]:
    """Read one source or several; where some can be used, the others come as unread."""
    sources = source if isinstance(source, list | tuple) else [source]
    if not sources:
        raise UsageError("there is no source to look at", remedy="give at least one file")
    if len(sources) == 1 or unusable is None:
        return [read(one, name=name) for one in sources]
    raws, usable = [], 0
    for one in sources:
        try:
            raws.append(read(one, name=name))
            usable += 1
        except SourceError as error:
            unusable(error)
            raws.append(_unread(_called(one, name, error), error))
    if not usable:
        raise UsageError("none of the files can be used")
    return raws


def _unread(name: str, error: SourceError) -> RawSource:
    reason = "; ".join(filter(None, (error.what, error.remedy)))
    whole = Unread("", "source-not-read", reason)
    return RawSource(name, "application/octet-stream", "", (), unread=(whole,))


def _called(source: object, name: str | None, error: SourceError) -> str:
    """The name of a source that could not be opened; an address may hold a key, so not that."""
    path = os.fsdecode(source) if isinstance(source, str | os.PathLike) else ""
    if name or not path or "://" in path:
        return name or error.where or "<source>"
    return PurePath(path).name or path
