"""Columns that one version lets out and the other one does not, found by the algebra of patterns.

The decision about a column is `drop` where nothing permits it or a clause forbids it, else the join
of all that is required. So it loosens only where a permit is new, or where a demand is gone or
weaker. For each of these the search builds the least column that shows it: nothing that could only
bring more demands is in it. Where the search gives up, the answer is incomparable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import reduce
from itertools import product

from hxlguard.differing.conditions import (
    COORDINATES,
    Condition,
    Decisions,
    Demand,
    Shape,
    Tagged,
    places_from,
    regions,
    without,
)
from hxlguard.model.difference import Witness
from hxlguard.model.patterns import TagSet, Unsettled, witness
from hxlguard.model.tag import TagSpec
from hxlguard.model.treatment import DROPPED, NOTHING, Protection

_Known = dict[Condition, list[tuple[TagSet | None, Protection]]]
"""What is said about columns: by all of their conditions but the tags."""

MOST_SEARCHES = 4_000
"""How often one version is searched before the rest is given up as too intricate."""

_UNTAGGED: tuple[Tagged, ...] = ("not", "proposed")


@dataclass(frozen=True, slots=True)
class Loosening:
    """A column that the new version lets out and the old one does not.

    Attributes:
        witness: the column, or None where the search gave up.
        clause: what stood in its way; None where the old version does not permit it at all.
        respect: what was asked of it there.
        stopped: True where only the sensitivity ceiling of the new version still stops it.
    """

    witness: Witness | None
    clause: str | None = None
    respect: Protection = DROPPED
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class _Reason:
    """One way in which the new version may be looser."""

    condition: Condition
    clause: str | None = None
    respect: Protection = DROPPED
    of_ceiling: bool = False


def loosenings(old: Decisions, new: Decisions) -> Iterator[Loosening]:
    """Every way in which `new` lets out what `old` does not, each with its smallest column."""
    budget = iter(range(MOST_SEARCHES))
    whole, unlimited = _Asking((*new.demands, *new.ceiling)), _Asking(new.demands)
    reasons = list(_reasons(old, new))
    if reasons and len({each.rows for each in (*new.permits, *new.low) if each.rows}) > 1:
        yield Loosening(None)  # which rows go together is not tried out
    for reason in reasons:
        search = _Search(reason, old, new, whole, unlimited, budget)
        try:
            yield from search.loosening()
        except Unsettled:
            yield Loosening(None, reason.clause, reason.respect)


def _reasons(old: Decisions, new: Decisions) -> Iterator[_Reason]:
    granted = _known((permit, DROPPED) for permit in old.permits)
    for permit in dict.fromkeys(new.permits):
        wider = (part for part in _parts(permit) if not _plainly(part, DROPPED, granted))
        yield from (_Reason(part) for part in wider)
    yield from _weaker(old.demands, new.demands, of_ceiling=False)
    yield from _weaker(old.ceiling, (*new.demands, *new.ceiling), of_ceiling=True)


def _weaker(old: Iterable[Demand], new: Iterable[Demand], *, of_ceiling: bool) -> Iterator[_Reason]:
    asked = _known((demand.condition, demand.protection) for demand in new)
    for demand in dict.fromkeys(old):
        for respect, part in product(_respects(demand.protection), _parts(demand.condition)):
            if not _plainly(part, respect, asked):
                yield _Reason(part, demand.clause, respect, of_ceiling)


def _known(pairs: Iterable[tuple[Condition, Protection]]) -> _Known:
    found: _Known = {}
    for condition, protection in pairs:
        key = replace(condition, tags=None)
        found.setdefault(key, []).append((condition.tags, protection))
    return found


def _plainly(part: Condition, respect: Protection, known: _Known) -> bool:
    """True when one of these alone says as much about all these columns: that needs no search."""
    return any(
        respect <= protection and (tags is None or (part.tags and part.tags <= tags))
        for tags, protection in known.get(replace(part, tags=None), ())
    )


def _parts(condition: Condition) -> Iterator[Condition]:
    """One condition for each tag pattern, so that each finds its own column."""
    tags = condition.tags
    if tags is None:
        yield condition
        return
    for pattern in tags.patterns:
        yield replace(condition, tags=TagSet((pattern,), tags.excluded))


def _respects(asked: Protection) -> Iterator[Protection]:
    """What is asked, one respect at a time."""
    if asked.drop:
        yield asked
        return
    for name in ("decimals", "admin_level", "date", "cuts", "identifier"):
        value = getattr(asked, name)
        if value is not None:
            yield Protection(**{name: value})


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of columns of one shape.

    Attributes:
        pairs: which columns, by their tags, and what of them.
        unrounded: those to round though their tags are not known to hold coordinates.
        finer: those whose tags name places more finely than is asked.
    """

    pairs: list[tuple[TagSet, Protection]]
    unrounded: list[TagSet]
    finer: list[TagSet]

    @classmethod
    def of(cls, demands: Iterable[Demand], shape: Shape) -> _Asked:
        """Take together what `demands` mean for a shape."""
        found = ((demand.condition.region(shape), demand.protection) for demand in demands)
        told = dict.fromkeys(found)
        pairs = [(region, protection) for region, protection in told if region is not None]
        known = [] if shape.tagged == "not" else [COORDINATES]
        unrounded = [
            without(region, known)
            for region, protection in pairs
            if protection.decimals is not None and not shape.located
        ]
        finer = [
            region & places_from(protection.admin_level + 1)
            for region, protection in pairs
            if protection.admin_level is not None
        ]
        return cls(pairs, unrounded, finer)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What demands ask of columns of any shape, worked out once for all searches."""

    demands: tuple[Demand, ...]
    _known: dict[Shape, _Asked] = field(default_factory=dict, compare=False, repr=False)

    def of(self, shape: Shape) -> _Asked:
        if shape not in self._known:
            self._known[shape] = _Asked.of(self.demands, shape)
        return self._known[shape]


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one reason; the ceiling counts in `whole` and not in `unlimited`."""

    reason: _Reason
    old: Decisions
    new: Decisions
    whole: _Asking
    unlimited: _Asking
    budget: Iterator[int]

    def loosening(self) -> Iterator[Loosening]:
        """The smallest column that really leaves, else one that only the ceiling stops.

        Raises:
            Unsettled: the search was given up.
        """
        clause, respect = self.reason.clause, self.reason.respect
        found = self._witness(self.whole, as_tagged=True)
        if found is None and any(
            each.protection.admin_level is not None for each in self.whole.demands
        ):
            found = self._witness(self.whole)
        if found is not None:
            yield Loosening(found, clause, respect)
        elif not self.reason.of_ceiling and self.new.ceiling:
            found = self._witness(self.unlimited)
            yield from [Loosening(found, clause, respect, stopped=True)] if found else []

    def _witness(self, asking: _Asking, *, as_tagged: bool = False) -> Witness | None:
        """The first column found; `as_tagged` where it names places as finely as its tag says."""
        found = (
            self._column(shape, own, asking.of(shape), as_tagged)
            for shape in self._shapes()
            for own in self._regions(shape)
            if own
        )
        return next((column for column in found if column is not None), None)

    def _regions(self, shape: Shape) -> Iterator[list[TagSet]]:
        """Where the reason holds; the tags that people use for coordinates come first."""
        condition = self.reason.condition
        whole = regions([condition], shape)
        level = self.reason.respect.admin_level
        if level is not None:
            finer = places_from(level + 1)
            yield [region & finer for region in whole if shape.tagged != "not"]
            return
        if not condition.located or condition.tags is not None or shape.located:
            yield whole
            return
        for pattern in COORDINATES.patterns:
            yield [region & TagSet((pattern,)) for region in whole]

    def _column(
        self, shape: Shape, own: list[TagSet], asked: _Asked, as_tagged: bool
    ) -> Witness | None:
        if next(self.budget, None) is None:
            raise Unsettled
        granted = own if self._is_permit else regions(self.new.permits, shape)
        respect = self.reason.respect
        outside = [region for region, protection in asked.pairs if respect <= protection]
        if self._is_permit:
            outside += regions(self.old.permits, shape)
        outside += asked.unrounded
        if as_tagged:
            outside += asked.finer
        tag = witness(granted, outside, also=[own])
        if tag is None:
            return None
        return self._settled(shape, tag, granted, outside, own, asked.pairs)

    def _settled(
        self,
        shape: Shape,
        tag: TagSpec,
        granted: list[TagSet],
        outside: list[TagSet],
        own: list[TagSet],
        asked: list[tuple[TagSet, Protection]],
    ) -> Witness:
        """The column, unless several demands together drop it or ask as much as one did.

        Raises:
            Unsettled: they do, and leaving out one of them does not help.
        """
        met = [(region, protection) for region, protection in asked if region.matches(tag)]
        if self._passes(joined := _join(met)):
            return _described(shape, tag, joined)
        for left_out, _ in met:
            other = witness(granted, [*outside, left_out], also=[own])
            if other is not None:
                joined = _join([each for each in asked if each[0].matches(other)])
                if self._passes(joined):
                    return _described(shape, other, joined)
        raise Unsettled

    def _passes(self, joined: Protection) -> bool:
        return not joined.drop and not self.reason.respect <= joined

    @property
    def _is_permit(self) -> bool:
        return self.reason.clause is None

    def _shapes(self) -> Iterator[Shape]:
        """The least columns that the reason is about, simplest first."""
        condition = self.reason.condition
        granting = (*self.new.permits, *self.new.low)
        more_rows = [frozenset[tuple[str, str]](), *_rows(granting)]
        own_rows = [frozenset(pairs) for pairs in _choices(condition.rows)]
        for measured, more, rows, headed, entities in product(
            (False, True) if self._may_need_coordinates() else (False,),
            more_rows,
            own_rows,
            self._headed(granting),
            self._entities(),
        ):
            tagged, header = headed
            yield Shape(tagged, header, entities, measured, condition.level, rows | more)

    def _may_need_coordinates(self) -> bool:
        return self.reason.condition.located or any(
            demand.protection.decimals is not None for demand in self.new.demands
        )

    def _headed(self, granting: Iterable[Condition]) -> list[tuple[Tagged, str | None]]:
        own = self.reason.condition.headers
        listed = {name for each in granting for name in each.headers or ()} if own is None else own
        named = self._unlike_headers(listed)
        headers = ([None] if own is None else []) + named
        written: list[tuple[Tagged, str | None]] = [("written", header) for header in headers]
        held = own is None and any(not (each.headers or each.of_tag) for each in granting)
        untagged: list[tuple[Tagged, str | None]] = [
            (how, header) for how in _UNTAGGED for header in ([None] if held else []) + named
        ]
        by_header = self._is_permit and self.reason.condition.tags is None
        return untagged + written if by_header else written + untagged

    def _unlike_headers(self, names: Iterable[str]) -> list[str]:
        """Headers that both versions treat alike need one try."""
        seen: dict[frozenset[Condition], str] = {}
        headed = [each for each in self._conditions() if each.headers]
        for name in sorted(names):
            treated = (each for each in headed if each.headers and name in each.headers)
            seen.setdefault(frozenset(replace(each, headers=None) for each in treated), name)
        return sorted(seen.values())

    def _conditions(self) -> Iterator[Condition]:
        yield from (*self.new.permits, *self.new.low, *self.old.permits, *self.old.low)
        yield from (demand.condition for demand in self.whole.demands)

    def _entities(self) -> list[tuple[tuple[str, Decimal], ...]]:
        """One of each list; entities that the new version treats alike need one try."""
        unlike = [
            [(name, least) for name in self._unlike(names)]
            for names, least in self.reason.condition.entities
        ]
        return sorted({_merged(chosen) for chosen in product(*unlike)})

    def _unlike(self, names: Iterable[str]) -> Iterator[str]:
        seen = set()
        lists = {each for demand in self.whole.demands for each in demand.condition.entities}
        for name in sorted(names):
            shape = Shape(entities=((name, Decimal(1)),))
            treated = shape.located, frozenset(each for each in lists if name in each[0])
            if treated not in seen:
                seen.add(treated)
                yield name


def _join(asked: Iterable[tuple[TagSet, Protection]]) -> Protection:
    return reduce(Protection.__or__, (protection for _, protection in asked), NOTHING)


def _merged(chosen: Iterable[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    most: dict[str, Decimal] = {}
    for name, share in chosen:
        most[name] = max(share, most.get(name, share))
    return tuple(sorted(most.items()))


def _choices(rows: Iterable[tuple[str, frozenset[str]]]) -> Iterator[tuple[tuple[str, str], ...]]:
    """One word for each tag."""
    return product(*([(tag, word) for word in sorted(words)] for tag, words in sorted(rows)))


def _rows(granting: Iterable[Condition]) -> list[frozenset[tuple[str, str]]]:
    found = (frozenset(pairs) for each in granting for pairs in _choices(each.rows))
    return sorted({pairs for pairs in found if pairs}, key=sorted)


def _described(shape: Shape, tag: TagSpec, joined: Protection) -> Witness:
    return Witness(
        tag=str(tag) if shape.tagged == "written" else None,
        proposed_tag=str(tag) if shape.tagged == "proposed" else None,
        header=shape.header,
        entities=tuple((name, str(share)) for name, share in shape.entities),
        coordinates=shape.measured and not COORDINATES.matches(tag),
        level=shape.level,
        rows=tuple(sorted(shape.rows)),
        protection=joined,
    )
