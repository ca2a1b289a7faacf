"""What `hxlguard agreement` takes; it imports nothing heavy, so that `--help` is quick."""

from __future__ import annotations

from hxlguard.command_parser import Parser, add_command

_LINT_STATUSES = """\
exit status:
  0  no finding of level error; there may be warnings and notes
  1  at least one finding of level error
  2  usage, or an agreement that cannot be used; every mistake in it is listed
"""
_DIFF_STATUSES = """\
exit status:
  0  nothing widens: every flow is as strict as it was, or stricter
  1  something widens, or cannot be compared
  2  usage, or a document that cannot be used; one line says why and where
"""


def add_actions(agreement: Parser) -> None:
    """Add what can be done with agreements; `action` names it."""
    actions = agreement.add_subparsers(metavar="ACTION", dest="action", required=True)

    lint = add_command(
        actions,
        "lint",
        "say what agreements had better say otherwise, before any data exist",
        "hxlguard agreement lint our-3w.yaml --on 2026-11-21",
        _LINT_STATUSES,
    )
    lint.add_argument(
        "agreements",
        nargs="+",
        metavar="FILE",
        help="files, or names from `hxlguard policies`",
    )
    lint.add_argument("--on", metavar="DATE", help="the day to judge by, YYYY-MM-DD")
    lint.add_argument("--format", default="text", metavar="FORMAT", help="text or json")

    explain = add_command(
        actions,
        "explain",
        "tell an agreement, or one clause of it, in plain sentences",
        "hxlguard agreement explain our-3w.yaml C.2",
    )
    explain.add_argument(
        "agreement", metavar="FILE", help="a file, or a name from `hxlguard policies`"
    )
    explain.add_argument(
        "clause", nargs="?", metavar="CLAUSE", help="id or number; leave it out to read all"
    )

    diff = add_command(
        actions,
        "diff",
        "say what a new version lets out that the old one did not, and the other way round",
        "hxlguard agreement diff isp-1.1.yaml isp-1.2.yaml",
        _DIFF_STATUSES,
    )
    for name in ("old", "new"):
        diff.add_argument(
            name, metavar=name.upper(), help="a file, or a name from `hxlguard policies`"
        )
    diff.add_argument(
        "--format",
        default="text",
        choices=["text", "json"],
        metavar="FORMAT",
        help="text or json",
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

    add_command(
        actions,
        "schema",
        "print the JSON Schema of agreements",
        "hxlguard agreement schema > agreement.schema.json",
    )
