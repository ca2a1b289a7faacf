"""Every measure of classes as its definition says it, record by record and slow."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

Cell = str | None
Record = dict[str, Cell]


def bare(cell: Cell) -> Cell:
    return (cell or "").strip() or None


def agrees(one: Record, other: Record, keys: Sequence[str], blanks: str) -> bool:
    pairs = [(bare(one[key]), bare(other[key])) for key in keys]
    if blanks == "wildcard":
        return all(a == b or a is None or b is None for a, b in pairs)
    return all(a == b for a, b in pairs)


def groups(records: Sequence[Record], keys: Sequence[str], blanks: str) -> list[list[Record]]:
    """For each record those that agree with it."""
    return [[other for other in records if agrees(one, other, keys, blanks)] for one in records]


def counted(records: Sequence[Record], column: str) -> Counter[Cell]:
    return Counter(bare(record[column]) for record in records)


def k_anonymity(records: Sequence[Record], keys: Sequence[str], blanks: str) -> int:
    return min(len(group) for group in groups(records, keys, blanks))


def uniques(records: Sequence[Record], keys: Sequence[str], blanks: str) -> int:
    return sum(len(group) == 1 for group in groups(records, keys, blanks))


# each of these is about one group beside the whole table


def distinct(group: Counter[Cell], whole: Counter[Cell]) -> float:
    return len(group)


def entropy(group: Counter[Cell], whole: Counter[Cell]) -> float:
    shares = [count / group.total() for count in group.values()]
    return math.exp(-sum(share * math.log(share) for share in shares))


def recursive(c: float) -> Callable[[Counter[Cell], Counter[Cell]], float]:
    def greatest_l(group: Counter[Cell], whole: Counter[Cell]) -> float:
        counts = sorted(group.values(), reverse=True)
        good = [
            size for size in range(1, len(counts) + 1) if counts[0] < c * sum(counts[size - 1 :])
        ]
        return max(good, default=0)

    return greatest_l


def alpha(group: Counter[Cell], whole: Counter[Cell]) -> float:
    return max(group.values()) / group.total()


def beta(group: Counter[Cell], whole: Counter[Cell]) -> float:
    return max(group[value] / group.total() / (whole[value] / whole.total()) - 1 for value in group)


def enhanced_beta(group: Counter[Cell], whole: Counter[Cell]) -> float:
    """The basic one, or infinity where a value gains more than the enhanced form ever allows."""
    for value, count in group.items():
        overall = whole[value] / whole.total()
        if count / group.total() / overall - 1 > -math.log(overall) + 1e-9:
            return math.inf
    return beta(group, whole)


def delta(group: Counter[Cell], whole: Counter[Cell]) -> float:
    if set(group) != set(whole):
        return math.inf
    return max(
        abs(math.log(group[value] / group.total() / (whole[value] / whole.total())))
        for value in group
    )


def equal_distance(group: Counter[Cell], whole: Counter[Cell]) -> float:
    return (
        sum(abs(group[value] / group.total() - whole[value] / whole.total()) for value in whole) / 2
    )


def ordered_distance(group: Counter[Cell], whole: Counter[Cell]) -> float:
    numbers = sorted({float(value or "") for value in whole})
    moved, cost = 0.0, 0.0
    for number in numbers:
        same = [value for value in whole if float(value or "") == number]
        moved += sum(group[v] / group.total() - whole[v] / whole.total() for v in same)
        cost += abs(moved)
    return cost / (len(numbers) - 1) if len(numbers) > 1 else 0.0


def hierarchical_distance(
    lengths: Sequence[int],
) -> Callable[[Counter[Cell], Counter[Cell]], float]:
    """As the paper adds it up: what is moved below each group, times the height of the group."""

    def distance(group: Counter[Cell], whole: Counter[Cell]) -> float:
        height = len(lengths) + 1
        extra = {
            value: group[value] / group.total() - whole[value] / whole.total() for value in whole
        }

        def cost(values: list[Cell], depth: int) -> float:
            if depth == height:
                return 0.0
            children: dict[Cell, list[Cell]] = {}
            for value in values:
                part = value and value[: lengths[depth]] if depth < len(lengths) else value
                children.setdefault(part, []).append(value)
            extras = [sum(extra[value] for value in child) for child in children.values()]
            surplus = sum(each for each in extras if each > 0)
            lack = -sum(each for each in extras if each < 0)
            here = (height - depth) / height * min(surplus, lack)
            return here + sum(cost(child, depth + 1) for child in children.values())

        return cost(list(whole), 0)

    return distance
