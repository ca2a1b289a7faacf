"""The main job from end to end: the only module that knows every stage."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hxlguard.agreements import load_agreement
from hxlguard.errors import UsageError
from hxlguard.evaluation import evaluate
from hxlguard.inputs import read
from hxlguard.model.profile import SourceProfile
from hxlguard.model.proposal import TagProposal
from hxlguard.model.report import Inspection, Report, Transfer
from hxlguard.model.table import TaggedTable
from hxlguard.profiling import profile_source
from hxlguard.proposing import propose
from hxlguard.tagging import parse_supplied_tags, refuse_unknown_headers, tag_table

if TYPE_CHECKING:
    import os

    from hxlguard.model.agreement import Agreement


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

    Raises:
        SourceError: a source cannot be read at all.
        AgreementError: the agreement cannot be used.
        UsageError: the call leaves something open, or names something unknown.
    """
    loaded = load_agreement(agreement)
    profiles = _profiles(source, tags, name)
    transfer = Transfer(flow=flow, sender=sender, recipient=recipient, purpose=purpose)
    return evaluate(loaded, profiles, transfer, _day(on, loaded))


def inspect(
    source: object, *, tags: Mapping[str, str] | None = None, name: str | None = None
) -> Inspection:
    """Say what is in a source (or several), without any agreement; arguments as in `check`.

    Raises:
        SourceError: a source cannot be read at all.
        UsageError: `tags` does not fit.
    """
    return Inspection(_profiles(source, tags, name))


def propose_tags(source: object, *, name: str | None = None) -> tuple[TagProposal, ...]:
    """Propose HXL tags for the untagged columns of a source, table by table.

    A proposal is for a person to review; it is never taken as a tag by itself.

    Raises:
        SourceError: the source cannot be read at all.
    """
    return tuple(
        proposal
        for profile, tables in _read(source, None, name)
        for proposal in propose(profile, tables)
    )


def _profiles(
    source: object, tags: Mapping[str, str] | None, name: str | None
) -> tuple[SourceProfile, ...]:
    return tuple(profile for profile, _ in _read(source, tags, name))


def _read(
    source: object, tags: Mapping[str, str] | None, name: str | None
) -> list[tuple[SourceProfile, list[TaggedTable]]]:
    supplied = parse_supplied_tags(tags or {})
    sources = source if isinstance(source, list | tuple) else [source]
    if not sources:
        raise UsageError("there is no source to look at", remedy="give at least one file")
    raws = [read(one, name=name) for one in sources]
    tagged = [[tag_table(table, supplied) for table in raw.tables] for raw in raws]
    refuse_unknown_headers([table for tables in tagged for table in tables], supplied)
    return [(profile_source(raw, tables), tables) for raw, tables in zip(raws, tagged, strict=True)]


def _day(on: str | datetime.date | None, agreement: Agreement) -> datetime.date:
    if on is None:
        return datetime.datetime.now(ZoneInfo(agreement.timezone)).date()
    if isinstance(on, datetime.datetime):
        return on.date()
    if isinstance(on, datetime.date):
        return on
    try:
        return datetime.date.fromisoformat(on)
    except ValueError:
        raise UsageError(
            f"`{on}` is not a date", where="on", remedy="write it like 2026-11-21"
        ) from None
