"""What the command line takes; it imports nothing heavy, so that `--help` is quick."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from hxlguard import __version__
from hxlguard.terminal import neutral
from hxlguard.wording import did_you_mean

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
_OTHER_STATUSES = """\
exit status:
  0  answered
  2  usage, or a document that cannot be used; one line says why and where
"""
_STATUSES = {"check": _CHECK_STATUSES, "inspect": _INSPECT_STATUSES}


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the examples' lines, and a command on one line with what it does."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = 13  # argparse forgets that commands are indented


class _Parser(argparse.ArgumentParser):
    """Says "did you mean" and keeps an error to one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"hxlguard: error: {neutral(message)}; see `{self.prog} --help`\n")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        choices = [str(choice) for choice in action.choices or ()]
        if choices and value not in choices:
            raise argparse.ArgumentError(None, _not_known(str(value), choices))


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read `argv` (default: the process's own); `command` names the command.

    Raises:
        SystemExit: with 2 for a usage error, with 0 after `--help` and `--version`.
    """
    arguments, unrecognised = _parser().parse_known_args(argv)
    if unrecognised:
        options = re.findall(r"--[a-z]+", arguments.parser.format_usage())
        arguments.parser.error(_not_known(unrecognised[0], options))
    return arguments


def _not_known(word: str, known: Sequence[str]) -> str:
    return f"`{word}` is not known; {did_you_mean(word, known)}".removesuffix("; ").strip()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="hxlguard",
        description="Check humanitarian data against sharing agreements before anything leaves.",
        formatter_class=_Formatter,
        epilog="Each command has its own exit statuses; `hxlguard COMMAND --help` tells them.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"hxlguard {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, text: str, example: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=text,
            description=f"{text[0].upper()}{text[1:]}.",
            formatter_class=_Formatter,
            epilog=f"example:\n  {example}\n\n{_STATUSES.get(name, _OTHER_STATUSES)}",
            allow_abbrev=False,
        )
        added.set_defaults(command=name, parser=added)
        return added

    check = command(
        "check",
        "decide whether data may leave under an agreement",
        "hxlguard check 3w.xlsx --agreement public-3w",
    )
    _add_data(check)
    check.add_argument(
        "--agreement",
        required=True,
        metavar="A",
        help="a file, or a name from `hxlguard policies`",
    )
    check.add_argument("--flow", metavar="F", help="which flow of the agreement")
    check.add_argument("--sender", metavar="S", help="who sends the data")
    check.add_argument("--recipient", metavar="R", help="who receives the data")
    check.add_argument("--purpose", metavar="P", help="what the data are for")
    check.add_argument("--on", metavar="DATE", help="the day of the transfer, YYYY-MM-DD")

    inspect = command(
        "inspect",
        "say what is in a table, without an agreement",
        "hxlguard inspect camps.xlsx",
    )
    _add_data(inspect)

    tag = command(
        "tag",
        "propose HXL tags for an untagged table, for a person to review",
        "hxlguard tag camps.csv > camps.tags.yaml",
    )
    tag.add_argument("data", metavar="DATA", help="a file; `-` reads standard input")

    agreement = command(
        "agreement",
        "print the JSON Schema of agreements",
        "hxlguard agreement schema > agreement.schema.json",
    )
    agreement.add_argument("action", choices=["schema"], metavar="schema", help="the only one yet")

    explain = command(
        "explain",
        "say what a kind of violation means, why it matters, how to mend it",
        "hxlguard explain coordinates-too-precise",
    )
    explain.add_argument("kind", nargs="?", metavar="KIND", help="leave it out to list all kinds")

    policies = command(
        "policies",
        "list the agreements that ship with the package, or print one",
        "hxlguard policies public-3w > our-3w.yaml",
    )
    policies.add_argument("name", nargs="?", metavar="NAME", help="leave it out to list them all")
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", nargs="+", metavar="DATA", help="files; `-` reads standard input")
    parser.add_argument("--tags", metavar="FILE", help="YAML or JSON mapping of header to HXL tag")
    parser.add_argument("--cache", metavar="DIR", help="keep what was found, but no cell, in DIR")
    parser.add_argument(
        "--profile", action="store_true", help="say on standard error what each column has cost"
    )
    parser.add_argument("--format", default="text", metavar="FORMAT", help="text or json")
    parser.add_argument("--output", metavar="FILE", help="write the report there")
