"""Lines of a report for people: their width, their colours, fields that are folded."""

from __future__ import annotations

from dataclasses import dataclass

from hxlguard.terminal import wrap

WIDTH = 100
RED, YELLOW, GREEN, BOLD = "31;1", "33;1", "32;1", "1"


@dataclass(frozen=True, slots=True)
class Ink:
    """Paints, or leaves everything plain."""

    colour: bool

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def start(self, lines: list[str], length: int, code: str) -> list[str]:
        first, *rest = lines
        return [self.paint(first[:length], code) + first[length:], *rest]

    def heading(self, text: str) -> list[str]:
        return ["", self.paint(text, BOLD)]


def field(label: str, text: str, *, indent: str = "  ") -> list[str]:
    return wrap(text, WIDTH, first=f"{indent}{label} ", rest=f"{indent}{' ' * len(label)} ")
