"""What equations say about suppressed counts, beside trying all numbers."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures.unsuppressing import Equation, rooms

HEIGHT, WIDTH, MOST = 3, 2, 4
Cells = dict[int, int]


def margins(numbers: Cells, unknown: set[int]) -> list[Equation]:
    """The totals of the rows and the columns of a small table, without what is known."""
    rows = [[row * WIDTH + at for at in range(WIDTH)] for row in range(HEIGHT)]
    lines = [*rows, *([row * WIDTH + at for row in range(HEIGHT)] for at in range(WIDTH))]
    return [
        Equation(
            {cell: Fraction(1) for cell in line if cell in unknown},
            Fraction(sum(numbers[cell] for cell in line if cell in unknown)),
        )
        for line in lines
        if unknown & {*line}
    ]


def holds(equations: list[Equation], fill: Cells, *, homogeneous: bool = False) -> bool:
    return all(
        sum(fill[cell] for cell in each.factors) == (0 if homogeneous else each.result)
        for each in equations
    )


def fills(unknown: set[int], numbers: range) -> list[Cells]:
    order = sorted(unknown)
    return [
        dict(zip(order, chosen, strict=True))
        for chosen in itertools.product(numbers, repeat=len(order))
    ]


@given(
    st.lists(st.integers(0, MOST), min_size=6, max_size=6),
    st.sets(st.integers(0, 5), min_size=1, max_size=5),
    st.lists(st.integers(0, 4), max_size=2),
)
def test_rooms_beside_trying_all_numbers(
    listed: list[int], unknown: set[int], left_out: list[int]
) -> None:
    numbers = dict(enumerate(listed))
    equations = margins(numbers, unknown)
    equations = [each for at, each in enumerate(equations) if at not in left_out]
    found = rooms(equations, {}, whole=True)
    spoken_of = {cell for each in equations for cell in each.factors}
    assert found.keys() == spoken_of
    possible = [fill for fill in fills(spoken_of, range(2 * MOST + 1)) if holds(equations, fill)]
    moves = [
        fill for fill in fills(spoken_of, range(-1, 2)) if holds(equations, fill, homogeneous=True)
    ]
    for cell, room in found.items():
        seen = {fill[cell] for fill in possible}
        assert room.most is not None
        assert room.least <= min(seen) <= max(seen) <= room.most
        if all(move[cell] == 0 for move in moves):
            assert room.least == room.most == numbers[cell]


def test_a_sign_bounds_what_a_count_may_be() -> None:
    sum_of_both = Equation({1: Fraction(1), 2: Fraction(1)}, Fraction(10))
    found = rooms([sum_of_both], {1: 4}, whole=True)
    assert (found[1].least, found[1].most) == (0, 4)
    assert (found[2].least, found[2].most) == (6, 10)


def test_a_suppressed_total_is_no_less_than_its_parts() -> None:
    total = Equation({1: Fraction(1), 2: Fraction(-1)}, Fraction(7))
    found = rooms([total], {}, whole=True)
    assert (found[1].least, found[1].most) == (7, None)
    assert (found[2].least, found[2].most) == (0, None)


def test_equations_that_contradict_each_other_end() -> None:
    contradicting = [Equation({1: Fraction(1)}, Fraction(of)) for of in (3, 5)]
    assert rooms(contradicting, {}, whole=True)[1].least == 5
