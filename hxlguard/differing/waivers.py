"""What a flow asks of columns where its waivers count: a clause may hide behind a waived one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce

from hxlguard.differing.conditions import Condition, Decisions, Demand, decisions
from hxlguard.model.agreement import Agreement, Flow, Waiver
from hxlguard.model.patterns import EVERY_TAG, TagSet
from hxlguard.model.rule import Forbid, Require


def waives_in(agreement: Agreement, flow: Flow) -> list[Waiver]:
    """The waivers of the flow, whether they count today or not."""
    return [each for each in agreement.document.waivers if each.scope.flow == flow.id]


def waived_decisions(agreement: Agreement, flow: Flow, *, strict: bool) -> Decisions:
    """What is asked where every waiver counts."""
    asked = decisions(agreement, flow, strict=strict)
    kept = {
        rule.id
        for rule in (*agreement.document.clauses, *flow.rules)
        if isinstance(rule, Forbid | Require) and not rule.waivable
    }
    return reduce(
        lambda left, waiver: _without(left, waiver, {*waiver.clauses} - kept),
        waives_in(agreement, flow),
        asked,
    )


def _without(asked: Decisions, waiver: Waiver, clauses: set[str]) -> Decisions:
    tags = TagSet.of(waiver.scope.tags) if waiver.scope.tags else None
    permits = asked.permits
    if f"{waiver.scope.flow}.default-deny" in clauses:
        permits = (*permits, Condition(tags=tags or EVERY_TAG, of_tag=True))
    return replace(
        asked,
        permits=permits,
        demands=tuple(_standing(asked.demands, clauses, tags)),
        ceiling=tuple(_standing(asked.ceiling, clauses, tags)),
    )


def _standing(
    demands: Iterable[Demand], clauses: set[str], tags: TagSet | None
) -> Iterator[Demand]:
    """The demands without those that are waived, which are so for columns under `tags` alone."""
    for each in demands:
        if each.clause not in clauses:
            yield each
        elif tags is not None:
            waived = Condition(tags=tags, of_tag=True)
            rest = replace(each.condition, unless=(*each.condition.unless, waived))
            yield replace(each, condition=rest)
