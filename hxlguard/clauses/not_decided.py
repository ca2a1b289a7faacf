"""Sections that must hold before release and cannot be checked yet: they hold the release."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.clause import Case, Clause, Doubt, Word
from hxlguard.clauses.matching import CLAUSE_NOT_DECIDED
from hxlguard.model.kind import Kind
from hxlguard.model.report import ClauseRef

MEASURE_NOT_COMPUTED = Kind(
    id="measure-not-computed",
    meaning="A disclosure measure that must be met could not be computed.",
    why="Without it nobody knows whether people can be singled out.",
    mend="Compute the measure by other means and have the release approved.",
)
KINDS = (MEASURE_NOT_COMPUTED,)


def clauses(case: Case) -> Iterator[Clause]:
    """Disclosure and schema of the flow."""
    flow, at = case.flow, case.flow_pointer
    for index, limit in enumerate(flow.disclosure):
        ref = case.written(f"{at}/disclosure/{index}", limit)
        reason = f"`{limit.measure}` is not computed yet; compute it by other means"
        yield _undecided(ref, MEASURE_NOT_COMPUTED, reason)
    if flow.shape is not None:
        ref = case.implicit("schema", "The table has the shape that the flow asks for.")
        yield _undecided(ref, CLAUSE_NOT_DECIDED, "the schema is not checked yet; check by hand")


def _undecided(ref: ClauseRef, kind: Kind, reason: str) -> Clause:
    return Clause(ref, of_transfer=partial(_doubt, kind, reason))


def _doubt(kind: Kind, reason: str, _: object) -> Iterator[Word]:
    yield Doubt(kind.id, reason)
