"""What to do about many violations in a few lines: per table, which columns need what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hxlguard.model.report import Violation
from hxlguard.reports import _words as words

_TAG_OR_DROP = "tag or drop"
_DROP = "drop"


def in_short(violations: Sequence[Violation]) -> Iterator[tuple[str, str]]:
    """For the transfer and each table, in the order of the files: where, and what to do there."""
    ordered = sorted(violations, key=_place)
    for (source, table), group in groupby(ordered, key=_place):
        found = list(group)
        where = ", ".join(part for part in (source, words.table_name(source, table)) if part)
        yield where or "the transfer", "; ".join(_actions(found))


def _place(violation: Violation) -> tuple[str, str]:
    return violation.source or "", violation.table or ""


def _actions(violations: Sequence[Violation]) -> list[str]:
    by_action: dict[str, list[int]] = {}
    for index in sorted({column.index for each in violations for column in each.columns}):
        concerned = [each for each in violations if index in {c.index for c in each.columns}]
        by_action.setdefault(_action(concerned), []).append(index)
    without_columns = [
        words.remedy(each.remedies[0]) if each.remedies else each.message
        for each in violations
        if not each.columns
    ]
    return [
        *(f"{action} {words.columns(indexes)}" for action, indexes in sorted(by_action.items())),
        *dict.fromkeys(without_columns),
    ]


def _action(violations: Sequence[Violation]) -> str:
    """The one thing that settles all violations of a column, as far as it can be said."""
    first = {str(each.remedies[0]["do"]) for each in violations if each.remedies}
    kinds = {each.kind for each in violations}
    if "tag" in first and kinds <= {"untagged-column", "sensitivity-too-high"}:
        return _TAG_OR_DROP
    if first <= {"tag", _DROP}:
        return _DROP
    others = [
        words.remedy(each.remedies[0])
        for each in violations
        if each.remedies and each.remedies[0]["do"] != _DROP
    ]
    return _DROP if _DROP in first else f"{', '.join(dict.fromkeys(others))} in"
