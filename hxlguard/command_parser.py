"""Parsers of commands that all look alike: examples, exit statuses, errors of one line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn, TypeAlias

from hxlguard.terminal import neutral
from hxlguard.wording import did_you_mean

ANSWERED = """\
exit status:
  0  answered
  2  usage, or a document that cannot be used; one line says why and where
"""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the examples' lines, and a command on one line with what it does."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = 13  # argparse forgets that commands are indented


class Parser(argparse.ArgumentParser):
    """Says "did you mean" and keeps an error to one line."""

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one line on standard error."""
        self.exit(2, f"hxlguard: error: {neutral(message)}; see `{self.prog} --help`\n")

    def refuse(self, word: str) -> NoReturn:
        """End because of a word that stands where nothing or an option should."""
        self.error(_not_known(word, re.findall(r"--[a-z]+", self.format_usage())))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        choices = [str(choice) for choice in action.choices or ()]
        if choices and value not in choices:
            raise argparse.ArgumentError(None, _not_known(str(value), choices))


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where commands are added: what `add_subparsers` returns."""


def add_command(
    commands: Commands, name: str, text: str, example: str, statuses: str = ANSWERED
) -> Parser:
    """Add a command that does what `text` says; the namespace holds its parser as `parser`."""
    added = commands.add_parser(
        name,
        help=text,
        description=f"{text[0].upper()}{text[1:]}.",
        formatter_class=Formatter,
        epilog=f"example:\n  {example}\n\n{statuses}",
        allow_abbrev=False,
    )
    added.set_defaults(parser=added)
    return added


def _not_known(word: str, known: Sequence[str]) -> str:
    return f"`{word}` is not known; {did_you_mean(word, known)}".removesuffix("; ").strip()
