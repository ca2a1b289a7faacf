"""Examples for the lints about the document, its dates and its people."""

from __future__ import annotations

from typing import Any

from tests.facts import document, forbid, permit, require
from tests.linting.example import Example

WRITTEN = {"clause": "1", "text": "Organisations may be named."}
PARTIES = [
    {"id": "us", "kind": "ingo"},
    {"id": "them", "kind": "un"},
    {"id": "hdx", "kind": "platform"},
    {"id": "public", "kind": "public"},
]


def signed(*parties: str, on: str | None = "2026-01-02", **flow: Any) -> dict[str, Any]:
    signatories = [{"party": party, **({"signed": on} if on else {})} for party in parties]
    return document(
        flow={"sender": "us", "recipients": ["them"], **flow},
        parties=PARTIES,
        governance={"signatories": signatories},
    )


def pseudonymised(holder: str) -> dict[str, Any]:
    treatment = {"do": "pseudonymise", "key_holder": holder}
    return document(require(treatment, tags=["#meta+id"]), parties=PARTIES)


def owned(owner: str) -> dict[str, Any]:
    return document(parties=PARTIES, review={"owner": owner})


def obliged(**duty: Any) -> dict[str, Any]:
    return document(flow={"obligations": [{"id": "o", "code": "delete", **duty}]})


def sealed(signer: str) -> dict[str, Any]:
    return document(
        flow={"transfer": [{"id": "t", "require": "signed-clearance", "signers": [signer]}]},
        parties=PARTIES,
        governance={"waiver_authorities": [{"id": "dpo", "party": "us"}]},
    )


def grouped(broader: str) -> dict[str, Any]:
    groups = {"people": {}, "children": {"broader": broader}}
    return document(vocabulary={"subject_groups": groups})


def kept(delete_by: str) -> dict[str, Any]:
    return document(flow={"retention": {"id": "k", "delete_by": delete_by}})


EXAMPLES = (
    Example(
        "HXA101",
        "no text",
        document(permit("#org", clause="1")),
        document(permit("#org", **WRITTEN)),
        "clause `p` has no `text`",
    ),
    Example(
        "HXA101",
        "no number",
        document(permit("#org", text="Organisations may be named.")),
        document(permit("#org", **WRITTEN)),
        "clause `p` has no `clause`",
    ),
    Example(
        "HXA101",
        "neither, in a section of the flow",
        document(flow={"retention": {"id": "k"}}),
        document(flow={"retention": {"id": "k", **WRITTEN}}),
        "clause `k` has no `clause` and no `text`",
    ),
    Example("HXA102", "key holder", pseudonymised("uss"), pseudonymised("us"), "`us`?"),
    Example("HXA102", "owner", owned("nobody"), owned("us"), "unknown party `nobody`"),
    Example("HXA102", "signer", sealed("us-dpo"), sealed("dpo"), "unknown authority `us-dpo`"),
    Example(
        "HXA102", "group", grouped("persons"), grouped("people"), "unknown subject group `persons`"
    ),
    Example(
        "HXA103",
        "draft",
        document(metadata={"status": "draft"}),
        document(metadata={"status": "active"}),
        "the status is `draft`",
    ),
    Example(
        "HXA201",
        "ended yesterday, ends today",
        document(validity={"until": "2026-11-20"}),
        document(validity={"until": "2026-11-21"}),
        "ended on 2026-11-20",
    ),
    Example(
        "HXA202",
        "begins tomorrow, began today",
        document(validity={"from": "2026-11-22"}),
        document(validity={"from": "2026-11-21"}),
        "begins on 2026-11-22",
    ),
    Example(
        "HXA203",
        "due yesterday, due today",
        document(review={"due": "2026-11-20"}),
        document(review={"due": "2026-11-21"}),
        "due on 2026-11-20",
    ),
    Example(
        "HXA204", "deleted by", kept("2026-11-20"), kept("2026-11-21"), "delete the data by 2026"
    ),
    Example("HXA210", "sender", signed("them"), signed("us", "them"), "`us` is a party"),
    Example("HXA210", "recipient", signed("us"), signed("us", "them"), "`them` is a party"),
    Example(
        "HXA210",
        "those who never sign",
        signed("us", recipients=["them", "hdx", "public"]),
        signed("us", recipients=["hdx", "public"]),
        "`them` is a party",
    ),
    Example(
        "HXA210",
        "tomorrow is not signed",
        signed("us", on="2026-11-22", recipients=["hdx"]),
        signed("us", on="2026-11-21", recipients=["hdx"]),
        "`us` is a party",
    ),
    Example(
        "HXA210",
        "a role without a day",
        signed("us", on=None, recipients=["hdx"]),
        document(flow={"sender": "us", "recipients": ["them"]}, parties=PARTIES),
        "`us` is a party",
    ),
    Example(
        "HXA211",
        "obligation",
        obliged(),
        obliged(who="them"),
        "obligation `o` does not say whose",
    ),
    Example(
        "HXA312",
        "misspelt entity",
        document(forbid(entities=["PERSON_NAMES"])),
        document(forbid(entities=["PERSON_NAME"])),
        "did you mean `PERSON_NAME`?",
    ),
)
