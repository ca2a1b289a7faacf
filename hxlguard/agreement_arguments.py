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

    explain = add_command(
        actions,
        "explain",
        "tell an agreement, or one clause of it, in plain sentences",
        "hxlguard agreement explain our-3w.yaml C.2",
    )
    explain.add_argument("agreement", metavar="FILE", help="a file, or a name from `policies`")
    explain.add_argument(
        "clause", nargs="?", metavar="CLAUSE", help="id or number; leave it out to read all"
    )

    init = add_command(
        actions,
        "init",
        "draft an agreement from what is in a table, for a person to review",
        "hxlguard agreement init 3w.csv --recipient public > draft.yaml",
    )
    init.add_argument("data", metavar="DATA", help="a file; `-` reads standard input")
    init.add_argument("--id", metavar="ID", help="the agreement's id")
    init.add_argument("--recipient", metavar="R", help="who receives the data")
    init.add_argument("--purpose", metavar="P", help="what the data are for")
    init.add_argument("--on", metavar="DATE", help="its first day, YYYY-MM-DD; today by default")
