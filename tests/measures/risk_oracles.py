"""Disclosure risk record by record, as slowly as its definitions read."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations
from math import comb, prod

Key = tuple[str | None, ...]


def same(one: Key, other: Key, at: tuple[int, ...]) -> bool:
    return all(one[i] == other[i] for i in at)


def agree(one: Key, other: Key, wildcard: bool) -> bool:
    return all(a == b or (wildcard and None in (a, b)) for a, b in zip(one, other, strict=True))


def individual_risks(
    keys: list[Key], weights: list[float], *, wildcard: bool = False
) -> list[float]:
    risks = []
    for key in keys:
        alike = [i for i, other in enumerate(keys) if agree(key, other, wildcard)]
        risks.append(risk(len(alike), sum(Fraction(weights[i]) for i in alike)))
    return risks


def risk(fk: int, people: Fraction) -> float:
    with localcontext(prec=120):
        p = Decimal(fk * people.denominator) / Decimal(people.numerator)
        q = 1 - p
        if p == 1:
            found = Decimal(1) / fk
        elif fk == 1:
            found = p / q * (1 / p).ln()
        elif fk == 2:
            found = p / q - (p / q) ** 2 * (1 / p).ln()
        else:
            found = p / (fk - q)
        return float(min(max(found, Decimal(0)), Decimal(1)))


def household_risks(risks: list[float], households: list[str]) -> list[float]:
    return [
        1 - prod(1 - r for r, other in zip(risks, households, strict=True) if other == household)
        for household in households
    ]


def minimal_uniques(keys: list[Key], most: int) -> list[set[tuple[int, ...]]]:
    """The MSUs of each record; None in a key is a blank that singles out nobody."""
    found = []
    for key in keys:
        msus: set[tuple[int, ...]] = set()
        for size in range(1, most + 1):
            for at in combinations(range(len(key)), size):
                blank = any(key[i] is None for i in at)
                alone = sum(same(key, other, at) for other in keys) == 1
                if alone and not blank and not any(set(msu) < set(at) for msu in msus):
                    msus.add(at)
        found.append(msus)
    return found


def suda(keys: list[Key], most: int) -> list[int]:
    attributes = len(keys[0])
    last = min(most, attributes - 1)
    return [
        sum(prod(attributes - i for i in range(len(msu), last + 1)) for msu in msus)
        for msus in minimal_uniques(keys, most)
    ]


def dis_suda(keys: list[Key], most: int, fraction: float) -> list[float]:
    attributes = len(keys[0])
    every = tuple(range(attributes))
    alike = [sum(same(key, other, every) for other in keys) for key in keys]
    uniques, paired = alike.count(1), alike.count(2)
    if not uniques:
        return [0.0] * len(keys)
    correct = uniques * fraction / (uniques * fraction + paired * (1 - fraction))
    power = 1 + (8 - attributes) / 20
    scores = [
        sum((2 ** (attributes - len(msu)) - 1) / comb(attributes, len(msu)) for msu in msus)
        for msus in minimal_uniques(keys, most)
    ]
    adjust = sum(score**-power for score in scores if score)
    return [
        1 / (1 + (uniques / correct - uniques) / (score**power * adjust)) if score else 0.0
        for score in scores
    ]


def zayatz(sizes: list[int], people: int) -> Fraction:
    """The chance that a sample unique is alone in a population of so many people."""
    records = sum(sizes)

    def one_drawn(size: int) -> Fraction:
        others = people - size
        drawn = comb(others, records - 1) if others >= records - 1 else 0
        return Fraction(size * drawn, comb(people, records))

    share = {size: Fraction(sizes.count(size), len(sizes)) for size in set(sizes)}
    return (
        share.get(1, Fraction(0))
        * one_drawn(1)
        / sum(part * one_drawn(size) for size, part in share.items())
    )
