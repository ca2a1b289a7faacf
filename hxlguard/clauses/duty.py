"""What somebody must have done before the release."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.attesting import Unproven, judged_by_word
from hxlguard.clauses.clause import Case, Clause, Word
from hxlguard.model.kind import Kind

NOT_PROVEN = Kind(
    id="duty-not-proven",
    meaning="Something must be done before the release, and nothing shows that it was.",
    why="A promise that nobody kept protects nobody, and afterwards it is too late.",
    mend="Do what the clause asks for, and have somebody who answers for it attest that.",
)
KINDS = (NOT_PROVEN,)


def clauses(case: Case) -> Iterator[Clause]:
    """Every obligation of the flow that comes before the release."""
    for index, duty in enumerate(case.flow.obligations):
        if duty.phase == "before-release":
            reason = f"`{duty.code or duty.id}` must be done before release and is not proven"
            unproven = Unproven(duty.id, duty.check, NOT_PROVEN, reason)
            ref = case.written(f"{case.flow_pointer}/obligations/{index}", duty)
            yield Clause(ref, of_transfer=partial(_judge, case, unproven))


def _judge(case: Case, unproven: Unproven, _: object) -> Iterator[Word]:
    yield judged_by_word(case, unproven)
