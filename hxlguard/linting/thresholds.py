"""Numbers that nothing can miss, and numbers that nothing can meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from hxlguard.linting.lint import Lint, Mark, Subject, written_clauses
from hxlguard.model.agreement import Disclosure, Flow
from hxlguard.model.disclosure import AT_LEAST, MeasureName
from hxlguard.model.lint import LintLevel
from hxlguard.model.rule import ClassificationRule, Forbid, Require
from hxlguard.model.shape import ExpectedRows

_LEAST_OF_ALL: Mapping[MeasureName, int] = {
    "k_anonymity": 1,
    "l_diversity": 1,
    "min_cell_count": 1,
    "p_percent": 0,
}
"""Measures with `at_least`, each with the number that every table has anyway."""

_MOST_THAT_ALLOWS_ALL: Mapping[MeasureName, int] = {
    "t_closeness": 1,
    "alpha_k_anonymity": 1,
    "global_risk": 1,
    "individual_risk": 1,
    "household_risk": 1,
    "share_above_risk": 1,
    "population_uniqueness": 1,
    "sample_uniques_share": 1,
    "dis_suda": 1,
    "dominance": 1,
}
"""Measures with `at_most` that have a largest value, and which one."""

_NEVER_ZERO = (
    "global_risk",
    "individual_risk",
    "household_risk",
    "expected_reidentifications",
    "dominance",
)
"""Measures that are above zero for any table that holds a row."""


def _vacuous(subject: Subject) -> Iterator[Mark]:
    for pointer, clause in written_clauses(subject.document):
        if isinstance(clause, Disclosure) and (why := _asks_for_nothing(clause)):
            yield Mark(pointer, f"`{clause.measure}` in `{clause.id}` {why}")
        if isinstance(clause, ClassificationRule | Forbid | Require):
            least = clause.match.min_coverage
            if least is not None and Decimal(least) == 0:
                yield Mark(pointer, f"`min_coverage` of 0 in `{clause.id}` asks for nothing")
    for pointer, flow, expected, _ in _expectations(subject):
        if not expected.at_least and expected.at_most is None:
            yield Mark(pointer, f"flow `{flow.id}` expects any number of rows")


def _asks_for_nothing(limit: Disclosure) -> str | None:
    if limit.measure in AT_LEAST:
        if limit.at_least is None:
            return "has no `at_least`"
        if Decimal(limit.at_least) <= _LEAST_OF_ALL[limit.measure]:
            return f"of at least {limit.at_least} is met by every table"
        return None
    if limit.at_most is None:
        return "has no `at_most`"
    largest = _MOST_THAT_ALLOWS_ALL.get(limit.measure)
    if largest is not None and Decimal(limit.at_most) >= largest:
        return f"of at most {limit.at_most} is met by every table"
    return None


def _impossible(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        for index, limit in enumerate(case.flow.disclosure):
            shape = case.flow.shape
            if why := _cannot_be_met(limit, shape.max_rows if shape else None):
                pointer = f"{case.flow_pointer}/disclosure/{index}"
                yield Mark(pointer, f"`{limit.measure}` in `{limit.id}` {why}")
    for pointer, flow, expected, max_rows in _expectations(subject):
        bounds = [bound for bound in (expected.at_most, max_rows) if bound is not None]
        if bounds and max(expected.at_least or 0, 1) > min(bounds):
            yield Mark(pointer, f"flow `{flow.id}` expects a number of rows that no table has")


def _expectations(subject: Subject) -> Iterator[tuple[str, Flow, ExpectedRows, int | None]]:
    """Where a flow says how many rows it expects, with the most that may leave."""
    for case in subject.cases:
        shape = case.flow.shape
        if shape is not None and shape.expected_rows is not None:
            pointer = f"{case.flow_pointer}/schema/expected_rows"
            yield pointer, case.flow, shape.expected_rows, shape.max_rows


def _cannot_be_met(limit: Disclosure, max_rows: int | None) -> str | None:
    least = None if limit.at_least is None else Decimal(limit.at_least)
    most = None if limit.at_most is None else Decimal(limit.at_most)
    if least is not None and most is not None and least > most:
        return f"of at least {limit.at_least} and at most {limit.at_most} cannot be"
    if most == 0 and limit.measure in _NEVER_ZERO:
        return "is above 0 in every table"
    if limit.measure == "k_anonymity" and max_rows is not None and (least or 0) > max_rows:
        return f"of at least {limit.at_least} needs more than the {max_rows} rows that may leave"
    return None


LINTS = (
    Lint(
        code="HXA310",
        level=LintLevel.WARNING,
        meaning="A threshold is met by every table there is.",
        why="It reads as a protection and protects nobody.",
        mend="Set the number that people agreed to, or remove the clause.",
        check=_vacuous,
    ),
    Lint(
        code="HXA311",
        level=LintLevel.ERROR,
        meaning="A threshold is met by no table there is.",
        why="A clause that nobody can meet is soon worked around together with all others.",
        mend="Set a number that can be met.",
        check=_impossible,
    ),
)
