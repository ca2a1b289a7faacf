"""What `hxlguard agreement` takes; it imports nothing heavy, so that `--help` is quick."""

from __future__ import annotations

from hxlguard.command_parser import Parser, add_command


def add_actions(agreement: Parser) -> None:
    """Add what can be done with agreements; `action` names it."""
    actions = agreement.add_subparsers(metavar="ACTION", dest="action", required=True)

    add_command(
        actions,
        "schema",
        "print the JSON Schema of agreements",
        "hxlguard agreement schema > agreement.schema.json",
    )
