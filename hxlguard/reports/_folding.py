"""Puts violations that only repeat what another one condemns beside it: a shorter list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hxlguard.clauses.clause import ranges
from hxlguard.model.report import ClauseRef, Fact, Violation
from hxlguard.reports._places import Place, place_of
from hxlguard.reports._short import must_drop

_REPEATING = frozenset({"sensitivity-too-high", "field-not-permitted", "untagged-column"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A violation with those that repeat some of its columns.

    Attributes:
        violation: a clause of the agreement's text, or one that says something of its own.
        also: implicit clauses that condemn some of the same columns.
        alike: what further clauses, of other agreements for instance, say in the same words.
    """

    violation: Violation
    also: tuple[Violation, ...] = ()
    alike: tuple[Violation, ...] = ()

    @property
    def clauses(self) -> tuple[ClauseRef, ...]:
        """Each clause that says it, once."""
        return tuple(dict.fromkeys(each.clause for each in (self.violation, *self.alike)))

    @property
    def remedies(self) -> tuple[Mapping[str, Fact], ...]:
        """What mends all of it; only dropping, where one of `also` leaves nothing else."""
        dropped = _columns(*(each for each in self.also if must_drop(each)))
        if dropped and dropped >= _columns(self.violation):
            return tuple(each for each in self.violation.remedies if each["do"] == "drop")
        return self.violation.remedies

    def repeated(self) -> Iterator[str]:
        """Each clause of `also` with its kind, and the columns where it is not about all.

        What several agreements say alike stands there once.
        """
        yield from dict.fromkeys(map(self._repeated, self.also))

    def _repeated(self, violation: Violation) -> str:
        own = _columns(self.violation)
        shared = own & _columns(violation)
        where = "" if shared == own else f" in {ranges(shared)}"
        return f"{violation.clause.id} [{violation.kind}]{where}"


def folded(violations: Sequence[Violation]) -> list[Entry]:
    """Fold what says the same, and implicit clauses that only repeat what the text condemns."""
    condemned: dict[Place, set[int]] = {}
    for each in violations:
        if each.clause.pointer is not None:
            condemned.setdefault(place_of(each), set()).update(_columns(each))
    kept: list[Violation] = []
    repeats: list[Violation] = []
    for each in violations:
        repeating = each.clause.pointer is None and each.kind in _REPEATING
        is_covered = _columns(each) <= condemned.get(place_of(each), set())
        (repeats if repeating and is_covered and each.columns else kept).append(each)
    return [
        Entry(first, tuple(_shared(first, repeats)), tuple(alike)) for first, *alike in _alike(kept)
    ]


def told_once(violations: Sequence[Violation]) -> list[Entry]:
    """Fold only what says the same."""
    return [Entry(first, alike=tuple(alike)) for first, *alike in _alike(violations)]


def _alike(violations: Sequence[Violation]) -> Iterable[list[Violation]]:
    """Violations in groups that differ in nothing but the clause."""
    groups: dict[str, list[Violation]] = {}
    for each in violations:
        groups.setdefault(_said(each), []).append(each)
    return groups.values()


def _said(violation: Violation) -> str:
    is_written = violation.clause.pointer is not None
    return repr(replace(violation, clause=ClauseRef(str(is_written)), fingerprint=""))


def _shared(violation: Violation, repeats: Sequence[Violation]) -> Iterator[Violation]:
    """The repeats of a clause of the text."""
    for each in repeats:
        together = violation.clause.pointer is not None and place_of(each) == place_of(violation)
        if together and _columns(each) & _columns(violation):
            yield each


def _columns(*violations: Violation) -> frozenset[int]:
    return frozenset(column.index for each in violations for column in each.columns)
