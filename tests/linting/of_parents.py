"""Examples for the lints about agreements that extend others."""

from __future__ import annotations

from typing import Any

from hxlguard.agreements import load_agreement
from tests.facts import document, permit
from tests.linting.example import Example

PARENT = load_agreement(
    document(
        permit("#org", "#adm1"),
        metadata={"id": "parent"},
        flow={
            "sender": "us",
            "recipients": ["them", "hdx"],
            "purposes": {"permit": ["use"], "forbid": ["trade"]},
            "sensitivity_ceiling": "moderate",
        },
        vocabulary={"purposes": {"use": {}, "analysis": {"broader": "use"}, "trade": {}}},
    )
)


def child(
    *rules: dict[str, Any], permits: str = "restate", days: tuple[str, str] = ("", ""), **flow: Any
) -> dict[str, Any]:
    pin = {"id": PARENT.id, "version": PARENT.version, "sha256": PARENT.sha256, "permits": permits}
    first, until = days
    return document(
        *(rules or (permit("#org+name"),)),
        flow={
            "recipients": ["them"],
            "purposes": {"permit": ["analysis"]},
            "sensitivity_ceiling": "low",
            **flow,
        },
        extends=[pin],
        validity={"from": first or "2026-01-01", "until": until or "2026-12-31"},
    )


def example(
    code: str, name: str, found: dict[str, Any], near: dict[str, Any], message: str
) -> Example:
    return Example(code, name, found, near, message, parents=(PARENT,))


EXAMPLES = (
    example(
        "HXA110",
        "a field",
        child(permit("#org", "#geo")),
        child(permit("#org", "#adm1+code")),
        "flow `publish` lets `#geo` pass, and `parent` does not",
    ),
    example(
        "HXA110",
        "a recipient",
        child(recipients=["them", "public"]),
        child(recipients=["them", "hdx"]),
        "flow `publish` lets `public` receive",
    ),
    example(
        "HXA110",
        "a purpose",
        child(purposes={"permit": ["analysis", "news"]}),
        child(purposes={"permit": ["analysis", "use"]}),
        "flow `publish` lets data serve `news`",
    ),
    example(
        "HXA110",
        "a level",
        child(sensitivity_ceiling="high"),
        child(sensitivity_ceiling="moderate"),
        "lets data of sensitivity `high` pass",
    ),
    example(
        "HXA110",
        "a day",
        child(days=("2026-06-01", "2027-01-01")),
        child(days=("2026-06-01", "2026-12-31")),
        "`parent` is valid from 2026-01-01 to 2026-12-31 only",
    ),
    example(
        "HXA111",
        "no day",
        child(days=("2027-01-01", "2027-12-31")),
        child(days=("2026-12-31", "2027-12-31")),
        "no day lies in its validity",
    ),
    example(
        "HXA111",
        "no recipient",
        child(recipients=["public"]),
        child(recipients=["public", "them"]),
        "no recipient and purpose of flow `publish` fits `parent`",
    ),
    example(
        "HXA111",
        "no purpose",
        child(purposes={"permit": ["trade"]}),
        child(purposes={"permit": ["analysis"]}),
        "no recipient and purpose",
    ),
    example(
        "HXA111", "another sender", child(sender="them"), child(sender="us"), "no recipient and"
    ),
    example(
        "HXA350",
        "permits of the parent count when they are inherited",
        child({"id": "f", "effect": "forbid", "match": {"tags": ["#geo"]}}),
        child({"id": "f", "effect": "forbid", "match": {"tags": ["#geo"]}}, permits="inherit"),
        "flow `publish` has no permit",
    ),
    example(
        "HXA351",
        "what a parent does not permit never passes",
        child(permit("#geo")),
        child(permit("#geo", "#org")),
        "whatever flow `publish` permits",
    ),
)
