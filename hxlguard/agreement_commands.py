"""What `hxlguard agreement` does, one function an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hxlguard.console import STDIN, complain, standard_input, write_out
from hxlguard.errors import AgreementError

if TYPE_CHECKING:
    import argparse

ANSWERED, FOUND, UNUSABLE = 0, 1, 2


def agreement_command(arguments: argparse.Namespace) -> int:
    """Do what `arguments.action` names and return the exit status.

    Raises:
        HxlguardError: the call or an agreement cannot be used.
    """
    return _ACTIONS[arguments.action](arguments)


def _diff(arguments: argparse.Namespace) -> int:
    from hxlguard.differing import diff_agreements

    found = diff_agreements(arguments.old, arguments.new)
    write_out(found.to_json() if arguments.format == "json" else found.to_text())
    return FOUND if found.ordering.widens else ANSWERED


def _schema(arguments: argparse.Namespace) -> int:
    from hxlguard.shipped import schema_text

    write_out(schema_text("agreement"))
    return ANSWERED


def _lint(arguments: argparse.Namespace) -> int:
    from hxlguard.lint_listing import render
    from hxlguard.linting import linted
    from hxlguard.model.lint import LintLevel

    answers, unusable = [], False
    for name in arguments.agreements:
        try:
            answers.append(linted(name, on=arguments.on))
        except AgreementError as error:
            complain(error)
            unusable = True
    write_out(render(answers, arguments.format))
    if unusable:
        return UNUSABLE
    levels = {found.level for answer in answers for found in answer.findings}
    return FOUND if LintLevel.ERROR in levels else ANSWERED


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
    "lint": _lint,
    "explain": _explain,
    "diff": _diff,
    "init": _init,
    "schema": _schema,
}
