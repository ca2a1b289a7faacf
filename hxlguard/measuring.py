"""How finely the cells of a column speak: each distinct form is measured once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import chain

import polars as pl

from hxlguard.cells import taken
from hxlguard.column_cells import ColumnCells, most_cells, together
from hxlguard.confirming import Batches
from hxlguard.costs import charged
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.precision import MEASURES, Measure
from hxlguard.scanning import merged
from hxlguard.threads import on_each


@dataclass(frozen=True, slots=True, repr=False)
class Measured:
    """What one measure says about one column; what it says about disjoint rows merges.

    Attributes:
        values: measured value to the rows whose cells have it.
        unknown: rows whose cells could not be measured.
    """

    values: Mapping[int, Rows] = field(default_factory=dict)
    unknown: Rows = NO_ROWS

    def __or__(self, other: Measured) -> Measured:
        return Measured(merged(self.values, other.values, NO_ROWS), self.unknown | other.unknown)


def measure(
    batches: Batches, wanted: Mapping[str, Collection[str]]
) -> dict[tuple[str, str], Measured]:
    """Measure every filled cell of some columns.

    Args:
        batches: the rows of the table.
        wanted: name of a column to the entities in `MEASURES` that it may hold.

    Returns:
        name of a column and entity to what was measured.
    """
    found = {(name, entity): Measured() for name, asked in wanted.items() for entity in asked}
    asked = {name: entities for name, entities in wanted.items() if entities}
    for first_row, frame in batches(list(asked)) if asked else ():

        def look(
            names: list[str], frame: pl.DataFrame = frame, row: int = first_row
        ) -> list[tuple[tuple[str, str], Measured]]:
            with charged("measure", *names):
                cells = ColumnCells([frame[name] for name in names], row)
                return [
                    ((name, entity), measured)
                    for entity in asked[names[0]]
                    for name, measured in zip(
                        names, measure_cells(cells, MEASURES[entity]), strict=True
                    )
                ]

        groups = together(asked, frame.height)
        for key, more in chain.from_iterable(
            on_each(look, groups, cells=most_cells(groups, frame.height))
        ):
            found[key] |= more
    return found


def measure_cells(cells: ColumnCells, asked: Measure) -> list[Measured]:
    """Measure every filled cell of one or more columns in one batch of rows."""
    measured = asked.quickly(cells.values)
    left = measured.is_null().arg_true()
    if len(left):
        measured = measured.scatter(left, _measured_by_form(taken(cells.values, left), asked))
    unknown = cells.rows(measured.is_null())
    rows = {
        int(value): cells.rows((measured == value).fill_null(value=False))
        for value in measured.drop_nulls().unique().sort()
    }
    return [
        Measured({value: each[at] for value, each in rows.items() if each[at].count}, unmeasured)
        for at, unmeasured in enumerate(unknown)
    ]


def _measured_by_form(texts: pl.Series, asked: Measure) -> pl.Series:
    forms = asked.form(texts)
    known = {form: asked.measure(form) for form in forms.unique()}
    return forms.replace_strict(
        list(known), list(known.values()), default=None, return_dtype=pl.Int32
    )
