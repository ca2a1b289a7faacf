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
    """Disclosure, transfer and duties before release of the flow, and `extends`."""
    flow, at = case.flow, case.flow_pointer
    for index, limit in enumerate(flow.disclosure):
        ref = case.written(f"{at}/disclosure/{index}", limit)
        reason = f"`{limit.measure}` is not computed yet; compute it by other means"
        yield _undecided(ref, MEASURE_NOT_COMPUTED, reason)
    for index, way in enumerate(flow.transfer):
        ref = case.written(f"{at}/transfer/{index}", way)
        yield _undecided(ref, CLAUSE_NOT_DECIDED, f"`{way.require}` is not proven; check by hand")
    for index, duty in enumerate(flow.obligations):
        if duty.phase == "before-release":
            ref = case.written(f"{at}/obligations/{index}", duty)
            what = f"`{duty.code or duty.id}` must be done before release and is not proven"
            yield _undecided(ref, CLAUSE_NOT_DECIDED, f"{what}; check by hand")
    if case.agreement.document.extends:
        ref = case.implicit("extends", "The agreements that this one extends hold too.")
        reason = "the agreements that this one extends are not read yet; check by hand"
        yield _undecided(ref, CLAUSE_NOT_DECIDED, reason)


def _undecided(ref: ClauseRef, kind: Kind, reason: str) -> Clause:
    return Clause(ref, of_transfer=partial(_doubt, kind, reason))


def _doubt(kind: Kind, reason: str, _: object) -> Iterator[Word]:
    yield Doubt(kind.id, reason)
