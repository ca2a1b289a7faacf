"""How the file must travel: encrypted, signed and the like."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hxlguard.clauses.attesting import Unproven, judged_by_word
from hxlguard.clauses.clause import Case, Clause, Word
from hxlguard.model.kind import Kind

NOT_PROVEN = Kind(
    id="safeguard-not-proven",
    meaning="The file must travel in an agreed way, and nothing shows that it does.",
    why="A file that is lost or read on its way is out, however well its cells were protected.",
    mend="Prepare the transfer as agreed, and have somebody who answers for it attest that.",
)
KINDS = (NOT_PROVEN,)


def clauses(case: Case) -> Iterator[Clause]:
    """Every entry of the flow's `transfer`."""
    for index, way in enumerate(case.flow.transfer):
        unproven = Unproven(way.id, way.check, NOT_PROVEN, f"`{way.require}` is not proven")
        ref = case.written(f"{case.flow_pointer}/transfer/{index}", way)
        yield Clause(ref, of_transfer=partial(_judge, case, unproven))


def _judge(case: Case, unproven: Unproven, _: object) -> Iterator[Word]:
    yield judged_by_word(case, unproven)
