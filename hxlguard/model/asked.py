"""What an agreement has to know of a table, beside what every table is looked at for."""

from __future__ import annotations

from dataclasses import dataclass

from hxlguard.model.disclosure import MeasureAsked
from hxlguard.model.ner import NerAsked
from hxlguard.model.row_filter import RowFilter

Cuts = tuple[int, ...]
"""Where bands begin, ascending, without repetition."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The facts that clauses ask for; a table is not looked at for any other.

    Attributes:
        filters: rows to profile as a table of their own.
        cuts: bands to compare the cells of every column with.
        pseudonyms: True when the cells of every column are compared with pseudonyms.
        masks: True when they are compared with masked identifiers.
        likeness: True when it is counted how many rows are alike.
        measures: measures of disclosure.
        ner: a model for names that every text is looked at with, or None. No clause asks for it:
            a caller does.
    """

    filters: tuple[RowFilter, ...] = ()
    cuts: tuple[Cuts, ...] = ()
    pseudonyms: bool = False
    masks: bool = False
    likeness: bool = False
    measures: tuple[MeasureAsked, ...] = ()
    ner: NerAsked | None = None


NOTHING_ASKED = Asked()
