"""Examples for the lints about waivers."""

from __future__ import annotations

from typing import Any

from tests.facts import document, forbid, permit
from tests.linting.example import Example

GOVERNANCE = {
    "waiver_authorities": [
        {"id": "dpo", "party": "us", "role": "DPO"},
        {"id": "chair", "party": "them", "role": "Chair"},
        {"id": "head", "party": "us", "role": "Head"},
    ],
    "waiver_policy": {"max_duration": "P1M", "approvers_required": 2},
}
APPROVALS = [{"authority": name, "date": "2026-11-01"} for name in ("dpo", "chair")]
CLASSES = {"rules": [{"id": "s", "level": "high", "match": {"tags": ["#geo"]}}]}
RULES = (
    permit("#org", "#geo"),
    forbid("no-geo", tags=["#geo"]),
    {**forbid("no-names", entities=["PERSON_NAME"]), "waivable": False},
)


def waived(*, policy: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    waiver = {
        "id": "w",
        "clauses": ["no-geo"],
        "scope": {"flow": "publish", "tags": ["#geo+lat"]},
        "reason": "a reason",
        "requested_by": {"party": "us", "role": "Officer"},
        "approvals": APPROVALS,
        "from": "2026-11-01",
        "expires": "2026-11-30",
        **changes,
    }
    governance = {**GOVERNANCE, "waiver_policy": {**GOVERNANCE["waiver_policy"], **(policy or {})}}
    return document(*RULES, governance=governance, waivers=[waiver])


def needing(
    clauses: list[str], *rules: dict[str, Any], ceiling: str = "severe", tags: Any = ("#geo+lat",)
) -> dict[str, Any]:
    made = waived(clauses=clauses, scope={"flow": "publish", "tags": list(tags)})
    made["flows"][0] |= {"rules": list(rules), "sensitivity_ceiling": ceiling}
    made["classification"] = CLASSES
    return made


def asked_by(**role: str) -> dict[str, Any]:
    return waived(requested_by={"party": "us", **role})


def approved(*dates: tuple[str, str], **changes: Any) -> dict[str, Any]:
    return waived(approvals=[{"authority": name, "date": date} for name, date in dates], **changes)


DAY = "2026-11-02"

EXAMPLES = (
    Example(
        "HXA501",
        "yesterday, today",
        waived(expires="2026-11-20"),
        waived(expires="2026-11-21"),
        "expired on 2026-11-20",
    ),
    Example(
        "HXA502",
        "a month and a day, a month",
        waived(expires="2026-12-02"),
        waived(expires="2026-12-01"),
        "lasts beyond 2026-12-01, longer than `P1M`",
    ),
    Example(
        "HXA503",
        "reversed",
        waived(expires="2026-10-31"),
        waived(expires="2026-11-01"),
        "expires before it begins",
    ),
    Example(
        "HXA510",
        "one approval",
        approved(("dpo", DAY)),
        approved(("dpo", DAY), ("chair", DAY)),
        "waiver `w` has 1 of 2 approvals",
    ),
    Example(
        "HXA510",
        "one twice",
        approved(("dpo", DAY), ("dpo", DAY)),
        approved(("dpo", DAY), ("chair", DAY), ("chair", DAY)),
        "waiver `w` has 1 of 2 approvals",
    ),
    Example(
        "HXA510",
        "an authority that nobody named",
        approved(("dpo", DAY), ("somebody", DAY)),
        approved(("dpo", DAY), ("chair", DAY), ("somebody", DAY)),
        "waiver `w` has 1 of 2 approvals; ",
    ),
    Example(
        "HXA510",
        "too late",
        approved(("dpo", DAY), ("chair", "2026-11-16"), expires="2026-11-15"),
        approved(("dpo", DAY), ("chair", "2026-11-15"), expires="2026-11-15"),
        "waiver `w` has 1 of 2 approvals; ",
    ),
    Example(
        "HXA510",
        "by who asked for it",
        asked_by(role="DPO"),
        asked_by(role="Officer"),
        "`dpo` requested it and may not approve it",
    ),
    Example("HXA511", "the same role", asked_by(role="DPO"), asked_by(role="Officer"), "`dpo`"),
    Example(
        "HXA511",
        "no role",
        asked_by(),
        waived(requested_by={"party": "others"}),
        "`dpo` asked for waiver `w`",
    ),
    Example(
        "HXA511",
        "unless it may",
        asked_by(role="DPO"),
        waived(policy={"requester_may_approve": True}, requested_by={"party": "us", "role": "DPO"}),
        "`dpo` asked for waiver `w`",
    ),
    Example(
        "HXA520",
        "marked",
        waived(clauses=["no-geo", "no-names"]),
        waived(clauses=["no-geo"]),
        "names `no-names`, which nobody can waive",
    ),
    Example(
        "HXA520",
        "implicit",
        waived(clauses=["no-geo", "publish.purpose"]),
        waived(clauses=["no-geo", "publish.untagged"]),
        "names `publish.purpose`, which nobody can waive",
    ),
    Example(
        "HXA521",
        "misspelt",
        waived(clauses=["no-geo", "publish.default-denial"]),
        waived(clauses=["no-geo", "publish.default-deny"]),
        "did you mean `publish.default-deny`?",
    ),
    Example(
        "HXA522",
        "no permit",
        needing(["no-geo"], forbid("no-geo", tags=["#geo"])),
        needing(["no-geo", "publish.default-deny"], forbid("no-geo", tags=["#geo"])),
        "waiver `w` leaves `publish.default-deny` standing",
    ),
    Example(
        "HXA522",
        "the ceiling",
        needing(["no-geo"], *RULES, ceiling="low"),
        needing(["no-geo", "publish.ceiling"], *RULES, ceiling="low"),
        "waiver `w` leaves `publish.ceiling` standing",
    ),
    Example(
        "HXA522",
        "another clause",
        needing(["no-geo"], *RULES, forbid("g", location="coordinates")),
        needing(["no-geo"], *RULES, forbid("g", tags=["#geo+lon"])),
        "waiver `w` leaves `g` standing",
    ),
    Example(
        "HXA522",
        "without tags it is about what its clauses forbid",
        needing(["no-geo"], forbid("no-geo", tags=["#geo"]), tags=[]),
        needing(["no-geo"], permit("#geo+lat"), forbid("no-geo", tags=["#geo"]), tags=[]),
        "waiver `w` leaves `publish.default-deny` standing",
    ),
)
