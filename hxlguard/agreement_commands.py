"""What `hxlguard agreement` does, one function an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hxlguard.console import write_out

if TYPE_CHECKING:
    import argparse

ANSWERED = 0

_AGREEMENT_SCHEMA = "agreement"


def agreement_command(arguments: argparse.Namespace) -> int:
    """Do what `arguments.action` names and return the exit status.

    Raises:
        HxlguardError: the call or an agreement cannot be used.
    """
    return _ACTIONS[arguments.action](arguments)


def _schema(arguments: argparse.Namespace) -> int:
    from hxlguard.shipped import schema_text

    write_out(schema_text(_AGREEMENT_SCHEMA))
    return ANSWERED


def _explain(arguments: argparse.Namespace) -> int:
    from hxlguard.agreements import load_agreement
    from hxlguard.explaining import explain_agreement, explain_clause

    agreement = load_agreement(arguments.agreement)
    if arguments.clause is None:
        write_out(explain_agreement(agreement))
    else:
        write_out(explain_clause(agreement, arguments.clause))
    return ANSWERED


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "explain": _explain,
    "schema": _schema,
}
