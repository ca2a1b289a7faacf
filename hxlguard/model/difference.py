"""What a new version of an agreement lets out that the old one did not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hxlguard.model.ordered import Level
from hxlguard.model.report import AgreementRef
from hxlguard.model.treatment import NOTHING, Protection
from hxlguard.terminal import wrap

_LINE = 100


class Ordering(StrEnum):
    """How the new version stands to the old one; nothing widens in the first two."""

    EQUIVALENT = "equivalent"
    NARROWING = "narrowing"
    WIDENING = "widening"
    INCOMPARABLE = "incomparable"

    @property
    def widens(self) -> bool:
        """True when something may leave that could not, or when that cannot be ruled out."""
        return self in (Ordering.WIDENING, Ordering.INCOMPARABLE)

    def __or__(self, other: Ordering) -> Ordering:
        """How both together stand: what widens here and narrows there is incomparable."""
        if self is other or other is Ordering.EQUIVALENT:
            return self
        return other if self is Ordering.EQUIVALENT else Ordering.INCOMPARABLE


@dataclass(frozen=True, slots=True)
class Witness:
    """The smallest column that one version lets out and the other one does not.

    Attributes:
        tag: its tag spec, or None where it has none.
        proposed_tag: what the header of an untagged column suggests, or None.
        header: its header, folded, where one matters.
        entities: what its cells hold, each with the least share of cells ("0" for a single cell).
        coordinates: True where its cells are coordinates although its tag does not say so.
        level: the least sensitivity that detection finds in it.
        rows: what stands in its rows, as pairs of a tag pattern and a word.
        protection: how finely it leaves.
    """

    tag: str | None
    proposed_tag: str | None = None
    header: str | None = None
    entities: tuple[tuple[str, str], ...] = ()
    coordinates: bool = False
    level: Level = Level.LOW
    rows: tuple[tuple[str, str], ...] = ()
    protection: Protection = NOTHING


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        ordering: what it does by itself.
        what: one sentence in lower case.
        witness: a column that shows it, where it is about columns.
    """

    ordering: Ordering
    what: str
    witness: Witness | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes of one flow, or of what the flows have in common.

    Attributes:
        flow: the flow's id, or None for what the flows have in common.
        changes: what widens first.
    """

    flow: str | None
    changes: tuple[Change, ...] = ()

    @property
    def ordering(self) -> Ordering:
        """What all changes do together."""
        return together(change.ordering for change in self.changes)


@dataclass(frozen=True, slots=True)
class AgreementDiff:
    """How two versions of an agreement differ in what they let out.

    Attributes:
        old: the version that is compared with.
        new: the version that is judged.
        common: what the flows have in common.
        flows: every flow of either version, in the order of the new one.
    """

    old: AgreementRef
    new: AgreementRef
    common: Difference
    flows: tuple[Difference, ...]

    @property
    def ordering(self) -> Ordering:
        """How the new version stands to the old one as a whole."""
        return together(part.ordering for part in (self.common, *self.flows))

    def to_text(self) -> str:
        """It for a person, as the command line prints it."""
        parts = (("in common", self.common), *((f"flow {part.flow}", part) for part in self.flows))
        lines = [f"{self.ordering.value}  {_named(self.old)} -> {_named(self.new)}"]
        for name, part in parts:
            lines += ["", *wrap(f"{name}: {part.ordering.value}", _LINE)]
            for change in part.changes:
                told = f"{change.ordering.value}: {change.what}"
                lines += wrap(told, _LINE, first="  ", rest="    ")
        return "\n".join(lines) + "\n"

    def to_json(self) -> str:
        """It for a program: `hxlguard/agreement-diff/v1` (schemas/)."""
        from hxlguard import diff_document

        return diff_document.render(self)

    def __repr__(self) -> str:
        return f"<AgreementDiff {_named(self.old)} -> {_named(self.new)}: {self.ordering.value}>"


def together(orderings: Iterable[Ordering]) -> Ordering:
    """How several changes stand together; none at all are equivalent."""
    found = Ordering.EQUIVALENT
    for ordering in orderings:
        found |= ordering
    return found


def _named(ref: AgreementRef) -> str:
    return f"{ref.id} {ref.version}"
