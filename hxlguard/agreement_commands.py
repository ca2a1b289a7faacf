"""What `hxlguard agreement` does, one function an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hxlguard.console import STDIN, standard_input, write_out

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


def _init(arguments: argparse.Namespace) -> int:
    from hxlguard.call import day_in, given_day
    from hxlguard.drafting import draft_agreement
    from hxlguard.pipeline import inspect

    first = day_in("UTC", given_day(arguments.on))
    asked = {name: getattr(arguments, name) for name in ("id", "recipient", "purpose")}
    named = {name: word for name, word in asked.items() if word is not None}
    if arguments.data == "-":
        with standard_input() as stream:
            inspection = inspect(stream, name=STDIN)
    else:
        inspection = inspect(arguments.data)
    write_out(draft_agreement(inspection, first, **named))
    return ANSWERED


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "explain": _explain,
    "init": _init,
    "schema": _schema,
}
