"""How long it takes to decide once the facts are there: `python -m benchmarks.decisions [FILE]`.

Every flow of an agreement (a shipped one by default) decides about one made-up table of 200
columns. The seconds are those of the processor, the least of several runs, beside the most that a
decision should take.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable

from hxlguard.agreements import load_agreement
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.finding import Category, ColumnFinding, Detection, Via
from hxlguard.model.location import Rows
from hxlguard.model.ordered import Level
from hxlguard.model.profile import (
    ColumnProfile,
    DatePrecision,
    Observed,
    SourceProfile,
    TableProfile,
    UnitOfRecord,
)
from hxlguard.model.report import Transfer

COLUMNS, RUNS, MOST_SECONDS = 200, 20, 0.050
TAGS = (
    "#org+name",
    "#sector",
    "#adm1+code",
    "#adm2+name",
    "#geo+lat",
    "#date+start",
    "#reached+f",
    "#meta+id",
    "#respondee+age",
    "#contact+phone",
    "#indicator+num",
    "#need",
)
ALL_ROWS = Rows.of(range(3, 1003))


def main() -> int:
    """Print the table; 1 where a decision took too long."""
    agreement = load_agreement(sys.argv[1] if len(sys.argv) > 1 else "organisation-baseline")
    source = SourceProfile("made-up.csv", "text/csv", "0" * 64, (table(),))
    print(f"{agreement.id} {agreement.version}, {COLUMNS} columns\n")
    print(f"{'':<32}{'seconds':>10}{'of the most':>14}")
    slow = False
    for flow in agreement.document.flows:
        seconds = least_seconds(decision(agreement, flow, source))
        slow |= seconds > MOST_SECONDS
        print(f"{flow.id:<32}{seconds:>10.4f}{seconds / MOST_SECONDS:>13.0%}")
    return int(slow)


def decision(agreement: Agreement, flow: Flow, source: SourceProfile) -> Callable[[], object]:
    """What is timed: one decision, everything else done before."""
    transfer = Transfer(flow.id, flow.sender, flow.recipients[0], flow.purposes.permit[0])
    day = dt.date.fromisoformat(agreement.document.validity.until)
    return lambda: evaluate(agreement, (source,), transfer, day)


def least_seconds(work: Callable[[], object]) -> float:
    """The best of several runs."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def table() -> TableProfile:
    """A wide table, made up."""
    columns = tuple(column(index) for index in range(1, COLUMNS + 1))
    return TableProfile("made-up", False, 1000, 2, UnitOfRecord.UNKNOWN, 0.0, columns)


def column(index: int) -> ColumnProfile:
    """One of twelve kinds; every seventh column may hold a name, every fifth has no tag."""
    tag = f"{TAGS[index % len(TAGS)]}+x{index}" if index % 5 else None
    name = Detection("PERSON_NAME", (Via.VALUE,), 3, 0.003, 0.5, Rows.of((4, 5, 6)))
    finding = ColumnFinding(
        index=index,
        header=f"column {index}",
        tag=tag,
        proposed_tag=None if tag else TAGS[index % len(TAGS)],
        filled=1000,
        filled_rows=ALL_ROWS,
        category=Category.NON_PERSONAL,
        level=list(Level)[index % 3],
        confidence=0.9,
        detections=() if index % 7 else (name,),
    )
    seen = tag or ""
    return ColumnProfile(
        finding,
        decimals=(Observed(5, ALL_ROWS),) if "#geo" in seen else (),
        dates=(Observed(DatePrecision.DAY, ALL_ROWS),) if "#date" in seen else (),
        admin_level=2 if "#adm" in seen else None,
    )


if __name__ == "__main__":
    sys.exit(main())
