"""What to do about many violations in a few lines: per table, which columns need what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from hxlguard.model.report import Unknown, Violation
from hxlguard.reports import _words as words
from hxlguard.reports._places import Place, place_of
from hxlguard.wording import plural

_DROP = "drop"


def in_short(
    violations: Sequence[Violation],
    unknowns: Sequence[Unknown] = (),
    hidden: AbstractSet[Place] = frozenset(),
) -> Iterator[tuple[str, str]]:
    """For the transfer and each table, in the order of the files: where, and what to do there.

    Args:
        violations: those that block.
        unknowns: what has to be settled besides.
        hidden: the tables that stand on hidden sheets.
    """
    ordered = sorted(violations, key=place_of)
    for place, group in groupby(ordered, key=place_of):
        source, table = place
        where = ", ".join(part for part in (source, words.table_name(source, table)) if part)
        yield where or "the transfer", "; ".join(_actions(list(group), is_hidden=place in hidden))
    if unknowns:
        yield f"settle {plural(len(unknowns), 'unknown')}", _doubts(unknowns)


def must_drop(violation: Violation) -> bool:
    """True when nothing but dropping the columns would mend it."""
    return _remedies(violation) == [_DROP]


def _actions(violations: Sequence[Violation], *, is_hidden: bool) -> list[str]:
    of_columns = [each for each in violations if each.columns and _DROP in _remedies(each)]
    if is_hidden and any(must_drop(each) for each in of_columns):
        return ["remove this hidden sheet"]
    concerned: dict[int, list[Violation]] = {}
    for each in of_columns:
        for column in each.columns:
            concerned.setdefault(column.index, []).append(each)
    by_action: dict[str, list[int]] = {}
    for index in sorted(concerned):
        by_action.setdefault(_action(concerned[index]), []).append(index)
    others = [
        words.remedy(each.remedies[0]) if each.remedies else each.message
        for each in violations
        if not (each.columns and _DROP in _remedies(each))
    ]
    return [
        *(f"{action} {words.columns(indexes)}" for action, indexes in sorted(by_action.items())),
        *dict.fromkeys(others),
    ]


def _action(violations: Sequence[Violation]) -> str:
    """What settles all violations of a column at once: each can be mended by dropping."""
    if any(must_drop(each) for each in violations):
        return _DROP
    first = [each.remedies[0] for each in violations]
    treatments = dict.fromkeys(words.remedy(each) for each in first if each["do"] != "tag")
    tag = ["tag"] if any(each["do"] == "tag" for each in first) else []
    return f"{' and '.join([*tag, *treatments])} in" if treatments else "tag or drop"


def _remedies(violation: Violation) -> list[str]:
    return [str(remedy["do"]) for remedy in violation.remedies]


def _doubts(unknowns: Sequence[Unknown]) -> str:
    if len(unknowns) == 1:
        return unknowns[0].reason
    counts = Counter(each.kind for each in unknowns)
    return ", ".join(f"{kind} ({count})" for kind, count in sorted(counts.items()))
