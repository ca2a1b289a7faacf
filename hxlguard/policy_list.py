"""What `hxlguard policies` says about the agreements and classifications that ship."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.agreements import load_agreement, load_classification
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Flow
from hxlguard.shipped import (
    classification_names,
    classification_path,
    policy_names,
    policy_path,
)
from hxlguard.terminal import neutral, wrap
from hxlguard.wording import did_you_mean, listed

_WIDTH = 100


def policy_text(name: str) -> str:
    """The file of a shipped agreement or classification.

    Raises:
        UsageError: none of that name ships.
    """
    if name in classification_names():
        return classification_path(name).read_text(encoding="utf-8")
    names = (*policy_names(), *classification_names())
    if name not in names:
        raise UsageError(
            f"neither an agreement nor a classification `{name}` ships with hxlguard",
            remedy=f"{did_you_mean(name, names)}choose one of {listed(names)}",
        )
    return policy_path(name).read_text(encoding="utf-8")


def policy_lines() -> Iterator[str]:
    """Every agreement with its flows, then every classification."""
    yield "agreements, for `--agreement`:"
    for name in policy_names():
        yield from _agreement(name)
    yield "classifications, for `--classification`, beside an agreement that has none:"
    for name in classification_names():
        yield from _classification(name)


def _agreement(name: str) -> Iterator[str]:
    made = load_agreement(name)
    yield from _told(f"{name} {made.version}", made.document.metadata.title)
    for flow in made.document.flows:
        yield from wrap(_flow(flow), _WIDTH, first="    ", rest="      ")
    yield f"    {neutral(str(policy_path(name)))}"
    yield f"    sha256 {made.sha256}"


def _flow(flow: Flow) -> str:
    to, purposes = ", ".join(flow.recipients), ", ".join(flow.purposes.permit)
    return f"flow {flow.id}; to {to}; for {purposes}"


def _classification(name: str) -> Iterator[str]:
    made = load_classification(name)
    about = made.document.metadata
    dated = f"dated {about.source.dated}" if about.source.dated else "without a date"
    country = f", {made.country}" if made.country else ""
    yield from _told(f"{name} {made.version}{country}, {about.status}", about.title)
    yield from wrap(f"from: {about.source.title}, {dated}", _WIDTH, first="    ", rest="      ")
    yield f"    {neutral(str(classification_path(name)))}"


def _told(name: str, title: str) -> Iterator[str]:
    yield from wrap(name, _WIDTH, first="  ", rest="  ")
    yield from wrap(title, _WIDTH, first="    ", rest="    ")
