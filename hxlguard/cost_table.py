"""What a check has cost, as the lines that `--profile` prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hxlguard.clauses.clause import letters
from hxlguard.costs import WHOLE, Ledger
from hxlguard.model.profile import SourceProfile
from hxlguard.terminal import fit, neutral
from hxlguard.wording import plural

_STEPS = ("read", "tag", "load", "scan", "confirm", "measure")
_COLUMN_STEPS = ("scan", "confirm", "measure")
_LISTED = 20

_Place = tuple[int, int, int]
"""Source, table, column; each from 1."""


def cost_lines(ledger: Ledger, sources: Sequence[SourceProfile]) -> Iterator[str]:
    """Seconds by step, then the dearest columns; columns are worked on side by side."""
    steps: defaultdict[str, float] = defaultdict(float)
    columns: defaultdict[_Place, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for item, seconds in ledger.seconds.items():
        steps[item.step] += seconds
        if item.column != WHOLE:
            columns[item.source, item.table, int(item.column)][item.step] += seconds
    yield "SECONDS " + ", ".join(f"{step} {steps[step]:.2f}" for step in _STEPS)
    dearest = sorted(columns, key=lambda place: (-sum(columns[place].values()), place))
    yield f"  {'column':<58}" + "".join(f"{step:>10}" for step in _COLUMN_STEPS)
    for place in dearest[:_LISTED]:
        spent = "".join(f"{columns[place][step]:>10.3f}" for step in _COLUMN_STEPS)
        yield f"  {fit(_called(place, sources), 58)}{spent}"
    rest = dearest[_LISTED:]
    if rest:
        seconds = sum(sum(columns[place].values()) for place in rest)
        yield f"  and {plural(len(rest), 'column')} more, {seconds:.2f} seconds"


def _called(place: _Place, sources: Sequence[SourceProfile]) -> str:
    source, table, column = place
    profile = sources[source - 1].tables[table - 1]
    finding = profile.columns[column - 1].finding
    return neutral(f"{letters(column)} {finding.tag or 'no tag'} of {profile.name}")
