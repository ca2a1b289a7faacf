"""Check digits, computed over whole columns of numbers of equal length.

`tests/recognizers/test_check_digits.py` compares every one that python-stdnum knows with it.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

_VERHOEFF_ORDER = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)


def digits(numbers: pl.Series) -> list[pl.Series]:
    """The digits of numbers, from the left; all have the same length, 18 at most."""
    if numbers.is_empty():
        return []
    whole, length = numbers.cast(pl.Int64), len(numbers[0])
    return [whole // 10**place % 10 for place in reversed(range(length))]


def total(found: Iterable[pl.Series], weights: Iterable[int]) -> pl.Series:
    """The sum of the digits, each times its weight."""
    first, *more = (digit * weight for digit, weight in zip(found, weights, strict=False))
    for one in more:
        first = first + one
    return first


def luhn(numbers: pl.Series) -> pl.Series:
    """Whether the last digit is right after Luhn (ISO/IEC 7812-1, annex B)."""
    found = digits(numbers)
    last_first = [
        digit if place % 2 == 0 else digit * 2 // 10 + digit * 2 % 10
        for place, digit in enumerate(reversed(found))
    ]
    return total(last_first, [1] * len(found)) % 10 == 0


def verhoeff(numbers: pl.Series) -> pl.Series:
    """Whether the last digit is right after Verhoeff (1969): the group of a pentagon's turns."""
    check = pl.zeros(len(numbers), dtype=pl.Int64, eager=True)
    for place, digit in enumerate(reversed(digits(numbers))):
        moved = pl.Series(_VERHOEFF_ORDER[place % 8], dtype=pl.Int64).gather(digit)
        check = _TURNED.gather(check * 10 + moved)
    return check == 0


def _turn(one: int, other: int) -> int:
    """One element of the dihedral group of ten after another; from 5 on they are mirrored."""
    if one < 5:
        return (one + other) % 5 + (5 if other >= 5 else 0)
    return (one - other) % 5 + (5 if other < 5 else 0)


_TURNED = pl.Series([_turn(one, other) for one in range(10) for other in range(10)], dtype=pl.Int64)
