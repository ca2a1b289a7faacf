"""Two versions of an agreement -> what widens, what narrows, and the smallest column that shows it.

Pure, like evaluation: it sees agreements and never data. The order is that of decisions, so it does
not matter how the clauses are written, in which order, or by which ids.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hxlguard.agreements import load_agreement
from hxlguard.differing.attesting import attesting_changes
from hxlguard.differing.columns import loosenings
from hxlguard.differing.conditions import Decisions, decisions
from hxlguard.differing.duties import duty_changes
from hxlguard.differing.telling import narrowed, widened
from hxlguard.differing.terms import common_changes, flow_changes
from hxlguard.differing.waivers import waived_decisions, waives_in
from hxlguard.errors import AgreementError
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.difference import AgreementDiff, Change, Difference, Ordering
from hxlguard.model.report import AgreementRef

Source = str | os.PathLike[str] | Mapping[str, Any] | Agreement

_WORST_FIRST = (
    Ordering.WIDENING,
    Ordering.INCOMPARABLE,
    Ordering.NARROWING,
    Ordering.EQUIVALENT,
)


def diff_agreements(old: Source, new: Source) -> AgreementDiff:
    """Say what `new` lets out that `old` did not, and the other way round, flow by flow.

    Args:
        old: what is compared with, as `load_agreement` takes it.
        new: what is judged.

    Raises:
        AgreementError: one or both cannot be used; `mistakes` holds the mistakes of both.
        UsageError: one is no agreement, nor the name of one.
    """
    before, after = _both(old, new)
    return AgreementDiff(
        _ref(before),
        _ref(after),
        _difference(None, common_changes(before, after)),
        tuple(_flows(before, after)),
    )


def _both(old: Source, new: Source) -> tuple[Agreement, Agreement]:
    loaded: list[Agreement] = []
    failed: list[AgreementError] = []
    for source in (old, new):
        try:
            loaded.append(load_agreement(source))
        except AgreementError as error:
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if failed:
        mistakes = tuple(f"{error.where}: {one}" for error in failed for one in _mistakes(error))
        raise AgreementError(
            f"cannot be used, {len(mistakes)} mistakes, the first: {mistakes[0]}",
            where=" and ".join(error.where for error in failed),
            mistakes=mistakes,
        )
    before, after = loaded
    return before, after


def _mistakes(error: AgreementError) -> tuple[str, ...]:
    return error.mistakes or (f"{error.what}; {error.remedy}",)


def _flows(old: Agreement, new: Agreement) -> Iterator[Difference]:
    for after in new.document.flows:
        before = old.flow(after.id)
        if before is None:
            yield Difference(after.id, (Change(Ordering.WIDENING, "a new flow"),))
        else:
            yield _difference(after.id, _changes(old, new, before, after))
    for before in old.document.flows:
        if new.flow(before.id) is None:
            yield Difference(before.id, (Change(Ordering.NARROWING, "the flow is gone"),))


def _changes(old: Agreement, new: Agreement, before: Flow, after: Flow) -> Iterator[Change]:
    told = {each.what: each for each in _of_columns((old, before), (new, after), waived=False)}
    yield from told.values()
    if waives_in(old, before) and waives_in(new, after):
        for each in _of_columns((old, before), (new, after), waived=True):
            if each.what not in told:
                yield replace(each, what=f"{each.what}; this is so where the waivers count")
    yield from flow_changes(old, new, before, after)
    yield from duty_changes(old, new, before, after)
    yield from attesting_changes(old, new, before, after)


def _of_columns(
    old: tuple[Agreement, Flow], new: tuple[Agreement, Flow], *, waived: bool
) -> Iterator[Change]:
    read = waived_decisions if waived else decisions
    strict = [read(*each, strict=True) for each in (old, new)]
    yield from _columns(*strict, held=False)
    loose = [read(*each, strict=False) for each in (old, new)]
    if loose != strict:
        yield from _columns(*loose, held=True)


def _columns(old: Decisions, new: Decisions, *, held: bool) -> Iterator[Change]:
    for found in loosenings(old, new):
        yield widened(found, held=held)
    for found in loosenings(new, old):
        yield narrowed(found, held=held)


def _difference(flow: str | None, changes: Iterator[Change]) -> Difference:
    unique = {change.what: change for change in changes}.values()
    return Difference(flow, tuple(sorted(unique, key=_rank)))


def _rank(change: Change) -> int:
    return _WORST_FIRST.index(change.ordering)


def _ref(agreement: Agreement) -> AgreementRef:
    return AgreementRef(agreement.id, agreement.version, agreement.sha256)
