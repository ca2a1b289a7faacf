"""What `hxlguard agreement` takes; it imports nothing heavy, so that `--help` is quick."""

from __future__ import annotations

from hxlguard.command_parser import Parser, add_command

_DIFF_STATUSES = """\
exit status:
  0  nothing widens: every flow is as strict as it was, or stricter
  1  something widens, or cannot be compared
  2  usage, or a document that cannot be used; one line says why and where
"""


def add_actions(agreement: Parser) -> None:
    """Add what can be done with agreements; `action` names it."""
    actions = agreement.add_subparsers(metavar="ACTION", dest="action", required=True)

    diff = add_command(
        actions,
        "diff",
        "say what a new version lets out that the old one did not, and the other way round",
        "hxlguard agreement diff isp-1.1.yaml isp-1.2.yaml",
        _DIFF_STATUSES,
    )
    for name in ("old", "new"):
        diff.add_argument(name, metavar=name.upper(), help="a file, or the name of a policy")
    diff.add_argument(
        "--format",
        default="text",
        choices=["text", "json"],
        metavar="FORMAT",
        help="text or json",
    )

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
