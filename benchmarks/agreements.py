"""Times what looks at agreements alone, on made-up agreements of 200 clauses.

python -m benchmarks.agreements [FILE]

Each line says what was done, the seconds of its best run, and how many times as long as reading
the agreements it takes. Then decisions under FILE are timed, as benchmarks/decisions.py says. It
ends with 1 where a target was missed.
"""

import copy
import sys
import time
from collections.abc import Callable
from typing import Any

import hxlguard as hg
from benchmarks import decisions

CLAUSES = 200
MOST_SECONDS = 2.0
RUNS = 3

_HASHTAGS = (
    "org",
    "sector",
    "adm1",
    "adm2",
    "loc",
    "affected",
    "inneed",
    "reached",
    "need",
    "date",
)
_ENTITIES = ("PERSON_NAME", "PHONE_NUMBER", "EMAIL_ADDRESS", "IBAN_CODE", "PASSPORT")
_DATES = ("day", "month", "quarter", "year")


def agreement(clauses: int) -> dict[str, Any]:
    """An agreement of one flow: permits, forbids with exceptions, requires, levels, headers."""
    kinds: tuple[Callable[[int], dict[str, Any]], ...] = (
        lambda n: _rule(n, "permit", tags=[f"{_tag(n)}+k{n}", f"{_tag(n + 1)}+k{n}-x{n}"]),
        lambda n: _rule(n, "permit", headers=[f"Total {n}"]),
        lambda n: _rule(n, "forbid", tags=[f"{_tag(n)}-k{n}+x{n}"], **{"except": [f"#*+p{n}"]}),
        lambda n: _rule(n, "forbid", entities=[_ENTITIES[n % 5]], tags=[_tag(n)]),
        lambda n: _rule(n, "forbid", sensitivity={"at_least": "high"}, tags=[f"#*+s{n}"]),
        lambda n: _required(n, {"do": "truncate_date", "to": _DATES[n % 4]}, tags=[f"#date+k{n}"]),
        lambda n: _required(n, {"do": "round_coordinates", "decimals": n % 4}, tags=["#geo"]),
        lambda n: _required(n, {"do": "generalise_location", "admin_level": 2}, location="named"),
    )
    levels = clauses // 10
    return {
        "apiVersion": "hxlguard/v1",
        "kind": "SharingAgreement",
        "metadata": {"id": "made-up", "version": "1.0", "title": "Made up", "status": "active"},
        "validity": {"from": "2026-01-01", "until": "2026-12-31"},
        "classification": {
            "unclassified": "high",
            "rules": [
                {"id": f"level-{n}", "level": "low", "match": {"tags": [f"{_tag(n)}-s{n}"]}}
                for n in range(levels)
            ],
        },
        "flows": [
            {
                "id": "publish",
                "recipients": ["public"],
                "purposes": {"permit": ["public-information"]},
                "unit_of_record": "activity",
                "sensitivity_ceiling": "high",
                "rules": [kinds[n % len(kinds)](n) for n in range(clauses - levels)],
            }
        ],
    }


def with_few_edits(made: dict[str, Any]) -> dict[str, Any]:
    """One clause of each kind is gone."""
    edited = copy.deepcopy(made)
    del edited["flows"][0]["rules"][:8]
    return edited


def with_every_clause_edited(made: dict[str, Any]) -> dict[str, Any]:
    """No clause is the same, so nothing can be taken as it was."""
    edited = copy.deepcopy(made)
    for rule in (*edited["flows"][0]["rules"], *edited["classification"]["rules"]):
        for key in ("tags", "except"):
            if key in rule["match"]:
                rule["match"][key] = [f"{pattern}-new" for pattern in rule["match"][key]]
    return edited


def seconds(work: Callable[[], object]) -> float:
    """The best of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> int:
    """Print the table; 1 where a target was missed."""
    document = agreement(CLAUSES)
    reading = seconds(lambda: hg.load_agreement(document))
    old = hg.load_agreement(document)
    new = {
        "itself": old,
        "a version with 8 clauses less": hg.load_agreement(with_few_edits(document)),
        "a version with every clause edited": hg.load_agreement(with_every_clause_edited(document)),
    }
    work = {f"diff with {what}": _diffed(old, other) for what, other in new.items()}
    work["lint"] = lambda: hg.lint_agreement(old, on="2026-11-21")
    print(f"{CLAUSES} clauses; reading takes {reading:.3f} s; target: {MOST_SECONDS} s each")
    slowest = 0.0
    for what, todo in work.items():
        taken = seconds(todo)
        slowest = max(slowest, taken)
        print(f"{what:<45} {taken:8.3f} s {taken / reading:8.1f} x reading")
    print()
    too_slow = decisions.main()
    return int(slowest > MOST_SECONDS or too_slow)


def _diffed(old: hg.Agreement, new: hg.Agreement) -> Callable[[], object]:
    return lambda: hg.diff_agreements(old, new)


def _tag(number: int) -> str:
    return f"#{_HASHTAGS[number % len(_HASHTAGS)]}"


def _rule(number: int, effect: str, **match: Any) -> dict[str, Any]:
    return {"id": f"rule-{number}", "effect": effect, "match": match}


def _required(number: int, treatment: dict[str, Any], **match: Any) -> dict[str, Any]:
    return {**_rule(number, "require", **match), "with": [treatment]}


if __name__ == "__main__":
    sys.exit(main())
