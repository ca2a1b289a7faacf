"""What the command line takes; it imports nothing heavy, so that `--help` is quick."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from hxlguard import __version__
from hxlguard.agreement_arguments import add_actions
from hxlguard.command_parser import ANSWERED, Formatter, Parser, add_command

_CHECK_STATUSES = """\
exit status:
  0  CLEAR: it may leave
  1  BLOCK: at least one violation
  2  usage, or a document that cannot be used; one line says why and where
  3  HOLD: something could not be decided

With several files the worst counts: BLOCK, then a file that cannot be used, then HOLD.
"""
_INSPECT_STATUSES = """\
exit status:
  0  everything was read; that says nothing about whether it may leave
  2  usage, or a document that cannot be used; one line says why and where
  3  a part could not be read
"""
_RISK_STATUSES = """\
exit status:
  0  everything was read and computed; that says nothing about whether it may leave
  2  usage, or a document that cannot be used; one line says why and where
  3  a part could not be read, or a figure could not be computed

A shell takes `#` for a comment: put tags in quotes, or leave it out (`adm2+name`).
"""
_AGREEMENT_STATUSES = """\
exit status:
  each action has its own; `hxlguard agreement ACTION --help` tells them
"""


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read `argv` (default: the process's own); `command` names the command.

    Raises:
        SystemExit: with 2 for a usage error, with 0 after `--help` and `--version`.
    """
    arguments, unrecognised = _parser().parse_known_args(argv)
    if unrecognised:
        arguments.parser.refuse(unrecognised[0])
    return arguments


def _parser() -> Parser:
    parser = Parser(
        prog="hxlguard",
        description="Check humanitarian data against sharing agreements before anything leaves.",
        formatter_class=Formatter,
        epilog="Each command has its own exit statuses; `hxlguard COMMAND --help` tells them.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"hxlguard {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, text: str, example: str, statuses: str = ANSWERED) -> Parser:
        added = add_command(commands, name, text, example, statuses)
        added.set_defaults(command=name)
        return added

    check = command(
        "check",
        "decide whether data may leave under an agreement",
        "hxlguard check 3w.xlsx --agreement public-3w",
        _CHECK_STATUSES,
    )
    _add_data(check)
    check.add_argument(
        "--agreement",
        required=True,
        action="append",
        metavar="A",
        help="a file, or a name from `hxlguard policies`; again for another one: all must allow it",
    )
    check.add_argument(
        "--attest",
        action="append",
        default=[],
        metavar="FILE",
        help="YAML or JSON of what people attest; again for another one",
    )
    check.add_argument(
        "--classification",
        metavar="C",
        help="a file or name: how sensitive what is, where the agreement does not say",
    )
    check.add_argument("--flow", metavar="F", help="which flow of the agreement")
    check.add_argument("--sender", metavar="S", help="who sends the data")
    check.add_argument("--recipient", metavar="R", help="who receives the data")
    check.add_argument("--purpose", metavar="P", help="what the data are for")
    check.add_argument(
        "--shareable", action="store_true", help="leave out row numbers, which point at people"
    )
    check.add_argument("--on", metavar="DATE", help="the day of the transfer, YYYY-MM-DD")

    inspect = command(
        "inspect",
        "say what is in a table, without an agreement",
        "hxlguard inspect camps.xlsx",
        _INSPECT_STATUSES,
    )
    _add_data(inspect)
    inspect.add_argument(
        "--explain",
        metavar="COLUMN",
        help="say why a column (letter, number, header or tag) is taken for what it is",
    )

    risk = command(
        "risk",
        "compute how likely people in a table are recognised",
        "hxlguard risk survey.csv --quasi '#adm2' '#respondee+age' --weight '#meta+weight'",
        _RISK_STATUSES,
    )
    _add_files(risk)
    _add_roles(risk)
    _add_output(risk)

    tag = command(
        "tag",
        "propose HXL tags for an untagged table, for a person to review",
        "hxlguard tag camps.csv > camps.tags.yaml",
    )
    tag.add_argument("data", metavar="DATA", help="a file; `-` reads standard input")

    agreement = command(
        "agreement",
        "look through, explain, compare or draft agreements, or print a schema",
        "hxlguard agreement diff isp-1.1.yaml isp-1.2.yaml",
        _AGREEMENT_STATUSES,
    )
    add_actions(agreement)

    explain = command(
        "explain",
        "say what a kind of violation means, why it matters, how to mend it",
        "hxlguard explain coordinates-too-precise",
    )
    explain.add_argument(
        "kind", nargs="?", metavar="KIND", help="or a code of lint; leave it out to list all"
    )

    policies = command(
        "policies",
        "list the agreements and classifications that ship, or print one",
        "hxlguard policies public-3w > our-3w.yaml",
    )
    policies.add_argument("name", nargs="?", metavar="NAME", help="leave it out to list them all")
    return parser


def _add_roles(parser: Parser) -> None:
    parser.add_argument(
        "--quasi", nargs="+", metavar="TAG", help="what may be known about people from elsewhere"
    )
    parser.add_argument(
        "--sensitive", nargs="+", metavar="TAG", help="what nobody should learn about them"
    )
    parser.add_argument("--weight", metavar="TAG", help="the sampling weight")
    parser.add_argument("--household", metavar="TAG", help="the id of the household")
    parser.add_argument(
        "--blanks",
        default="value",
        choices=("value", "wildcard"),
        help="whether a blank is a value of its own, or agrees with every value",
    )
    parser.add_argument(
        "--sampling-fraction",
        type=float,
        metavar="SHARE",
        help="the share of the population that the records are",
    )
    parser.add_argument("--plot", metavar="DIR", help="draw the risks into this folder")
    parser.add_argument(
        "--shareable", action="store_true", help="leave out row numbers, which point at people"
    )


def _add_data(parser: Parser) -> None:
    _add_files(parser)
    parser.add_argument(
        "--ner",
        metavar="FILE",
        help="YAML `ner: {engine: spacy, model: FOLDER}`: looks for names in every text; slow",
    )
    parser.add_argument("--cache", metavar="DIR", help="keep what was found, but no cell, in DIR")
    parser.add_argument(
        "--profile", action="store_true", help="say on standard error what each column has cost"
    )
    _add_output(parser)


def _add_files(parser: Parser) -> None:
    parser.add_argument("data", nargs="+", metavar="DATA", help="files; `-` reads standard input")
    parser.add_argument("--tags", metavar="FILE", help="YAML or JSON mapping of header to HXL tag")


def _add_output(parser: Parser) -> None:
    parser.add_argument("--format", default="text", metavar="FORMAT", help="text or json")
    parser.add_argument("--output", metavar="FILE", help="write the report there")
