"""What `hxlguard agreement` takes; it imports nothing heavy, so that `--help` is quick."""

from __future__ import annotations

from hxlguard.command_parser import Parser, add_command

_LINT_STATUSES = """\
exit status:
  0  no finding of level error; there may be warnings and notes
  1  at least one finding of level error
  2  usage, or an agreement that cannot be used; every mistake in it is listed
"""


def add_actions(agreement: Parser) -> None:
    """Add what can be done with agreements; `action` names it."""
    actions = agreement.add_subparsers(metavar="ACTION", dest="action", required=True)

    add_command(
        actions,
        "schema",
        "print the JSON Schema of agreements",
        "hxlguard agreement schema > agreement.schema.json",
    )

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
