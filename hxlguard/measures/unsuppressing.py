"""Which suppressed counts the margins of a table give away.

The margins are linear equations, and counts are not negative. A count is given away where the
equations determine it, found exactly by elimination, or where they leave no room up to the limit.
Room is told from each equation by itself and from each reduced one, over and over: what only a
linear program over all of them at once would tell is not found.

Cox, L. H. (1980). Suppression methodology and statistical disclosure control. Journal of the
American Statistical Association 75(370).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

MOST_STEPS = 3_000_000
"""Terms that elimination may touch before it gives up."""

_ROUNDS = 50


class TooIntricate(Exception):
    """The table or its equations are too large to be solved; nobody may take it for an answer."""


@dataclass(frozen=True, slots=True)
class Equation:
    """The sum of unknown counts, each times its factor, is `result`."""

    factors: Mapping[int, Fraction]
    result: Fraction


@dataclass(slots=True)
class Room:
    """What an unknown count may be; `most` is None where nothing bounds it."""

    least: Fraction = Fraction(0)
    most: Fraction | None = None


@dataclass(slots=True)
class _Budget:
    left: int = field(default_factory=lambda: MOST_STEPS)

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise TooIntricate


def rooms(
    equations: Sequence[Equation], most: Mapping[int, int], *, whole: bool
) -> dict[int, Room]:
    """The room of each unknown count.

    Args:
        equations: the margins.
        most: the greatest number that a sign such as `<5` leaves open.
        whole: whether counts are whole numbers.

    Raises:
        TooIntricate: the equations are too many.
    """
    budget, found = _Budget(), dict[int, Room]()
    for component in _components(equations):
        for cell in sorted({cell for each in component for cell in each.factors}):
            bound = most.get(cell)
            found[cell] = Room(most=None if bound is None else Fraction(bound))
        _narrow([*component, *_reduced(component, budget)], found, budget, whole=whole)
    return found


def _components(equations: Sequence[Equation]) -> Iterator[list[Equation]]:
    """The equations in groups that share no unknown."""
    leader: dict[int, int] = {}

    def led(cell: int) -> int:
        while leader.setdefault(cell, cell) != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    for equation in equations:
        first, *others = equation.factors
        for other in others:
            leader[led(other)] = led(first)
    groups: dict[int, list[Equation]] = {}
    for equation in equations:
        groups.setdefault(led(next(iter(equation.factors))), []).append(equation)
    yield from groups.values()


def _reduced(equations: Sequence[Equation], budget: _Budget) -> list[Equation]:
    """The equations in reduced echelon form; what contradicts the ones before it is left out."""
    pivots: dict[int, Equation] = {}
    for equation in equations:
        for cell in sorted(equation.factors.keys() & pivots.keys()):
            equation = _without(equation, cell, pivots[cell], budget)
        if not equation.factors:
            continue
        pivot = min(equation.factors)
        factor = equation.factors[pivot]
        unit = Equation(
            {cell: value / factor for cell, value in equation.factors.items()},
            equation.result / factor,
        )
        for other, known in pivots.items():
            if pivot in known.factors:
                pivots[other] = _without(known, pivot, unit, budget)
        pivots[pivot] = unit
    return list(pivots.values())


def _without(equation: Equation, cell: int, pivot: Equation, budget: _Budget) -> Equation:
    """The equation less as much of `pivot` as it takes to be rid of a cell."""
    budget.spend(len(equation.factors) + len(pivot.factors))
    times = equation.factors[cell]
    factors = dict(equation.factors)
    for other, value in pivot.factors.items():
        factors[other] = factors.get(other, Fraction(0)) - times * value
    left = {other: value for other, value in factors.items() if value}
    return Equation(left, equation.result - times * pivot.result)


def _narrow(
    equations: Sequence[Equation], found: dict[int, Room], budget: _Budget, *, whole: bool
) -> None:
    """Narrow the rooms until no equation narrows them any more, or for some rounds."""
    for _ in range(_ROUNDS):
        changes = [_narrowed(each, found, budget, whole=whole) for each in equations]
        if not any(changes):
            return


def _narrowed(equation: Equation, found: dict[int, Room], budget: _Budget, *, whole: bool) -> bool:
    budget.spend(len(equation.factors))
    terms = [
        (cell, factor, *_span(factor, found[cell])) for cell, factor in equation.factors.items()
    ]
    endless_down = sum(low is None for _, _, low, _ in terms)
    endless_up = sum(high is None for _, _, _, high in terms)
    lowest = sum((low for _, _, low, _ in terms if low is not None), Fraction(0))
    highest = sum((high for _, _, _, high in terms if high is not None), Fraction(0))
    changed = False
    for cell, factor, low, high in terms:
        others_low = lowest - low if low is not None else lowest
        others_high = highest - high if high is not None else highest
        can_cap = endless_down == (low is None)
        can_raise = endless_up == (high is None)
        cap = (equation.result - others_low) / factor if can_cap else None
        floor = (equation.result - others_high) / factor if can_raise else None
        if factor < 0:
            cap, floor = floor, cap
        changed |= _tighten(found[cell], floor, cap, whole=whole)
    return changed


def _span(factor: Fraction, room: Room) -> tuple[Fraction | None, Fraction | None]:
    """The least and the greatest that a term may be; None where nothing bounds it."""
    ends = factor * room.least, None if room.most is None else factor * room.most
    return ends if factor > 0 else (ends[1], ends[0])


def _tighten(room: Room, floor: Fraction | None, cap: Fraction | None, *, whole: bool) -> bool:
    if whole and cap is not None:
        cap = Fraction(math.floor(cap))
    if whole and floor is not None:
        floor = Fraction(math.ceil(floor))
    before = room.least, room.most
    if cap is not None and (room.most is None or cap < room.most):
        room.most = cap
    if floor is not None and floor > room.least:
        room.least = floor
    return (room.least, room.most) != before
